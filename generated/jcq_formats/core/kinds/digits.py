"""Digits that form a name, such as a centre number. Every character is a digit 0-9."""  # Copied from generator/runtime/core/kinds/digits.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..printable import counted
from ..registry import rule
from .kind import Kind, is_number


@rule("field.digits")
@dataclass(frozen=True, slots=True)
class Digits(Kind):
    """Digits that fill the field. The value is text, so that leading zeros are kept."""

    IS_TEXT = True

    def decode(self, text: str) -> str:
        return text.rstrip(" ")

    def encode(self, value: str, width: int) -> str:
        if not isinstance(value, str) or len(value) != width or not is_number(value):
            raise ValueError(f"{width} digits are needed, as text")
        return value

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        if not is_number(text):
            yield "field.digits", f"must be {counted(len(text), 'digit')} (0-9)"

    def instead(self, forbidden: Sequence[str], width: int) -> str:
        return f": use {1:0{width}} to {'9' * width}" if forbidden == ("0" * width,) else ""

    def pattern(self, width: int) -> str:
        return f"[0-9]{{{width}}}"

    def schema(self, width: int) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^[0-9]{{{width}}}$"}
