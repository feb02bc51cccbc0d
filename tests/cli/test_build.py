"""`jcq build`: files from rows, and what it refuses, in the words of its options and the rows."""

from __future__ import annotations

import csv
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
ENTRIES = SAMPLES / "centre" / "E9999998.X01"
RESULTS = SAMPLES / "centre" / "R9999998.X01"
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


def exported(source: Path, target: Path, *more: str) -> None:
    """Writes the rows of a file as CSV."""
    arguments = ["export", str(source), "--to", "csv", "--output", str(target), *more]
    assert main(arguments) == 0


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


def test_rows_of_entries_become_a_correct_file(tmp_path: Path) -> None:
    exported(ENTRIES, tmp_path / "E.csv")
    made = tmp_path / "made"
    arguments = ["build", str(tmp_path / "E.csv"), "--type", "E", *BOARD, "--to", str(made)]
    assert main(arguments) == 0
    built = jcq.read(made / "E9999998.X01")
    assert [r.line for r in built.records] == [r.line for r in jcq.read(ENTRIES).records]
    assert not [i for i in jcq.check(made / "E9999998.X01") if i.severity == "error"]
    assert main(arguments) == 2


def test_rows_with_a_former_name_of_a_column_are_built(tmp_path: Path) -> None:
    exported(ENTRIES, tmp_path / "E.csv")
    rows = (tmp_path / "E.csv").read_text().replace(",qualifier_flag,", ",previous_qualifier_flag,")
    assert "previous_" in rows
    (tmp_path / "E.csv").write_text(rows)
    assert (
        main(["build", str(tmp_path / "E.csv"), "--type", "E", *BOARD, "--to", str(tmp_path)]) == 0
    )
    built = jcq.read(tmp_path / "E9999998.X01")
    assert [r.line for r in built.records] == [r.line for r in jcq.read(ENTRIES).records]


def test_every_mistake_of_every_row_is_said_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(
        "centre_number,candidate_number,candidate_status,candidate_name,sex,date_of_birth,"
        "entries_2_option_entry_code\n"
        "99999,2X,C,BADGER:MAX,male,31/13/2010,TOOLONGCODE\n"
        "99999,,C,CROW:CLEO,nan,2010-01-31,1MAF\n"
    )
    arguments = ["build", str(rows), *BOARD, "--type", "E", "--to", str(tmp_path / "made")]
    assert main(arguments) == 1
    said = capsys.readouterr().err.replace(f"{rows}:", "").splitlines()
    assert [line.rpartition(": ")[0].partition(": nan")[0] for line in said] == [
        "2: candidate_number",
        "2: sex",
        "2: date_of_birth",
        "2: entries_2_option_entry_code",
        "3: sex",
        "3: candidate_number",
        "nothing was written",
    ]
    assert said[-1] == "nothing was written: 6 mistakes to correct"
    assert not (tmp_path / "made").exists()


def test_option_codes_in_small_letters_are_said_when_they_are_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(
        "centre_number,candidate_number,candidate_status,candidate_name,sex,"
        "entries_1_option_entry_code\n99999,0001,C,AARDVARK:ZOE,F,1mah\n"
    )
    arguments = ["build", str(rows), *BOARD, "--type", "E", "--to", str(tmp_path)]
    assert main(arguments) == 0
    assert "the code 1mah has small letters: use 1MAH" in capsys.readouterr().err


