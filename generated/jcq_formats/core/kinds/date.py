"""A date. A two-digit year resolves in a fixed window of a hundred years, never by today's date."""  # Copied from generator/runtime/core/kinds/date.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..registry import rule
from ..values import ColumnType
from ..years import Window, window_error, year_within
from .kind import Columns, Encoder, Kind, Placed, is_number

SHORT = "DDMMYY"
FORMS = (SHORT, "DDMMYYYY", "YYYYMMDD", "YYYY-MM-DD")
"""The formats of a date; all but the first have a four-digit year."""

UK_DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4})", re.ASCII)


@rule("field.date")
@dataclass(frozen=True, slots=True)
class Date(Kind):
    """A date. In the format DDMMYY the year lies in the hundred years of ``window``, which is None
    for formats with a four-digit year."""

    window: Window | None
    form: str = SHORT

    NOTHING = None
    COLUMN = ColumnType.DATE
    TAKES = frozenset({"form", "none", "window"})

    @classmethod
    def words(cls, given: Mapping[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
        window = frozenset({"window"})
        if given.get("form", SHORT) == SHORT:
            return window, cls.TAKES
        return frozenset(), cls.TAKES - window

    def decode(self, text: str) -> datetime.date:
        digits = text if self.form == SHORT else self._digits(text)
        wanted = len(SHORT) if self.form == SHORT else len("DDMMYYYY")
        if len(digits) != wanted or not is_number(digits):
            raise ValueError(f"this is not a date: it must be written {self.form} in digits (0-9)")
        try:
            if self.window is not None:
                return _date(text, self.window[0])
            return datetime.date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
        except ValueError:
            raise ValueError(f"this date does not exist ({self.form})") from None

    def is_formed(self, text: str) -> bool:
        return is_number(text if self.form == SHORT else self._digits(text))

    def encode(self, value: datetime.date, width: int) -> str:
        if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
            raise ValueError(f"a date is needed, not {type(value).__name__}")
        if self.window is not None and not self.window[0] <= value.year <= self.window[1]:
            first, last = self.window
            raise ValueError(f"the year {value.year} is not within {first}-{last}")
        return self._written(f"{value.day:02}", f"{value.month:02}", f"{value.year:04}")

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        try:
            self.decode(text)
        except ValueError as error:
            yield "field.date", str(error)

    def pattern(self, width: int) -> str:
        year, leap = "(?!0000)[0-9]{4}", WHOLE_LEAP_YEARS
        if self.window is not None:
            leap_years = [y for y in range(100) if _is_leap(self.year(y))]
            year, leap = "[0-9]{2}", "|".join(f"{y:02}" for y in leap_years)
            if len(leap_years) == 25:
                leap = FOURTHS
        dates = (
            self._written("(?:0[1-9]|1[0-9]|2[0-8])", "(?:0[1-9]|1[0-2])", year),
            self._written("(?:29|30)", "(?:0[13-9]|1[0-2])", year),
            self._written("31", "(?:0[13578]|1[02])", year),
            self._written("29", "02", f"(?:{leap})"),
        )
        return f"(?:{'|'.join(dates)})"

    def encoder(self, field: Placed, names: Sequence[str]) -> Encoder | None:
        if self.window is None:
            return Kind.encoder(self, field, names)
        (first, last), none = self.window, field.none
        null = none[0] if none else " " * len(SHORT)

        def encode(value: Any, values: Sequence[Any]) -> str:
            if value is None:
                return null
            if type(value) is not datetime.date or not first <= value.year <= last:
                return ""
            text = f"{value.day:02}{value.month:02}{value.year % 100:02}"
            return "" if text in none else text

        return encode

    def schema(self, width: int) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

    def from_text(self, text: str) -> datetime.date:
        uk = UK_DATE.fullmatch(text)
        try:
            return datetime.date.fromisoformat(f"{uk[3]}-{uk[2]}-{uk[1]}" if uk else text)
        except ValueError:
            raise ValueError("a date is needed, such as 2010-01-31 or 31/01/2010") from None

    def width_error(self, width: int) -> str:
        if width != len(self.form):
            return f"a date has {len(self.form)} characters"
        return "" if self.window is None else window_error(self.window)

    def details(self) -> tuple[str, ...]:
        return (f"written {self.form}",) if self.window is None else ()

    def year(self, two_digits: int) -> int:
        """The year in the window that ends in these two digits; there must be a window."""
        assert self.window is not None
        return year_within(self.window, two_digits)

    def _digits(self, text: str) -> str:
        """Day, month and year as digits; empty if the text is not in the date's format."""
        same = (one == other for one, other in zip(text, self.form, strict=False) if other == "-")
        if len(text) != len(self.form) or not all(same):
            return ""
        places = ((part, self.form.index(part)) for part in ("DD", "MM", "YYYY"))
        return "".join(text[at : at + len(part)] for part, at in places)

    def _written(self, day: str, month: str, year: str) -> str:
        """The format with day, month and year filled in."""
        text = self.form.replace("DD", day).replace("MM", month)
        return text.replace("YYYY", year).replace("YY", year[-2:] if year.isdigit() else year)


FOURTHS = "[02468][048]|[13579][26]"
WHOLE_LEAP_YEARS = "[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00"


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@functools.lru_cache(8192)
def _date(digits: str, first: int) -> datetime.date:
    """The date of six digits, in the window that begins with the year ``first``."""
    return datetime.date(
        year_within((first, first + 99), int(digits[4:])), int(digits[2:4]), int(digits[:2])
    )


def read_date(
    layout: Columns, name: str, text: str, first: int, none: tuple[str, ...] = ()
) -> datetime.date | None:
    """The date in this text, or None. Raises FieldError if it holds anything else."""
    if text.isdigit() and text.isascii() and len(text) == len(SHORT) and text not in none:
        try:
            return _date(text, first)
        except ValueError:
            pass
    value: datetime.date | None = layout.decode(name)
    return value
