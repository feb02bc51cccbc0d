"""What the values of a field are, and how one is written where a program or a person reads it.

A kind of field says which of these its values are. Tables, exports, JSON and the command line know
no kinds beside that.
"""  # Copied from generator/runtime/core/values.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any

Value = str | int | datetime.date | datetime.time | None
"""A value in a table."""


class ColumnType(StrEnum):
    """What the values of a column are: their class, and the type of its column in a table."""

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    DATE = "date"
    TIME = "time"


def text_of(value: Any) -> str:
    """A value as text: a date or time is ISO 8601; empty for None."""
    return "" if value is None else str(value)


def json_value(value: Any) -> Any:
    """A value as JSON has it: texts and whole numbers stay, a date or time is ISO 8601."""
    return value if value is None or isinstance(value, (str, int)) else text_of(value)
