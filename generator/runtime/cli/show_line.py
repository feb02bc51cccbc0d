"""Draws one line of a file: a ruler, the text, and each field under its positions."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ..core.errors import JcqError
from ..core.fields import Field
from ..core.files import File
from ..core.masking import columns_to_hide
from ..core.printable import counted, visible
from ..core.records import Record
from .shown import Shown, stars

WIDTH = 70
"""The positions drawn in one row."""


def drawn_line(file: File, number: int, *, show_personal_data: bool = False) -> Iterator[str]:
    """The line with this number, from 1, drawn for a terminal of 80 columns.

    Raises JcqError if the file has no such line.
    """
    if not 1 <= number <= len(file.lines):
        raise JcqError(f"{file.name}: it has {counted(len(file.lines), 'line')}, not {number:,}")
    record = file.lines[number - 1].record
    letter = file.data_type.code if file.data_type is not None else ""
    yield f"{file.name}, line {number:,}: {record.TITLE}, {len(record.line)} of {record.length}"
    text = record.line if show_personal_data else _masked(record, letter)
    shown = Shown(record, show_personal_data, letter, meanings=True)
    last = max(len(text), record.END)
    for start in range(0, last, WIDTH):
        yield ""
        yield from _ruler(start, min(start + WIDTH, last))
        yield visible(text[start : start + WIDTH]).rstrip(" ")
        for field in record.FIELDS.values():
            if start < field.start <= start + WIDTH:
                yield from _field(shown, field, start)


def _masked(record: Record, letter: str) -> str:
    """The text with stars in the positions that are not printed."""
    text = record.line
    for first, last in columns_to_hide(record, letter):
        hidden = stars(text[first - 1 : last]).ljust(len(text[first - 1 : last]))
        text = text[: first - 1] + hidden + text[last:]
    return text


def _ruler(start: int, end: int) -> Iterator[str]:
    """The positions from ``start`` on, counted from 0: tens above units."""
    tens = "".join(f"{at // 10:>10}" for at in range(start + 10, end + 1, 10))
    yield tens
    yield "".join(str(at % 10) for at in range(start + 1, end + 1))


def _field(shown: Shown, field: Field, start: int) -> Iterator[str]:
    """A mark under the positions of the field, and what it says."""
    at = field.start - 1 - start
    mark = " " * at + "^" * min(field.width, WIDTH - at)
    value = shown.value(field) if field.kind.SETTABLE else ""
    known = shown.meaning_of(field, value)
    said = f"{field.name} {value}".rstrip() + (f" ({known})" if known else "")
    if len(mark) + 1 + len(said) <= WIDTH + 10:
        yield f"{mark} {said}"
        return
    yield mark
    indent = " " * max(min(at, WIDTH + 10 - len(said)), 0)
    yield from textwrap.wrap(said, WIDTH + 10, initial_indent=indent, subsequent_indent=" " * 4)
