"""`jcq merge`: its output, decisions, and the files that it writes."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

RESULTS = Path(__file__).resolve().parents[1] / "samples" / "centre" / "R9999998.X01"
COLUMNS = [
    "--columns",
    "candidate_number=Cand",
    "--columns",
    "option_result_code=Option",
    "--columns",
    "grade=Result",
    "--columns",
    "score=Mark",
]
MERGED = Path("merged/R9999998.X02")

pytestmark = pytest.mark.usefixtures("_files")


@pytest.fixture
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last file, the new one with two changed results, and a folder for the output."""
    monkeypatch.chdir(tmp_path)
    Path("merged").mkdir()
    shutil.copy(RESULTS, "last.X01")
    text = RESULTS.read_bytes().replace(b"1MAH  18", b"1MAH  17")
    Path("new.X02").write_bytes(text.replace(b"7AR1  U078b", b"7AR1  U080b"))


def merge(ours: str, *arguments: str) -> int:
    return main(["merge", "--base", "last.X01", "--theirs", "new.X02", "--ours", ours, *arguments])


def ours(*changes: tuple[bytes, bytes]) -> str:
    text = RESULTS.read_bytes()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    Path("ours.X01").write_bytes(text)
    return "ours.X01"


def marks() -> dict[str, str]:
    return {r.line[7:11] + r.line[40:46].strip(): r.line[46:57].strip() for r in jcq.read(MERGED)}


CLEAN = (b"1HIS  B0061C", b"1HIS  B0062C")
BOTH = (b"7AR1  U078b", b"7AR1  U081b")


def test_clean_changes_are_shown_and_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert merge(ours(CLEAN), "--output", str(MERGED)) == 0
    assert capsys.readouterr().out == (
        "2 results changed by the awarding body since the last file:\n"
        "  99999 0001 1MAH  Result: changed\n"
        "      outcome.first_grade: 8 -> 7\n"
        "  99999 0004 7AR1  Result: changed\n"
        "      outcome.score: 78 -> 80\n"
        "1 result changed by the centre since then:\n"
        "  99999 0002 1HIS  Result: changed\n"
        "      outcome.score: 61 -> 62\n"
        "1 result that loading the new file as it is would overwrite:\n"
        "  99999 0002 1HIS  Result: changed\n"
        "      outcome.score: 62 -> 61\n"
        "merged/R9999998.X02: 7 data records\n"
    )
    found = marks()
    assert (found["00011MAH"], found["00021HIS"], found["00047AR1"]) == ("17", "B0062C", "U080b")
    assert MERGED.stat().st_mode & 0o777 == 0o600


def test_basedata_says_whether_a_grade_went_up_or_down(capsys: pytest.CaptureFixture[str]) -> None:
    basedata = ["--basedata", str(RESULTS.parents[1] / "basedata")]
    assert merge(ours((b"7AR1  U078b", b"7AR1  U078a")), *basedata, "--prefer", "ours") == 0
    said = capsys.readouterr().out
    assert "      outcome.first_grade: 8 -> 7 (down)\n" in said
    assert "      outcome.grade: b -> a (up)\n" in said


def test_a_conflict_is_listed_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert merge(ours(CLEAN, BOTH), "--output", str(MERGED)) == 1
    said = capsys.readouterr()
    assert said.out.endswith(
        "1 result changed by both:\n"
        "  99999 0004 7AR1\n"
        "    last file      score 78\n"
        "    awarding body  score 80\n"
        "    centre         score 81\n"
    )
    assert said.err == (
        "nothing was merged: 1 conflict to decide: write the list with --conflicts FILE.csv and"
        " fill it in; give the filled-in list with --decisions, or decide all with --prefer\n"
    )
    assert not MERGED.exists()


@pytest.mark.parametrize(("prefer", "mark"), [("theirs", "U080b"), ("ours", "U081b")])
def test_a_preference_decides(prefer: str, mark: str) -> None:
    assert merge(ours(BOTH), "--output", str(MERGED), "--prefer", prefer) == 0
    assert marks()["00047AR1"] == mark


