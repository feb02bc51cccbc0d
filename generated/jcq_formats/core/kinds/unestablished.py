"""Text whose meaning is not established: it is kept as it is."""  # Copied from generator/runtime/core/kinds/unestablished.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..registry import rule
from .filler import NO_TEXT
from .kind import Kind, left_justified


@rule("field.unestablished")
@dataclass(frozen=True, slots=True)
class Unestablished(Kind):
    """Text whose meaning is not established; reported unless it is blank."""

    IS_TEXT = True
    IS_ESTABLISHED = False
    BLANK_ALLOWED = True

    def decode(self, text: str) -> str:
        return text.rstrip(" ")

    def encode(self, value: str, width: int) -> str:
        return left_justified(value, width)

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        message = "the meaning of these positions is not established, so they should be blank"
        yield "field.unestablished", message

    def pattern(self, width: int) -> str:
        return NO_TEXT

    def schema(self, width: int) -> dict[str, Any]:
        return {"type": "string", "maxLength": width}
