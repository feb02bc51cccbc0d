"""Masking: text from a file is printed only where the record is sound enough that its column holds
a field that is not personal."""  # Copied from generator/runtime/core/masking.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Protocol, TypeAlias

from .accepting import Acceptable, acceptor
from .displaced import MOVED, is_formed, may_be_displaced
from .fields import Field
from .issues import Fault
from .places import Place

UNESTABLISHED = "field.unestablished"
FILLER = "field.filler"
UNKNOWN = "field.open-code"

ColumnRanges: TypeAlias = tuple[tuple[int, int], ...]
"""Pairs of a first and a last column, from 1, inclusive."""


class Maskable(Acceptable, Protocol):
    """What masking needs of a record."""

    line: str
    FIELDS: ClassVar[Mapping[str, Field]]
    END: ClassVar[int]
    PERSONAL: ClassVar[ColumnRanges]
    PLACE: ClassVar[Place]

    @property
    def length(self) -> int:
        """The length that the line should have."""

    def text(self, name: str) -> str:
        """The columns of a field."""

    def faults(self) -> Iterator[Fault]:
        """Everything wrong with the line."""


def columns_to_hide(record: Maskable, letter: str = "") -> ColumnRanges:
    """The columns that are not printed: those of personal fields, and those that may hold what
    belongs there. ``letter`` is the data type of the file; of data records of others all is."""
    if is_foreign(record, letter):
        return every_column(record)
    uncertain = uncertain_columns(record)
    if not uncertain or uncertain == every_column(record):
        return uncertain or record.PERSONAL
    return tuple(sorted((*record.PERSONAL, *uncertain)))


def uncertain_columns(record: Maskable) -> ColumnRanges:
    """The columns of which it is not certain what they hold: all of a record that is not sound, and
    those whose meaning is not established, where a record with personal data has text there.

    A record is sound where nothing stands behind its last field, no field holds what cannot be its
    value, as where columns have moved, and no text may be a personal value out of its columns
    (see `displaced`). A single field with one character amiss is a wrong value in its place, unless
    it is personal and lacks the character, which may be elsewhere, or a code next to it is unknown
    as well. So is any single field of a layout without personal ones, but for text where blanks
    belong. A line with personal data that is too long is sound only where every field is right.
    """
    line, length = record.line, record.length
    if not record.FIELDS:
        return every_column(record) if line.strip(" \x1a\0") else ()
    accepts = acceptor(type(record), length)
    is_right = accepts(line.ljust(length))
    if may_be_displaced(record, is_right=is_right):
        return every_column(record)
    if is_right:
        return ()
    moved = _moved(record)
    is_in_place = len(line) <= length and len(moved) == 1 and _is_in_place(record, moved[0])
    is_doubtful = bool(record.PERSONAL) and len(line) > length and not accepts(line[:length])
    if is_doubtful or line[record.END :].strip(" ") or (moved and not is_in_place):
        return every_column(record)
    if not record.PERSONAL:
        return ()
    if _is_wrong_beside_personal(record):
        return every_column(record)
    return tuple((f.start, f.end) for f in record.faults() if f.rule == UNESTABLISHED)


def is_foreign(record: Maskable, letter: str) -> bool:
    """Whether it is a data record in a file of another data type: the line may be any."""
    return record.PLACE is Place.DATA and bool(letter) and record.line[:1] != letter


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


def _is_wrong_beside_personal(record: Maskable) -> bool:
    """Whether a code is unknown and a personal field next to it is wrong too: two wrong values in
    a row are more likely to be what has moved there."""
    faults = list(record.faults())
    names = {fault.field for fault in faults}
    wrong = [field for field in record.FIELDS.values() if field.personal and field.name in names]
    beside = {column for field in wrong for column in (field.start - 1, field.end + 1)}
    return any(fault.rule == UNKNOWN and {fault.start, fault.end} & beside for fault in faults)


def _moved(record: Maskable) -> list[Fault]:
    """The faults of fields with impossible values, one of each; none in a sound record."""
    if acceptor(type(record), record.length)(record.line.ljust(record.length)):
        return []
    faults = (f for f in record.faults() if f.rule in MOVED or _is_misshapen(record, f))
    return list({fault.start: fault for fault in faults}.values())


def _is_in_place(record: Maskable, fault: Fault) -> bool:
    """Whether a single field at fault is there nevertheless, one of its characters amiss."""
    if fault.rule == FILLER and record.PLACE is Place.DATA:
        return False
    field = record.FIELDS.get(fault.field)
    if not record.PERSONAL or field is None or any(field.kind.nested(field)):
        return not record.PERSONAL
    text = record.text(field.name)
    if field.personal and " " in text:
        return False
    changed = (text[:at] + c + text[at + 1 :] for at in range(len(text)) for c in "0A")
    return any(
        is_formed(field, one) and not any(rule in MOVED for rule, _ in field.kind.faults(one))
        for one in changed
    )


def _is_misshapen(record: Maskable, fault: Fault) -> bool:
    """Whether the field holds no value of its kind, or no text like its identifiers."""
    field = record.FIELDS.get(fault.field)
    return field is not None and not is_formed(field, record.text(field.name))
