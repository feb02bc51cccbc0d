"""`jcq show --line`: one line, drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from jcq_formats.cli import main

from tests.made_up.files import CENTRE

ENTRIES = CENTRE / "E9999998.X01"


def drawn(path: Path, number: int, *options: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines of the drawing."""
    assert main(["show", "--line", str(number), str(path), *options]) == 0
    return capsys.readouterr().out.splitlines()


def test_each_field_stands_under_its_positions(capsys: pytest.CaptureFixture[str]) -> None:
    lines = drawn(CENTRE / "R9999998.X01", 1, capsys=capsys)
    assert lines[0].endswith("R9999998.X01, line 1: File header, 61 of 61")
    assert lines[2:] == [
        "         1         2         3         4         5         6",
        "1234567890123456789012345678901234567890123456789012345678901",
        "R199999986G26SSAMPLE 00114",
        "^ data_type R (results)",
        " ^ record_type",
        "  ^^^^^ address 99999",
        "       ^^ awarding_body 98 (no awarding body: a school made the file itself)",
        "         ^^ series 6G",
        "           ^^ year 26",
        "             ^ distribution S (to or from a centre)",
        "              ^^^^^^^ software_package SAMPLE",
        "                     ^^^ software_version 001",
        "                        ^^ formats_version 14",
    ]


@pytest.mark.parametrize("path", [*CENTRE.iterdir(), *(CENTRE.parent / "basedata").iterdir()])
def test_every_line_fits_and_shows_nothing_personal(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, line in enumerate(path.read_text("ascii").splitlines(), 1):
        lines = drawn(path, number, capsys=capsys)
        assert max(map(len, lines[1:])) <= 80
        if line[:2] in ("E5", "A5"):
            name = line[12:52].strip()
            assert name not in "\n".join(lines)
            assert name in "\n".join(drawn(path, number, "--show-personal-data", capsys=capsys))


def test_a_line_that_is_not_sound_is_stars(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "E9999998.X01"
    path.write_bytes(ENTRIES.read_bytes().replace(b"\nE5C", b"\nE5 C", 1))
    lines = drawn(path, 3, capsys=capsys)
    assert lines[4].startswith("E5 **********")
    assert "99999" not in "\n".join(lines[3:])


def test_a_line_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    for number in ("0", "9"):
        assert main(["show", "--line", number, str(ENTRIES)]) == 3
        assert f"it has 8 lines, not {number}" in capsys.readouterr().err
