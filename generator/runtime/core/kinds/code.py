"""A code out of a list: left-justified and padded with blanks. An unknown code survives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..codes import CodeList
from ..registry import rule
from ..values import ColumnType
from .kind import Kind, left_justified


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
            raise ValueError(f"not one of {', '.join(self.codes)}")
        return left_justified(value, width)

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        code = text.rstrip(" ")
        if code.startswith(" "):
            yield "field.justified", "the code does not begin in its first column"
            code = code.lstrip(" ")
        if code not in self.codes:
            known = ", ".join(self.codes) if len(self.codes) <= 12 else f"{len(self.codes)} codes"
            if self.codes.closed:
                yield "field.closed-code", f"not a code of the list {self.codes.name} ({known})"
            else:
                yield "field.open-code", f"not among the known codes of {self.codes.name} ({known})"

    def pattern(self, width: int) -> str:
        return self.codes.pattern(width)

    def schema(self, width: int) -> dict[str, Any]:
        if self.codes.closed:
            return {"enum": list(self.codes)}
        return {"type": "string", "minLength": 1, "maxLength": width, "examples": list(self.codes)}

    def width_error(self, width: int) -> str:
        wide = [code for code in self.codes if len(code) > width]
        return f"the code {wide[0]!r} of {self.codes.name} is wider than the field" if wide else ""
