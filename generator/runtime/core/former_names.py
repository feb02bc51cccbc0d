"""Accepts the names that fields had before this release, with a DeprecationWarning."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from .errors import JcqError, hint
from .fields import Field


class Named(Protocol):
    """A class of records, or of parts of them."""

    @property
    def FIELDS(self) -> Mapping[str, Field]:  # noqa: N802
        """The fields by name."""


def former_names(layouts: Iterable[Named]) -> dict[str, str]:
    """The current name of each field by its former name."""
    fields = (field for layout in layouts for field in layout.FIELDS.values())
    return {field.formerly: field.name for field in fields if field.formerly}


def by_current_name(values: Mapping[str, Any], former: Mapping[str, str]) -> dict[str, Any]:
    """The values by current names; ``values`` came from the caller of the calling function."""
    found = {}
    for name in values:
        found[name if name not in former else current_name(name, former, 4)] = values[name]
    return found


def current_name(name: str, former: Mapping[str, str], stacklevel: int = 2) -> str:
    """The current name of a field. A former name causes a DeprecationWarning.

    ``stacklevel`` counts the frames to the user's code: 2 for the caller of the calling function.
    """
    if name not in former:
        return name
    message = f"{name} is called {former[name]} now: use that name"
    warnings.warn(message, DeprecationWarning, stacklevel + 1)
    return former[name]


def field_called(
    name: str, fields: Mapping[str, Field], former: Mapping[str, str], record: str
) -> Field:
    """The field of a record that a user gave by its former name.

    Raises KeyError if there is no such field, and JcqError if the name is not text.
    """
    if not isinstance(name, str):
        needed = f"{record}: the name of a field is needed"
        raise JcqError(f"{needed}, not {type(name).__name__}")
    current = current_name(name, former, 3)
    if current not in fields:
        raise KeyError(f"{record} has no field {name!r}; {hint(name, fields)}")
    return fields[current]
