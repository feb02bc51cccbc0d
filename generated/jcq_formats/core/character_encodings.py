r"""Bytes to characters and back: Latin-1, or UTF-8 in fields counted in characters or in bytes.

A line has one character for each column whatever the encoding. Where fields are counted in bytes, a
letter of several bytes has `REST` after it for each further byte, so that positions hold; a byte
that is no UTF-8 is a character of its own (``\udce9`` for E9), so that bytes are kept.
"""  # Copied from generator/runtime/core/character_encodings.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
from collections.abc import Iterator

from .characters import unwritable

LATIN_1 = "latin-1"
UTF_8_BYTES = "utf-8-bytes"
UTF_8_CHARACTERS = "utf-8-characters"

REST = "\udc00"
"""A further byte of the letter before it; no file can hold this character."""

_SEVERAL_BYTES = re.compile("[^\x00-\x7f\ud800-\udfff]")
_BROKEN = re.compile("[\udc80-\udcff]+")


def decoded(data: bytes, encoding: str) -> str:
    """The text of bytes, one character a column."""
    if encoding == LATIN_1:
        return data.decode("latin-1")
    text = data.decode("utf-8", "surrogateescape")
    return widened(text) if encoding == UTF_8_BYTES else text


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of such a text: those that it was decoded from."""
    if encoding == LATIN_1:
        return text.encode("latin-1")
    return narrowed(text).encode("utf-8", "surrogateescape")


def widened(text: str) -> str:
    """The text with a character for each byte."""
    if text.isascii():
        return text
    return _SEVERAL_BYTES.sub(lambda found: found[0] + REST * (bytes_in(found[0]) - 1), text)


def narrowed(text: str) -> str:
    """The text itself, without what stands for further bytes."""
    return text if text.isascii() else text.replace(REST, "")


def bytes_in(character: str) -> int:
    """How many bytes a character has in UTF-8."""
    return len(character.encode("utf-8", "surrogatepass"))


def printed(text: str) -> str:
    """The text for programs that take no broken one: U+FFFD stands for a byte that is no UTF-8."""
    return text if text.isascii() else _BROKEN.sub("\ufffd", narrowed(text))


def is_whole(text: str) -> bool:
    """Whether no byte of it is broken UTF-8."""
    return text.isascii() or _BROKEN.search(text) is None


def is_utf_8(text: str) -> bool:
    """Whether a text that was read as Latin-1 is UTF-8 with letters of several bytes."""
    if text.isascii():
        return False
    try:
        text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return False
    return True


def is_cut(columns: str) -> bool:
    """Whether a letter of several bytes lies across the beginning or the end of these columns."""
    return widened(narrowed(columns)) != columns


def broken_bytes(text: str) -> Iterator[tuple[int, int, str]]:
    """First and last column, and the bytes, of everything that is no UTF-8."""
    if not text.isascii():
        for found in _BROKEN.finditer(text):
            shown = " ".join(f"{ord(c) & 0xFF:02X}" for c in found[0])
            yield found.start() + 1, found.end(), shown


def recoded(columns: str, width: int, to: str) -> str:
    """Columns as another encoding has them, padded to a width.

    Raises ValueError, with the reason, where it has no room for them or cannot hold a character.
    """
    text = narrowed(columns).rstrip(" ")
    for _, _, shown in broken_bytes(text):
        raise ValueError(f"invalid UTF-8 (bytes {shown})")
    if to == LATIN_1 and (beyond := next((c for c in text if c > "\xff"), "")):
        raise ValueError(unwritable(beyond))
    new = widened(text) if to == UTF_8_BYTES else text
    if len(new) > width:
        what = "bytes" if to == UTF_8_BYTES else "characters"
        raise ValueError(f"{len(new)} {what} do not fit in {width}")
    return new.ljust(width)
