"""The columns of a record's table: groups and variants flattened, each with one name and type.

A field `outcome` with several layouts gives `outcome_score`, `outcome_grade` and so on, a column
for each name in any of the layouts, and `outcome` itself if it may be left as text. A group
`entries` gives `entries_1_option_entry_code`, `entries_2_option_entry_code` and so on.
"""  # Copied from generator/runtime/tables/columns.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..core.errors import JcqError, hint
from ..core.fields import Field
from ..core.formats import Format
from ..core.kinds.code import Code
from ..core.kinds.group import Group
from ..core.kinds.variant import Variant
from ..core.records import Record
from ..core.values import ColumnType

PREFIX = "source_"
"""The beginning of the names of source columns; no field's name begins so."""


class Span(NamedTuple):
    """The part of a line that belongs to a field, from a first position counted from 0."""

    start: int
    field: Field

    @property
    def end(self) -> int:
        """The position after the last one."""
        return self.start + self.field.width


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """Condition: an item of a group is not blank. ``start`` is its first position from 0, ``end``
    that after its last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Condition: the chooser has one of ``codes``, or none of them if ``others``, and the variant
    is not null."""

    place: Span
    chooser: Span
    codes: tuple[str, ...]
    others: bool = False

    def is_made_in(self, line: str) -> bool:
        """Whether the chooser of a line says so, whatever the variant holds."""
        code = line[self.chooser.start : self.chooser.end].rstrip(" ")
        return (code in self.codes) is not self.others


Condition = Item | Choice
"""The conditions under which a place is read at all."""


class Reading(NamedTuple):
    """A place from which a column's value is read, and the conditions for this.

    ``role`` is that of the field; in a group it follows the role of the group and the number of the
    item. It is empty if the field has none.
    """

    place: Span
    when: tuple[Condition, ...]
    role: str


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column. At most one of its readings applies to any line; if none does, it is null."""

    name: str
    type: ColumnType
    readings: tuple[Reading, ...]

    @property
    def width(self) -> int:
        """The most characters of a value."""
        return max(reading.place.field.width for reading in self.readings)

    @property
    def roles(self) -> frozenset[str]:
        """The roles of its readings."""
        return frozenset(reading.role for reading in self.readings if reading.role)

    @property
    def scale(self) -> int:
        """The most decimal places of a value."""
        return max(reading.place.field.kind.scale for reading in self.readings)

    @property
    def precision(self) -> int:
        """The most digits of a number, plus one for a sign."""
        fields = [reading.place.field for reading in self.readings]
        return max(field.width - field.kind.scale for field in fields) + self.scale

    @property
    def codes(self) -> tuple[str, ...]:
        """The known codes of the column, in the order of the spec."""
        kinds = (reading.place.field.kind for reading in self.readings)
        listed = [code for kind in kinds if isinstance(kind, Code) for code in kind.every_code]
        return tuple(dict.fromkeys(listed))

    def text_of(self, value: Any) -> str:
        """A value as it is written in CSV."""
        return self.readings[0].place.field.kind.to_text(value)

    @property
    def personal(self) -> bool:
        """Whether it holds personal data."""
        return any(reading.place.field.personal for reading in self.readings)

    @property
    def meaning(self) -> str:
        """The description of the column in the spec."""
        return self.readings[0].place.field.meaning


def flattened(outer: str, name: str | int) -> str:
    """The column name for a nested field, or for an item of a group, counted from 1."""
    return f"{outer}_{name}" if outer else str(name)


def columns_of(record: type[Record]) -> tuple[Column, ...]:
    """The columns of a record's table, in order of position; literals and fillers have none."""
    if record not in _COLUMNS:
        readings: dict[str, list[Reading]] = {}
        for name, reading in _readings(record.FIELDS.values(), "", "", 0, ()):
            readings.setdefault(name, []).append(reading)
        _COLUMNS[record] = tuple(
            Column(name, found[0].place.field.kind.COLUMN, tuple(found))
            for name, found in readings.items()
        )
    return _COLUMNS[record]


_COLUMNS: dict[type[Record], tuple[Column, ...]] = {}


LISTED = "`jcq layout` lists them"
"""Where to find the keys of records."""


def record_of(form: Format, key: str) -> type[Record]:
    """The class of a record by its key. Raises JcqError if there is none."""
    found = form.record_class(key)
    if found is None:
        known = hint(key, list(form.records), LISTED)
        raise JcqError(f"version {form.version}: no record {key!r}; {known}")
    return found


def _readings(
    fields: Iterable[Field], outer: str, role: str, offset: int, when: tuple[Condition, ...]
) -> Iterator[tuple[str, Reading]]:
    """The columns of fields nested in ``outer``, whose roles begin with ``role``."""
    fields = list(fields)
    for field in fields:
        if not field.kind.SETTABLE:
            continue
        name = flattened(outer, field.name)
        place = Span(offset + field.start - 1, field)
        if isinstance(field.kind, Group):
            yield from _of_group(place, field.kind, name, role, when)
        elif isinstance(field.kind, Variant):
            yield from _of_variant(place, field.kind, name, role, offset, when, fields)
        else:
            yield name, Reading(place, when, _within(role, field))


def _within(role: str, field: Field) -> str:
    return role + field.role if field.role else ""


def _of_group(
    place: Span, group: Group, name: str, role: str, when: tuple[Condition, ...]
) -> Iterator[tuple[str, Reading]]:
    start, size = place.start, group.item.END
    before = when
    for number in range(1, group.repeat + 1):
        filled = Item(start, start + size)
        before = (*when, filled) if group.has_holes else (*before, filled)
        fields = group.item.FIELDS.values()
        within = f"{role}{place.field.role or name} {number} "
        yield from _readings(fields, flattened(name, number), within, start, before)
        start += size


def _of_variant(
    place: Span,
    variant: Variant,
    name: str,
    role: str,
    offset: int,
    when: tuple[Condition, ...],
    beside: Sequence[Field],
) -> Iterator[tuple[str, Reading]]:
    chooser = next(field for field in beside if field.name == variant.chosen_by)
    chosen_by = Span(offset + chooser.start - 1, chooser)
    if variant.fallback:
        other = Choice(place, chosen_by, tuple(variant.layouts), others=True)
        yield name, Reading(place, (*when, other), _within(role, place.field))
    for layout in dict.fromkeys(variant.layouts.values()):
        codes = tuple(code for code, chosen in variant.layouts.items() if chosen is layout)
        chosen = Choice(place, chosen_by, codes)
        yield from _readings(layout.FIELDS.values(), name, role, offset, (*when, chosen))
