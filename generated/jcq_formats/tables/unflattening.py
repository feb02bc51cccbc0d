"""Rows of text to records: flattened columns become groups and variants again."""  # Copied from generator/runtime/tables/unflattening.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Mapping
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

    Dates are written 2010-01-31 or 31/01/2010. Raises BuildError, with the column, if a cell does
    not fit or does not belong in the record.
    """
    filled = {name: cell for name, cell in row.items() if cell.strip(" ")}
    for name, cell in filled.items():
        if cell.strip(" ").casefold() in NOTHING:
            raise BuildError(
                f"{name}: {cell.strip(' ')} means a missing value or an error in a spreadsheet:"
                " leave the cell blank, or correct it"
            )
    used: set[str] = set()
    built = _built(record, filled, "", used)
    for name in filled:
        if name not in used:
            raise BuildError(
                f"{name}: cannot be filled together with the other columns of this row"
            )
    assert isinstance(built, Record)
    return built


def _built(layout: type[Layout], row: Mapping[str, str], outer: str, used: set[str]) -> Layout:
    generated: Any = layout
    values: dict[str, Any] = {}
    for name, field in layout.FIELDS.items():
        if not field.kind.SETTABLE:
            continue
        value = _value(layout, field, row, outer, used)
        if value not in (None, "", []):
            values[name] = value
        elif not field.optional:
            column = flattened(outer, name)
            raise BuildError(f"{column}: must not be blank")
    try:
        built: Layout = generated.build(**values)
    except BuildError as error:
        raise BuildError(_by_column(str(error), layout, outer)) from None
    return built


def _by_column(message: str, layout: type[Layout], outer: str) -> str:
    """The message about a field with the name of its column in place of that of the field."""
    record, dot, said = message.partition(".")
    if record != layout.__name__ or not dot:
        return message
    name, colon, why = said.partition(": ")
    return f"{flattened(outer, name)}{colon}{why}"


def _value(
    layout: type[Layout], field: Field, row: Mapping[str, str], outer: str, used: set[str]
) -> Any:
    column = flattened(outer, field.name)
    if isinstance(field.kind, Group):
        return _items(field.kind, row, column, used)
    if isinstance(field.kind, Variant):
        chooser = layout.FIELDS[field.kind.chosen_by]
        said = row.get(flattened(outer, chooser.name), "")
        chosen = field.kind.layouts.get(_columns_of(chooser, said).rstrip(" "))
        if chosen is not None:
            return _built(chosen, row, column, used) if _is_in(row, column) else None
    used.add(column)
    cell = row.get(column, "")
    try:
        return field.kind.from_text(cell) if cell else None
    except ValueError as error:
        raise BuildError(f"{column}: {error}") from None


def _columns_of(chooser: Field, cell: str) -> str:
    """The text of a chooser in the line; empty if the cell is not a valid value."""
    if not cell or chooser.kind.IS_TEXT:
        return cell
    try:
        return chooser.encode(chooser.kind.from_text(cell))
    except ValueError:
        return ""


def _items(
    group: Group, row: Mapping[str, str], column: str, used: set[str]
) -> list[Layout | None]:
    """The items, each in its place; None for a hole, if the group allows holes."""
    items: list[Layout | None] = []
    blank: list[None] = []
    for number in range(1, group.repeat + 1):
        outer = flattened(column, number)
        if _is_in(row, outer):
            items += blank
            items.append(_built(group.item, row, outer, used))
            blank = []
        elif group.has_holes:
            blank.append(None)
        else:
            break
    return items


def _is_in(row: Mapping[str, str], outer: str) -> bool:
    """Whether any nested column is filled."""
    return any(name.startswith(flattened(outer, "")) for name in row)
