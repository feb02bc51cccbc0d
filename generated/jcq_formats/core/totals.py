"""Sums of fields, and checksums of records, in headers and trailers."""  # Copied from generator/runtime/core/totals.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from .character_encodings import encoded
from .errors import BuildError, FieldError
from .fields import Field, Total
from .formats import Format
from .places import Place
from .records import Record

RECORDS = "records"
"""The key for a total over all records, not only those of one key."""

HEADERS = {Place.FILE_HEADER: Place.FILE_TRAILER, Place.CENTRE_HEADER: Place.CENTRE_TRAILER}
"""The trailer that ends the part begun by each header."""


class Held(NamedTuple):
    """A field with a total, its record, the number of that record from 0, and the right total; None
    if that cannot be determined."""

    number: int
    record: Record
    field: Field
    found: Any

    @property
    def stated(self) -> Any:
        """The total in the field. Raises FieldError if it cannot be decoded."""
        return self.record.decode(self.field.name)

    @property
    def is_wrong(self) -> bool:
        """Whether the field differs from the right total."""
        try:
            return self.found is not None and self.stated not in (None, "", self.found)
        except FieldError:
            return False


def fields_with_totals(form: Format) -> list[tuple[type[Record], Field]]:
    """All fields of the version that hold a sum or checksum, each with its record."""
    records = dict.fromkeys(form.records.values())
    return [(r, f) for r in records for f in r.FIELDS.values() if f.total is not None]


class Totals:
    """Computes the totals of a file, record by record: for a file trailer over the file, for a
    centre trailer over the block.

    ``records`` counts the records of the current file, ``number`` all records.
    """

    def __init__(self, form: Format) -> None:
        self._encoding = form.encoding
        known = [(r.PLACE, f.total) for r, f in fields_with_totals(form)]
        ends = [(HEADERS.get(place, place), total) for place, total in known if total is not None]
        self._so_far: dict[tuple[Place, Total], Any] = {key: key[1].begin() for key in ends}
        self._waiting: list[tuple[int, Record, Field]] = []
        self.records = self.number = 0

    def wants(self, record: type[Record]) -> bool:
        """Whether lines of a data record are part of a total."""
        return any(total.over in (RECORDS, record.KEY) for _, total in self._so_far)

    def own(self, record: Record) -> Iterator[Held]:
        """The totals of a trailer that comes next, over the records before it."""
        if record.PLACE in HEADERS.values():
            for field in record.FIELDS.values():
                if field.total is not None:
                    yield Held(self.number, record, field, self._found(record.PLACE, field.total))

    def add(self, record: Record) -> list[Held]:
        """Takes the next record, and returns the totals of the header whose part it ends."""
        place, held = record.PLACE, list[Held]()
        if place in HEADERS:
            self._begin(place)
            fields = [f for f in record.FIELDS.values() if f.total is not None]
            self._waiting += [(self.number, record, field) for field in fields]
        for waiting in [w for w in self._waiting if HEADERS[w[1].PLACE] is place]:
            self._waiting.remove(waiting)
            if waiting[2].total is not None:
                held.append(Held(*waiting, self._found(place, waiting[2].total)))
        for (end, total), so_far in self._so_far.items():
            if so_far is not None and total.over in (RECORDS, record.KEY):
                self._so_far[end, total] = self._added(total, so_far, record)
        self.records += 1
        self.number += 1
        return held

    def _begin(self, place: Place) -> None:
        for end, total in self._so_far:
            if place is Place.FILE_HEADER or end is HEADERS[place]:
                self._so_far[end, total] = total.begin()
        # A block without a trailer has no end: its header must not take the total of the next.
        self._waiting = [w for w in self._waiting if w[1].PLACE is not place]
        if place is Place.FILE_HEADER:
            self.records, self._waiting = 0, []

    def _found(self, end: Place, total: Total) -> Any:
        so_far = self._so_far[end, total]
        return total.checksum.text(so_far) if total.checksum is not None else so_far

    def _added(self, total: Total, so_far: Any, record: Record) -> Any:
        if total.checksum is not None:
            return total.checksum.add(so_far, encoded(record.line.rstrip(" "), self._encoding))
        try:
            return so_far + (record.decode(total.field) or 0)
        except FieldError:
            return None


def with_totals(
    form: Format, records: Iterable[Record], but: Collection[tuple[int, str]] = ()
) -> Iterator[Record]:
    """The records of a file, with the totals in headers and trailers recomputed.

    ``but`` lists fields that are left as they are, by the number of the record from 0 and by name.
    Records are taken as they are needed, unless a header has a total. Raises BuildError if a total
    does not fit in its field.
    """
    if any(record.PLACE in HEADERS for record, _ in fields_with_totals(form)):
        records = made = list(records)
        totals = Totals(form)
        for held in [one for record in list(made) for one in totals.add(record)]:
            made[held.number] = _holding(made[held.number], held, but)
    totals = Totals(form)
    for record in records:
        for held in totals.own(record):
            record = _holding(record, held, but)
        totals.add(record)
        yield record


def wrong_totals(form: Format, records: Iterable[Record]) -> Iterator[Held]:
    """The totals of a file that are wrong."""
    totals = Totals(form)
    for record in records:
        own = list(totals.own(record))
        for held in (*own, *totals.add(record)):
            if held.is_wrong:
                yield held


def _holding(record: Record, held: Held, but: Collection[tuple[int, str]]) -> Record:
    """A copy of a header or trailer with this total."""
    field = held.field
    if held.found is None or (held.number, field.name) in but:
        return record
    try:
        text = field.encode(held.found)
    except ValueError as error:
        raise BuildError(f"{type(record).__name__}.{field.name}: {error}") from None
    line = record.line.ljust(field.end)
    return type(record)(line[: field.start - 1] + text + line[field.end :])
