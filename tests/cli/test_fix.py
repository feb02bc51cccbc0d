"""`jcq fix`."""

from __future__ import annotations

from pathlib import Path

import pytest
from jcq_formats.cli import main

from tests.made_up.files import CENTRE

RIGHT = (CENTRE / "E9999998.X01").read_bytes()


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A file of entries with short lines, a wrong count and another name."""
    path = tmp_path / "E9999998 (1).X01"
    lines = [line.rstrip() for line in RIGHT.replace(b"0000001 ", b"0000009 ").split(b"\r\n")]
    path.write_bytes(b"\r\n".join(lines))
    return path


def test_changes_are_shown_before_they_are_made(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = wrong.read_bytes()
    assert main(["fix", str(wrong), "--all"]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines() == [
        "  pad: 8 records now of the length of the format",
        "  recount: line 8: centre_count: 9 -> 1",
        "  name: the file is called E9999998.X01",
    ]
    assert main(["fix", str(wrong), "--all", "--output", f"{tmp_path}/fixed/"]) == 0
    assert capsys.readouterr().out == f"{shown}{tmp_path}/fixed/E9999998.X01: 3 changes\n"
    assert (tmp_path / "fixed" / "E9999998.X01").read_bytes() == RIGHT
    assert wrong.read_bytes() == before


def test_only_what_is_asked_for_is_fixed_and_the_rest_is_said(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "E9999998.X01"
    assert main(["fix", str(wrong), "--pad", "--output", str(target)]) == 1
    assert target.stat().st_size == len(RIGHT)
    out = capsys.readouterr().out
    assert "jcq check still finds 1 error: file.centre-count (1)" in out
    assert main(["fix", str(wrong), "--pad", "--output", str(target)]) == 2
    assert main(["fix", str(wrong), "--pad", "--force", "--output", str(wrong)]) == 2


def test_what_is_to_be_fixed_must_be_said(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fix", str(wrong)]) == 2
    assert "say what to fix: --encoding, --line-ends, --pad" in capsys.readouterr().err
    assert main(["fix", str(CENTRE), "--all"]) == 2
    assert main(["fix", str(tmp_path / "none"), "--all"]) == 3
    (tmp_path / "page.html").write_text("<html>")
    assert main(["fix", str(tmp_path / "page.html"), "--all"]) == 3
