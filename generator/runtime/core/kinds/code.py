"""A code out of a list: left-justified and padded with blanks. An unknown code survives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..codes import CodeList
from ..listing import listed
from ..registry import rule
from ..values import ColumnType
from .kind import Kind, left_justified

MOST_LISTED = 12
"""Codes of a list that a message names; of a longer list it says how many there are."""


@rule("field.justified", "field.closed-code", "field.open-code")
@dataclass(frozen=True, slots=True)
class Code(Kind):
    """A code of a code list."""

    codes: CodeList

    IS_TEXT = True
    COLUMN = ColumnType.CODE
    NEEDS = frozenset({"codes"})

    def decode(self, text: str) -> str:
        return text.rstrip(" ")

    def encode(self, value: str, width: int) -> str:
        if isinstance(value, str) and self.codes.closed and value not in self.codes:
            raise ValueError(f"it can be {listed(self.codes, 'or')}")
        try:
            return left_justified(value, width)
        except ValueError as error:
            if not isinstance(value, str) or len(self.codes) > MOST_LISTED:
                raise
            raise ValueError(f"{error}: use {listed(self.codes, 'or')}") from None

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        code = text.rstrip(" ")
        if code.startswith(" "):
            yield "field.justified", "the code does not begin at its first position"
            code = code.lstrip(" ")
        if code not in self.codes:
            is_listed = len(self.codes) <= MOST_LISTED
            if self.codes.closed:
                known = listed(self.codes, "or") if is_listed else f"one of {self._number}"
                yield "field.closed-code", f"must be {known}"
            elif is_listed:
                known = ", ".join(self.codes)
                yield "field.open-code", f"not a known code of {self.codes.name} (known: {known})"
            else:
                yield "field.open-code", f"not one of {self._number}"

    @property
    def _number(self) -> str:
        return f"the {len(self.codes)} known codes of {self.codes.name}"

    def pattern(self, width: int) -> str:
        return self.codes.pattern(width)

    def schema(self, width: int) -> dict[str, Any]:
        if self.codes.closed:
            return {"enum": list(self.codes)}
        return {"type": "string", "minLength": 1, "maxLength": width, "examples": list(self.codes)}

    def width_error(self, width: int) -> str:
        wide = [code for code in self.codes if len(code) > width]
        return f"the code {wide[0]!r} of {self.codes.name} is wider than the field" if wide else ""
