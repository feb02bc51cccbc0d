"""Masking: text of a file is printed only if the record is sound enough that it certainly belongs
to a field that is not personal."""

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
"""Pairs of a first and a last position, from 1, inclusive."""


class Maskable(Acceptable, Protocol):
    """A record, as masking needs it."""

    line: str
    FIELDS: ClassVar[Mapping[str, Field]]
    END: ClassVar[int]
    PERSONAL: ClassVar[ColumnRanges]
    PLACE: ClassVar[Place]

    @property
    def length(self) -> int:
        """The correct length of the line."""

    def text(self, name: str) -> str:
        """The text of a field."""

    def faults(self) -> Iterator[Fault]:
        """All faults of the line."""


def columns_to_hide(record: Maskable, letter: str = "") -> ColumnRanges:
    """The positions that are not printed: personal fields, and text that may have moved there from
    one. ``letter`` is the data type of the file; a data record of another type is hidden whole."""
    if is_foreign(record, letter):
        return every_column(record)
    uncertain = uncertain_columns(record)
    if not uncertain or uncertain == every_column(record):
        return uncertain or record.PERSONAL
    return tuple(sorted((*record.PERSONAL, *uncertain)))


def uncertain_columns(record: Maskable) -> ColumnRanges:
    """The positions whose content is uncertain: the whole record if it is not sound; otherwise
    fields whose meaning is not established, if the record has personal data and they are filled.

    A record is sound if nothing follows its last field, no field holds an impossible value (which
    suggests that text has moved) and no text may be a displaced personal value (see `displaced`).
    One field with one invalid character is a wrong value in its place, unless it is personal and
    lacks that character, which may be elsewhere, or a code next to it is unknown as well. The same
    goes for any one field of a layout without personal fields, unless it should be blank. A line
    with personal data that is too long is sound only if every field is valid.
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
    """Whether it is a data record in a file of another data type, so that it may be any line."""
    return record.PLACE is Place.DATA and bool(letter) and record.line[:1] != letter


def every_column(record: Maskable) -> ColumnRanges:
    """All positions after the characters that identify the record."""
    start = 3 if record.FIELDS else 1
    return ((start, len(record.line)),) if len(record.line) >= start else ()


def is_sound(record: Maskable) -> bool:
    """Whether every field whose meaning is established is certainly in its place."""
    uncertain = uncertain_columns(record)
    return not uncertain or uncertain != every_column(record)


def overlap(columns: ColumnRanges, start: int, end: int) -> bool:
    """Whether any of these ranges overlaps the one from ``start`` to ``end``."""
    return any(first <= end and start <= last for first, last in columns)


def has_slipped(record: Maskable) -> bool:
    """Whether a field holds an impossible value, so that other values are uncertain too."""
    return bool(_moved(record))


def _is_wrong_beside_personal(record: Maskable) -> bool:
    """Whether a code is unknown and an adjacent personal field is wrong too: text has probably
    moved there."""
    faults = list(record.faults())
    names = {fault.field for fault in faults}
    wrong = [field for field in record.FIELDS.values() if field.personal and field.name in names]
    beside = {column for field in wrong for column in (field.start - 1, field.end + 1)}
    return any(fault.rule == UNKNOWN and {fault.start, fault.end} & beside for fault in faults)


def _moved(record: Maskable) -> list[Fault]:
    """One fault for each field with an impossible value; a sound record has none."""
    if acceptor(type(record), record.length)(record.line.ljust(record.length)):
        return []
    faults = (f for f in record.faults() if f.rule in MOVED or _is_misshapen(record, f))
    return list({fault.start: fault for fault in faults}.values())


def _is_in_place(record: Maskable, fault: Fault) -> bool:
    """Whether the only field with a fault is in its place, with one invalid character."""
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
    """Whether the text does not look like a value of the field's kind, or like its identifier."""
    field = record.FIELDS.get(fault.field)
    return field is not None and not is_formed(field, record.text(field.name))
