"""The structure of a file: which records it has, in which order, how often, and under which
others."""  # Copied from generator/runtime/core/structures.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from .places import Place


class Occurs(StrEnum):
    """How many records of a type may follow each other under the one that they belong to."""

    ONE = "one"
    OPTIONAL = "optional"
    ANY = "any"
    AT_LEAST_ONE = "at_least_one"

    @property
    def is_required(self) -> bool:
        """Whether there must be at least one."""
        return self in (Occurs.ONE, Occurs.AT_LEAST_ONE)

    @property
    def is_repeated(self) -> bool:
        """Whether there may be several."""
        return self in (Occurs.ANY, Occurs.AT_LEAST_ONE)

    @property
    def in_words(self) -> str:
        """The same in words."""
        words = {Occurs.OPTIONAL: "none or one", Occurs.ANY: "any number"}
        return words.get(self, self.value.replace("_", " "))


@dataclass(frozen=True, slots=True)
class StructureRow:
    """A record type in the structure of a file: ``record`` is the second character of its lines.

    ``under`` is the record type that it belongs to and follows; empty for records of the file as a
    whole. ``continues``: it continues that one, which is a data record.
    """

    record: str
    occurs: Occurs
    place: Place = Place.DATA
    under: str = ""
    continues: bool = False

    @property
    def ends(self) -> bool:
        """Whether it ends the part that it belongs to, provided it is the last row there."""
        trailers = (Place.CENTRE_TRAILER, Place.TRAILER)
        return self.place in trailers and not self.occurs.is_repeated


@dataclass(frozen=True, slots=True)
class FileStructure:
    """The structure of the files of these data types; its rows are in the order of a file."""

    name: str
    data_types: tuple[str, ...]
    rows: tuple[StructureRow, ...]


def is_plain(rows: Sequence[StructureRow]) -> bool:
    """Whether data records can be recognised by their neighbours: all have one type, occur any
    number of times, and nothing belongs under them."""
    data = [row for row in rows if row.place is Place.DATA]
    return len(data) == 1 and data[0].occurs is Occurs.ANY and not below(rows, data[0])


def below(rows: Sequence[StructureRow], row: StructureRow) -> list[StructureRow]:
    """The rows directly under this one."""
    return [other for other in rows if other.under == row.record]


class Wrong(StrEnum):
    """The ways in which records can be out of order."""

    NO_PARENT = "no parent"
    MISSING = "missing"
    TOO_LATE = "too late"
    SECOND = "second"


class OutOfOrder(NamedTuple):
    """What is wrong with the order at a record, given by its row; and the other row that is
    missing, or that it should precede or follow; ``within`` is the row which that one belongs
    to."""

    what: Wrong
    row: StructureRow | None
    other: StructureRow | None = None
    within: StructureRow | None = None


@dataclass(slots=True)
class _Open:
    """A record under which others may follow: the row of the last one, and its number so far.

    An ``implied`` record was missing, so that nothing is reported as missing from it.
    """

    row: StructureRow | None
    rows: list[StructureRow]
    at: int = 0
    count: int = 0
    implied: bool = False

    def missing(self, end: int) -> Iterator[StructureRow]:
        """The required rows before ``end`` of which there were no records."""
        if not self.implied:
            begin = self.at + 1 if self.count else self.at
            yield from (row for row in self.rows[begin:end] if row.occurs.is_required)


class Walk:
    """Follows a file through its structure, record by record."""

    def __init__(self, rows: Sequence[StructureRow]) -> None:
        self.rows = {row.record: row for row in rows}
        self._below = {key: [r for r in rows if r.under == key] for key in ("", *self.rows)}
        self._open: list[_Open] = []
        self.begin()

    def begin(self) -> None:
        """Begins a file."""
        self._open = [_Open(None, self._below[""])]

    def is_open(self, record_type: str) -> bool:
        """Whether records under this type may follow; those of the file always may."""
        return any((one.row.record if one.row else "") == record_type for one in self._open)

    def take(self, row: StructureRow) -> list[OutOfOrder]:
        """Takes the next record, and returns what is wrong with its place."""
        found: list[OutOfOrder] = []
        if not self.is_open(row.under):
            parent = self.rows[row.under]
            found.append(OutOfOrder(Wrong.NO_PARENT, row, parent))
            self._imply(parent)
        while (top := self._open[-1]).row is not None and top.row.record != row.under:
            found += self._closed(row)
        index = top.rows.index(row)
        if index < top.at:
            found.append(OutOfOrder(Wrong.TOO_LATE, row, top.rows[top.at], top.row))
        else:
            found += (OutOfOrder(Wrong.MISSING, row, m, top.row) for m in top.missing(index))
            if index > top.at:
                top.at, top.count = index, 0
            if top.count and not row.occurs.is_repeated:
                found.append(OutOfOrder(Wrong.SECOND, row, within=top.row))
            top.count += 1
        if self._below[row.record]:
            self._open.append(_Open(row, self._below[row.record]))
        elif top.row is not None and row is top.rows[-1] and row.ends:
            self._open.pop()
        return found

    def finish(self) -> list[OutOfOrder]:
        """What is missing at the end of the file."""
        found: list[OutOfOrder] = []
        while self._open:
            found += self._closed(None)
        return found

    def _closed(self, row: StructureRow | None) -> Iterator[OutOfOrder]:
        """Closes the last record opened, and yields what it lacks."""
        one = self._open.pop()
        for missing in one.missing(len(one.rows)):
            yield OutOfOrder(Wrong.MISSING, row, missing, one.row)

    def _imply(self, row: StructureRow) -> None:
        """Opens a record that is missing, and those that it belongs to."""
        if not self.is_open(row.under):
            self._imply(self.rows[row.under])
        while (top := self._open[-1]).row is not None and top.row.record != row.under:
            self._open.pop()
        index = top.rows.index(row)
        if index >= top.at:
            top.at, top.count = index, 1
        self._open.append(_Open(row, self._below[row.record], implied=True))


def lacking(
    rows: Sequence[StructureRow], types: Mapping[int, str]
) -> Iterator[tuple[int, StructureRow]]:
    """The rows of which records are missing, each once, with the number of the record before which
    the first one is missing; ``types`` are the types of the records, by number."""
    walk, seen = Walk(rows), set[str]()
    for number, record_type in types.items():
        row = walk.rows.get(record_type)
        for one in walk.take(row) if row is not None else ():
            is_missing = one.what in (Wrong.MISSING, Wrong.NO_PARENT)
            if is_missing and one.other is not None and one.other.record not in seen:
                seen.add(one.other.record)
                yield number, one.other
