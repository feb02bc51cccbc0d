"""Digits that form a name, such as a centre number. Every character is a digit 0-9."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..printable import counted
from ..registry import rule
from ..years import SHORT, WHOLE, Window, window_error, year_within
from .kind import Kind, is_number


@rule("field.digits")
@dataclass(frozen=True, slots=True)
class Digits(Kind):
    """Digits that fill the field. The value is text, so that leading zeros are kept.

    Two digits with a ``window`` are a year, one of these hundred.
    """

    window: Window | None = None

    IS_TEXT = True
    TAKES = frozenset({"window"})

    def decode(self, text: str) -> str:
        return text.rstrip(" ")

    def encode(self, value: str, width: int) -> str:
        if not isinstance(value, str) or len(value) != width or not is_number(value):
            said = counted(width, "digit")
            text = "" if isinstance(value, str) else "a text of "
            raise ValueError(f"must be {text}{said} (0-9)")
        return value

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        if not is_number(text):
            yield "field.digits", f"must be {counted(len(text), 'digit')} (0-9)"

    def taken_over(self, value: str, other: Kind, width: int) -> str:
        old = other.window if isinstance(other, Digits) else None
        if not is_number(value) or (old is None) == (self.window is None):
            if is_number(value) and len(value) != width:
                digits = counted(len(value), "digit")
                raise ValueError(f"has {digits}, but {width} are needed")
            return value
        if old is not None:
            return str(year_within(old, int(value))) if width == WHOLE else value
        if self.window is not None and len(value) == WHOLE:
            if not self.window[0] <= int(value) <= self.window[1]:
                first, last = self.window
                raise ValueError(f"the year {value} is not within {first}-{last}")
            return value[-width:]
        return value

    def year(self, text: str) -> int:
        """The year that the digits of such a field mean."""
        return int(text) if self.window is None else year_within(self.window, int(text))

    def width_error(self, width: int) -> str:
        if self.window is None:
            return ""
        if width != SHORT:
            return f"a year in a window has {SHORT} characters"
        return window_error(self.window)

    def details(self) -> tuple[str, ...]:
        return (f"a year of {self.window[0]}-{self.window[1]}",) if self.window is not None else ()

    def instead(self, forbidden: Sequence[str], width: int) -> str:
        return f": use {1:0{width}} to {'9' * width}" if forbidden == ("0" * width,) else ""

    def pattern(self, width: int) -> str:
        return f"[0-9]{{{width}}}"

    def schema(self, width: int) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^[0-9]{{{width}}}$"}
