"""Constraints on the fields of a record that is drawn."""  # Copied from generator/runtime/testing/strategies/constraints.py by `make generate`; edit that, not this.

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .spec import FieldSpec
from .texts import FieldText


@dataclass(frozen=True, slots=True)
class Constraints:
    """Further requirements on drawn fields, besides being valid.

    By role, for fields at any depth (by name if they have no role): ``texts`` gives the text,
    ``allowed`` decides which values are allowed. With ``all_spellings``, null is written in every
    possible way, not only as `build` writes it. ``header`` has the values of the file header, by
    role and by name, if known. By name, for the fields of the layout itself: ``choices`` gives the
    values to choose from, ``filled`` names those that must have a value. ``nested`` has the
    constraints of nested fields.
    """

    texts: Mapping[str, FieldText] = dataclasses.field(default_factory=dict)
    allowed: Mapping[str, Callable[[Any], bool]] = dataclasses.field(default_factory=dict)
    all_spellings: bool = False
    header: Mapping[str, str] = dataclasses.field(default_factory=dict)
    choices: Mapping[str, Sequence[Any]] = dataclasses.field(default_factory=dict)
    filled: frozenset[str] = frozenset()
    nested: Mapping[str, Constraints] = dataclasses.field(default_factory=dict)

    def within(self, name: str) -> Constraints:
        """The constraints of the fields nested in a field."""
        inner = self.nested.get(name, Constraints())
        return replace(
            inner,
            texts={**self.texts, **inner.texts},
            allowed={**self.allowed, **inner.allowed},
            all_spellings=self.all_spellings,
            header=self.header,
        )


UNCONSTRAINED = Constraints()


def role_or_name(field: FieldSpec) -> str:
    """The key of a field in constraints: a role contains a full stop, a name does not."""
    return field.get("role") or str(field["name"])
