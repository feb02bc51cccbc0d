"""Splits lines that contain several records, whatever replaces the line ends between them."""  # Copied from generator/runtime/checking/joined.py by `make generate`; edit that, not this.

from __future__ import annotations

import re

from ..core.accepting import acceptor
from ..core.formats import Format

IN_PLACE_OF_ENDS = " \0\t\v\f\x1c\x1d\x1e\x1f\x85"
"""Characters that programs write in place of line ends."""

AHEAD = 3
"""The number of beginnings of records that are tried as the end of the one before."""


def records_in(text: str, form: Format) -> list[str]:
    """The records in a line, each with the text after it; only the line itself if it is one
    record."""
    data_type = form.data_types.get(text[:1])
    length = data_type.length if data_type is not None else None
    if length is None or len(text) <= length:
        return [text]
    starts = _of_one_length(text, length, form) or _sound(text, length, form)
    if not starts:
        return [text]
    starts = [0, *(start for start in starts if start)]
    return [text[start:end] for start, end in zip(starts, (*starts[1:], len(text)), strict=True)]


def are_counted(records: list[str], form: Format) -> bool:
    """Whether all of these but the last have the length of a record, so that their number is
    certain."""
    data_type = form.data_types[records[0][:1]]
    return all(len(text) == data_type.length for text in records[:-1])


def _of_one_length(text: str, length: int, form: Format) -> list[int]:
    """The beginnings of records that all have this length; empty if they do not."""
    end = len(text.rstrip(" \x1a\0"))
    starts = list(range(0, end, length))
    is_so = all(text[s] == text[0] and text[s : s + 2] in form.records for s in starts)
    return starts if is_so and len(starts) > 1 else []


def _sound(text: str, length: int, form: Format) -> list[int]:
    """The beginnings of records without fault, after the first two characters of a line."""
    types = "".join(key[1] for key in form.records if key[0] == text[0])
    if not types:
        return []
    begun = [m.start() for m in re.finditer(f"{re.escape(text[0])}[{re.escape(types)}]", text)]
    found: list[int] = []
    free = 2
    for index, start in enumerate(begun):
        if start < free:
            continue
        record = form.records[text[start : start + 2]]
        accepts = acceptor(record, length)
        for end in (start + record.END, *begun[index + 1 : index + 1 + AHEAD]):
            piece = text[start:end].rstrip(IN_PLACE_OF_ENDS)
            if len(piece) <= length and accepts(piece.ljust(length)):
                found.append(start)
                free = start + len(piece)
                break
    return found