def test_amendments_of_each_centre_go_on_behind_what_it_has_sent(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text(
        "centre_number,candidate_number,candidate_status,candidate_name,sex\n"
        "99999,0001,C,AARDVARK:ZOE,F\n"
        "99998,0007,C,BADGER:MAX,M\n"
    )
    arguments = ["build", str(tmp_path / "rows.csv"), *BOARD, "--to", str(tmp_path)]
    assert main([*arguments, "--type", "E"]) == 0
    first, other = tmp_path / "E9999998.X01", tmp_path / "E9999898.X01"
    sent = ["--after", str(first), "--after", str(other)]
    assert main([*arguments, "--type", "A", *sent]) == 0
    second = tmp_path / "A9999998.X02"
    assert jcq.read(second).records[0].candidate_number == "0001"
    assert main([*arguments, "--type", "A", *sent, "--after", str(second)]) == 2
    assert main([*arguments, "--type", "A", "--after", str(first)]) == 2
    assert sorted(path.name for path in tmp_path.glob("A*")) == ["A9999898.X02", "A9999998.X02"]


@pytest.mark.parametrize("letter", ["S", "O", "C", "L", "D"])
def test_basedata_comes_back_from_its_rows(letter: str, tmp_path: Path) -> None:
    (source,) = (SAMPLES / "basedata").glob(f"{letter}*")
    exported(source, tmp_path / "rows.csv")
    arguments = ["build", str(tmp_path / "rows.csv"), "--type", letter, *BOARD]
    assert main([*arguments, "--to", str(tmp_path / "made")]) == 0
    (path,) = (tmp_path / "made").iterdir()
    assert [r.as_dict() for r in jcq.read(path).records] == [
        r.as_dict() for r in jcq.read(source).records
    ]


def test_results_come_back_from_their_rows(tmp_path: Path) -> None:
    exported(RESULTS, tmp_path / "R.csv", "--origin")
    arguments = ["build", str(tmp_path / "R.csv"), "--type", "R", *BOARD, "--to", str(tmp_path)]
    assert main(arguments) == 0
    built = jcq.read(tmp_path / "R9999998.X01").records
    assert [r.line for r in built] == [r.line for r in jcq.read(RESULTS).records]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            "centre_nomber\n99999",
            "R.csv:1: no column is called 'centre_nomber' here; did you mean",
        ),
        (
            "centre_number,result_type\n99999,1",
            "R.csv:1: the columns candidate_number, option_result_code are missing",
        ),
        (
            "centre_number,candidate_number,option_result_code,result_type\n9999,,1MAH,1",
            "R.csv:2: candidate_number: must not be blank",
        ),
        (
            "centre_number,candidate_number,option_result_code,result_type\n9,1,1MAH,1,2",
            "R.csv:2: cell 5 has a value but no heading",
        ),
        (
            "centre_number,candidate_number,option_result_code,result_type,outcome_first_grade,"
            "outcome_score\n99999,0001,1MAH,1,7,12",
            "R.csv:2: outcome_score: cannot be filled together with the other columns of this row",
        ),
        (
            "centre_number,candidate_number,option_result_code,result_type,outcome_score\n"
            "99999,0001,1MAH,U,1.5",
            "R.csv:2: outcome_score: a whole number is needed",
        ),
        (
            "centre_number,candidate_number,option_result_code,result_type,outcome_first_grade\n"
            "9999,0001,1MAH,1,7",
            "R.csv:2: centre_number: must be 5 digits (0-9)",
        ),
        *(
            (
                "centre_number,candidate_number,option_result_code,result_type\n"
                f"99999,0001,{nothing},1",
                f"R.csv:2: option_result_code: {nothing} means a missing value or an error",
            )
            for nothing in ("nan", "None", "NULL", "#N/A", "#REF!")
        ),
        (
            "centre_number;candidate_number;option_result_code;result_type;outcome_first_grade\n"
            "99999;0001;1M\tH;1;7",
            "R.csv:2: option_result_code: a tab cannot be written: remove it",
        ),
    ],
)
def test_a_row_that_does_not_fit_is_told_and_nothing_is_written(
    rows: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "R.csv").write_text(rows)
    arguments = ["build", str(tmp_path / "R.csv"), "--type", "R", *BOARD, "--to", str(tmp_path)]
    assert main(arguments) in (1, 3)
    assert message in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["R.csv"]


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("uci", "999990230001A", "E5.csv:2: error field.identifier: uci: "),
        ("uln", "9990000018", "E5.csv:2: warning field.identifier: uln: "),
        ("candidate_name", "ADA", "E5.csv:2: "),
    ],
)
def test_what_check_would_call_an_error_is_not_written(
    column: str, cell: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "E5.csv"
    exported(ENTRIES, source)
    first, *others = csv.DictReader(source.read_text("utf-8").splitlines())
    with source.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(first))
        writer.writeheader()
        writer.writerows([{**first, column: cell}, *others])
    capsys.readouterr()
    arguments = ["build", str(source), "--type", "E", *BOARD, "--to", str(tmp_path)]
    code = main(arguments)
    said = capsys.readouterr().err
    assert message in said
    assert cell not in said
    assert (code == 1) == ("nothing was written: 1 error to correct" in said)
    assert (tmp_path / "E9999998.X01").exists() == (code == 0)
