"""Bytes to lines, one character for each position. Only CR LF, LF or CR end a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from .character_encodings import LATIN_1, decoded

CHUNK = 1 << 18
"""The number of bytes read at once."""

END_OF_FILE_MARK = "\x1a"
"""Ctrl-Z, with which old programs end a file. At the very end it counts as a line."""

AFTER_MARK = f"{END_OF_FILE_MARK} \0"
"""The characters that some programs write after the mark."""

ENDS = ("\n", "\r")

CR_LF = "\r\n"

NO_ENDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Line ends for `str.splitlines`, but not in these formats."""

_LINE = re.compile(r"([^\r\n]*)(\r\n?|\n)")


def chunks_of(stream: BinaryIO, head: bytes = b"", size: int = CHUNK) -> Iterator[bytes]:
    """Yields the bytes read already, then the rest of the stream in chunks."""
    if head:
        yield head
    while chunk := stream.read(size):
        yield chunk


def lines_of(chunks: Iterable[bytes], encoding: str = LATIN_1) -> Iterator[tuple[str, str]]:
    """Yields every line with its own line end; the last one may have none.

    Takes linear time; keeps only the current line, however long.
    """
    for piece in _pieces(chunks, encoding):
        if piece.endswith(CR_LF) and piece.count("\n") == piece.count("\r") == piece.count(CR_LF):
            yield from zip(_split(piece), itertools.repeat(CR_LF))
        elif piece.endswith(ENDS):
            yield from _LINE.findall(piece)
        else:
            for text in _last(piece):
                yield text, ""


def texts_of(chunks: Iterable[bytes], encoding: str = LATIN_1) -> Iterator[list[str]]:
    """The lines of `lines_of` without their ends, in successive lists."""
    for piece in _pieces(chunks, encoding):
        if piece.endswith(ENDS):
            yield _split(piece)
        else:
            yield _last(piece)


def _split(piece: str) -> list[str]:
    """The lines of a text that ends with a line end, without their ends."""
    if not any(character in piece for character in NO_ENDS):
        return piece.splitlines()
    lines = piece.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines.pop()
    return lines


def _pieces(chunks: Iterable[bytes], encoding: str) -> Iterator[str]:
    """The text, cut after line ends. No line end is part of a letter of several bytes."""
    pieces = _cut(chunks)
    if encoding == LATIN_1:
        return pieces
    return (p if p.isascii() else decoded(p.encode("latin-1"), encoding) for p in pieces)


def _cut(chunks: Iterable[bytes]) -> Iterator[str]:
    """The text as Latin-1, cut after line ends; the last piece may be a line without an end."""
    pending: list[str] = []
    held = ""
    for chunk in chunks:
        text = held + chunk.decode("latin-1")
        held = ""
        if text.endswith("\r"):
            # The next chunk may begin with LF.
            text, held = text[:-1], "\r"
        last_end = max(text.rfind("\n"), text.rfind("\r")) + 1
        if last_end:
            yield "".join((*pending, text[:last_end]))
            pending.clear()
        if last_end < len(text):
            pending.append(text[last_end:])
    last = "".join((*pending, held))
    if last:
        yield last


def _last(piece: str) -> list[str]:
    """A line without a line end, and the mark after it."""
    record = without_mark(piece)
    return [text for text in (record, piece[len(record) :]) if text]


def without_mark(text: str) -> str:
    """The text without the mark at its end and what follows it."""
    at = text.find(END_OF_FILE_MARK, len(text.rstrip(AFTER_MARK)))
    return text if at < 0 else text[:at]


def is_end_of_file_mark(text: str) -> bool:
    """Whether a line is only Ctrl-Z, perhaps followed by spaces or NUL bytes."""
    return text.startswith(END_OF_FILE_MARK) and not text.strip(AFTER_MARK)
