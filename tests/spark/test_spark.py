"""Spark, with two workers, reads the same as a single machine."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pytest
from jcq_formats.tables.spark import line_start
from jcq_formats.testing import World
from pyspark.sql import SparkSession

from tests.made_up.lines import padded


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    World(candidates=300, centres=3).write(folder)
    return folder


def sorted_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: [str(value) for value in row.values()])


@pytest.mark.parametrize("record", ["R5", "E5", "C5"])
def test_pieces_of_files_give_what_a_single_machine_gives(
    spark: SparkSession, world: Path, record: str
) -> None:
    reader = spark.read.format("jcq").option("record", record).option("split_size", "1000")
    frame = reader.load(str(world))
    assert frame.rdd.getNumPartitions() > 3
    rows = [row.asDict() for row in frame.collect()]
    assert {row.pop("source_issues") for row in rows} == {None}
    assert sorted_rows(rows) == sorted_rows(jcq.to_arrow(world, record).to_pylist())


def test_where_rows_come_from_is_known(spark: SparkSession, world: Path) -> None:
    reader = spark.read.format("jcq").option("record", "R5").option("origin", "true")
    rows = [row.asDict() for row in reader.option("columns", "uci").load(str(world)).collect()]
    for row in rows:
        del row["source_issues"]
    wanted = jcq.to_arrow(world, "R5", columns=["uci"], origin=True).to_pylist()
    assert sorted_rows(rows) == sorted_rows(wanted)


def test_what_cannot_be_decoded_is_null_and_said(spark: SparkSession, tmp_path: Path) -> None:
    line = padded("C51MAF".ljust(58) + "310299")
    (tmp_path / "C6G26_98.X01").write_text(f"{line}\r\n{line.replace('99', '06')}\r\n")
    reader = spark.read.format("jcq").option("record", "C5").option("columns", "due_date")
    rows = [row.asDict() for row in reader.load(str(tmp_path)).collect()]
    said = "field.date: due_date: this date does not exist (DDMMYY)"
    assert rows == [{"due_date": None, "source_issues": said}] * 2


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_every_line_starts_in_one_piece(end: str) -> None:
    data = f"R5a{end}{end}R5bc{end}R5".encode()
    stream = io.BytesIO(data)
    starts = [line_start(stream, position) for position in range(len(data) + 1)]
    assert starts == sorted(starts)
    first = sorted(set(starts))
    lines = [data[a:b] for a, b in zip(first, [*first[1:], None], strict=True)]
    assert lines[:4] == [f"R5a{end}".encode(), end.encode(), f"R5bc{end}".encode(), b"R5"]
