"""A date, DDMMYY, in a window of a hundred years."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts, overwritten

NOTHING = None
SETTABLE = True

NO_DIGITS = ("A", " ", "²", "/")
NO_SUCH_DAYS = ("320110", "000110", "010010", "011310", "310410", "310610", "310910", "311110")
NO_LEAP_DAYS = ("290201", "290299", "300204", "310204")
"""Years that end in 01 and 99 are leap years in no window."""


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Any day of the window."""
    first, last = field["window"]
    days = st.dates(datetime.date(first, 1, 1), datetime.date(last, 12, 31))
    return days.map(_columns)


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """An ordinary day, the first and the last of the window, a leap day."""
    first, last = field["window"]
    days = [(first + 1, 5, 4), (first, 1, 1), (last, 12, 31), (2004, 2, 29), (2000, 2, 29)]
    return [_columns(datetime.date(*day)) for day in days]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A character that is no digit, a day or month that does not exist, no leap day."""
    rule = ("field.date",)
    spoilt = tuple(overwritten(text, at, other) for at in (0, 2, 5) for other in NO_DIGITS)
    yield InvalidTexts("a column that is no digit", spoilt, rule)
    yield InvalidTexts("a day or a month that does not exist", NO_SUCH_DAYS, rule)
    yield InvalidTexts("a day that February does not have", NO_LEAP_DAYS, rule)


def _columns(day: datetime.date) -> FieldText:
    return FieldText(f"{day.day:02}{day.month:02}{day.year % 100:02}", day)
