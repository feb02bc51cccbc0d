"""Text: left-justified and padded with blanks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from ..character_encodings import is_cut, narrowed, widened
from ..characters import named, sort_of
from ..codes import CharacterSet, CodeList
from ..issues import Fault
from ..listing import listed
from ..registry import rule
from .kind import Columns, Kind, Placed, left_justified

NOT_PERMITTED = " not allowed here"


@rule("field.justified", "field.characters", "field.closed-code", "field.open-code")
@dataclass(frozen=True, slots=True)
class Text(Kind):
    """Text of a character set; ``starts_with`` lists its permitted beginnings."""

    characters: CharacterSet
    starts_with: CodeList | None = None

    IS_TEXT = True
    TAKES = frozenset({"characters", "starts_with"})

    @property
    def is_sliced(self) -> bool:
        return not self.characters.byte_counted

    def decode(self, text: str) -> str:
        return narrowed(text).rstrip(" ") if self.characters.byte_counted else text.rstrip(" ")

    def encode(self, value: str, width: int) -> str:
        columns = left_justified(value, width, self.characters.characters)
        if not self.characters.byte_counted or columns.isascii():
            return columns
        columns = widened(value)
        if len(columns) > width:
            raise ValueError(f"{len(columns)} bytes do not fit in {width}")
        return columns.ljust(width)

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        if text.startswith(" "):
            yield "field.justified", "there is a space before the text"
        if invalid := self.characters.invalid_characters(text):
            yield "field.characters", _not_permitted(dict.fromkeys(map(sort_of, invalid)))
        if self.characters.byte_counted and is_cut(text):
            yield "field.characters", "the field begins or ends within a letter of several bytes"
        if self.starts_with is not None and not text.startswith(tuple(self.starts_with)):
            rule = "field.closed-code" if self.starts_with.closed else "field.open-code"
            yield rule, f"must begin with a code of the list {self.starts_with.name}"

    def check(self, layout: Columns, field: Placed, text: str) -> Iterator[Fault]:
        permitted = self.characters.characters
        for fault in super(Text, self).check(layout, field, text):
            if fault.message.endswith(NOT_PERMITTED):
                strange = self.characters.invalid_characters(text)
                quoted = _not_permitted([named(character, permitted) for character in strange])
                fault = fault._replace(message=quoted, unquoted=fault.message)
            yield fault

    def pattern(self, width: int) -> str:
        first = self.characters.pattern(blank=False)
        rest = self.characters.pattern(blank=True)
        start = ""
        if self.starts_with is not None:
            start = f"(?={self.starts_with.pattern()})"
        return start + first + (f"{rest}{{{width - 1}}}" if width > 1 else "")

    def schema(self, width: int) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": width}

    def width_error(self, width: int) -> str:
        if self.starts_with is not None and any(len(code) > width for code in self.starts_with):
            return f"a code of {self.starts_with.name} is longer than the field"
        return ""


def _not_permitted(characters: Collection[str]) -> str:
    """The message for characters that a field cannot hold."""
    return f"{listed(characters)} {'is' if len(characters) == 1 else 'are'}{NOT_PERMITTED}"
