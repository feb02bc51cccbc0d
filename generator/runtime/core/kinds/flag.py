"""Yes or no: one text means true, another false."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..registry import rule
from ..values import ColumnType, text_of
from .kind import Kind

TEXTS = {text_of(value): value for value in (True, False)}


@rule("field.flag")
@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """A truth value, written as ``true_is`` or ``false_is``. Blank is neither."""

    true_is: str
    false_is: str

    NOTHING = None
    COLUMN = ColumnType.TRUTH
    NEEDS = frozenset({"false_is", "true_is"})
    TAKES = frozenset({"none"})

    def decode(self, text: str) -> bool:
        said = text.rstrip(" ")
        if said not in (self.true_is, self.false_is):
            raise ValueError(f"must be {self.true_is} or {self.false_is}")
        return said == self.true_is

    def is_formed(self, text: str) -> bool:
        return text.rstrip(" ") in (self.true_is, self.false_is)

    def encode(self, value: bool, width: int) -> str:
        if not isinstance(value, bool):
            raise ValueError(f"true or false is needed, not {type(value).__name__}")
        return (self.true_is if value else self.false_is).ljust(width)

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        try:
            self.decode(text)
        except ValueError as error:
            yield "field.flag", str(error)

    def pattern(self, width: int) -> str:
        texts = (re.escape(text.ljust(width)) for text in (self.true_is, self.false_is))
        return f"(?:{'|'.join(texts)})"

    def schema(self, width: int) -> dict[str, Any]:
        return {"type": "boolean"}

    def from_text(self, text: str) -> bool:
        if text.lower() not in TEXTS:
            raise ValueError("true or false is needed")
        return TEXTS[text.lower()]

    def details(self) -> tuple[str, ...]:
        return (f"{self.true_is} is true, {self.false_is} is false",)

    def width_error(self, width: int) -> str:
        texts = (self.true_is, self.false_is)
        if self.true_is == self.false_is:
            return f"{self.true_is} cannot mean both true and false"
        if any(text.strip(" ") != text or not text for text in texts):
            return "the texts for true and false cannot begin or end with a blank"
        wide = [text for text in texts if len(text) > width]
        return f"{wide[0]} is longer than the field" if wide else ""
