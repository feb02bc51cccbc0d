"""Roles: the stable names by which program logic finds records and fields, whatever their names."""  # Copied from generator/runtime/core/roles.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from .errors import BuildError, JcqError
from .fields import Field
from .formats import Format
from .layouts import Layout
from .places import Place
from .records import Record

L = TypeVar("L", bound=Layout)


def fields_by_role(layout: type[Layout]) -> Mapping[str, Field]:
    """The fields with a role, of a record or of a nested layout."""
    if layout not in _BY_ROLE:
        _BY_ROLE[layout] = {f.role: f for f in layout.FIELDS.values() if f.role}
    return _BY_ROLE[layout]


_BY_ROLE: dict[type[Layout], Mapping[str, Field]] = {}


def by_role(layout: Layout, role: str) -> tuple[Field, Layout] | None:
    """The field with this role and the layout that contains it: the record, or its variant."""
    field = fields_by_role(type(layout)).get(role)
    if field is not None:
        return field, layout
    for outer in _fields_around(type(layout), role):
        chosen = outer.kind.part(layout, outer)
        found = by_role(chosen, role) if isinstance(chosen, Layout) else None
        if found is not None:
            return found
    return None


def _fields_around(layout: type[Layout], role: str) -> tuple[Field, ...]:
    """The fields in whose nested layouts this role may be."""
    if (layout, role) not in _AROUND:
        _AROUND[layout, role] = tuple(
            field
            for field in layout.FIELDS.values()
            if any(_may_have(nested.layout, role) for nested in field.kind.nested(field))
        )
    return _AROUND[layout, role]


def _may_have(layout: type[Any], role: str) -> bool:
    return role in fields_by_role(layout) or bool(_fields_around(layout, role))


_AROUND: dict[tuple[type[Layout], str], tuple[Field, ...]] = {}


def all_by_role(layout: Layout, role: str) -> Iterator[tuple[Field, Layout]]:
    """All fields with this role and the layouts that contain them, including items of groups."""
    own = fields_by_role(type(layout)).get(role)
    for outer in _fields_with(type(layout), role):
        if outer is own:
            yield outer, layout
        for part in outer.kind.parts(layout, outer):
            if isinstance(part, Layout):
                yield from all_by_role(part, role)


def texts_by_role(layout: Layout) -> dict[str, str]:
    """The texts, without padding, of all fields that `text_of` finds."""
    line = layout.line
    texts = {
        r: line[f.start - 1 : f.end].rstrip(" ") for r, f in fields_by_role(type(layout)).items()
    }
    for outer in layout.FIELDS.values():
        part = outer.kind.part(layout, outer)
        if isinstance(part, Layout):
            texts = texts_by_role(part) | texts
    return texts


def _fields_with(layout: type[Layout], role: str) -> tuple[Field, ...]:
    """The field with this role, and those in whose nested layouts it may be."""
    if (layout, role) not in _WITH:
        own, around = fields_by_role(layout).get(role), _fields_around(layout, role)
        _WITH[layout, role] = tuple(f for f in layout.FIELDS.values() if f is own or f in around)
    return _WITH[layout, role]


_WITH: dict[tuple[type[Layout], str], tuple[Field, ...]] = {}


def text_of(layout: Layout, role: str) -> str | None:
    """The text of the field with this role, without padding; None if there is none."""
    found = by_role(layout, role)
    return None if found is None else found[1].text(found[0].name).rstrip(" ")


def text_or_blank(layout: Layout, role: str) -> str:
    """The same; empty if there is none."""
    return text_of(layout, role) or ""


def value_of(layout: Layout, role: str) -> Any:
    """The value of the field with this role; None if there is none.

    Raises FieldError if its text cannot be decoded.
    """
    found = by_role(layout, role)
    return None if found is None else found[1].decode(found[0].name)


def build(record: type[L], values: Mapping[str, Any]) -> L:
    """Builds a record, or a nested layout, from values by role; roles that it lacks are ignored.

    Raises BuildError if a value does not fit, or a required field has none.
    """
    fields = fields_by_role(record)
    named = {fields[role].name: value for role, value in values.items() if role in fields}
    for field in record.FIELDS.values():
        if field.name not in named and field.kind.SETTABLE and not field.optional:
            raise BuildError(f"{record.__name__}.{field.name}: no role says what it holds")
    generated: Any = record
    built: L = generated.build(**named)
    return built


def replaced(record: Record, values: Mapping[str, Any]) -> Record:
    """A copy with these fields set, by role; roles that it lacks are ignored.

    Raises BuildError if a value does not fit.
    """
    fields = fields_by_role(type(record))
    named = {fields[role].name: value for role, value in values.items() if role in fields}
    generated: Any = record
    changed: Record = generated.replace(**named)
    return changed


def records_of_role(form: Format, role: str) -> Iterator[tuple[str, type[Record]]]:
    """The data type and class of each record with this role, once for each data type that has
    it."""
    for key, record in form.records.items():
        if role == record.ROLE:
            yield key[0], record


def record_of_role(form: Format, role: str) -> tuple[str, type[Record]]:
    """The data type and class of the record with this role. Raises JcqError if there is none."""
    for found in records_of_role(form, role):
        return found
    raise JcqError(f"version {form.version} of the formats has no record of the role {role!r}")


def record_at(form: Format, data_type: str, place: Place) -> type[Record]:
    """The first record of a data type in this place. Raises JcqError if there is none."""
    for row in form.structure_of(data_type):
        if row.place is place:
            return form.records[data_type + row.record]
    raise JcqError(f"version {form.version} of the formats has no {place} for {data_type}")
