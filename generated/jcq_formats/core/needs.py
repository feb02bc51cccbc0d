"""The roles that program logic stands on, declared by the modules that look for them.

Lint holds every version of the formats to them. A version may lack one: the logic does without.
"""  # Copied from generator/runtime/core/needs.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from .kinds.kind import Kind

Kinds: TypeAlias = tuple[type[Kind], ...]
"""The kinds that a field may have; any where there are none."""


class Need(NamedTuple):
    """A record that some work looks for, by its role, and fields in it, at any depth, by theirs."""

    work: str
    record: str
    fields: Mapping[str, Kinds]


_REGISTRY: list[Need] = []


def needs(work: str, records: tuple[str, ...], fields: Mapping[str, Kinds] | None = None) -> None:
    """Declares what the calling module looks for in records of each of these roles.

    ``work`` says to a maintainer of the spec what does without where there is no such field.
    """
    _REGISTRY.extend(Need(work, record, fields or {}) for record in records)


def declared_needs() -> tuple[Need, ...]:
    """All that is declared so far, in the order of declaration."""
    return tuple(_REGISTRY)
