"""A date; a two-digit year lies in a window of a hundred years."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts, overwritten

NOTHING = None
SETTABLE = True

NO_DIGITS = ("A", " ", "²", "/")
NO_SUCH_DAYS = (
    ("32", "01", "2010"),
    ("00", "01", "2010"),
    ("01", "00", "2010"),
    ("01", "13", "2010"),
    ("31", "04", "2010"),
    ("31", "06", "2010"),
    ("31", "09", "2010"),
    ("31", "11", "2010"),
)
NO_LEAP_DAYS = (
    ("29", "02", "2001"),
    ("29", "02", "1999"),
    ("30", "02", "2004"),
    ("31", "02", "2004"),
)
"""Years that end in 01 and 99 are leap years in no window."""
ODD_YEARS = (("29", "02", "1900"), ("29", "02", "2100"), ("01", "01", "0000"))
"""Days that do not exist, which only a four-digit year shows."""


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Any day in the window, or in all years for four digits."""
    first, last = years(field)
    days = st.dates(datetime.date(first, 1, 1), datetime.date(last, 12, 31))
    return days.map(lambda day: written(field, day))


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """An ordinary day, the first and the last, a leap day."""
    first, last = years(field)
    days = [(first + 1, 5, 4), (first, 1, 1), (last, 12, 31), (2004, 2, 29), (2000, 2, 29)]
    return [written(field, datetime.date(*day)) for day in days]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A character that is not a digit, a day or month that does not exist, a wrong leap day."""
    rule = ("field.date",)
    last = len(text) - 1
    spoilt = tuple(overwritten(text, at, other) for at in (0, 2, last) for other in NO_DIGITS)
    no_leap_days = NO_LEAP_DAYS if "window" in field else (*NO_LEAP_DAYS, *ODD_YEARS)
    yield InvalidTexts("a column that is no digit", spoilt, rule)
    yield InvalidTexts("a day or a month that does not exist", _texts(field, NO_SUCH_DAYS), rule)
    yield InvalidTexts("a day that February does not have", _texts(field, no_leap_days), rule)
    if "-" in form(field):
        marks = tuple(overwritten(text, 4, other) for other in "/ 0")
        yield InvalidTexts("another mark between year and month", marks, rule)


def form(field: FieldSpec) -> str:
    """The format of the date."""
    return str(field.get("form", "DDMMYY"))


def years(field: FieldSpec) -> tuple[int, int]:
    """The first and the last year that the field can hold."""
    first, last = field.get("window", (1, 9999))
    return int(first), int(last)


def written(field: FieldSpec, day: datetime.date) -> FieldText:
    """A day as the text of the field."""
    return FieldText(_text(field, f"{day.day:02}", f"{day.month:02}", f"{day.year:04}"), day)


def _texts(field: FieldSpec, days: tuple[tuple[str, str, str], ...]) -> tuple[str, ...]:
    return tuple(_text(field, *day) for day in days)


def _text(field: FieldSpec, day: str, month: str, year: str) -> str:
    texts = {
        "DDMMYY": day + month + year[2:],
        "DDMMYYYY": day + month + year,
        "YYYYMMDD": year + month + day,
        "YYYY-MM-DD": f"{year}-{month}-{day}",
    }
    return texts[form(field)]
