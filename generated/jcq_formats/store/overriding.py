"""Manual changes: values that replace those of the files, whatever is loaded later."""  # Copied from generator/runtime/store/overriding.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from ..core.errors import JcqError, hint, what_check_shows
from ..core.kinds.digits import Digits
from ..core.listing import listed
from ..core.printable import counted
from ..core.records import Record
from ..tables.changed_results import changed_record, column_in
from ..tables.columns import Column
from ..tables.rows import row_of
from ..tables.schema import RecordTable
from ..tables.shared_names import columns_by_name
from .changing import canonical
from .kept import KeptIssues
from .kinds import Kind, Kinds
from .schema import FIELDS, Schema
from .views import CURRENT


@dataclass(frozen=True, slots=True)
class Override:
    """A manual change to a record.

    ``values`` has the new values by column, as text. A value of None empties the column. Without
    values, it withdraws the earlier changes. Columns named in ``personal`` have personal data.
    """

    record: str
    place: Mapping[str, str]
    key: Mapping[str, str]
    values: Mapping[str, str | None]
    reason: str
    made_at: datetime.datetime
    personal: frozenset[str] = frozenset()

    @property
    def about(self) -> str:
        """The key of the record in short."""
        return " ".join(self.key.values())


@dataclass(frozen=True, slots=True)
class Touch:
    """A change by an issue to a record that was also changed by hand.

    ``field`` is blank if the whole record was added or removed. ``own`` is the manual value of the
    same field, which takes precedence; None without one. ``personal`` marks values that may be
    personal data.
    """

    file: str
    override: Override
    difference: str
    field: str
    old: str | None
    new: str | None
    own: str | None
    personal: bool


