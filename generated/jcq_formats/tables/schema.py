"""A table to be written: the columns of a type of record, and where its rows come from."""  # Copied from generator/runtime/tables/schema.py by `make generate`; edit that, not this.

from __future__ import annotations

from dataclasses import dataclass

from ..core.formats import load
from ..core.records import Record
from .columns import Column
from .origin import origin_name
from .uniting import United, VersionRecord, united


@dataclass(frozen=True, slots=True, eq=False)
class Table:
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
    def names(self) -> list[str]:
        """The names of all columns, in order."""
        return [*(c.name for c in self.columns), *map(origin_name, self.origins)]

    @property
    def keys(self) -> list[str]:
        """The columns that rows are looked up by: keys, and references to them."""
        fields = ((c.name, c.readings[0].place.field) for c in self.columns)
        return [name for name, field in fields if field.key or field.refers_to]

    def name_of(self, role: str) -> str | None:
        """The column of the field with this role; None where no version has one."""
        return next((c.name for c in self.columns if role in c.roles), None)