def test_the_list_of_conflicts_is_filled_in_and_given_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert merge(ours(BOTH), "--output", str(MERGED), "--conflicts", "decide.csv") == 1
    with Path("decide.csv").open(encoding="utf-8-sig", newline="") as stream:
        head, row = csv.reader(stream)
    assert head[-1] == "decision"
    assert row == ["99999", "0004", "7AR1", "score 78", "score 80", "score 81", ""]
    assert merge("ours.X01", "--output", str(MERGED), "--decisions", "decide.csv") == 1
    text = Path("decide.csv").read_text("utf-8")
    Path("decide.csv").write_text(text.replace("score 81,", "score 81, Ours "), "utf-8")
    assert merge("ours.X01", "--output", str(MERGED), "--decisions", "decide.csv") == 0
    assert "    centre         score 81  <- counts\n" in capsys.readouterr().out
    assert marks()["00047AR1"] == "U081b"


def test_a_decision_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    names = "centre_number,candidate_number,option_result_code,decision"
    Path("decide.csv").write_text(f"{names}\n99999,0004,7AR1,mine\n99999,0001,7AR1,yours\n")
    assert merge(ours(BOTH), "--decisions", "decide.csv") == 2
    said = "decide.csv:2: decision: use theirs or ours; decide.csv:3: decision: use theirs or ours"
    assert said in capsys.readouterr().err
    Path("decide.csv").write_text(f"{names}\n99999,0001,7AR1,ours\n")
    assert merge(ours(BOTH), "--decisions", "decide.csv") == 3
    assert "decisions: 99999 0001 7AR1 is not a conflict" in capsys.readouterr().err


def test_the_centre_s_results_come_from_the_csv_file_of_another_program() -> None:
    Path("ours.csv").write_text("Cand,Name,Option,Result,Mark\n1,MOLE,1MAH,,\n2,VOLE,1HIS,C,62\n")
    assert merge("ours.csv", *COLUMNS, "--output", str(MERGED)) == 0
    found = marks()
    assert (found["00011MAH"], found["00021HIS"]) == ("17", "B0062C")


