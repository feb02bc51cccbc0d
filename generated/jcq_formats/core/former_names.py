"""Names that fields had before this release: they are taken for one more, with a warning."""  # Copied from generator/runtime/core/former_names.py by `make generate`; edit that, not this.

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from .fields import Field


class Named(Protocol):
    """A class of records, or of parts of them."""

    @property
    def FIELDS(self) -> Mapping[str, Field]:  # noqa: N802
        """Its fields by name."""


def former_names(layouts: Iterable[Named]) -> dict[str, str]:
    """The names of fields by their former ones."""
    fields = (field for layout in layouts for field in layout.FIELDS.values())
    return {field.formerly: field.name for field in fields if field.formerly}


def by_current_name(values: Mapping[str, Any], former: Mapping[str, str]) -> dict[str, Any]:
    """Values that were given to the caller's caller, by the names that their fields have now."""
    found = {}
    for name in values:
        found[name if name not in former else current_name(name, former, 4)] = values[name]
    return found


def current_name(name: str, former: Mapping[str, str], stacklevel: int = 2) -> str:
    """The name of a field, whose former one leads to a DeprecationWarning.

    ``stacklevel`` is how far away the caller's own code is: 2 for that which calls the caller.
    """
    if name not in former:
        return name
    message = f"{name} is called {former[name]} now: use that name"
    warnings.warn(message, DeprecationWarning, stacklevel + 1)
    return former[name]
