"""Tables for analysis: a row for each entry, and one score and one grade for each result.

They are made from the columns of the records' Arrow tables: columns that mean the same in several
places, or in several layouts, become one.
"""  # Copied from generator/runtime/tables/long.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..core.errors import JcqError, hint
from ..core.formats import likeliest_first, load
from ..core.kinds.group import Group
from ..core.records import Record
from ..core.roles import records_of_role
from ..core.several import several
from ..exams.results import RESULT
from ..exams.sequences import SENT_AFTER, SENT_FIRST
from .columns import Column
from .extras import missing
from .origin import origin_name
from .scans import Scan
from .shared_names import shared_names

try:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc
except ImportError as error:
    raise missing("arrow", error) from None

LONG_TABLES = {"entries": SENT_FIRST, "amendments": SENT_AFTER, "results": RESULT}
"""The names of the tables, and the roles of their records."""

PLACE = "place"
"""The column with the place of an entry in its record, from 1."""


class LongColumn(NamedTuple):
    """A column, and the record columns that give its values: the first of them that is filled or,
    in a table with a row for each item, the one in the place of the item."""

    name: str
    columns: tuple[Column, ...] = ()
    by_place: Mapping[int, Column] = {}


def key_of_table(name: str, versions: Iterable[str]) -> str:
    """The key of a table's records, in these versions, or else in today's or the newest that has
    them.

    Raises JcqError if versions have different ones, or none has any.
    """
    role = LONG_TABLES[name]
    forms = [load(version) for version in versions]
    forms = forms or [form for form in likeliest_first() if any(records_of_role(form, role))][:1]
    keys = [record.KEY for form in forms for _, record in records_of_role(form, role)]
    if len(set(keys)) > 1 or not keys:
        said = " and ".join(sorted(set(keys))) or "none"
        raise JcqError(f"{name}: the versions of the files have {said}: give the key of the record")
    return keys[0]


def long_columns(record: type[Record], columns: Sequence[Column]) -> tuple[LongColumn, ...]:
    """The columns of the long table of a record, from those of all its versions."""
    groups = [f.name for f in record.FIELDS.values() if isinstance(f.kind, Group)]
    in_group = re.compile(f"(?:{'|'.join(map(re.escape, groups))})_([0-9]+)_(.+)")
    found: dict[str, LongColumn] = {}
    shared = shared_names(record, columns)
    for column in columns:
        item = in_group.fullmatch(column.name) if groups else None
        if item is not None:
            found.setdefault(PLACE, LongColumn(PLACE))
            place, name = int(item[1]), item[2]
            by_place = found[name].by_place if name in found else {}
            found[name] = LongColumn(name, by_place={**by_place, place: column})
            continue
        name = shared.get(column, column.name)
        before = found[name].columns if name in found else ()
        found[name] = LongColumn(name, (*before, column))
    return tuple(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class LongScan(Scan):
    """Rows of a long table, read again each time they are iterated."""

    name: str
    wide: Scan
    columns: tuple[LongColumn, ...]
    items: tuple[LongColumn, ...] = field(repr=False)
    origins: tuple[str, ...]

    def __repr__(self) -> str:
        return f"LongScan({self.name}, {len(self.columns) + len(self.origins)} columns)"

    @property
    def schema(self) -> pa.Schema:
        """The columns with their types."""
        wide = self.wide.schema
        fields = [pa.field(c.name, _type(c, wide)) for c in self.columns]
        return pa.schema([*fields, *(wide.field(origin_name(o)) for o in self.origins)])

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        schema = self.schema
        for batch in self.wide:
            yield pa.record_batch(
                [
                    _cast(array, kind)
                    for array, kind in zip(self._arrays(batch), schema.types, strict=True)
                ],
                schema=schema,
            )

    def _arrays(self, batch: pa.RecordBatch) -> Iterator[pa.Array]:
        """The columns of the rows that result from a batch."""
        places = sorted({place for column in self.items for place in column.by_place})
        filled = {place: self._rows_with(batch, place) for place in places}
        rows = np.concatenate([*filled.values()]) if places else np.arange(batch.num_rows)
        numbers = np.repeat(places, [len(found) for found in filled.values()])
        order = np.lexsort((numbers, rows)) if places else rows
        for column in self.columns:
            if column.name == PLACE and not column.columns:
                yield pa.array(numbers[order], pa.int16())
            elif column.by_place:
                parts = [
                    (
                        _plain(batch.column(column.by_place[place].name)).take(pa.array(found))
                        if place in column.by_place
                        else pa.nulls(len(found), _plain_type(_type(column, batch.schema)))
                    )
                    for place, found in filled.items()
                ]
                yield pa.concat_arrays(parts).take(pa.array(order))
            else:
                kind = _plain_type(_type(column, batch.schema))
                arrays = [_plain(batch.column(one.name)).cast(kind) for one in column.columns]
                yield pc.coalesce(*arrays).take(pa.array(rows[order]))
        for origin in self.origins:
            yield batch.column(origin_name(origin)).take(pa.array(rows[order]))

    def _rows_with(self, batch: pa.RecordBatch, place: int) -> np.ndarray:
        """The rows that have an item in this place."""
        there = np.zeros(batch.num_rows, np.bool_)
        for column in self.items:
            if place in column.by_place:
                there |= batch.column(column.by_place[place].name).is_valid().to_numpy(False)
        return np.flatnonzero(there)


def long_scan_of(
    name: str,
    record: type[Record],
    wide: Scan,
    columns: Sequence[Column],
    wanted: str | Iterable[str] | None,
) -> LongScan:
    """The long table for the scan of its records with all of these columns.

    Raises JcqError if there is no such column.
    """
    found = {column.name: column for column in long_columns(record, columns)}
    given = list(found) if wanted is None else wanted
    names = several(given, (str,), "columns", "names of columns are needed")
    for one in names:
        if one not in found:
            raise JcqError(f"{name}: no column {one!r}; {hint(one, list(found))}")
    chosen = tuple(found[one] for one in names)
    items = tuple(column for column in found.values() if column.by_place)
    sources = [s.name for c in (*chosen, *items) for s in (*c.columns, *c.by_place.values())]
    return LongScan(
        name=name,
        wide=wide.selected([*sources, *map(origin_name, wide.origins)]),
        columns=chosen,
        items=items,
        origins=wide.origins,
    )


def _type(column: LongColumn, wide: pa.Schema) -> pa.DataType:
    """The type of a column: that of its sources; text if these differ."""
    kinds = [wide.field(one.name).type for one in (*column.columns, *column.by_place.values())]
    if len(set(kinds)) < 2:
        return kinds[0] if kinds else pa.int16()
    if all(map(pa.types.is_integer, kinds)):
        return max(kinds, key=lambda kind: kind.bit_width)
    return pa.string()


def _plain_type(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _plain(array: pa.Array) -> pa.Array:
    return array.dictionary_decode() if pa.types.is_dictionary(array.type) else array


def _cast(array: pa.Array, kind: pa.DataType) -> pa.Array:
    if pa.types.is_dictionary(kind):
        return array.dictionary_encode().cast(kind)
    return array.cast(kind)
