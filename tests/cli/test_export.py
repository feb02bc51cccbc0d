"""`jcq export`: to other programs."""

from __future__ import annotations

import contextlib
import csv
import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import jcq_formats as jcq
import openpyxl
import pyarrow.parquet as pq
import pytest
from jcq_formats.cli import main
from jcq_formats.tables.export import FORMATS
from jcq_formats.tables.exports import xlsx
from jcq_formats.tables.schema import RecordTable
from jcq_formats.tables.uniting import VersionRecord

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
ENTRIES = SAMPLES / "centre" / "E9999998.X01"
RESULTS = SAMPLES / "centre" / "R9999998.X01"
SUFFIXES = {name: f".{name}" for name in FORMATS}
BOARD = ["--awarding-body", "98", "--series", "6G", "--year", "26"]


def exported(to: str, source: Path, target: Path, *more: str) -> None:
    arguments = ["export", str(source), "--to", to, "--output", str(target), *more]
    assert main(arguments) == 0


def rows_of(to: str, path: Path) -> list[dict[str, Any]]:
    """What another program reads from the results that were exported."""
    if to == "csv":
        with path.open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))
    if to == "jsonl":
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    if to == "parquet":
        found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
        return found
    if to == "sqlite":
        connection = sqlite3.connect(path)
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute('SELECT * FROM "R5"')]
    if to == "duckdb":
        with duckdb.connect(str(path), read_only=True) as database:
            table: list[dict[str, Any]] = database.table("R5").to_arrow_table().to_pylist()
            return table
    sheet = openpyxl.load_workbook(path)["R5"]
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_has_the_same_rows(to: str, tmp_path: Path) -> None:
    target = tmp_path / f"results{SUFFIXES[to]}"
    exported(to, RESULTS, target)
    wanted = jcq.to_arrow(RESULTS, "R5").to_pylist()
    rows = rows_of(to, target)
    assert len(rows) == len(wanted)
    for row, record in zip(rows, wanted, strict=True):
        for name, value in record.items():
            if to in ("csv", "xlsx"):
                assert str(row[name] or "") == str("" if value is None else value), name
            else:
                assert row[name] == value, name
    assert rows[0]["candidate_number"] == "0001"


def test_several_types_of_record_are_several_files_tables_or_sheets(tmp_path: Path) -> None:
    exported("csv", SAMPLES / "basedata", tmp_path / "out")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "C5.csv",
        "D5.csv",
        "L5.csv",
        "O5.csv",
        "S5.csv",
    ]
    exported("xlsx", SAMPLES / "basedata", tmp_path / "out.xlsx")
    assert set(openpyxl.load_workbook(tmp_path / "out.xlsx").sheetnames) >= {"O5", "S5"}
    exported("sqlite", SAMPLES / "basedata", tmp_path / "out.sqlite")
    exported("duckdb", SAMPLES / "basedata", tmp_path / "out.duckdb")
    count = 'SELECT (SELECT count(*) FROM "O5"), (SELECT count(*) FROM "S5")'
    with contextlib.closing(sqlite3.connect(tmp_path / "out.sqlite")) as lite:
        assert lite.execute(count).fetchall() == [(8, 4)]
    with duckdb.connect(str(tmp_path / "out.duckdb"), read_only=True) as database:
        assert database.execute(count).fetchall() == [(8, 4)]
    exported("parquet", SAMPLES / "basedata", tmp_path / "S.parquet", "--record", "S5")
    assert pq.read_table(tmp_path / "S.parquet").num_rows == 4


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_what_is_written_by_half_goes_when_the_command_is_told_to_end(
    number: signal.Signals, tmp_path: Path
) -> None:
    def heeds_it() -> None:
        """A process started in the background may ignore interruptions."""
        signal.signal(signal.SIGINT, signal.default_int_handler)

    source, out = tmp_path / RESULTS.name, tmp_path / "out"
    source.write_bytes(RESULTS.read_bytes() * 20_000)
    out.mkdir()
    command = [sys.executable, "-m", "jcq_formats", "export", str(source), "--to", "csv"]
    command.append("--incomplete")
    with subprocess.Popen([*command, "--output", str(out / "R5.csv")], preexec_fn=heeds_it) as run:
        while not any(path.stat().st_size for path in out.rglob("*.csv")):
            assert run.poll() is None
            time.sleep(0.01)
        run.send_signal(number)
        assert run.wait(60) == 128 + number
    assert list(out.iterdir()) == []


def test_one_file_takes_one_type_of_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.csv"
    arguments = ["export", str(SAMPLES / "basedata"), "--to", "csv", "--output", str(target)]
    assert main(arguments) == 2
    assert "one file takes one type" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_replaced_only_when_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "R.csv"
    target.write_text("mine")
    arguments = ["export", str(RESULTS), "--to", "csv", "--output", str(target)]
    assert main(arguments) == 2
    assert "--force replaces it" in capsys.readouterr().err
    assert target.read_text() == "mine"
    assert main([*arguments, "--force"]) == 0
    assert "candidate_number" in target.read_text()


