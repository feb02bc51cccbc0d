"""Finds the corresponding fields of two versions: by move, else by role, else by name."""  # Copied from generator/runtime/core/pairing.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol, TypeVar

from .fields import Field
from .formats import Move
from .layouts import Layout


def pairs_after_moves(
    source: Layout, target: type[Layout], moves: Sequence[Move]
) -> dict[str, Field]:
    """The source field that each field of the target corresponds to, by name, after the moves."""
    pairs = paired(source.FIELDS.values(), target.FIELDS.values())
    for move in moves:
        if all(source.text(other).rstrip(" ") in codes for other, codes in move.when.items()):
            moved = source.FIELDS[move.field_name]
            pairs = {name: field for name, field in pairs.items() if field is not moved}
            pairs[move.to] = moved
    return pairs


class Named(Protocol):
    """A field, of the package or of the spec."""

    @property
    def name(self) -> str: ...

    @property
    def role(self) -> str: ...


N = TypeVar("N", bound=Named)


def paired(before: Collection[N], after: Collection[N]) -> dict[str, N]:
    """The field of one version that each field of another corresponds to, by name; roles take
    precedence."""
    roles = {field.role: field for field in before if field.role}
    names = {field.name: field for field in before}
    wanted = {field.role for field in after if field.role}
    pairs: dict[str, N] = {}
    for field in after:
        named = names.get(field.name)
        if field.role and field.role in roles:
            pairs[field.name] = roles[field.role]
        elif named is not None and not (named.role and named.role in wanted):
            pairs[field.name] = named
    return pairs
