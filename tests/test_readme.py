"""Every line that the README shows is run, and does what it says."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def commands() -> list[tuple[str, str]]:
    """Each command with the output that the README shows for it."""
    found = []
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "samples", tmp_path / "tests" / "samples")
    return tmp_path


def run(command: str, workplace: Path) -> str:
    """What a command prints, with `jcq` as it is here."""
    script = workplace / "jcq"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jcq_formats "$@"\n')
    script.chmod(0o755)
    path = f"{workplace}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "generated"), "PATH": path}
    done = subprocess.run(
        command, shell=True, cwd=workplace, env=env, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_the_commands_print_what_the_readme_shows(workplace: Path) -> None:
    assert len(commands()) >= 6
    for command, output in commands():
        assert (command, run(command, workplace)) == (command, output)


def test_the_python_lines_do_what_the_readme_shows(
    workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command, _ in commands():
        if command.startswith("jcq sample"):
            run(command, workplace)
    monkeypatch.chdir(workplace)
    lines = "".join(blocks("python"))
    test = doctest.DocTestParser().get_doctest(lines, {}, "README", "README.md", 0)
    report: list[str] = []
    result = doctest.DocTestRunner().run(test, out=report.append)
    assert result.attempted > 20
    assert result.failed == 0, "".join(report)
