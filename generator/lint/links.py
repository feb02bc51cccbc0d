"""Relations between fields and records: roles, references, agreement, counts."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from generator.lint.walk import Owner, at, owners
from generator.load.nodes import Problem
from generator.load.unknown import known_words
from generator.resolve.fields import FieldSpec
from generator.resolve.model import RecordSpec, VersionSpec
from generator.runtime.core.fields import Counts
from generator.runtime.core.places import Place
from generator.runtime.core.values import ColumnType

ADVICE = "Name the role of the field it must be found in."

NEARLY = 0.8
"""How alike a role must be to be meant."""

COUNTED = ("records", "centres")


def link_problems(version: VersionSpec) -> Iterator[Problem]:
    """Duplicate roles, and references to and counts of unknown records."""
    roles = {f.role for owner in owners(version) for f in owner.fields if f.role}
    for owner in owners(version):
        by_name = {f.name: f for f in owner.fields}
        for field in owner.fields:
            yield from _references(field, roles)
            yield from _key(field, owner, version)
            if field.counts is not None:
                yield from _counts(field, field.counts, by_name, version)
    for record in version.records:
        yield from _roles(record.fields, {})
    yield from _record_roles(version)


def _references(field: FieldSpec, roles: set[str]) -> Iterator[Problem]:
    for role in field.refers_to:
        if role not in roles:
            message = f"no field has the role {role!r}"
            near = difflib.get_close_matches(role, roles, 1, NEARLY)
            advice = f"Did you mean {near[0]}?" if near else ADVICE
            yield at(field, "refers_to", message, advice)
    if field.agrees and not field.role:
        message = "fields agree by their role, but this one has none"
        yield at(field, "agrees", message, "Add `role:`.")


def _key(field: FieldSpec, owner: Owner, version: VersionSpec) -> Iterator[Problem]:
    """A key must be decoded from its own text, in a data record or an item of a group."""
    if not field.key:
        return
    if field.layouts or (field.is_resolved and not field.kind.SETTABLE):
        message = f"a {field.kind_name} cannot be a key"
        yield at(field, "key", message, "Mark the fields that tell records apart.")
    elif not (_is_data(owner, version) or (owner.parent is not None and owner.parent.repeat)):
        message = "only data records and the items of their groups have keys"
        yield at(field, "key", message, "Leave it out.")


def _is_data(owner: Owner, version: VersionSpec) -> bool:
    if not owner.is_record or "width" not in owner.words:
        return owner.is_record
    key = owner.words["key"]
    return any(r.key == key and r.place is Place.DATA for r in version.records)


def _counts(
    field: FieldSpec, counts: Counts, by_name: dict[str, FieldSpec], version: VersionSpec
) -> Iterator[Problem]:
    if not _is_number(field):
        message = f"a {field.kind_name} cannot be compared with a count"
        yield at(field, "counts", message, "Make it an `integer`, or remove `counts`.")
    known = [*COUNTED, *(record.key for record in version.records)]
    what, matching = counts.what, counts.matching
    if what not in known:
        message = f"{what!r} cannot be counted"
        yield at(field, "counts", message, known_words(what, known))
    if matching and matching not in by_name:
        message = f"there is no field {matching!r} here to match by"
        yield at(field, "counts", message, known_words(matching, by_name, said="Fields"))


def _is_number(field: FieldSpec) -> bool:
    """Whether the field decodes to a number; a field with a wrong kind is accepted."""
    if not field.is_resolved:
        return not field.layouts
    return field.kind.COLUMN is ColumnType.INTEGER


def _roles(fields: Sequence[FieldSpec], seen: dict[str, str]) -> Iterator[Problem]:
    """A role must be unique in a record; alternative layouts of a variant never apply together.

    ``seen`` maps the roles so far to names of fields; those of these fields are added.
    """
    for field in fields:
        if field.role in seen:
            message = f"`{seen[field.role]}` already has the role {field.role!r}"
            yield at(field, "role", message, "A role is used once in a record.")
        elif field.role:
            seen[field.role] = field.name
        within: dict[str, str] = {}
        for layout in field.layouts:
            reading = dict(seen)
            yield from _roles(layout.fields, reading)
            within |= reading
        seen |= within


def _record_roles(version: VersionSpec) -> Iterator[Problem]:
    seen: dict[str, RecordSpec] = {}
    for record in version.records:
        if record.role in seen:
            message = f"{seen[record.role].key} already has the role {record.role!r}"
            yield at(record, "role", message, "A role belongs to one record.")
        elif record.role:
            seen[record.role] = record