def test_an_export_of_the_last_file_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "last.X01", "--to", "csv", "--output", "ours.csv"]) == 0
    assert merge("ours.csv", "--output", str(MERGED)) == 0
    assert "0 results changed by the centre since then\n" in capsys.readouterr().out
    assert MERGED.read_bytes() == Path("new.X02").read_bytes()


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("Cand,Option\n1,1MAX", "ours.csv:2: last.X01 has no result of candidate 0001 for 1MAX"),
        (
            "Cand,Option,Mark\n1,1MAX,\n1,1MAH,70",
            "ours.csv:2: last.X01 has no result of candidate 0001 for 1MAX; ours.csv:3: score: a",
        ),
        ("Cand,Option,Result\n1,1MAH,7\n1,1MAH,8", "ours.csv:3: the result of candidate 0001 for"),
        ("Cand,Option,Mark\n1,1MAH,70", "ours.csv:2: score: a result of this type cannot have it"),
        ("Cand,Option,Mark\n2,1HIS,7O", "ours.csv:2: score: "),
        ("Cand,Option,Result\n2,1HIS,MERIT", "ours.csv:2: grade: 5 characters do not fit in 2"),
        ("Candidate,Option,Result\n2,1HIS,A", "the column Cand is missing"),
        ("Cand,Option,Result\n2,1HIS,#REF!", "ours.csv:2: grade: #REF! means a missing value or"),
        ("Cand,Option,Result\n2,#N/A,A", "ours.csv:2: option_result_code: #N/A means a missing"),
    ],
)
def test_a_row_that_fits_no_result_is_refused(
    rows: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("ours.csv").write_text(rows)
    heads = rows.partition("\n")[0].split(",")
    names = {"Cand": "candidate_number", "Candidate": "", "Option": "option_result_code"}
    names |= {"Result": "grade", "Mark": "score"}
    given = ["--columns", "candidate_number=Cand"]
    for head in heads:
        if names[head] and head != "Cand":
            given += ["--columns", f"{names[head]}={head}"]
    assert merge("ours.csv", *given, "--output", str(MERGED)) == 3
    assert reason in capsys.readouterr().err
    assert not MERGED.exists()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--columns", "grade"], "--columns needs NAME=HEADING, not 'grade'"),
        (["--output", "new.X02", "--force"], "this is one of the files that are read"),
        (["--output", "ours.X01", "--force"], "this is one of the files that are read"),
    ],
)
def test_wrong_usage_writes_nothing(
    arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path("new.X02").read_bytes()
    assert merge(ours(CLEAN), *arguments) == 2
    assert reason in capsys.readouterr().err
    assert Path("new.X02").read_bytes() == before


def test_a_file_that_is_no_results_file_is_unreadable(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(RESULTS.with_name("E9999998.X01"), "ours.X01")
    assert merge("ours.X01") == 3
    assert "results are needed, but it holds entries" in capsys.readouterr().err


def test_a_file_with_other_results_is_not_merged_unnoticed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = RESULTS.read_bytes()
    Path("new.X02").write_bytes(text.replace(b"R5999990", b"R5999991"))
    assert merge(ours()) == 0
    assert "has none of the results of the last file" in capsys.readouterr().err
    assert main(["merge", *["--base", "last.X01", "--theirs", "last.X01"], "--ours", ours()]) == 0
    assert capsys.readouterr().err == ""


def test_without_an_output_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert merge(ours(CLEAN)) == 0
    assert capsys.readouterr().out.endswith(
        "nothing was written: add --output FILE to write the merged file\n"
    )


def test_rows_for_a_file_of_several_centres_need_the_centre(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = RESULTS.read_bytes()
    lines = [line[:2] + b"99998" + line[7:] for line in text.splitlines(keepends=True)]
    blank = [x[:11] + b" " * 23 + x[34:] if x.startswith(b"R5") else x for x in lines]
    other = jcq.read(b"".join(blank), name="R9999898.X01")
    joined = jcq.join_centres([jcq.read(RESULTS), other])
    for name in ("last.X01", "new.X02"):
        Path(name).write_bytes(joined.to_bytes())
    Path("ours.csv").write_text("Cand,Option,Result,Mark\n2,1HIS,C,62\n")
    assert merge("ours.csv", *COLUMNS, "--output", str(MERGED)) == 3
    said = capsys.readouterr().err
    assert "ours.csv:2: the file is of several centres: give the centre number of each" in said
    Path("ours.csv").write_text("centre_number,Cand,Option,Result,Mark\n99998,2,1HIS,C,62\n")
    assert merge("ours.csv", *COLUMNS, "--output", str(MERGED)) == 0
    changed = [r.line[2:7] for r in jcq.read(MERGED).records if b"B0062C" in r.line.encode()]
    assert changed == ["99998"]


@pytest.mark.parametrize("side", ["base", "theirs", "ours"])
def test_a_side_that_is_missing_is_unreadable(
    side: str, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = {"base": "last.X01", "theirs": "new.X02", "ours": ours(CLEAN), side: "none.X01"}
    assert main(["merge", *(word for s, path in paths.items() for word in (f"--{s}", path))]) == 3
    assert capsys.readouterr().err == "jcq: none.X01: No such file or directory\n"


def test_a_csv_file_that_is_missing_is_unreadable(capsys: pytest.CaptureFixture[str]) -> None:
    assert merge("none.csv") == 3
    assert capsys.readouterr().err == "jcq: none.csv: No such file or directory\n"


@pytest.mark.parametrize("side", ["base", "theirs", "ours"])
@pytest.mark.parametrize("folder", ["several", "several.csv"])
def test_a_side_with_several_files_is_refused(
    side: str, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(folder).mkdir()
    for number in ("1", "2"):
        shutil.copy(RESULTS, Path(folder, f"R9999998.X0{number}"))
    paths = {"base": "last.X01", "theirs": "new.X02", "ours": ours(CLEAN), side: folder}
    words = [word for s, path in paths.items() for word in (f"--{s}", path)]
    assert main(["merge", *words, "--output", str(MERGED)]) == 2
    assert "--base, --theirs and --ours are one file each" in capsys.readouterr().err
    assert not MERGED.exists()


def test_incomplete_accepts_files_that_are_cut_off() -> None:
    ours(CLEAN)
    new = Path("new.X02")
    new.write_bytes(b"".join(new.read_bytes().splitlines(keepends=True)[:-1]))
    arguments = ("--output", str(MERGED))
    assert merge("ours.X01", *arguments) == 3
    assert not MERGED.exists()
    assert merge("ours.X01", "--incomplete", *arguments) == 0
    assert MERGED.read_bytes() == new.read_bytes().replace(*CLEAN)


def test_rows_without_an_option_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ours.csv").write_text("candidate_number,score\n0002,62\n", encoding="utf-8")
    assert merge("ours.csv") == 3
    why = "ours.csv:2: give the option of each row, in the column option_"
    assert why in capsys.readouterr().err
