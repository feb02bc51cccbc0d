"""The kinds of record in a store, and of outcomes in messages, each with a table."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..core.errors import JcqError
from ..core.formats import likeliest_first, load
from ..core.messages.formats import MessageFormat, message_formats
from ..core.places import Place
from ..core.records import Record
from ..core.roles import fields_by_role
from ..core.values import ColumnType
from ..exams.component_results import OUTCOME
from ..exams.envelope import CENTRE_NUMBER
from ..tables.columns import PREFIX, Column
from ..tables.messages import CANDIDATE, MessageColumn, MessageTable
from ..tables.origin import CENTRE, SAME_SERIES
from ..tables.schema import RecordTable
from ..tables.uniting import VersionRecord

AnyColumn = Column | MessageColumn


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of record, or of outcomes in messages: its table and its natural key.

    ``origins`` maps the key columns whose values come from headers to the names of these origins.
    ``own`` names the key columns of the record. ``is_broadcast`` marks basedata, which has one
    issue for all centres. ``is_sent`` marks records that a centre sends.
    """

    name: str
    table: RecordTable | MessageTable
    origins: Mapping[str, str]
    own: tuple[str, ...]
    is_broadcast: bool = False
    is_sent: bool = False

    @property
    def columns(self) -> Sequence[AnyColumn]:
        """The columns of the record, in order."""
        return self.table.columns

    @property
    def key(self) -> tuple[str, ...]:
        """The columns of the natural key."""
        return (*self.origins, *self.own)

    def column_name(self, name: str) -> str:
        """The column that a version, or an earlier or later release, calls by this name; the name
        itself if none does."""
        known = (*self.key, *(column.name for column in self.columns))
        if name in known:
            return name
        if isinstance(self.table, RecordTable):
            for places in self.table.united.places.values():
                for column, own in places.items():
                    if own.name == name:
                        return column.name
        place = name.removeprefix(PREFIX)
        return next((own for own, origin in self.origins.items() if origin == place), name)

    def columns_in(self, record: type[Record]) -> list[tuple[Column, Column]]:
        """The columns of the table that a record of some version has, each with its own."""
        table = self.table
        assert isinstance(table, RecordTable)
        places = table.united.places_in(record, table.columns, "this record")
        pairs = zip(table.columns, places, strict=True)
        return [(column, own) for column, own in pairs if own is not None]

    @property
    def role(self) -> str:
        """The role of the records or outcomes."""
        return self.table.role


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """All kinds, and the kind of each record class and each message format.

    ``named`` has the kinds by the names of their tables, and by the names that other versions give
    them. ``by_key`` has them by the key of their records, such as R5, or by the XML element of
    their outcomes.
    """

    every: tuple[Kind, ...]
    by_record: Mapping[type[Record], Kind]
    by_message: Mapping[str, Kind]
    named: Mapping[str, Kind]
    by_key: Mapping[str, Kind]

    def of_role(self, role: str) -> Kind | None:
        """The first kind with this role, or None."""
        return next((kind for kind in self.every if kind.role == role), None)


@functools.cache
def known_kinds() -> Kinds:
    """The kinds of all versions of the formats, and of all messages.

    Tables and columns have the names of the version in force today: one that is merged before it
    applies renames nothing.
    """
    grouped: dict[tuple[str, str], list[VersionRecord]] = {}
    for form in likeliest_first():
        for record in form.records.values():
            if record.PLACE is Place.DATA:
                found = grouped.setdefault((record.KEY, record.ROLE), [])
                if record not in [one.record for one in found]:
                    found.append(VersionRecord(form.version, record))
    every: list[Kind] = []
    by_record: dict[type[Record], Kind] = {}
    for records in grouped.values():
        for table in _tables(records):
            kind = _of_records(table, {kind.name for kind in every})
            every.append(kind)
            by_record |= dict.fromkeys((one.record for one in table.records), kind)
    messages = {form.name: _of_messages(form) for form in message_formats()}
    every += messages.values()
    by_key: dict[str, Kind] = {}
    for record, kind in by_record.items():
        by_key.setdefault(record.KEY, kind)
    for message in message_formats():
        outcome = message.class_of_role(OUTCOME)
        if outcome is not None:
            by_key.setdefault(outcome.ELEMENT, messages[message.name])
    named = {kind.name: kind for kind in every}
    for record, kind in by_record.items():
        named.setdefault(_snake(record.__name__), kind)
    return Kinds(tuple(every), by_record, messages, named, by_key)


def _tables(records: list[VersionRecord]) -> Iterator[RecordTable]:
    """One table for all versions of a record, or one for each if they cannot share columns."""
    try:
        yield RecordTable(tuple(records), ())
    except JcqError:
        for one in records:
            yield RecordTable((one,), ())


def _of_records(table: RecordTable, taken: set[str]) -> Kind:
    version, record = table.records[0]
    name = _snake(record.__name__)
    name = name if name not in taken else f"{name}_v{version}"
    data_type = load(version).data_types[record.KEY[:1]]
    has_centre = CENTRE_NUMBER in fields_by_role(record) or data_type.is_broadcast
    places = [*SAME_SERIES, *([] if has_centre else [CENTRE])]
    own = tuple(column.name for column in table.columns if _is_key(column))
    return Kind(
        name=name,
        table=table,
        origins=_named(places, [column.name for column in table.columns]),
        own=own,
        is_broadcast=data_type.is_broadcast,
        is_sent=data_type.is_sent,
    )


def _is_key(column: Column) -> bool:
    """Whether it is a key of the record and a text. So far all keys are texts."""
    reading = column.readings[0]
    is_text = column.type in (ColumnType.TEXT, ColumnType.CODE)
    return reading.place.field.key and not reading.when and is_text


def _of_messages(form: MessageFormat) -> Kind:
    table = MessageTable(form)
    outcome = form.class_of_role(OUTCOME)
    fields = outcome.FIELDS if outcome is not None else {}
    keys = [c.name for c in table.columns if c.field and fields[c.field].key]
    names = [column.name for column in table.columns]
    centre, _, learner = CANDIDATE
    return Kind(
        name=form.name,
        table=table,
        origins=_named(SAME_SERIES[:1], names),
        own=(centre, learner, *keys),
    )


def _named(places: Sequence[str], taken: Sequence[str]) -> dict[str, str]:
    """The origins by the names of their columns, with a prefix if a field already has the name."""
    return {PREFIX + place if place in taken else place: place for place in places}


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
