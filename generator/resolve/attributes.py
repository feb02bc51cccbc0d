"""The attributes of a field that are in the YAML as its author wrote them."""

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
"""The attributes of a field that are not simply what its author wrote."""


def attributes_of(words: SpecMapping) -> dict[str, Any]:
    """The attributes of a field that its author wrote."""
    names = [f.name for f in dataclass_fields(Field) if f.name not in RESOLVED]
    return {name: frozen(words[name]) for name in names if name in words}


def frozen(value: Any) -> Any:
    """A value of the YAML for the runtime: lists become tuples."""
    if isinstance(value, Mapping):
        return {name: frozen(item) for name, item in value.items()}
    return tuple(map(frozen, value)) if isinstance(value, list) else value
