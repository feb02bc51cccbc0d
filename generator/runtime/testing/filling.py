"""Values for fields that a version needs and nobody speaks of: out of the spec of the field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from ..core.fields import Field
from ..core.kinds.code import Code
from ..core.layouts import Layout
from ..core.roles import fields_by_role
from .made_up_values import made_up
from .satisfying import satisfied

L = TypeVar("L", bound=Layout)


def completed(layout: type[L], values: Mapping[str, Any], number: int = 0) -> L:
    """A record, or a nested layout, from values by role, with invented values for other
    required fields, so that the conditions between fields hold.

    Raises BuildError if a value does not fit, or none can be invented.
    """
    generated: Any = layout
    built: L = generated.build(**completed_values(layout, values, number))
    return built


def completed_values(
    layout: type[Layout], values: Mapping[str, Any], number: int = 0
) -> dict[str, Any]:
    """The values by name. Roles that the layout lacks, and codes that the version does not list,
    are left out; ``number`` determines the invented values."""
    fields = fields_by_role(layout)
    named = {
        fields[role].name: value
        for role, value in values.items()
        if role in fields and _is_listed(fields[role], value)
    }
    for field in _needed(layout):
        if field.name not in named:
            named[field.name] = made_up(field, number)
    return satisfied(
        layout, named, frozenset(fields[r].name for r in values if r in fields), number
    )


def _is_listed(field: Field, value: Any) -> bool:
    """Whether a value is in the field's code list, or not a code."""
    kind = field.kind
    if not isinstance(kind, Code) or not value or value in kind.codes:
        return True
    return any(value in one.codes for one in kind.codes_when)


def _needed(layout: type[Layout]) -> tuple[Field, ...]:
    """The fields that `build` requires; cached for each class."""
    if layout not in _NEEDED:
        found = (f for f in layout.FIELDS.values() if f.kind.SETTABLE and not f.optional)
        _NEEDED[layout] = tuple(found)
    return _NEEDED[layout]


_NEEDED: dict[type[Layout], tuple[Field, ...]] = {}
