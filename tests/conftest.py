"""A skipped test fails the run, unless its reason is on the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.__main__ import main

# How long something takes is measured by `make bench`, not by tests.
settings.register_profile(
    "tests", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", settings.get_profile("tests"), max_examples=2_000)
settings.load_profile("tests")

SKIPS_THAT_ARE_MEANT = {
    "Debian's PostgreSQL is not here": "it holds a store, for `make test-all`",
    "Java or Spark's Jackson is not here": "it runs the kit in Java, for `make test-all`",
    "Mono or Newtonsoft.Json is not here": "it runs the kit in C#, for `make test-all`",
    "Node is not here: pyright needs it": "it is a second type checker, for `make test-all`",
    "Node is not here: Kaitai's compiler needs it": "it is a second reader, for `make test-all`",
    "shared/basedata is not here": "the published files lie beside the repository, never within",
}

_unlisted: list[str] = []


@pytest.fixture(scope="session")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit for other languages, as `make kit` builds it."""
    folder = tmp_path_factory.mktemp("dist") / "kit"
    assert main(["kit", "--to", str(folder)]) == 0
    return folder


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        _note(report.nodeid, report.longrepr)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.skipped:
        _note(report.nodeid, report.longrepr)


def _note(test: str, skip: object) -> None:
    reason = skip[2] if isinstance(skip, tuple) else str(skip)
    if reason.removeprefix("Skipped: ") not in SKIPS_THAT_ARE_MEANT:
        _unlisted.append(f"{test}: {reason}")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if _unlisted and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _unlisted:
        terminalreporter.section("skipped without a listed reason", red=True)
        for line in _unlisted:
            terminalreporter.line(line)
