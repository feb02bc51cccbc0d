"""Runs generated code in a test: its package, its command line, its tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def run(*command: str, cwd: Path, path: Path, codes: tuple[int, ...] = (0,)) -> str:
    """The output of Python with the packages in ``path``; the exit code must be one of these."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={"PYTHONPATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in codes, done.stdout + done.stderr
    return done.stdout + done.stderr


def run_emitted_tests(generated: Path, of: str, profile: str = "normal") -> None:
    """Runs the tests of a generated package for a record or a version; there must be some."""
    options = ("-q", "-c", "/dev/null", "-p", "no:cacheprovider", "-k", of)
    pythonpath = f"pythonpath={generated} {generated / 'tests'}"
    said = run(
        *("-m", "pytest", *options, "-o", pythonpath, f"--hypothesis-profile={profile}"),
        str(generated / "tests"),
        cwd=generated.parent,
        path=generated,
    )
    assert " passed" in said, said
