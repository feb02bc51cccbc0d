"""Characters without content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..registry import rule
from .kind import Kind, left_justified


@rule("field.filler")
@dataclass(frozen=True, slots=True)
class Filler(Kind):
    """Blanks. Anything else is kept, and reported."""

    SETTABLE = False
    READABLE = False
    BLANK_ALLOWED = True

    def decode(self, text: str) -> str:
        return text.rstrip(" ")

    def encode(self, value: str, width: int) -> str:
        return left_justified(value, width)

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        yield "field.filler", "these positions should be blank"

    def pattern(self, width: int) -> str:
        return NO_TEXT


NO_TEXT = "(?!)"
