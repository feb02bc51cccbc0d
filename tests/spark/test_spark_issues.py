"""Spark, with two workers, finds the issues that a single machine finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pytest
from jcq_formats.testing import World
from pyspark.errors import AnalysisException, PySparkException
from pyspark.sql import SparkSession

from tests.made_up.files import BASEDATA
from tests.made_up.message import NAME, learners, message


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of several centres with faults of their own and of files together."""
    made = tmp_path_factory.mktemp("spoilt")
    World(candidates=120, centres=4).write(made)
    World(candidates=30, centres=3, seed=2, together=True).write(made / "together")
    first, second, third, *_ = sorted(made.glob("R*"))
    first.write_bytes(first.read_bytes().replace(b"\r\nR9", b"\r\nX9", 1))
    second.write_bytes(second.read_bytes()[:-300])
    third.write_bytes(third.read_bytes().replace(b"6G26", b"6G25"))
    sorted(made.glob("E*"))[0].unlink()
    for name in (NAME, NAME.replace("01234567", "11234567")):
        (made / name).write_text(message(learners(2)), "utf-8")
    return made


def rows(issues: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted(tuple(one.values()) for one in issues)


def of_one_machine(*paths: Path, **more: Any) -> list[tuple[Any, ...]]:
    return rows([issue.as_dict() for issue in jcq.check_files(*paths, **more)])


@pytest.mark.parametrize("basedata", [None, BASEDATA])
def test_the_issues_are_those_of_a_single_machine(
    spark: SparkSession, spoilt: Path, basedata: Path | None
) -> None:
    reader = spark.read.format("jcq").option("what", "issues").option("split_size", "50000")
    if basedata is not None:
        reader = reader.option("basedata", str(basedata))
    frame = reader.load(str(spoilt))
    assert frame.rdd.getNumPartitions() > 2
    expected = of_one_machine(spoilt, basedata=() if basedata is None else basedata)
    assert rows([row.asDict() for row in frame.collect()]) == expected
    assert len({rule for rule, *_ in expected}) > 5


def test_rules_are_chosen_by_name(spark: SparkSession, spoilt: Path) -> None:
    rules = ["file.name", "record.unknown"]
    reader = spark.read.format("jcq").option("what", "issues").option("only", ", ".join(rules))
    found = rows([row.asDict() for row in reader.load(str(spoilt)).collect()])
    assert found == of_one_machine(spoilt, only=rules) != []


def test_a_file_that_cannot_be_read_ends_the_job(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "E9999997.X01").write_bytes(b"PK\x03\x04 is no longer a zip")
    with pytest.raises(PySparkException, match=r"E9999997\.X01"):
        spark.read.format("jcq").option("what", "issues").load(str(tmp_path)).collect()


def test_only_records_and_issues_are_to_be_had(spark: SparkSession, spoilt: Path) -> None:
    with pytest.raises(AnalysisException, match="what: records or issues is needed, not 'rules'"):
        spark.read.format("jcq").option("what", "rules").load(str(spoilt)).collect()
