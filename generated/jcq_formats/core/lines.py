# Copied from generator/runtime/core/lines.py by `make generate`; edit that, not this.
"""Bytes to lines: one byte is one column (latin-1); CR LF, LF or CR end a line, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

CHUNK = 1 << 18
"""How many bytes are read at once."""

END_OF_FILE_MARK = "\x1a"
"""Ctrl-Z, with which old programs end a file; at the very end it is a line of its own."""

_LINE = re.compile(r"([^\r\n]*)(\r\n?|\n)")


def chunks_of(stream: BinaryIO, head: bytes = b"", size: int = CHUNK) -> Iterator[bytes]:
    """What has been read already, then the rest of the stream, piece by piece."""
    if head:
        yield head
    while chunk := stream.read(size):
        yield chunk


def lines_of(chunks: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    """Every line with its own line end; the last one may have none.

    The time is linear in the number of bytes; only the line at hand is kept, however long.
    """
    pending: list[str] = []
    held = ""
    for chunk in chunks:
        text = held + chunk.decode("latin-1")
        held = ""
        if text.endswith("\r"):
            # A LF may follow in the next chunk.
            text, held = text[:-1], "\r"
        # The pattern is kept from what has no line end: it would look for one from every column.
        last_end = max(text.rfind("\n"), text.rfind("\r")) + 1
        found = _LINE.findall(text[:last_end])
        if found and pending:
            found[0] = ("".join((*pending, found[0][0])), found[0][1])
            pending.clear()
        yield from found
        if last_end < len(text):
            pending.append(text[last_end:])
    last = "".join(pending)
    if held:
        yield last, held
    elif last:
        record = last.rstrip(END_OF_FILE_MARK)
        if record:
            yield record, ""
        if len(record) < len(last):
            yield last[len(record) :], ""


def is_end_of_file_mark(text: str, end: str) -> bool:
    """Whether a last line is nothing but Ctrl-Z."""
    return not end and text.startswith(END_OF_FILE_MARK) and not text.strip(END_OF_FILE_MARK)
