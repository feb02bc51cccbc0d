"""`jcq build`: what it refuses, in the words of its own options and of the rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from jcq_formats.cli import main

BOARD = ["--awarding-body", "98", "--series", "6G", "--year", "26"]
HEADINGS = (
    "centre_number,candidate_number,candidate_name,sex,date_of_birth,entries_1_option_entry_code"
)
ROW = "99999,0012,BADGER:BEN,M,2010-11-30,1HI01"


def built(folder: Path, rows: str, *more: str) -> int:
    """The exit code of a build of these rows."""
    path = folder / "E.csv"
    path.write_text(f"{HEADINGS}\n{rows}\n")
    return main(["build", str(path), "--type", "E", *BOARD, *more, "--to", str(folder / "made")])


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--awarding-body", "9", "2 characters are needed in a file name of form centre"),
        ("--series", "6GG", "2 characters are needed in version 14"),
        ("--year", "xx", "two or four digits are needed, not 'xx'"),
        ("--sequence-number", "1000", "must be 3 digits (0-9)"),
        ("--postcode", "AB12 3CDEF", "10 characters do not fit in 8"),
        ("--software-package", "TOOLONGNAME", "11 characters do not fit in 7"),
        ("--software-version", "0001", "4 characters do not fit in 3"),
    ],
)
def test_a_value_that_does_not_fit_is_named_by_its_option(
    option: str, value: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built(tmp_path, ROW, option, value) == 2
    assert capsys.readouterr().err == f"jcq: {option}: {why}\n"


def test_two_records_that_contradict_each_other_are_named_by_their_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = ROW.replace("BEN,M", "BENN,F").replace("1HI01", "1MAH")
    built(tmp_path, f"{ROW}\n\n{other}")
    assert capsys.readouterr().err == (
        f"{tmp_path}/E.csv:2: warning file.candidate-differs: candidate_number: line 4 has another"
        " record of this candidate, with a different candidate_name and sex\n"
    )
