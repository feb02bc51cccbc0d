"""A time of day: HHMM or HHMMSS, depending on the width."""  # Copied from generator/runtime/core/kinds/time.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..registry import rule
from ..values import ColumnType
from .kind import Kind, is_number

FORMS = {4: "HHMM", 6: "HHMMSS"}
WRITTEN = re.compile(r"(\d\d?):(\d\d)(?::(\d\d))?", re.ASCII)


@rule("field.time")
@dataclass(frozen=True, slots=True)
class Time(Kind):
    """A time of day from 0000 to 2359, with or without seconds."""

    NOTHING = None
    COLUMN = ColumnType.TIME
    TAKES = frozenset({"none"})

    def decode(self, text: str) -> datetime.time:
        form = FORMS.get(len(text), "HHMM")
        if len(text) != len(form) or not is_number(text):
            raise ValueError(f"this is not a time: it must be written {form} in digits (0-9)")
        try:
            return datetime.time(int(text[:2]), int(text[2:4]), int(text[4:] or 0))
        except ValueError:
            raise ValueError(f"this time does not exist ({form})") from None

    def is_formed(self, text: str) -> bool:
        return is_number(text)

    def encode(self, value: datetime.time, width: int) -> str:
        if not isinstance(value, datetime.time):
            raise ValueError(f"a time is needed, not {type(value).__name__}")
        if value.microsecond or value.tzinfo is not None:
            raise ValueError("a time cannot have fractions of a second or a time zone")
        text = f"{value.hour:02}{value.minute:02}{value.second:02}"
        if text[width:].strip("0"):
            raise ValueError("the field has no place for seconds")
        return text[:width]

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        try:
            self.decode(text)
        except ValueError as error:
            yield "field.time", str(error)

    def pattern(self, width: int) -> str:
        sixty = "[0-5][0-9]" * (width // 2 - 1)
        return f"(?:[01][0-9]|2[0-3]){sixty}"

    def schema(self, width: int) -> dict[str, Any]:
        return {"type": "string", "pattern": "^([01][0-9]|2[0-3])(:[0-5][0-9]){2}$"}

    def from_text(self, text: str) -> datetime.time:
        found = WRITTEN.fullmatch(text)
        try:
            if found is not None:
                return datetime.time(int(found[1]), int(found[2]), int(found[3] or 0))
        except ValueError:
            pass
        raise ValueError("a time is needed, such as 09:30 or 09:30:00")

    def width_error(self, width: int) -> str:
        return "" if width in FORMS else "a time has 4 characters, or 6 with seconds"
