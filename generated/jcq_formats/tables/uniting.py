"""One table for a type of record in several versions: the union of their columns.

Columns are the same if their fields have the same role, or otherwise the same name. A column with
different names in the versions has its name in the first of them.
"""  # Copied from generator/runtime/tables/uniting.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..core.errors import GIVE_VERSION, FormatError, JcqError, hint
from ..core.former_names import current_name, former_names
from ..core.records import Record
from ..core.several import several
from ..core.values import ColumnType
from .columns import Column, columns_of

TEXTS = frozenset({ColumnType.TEXT, ColumnType.CODE})
"""Types whose values are all texts: together they are a text column."""


class VersionRecord(NamedTuple):
    """A record in a version."""

    version: str
    record: type[Record]


@dataclass(frozen=True, slots=True, eq=False)
class United:
    """The columns of one table, and the corresponding columns of each record.

    ``refusals`` gives the reason for each column that cannot be shared by all versions.
    """

    columns: tuple[Column, ...]
    places: Mapping[type[Record], Mapping[Column, Column]] = field(repr=False)
    refusals: Mapping[Column, str] = field(repr=False)

    def chosen(self, title: str, names: str | Iterable[str] | None) -> tuple[Column, ...]:
        """The columns with these names, in the given order, or a single one; all of them if no
        names are given.

        Raises JcqError if there is no such column, or no shared one for all versions.
        """
        by_name = {column.name: column for column in self.columns}
        given = list(by_name) if names is None else names
        wanted = several(given, (str,), "columns", "names of columns are needed")
        former = former_names(self.places)
        wanted = [current_name(name, former, 4) for name in wanted]
        for name in wanted:
            if name not in by_name:
                raise JcqError(f"{title}: no column {name!r}; {hint(name, list(by_name))}")
            if by_name[name] in self.refusals:
                raise JcqError(f"{title}: {self.refusals[by_name[name]]}")
        return tuple(by_name[name] for name in wanted)

    def places_in(
        self, record: type[Record], wanted: Sequence[Column], where: str
    ) -> list[Column | None]:
        """The columns of a record that correspond to these of the table; None for those that it
        lacks.

        Raises FormatError if a record that is not among the united ones has further columns, whose
        values would be lost, and all are requested; or if a value would not fit in its column.
        """
        places = self.places.get(record)
        if places is None:
            found = matched(self.columns, columns_of(record))
            every = len(wanted) == len(self.columns)
            for column in columns_of(record):
                own = found.get(column)
                if (every or own in wanted) and not _has_room(own, column):
                    raise FormatError(
                        f"{where} of the formats has a {column.name} that has no room in the table:"
                        f" read the files of that version by themselves, and {GIVE_VERSION}"
                    )
            places = {own: column for column, own in found.items()}
        return [places.get(column) for column in wanted]


@dataclass(slots=True, eq=False)
class _Merged:
    """A column of the table, merged so far; ``own`` is the same column in each of the records."""

    column: Column
    version: str
    own: dict[type[Record], Column]
    refusal: str = ""

    def merge(self, other: Column, version: str, record: type[Record]) -> None:
        """Merges the same column of another version."""
        types = {self.column.type, other.type}
        if len(types) > 1 and not types <= TEXTS:
            self.refuse(other, version, "have different meanings")
            return
        kind = self.column.type if len(types) == 1 else ColumnType.TEXT
        readings = self.column.readings + other.readings
        self.column = replace(self.column, type=kind, readings=readings)
        self.own[record] = other

    def refuse(self, other: Column, version: str, why: str) -> None:
        """Records that this and another column cannot be one."""
        self.refusal = (
            f"{_said(self.column, self.version)} and {_said(other, version)} {why} and cannot be"
            " one column: read the files of each version by themselves, or name the columns to read"
        )


@functools.cache
def united(records: tuple[VersionRecord, ...]) -> United:
    """The columns of these records, in the order and by the names of the first one.

    A column that the first one lacks follows the column that precedes it in its own record. A
    number is as wide as the widest. If values of one column would have different types, or two
    columns the same name, the refusal names the two fields and versions.
    """
    merged: list[_Merged] = []
    for version, record in records:
        same = matched([entry.column for entry in merged], columns_of(record))
        entries = {entry.column: entry for entry in merged}
        at = 0
        for column in columns_of(record):
            entry = entries[same[column]] if column in same else None
            if entry is None:
                merged.insert(at, _Merged(column, version, {record: column}))
            else:
                at = merged.index(entry)
                entry.merge(column, version, record)
            at += 1
    _refuse_namesakes(merged)
    places = {
        record: {entry.column: entry.own[record] for entry in merged if record in entry.own}
        for _, record in records
    }
    refusals = {entry.column: entry.refusal for entry in merged if entry.refusal}
    return United(tuple(entry.column for entry in merged), places, refusals)


def matched(ours: Sequence[Column], theirs: Sequence[Column]) -> dict[Column, Column]:
    """Those of their columns that correspond to one of ours, with that one."""
    found: dict[Column, Column] = {}
    left = dict.fromkeys(ours)
    for is_same in (_is_alike, _has_role_of, _has_name_of):
        for column in theirs:
            own = next((o for o in left if is_same(o, column)), None)
            if column not in found and own is not None:
                found[column] = own
                del left[own]
    return found


def _is_alike(own: Column, other: Column) -> bool:
    return own.name == other.name and (own.roles == other.roles or _has_role_of(own, other))


def _has_role_of(own: Column, other: Column) -> bool:
    return not own.roles.isdisjoint(other.roles)


def _has_name_of(own: Column, other: Column) -> bool:
    return own.name == other.name


def _has_room(own: Column | None, other: Column) -> bool:
    """Whether any value of the other version's column fits in this one."""
    if own is None or own.type is not other.type:
        return False
    if own.type not in (ColumnType.INTEGER, ColumnType.DECIMAL):
        return True
    whole, wanted = own.precision - own.scale, other.precision - other.scale
    return whole >= wanted and own.scale >= other.scale


def _refuse_namesakes(merged: Sequence[_Merged]) -> None:
    by_name: dict[str, _Merged] = {}
    for entry in merged:
        other = by_name.setdefault(entry.column.name, entry)
        if other is not entry:
            other.refuse(entry.column, entry.version, "are different fields of one name")
            entry.refusal = other.refusal


def _said(column: Column, version: str) -> str:
    return f"{column.name} of version {version} ({column.type})"
