"""Titles from basedata in tables and exports: by the option that a result is for."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pyarrow.parquet as pq
import pytest
from jcq_formats.cli import main

from tests.made_up.files import BASEDATA, CENTRE, RESULTS
from tests.made_up.message import NAME, Learner, message, uci

SETS = jcq.read_basedata(BASEDATA)
TITLES = {code: o.option_title for known in SETS.values() for code, o in known.options.items()}
CODES = [
    record.text("option_result_code").rstrip() for record in RESULTS.records_of(jcq.v14.Result)
]


def titles(source: Any, record: str = "R5", **more: Any) -> list[str | None]:
    table = jcq.to_arrow(source, record, basedata=SETS, **more)
    found: list[str | None] = table.column("option_title").to_pylist()
    return found


@pytest.mark.parametrize("record", ["R5", "results"])
def test_a_result_has_the_title_of_the_option_that_it_is_for(record: str) -> None:
    assert titles(RESULTS.to_bytes(), record) == [TITLES.get(code) for code in CODES]


def test_the_result_code_counts_whatever_the_entry_code_holds() -> None:
    data = RESULTS.to_bytes().split(b"\r\n")
    for entered in (b"      ", b"1MAF  "):
        line = data[2][:34] + entered + b"1HI01 " + data[2][46:]
        found = titles(b"\r\n".join([*data[:2], line, *data[3:]]))
        assert found[0] == TITLES["1HI01"]


def test_basedata_of_another_series_has_no_titles() -> None:
    (known,) = SETS.values()
    other = {jcq.ExamSeries("98", "6G", "25"): known}
    table = jcq.to_arrow(RESULTS.to_bytes(), "R5", basedata=other)
    assert table.column("option_title").null_count == len(CODES)


def test_columns_and_origins_are_those_asked_for() -> None:
    asked = {"columns": ["option_title", "candidate_number"], "origin": "line_number"}
    table = jcq.to_arrow(RESULTS.to_bytes(), "R5", basedata=SETS, **asked)  # type: ignore[arg-type]
    assert table.column_names == ["option_title", "candidate_number", "source_line_number"]
    with pytest.raises(jcq.JcqError, match="R5: no column 'option_titel'; did you mean option_tit"):
        titles(RESULTS.to_bytes(), columns="option_titel")


def test_forecasts_have_titles_and_entries_have_none() -> None:
    assert all(titles(str(CENTRE / "F9999998.X01"), "F5"))
    with pytest.raises(jcq.JcqError, match="E5: titles belong to results"):
        titles(str(CENTRE / "E9999998.X01"), "E5")
    with pytest.raises(jcq.JcqError, match="basedata: read it first"):
        jcq.to_arrow(RESULTS.to_bytes(), "R5", basedata="basedata")  # type: ignore[arg-type]


def test_component_results_have_the_titles_of_the_latest_series(tmp_path: Path) -> None:
    data = message([Learner(uci(1), "0001", {"1HI/C": "5", "NONE/1": "3"})]).encode()
    (known,) = SETS.values()
    earlier = jcq.Basedata.of(
        c.replace(component_title="BEFORE") for c in known.components.values()
    )
    sets = {**SETS, jcq.ExamSeries("98", "6G", "25"): earlier}
    table = jcq.to_arrow(data, "component_results", basedata=sets, origin=True)
    expected = known.components["1HI/C"].component_title
    assert table.column("component_title").to_pylist() == [expected, None]
    assert table.column_names[-3:] == [
        "component_title",
        "source_file",
        "source_line_number",
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "downloads"
    made.mkdir()
    jcq.write(RESULTS, made / "R9999998.X01")
    (made / NAME).write_text(message([Learner(uci(1), "0001", {"1HI/C": "5"})]), "utf-8")
    return made


def export(folder: Path, to: str, target: Path, *more: str) -> None:
    given = ["export", str(folder), "--to", to, "--output", str(target)]
    assert main([*given, "--basedata", str(BASEDATA), *more]) == 0


def test_the_command_adds_titles_to_rows_and_batches(folder: Path, tmp_path: Path) -> None:
    expected = [TITLES.get(code) for code in CODES]
    export(folder, "csv", tmp_path / "csv")
    with (tmp_path / "csv" / "R5.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["option_title"] for row in rows] == [title or "" for title in expected]
    assert not any(name.startswith("source_") for name in rows[0])
    with (tmp_path / "csv" / "component_results.csv").open(encoding="utf-8") as stream:
        (row,) = csv.DictReader(stream)
    assert row["component_title"].startswith("HISTORY")
    export(folder, "parquet", tmp_path / "parquet", "--origin")
    table = pq.read_table(tmp_path / "parquet" / "R5.parquet")
    assert table.column("option_title").to_pylist() == expected
    assert table.column_names[-8:] == [
        f"source_{name}"
        for name in (
            "file",
            "line_number",
            "version",
            "centre_number",
            "sequence_number",
            "awarding_body",
            "series",
            "year",
        )
    ]


def test_a_database_has_them_in_its_tables(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.sqlite"
    export(folder, "sqlite", target)
    with sqlite3.connect(target) as connection:
        found = connection.execute("SELECT option_title FROM R5 ORDER BY source_line_number")
        assert [title for (title,) in found] == [TITLES.get(code) for code in CODES]
    connection.close()


def test_basedata_that_is_none_is_refused(folder: Path, tmp_path: Path) -> None:
    given = ["export", str(folder), "--to", "csv", "--output", str(tmp_path / "csv")]
    assert main([*given, "--basedata", str(CENTRE / "E9999998.X01")]) == 3
    assert not (tmp_path / "csv").exists()
