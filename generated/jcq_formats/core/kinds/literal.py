"""Fixed text, such as the data type of a record."""  # Copied from generator/runtime/core/kinds/literal.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..registry import rule
from .kind import Kind


@rule("field.literal")
@dataclass(frozen=True, slots=True)
class Literal(Kind):
    """A field that always holds the same text."""

    literal: str

    SETTABLE = False
    NEEDS = frozenset({"literal"})

    def decode(self, text: str) -> str:
        return text.rstrip(" ")

    def encode(self, value: str, width: int) -> str:
        if value != self.literal:
            raise ValueError(f"always {self.literal!r}")
        return value

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        if text != self.literal:
            yield "field.literal", f"must be {self.literal!r}"

    def pattern(self, width: int) -> str:
        return re.escape(self.literal)

    def width_error(self, width: int) -> str:
        if len(self.literal) != width:
            has = f"has {len(self.literal)} characters"
            return f"the literal {self.literal!r} {has}, the field {width}"
        return ""
