"""The parts of a file: adds the headers and trailers that records need."""  # Copied from generator/runtime/exams/parts.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..core.counting import RECORDS, Tally
from ..core.formats import Format
from ..core.kinds.variant import Variant
from ..core.places import Place
from ..core.records import Record
from ..core.roles import build, by_role, fields_by_role, replaced, text_of, value_of
from ..core.structures import StructureRow, is_plain

ADDRESS = "file.address"


class Parts:
    """Arranges records in the parts of a file according to its structure, one after another.

    A header or trailer of a part that is given among the data gets new counts. A required one that
    is missing is built from the values ``common`` to all, the ``address`` of the centre, and the
    values of the adjacent record, by role. Optional ones are left out. Raises BuildError if a value
    is missing.
    """

    def __init__(self, form: Format, data_type: str, common: Mapping[str, Any]) -> None:
        self.form = form
        self.data_type = data_type
        self.common = common
        self.address: Mapping[str, str] = {}
        self._tally = Tally()
        self._rows = form.structure_of(data_type)
        self._by_type = {row.record: row for row in self._rows}
        self._open: list[tuple[StructureRow, Record]] = []

    def made(self, record: type[Record], values: Mapping[str, Any]) -> Record:
        """The next record, built from values by role; its counts include itself."""
        if record.PLACE is Place.CENTRE_HEADER:
            self._tally.begin_centre()
        said = {**self.common, **self.address, **self._counts(record), **values}
        built = build(record, {**said, **address_part(record, self.data_type, self.address)})
        self._tally.count(built.line[:2], 1)
        return built

    def needed(self, under: Place | None, place: Place) -> Iterator[Record]:
        """The required headers, or trailers, under a record in this place, or of the file as a
        whole."""
        top = self._type_at(under)
        yield from self._made(top, place, None)

    def within(self, place: Place, records: Iterable[Record]) -> Iterator[Record]:
        """Records under the record in this place, arranged in their parts."""
        if is_plain(self._rows):
            number, key = 0, ""
            for record in records:
                number, key = number + 1, record.line[:2]
                yield record
            self._tally.count(key, number)
            return
        top = self._type_at(place)
        for record in records:
            row = self._by_type.get(record.line[1:2])
            if row is not None:
                yield from self._opened(row, record, top)
            if record.PLACE is not Place.DATA:
                record = replaced(record, self._counts(type(record)))
            self._tally.count(record.line[:2], 1)
            yield record
            if row is not None and row.place is Place.HEADER:
                self._open.append((row, record))
            if row is not None and row.place is Place.TRAILER and self._open:
                self._open.pop()
        yield from self._closed(0)

    def _counts(self, record: type[Record]) -> dict[str, int]:
        """The counts for the next record, by role, including itself."""
        return {
            field.role: self._tally.of(field.counts) + (field.counts.what == RECORDS)
            for field in record.FIELDS.values()
            if field.counts is not None and field.role
        }

    def _type_at(self, place: Place | None) -> str:
        return next((row.record for row in self._rows if row.place is place), "")

    def _opened(self, row: StructureRow, record: Record, top: str) -> Iterator[Record]:
        """The trailers of parts to which a record does not belong, then the headers of those that
        it needs."""
        above: list[StructureRow] = []
        while row.under not in ("", top):
            row = self._by_type[row.under]
            above.insert(0, row)
        if any(one.place is Place.DATA for one in above):
            # It follows the data record that it belongs to.
            return
        kept = 0
        for (opened, header), wanted in zip(self._open, above, strict=False):
            if opened is not wanted or (record.PLACE is Place.DATA and _differ(header, record)):
                break
            kept += 1
        yield from self._closed(kept)
        for wanted in above[kept:]:
            header = self._of_part(wanted, record)
            self._open.append((wanted, header))
            yield header

    def _closed(self, kept: int) -> Iterator[Record]:
        """The trailers of the open parts, except for the first ``kept``."""
        while len(self._open) > kept:
            row, header = self._open.pop()
            yield from self._made(row.record, Place.TRAILER, header)

    def _made(self, under: str, place: Place, beside: Record | None) -> Iterator[Record]:
        for row in self._rows:
            is_alone = all(other.under != row.record for other in self._rows)
            if row.under == under and row.place is place and row.occurs.is_required and is_alone:
                yield self._of_part(row, beside)

    def _of_part(self, row: StructureRow, beside: Record | None) -> Record:
        """A header or trailer with the values of the adjacent record."""
        record = self.form.records[self.data_type + row.record]
        roles = fields_by_role(record) if beside is not None else ()
        said = {
            role: value_of(beside, role)
            for role in roles
            if beside is not None and by_role(beside, role) is not None
        }
        return self.made(record, said)


def _differ(header: Record, record: Record) -> bool:
    """Whether a record contradicts a header in a field with the same role."""
    known = fields_by_role(type(record))
    roles = (role for role in fields_by_role(type(header)) if role in known)
    return any(text_of(header, role) != text_of(record, role) for role in roles)


def address_part(record: type[Record], data_type: str, values: Mapping[str, str]) -> dict[str, Any]:
    """The address of a header or trailer, as the layout for the data type, by role; empty without
    values, or if the version has no layout with them."""
    field = fields_by_role(record).get(ADDRESS)
    if not values or field is None or not isinstance(field.kind, Variant):
        return {}
    layouts = field.kind.choices(data_type)
    said = {layout: values.keys() & fields_by_role(layout).keys() for layout in layouts}
    layout = max(layouts, key=lambda layout: len(said[layout]), default=None)
    return {ADDRESS: build(layout, values)} if layout is not None and said[layout] else {}
