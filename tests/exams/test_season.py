"""A season's folder: which files count, duplicates, and missing files."""

from __future__ import annotations

import shutil
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

from tests.made_up.files import CENTRE, ENTRIES, RESULTS, candidate, new
from tests.made_up.message import message

BASEDATA = CENTRE.parent / "basedata"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A season in which nothing is missing."""
    for source in (CENTRE, BASEDATA):
        for path in source.iterdir():
            shutil.copy(path, tmp_path)
    return tmp_path


def notes(folder: Path) -> list[str]:
    found = jcq.season(folder)
    return [f"{Path(note.file).name}: {note.kind}" for note in found.notes]


def current(folder: Path) -> list[str]:
    return [Path(file.name).name for file in jcq.season(folder).current]


def write(file: jcq.File, folder: Path, name: str = "") -> None:
    jcq.write(file, folder / (name or file.name))


def results(*lines: str, number: int = 2) -> jcq.File:
    """A later results file, with these results of the sample, by their option."""
    records = [r for r in RESULTS.records if r.line[40:46].rstrip() in lines]
    return new(records, data_type="R", centre_number="99999", sequence_number=number)


def test_where_all_is_there_nothing_is_said(folder: Path) -> None:
    found = jcq.season(folder)
    assert found.notes == found.unreadable == []
    assert len(found.current) == len(found.files) == 9


def test_files_are_in_the_order_of_series_kind_and_number(folder: Path) -> None:
    write(results("1MAH"), folder)
    found = [(file.holds, file.number) for file in jcq.season(folder).files]
    assert found == [
        ("A", 2),
        ("C", 1),
        ("D", 1),
        ("E", 1),
        ("F", 1),
        ("L", 1),
        ("O", 2),
        ("R", 1),
        ("R", 2),
        ("S", 1),
    ]


def test_the_same_file_twice_counts_once_under_its_own_name(folder: Path) -> None:
    shutil.copy(folder / "R9999998.X01", folder / "R9999998 (1).X01")
    assert notes(folder) == ["R9999998 (1).X01: came twice"]
    assert "R9999998.X01" in current(folder)
    assert "R9999998 (1).X01" not in current(folder)


def test_a_later_issue_of_basedata_supersedes_the_earlier_one(folder: Path) -> None:
    text = (folder / "O6G26_98.X02").read_bytes()
    (folder / "O6G26_98.X05").write_bytes(text.replace(b"O36G26_986G26002", b"O36G26_986G26005"))
    assert notes(folder) == ["O6G26_98.X02: superseded"]
    assert "O6G26_98.X02" not in current(folder)


def test_later_results_supersede_only_what_they_have(folder: Path) -> None:
    write(results("1MAH", "1HI01"), folder)
    assert notes(folder) == []
    everything = {record.line[40:46].rstrip() for record in RESULTS.records}
    write(results(*everything, number=3), folder)
    assert notes(folder) == ["R9999998.X01: superseded", "R9999998.X02: superseded"]


def test_a_gap_a_repeat_and_amendments_without_entries_are_told(folder: Path) -> None:
    later = new([candidate("0009", "1MAH")], after=[ENTRIES], sequence_number=5)
    write(later, folder)
    assert notes(folder) == ["A9999998.X05: gap"]
    (folder / "A9999998.X05").unlink()
    write(new([candidate("0009", "1MAH")], after=[ENTRIES]), folder, "A9999998 (1).X02")
    assert notes(folder) == ["A9999998.X02: same number"]
    (folder / "E9999998.X01").unlink()
    (folder / "A9999998 (1).X02").unlink()
    assert notes(folder) == ["A9999998.X02: no entries"]


def test_files_without_basedata_and_messages_without_results_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "world"
    assert main(["sample", str(folder), "--candidates", "6", "--component-results"]) == 0
    assert notes(folder) == []
    for path in folder.glob("[SOCLD]*"):
        path.unlink()
    (note,) = jcq.season(folder).notes
    assert str(note) == (
        "no basedata of awarding body 98, series 6G26, so the options and grades of 4 files were"
        " not checked"
    )
    for path in folder.glob("[AEFR]*"):
        path.unlink()
    assert [note.partition(": ")[2] for note in notes(folder)] == ["no results"]


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "R9999998.X02").write_bytes(b"<html>")
    assert main(["season", str(folder)]) == 3
    said = capsys.readouterr()
    assert "R9999998.X02" in said.err
    assert "9 files, 9 of them count (*); 0 notes" in said.out


def test_the_command_shows_what_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["season", str(folder)]) == 0
    said = capsys.readouterr().out.replace(f"{folder}/", "")
    assert said.startswith(
        "Amendments to entries, awarding body 98, series 6G26: 1 of 1 file, 2 records\n"
        "  *  002  2026-03-03          2  99999  A9999998.X02\n"
    )
    shutil.copy(folder / "R9999998.X01", folder / "R9999998 (1).X01")
    assert main(["season", str(folder)]) == 1
    said = capsys.readouterr().out.replace(f"{folder}/", "")
    assert "     001  2026-08-19          7  99999  R9999998 (1).X01\n" in said
    assert "the same as" in said


def test_outcomes_of_a_message_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a2c.xml").write_text(message(), encoding="utf-8")
    (found,) = jcq.season(tmp_path / "a2c.xml").files
    assert found.records == message().count("<QE_Outcome_Value>")


def test_a_damaged_file_does_not_count_and_supersedes_nothing(folder: Path) -> None:
    damaged = results("1MAH", "1HIS", "1HI01", "7ARA", "7AR1", "7AR2").to_bytes()[:-50]
    (folder / "R9999998.X02").write_bytes(damaged)
    found = [str(note) for note in jcq.season(folder).notes]
    assert [note.partition(" is incomplete")[0] for note in found] == [
        f"{folder}/R9999998.X02: the file"
    ]
    assert "R9999998.X01" in current(folder)
    assert "R9999998.X02" not in current(folder)


def test_files_of_one_number_are_named_together(folder: Path) -> None:
    for n, option in enumerate(("1MAH", "1HIS", "7ARA"), 1):
        write(results(option), folder, f"R9999998 ({n}).X02")
    (note,) = [n for n in jcq.season(folder).notes if n.kind == "same number"]
    assert str(note).replace(f"{folder}/", "") == (
        "R9999998 (3).X02: R9999998 (1).X02 and R9999998 (2).X02 have number 2 as well, but not"
        " the same contents"
    )


def test_the_centre_in_a_header_that_has_slipped_is_not_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ENTRIES.to_bytes().split(b"\r\n")
    lines[1] = lines[1][:2] + b"QUAIL:ZED" + lines[1][2:-9]
    (tmp_path / "E9999998.X01").write_bytes(b"\r\n".join(lines))
    assert main(["season", str(tmp_path)]) == 1
    assert "QUAIL" not in capsys.readouterr().out
