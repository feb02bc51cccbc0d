"""The attributes of a field that stand in the YAML as its author wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from typing import Any

from generator.load.nodes import SpecMapping
from generator.runtime.core.fields import Field

RESOLVED = frozenset(
    {
        "blank",
        "blank_when",
        "conditions",
        "counts",
        "default",
        "filled_when",
        "identifier",
        "kind",
        "special",
        "total",
    }
)
"""The attributes of a field that are more than what its author wrote of it."""


def attributes_of(words: SpecMapping) -> dict[str, Any]:
    """The attributes of a field that are what its author wrote."""
    names = [f.name for f in dataclass_fields(Field) if f.name not in RESOLVED]
    return {name: frozen(words[name]) for name in names if name in words}


def frozen(value: Any) -> Any:
    """A value of the YAML as the runtime keeps it: lists are tuples."""
    if isinstance(value, Mapping):
        return {name: frozen(item) for name, item in value.items()}
    return tuple(map(frozen, value)) if isinstance(value, list) else value
