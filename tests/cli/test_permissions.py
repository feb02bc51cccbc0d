"""Files that may not be read and folders that may not be written: a clear refusal, and no file."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
ENTRIES, RESULTS, OPTIONS = "E9999998.X01", "R9999998.X01", "O6G26_98.X02"
SEVERAL = ("csv", "jsonl", "parquet")
NOBODY = 65534

READING = {
    "check": ("check", ENTRIES),
    "check --basedata": ("check", ENTRIES, "--basedata", OPTIONS),
    "show": ("show", ENTRIES),
    "results": ("results", RESULTS),
    "season": ("season", ENTRIES),
    "diff": ("diff", ENTRIES, ENTRIES),
    "export": ("export", ENTRIES, "--to", "csv", "--output", "open/made"),
    "split": ("split", ENTRIES, "--to", "open/made"),
    "upgrade": ("upgrade", OPTIONS, "--to", "13", "--output", "open/made"),
    "load": ("load", ENTRIES, "--database", "open/made"),
    "amend": ("amend", "--sent", ENTRIES, "--withdraw", "0003", "--yes", "--to", "open/made"),
    "merge": ("merge", "--base", RESULTS, "--theirs", RESULTS, "--ours", RESULTS),
}
WRITING = {
    **{
        f"export {to}": ("export", ENTRIES, "--to", to, "--output", "open/made")
        for to in (*SEVERAL, "sqlite", "duckdb", "xlsx")
    },
    "check": ("check", ENTRIES, "--output", "open/made"),
    "diff": ("diff", ENTRIES, ENTRIES, "--output", "open/made"),
    "results": ("results", RESULTS, "--to", "html", "--output", "open/made"),
    "split": READING["split"],
    "upgrade": READING["upgrade"],
    "load": READING["load"],
    "amend": READING["amend"],
    "merge": (*READING["merge"], "--output", "open/made"),
    "sample": ("sample", "open/made"),
}
CALLS = {
    "read": lambda: jcq.read(ENTRIES),
    "scan": lambda: list(jcq.scan(ENTRIES)),
    "check": lambda: jcq.check(ENTRIES),
    "check_files": lambda: list(jcq.check_files(ENTRIES)),
    "read_basedata": lambda: jcq.read_basedata(OPTIONS),
    "read_results": lambda: jcq.read_results(RESULTS),
    "diff": lambda: jcq.diff(RESULTS, RESULTS),
    "to_arrow": lambda: jcq.to_arrow(ENTRIES, "E5"),
    "scan_arrow": lambda: list(jcq.scan_arrow(ENTRIES, "E5")),
}


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The samples in a folder that other users can reach, with a folder that all can write to."""
    with tempfile.TemporaryDirectory() as name:
        monkeypatch.chdir(name)
        for path in SAMPLES.glob("*/*"):
            shutil.copy(path, path.name)
        Path("open").mkdir()
        for path, mode in ((".", 0o755), ("open", 0o777)):
            Path(path).chmod(mode)
        yield


@contextlib.contextmanager
def without_privileges() -> Iterator[None]:
    """Runs as a user to whom permissions apply."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def made() -> list[str]:
    return [str(path) for path in Path("open").rglob("*")]


def works(*arguments: str) -> None:
    """The command does its work, which also imports what another user may not read."""
    assert main([*arguments]) in (0, 1)
    shutil.rmtree("open")
    Path("open").mkdir()
    Path("open").chmod(0o777)


@pytest.mark.parametrize("command", READING)
def test_an_unreadable_file_is_named(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    works(*READING[command])
    for name in (ENTRIES, RESULTS, OPTIONS):
        Path(name).chmod(0)
    with without_privileges():
        assert main([*READING[command]]) == 3
    assert ".X0" in capsys.readouterr().err.partition(": Permission denied")[0]
    assert made() == []


@pytest.mark.parametrize("command", READING)
def test_an_unreadable_folder_is_named(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("closed").mkdir()
    works(*READING[command])
    Path("closed").chmod(0)
    given = ["closed" if ".X0" in word else word for word in READING[command]]
    with without_privileges():
        assert main(given) == 3
    Path("closed").chmod(0o755)
    assert "jcq: closed: Permission denied" in capsys.readouterr().err
    assert made() == []


@pytest.mark.parametrize("command", WRITING)
def test_a_folder_that_may_not_be_written_stays_as_it_is(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    works(*WRITING[command])
    Path("open").chmod(0o555)
    with without_privileges():
        assert main([*WRITING[command]]) == 3
    Path("open").chmod(0o777)
    assert "jcq: open/made" in capsys.readouterr().err
    assert made() == []


@pytest.mark.parametrize("call", CALLS)
def test_a_call_with_an_unreadable_file_raises_permission_error(call: str) -> None:
    assert CALLS[call]() is not None
    for name in (ENTRIES, RESULTS, OPTIONS):
        Path(name).chmod(0)
    with without_privileges(), pytest.raises(PermissionError):
        CALLS[call]()


def test_decisions_that_cannot_be_read_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("decided.csv").write_text("centre_number\n", encoding="utf-8")
    Path("decided.csv").chmod(0)
    with without_privileges():
        assert main([*READING["merge"], "--decisions", "decided.csv"]) == 3
    assert "jcq: decided.csv: Permission denied" in capsys.readouterr().err
