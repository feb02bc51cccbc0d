"""`jcq results`: on the terminal, as data, as a page; what it hides, and its exit codes."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from jcq_formats.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
CENTRE = SAMPLES / "centre"
RESULTS, ENTRIES = str(CENTRE / "R9999998.X01"), str(CENTRE / "E9999998.X01")
BASEDATA = ["--basedata", str(SAMPLES / "basedata")]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def shown(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main(["results", RESULTS, ENTRIES, *BASEDATA, *more]) == 0
    return capsys.readouterr().out


def test_the_terminal_shows_numbers_statistics_and_candidates(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = shown(capsys)
    assert text.startswith("3 candidates with 5 results and 2 unit results.\n")
    assert """
  7AR1  ARCHAEOLOGY UNIT 1
    1 result, mean score 78.0 of 100
    grade           a*     a     b     c     d     e     u
    number           0     0     1     0     0     0     0
    %              0.0   0.0 100.0   0.0   0.0   0.0   0.0
    cumulative %   0.0   0.0 100.0 100.0 100.0 100.0 100.0
""" in text
    assert text.endswith("""
99999 0004  ********
  7ARA    ARCHAEOLOGY         B  289/400
    7AR1  ARCHAEOLOGY UNIT 1  b   78/100
    7AR2  ARCHAEOLOGY UNIT 2  c  211/300
""")
    assert max(map(len, text.splitlines())) <= 80


def test_the_summary_is_the_numbers_and_the_qualifications(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = shown(capsys, "--summary")
    assert "By qualification" in text
    assert "By option" not in text
    assert "99999 0004" not in text


@pytest.mark.parametrize("form", ["json", "html"])
def test_names_are_masked_unless_asked_for(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "AARDVARK" not in shown(capsys, "--to", form)
    assert "AARDVARK, ADA MAY" in shown(capsys, "--to", form, "--show-personal-data")


def test_last_year_is_set_beside(capsys: pytest.CaptureFixture[str]) -> None:
    data = Path(RESULTS).read_bytes().replace(b"7AR1  U078b", b"7AR1  U088a")
    Path("R9999998.X01").write_bytes(data)
    text = shown(capsys, "--against", "R9999998.X01")
    assert "    before: 1 result, mean score 88.0 of 100" in text
    assert "    before         0.0 100.0 100.0 100.0 100.0 100.0 100.0" in text
    page = shown(capsys, "--against", "R9999998.X01", "--to", "html")
    assert "stroke-dasharray" in page
    found = json.loads(shown(capsys, "--against", "R9999998.X01", "--to", "json"))
    unit = next(one for one in found["statistics"] if one["code"] == "7AR1")
    assert (unit["mean_score"], unit["before"]["mean_score"]) == (78, 88)


def test_tables_have_a_row_for_each_result(capsys: pytest.CaptureFixture[str]) -> None:
    shown(capsys, "--to", "csv", "--output", "results.csv")
    with Path("results.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 7
    unit = next(row for row in rows if row["code"] == "7AR1")
    assert (unit["kind"], unit["belongs_to"], unit["grade"]) == ("unit", "7ARA", "b")
    assert (unit["score"], unit["maximum_mark"], unit["pending"]) == ("78", "100", "false")
    assert {row["candidate_name"] for row in rows} == {""}
    shown(capsys, "--to", "csv", "--output", "both", "--show-personal-data")
    assert sorted(path.name for path in Path("both").iterdir()) == ["results.csv", "statistics.csv"]
    assert "DORMOUSE" in Path("both/results.csv").read_text("utf-8")
    assert Path("both/results.csv").stat().st_mode & 0o077 == 0


def test_a_workbook_and_parquet_are_typed(capsys: pytest.CaptureFixture[str]) -> None:
    shown(capsys, "--to", "xlsx", "--output", "results.xlsx")
    book = openpyxl.load_workbook("results.xlsx")
    assert book.sheetnames == ["results", "statistics"]
    assert book["results"].max_row == 8
    shown(capsys, "--to", "parquet", "--output", "results.parquet")
    table = pq.read_table("results.parquet")
    assert table.num_rows == 7
    assert str(table.schema.field("score").type) == "int64"
    assert table.column("partial_absence").to_pylist().count(True) == 1


def test_the_suffix_of_the_output_gives_the_format(capsys: pytest.CaptureFixture[str]) -> None:
    shown(capsys, "--output", "results.csv")
    assert len(Path("results.csv").read_text("utf-8").splitlines()) == 8
    shown(capsys, "--output", "results.html")
    assert Path("results.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    shown(capsys, "--output", "results.txt")
    assert Path("results.txt").read_text("utf-8").startswith("3 candidates")
    for command in (["check", RESULTS], ["diff", RESULTS, RESULTS]):
        assert main([*command, "--output", f"{command[0]}.json"]) == 0
        assert Path(f"{command[0]}.json").read_text("utf-8").startswith("{")


def test_the_page_names_centre_and_series_and_may_be_the_summary_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = shown(capsys, "--to", "html", "--summary")
    assert "<p>Centre 99999</p><p>Awarding body 98, series 6G26</p>" in page
    assert "0004" not in page
    assert main(["results", RESULTS, "--summary", "--to", "json"]) == 2
    assert "--summary is for text and html, not for json" in capsys.readouterr().err


def test_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["results", RESULTS, "--to", "csv"]) == 2
    assert main(["results", ENTRIES]) == 3
    assert main(["results", "missing"]) == 3
    Path("short").write_bytes(Path(RESULTS).read_bytes()[:-50])
    assert main(["results", "short"]) == 3
    assert main(["results", "short", "--incomplete"]) == 0
    Path("there.html").write_text("mine")
    assert main(["results", RESULTS, "--to", "html", "--output", "there.html"]) == 2
    assert main(["results", "short", "--output", "short", "--incomplete", "--force"]) == 2
    said = capsys.readouterr().err
    assert "E9999998.X01 (entries)" in said
    assert "there.html: the file exists already" in said


def test_a_hostile_name_is_only_text_in_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    evil = b"<img src=x onerror=document.title='a'>"
    data = Path(ENTRIES).read_bytes()
    Path("E9999998.X01").write_bytes(data.replace(b"AARDVARK:ADA MAY".ljust(40), evil.ljust(40)))
    command = ["results", RESULTS, "E9999998.X01", "--incomplete", "--show-personal-data"]
    assert main([*command, "--to", "html"]) == 0
    page = capsys.readouterr().out
    assert "&lt;img src=x" in page
    assert "<img" not in page
    assert re.search(r"https?://", page) is None
