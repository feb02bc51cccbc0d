"""Whether a grade went up or down in the order of its option's gradeset, if established."""  # Copied from generator/runtime/exams/diff/grades.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Mapping

from ...core.records import Record
from ...core.roles import text_of
from ..basedata import established_grades
from ..forecasts import FORECAST, FORECAST_GRADES, FORECAST_OPTION
from ..results import ENDORSEMENTS, GRADES, OPTION_CODES, RESULT
from .differences import Direction

GRADESETS = {RESULT: {**GRADES, **ENDORSEMENTS}, FORECAST: FORECAST_GRADES}
"""The roles of grades by the role of the record, with the roles of their gradesets."""

OPTIONS = {RESULT: OPTION_CODES, FORECAST: (FORECAST_OPTION,)}


def option_of(record: Record, options: Mapping[str, Record]) -> Record | None:
    """The option of a result or forecast, if it is known."""
    for role in OPTIONS.get(record.ROLE, ()):
        code = text_of(record, role)
        if code and code in options:
            return options[code]
    return None


def direction(
    record: Record, role: str, old: str, new: str, option: Record | None
) -> Direction | None:
    """Whether a grade with this role went up or down; None if the order is not established."""
    gradeset = GRADESETS.get(record.ROLE, {}).get(role)
    if gradeset is None or option is None:
        return None
    order = established_grades(option, gradeset)
    if old == new or old not in order or new not in order:
        return None
    return Direction.UP if order.index(new) < order.index(old) else Direction.DOWN
