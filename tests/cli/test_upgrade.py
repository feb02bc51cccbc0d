"""`jcq upgrade`: its output, refusals and messages."""

from __future__ import annotations

from pathlib import Path

import pytest
from jcq_formats.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
OPTIONS = SAMPLES / "basedata" / "O6G26_98.X02"
SYLLABUSES = SAMPLES / "basedata" / "S6G26_98.X01"


def test_a_file_is_written_in_another_version_and_comes_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older, again = tmp_path / "older.x02", tmp_path / "again.x02"
    assert main(["upgrade", str(OPTIONS), "--to", "12", "--output", str(older)]) == 0
    assert capsys.readouterr().out == f"{older}: version 14 -> 12, 12 lines\n"
    assert main(["upgrade", str(older), "--to", "14", "--output", str(again)]) == 0
    assert again.read_bytes() == OPTIONS.read_bytes()


def test_what_cannot_be_carried_is_shown_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wide, target = tmp_path / "wide.x02", tmp_path / "new.x02"
    lines = OPTIONS.read_bytes().split(b"\r\n")
    lines[7] = lines[7][:109] + b"1000" + lines[7][113:]
    wide.write_bytes(b"\r\n".join(lines))
    assert main(["upgrade", str(wide), "--to", "12", "--output", str(target)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        f"{wide}:8:110: error upgrade.no-fit: maximum_mark: 1000 does not fit in 3 digits"
        " (version 12)"
    )
    assert said[2].endswith("^^^^")
    assert said[-1] == (
        f"{wide}: 1 value cannot be converted; nothing was written; --drop leaves these values out"
    )
    assert not target.exists()
    assert main(["upgrade", str(wide), "--to", "12", "--output", str(target), "--drop"]) == 0
    assert "1 value cannot be converted; left out" in capsys.readouterr().out
    assert target.exists()


def test_a_folder_is_written_into_a_folder(tmp_path: Path) -> None:
    target = tmp_path / "new"
    assert main(["upgrade", str(OPTIONS.parent), "--to", "13", "--output", str(target)]) == 0
    assert sorted(path.name for path in target.iterdir()) == sorted(
        path.name for path in OPTIONS.parent.iterdir()
    )


def test_nothing_is_overwritten_without_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "there.x02"
    target.write_text("mine")
    command = ["upgrade", str(OPTIONS), "--to", "13", "--output", str(target)]
    assert main(command) == 2
    assert (
        "the file exists already: --force replaces it; nothing was written"
        in capsys.readouterr().err
    )
    assert target.read_text() == "mine"
    assert main([*command, "--force"]) == 0
    assert target.read_bytes()[24:26] == b"13"


def test_several_files_need_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade", str(OPTIONS), str(SYLLABUSES), "--to", "13"]) == 2
    assert "standard output: it takes one file: name a folder" in capsys.readouterr().err


def test_two_files_of_one_name_are_refused_without_asking_for_the_folder_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("old", "new"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / OPTIONS.name).write_bytes(OPTIONS.read_bytes())
    given = [str(tmp_path / "old"), str(tmp_path / "new")]
    target = tmp_path / "made"
    assert main(["upgrade", *given, "--to", "13", "--output", str(target)]) == 2
    assert capsys.readouterr().err == (
        f"jcq: {target / OPTIONS.name}: two files would have this name: convert them in two steps,"
        " into different folders; nothing was written\n"
    )
    assert not target.exists()


@pytest.mark.parametrize("part", [slice(0, 700), slice(117, None), slice(234, 351)])
def test_a_file_that_is_cut_off_is_converted_only_with_incomplete(
    part: slice, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut, target = tmp_path / OPTIONS.name, tmp_path / "new" / OPTIONS.name
    cut.write_bytes(OPTIONS.read_bytes()[part])
    command = ["upgrade", str(cut), "--to", "14", "--output", str(target)]
    assert main(command) == 3
    said = capsys.readouterr().err
    assert "is incomplete: " in said or "is before the file header" in said
    assert not target.exists()
    assert main([*command, "--incomplete"]) == 0
    assert target.exists()


def test_standard_output_holds_the_file_and_nothing_else(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert main(["upgrade", str(SYLLABUSES), "--to", "13"]) == 0
    written = capfdbinary.readouterr()
    assert written.out == SYLLABUSES.read_bytes().replace(b"00114", b"00113", 1)
    assert written.err == b""


def test_entries_have_no_place_in_an_older_version(capsys: pytest.CaptureFixture[str]) -> None:
    entries = SAMPLES / "centre" / "E9999998.X01"
    assert main(["upgrade", str(entries), "--to", "13"]) == 3
    said = capsys.readouterr().err
    assert "entries cannot be converted to version 13. The record length of entries is not" in said
    assert "Keep the file as it is, or ask its sender for one in that version" in said
