"""What types promise: what a strict checker knows of a record, and which objects can change."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from pathlib import Path

import jcq_formats as jcq
import pytest
from mypy import api

GATHERING = {
    "Basedata",
    "Belonging",
    "Checked",
    "Checking",
    "File",
    "Context",
    "Progress",
    "UnknownOption",
    "UnknownOptions",
    "Verdicts",
    "_Blocks",
}
"""What is filled little by little, or edited."""

NARROWED = """
from typing import assert_type

from jcq_formats import v14


def known(result: v14.Result) -> None:
    match outcome := result.outcome:
        case v14.MarkOutcome() | v14.MarkAndGradeOutcome():
            assert_type(outcome.score, int | None)
            assert_type(outcome.grade, str)
            outcome.first_endorsement  # wrong: union-attr
        case v14.GradesOutcome():
            assert_type(outcome.first_endorsement, str)
            assert_type(outcome.second_endorsement_partial_absence, str)
            outcome.score  # wrong: attr-defined
        case _:
            assert_type(outcome, str | None)
    result.outcome.score  # wrong: union-attr
    v14.MarkOutcome.build(score="200")  # wrong: arg-type
    v14.MarkOutcome.build(first_endorsement="P")  # wrong: call-arg
    v14.GradesOutcome.build()  # wrong: call-arg
"""


def test_a_type_checker_knows_what_each_outcome_has(tmp_path: Path) -> None:
    module = tmp_path / "known.py"
    module.write_text(NARROWED)
    said, _, _ = api.run(["--strict", "--cache-dir", str(tmp_path / "cache"), str(module)])
    found = re.findall(r"known\.py:(\d+): error: .* \[(.*)\]", said)
    expected = [
        (f"{number}", text.partition("# wrong: ")[2])
        for number, text in enumerate(NARROWED.splitlines(), 1)
        if "# wrong: " in text
    ]
    assert [*dict.fromkeys(found)] == expected, said


def test_all_but_what_gathers_is_frozen() -> None:
    gathering = set()
    for folder in ("core", "exams", "checking", "identifiers"):
        package = importlib.import_module(f"jcq_formats.{folder}")
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(found.name)).items():
                if isinstance(value, type) and dataclasses.is_dataclass(value):
                    gathering |= set() if value.__dataclass_params__.frozen else {name}
    assert gathering == GATHERING


def test_what_is_known_of_a_data_type_cannot_be_changed() -> None:
    data_type = jcq.load_version("14").data_types["S"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        data_type.length = 46  # type: ignore[misc]
