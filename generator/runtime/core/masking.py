"""Masking: text from a file is printed only where the record is sound enough that its column holds
a field that is not personal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, Protocol, TypeAlias

from .accepting import Acceptable, acceptor
from .fields import Field
from .issues import Fault

MOVED = frozenset(
    (
        "field.closed-code",
        "field.digits",
        "field.filler",
        "field.integer",
        "field.justified",
        "field.literal",
        "field.required",
    )
)
"""The rules that break where columns have moved; a wrong value in its place breaks others."""

UNESTABLISHED = "field.unestablished"

ColumnRanges: TypeAlias = tuple[tuple[int, int], ...]
"""Pairs of a first and a last column, from 1, inclusive."""


class Maskable(Acceptable, Protocol):
    """What masking needs of a record."""

    line: str
    FIELDS: ClassVar[Mapping[str, Field]]
    END: ClassVar[int]
    PERSONAL: ClassVar[ColumnRanges]

    @property
    def length(self) -> int:
        """The length that the line should have."""

    def text(self, name: str) -> str:
        """The columns of a field."""

    def faults(self) -> Iterator[Fault]:
        """Everything wrong with the line."""


def columns_to_hide(record: Maskable) -> ColumnRanges:
    """The columns that are not printed: those of personal fields, and those that may hold what
    belongs there."""
    uncertain = uncertain_columns(record)
    if not uncertain or uncertain == every_column(record):
        return uncertain or record.PERSONAL
    return tuple(sorted((*record.PERSONAL, *uncertain)))


def uncertain_columns(record: Maskable) -> ColumnRanges:
    """The columns of which it is not certain what they hold: all of a record that is not sound, and
    those whose meaning is not established, where a record with personal data has text there.

    A record is sound where nothing stands behind its last field, and no field holds what cannot be
    its value, as where columns have moved. Unless the line is too long, a single field with one
    character amiss is a wrong value in its place; so is any single field of a layout without
    personal ones.
    """
    line, length = record.line, record.length
    if not record.FIELDS:
        return every_column(record) if line.strip(" \x1a\0") else ()
    if acceptor(type(record), length)(line.ljust(length)):
        return ()
    moved = _moved(record)
    is_in_place = len(line) <= length and len(moved) == 1 and _is_in_place(record, moved[0])
    if line[record.END :].strip(" ") or (moved and not is_in_place):
        return every_column(record)
    if not record.PERSONAL:
        return ()
    return tuple((f.start, f.end) for f in record.faults() if f.rule == UNESTABLISHED)


def every_column(record: Maskable) -> ColumnRanges:
    """All columns but those that say which record it is."""
    start = 3 if record.FIELDS else 1
    return ((start, len(record.line)),) if len(record.line) >= start else ()


def is_sound(record: Maskable) -> bool:
    """Whether every field whose meaning is established certainly stands where the layout says."""
    uncertain = uncertain_columns(record)
    return not uncertain or uncertain != every_column(record)


def overlap(columns: ColumnRanges, start: int, end: int) -> bool:
    """Whether any of these columns is among those from ``start`` to ``end``."""
    return any(first <= end and start <= last for first, last in columns)


def has_slipped(record: Maskable) -> bool:
    """Whether a field holds what cannot be its value, so that values are uncertain."""
    return bool(_moved(record))


def _moved(record: Maskable) -> list[Fault]:
    """The faults of fields with impossible values, one of each; none in a sound record."""
    if acceptor(type(record), record.length)(record.line.ljust(record.length)):
        return []
    faults = (f for f in record.faults() if f.rule in MOVED or _is_misshapen(record, f))
    return list({fault.start: fault for fault in faults}.values())


def _is_in_place(record: Maskable, fault: Fault) -> bool:
    """Whether a single field at fault is there nevertheless, one of its characters amiss."""
    field = record.FIELDS.get(fault.field)
    if not record.PERSONAL or field is None or any(field.kind.nested(field)):
        return not record.PERSONAL
    text = record.text(field.name)
    changed = (text[:at] + c + text[at + 1 :] for at in range(len(text)) for c in "0A")
    return any(
        _is_formed(field, one) and not any(rule in MOVED for rule, _ in field.kind.faults(one))
        for one in changed
    )


def _is_misshapen(record: Maskable, fault: Fault) -> bool:
    """Whether the field holds no value of its kind, or no text like its identifiers."""
    field = record.FIELDS.get(fault.field)
    return field is not None and not _is_formed(field, record.text(field.name))


def _is_formed(field: Field, text: str) -> bool:
    if field.identifier is not None:
        return re.fullmatch(field.identifier.PATTERN, text) is not None
    return field.is_nothing(text) or field.kind.is_formed(text)
