"""Values for fields that a version needs and nobody speaks of: out of the spec of the field."""  # Copied from generator/runtime/testing/filling.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from ..core.errors import BuildError
from ..core.fields import Field
from ..core.kinds.code import Code
from ..core.kinds.text import Text
from ..core.layouts import Layout
from ..core.roles import fields_by_role

L = TypeVar("L", bound=Layout)

WORDS = ("MADE UP", "A", "01" * 20)
"""What texts can hold, and all other columns of digits; 0101... is a date as well."""


def completed(layout: type[L], values: Mapping[str, Any], number: int = 0) -> L:
    """A record, or a nested layout, from values by role, with invented values for other required
    fields.

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
    return named


def made_up(field: Field, number: int) -> Any:
    """An invented value that is valid for the field; the same number always gives the same one.

    Raises BuildError for a field with nested fields, and if no valid value can be found.
    """
    if not any(True for _ in field.kind.nested(field)):
        valid = re.compile(field.kind.pattern(field.width))
        for text in _texts(field, number):
            columns = text[: field.width].rstrip(" ").ljust(field.width)
            is_nothing = field.is_nothing(columns) or columns.rstrip(" ") in field.forbidden
            if valid.fullmatch(columns) and not is_nothing:
                return field.decode(columns)
    raise BuildError(f"no value can be made up for {field.name}")


def _texts(field: Field, number: int) -> Iterator[str]:
    """Possible texts of the field, the likeliest first."""
    if field.identifier is not None:
        yield field.identifier.made_up(number)
    if isinstance(field.kind, Code):
        codes = list(field.kind.codes)
        yield from codes[number % len(codes) :] + codes
    if isinstance(field.kind, Text):
        yield from field.kind.starts_with or ()
        yield from () if field.key else WORDS
    yield str(number)[-field.width :].zfill(field.width)
    yield from WORDS


def _is_listed(field: Field, value: Any) -> bool:
    """Whether a value is in the field's code list, or not a code."""
    kind = field.kind
    return not isinstance(kind, Code) or not value or value in kind.every_code


def _needed(layout: type[Layout]) -> tuple[Field, ...]:
    """The fields that `build` requires; cached for each class."""
    if layout not in _NEEDED:
        found = (f for f in layout.FIELDS.values() if f.kind.SETTABLE and not f.optional)
        _NEEDED[layout] = tuple(found)
    return _NEEDED[layout]


_NEEDED: dict[type[Layout], tuple[Field, ...]] = {}
