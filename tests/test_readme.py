"""The README and the guides: every example runs and gives the output shown, and every link
works."""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.emit.guides import READERS
from generator.runtime.testing.spec import expanded_versions
from tests.links import is_led_to, links

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
GUIDES = [
    ROOT / "generated" / "docs" / guide.page for readers in READERS for guide in readers.guides
]
SHOWN = [README, *GUIDES]
WITHOUT_EXAMPLES = {"performance.md", "evidence.md"}
BY_HAND = [README, ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", ROOT / "spec" / "README.md"]
BY_HAND += [ROOT / "tests" / "README.md"]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[tuple[str, str]]:
    """Each block of commands or of Python, in the order of the page."""
    return re.findall(r"```(console|python)\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


def commands(block: str) -> list[tuple[str, str]]:
    """Each command with the output that the page shows for it."""
    found = []
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        found.append((command, output))
    return found


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "samples", tmp_path / "tests" / "samples")
    return tmp_path


def run(command: str, workplace: Path) -> str:
    """The output of a command, using this checkout's `jcq`."""
    script = workplace / "jcq"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jcq_formats "$@"\n')
    script.chmod(0o755)
    path = f"{workplace}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "generated"), "PATH": path}
    done = subprocess.run(
        command, shell=True, cwd=workplace, env=env, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("page", SHOWN, ids=name)
def test_every_example_does_what_the_page_shows(
    page: Path, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workplace)
    names: dict[str, object] = {}
    report: list[str] = []
    found = blocks(page)
    assert bool(found) != (page.name in WITHOUT_EXAMPLES)
    for language, block in found:
        if language == "console":
            assert commands(block)
            for command, output in commands(block):
                assert (command, run(command, workplace)) == (command, output)
        else:
            test = doctest.DocTestParser().get_doctest(block, names, page.name, str(page), 0)
            result = doctest.DocTestRunner().run(test, out=report.append, clear_globs=False)
            assert result.attempted
            assert result.failed == 0, "".join(report)
            names = test.globs


@pytest.mark.parametrize("page", BY_HAND, ids=name)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    assert [link for link in links(page) if not is_led_to(page, link)] == []


def test_the_readme_is_short_and_leads_to_every_guide() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= 150
    linked = {(README.parent / link.partition("#")[0]).resolve() for link in links(README)}
    assert set(GUIDES) <= linked


def test_the_readme_says_the_grades_of_the_data_records_of_every_version() -> None:
    rows = re.findall(r"^\| [^|]+ \| (\w) \| (.+) \|$", README.read_text("utf-8"), re.MULTILINE)
    said = {code: grades.split(" | ") for code, grades in rows}
    spec = json.loads((ROOT / "generated" / "jcq_formats" / "spec.json").read_text("utf-8"))
    versions = expanded_versions(spec["versions"])
    graded = {
        number: {record["key"]: record["grade"] for record in version["records"]}
        for number, version in versions.items()
    }
    data_types = {t["code"]: t for v in versions.values() for t in v["data_types"]}
    wanted = {
        code: [graded[number].get(f"{code}5", "no") for number in sorted(graded, reverse=True)]
        for code, data_type in data_types.items()
        if any(f"{code}5" in records for records in graded.values())
    }
    assert said == wanted