@dataclass(slots=True)
class Overriding:
    """The manual changes of a store, within a transaction."""

    connection: sa.Connection
    schema: Schema
    kinds: Kinds

    def standing(self) -> list[Override]:
        """The changes in force: one for each record, with all its changed values and the latest
        reason."""
        found: dict[tuple[str, str, str], Override] = {}
        for one in self.every():
            identity = _identity(one)
            before = found.pop(identity, None)
            if one.values:
                values = {**(before.values if before is not None else {}), **one.values}
                found[identity] = replace(one, values=values)
        return list(found.values())

    def every(self) -> list[Override]:
        """All changes and withdrawals ever made, in order."""
        table = self.schema.override
        rows = self.connection.execute(sa.select(table).order_by(table.c.override_id)).mappings()
        return [self._override(dict(row)) for row in rows]

    def _override(self, row: Mapping[str, Any]) -> Override:
        place, key, values = (json.loads(row[name]) for name in ("place", "key", "values"))
        kind = self._kind(row["record"])
        place, key, values = (
            {kind.column_name(name): text for name, text in said.items()}
            for said in (place, key, values)
        )
        return Override(
            kind.name,
            {name: place[name] for name in kind.origins},
            {name: key[name] for name in kind.own},
            values,
            row["reason"],
            row["made_at"],
            _personal(kind),
        )

    def make(
        self, record: str, key: Mapping[str, str], values: Mapping[str, str], reason: str
    ) -> Override:
        """Changes values of the current record with this key; an empty text makes a field blank.
        Raises JcqError if there is no such record, or several, and BuildError if a value does not
        fit."""
        kind = self._kind(record)
        row = self._row(kind, _key(kind, key))
        line = self._record(row)
        by_name = _changeable(kind, type(line))
        for name in values:
            if name not in by_name:
                known = _shortest(line, by_name)
                raise JcqError(f"{name!r} is no column to change; {hint(name, known)}")
        changed = changed_record(line, values, by_name, blank=True)
        text = changed.line.ljust(changed.length)
        named = [column_in(text, by_name[name]) for name in values]
        return self._noted(kind, row, _made(kind, line, changed, named), reason)

    def withdraw(self, record: str, key: Mapping[str, str], reason: str) -> Override:
        """Restores the values of the files. Raises JcqError if nothing was changed."""
        kind = self._kind(record)
        wanted = _key(kind, key)
        rows = [{**one.place, **one.key} for one in self.standing() if one.record == kind.name]
        rows = [row for row in rows if all(row[n] == value for n, value in wanted.items())]
        if not rows:
            raise JcqError(f"nothing was changed by hand in a {kind.name} with this key")
        if len(rows) > 1:
            missing = _distinguishing(kind, rows)
            raise JcqError(f"more than one {kind.name} was changed by hand: give {missing} as well")
        return self._noted(kind, rows[0], {}, reason)

    def remake(self) -> None:
        """Rebuilds the tables of manual values from the recorded changes."""
        for table in self.schema.overrides.values():
            self.connection.execute(sa.delete(table))
        for one in self.standing():
            kind = self._kind(one.record)
            columns = {column.name: column for column in kind.columns}
            row: dict[str, Any] = dict.fromkeys(columns)
            row |= {n: _value(columns[n], text) for n, text in one.values.items() if n in columns}
            row |= {**one.place, **one.key}
            row[FIELDS] = f",{','.join(sorted(one.values))},"
            self.connection.execute(sa.insert(self.schema.overrides[kind.name]), [row])

    def touched(self, issue_ids: Iterable[int]) -> list[Touch]:
        """The changes by these issues to records that were also changed by hand."""
        standing = {_identity(one): one for one in self.standing()}
        if not standing:
            return []
        changes, issue, file = self.schema.changes, self.schema.issue, self.schema.file
        rows = self.connection.execute(
            sa.select(changes, issue, file.c.name.label("file_name"))
            .select_from(
                changes.join(issue, issue.c.issue_id == changes.c.issue_id).join(
                    file, file.c.file_id == issue.c.file_id
                )
            )
            .where(changes.c.issue_id.in_(list(issue_ids)))
            .order_by(issue.c.position, changes.c.number)
        ).mappings()
        found = []
        for row in rows:
            kind = self.kinds.named.get(row["record"])
            if kind is None:
                continue
            place = canonical({name: row[origin] for name, origin in kind.origins.items()})
            one = standing.get((kind.name, place, row["key"]))
            if one is not None:
                field = row["field"]
                own = (one.values[field] or "") if field in one.values else None
                was, now = row["old"], row["new"]
                name, what, personal = row["file_name"], row["difference"], row["personal"]
                found.append(Touch(name, one, what, field, was, now, own, personal))
        return found

    def _kind(self, record: str) -> Kind:
        kind = self.kinds.named.get(record) or self.kinds.by_key.get(record)
        if kind is None:
            raise JcqError(f"no record {record!r}; {hint(record, self.schema.overrides)}")
        if kind.name not in self.schema.overrides:
            why = (
                "entries are changed by amendments, which jcq amend makes"
                if kind.is_sent
                else "marks in an XML message cannot be changed by hand, because its values are not"
                " fields whose values can be checked: ask for a corrected message"
            )
            raise JcqError(f"{record}: {why}")
        return kind

    def _row(self, kind: Kind, key: Mapping[str, str]) -> Mapping[str, Any]:
        """The current row with this key. Raises JcqError if there is no such row, or several."""
        shown: list[sa.ColumnClause[Any]] = [
            sa.column(name) for name in (*kind.key, "issue_id", "line_number")
        ]
        view = sa.table(CURRENT + kind.name, *shown)
        same = [view.c[name] == value for name, value in key.items()]
        found = self.connection.execute(sa.select(view).where(*same).limit(10)).mappings()
        rows = [dict(row) for row in found]
        said = " ".join(key.values())
        if not rows:
            raise JcqError(f"no {kind.name} {said} is loaded")
        keys = {tuple(row[name] for name in kind.key) for row in rows}
        if len(keys) > 1:
            missing = _distinguishing(kind, rows)
            raise JcqError(f"more than one {kind.name} {said} is loaded: give {missing} as well")
        if len(rows) > 1:
            many = counted(len(rows), "record")
            raise JcqError(f"the file has {many} of {said}: {what_check_shows('')}")
        return rows[0]

    def _record(self, row: Mapping[str, Any]) -> Record:
        """The record in a kept file from which a row was made."""
        issues = KeptIssues(self.connection, self.schema, self.kinds)
        issue = self.schema.issue
        file_id = self.connection.execute(
            sa.select(issue.c.file_id).where(issue.c.issue_id == row["issue_id"])
        ).scalar_one()
        return issues.record(file_id, row["line_number"])

    def _noted(
        self, kind: Kind, row: Mapping[str, Any], values: dict[str, str | None], reason: str
    ) -> Override:
        made = Override(
            kind.name,
            {name: row[name] for name in kind.origins},
            {name: row[name] for name in kind.own},
            values,
            reason,
            datetime.datetime.now().replace(microsecond=0),
            _personal(kind),
        )
        self.connection.execute(
            sa.insert(self.schema.override).values(
                record=made.record,
                place=canonical(made.place),
                key=canonical(made.key),
                values=json.dumps(values, sort_keys=True),
                reason=reason,
                made_at=made.made_at,
            )
        )
        self.remake()
        return made


