"""Masking: which columns of a line may hold personal data, also where its columns have moved."""  # Copied from generator/runtime/core/masking.py by `make generate`; edit that, not this.

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
        "field.unestablished",
    )
)
"""The rules that break where columns have moved; a wrong value in its place breaks others."""

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


def personal_columns(record: Maskable) -> ColumnRanges:
    """The columns to mask in a record by itself; none where its layout holds no personal data.

    Where columns have slipped, these are all columns that personal data may have moved to.
    """
    return columns_to_mask(record) if record.PERSONAL or not record.FIELDS else ()


def columns_to_mask(record: Maskable) -> ColumnRanges:
    """The same in a file of candidates, where any line can hold what belongs to another.

    In a line that is too long, the columns after the last field are masked as well; in a line of
    no known layout, all but the first two.
    """
    if not record.FIELDS:
        return ((3, len(record.line)),) if len(record.line) > 2 else ()
    moved = _moved(record)
    if moved:
        first = record.PERSONAL[0][0] if record.PERSONAL else 0
        return ((first if min(moved) >= first > 0 else 3, len(record.line)),)
    if len(record.line) > record.END:
        return (*record.PERSONAL, (record.END + 1, len(record.line)))
    return record.PERSONAL


def has_slipped(record: Maskable) -> bool:
    """Whether columns of the line have moved, so that its values are uncertain."""
    return bool(_moved(record))


def _moved(record: Maskable) -> list[int]:
    """The first columns of the fields with impossible values; none in a sound record."""
    if acceptor(type(record), record.length)(record.line.ljust(record.length)):
        return []
    return [f.start for f in record.faults() if f.rule in MOVED or _is_misshapen(record, f)]


def _is_misshapen(record: Maskable, fault: Fault) -> bool:
    """Whether the field holds no value of its kind, or no text like its identifiers."""
    field = record.FIELDS.get(fault.field)
    if field is None:
        return False
    text = record.text(field.name)
    if field.identifier is not None:
        return re.fullmatch(field.identifier.PATTERN, text) is None
    return not field.is_nothing(text) and not field.kind.is_formed(text)
