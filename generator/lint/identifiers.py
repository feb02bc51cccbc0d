"""Identifiers: known ones, with the width of their fields, in fields that can hold them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.walk import at, owners
from generator.load.nodes import TO_ADD_ONE, Problem
from generator.load.unknown import unknown
from generator.resolve.fields import FieldSpec
from generator.resolve.kinds import identifiers_known
from generator.resolve.model import VersionSpec
from generator.runtime.core.kinds.kind import Kind


def identifier_problems(version: VersionSpec) -> Iterator[Problem]:
    """Unknown identifiers, and those that do not fit in their fields."""
    for owner in owners(version):
        for field in owner.fields:
            if field.identifier_name:
                yield from _problems(field, owner.is_record)


def _problems(field: FieldSpec, in_record: bool) -> Iterator[Problem]:
    identifier = field.identifier
    if identifier is None:
        message = f"there is no identifier {field.identifier_name!r}"
        known = identifiers_known()
        yield unknown(field.words, "identifier", message, known, to_add=TO_ADD_ONE)
        return
    if not in_record:
        message = "an identifier must be in a field of a record, not in a group or variant"
        yield at(field, "identifier", message, "Remove it here.")
    example = identifier.made_up(0)
    if len(example) != field.width:
        message = (
            f"{field.identifier_name} has {len(example)} characters, but the field {field.width}"
        )
        yield at(field, "identifier", message, "Correct the width, or name another identifier.")
    elif field.is_resolved and not _keeps(field.kind, example):
        message = f"a field of kind {field.kind_name} cannot hold {field.identifier_name}"
        yield at(
            field, "identifier", message, "Make it a `text`, or `digits` where it has no letter."
        )


def _keeps(kind: Kind, example: str) -> bool:
    """Whether a field of this kind decodes the identifier unchanged."""
    try:
        return bool(kind.decode(example) == example)
    except ValueError:
        return False
