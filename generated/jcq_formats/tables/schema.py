"""A table to be written: its columns, and where its rows come from."""  # Copied from generator/runtime/tables/schema.py by `make generate`; edit that, not this.

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
    """A column, whatever its values come out of."""

    @property
    def name(self) -> str: ...

    @property
    def type(self) -> ColumnType: ...

    def text_of(self, value: Any) -> str:
        """A value as CSV has it."""


class Table(ABC):
    """What is written as one table, sheet or file.

    ``origins`` are the columns that say where a row comes from.
    """

    __slots__ = ()

    origins: tuple[str, ...]

    @property
    @abstractmethod
    def role(self) -> str:
        """The role of what its rows are."""

    @property
    @abstractmethod
    def is_public(self) -> bool:
        """Whether the files that it comes out of are for everybody."""

    @property
    @abstractmethod
    def row_key(self) -> tuple[str, ...]:
        """The origins that tell a row from all others; none where nothing does."""

    @property
    @abstractmethod
    def name(self) -> str:
        """The name of the table, sheet or file."""

    @property
    @abstractmethod
    def columns(self) -> Sequence[AnyColumn]:
        """The columns that come out of the file."""

    @property
    @abstractmethod
    def keys(self) -> list[str]:
        """The columns that rows are looked up by: keys, and references to them."""

    @abstractmethod
    def name_of(self, role: str) -> str | None:
        """The column of the field with this role; None where there is none."""

    @property
    def names(self) -> list[str]:
        """The names of all columns, in order."""
        return [*(c.name for c in self.columns), *map(origin_name, self.origins)]


@dataclass(frozen=True, slots=True, eq=False)
class RecordTable(Table):
    """The table of one type of record, as one version has it or as several do, the newest first.

    ``name`` is its key, such as R5. Raises JcqError where the versions cannot be one table.
    """

    records: tuple[VersionRecord, ...]
    origins: tuple[str, ...]

    def __post_init__(self) -> None:
        self.united.chosen(self.record.TITLE, None)

    @property
    def united(self) -> United:
        """The columns of all the versions as one."""
        return united(self.records)

    @property
    def record(self) -> type[Record]:
        """The record as the newest of the versions has it."""
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
        """Whether files of its data type are for everybody, in all of the versions."""
        return all(
            load(version).data_types[record.KEY[:1]].is_public for version, record in self.records
        )

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that come out of the line."""
        return self.united.columns

    @property
    def keys(self) -> list[str]:
        """The columns that rows are looked up by: keys, and references to them."""
        fields = ((c.name, c.readings[0].place.field) for c in self.columns)
        return [name for name, field in fields if field.key or field.refers_to]

    def name_of(self, role: str) -> str | None:
        """The column of the field with this role; None where no version has one."""
        return next((c.name for c in self.columns if role in c.roles), None)