def test_what_a_spreadsheet_would_run_is_neutralised(tmp_path: Path) -> None:
    source = tmp_path / "O6G26_98.X01"
    first = next(jcq.scan(SAMPLES / "basedata" / "O6G26_98.X02", jcq.v14.Option))
    option = first.replace(option_title="=SUM(A1)")
    file = jcq.new_file([option], awarding_body="98", series="6G", year="26", version="14")
    jcq.write(file, source)
    exported("csv", source, tmp_path / "O.csv")
    assert ",'=SUM(A1)," in (tmp_path / "O.csv").read_text()
    exported("xlsx", source, tmp_path / "O.xlsx")
    cells = list(openpyxl.load_workbook(tmp_path / "O.xlsx")["O5"].iter_rows())[1]
    (cell,) = (cell for cell in cells if cell.value == "=SUM(A1)")
    assert cell.data_type == "s"


def test_codes_are_text_cells_and_numbers_are_numbers(tmp_path: Path) -> None:
    exported("xlsx", ENTRIES, tmp_path / "E.xlsx")
    head, first, *_ = openpyxl.load_workbook(tmp_path / "E.xlsx")["E5"].iter_rows()
    cells = {str(h.value): cell for h, cell in zip(head, first, strict=True)}
    assert (cells["candidate_number"].value, cells["candidate_number"].data_type) == ("0001", "s")
    assert cells["date_of_birth"].is_date


def test_a_sheet_that_is_full_is_refused(tmp_path: Path) -> None:
    table = RecordTable((VersionRecord("14", jcq.v14.Link),), ())
    writer = xlsx.Writer(tmp_path / "links.xlsx")
    writer.begin(table)
    writer.counts[table] = xlsx.ROWS - 1
    writer.add(table, [["1MAH", "1MA/H1"]])
    with pytest.raises(jcq.JcqError, match="L5: a sheet holds 1,048,576 rows at most"):
        writer.add(table, [["1MAH", "1MA/H2"]])
    writer.finish()


def test_sqlite_joins_results_to_the_titles_of_their_options(tmp_path: Path) -> None:
    target = tmp_path / "all.sqlite"
    both = [str(SAMPLES / "basedata"), str(RESULTS)]
    assert main(["export", *both, "--to", "sqlite", "--output", str(target)]) == 0
    connection = sqlite3.connect(target)
    titles = connection.execute(
        "SELECT candidate_number, option_title FROM results_with_titles"
        " WHERE option_result_code = '1MAH' AND candidate_number = '0001'"
    ).fetchall()
    assert titles == [("0001", "MATHEMATICS (HIGHER)")]
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert {"R5_option_entry_code", "O5_option_entry_code"} <= names
    counted = connection.execute("SELECT count(*) FROM results_with_titles").fetchone()
    assert counted == connection.execute('SELECT count(*) FROM "R5"').fetchone()


@pytest.mark.parametrize("to", FORMATS)
def test_a_file_that_is_named_twice_is_written_once(to: str, tmp_path: Path) -> None:
    target = tmp_path / f"results{SUFFIXES[to]}"
    files = [str(RESULTS), str(RESULTS), str(RESULTS.parent)]
    assert main(["export", *files, "--record", "R5", "--to", to, "--output", str(target)]) == 0
    assert len(rows_of(to, target)) == len(jcq.read(RESULTS).records)


@pytest.mark.parametrize("to", FORMATS)
def test_lines_without_a_layout_in_their_version_are_left_out_and_said(
    to: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "R9999997.X01"
    old.write_bytes(b"R199999976G26SSAMPLE 00113\r\nR5999990001\r\n")
    target = tmp_path / f"results{SUFFIXES[to]}"
    files = [str(old), str(RESULTS)]
    assert main(["export", *files, "--record", "R5", "--to", to, "--output", str(target)]) == 0
    assert len(rows_of(to, target)) == len(jcq.read(RESULTS).records)
    assert (
        "R9999997.X01: 2 lines left out, because they are not known records"
        in capsys.readouterr().err
    )


def test_what_is_not_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "R9999998.X01"
    text = RESULTS.read_bytes().replace(b"B0171A", b"B01X1A") + b"Q5 what is this\r\n"
    source.write_bytes(text)
    for to in ("csv", "parquet"):
        target = tmp_path / f"R.{to}"
        arguments = ["export", str(source), "--to", to, "--output", str(target)]
        assert main(arguments) == 3
        err = capsys.readouterr().err
        assert f"{source} cannot be read reliably: line 12 is not a known record" in err
        assert not target.exists()
        assert main([*arguments, "--incomplete"]) == 1
        err = capsys.readouterr().err
        assert f"{source}:4:48: " in err
        assert "1 value not decoded, and left empty" in err
        assert "1 line left out, because it is not a known record" in err


@pytest.mark.parametrize(("to", "library"), [("parquet", "pyarrow"), ("xlsx", "xlsxwriter")])
def test_a_missing_library_is_named_with_the_extra_that_brings_it(
    to: str,
    library: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in [n for n in sys.modules if n.startswith("jcq_formats.tables")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [n for n in sys.modules if n.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    arguments = ["export", str(RESULTS), "--to", to, "--output", str(tmp_path / "x")]
    assert main(arguments) == 2
    assert "pip install 'jcq-formats[" in capsys.readouterr().err
