"""The roles that program logic depends on, declared by the modules that use them.

Lint checks every version against them. If a version lacks a role, the logic does without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from .kinds.kind import Kind

Kinds: TypeAlias = tuple[type[Kind], ...]
"""The kinds that a field may have; empty for any."""


class Need(NamedTuple):
    """A record needed for some work, by role, and fields in it, at any depth, by theirs."""

    work: str
    record: str
    fields: Mapping[str, Kinds]


_REGISTRY: list[Need] = []


def needs(work: str, records: tuple[str, ...], fields: Mapping[str, Kinds] | None = None) -> None:
    """Declares which roles the calling module uses in records with any of these roles.

    ``work`` tells maintainers of the spec what does without the field if there is none.
    """
    _REGISTRY.extend(Need(work, record, fields or {}) for record in records)


def declared_needs() -> tuple[Need, ...]:
    """All needs declared so far, in order of declaration."""
    return tuple(_REGISTRY)
