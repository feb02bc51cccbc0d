"""A number with an implied decimal point: with one decimal place, 00125 is 12.5."""  # Copied from generator/runtime/core/kinds/decimal.py by `make generate`; edit that, not this.

from __future__ import annotations

import decimal
import re
from collections.abc import Iterator
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
from .kind import Kind

MOST_DIGITS = 15
"""The number of digits that JSON numbers and spreadsheets store exactly."""

WRITTEN = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


@rule("field.integer")
@dataclass(frozen=True, slots=True)
class Decimal(Kind):
    """A number whose last ``decimals`` digits follow the decimal point."""

    decimals: int
    sign: str = ""
    padding: str = ZEROS

    NOTHING = None
    COLUMN = ColumnType.DECIMAL
    NEEDS = frozenset({"decimals"})
    TAKES = frozenset({"none", "padding", "sign"})

    @property
    def scale(self) -> int:
        return self.decimals

    def decode(self, text: str) -> decimal.Decimal:
        number = read_numeral(text, self.sign, self.padding)
        return decimal.Decimal(number).scaleb(-self.decimals)

    def encode(self, value: decimal.Decimal | int, width: int) -> str:
        if not isinstance(value, (decimal.Decimal, int)) or isinstance(value, bool):
            raise ValueError(f"a decimal or whole number is needed, not {type(value).__name__}")
        number = decimal.Decimal(value)
        if not number.is_finite():
            raise ValueError("a number is needed")
        if number.adjusted() >= MOST_DIGITS:
            raise ValueError(f"at most {MOST_DIGITS} digits can be written")
        _, digits, exponent = number.as_tuple()
        assert isinstance(exponent, int)
        beyond = -exponent - self.decimals
        if beyond > 0 and any(digits[-beyond:]):
            raise ValueError(f"at most {counted(self.decimals, 'decimal')} can be written")
        whole = int(number.scaleb(self.decimals))
        return written_numeral(whole, width, self.sign, self.padding, max(self.decimals, 1))

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        try:
            self.decode(text)
        except ValueError as error:
            yield "field.integer", str(error)

    def pattern(self, width: int) -> str:
        return numeral_pattern(width, self.sign, self.padding)

    def schema(self, width: int) -> dict[str, Any]:
        most = float(decimal.Decimal(10 ** digits_in(width, self.sign) - 1).scaleb(-self.decimals))
        return {"type": "number", "minimum": -most if self.sign else 0, "maximum": most}

    def from_text(self, text: str) -> decimal.Decimal:
        if not WRITTEN.fullmatch(text):
            raise ValueError("a number is needed, such as 12.5")
        return decimal.Decimal(text)

    def details(self) -> tuple[str, ...]:
        count = "the last digit is a decimal"
        if self.decimals > 1:
            count = f"the last {self.decimals} digits are decimals"
        return (count, *details_of_numerals(self.sign, self.padding))

    def width_error(self, width: int) -> str:
        digits = digits_in(width, self.sign)
        if digits > MOST_DIGITS:
            return f"a number with decimals has at most {MOST_DIGITS} digits"
        if digits < self.decimals:
            return f"{self.decimals} decimals do not fit in {max(digits, 0)} digits"
        return ""
