"""A table to be written: its columns, and the source of its rows."""  # Copied from generator/runtime/tables/schema.py by `make generate`; edit that, not this.

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ..core.formats import load
from ..core.records import Record
from ..core.values import ColumnType
from .columns import Column
from .origin import FILE, LINE_NUMBER, origin_name
from .uniting import United, VersionRecord, united


class AnyColumn(Protocol):
    """A column, whatever the source of its values."""

    @property
    def name(self) -> str: ...

    @property
    def type(self) -> ColumnType: ...

    def text_of(self, value: Any) -> str:
        """A value as it is written in CSV."""


class Table(ABC):
    """A table, sheet or file to write.

    ``origins`` are the columns that give the source of a row.
    """

    __slots__ = ()

    origins: tuple[str, ...]

    @property
    @abstractmethod
    def role(self) -> str:
        """The role of the records or elements in the rows."""

    @property
    @abstractmethod
    def is_public(self) -> bool:
        """Whether its source files are public."""

    @property
    @abstractmethod
    def row_key(self) -> tuple[str, ...]:
        """The source columns that identify a row; empty if none do."""

    @property
    @abstractmethod
    def name(self) -> str:
        """The name of the table, sheet or file."""

    @property
    @abstractmethod
    def columns(self) -> Sequence[AnyColumn]:
        """The columns read from the file."""

    @property
    @abstractmethod
    def keys(self) -> list[str]:
        """The columns for looking up rows: keys, and references to them."""

    @abstractmethod
    def name_of(self, role: str) -> str | None:
        """The column of the field with this role, or None."""

    @property
    def names(self) -> list[str]:
        """The names of all columns, in order."""
        return [*(c.name for c in self.columns), *map(origin_name, self.origins)]


@dataclass(frozen=True, slots=True, eq=False)
class RecordTable(Table):
    """The table of one type of record, in one version or several. Columns have their names
    in the first.

    ``name`` is its key, such as R5. Raises JcqError if the versions cannot share one table.
    """

    records: tuple[VersionRecord, ...]
    origins: tuple[str, ...]

    def __post_init__(self) -> None:
        self.united.chosen(self.record.TITLE, None)

    @property
    def united(self) -> United:
        """The columns of all versions combined."""
        return united(self.records)

    @property
    def record(self) -> type[Record]:
        """The record in the first of the versions."""
        return self.records[0].record

    @property
    def name(self) -> str:
        """The name of the table, sheet or file."""
        return self.record.KEY

    @property
    def role(self) -> str:
        """The role of the record."""
        return self.record.ROLE

    @property
    def row_key(self) -> tuple[str, ...]:
        """File and line."""
        return FILE, LINE_NUMBER

    @property
    def is_public(self) -> bool:
        """Whether files of its data type are public in all versions."""
        return all(
            load(version).data_types[record.KEY[:1]].is_public for version, record in self.records
        )

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns read from the line."""
        return self.united.columns

    @property
    def keys(self) -> list[str]:
        """The columns for looking up rows: keys, and references to them."""
        fields = ((c.name, c.readings[0].place.field) for c in self.columns)
        return [name for name, field in fields if field.key or field.refers_to]

    def name_of(self, role: str) -> str | None:
        """The column of the field with this role; None if no version has one."""
        return next((c.name for c in self.columns if role in c.roles), None)
