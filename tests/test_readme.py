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


@pytest.mark.parametrize(("command", "output"), commands(), ids=lambda text: text[:40])
def test_a_command_prints_what_the_readme_shows(command: str, output: str, workplace: Path) -> None:
    script = workplace / "jcq"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jcq_formats "$@"\n')
    script.chmod(0o755)
    path = f"{workplace}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "generated"), "PATH": path}
    done = subprocess.run(
        command, shell=True, cwd=workplace, env=env, capture_output=True, text=True, check=False
    )
    assert done.stdout + done.stderr == output


def test_the_python_lines_do_what_the_readme_shows(
    workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workplace)
    (block,) = blocks("python")
    test = doctest.DocTestParser().get_doctest(block, {}, "README", "README.md", 0)
    report: list[str] = []
    result = doctest.DocTestRunner().run(test, out=report.append)
    assert result.attempted > 10
    assert result.failed == 0, "".join(report)
