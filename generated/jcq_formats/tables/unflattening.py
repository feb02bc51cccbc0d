"""Rows of text to records: flattened columns become groups and variants again."""  # Copied from generator/runtime/tables/unflattening.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..core.errors import BuildError
from ..core.fields import Field
from ..core.kinds.group import Group
from ..core.kinds.variant import Variant
from ..core.layouts import Layout
from ..core.records import Record
from .columns import flattened

NOTHING = ("<na>", "nan", "nat", "none", "null", "undefined", "#n/a", "#name?", "#ref!", "#value!")
"""Texts that programs and spreadsheets write for a missing value or an error."""


def record_from(record: type[Record], row: Mapping[str, str]) -> Record:
    """A record from the cells of a row, by column name; blank cells are no values.

    Dates are written 2010-01-31 or 31/01/2010. Raises BuildError, with the columns, if cells do not
    fit or do not belong in the record.
    """
    built, faults = record_or_faults(record, row)
    if built is None:
        raise BuildError("; ".join(faults))
    return built


def record_or_faults(
    record: type[Record], row: Mapping[str, str]
) -> tuple[Record | None, list[str]]:
    """The same; if there are faults, all of them, each with its column, and no record."""
    row = {name: cell for name, cell in row.items() if cell.strip(" ")}
    building = _Building(row)
    for name, why in missing_values(row).items():
        building.add(name, why)
    built = building.built(record, "")
    for name in row:
        if name not in building.used:
            building.add(name, "cannot be filled together with the other columns of this row")
    if building.faults or not isinstance(built, Record):
        return None, [f"{name}: {said}" for name, said in building.faults.items()]
    return built, []


def missing_values(row: Mapping[str, str]) -> dict[str, str]:
    """The cells with a text that stands for a missing value or an error: by column, what is
    wrong."""
    return {
        name: f"{cell.strip(' ')} means a missing value or an error in a spreadsheet: leave the"
        " cell blank, or correct it"
        for name, cell in row.items()
        if cell.strip(" ").casefold() in NOTHING
    }


@dataclass(slots=True)
class _Building:
    """Builds a record from the filled cells of a row.

    ``used`` are the columns that belong in the record; ``faults`` says for a column what is wrong.
    """

    row: Mapping[str, str]
    used: set[str] = field(default_factory=set)
    faults: dict[str, str] = field(default_factory=dict)

    def add(self, column: str, said: str) -> None:
        """Adds a fault, unless the column has one."""
        self.faults.setdefault(column, said)

    def built(self, layout: type[Layout], outer: str) -> Layout | None:
        """The record, or a part of it; None if it has a fault."""
        generated: Any = layout
        values: dict[str, Any] = {}
        before = len(self.faults)
        for name, known in layout.FIELDS.items():
            column = flattened(outer, name)
            if not known.kind.SETTABLE:
                continue
            value = self._value(layout, known, outer)
            if value not in (None, "", []):
                values[name] = value
            elif not known.optional and not self._has_fault(known, column):
                self.add(column, "must not be blank")
        if len(self.faults) > before:
            return None
        try:
            made: Layout = generated.build(**values)
        except BuildError as error:
            self._add_error(error, layout, outer)
            return None
        return made

    def _has_fault(self, known: Field, column: str) -> bool:
        """Whether the column of a field, or one nested in it, has a fault."""
        if not isinstance(known.kind, (Group, Variant)):
            return column in self.faults
        return any(name.startswith(flattened(column, "")) for name in self.faults)

    def _add_error(self, error: BuildError, layout: type[Layout], outer: str) -> None:
        """Adds the error of a field at the column of that field."""
        record, _, said = str(error).partition(".")
        name, colon, why = said.partition(": ")
        if record == layout.__name__ and colon:
            self.add(flattened(outer, name), why)
        else:
            self.add(outer or layout.__name__, str(error))

    def _value(self, layout: type[Layout], known: Field, outer: str) -> Any:
        column = flattened(outer, known.name)
        if isinstance(known.kind, Group):
            return self._items(known.kind, column)
        if isinstance(known.kind, Variant):
            chooser = layout.FIELDS[known.kind.chosen_by]
            said = self.row.get(flattened(outer, chooser.name), "")
            chosen = known.kind.layouts.get(_columns_of(chooser, said).rstrip(" "))
            if chosen is not None:
                return self.built(chosen, column) if self._is_in(column) else None
        self.used.add(column)
        cell = self.row.get(column, "")
        if not cell or column in self.faults:
            return None
        try:
            value = known.kind.from_text(cell)
            known.encode(value)
        except ValueError as error:
            self.add(column, str(error))
            return None
        return value

    def _items(self, group: Group, column: str) -> list[Layout | None]:
        """The items, each in its place; None for a hole, if the group allows holes."""
        items: list[Layout | None] = []
        blank: list[None] = []
        for number in range(1, group.repeat + 1):
            outer = flattened(column, number)
            if self._is_in(outer):
                items += blank
                items.append(self.built(group.item, outer))
                blank = []
            elif group.has_holes:
                blank.append(None)
            else:
                break
        return items

    def _is_in(self, outer: str) -> bool:
        """Whether any nested column is filled."""
        return any(name.startswith(flattened(outer, "")) for name in self.row)


def _columns_of(chooser: Field, cell: str) -> str:
    """The text of a chooser in the line; empty if the cell is not a valid value."""
    if not cell or chooser.kind.IS_TEXT:
        return cell
    try:
        return chooser.encode(chooser.kind.from_text(cell))
    except ValueError:
        return ""
