"""The hand-written tests of the runtime pass against a package that has later versions as well.

A test that fails here takes the newest version for the one in force, or the runtime does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

FOLDERS = ("runtime", "checking", "exams", "cli", "tables")

OF_TODAY = {
    "checking/test_registry.py::test_the_catalogue_has_the_rules_that_are_implemented": (
        "it says that no version of the repository states a condition, sums or letters in UTF-8"
    ),
}
"""Tests about the versions of this repository alone, each with the reason."""


RUN = """
import sys, pytest
code = pytest.main(sys.argv[1:])
import jcq_formats
print("tested", jcq_formats.__file__)
sys.exit(code)
"""


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS)
def test_hand_written_tests_pass_with_later_versions(built: Path, folder: str) -> None:
    deselected = [f"--deselect=tests/{name}" for name in OF_TODAY]
    options = ("-p", "no:cacheprovider", "-m", "not slow", *deselected)
    # The packages of the repository would go first.
    path = f"pythonpath={ROOT} {built} {built / 'tests'}"
    done = subprocess.run(
        [sys.executable, "-c", RUN, *options, "-o", path, f"tests/{folder}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(built)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert f"tested {built / 'jcq_formats'}" in said, said
