"""`generator new` takes the number of a version and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("version", ["abc", "1/5", "", "5", "15a"])
def test_what_is_no_version_is_refused(
    version: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = tmp_path / "spec"
    shutil.copytree(ROOT / "spec", spec)
    before = sorted(spec.rglob("*"))
    assert main(["new", version, "--from", "14", "--spec", str(spec)]) == 2
    assert f"{version!r} is no version: two characters" in capsys.readouterr().err
    assert sorted(spec.rglob("*")) == before
