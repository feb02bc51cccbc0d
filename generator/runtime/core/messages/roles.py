"""Finds classes, fields and values of a message by role, whatever their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import BuildError, JcqError
from .formats import MessageFormat
from .views import View


def class_of_role(form: MessageFormat, role: str) -> type[View]:
    """The class with this role. Raises JcqError if there is none."""
    found = form.class_of_role(role)
    if found is None:
        raise JcqError(f"{form.name} has no class of the role {role!r}")
    return found


def value_of_role(view: type[View], role: str, value: str) -> str:
    """The value with the role ``value`` of the field with the role ``role``.

    Raises JcqError if there is none.
    """
    field = view.field_of_role(role)
    found = field.value_of_role(value) if field is not None else None
    if found is None:
        raise JcqError(f"{view.__name__} has no value of the role {value!r} for {role!r}")
    return found


def built(view: type[View], values: Mapping[str, Any]) -> View:
    """A new element from values by role; other fields have their defaults.

    Raises BuildError if a value does not fit or is missing.
    """
    named: dict[str, Any] = {}
    for role, value in values.items():
        field = view.field_of_role(role)
        if field is None:
            raise BuildError(f"{view.__name__} has no field of the role {role!r}")
        named[field.name] = value
    generated: Any = view
    made: View = generated.build(**named)
    return made
