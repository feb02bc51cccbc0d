r"""Bytes to characters and back: Latin-1, or UTF-8 in fields counted in characters or in bytes.

A line has one character for each position whatever the encoding. If fields are counted in bytes, a
letter of several bytes is followed by `REST` for each further byte, so that positions hold. A byte
that is not valid UTF-8 becomes one character (``\udce9`` for E9), so that it is kept.
"""  # Copied from generator/runtime/core/character_encodings.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
from collections.abc import Iterator

from .characters import unwritable

LATIN_1 = "latin-1"
UTF_8_BYTES = "utf-8-bytes"
UTF_8_CHARACTERS = "utf-8-characters"

MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""Byte order marks, which may precede the first character of a document."""

REST = "\udc00"
"""Stands for each further byte of the letter before it. No file can contain this character."""

_SEVERAL_BYTES = re.compile("[^\x00-\x7f\ud800-\udfff]")
_BROKEN = re.compile("[\udc80-\udcff]+")


def decoded(data: bytes, encoding: str) -> str:
    """The text of the bytes, with one character for each position."""
    if encoding == LATIN_1:
        return data.decode("latin-1")
    text = data.decode("utf-8", "surrogateescape")
    return widened(text) if encoding == UTF_8_BYTES else text


def encoded(text: str, encoding: str) -> bytes:
    """The bytes from which the text was decoded."""
    if encoding == LATIN_1:
        return text.encode("latin-1")
    return narrowed(text).encode("utf-8", "surrogateescape")


def widened(text: str) -> str:
    """The text with one character for each byte."""
    if text.isascii():
        return text
    return _SEVERAL_BYTES.sub(lambda found: found[0] + REST * (bytes_in(found[0]) - 1), text)


def narrowed(text: str) -> str:
    """The text without the marks for further bytes."""
    return text if text.isascii() else text.replace(REST, "")


def bytes_in(character: str) -> int:
    """The number of bytes of a character in UTF-8."""
    return len(character.encode("utf-8", "surrogatepass"))


def printed(text: str) -> str:
    """The text for programs that accept only valid Unicode: invalid bytes become U+FFFD."""
    return text if text.isascii() else _BROKEN.sub("\ufffd", narrowed(text))


def is_whole(text: str) -> bool:
    """Whether all bytes of the text are valid UTF-8."""
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
    """Whether a letter of several bytes crosses the beginning or the end of this slice."""
    return widened(narrowed(columns)) != columns


def broken_bytes(text: str) -> Iterator[tuple[int, int, str]]:
    """The first and last position, and the bytes, of each stretch of invalid UTF-8."""
    if not text.isascii():
        for found in _BROKEN.finditer(text):
            shown = " ".join(f"{ord(c) & 0xFF:02X}" for c in found[0])
            yield found.start() + 1, found.end(), shown


def recoded(columns: str, width: int, to: str) -> str:
    """The text of a field in another encoding, padded to a width.

    Raises ValueError, with the reason, if it does not fit or cannot be encoded.
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
