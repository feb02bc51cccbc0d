"""A record as it is printed, field by field: nothing personal or uncertain, unless requested."""  # Copied from generator/runtime/cli/shown.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..core.errors import FieldError
from ..core.fields import Field
from ..core.kinds.code import Code
from ..core.layouts import Layout
from ..core.masking import is_foreign, is_sound
from ..core.records import Record

MASK = "*"
GAP = "  "
UNDECODABLE = "?!"


@dataclass(frozen=True, slots=True)
class Shown:
    """A record for printing: nothing personal or uncertain, unless requested."""

    record: Record
    all: bool
    letter: str
    meanings: bool = False
    """Whether the meaning of a code in a value of several parts is given as well."""

    def value(self, field: Field) -> str:
        """A value as text: stars if it is not printed, the raw text with a mark if it cannot be
        decoded."""
        is_certain = is_sound(self.record) and not is_foreign(self.record, self.letter)
        if not self.all and not is_certain:
            return stars(self.record.text(field.name))
        return self._of(self.record, field)

    def meaning_of(self, field: Field, value: str) -> str:
        """The meaning of the value, if it is a known code."""
        if not isinstance(field.kind, Code):
            return ""
        return field.kind.list_of(self.record, value).meaning(value) or ""

    def _of(self, layout: Layout, field: Field) -> str:
        text = layout.text(field.name)
        if field.may_be_personal and not self.all:
            return stars(text)
        try:
            value = layout.decode(field.name)
        except FieldError:
            return f"{text.rstrip(' ')} {UNDECODABLE}"
        if isinstance(value, tuple):
            return " ".join(map(self._part, value))
        return self._part(value) if isinstance(value, Layout) else field.kind.shown(value)

    def _part(self, part: Layout) -> str:
        fields = [f for f in part.FIELDS.values() if f.kind.SETTABLE and part.text(f.name).strip()]
        if len(fields) == 1:
            return self._of(part, fields[0])
        return ", ".join(f"{f.name} {self._of(part, f)}{self._meaning(part, f)}" for f in fields)

    def _meaning(self, part: Layout, field: Field) -> str:
        if not self.meanings or not isinstance(field.kind, Code):
            return ""
        code = part.text(field.name).rstrip(" ")
        known = field.kind.list_of(part, code).meaning(code)
        return f" ({known})" if known else ""


def stars(text: str) -> str:
    return "".join(c if c == " " else MASK for c in text).rstrip(" ")


def lines_of_fields(shown: Shown) -> Iterator[str]:
    """All fields with their values, and the meanings of codes."""
    fields = [f for f in shown.record.FIELDS.values() if f.kind.SETTABLE]
    width = max((len(field.name) for field in fields), default=0)
    for field in fields:
        value = shown.value(field)
        known = shown.meaning_of(field, value)
        meaning = f"{GAP}{known}" if known else ""
        positions = f"{field.start}-{field.end}"
        yield f"  {positions:>7}  {field.name:<{width}}  {value}{meaning}".rstrip()
