"""A whole number: right-justified, with leading zeros or blanks, and with or without a sign."""  # Copied from generator/runtime/core/kinds/integer.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..numerals import (
    ZEROS,
    details_of_numerals,
    digits_in,
    numeral_pattern,
    read_numeral,
    written_numeral,
)
from ..printable import counted
from ..registry import rule
from ..values import ColumnType
from .kind import Columns, Encoder, Kind, Placed, is_number

PENCE = "pence"


@rule("field.integer")
@dataclass(frozen=True, slots=True)
class Integer(Kind):
    """A whole number, from 0 if it has no sign. Blank, and the field's own texts for null, decode
    to None. ``unit`` may be `PENCE`: such numbers are shown in pounds."""

    sign: str = ""
    padding: str = ZEROS
    unit: str = ""

    NOTHING = None
    COLUMN = ColumnType.INTEGER
    TAKES = frozenset({"none", "padding", "sign", "unit"})

    @property
    def plain(self) -> bool:
        """Whether every character is a digit."""
        return not self.sign and self.padding == ZEROS

    def decode(self, text: str) -> int:
        if not self.plain:
            return read_numeral(text, self.sign, self.padding)
        if not is_number(text):
            raise ValueError("this is not a number: every character must be a digit (0-9)")
        return int(text)

    def encode(self, value: int, width: int) -> str:
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(f"a whole number is needed, not {type(value).__name__}")
        if abs(value) >= 10 ** digits_in(width, self.sign):
            digits = digits_in(width, self.sign)
            raise ValueError(f"{value} does not fit in {digits} digits")
        return written_numeral(value, width, self.sign, self.padding)

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        if self.plain:
            if not is_number(text):
                digits = counted(len(text), "digit")
                yield "field.integer", f"this is not a number: it must be {digits} (0-9)"
            return
        try:
            self.decode(text)
        except ValueError as error:
            yield "field.integer", str(error)

    def pattern(self, width: int) -> str:
        return numeral_pattern(width, self.sign, self.padding)

    def encoder(self, field: Placed, names: Sequence[str]) -> Encoder | None:
        if not self.plain:
            return Kind.encoder(self, field, names)
        width, none = field.width, field.none
        null = none[0] if none else " " * width

        def encode(value: Any, values: Sequence[Any]) -> str:
            if value is None:
                return null
            if type(value) is not int or value < 0:
                return ""
            text = str(value).zfill(width)
            return "" if text in none else text

        return encode

    def schema(self, width: int) -> dict[str, Any]:
        most = 10 ** digits_in(width, self.sign) - 1
        return {"type": "integer", "minimum": -most if self.sign else 0, "maximum": most}

    def from_text(self, text: str) -> int:
        if not is_number(text.removeprefix("-") if self.sign else text):
            raise ValueError("a whole number is needed")
        return int(text)

    def shown(self, value: Any) -> str:
        if self.unit != PENCE or value is None:
            return self.to_text(value)
        sign, pence = "-" if value < 0 else "", abs(value)
        return f"{sign}£{pence // 100:,}.{pence % 100:02}"

    def details(self) -> tuple[str, ...]:
        unit = (f"in {self.unit}",) if self.unit else ()
        return (*details_of_numerals(self.sign, self.padding), *unit)

    def width_error(self, width: int) -> str:
        return "a number with a sign has at least 2 characters" if self.sign and width < 2 else ""


def read_integer(
    layout: Columns, name: str, text: str, width: int, none: tuple[str, ...] = ()
) -> int | None:
    """The number in this text, or None. Raises FieldError if it holds anything else."""
    if text.isdigit() and text.isascii() and len(text) == width and text not in none:
        return int(text)
    value: int | None = layout.decode(name)
    return value