def _key(kind: Kind, given: Mapping[str, str]) -> dict[str, str]:
    """The key by the names of the table; leading zeros that a spreadsheet removed are restored.
    Raises JcqError for a name that is not in the key."""
    columns, found = {column.name: column for column in kind.columns}, {}
    for given_name, value in given.items():
        name = kind.column_name(given_name)
        if name not in kind.key:
            raise JcqError(f"{given_name!r} is no key of a {kind.name}; {hint(name, kind.key)}")
        column = columns.get(name) if name in kind.own else None
        field = column.readings[0].place.field if isinstance(column, Column) else None
        if field is not None and isinstance(field.kind, Digits) and value.isdigit():
            value = value.zfill(field.width)
        found[name] = value
    return found


def _distinguishing(kind: Kind, rows: Sequence[Mapping[str, Any]]) -> str:
    """The columns of the key in which these rows differ."""
    return listed([name for name in kind.key if len({row[name] for row in rows}) > 1])


def _changeable(kind: Kind, record: type[Record]) -> dict[str, list[Column]]:
    """The columns of a record that are not in its key, by their names in its version and in the
    table, and by the names that layouts share."""
    found = columns_by_name(record)
    for column, own in kind.columns_in(record):
        found.setdefault(column.name, [own])
    return {
        name: columns for name, columns in found.items() if kind.column_name(name) not in kind.own
    }


def _shortest(line: Record, by_name: Mapping[str, list[Column]]) -> list[str]:
    """The shortest name for each column that the layout of a record has."""
    text, found = line.line.ljust(line.length), dict[Column, str]()
    for name, columns in by_name.items():
        column = column_in(text, columns)
        if column is not None and len(name) <= len(found.get(column, name)):
            found[column] = name
    return list(found.values())


def _personal(kind: Kind) -> frozenset[str]:
    assert isinstance(kind.table, RecordTable)
    return frozenset(column.name for column in kind.table.columns if column.personal)


def _made(
    kind: Kind, before: Record, after: Record, named: Sequence[Column | None]
) -> dict[str, str | None]:
    """The changed or named columns of the table, with their new values as text."""
    table = kind.table
    assert isinstance(table, RecordTable)
    places = table.united.places_in(type(before), table.columns, "this record")
    old, _ = row_of(before, places)
    new, _ = row_of(after, places)
    return {
        column.name: None if now is None else column.text_of(now)
        for column, own, was, now in zip(table.columns, places, old, new, strict=True)
        if was != now or (own is not None and own in named)
    }


def _identity(one: Override) -> tuple[str, str, str]:
    return one.record, canonical(one.place), canonical(one.key)


def _value(column: Any, text: str | None) -> Any:
    return None if text is None else column.readings[0].place.field.kind.from_text(text)
