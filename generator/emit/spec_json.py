"""The resolved spec as JSON, for other languages."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from generator.resolve.model import Field, Spec

LEFT_OUT = frozenset(
    {
        "mark",
        "path",
        "words",
        "kind_class",
        "kind_object",
        "own_grade",
        "module",
        "folder",
        "origin",
        "rules_origin",
    }
)
"""What only the generator needs."""


def spec_json(spec: Spec) -> bytes:
    """Every version as JSON: its data types, records, fields, code lists, rules, names and gaps.

    Positions count from 1; what says nothing (empty, false, none) is left out.
    """
    data = {
        "sources": [plain(source) for source in spec.sources],
        "versions": {version.version: plain(version) for version in spec.versions},
    }
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()


def plain(value: Any) -> Any:
    """Anything of the model as plain data; what says nothing is left out."""
    if isinstance(value, Field):
        return plain_field(value)
    if is_dataclass(value):
        return _named((f.name, getattr(value, f.name)) for f in fields(value))
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def plain_field(field: Field) -> dict[str, Any]:
    """A field with its code list and character set by name, and the words of its kind."""
    said = _named((f.name, getattr(field, f.name)) for f in fields(field))
    for word, named in (
        ("code_list", field.code_list),
        ("special", field.special),
        ("starts_with", field.starts_with),
        ("character_set", field.character_set),
    ):
        said.pop(word, None)
        if named is not None and (word != "character_set" or field.takes("characters")):
            said[word] = named.name
    for word in ("window", "literal", "repeat", "class", "fallback"):
        if word in field.words:
            said[word] = plain(field.words[word])
    return said


def _named(pairs: Any) -> dict[str, Any]:
    return {
        name: plain(value)
        for name, value in pairs
        if name not in LEFT_OUT and (value or value == 0) and value is not False
    }
