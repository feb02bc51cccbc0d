"""Code lists and character sets: plain tables, so that unknown codes are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .character_encodings import REST, bytes_in


@dataclass(frozen=True, slots=True, eq=False)
class CodeList(Mapping[str, str]):
    """Codes and their meanings. If the list is ``closed``, any other code is an error, otherwise a
    warning.

    ``stands_for`` maps codes to the values that they stand for, where that is established;
    ``spelled_by`` is the list that spells such values out.
    """

    name: str
    codes: Mapping[str, str]
    closed: bool
    grade: str
    stands_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spelled_by: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, code: str) -> str:
        return self.codes[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    def meaning(self, code: str) -> str | None:
        """The meaning of the code, or None if it is not in the list."""
        return self.codes.get(code)

    def pattern(self, width: int = 0) -> str:
        """A regular expression for any of the codes, each padded to the width."""
        return any_of(code.ljust(width) for code in self.codes)


_REST = f"\\u{ord(REST):04x}"


@dataclass(frozen=True, slots=True)
class CharacterSet:
    """The characters that a text may contain; ``characters`` lists each one once.

    With ``byte_counted``, fields are counted in bytes and text is UTF-8.
    """

    name: str
    characters: str
    byte_counted: bool = False

    def invalid_characters(self, text: str) -> str:
        """The characters of the text that are not in the set, each once, in order."""
        strange = dict.fromkeys(c for c in text if c not in self.characters)
        # Stand-ins for bytes are no characters: invalid bytes are reported by another rule.
        return "".join(c for c in strange if not "\udc00" <= c <= "\udcff")

    def pattern(self, *, blank: bool) -> str:
        """A regular expression for one position: a character of the set, with or without the blank.

        If fields are counted in bytes, the marks for further bytes are allowed after a letter,
        never first.
        """
        listed = "".join(sorted(set(self.characters) - set("" if blank else " ")))
        if not self.byte_counted or listed.isascii():
            return f"[{_as_ranges(listed)}]"
        choices = []
        for size in range(1, 5):
            if letters := "".join(c for c in listed if bytes_in(c) == size):
                rest = f"(?={_REST}{{{size - 1}}})" if size > 1 else ""
                choices.append(f"[{_as_ranges(letters)}]{rest}")
        if blank:
            choices.append(f"(?<=[^\\x00-\\x7f]){_REST}")
        return f"(?:{'|'.join(choices)})"


def any_of(texts: Iterable[str]) -> str:
    """A regular expression for any of these texts; a common beginning is matched once."""
    rests: dict[str, list[str]] = {}
    for text in sorted(set(texts)):
        rests.setdefault(text[:1], []).append(text[1:])
    may_end = rests.pop("", None) is not None
    firsts: dict[str, str] = {}
    for first, rest in rests.items():
        pattern = any_of(rest)
        firsts[pattern] = firsts.get(pattern, "") + first
    choices = [_one_of(first) + pattern for pattern, first in firsts.items()]
    if not choices or (len(choices) == 1 and not may_end):
        return "".join(choices)
    return f"(?:{'|'.join(choices)}){'?' if may_end else ''}"


def _one_of(characters: str) -> str:
    return re.escape(characters) if len(characters) == 1 else f"[{_as_ranges(characters)}]"


def _as_ranges(listed: str) -> str:
    """Sorted characters as the inside of a character class; long runs become ranges."""
    pieces: list[str] = []
    index = 0
    while index < len(listed):
        run = index
        while run + 1 < len(listed) and ord(listed[run + 1]) == ord(listed[run]) + 1:
            run += 1
        if run - index >= 3:
            pieces.append(f"{re.escape(listed[index])}-{re.escape(listed[run])}")
        else:
            pieces.extend(re.escape(c) for c in listed[index : run + 1])
        index = run + 1
    return "".join(pieces)
