"""Invented outcomes: grades from established gradesets, scores up to the maximum mark."""  # Copied from generator/runtime/testing/marking.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from ..core.parts import Part
from ..exams.results import PARTIAL_ABSENCE
from .courses import Graded
from .filling import completed

NO_RESULT = 0.01
PENDING = 0.003
PARTLY_ABSENT = 0.02
"""Shares of results."""


def values_of(option: Graded, ability: float, random: Random) -> Mapping[str, Any]:
    """The outcome of an option by role: a score if it has one, and its grades."""
    if random.random() < NO_RESULT:
        return {_first(option): "X"}
    if random.random() < PENDING:
        return {_first(option): "Q"}
    share = min(max(ability + 0.3 * (random.random() - 0.5), 0.0), 0.999)
    values: dict[str, Any] = {
        role: grades[int((1 - share) * len(grades)) if share else -1]
        for role, grades in option.grades.items()
    }
    if option.maximum_mark is not None:
        values["result.score"] = int(share * option.maximum_mark)
    if random.random() < PARTLY_ABSENT:
        values[_first(option) + PARTIAL_ABSENCE] = "#"
    return values


def outcome(layout: type[Part], values: Mapping[str, Any]) -> Part:
    """The nested layout with these values; roles that it lacks are left out."""
    return completed(layout, values)


def forecast(option: Graded, ability: float, random: Random) -> str:
    """The grade that the centre expects, a little higher than what will be awarded."""
    share = min(max(ability + 0.2 * random.random(), 0.0), 0.999)
    return option.forecasts[int((1 - share) * len(option.forecasts))]


def _first(option: Graded) -> str:
    return next(iter(option.grades))
