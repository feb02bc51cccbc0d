"""A date, DDMMYY; the year resolves in a fixed window of a hundred years, never by today's date."""  # Copied from generator/runtime/core/kinds/date.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..rules import rule
from ..values import ColumnType
from .kind import Columns, Encoder, Kind, Placed, is_number

WIDTH = 6

UK_DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4})", re.ASCII)


@rule("field.date")
@dataclass(frozen=True, slots=True)
class Date(Kind):
    """A date whose two-digit year means one of the hundred years of the window."""

    window: tuple[int, int]

    NOTHING = None
    COLUMN = ColumnType.DATE
    NEEDS = frozenset({"window"})
    TAKES = frozenset({"none"})

    def decode(self, text: str) -> datetime.date:
        if len(text) != WIDTH or not is_number(text):
            raise ValueError("not a date: DDMMYY in digits 0-9 is needed")
        try:
            return _date(text, self.window[0])
        except ValueError:
            raise ValueError("there is no such date (DDMMYY)") from None

    def encode(self, value: datetime.date, width: int) -> str:
        if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
            raise ValueError(f"a date is needed, not {type(value).__name__}")
        first, last = self.window
        if not first <= value.year <= last:
            raise ValueError(f"the year {value.year} is not within {first}-{last}")
        return f"{value.day:02}{value.month:02}{value.year % 100:02}"

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        try:
            self.decode(text)
        except ValueError as error:
            yield "field.date", str(error)

    def pattern(self, width: int) -> str:
        leap_years = [y for y in range(100) if self._is_leap(self.year(y))]
        leap = "|".join(f"{y:02}" for y in leap_years)
        if len(leap_years) == 25:
            leap = "[02468][048]|[13579][26]"
        return (
            r"(?:(?:0[1-9]|1[0-9]|2[0-8])(?:0[1-9]|1[0-2])[0-9]{2}"
            r"|(?:29|30)(?:0[13-9]|1[0-2])[0-9]{2}"
            r"|31(?:0[13578]|1[02])[0-9]{2}"
            rf"|2902(?:{leap}))"
        )

    def encoder(self, field: Placed, names: Sequence[str]) -> Encoder:
        (first, last), none = self.window, field.none
        null = none[0] if none else " " * WIDTH

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
        first, last = self.window
        if width != WIDTH:
            return f"a date is {WIDTH} wide"
        if last - first != 99:
            return "the window of a date is a hundred years, such as [2000, 2099]"
        return ""

    def year(self, two_digits: int) -> int:
        """The year of the window that ends in these two digits."""
        return _year(two_digits, self.window[0])

    @staticmethod
    def _is_leap(year: int) -> bool:
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _year(two_digits: int, first: int) -> int:
    return first + (two_digits - first) % 100


@functools.lru_cache(8192)
def _date(digits: str, first: int) -> datetime.date:
    """The date of six digits in the window that begins with the year ``first``."""
    return datetime.date(_year(int(digits[4:]), first), int(digits[2:4]), int(digits[:2]))


def read_date(
    layout: Columns, name: str, text: str, first: int, none: tuple[str, ...] = ()
) -> datetime.date | None:
    """The date in these columns, or None; raises FieldError where they hold anything else."""
    if text.isdigit() and text.isascii() and len(text) == WIDTH and text not in none:
        try:
            return _date(text, first)
        except ValueError:
            pass
    value: datetime.date | None = layout.decode(name)
    return value
