"""The tables of a store, in SQLAlchemy's terms."""  # Copied from generator/runtime/store/schema.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from ..core.values import ColumnType
from ..tables.columns import Column
from .kinds import AnyColumn, Kind, Kinds

REPEAT, FIELDS = "repeat", "changed_fields"
"""The columns with the place of a record among those with its key in an issue, from 1, and with the
names of the columns changed by hand, each between commas."""

WIDEST_INTEGER = 9
"""The number of digits that always fit in an ordinary integer."""

SUFFIX = "_override"

BYTEWISE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
"""Text that sorts by its bytes, whatever the language of the database."""


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """Tables. ``layout``, ``file`` and ``override`` are primary. All others derive from them."""

    metadata: sa.MetaData
    layout: sa.Table
    file: sa.Table
    override: sa.Table
    issue: sa.Table
    changes: sa.Table
    standing: sa.Table
    records: Mapping[str, sa.Table]
    overrides: Mapping[str, sa.Table]

    @property
    def derived(self) -> list[sa.Table]:
        """The tables that can be rebuilt, each after the tables it refers to."""
        records = (*self.records.values(), *self.overrides.values())
        return [self.issue, *records, self.changes, self.standing]


@functools.cache
def schema_of(kinds: Kinds) -> Schema:
    """The tables for these kinds of record."""
    metadata = sa.MetaData()
    records = {kind.name: _records(metadata, kind) for kind in kinds.every}
    overridable = [k for k in kinds.by_record.values() if not k.is_sent]
    overrides = {k.name: _overrides(metadata, k) for k in dict.fromkeys(overridable)}
    return Schema(
        metadata=metadata,
        layout=sa.Table(
            "store_layout",
            metadata,
            sa.Column("number", sa.Integer, nullable=False),
            sa.Column("fingerprint", sa.Text, nullable=False),
            sa.Column("made", sa.Text, nullable=False),
        ),
        file=sa.Table(
            "file",
            metadata,
            sa.Column("file_id", sa.Integer, primary_key=True),
            sa.Column("sha256", sa.String(64), nullable=False, unique=True),
            sa.Column("name", sa.Text, nullable=False),
            sa.Column("version", sa.Text, nullable=False),
            sa.Column("incomplete", sa.Boolean, nullable=False),
            sa.Column("loaded_at", sa.DateTime, nullable=False),
            sa.Column("contents", sa.LargeBinary, nullable=False),
        ),
        override=sa.Table(
            "override",
            metadata,
            sa.Column("override_id", sa.Integer, primary_key=True),
            sa.Column("record", sa.Text, nullable=False),
            sa.Column("place", sa.Text, nullable=False),
            sa.Column("key", sa.Text, nullable=False),
            sa.Column("values", sa.Text, nullable=False),
            sa.Column("reason", sa.Text, nullable=False),
            sa.Column("made_at", sa.DateTime, nullable=False),
        ),
        issue=sa.Table(
            "issue",
            metadata,
            sa.Column("issue_id", sa.Integer, primary_key=True),
            sa.Column("file_id", sa.Integer, sa.ForeignKey("file.file_id"), nullable=False),
            sa.Column("holds", sa.Text, nullable=False),
            sa.Column("title", sa.Text, nullable=False),
            sa.Column("awarding_body", sa.Text, nullable=False),
            sa.Column("series", sa.Text, nullable=False),
            sa.Column("year", sa.Text, nullable=False),
            sa.Column("centre_number", sa.Text, nullable=False),
            sa.Column("sequence_number", sa.Integer),
            sa.Column("produced", sa.Date),
            sa.Column("position", BYTEWISE, nullable=False),
            sa.Column("records", sa.Integer, nullable=False),
            sa.UniqueConstraint(
                "holds", "awarding_body", "series", "year", "centre_number", "position"
            ),
        ),
        changes=sa.Table(
            "changes",
            metadata,
            sa.Column("issue_id", sa.Integer, sa.ForeignKey("issue.issue_id"), primary_key=True),
            sa.Column("number", sa.Integer, primary_key=True),
            sa.Column("difference", sa.Text, nullable=False),
            sa.Column("record", sa.Text, nullable=False),
            sa.Column("candidate_number", sa.Text, nullable=False),
            sa.Column("code", sa.Text, nullable=False),
            sa.Column("key", sa.Text, nullable=False),
            sa.Column("field", sa.Text, nullable=False),
            sa.Column("item", sa.Text, nullable=False),
            sa.Column("personal", sa.Boolean, nullable=False),
            sa.Column("old", sa.Text),
            sa.Column("new", sa.Text),
        ),
        standing=sa.Table(
            "standing_entry",
            metadata,
            sa.Column("awarding_body", sa.Text, primary_key=True),
            sa.Column("series", sa.Text, primary_key=True),
            sa.Column("year", sa.Text, primary_key=True),
            sa.Column("centre_number", sa.Text, primary_key=True),
            sa.Column("candidate_number", sa.Text, primary_key=True),
            sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
            sa.Column("option_entry_code", sa.Text, nullable=False),
            sa.Column("entry_flag", sa.Text, nullable=False),
            sa.Column("candidate_name", sa.Text, nullable=False),
            sa.Column("sex", sa.Text, nullable=False),
            sa.Column("date_of_birth", sa.Date),
            sa.Column("uci", sa.Text, nullable=False),
            sa.Column("upn", sa.Text, nullable=False),
            sa.Column("uln", sa.Text, nullable=False),
        ),
        records=records,
        overrides=overrides,
    )


def _records(metadata: sa.MetaData, kind: Kind) -> sa.Table:
    """The table of a kind, with the rows of every issue."""
    return sa.Table(
        kind.name,
        metadata,
        *(sa.Column(name, sa.Text, primary_key=True) for name in kind.origins),
        *(_column(kind, column) for column in kind.columns),
        sa.Column("issue_id", sa.Integer, sa.ForeignKey("issue.issue_id"), primary_key=True),
        sa.Column(REPEAT, sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("line_number", sa.Integer, nullable=False),
        sa.Index(f"{kind.name}_issue", "issue_id"),
    )


def _overrides(metadata: sa.MetaData, kind: Kind) -> sa.Table:
    """The table of the manual values for records of a kind."""
    return sa.Table(
        kind.name + SUFFIX,
        metadata,
        *(sa.Column(name, sa.Text, primary_key=True) for name in kind.origins),
        *(_column(kind, column) for column in kind.columns),
        sa.Column(FIELDS, sa.Text, nullable=False),
    )


def _column(kind: Kind, column: AnyColumn) -> sa.Column[Any]:
    is_key = column.name in kind.own
    return sa.Column(column.name, _type(column), primary_key=is_key, nullable=not is_key)


def _type(column: AnyColumn) -> sa.types.TypeEngine[Any]:
    """The SQL type of a column. Dates, times, numbers and truth values have their own types."""
    found: sa.types.TypeEngine[Any] = sa.Text()
    if column.type is ColumnType.DATE:
        found = sa.Date()
    elif column.type is ColumnType.TIME:
        found = sa.Time()
    elif column.type is ColumnType.TRUTH:
        found = sa.Boolean()
    elif column.type is ColumnType.INTEGER:
        is_wide = not isinstance(column, Column) or column.width > WIDEST_INTEGER
        found = sa.BigInteger() if is_wide else sa.Integer()
    elif column.type is ColumnType.DECIMAL and isinstance(column, Column):
        # SQLite has no decimal numbers.
        exact = sa.Numeric(column.precision, column.scale)
        found = exact.with_variant(sa.Float(), "sqlite")
    return found
