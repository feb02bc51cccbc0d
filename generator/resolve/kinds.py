"""The kinds of fields and the identifiers that there are: a module each, found and not listed."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from types import ModuleType

from generator.runtime import identifiers
from generator.runtime.core.fields import Identifier
from generator.runtime.core.kinds.kind import Kind

KIND_WORDS = frozenset(
    {
        "characters",
        "chosen_by",
        "class",
        "codes",
        "fallback",
        "fields",
        "layouts",
        "literal",
        "none",
        "repeat",
        "starts_with",
        "window",
    }
)
"""The keys of a field that belong to its kind."""


def find_kinds(package: ModuleType) -> dict[str, type[Kind]]:
    """Every kind of field by the name that the spec uses."""
    base: type[Kind] = importlib.import_module(f"{package.__name__}.kind").Kind
    found: dict[str, type[Kind]] = {}
    for module_info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{module_info.name}")
        kind = getattr(module, class_name_of_kind(module_info.name), None)
        if isinstance(kind, type) and issubclass(kind, base) and kind is not base:
            found[module_info.name] = kind
    return found


@functools.cache
def identifiers_known() -> dict[str, Identifier]:
    """Every identifier by the name that the spec uses."""
    return {
        found.name: importlib.import_module(f"{identifiers.__name__}.{found.name}")
        for found in pkgutil.iter_modules(identifiers.__path__)
    }


def class_name_of_kind(name: str) -> str:
    """The class that the module of a kind holds: `due_date` holds DueDate."""
    return "".join(word.capitalize() for word in name.split("_"))
