"""A table to be written: the columns of a type of record, and where its rows come from."""  # Copied from generator/runtime/tables/schema.py by `make generate`; edit that, not this.

from __future__ import annotations

from dataclasses import dataclass

from ..core.records import Record
from ..core.roles import fields_by_role
from .columns import Column, columns_of
from .origin import origin_name


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The table of one type of record. ``name`` is its key, such as R5."""

    record: type[Record]
    origins: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the table, sheet or file."""
        return self.record.KEY

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that come out of the line."""
        return columns_of(self.record)

    @property
    def names(self) -> list[str]:
        """The names of all columns, in order."""
        return [*(c.name for c in self.columns), *map(origin_name, self.origins)]

    @property
    def keys(self) -> list[str]:
        """The columns that rows are looked up by: keys, and references to them."""
        fields = ((c.name, c.readings[0].place.field) for c in self.columns)
        return [name for name, field in fields if field.key or field.refers_to]

    def name_of(self, role: str) -> str:
        """The column of the field with this role; empty where the version has none."""
        field = fields_by_role(self.record).get(role)
        return field.name if field is not None else ""
