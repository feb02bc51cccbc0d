"""`jcq export` of many files: which issue counts, and how they are laid out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from jcq_formats.cli import main
from jcq_formats.tables.exports import parquet

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
RESULTS = SAMPLES / "centre" / "R9999998.X01"


def test_sqlite_takes_the_title_of_the_latest_issue_whatever_the_files_are_called(
    tmp_path: Path,
) -> None:
    options = (SAMPLES / "basedata" / "O6G26_98.X02").read_bytes()
    numbers = {"a": b"099", "b": b"100", "c": b"002", "d": b"100"}
    for name, number in numbers.items():
        title = (b"ISSUE %s %s" % (number, name.encode())).ljust(19)
        issue = options.replace(b"26002", b"26" + number).replace(b"HISTORY".ljust(19), title)
        (tmp_path / name).mkdir()
        (tmp_path / name / f"O6G26_98.X{number[1:].decode()}").write_bytes(issue)
    target = tmp_path / "all.sqlite"
    command = ["export", str(tmp_path), str(RESULTS), "--to", "sqlite", "--output", str(target)]
    assert main(command) == 0
    titles = sqlite3.connect(target).execute(
        "SELECT DISTINCT option_title FROM results_with_titles WHERE option_result_code = '1HI01'"
    )
    assert titles.fetchall() == [("ISSUE 100 d",)]


def test_a_parquet_file_of_many_files_has_few_row_groups(tmp_path: Path) -> None:
    data = RESULTS.read_bytes()
    for number in range(60):
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}" / RESULTS.name).write_bytes(data)
    target = tmp_path / "R5.parquet"
    command = ["export", str(tmp_path), "--record", "R5", "--to", "parquet", "--origin"]
    assert main([*command, "--output", str(target)]) == 0
    made = pq.ParquetFile(target)
    assert (made.metadata.num_rows, made.metadata.num_row_groups) == (7 * 60, 1)
    assert len(set(made.read()["source_file"].to_pylist())) == 60


def test_row_groups_are_of_a_bounded_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROW_GROUP", 10)
    target = tmp_path / "R5.parquet"
    copies = []
    for number in range(5):
        copies.append(tmp_path / f"{number}.X01")
        copies[-1].write_bytes(RESULTS.read_bytes())
    command = ["export", *map(str, copies), "--record", "R5", "--to", "parquet"]
    assert main([*command, "--output", str(target)]) == 0
    metadata = pq.ParquetFile(target).metadata
    rows = [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)]
    assert rows == [14, 14, 7]
