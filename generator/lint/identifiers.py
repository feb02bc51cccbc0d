"""Identifiers: known ones, as wide as their fields, in fields that can hold them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.walk import at, owners
from generator.load.nodes import Problem
from generator.resolve.model import Field, Version, identifiers_known
from generator.runtime.core.kinds.kind import Kind


def identifier_problems(version: Version) -> Iterator[Problem]:
    """Identifiers that do not exist, or that their fields cannot hold."""
    for owner in owners(version):
        for field in owner.fields:
            if field.identifier:
                yield from _problems(field, owner.is_record)


def _problems(field: Field, in_record: bool) -> Iterator[Problem]:
    identifier = field.identifier_module
    if identifier is None:
        message = f"there is no identifier {field.identifier!r}"
        yield at(field, "identifier", message, f"Known: {', '.join(identifiers_known())}.")
        return
    if not in_record:
        message = "an identifier stands in a field of a record, not within a group or variant"
        yield at(field, "identifier", message, "Remove it here.")
    example = identifier.made_up(0)
    if len(example) != field.width:
        message = f"{field.identifier} has {len(example)} characters, but the field {field.width}"
        yield at(field, "identifier", message, "Correct the width, or name another identifier.")
    elif field.kind_object is not None and not _keeps(field.kind_object, example):
        message = f"a field of kind {field.kind} cannot hold {field.identifier}"
        yield at(
            field, "identifier", message, "Make it a `text`, or `digits` where it has no letter."
        )


def _keeps(kind: Kind, example: str) -> bool:
    """Whether a field of this kind reads the identifier as it stands."""
    try:
        return bool(kind.decode(example) == example)
    except ValueError:
        return False
