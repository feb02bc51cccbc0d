"""What the values of a field are, and how one is written where a program or a person reads it.

A kind of field says which of these its values are. Tables, exports, JSON and the command line know
no kinds beside that.
"""

from __future__ import annotations

import datetime
import decimal
from enum import StrEnum
from typing import Any

Value = str | int | decimal.Decimal | datetime.date | datetime.time | None
"""A value in a table."""


class ColumnType(StrEnum):
    """What the values of a column are: their class, and the type of its column in a table."""

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    TRUTH = "truth"


def text_of(value: Any) -> str:
    """A value as text; empty for None.

    A decimal number is 12.5, a date or time ISO 8601, a truth value true or false.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, decimal.Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def json_value(value: Any) -> Any:
    """A value as JSON has it: texts, numbers and truth values stay, a date or time is ISO 8601."""
    if isinstance(value, decimal.Decimal):
        return float(value)
    return value if value is None or isinstance(value, (str, int)) else text_of(value)
