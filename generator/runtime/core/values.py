"""The types of values, and how a value is written for programs and for people.

Each kind of field declares one of these types. Tables, exports, JSON and the command line depend on
the types alone, not on the kinds.
"""

from __future__ import annotations

import datetime
import decimal
from enum import StrEnum
from typing import Any

Value = str | int | decimal.Decimal | datetime.date | datetime.time | None
"""A value in a table."""


class ColumnType(StrEnum):
    """The type of the values of a column: their class, and the type of the column in a table."""

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    TRUTH = "truth"


def text_of(value: Any) -> str:
    """A value as text; empty for None.

    A decimal number is written as 12.5, a date or time in ISO 8601, a truth value as true or false.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, decimal.Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def json_value(value: Any) -> Any:
    """A value for JSON: texts, numbers and truth values are unchanged, dates and times in ISO
    8601."""
    if isinstance(value, decimal.Decimal):
        return float(value)
    return value if value is None or isinstance(value, (str, int)) else text_of(value)
