"""A whole number: right-justified and padded with zeros."""  # Copied from generator/runtime/core/kinds/integer.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..registry import rule
from ..values import ColumnType
from .kind import Columns, Encoder, Kind, Placed, is_number


@rule("field.integer")
@dataclass(frozen=True, slots=True)
class Integer(Kind):
    """A whole number from 0; blank, and the field's own texts for none, read as None."""

    NOTHING = None
    COLUMN = ColumnType.INTEGER
    TAKES = frozenset({"none"})

    def decode(self, text: str) -> int:
        if not is_number(text):
            raise ValueError("not a number: every column must be a digit 0-9")
        return int(text)

    def encode(self, value: int, width: int) -> str:
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(f"a whole number is needed, not {type(value).__name__}")
        if value < 0:
            raise ValueError("a number below 0 cannot be written")
        if value >= 10**width:
            raise ValueError(f"{value} does not fit in {width} digits")
        return str(value).zfill(width)

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        if not is_number(text):
            yield "field.integer", f"not a number: {len(text)} digits 0-9 are needed"

    def pattern(self, width: int) -> str:
        return f"[0-9]{{{width}}}"

    def encoder(self, field: Placed, names: Sequence[str]) -> Encoder:
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
        return {"type": "integer", "minimum": 0, "maximum": 10**width - 1}

    def from_text(self, text: str) -> int:
        if not is_number(text):
            raise ValueError("a whole number is needed")
        return int(text)


def read_integer(
    layout: Columns, name: str, text: str, width: int, none: tuple[str, ...] = ()
) -> int | None:
    """The number in these columns, or None; raises FieldError where they hold anything else."""
    if text.isdigit() and text.isascii() and len(text) == width and text not in none:
        return int(text)
    value: int | None = layout.decode(name)
    return value
