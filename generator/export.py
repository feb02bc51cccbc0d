"""The resolved spec as JSON, for other languages."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from generator.model import Field, Spec

LEFT_OUT = frozenset(
    {"mark", "path", "words", "kind_class", "kind_object", "own_grade", "same", "module", "folder"}
)
"""What only the generator needs."""


def spec_json(spec: Spec) -> bytes:
    """Every version as JSON: its data types, records, fields, code lists, rules, names and gaps.

    Positions count from 1; what says nothing (empty, false, none) is left out.
    """
    data = {
        "sources": [_plain(source) for source in spec.sources],
        "versions": {version.version: _plain(version) for version in spec.versions},
    }
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()


def _plain(value: Any) -> Any:
    if isinstance(value, Field):
        return _plain_field(value)
    if is_dataclass(value):
        return _named((f.name, getattr(value, f.name)) for f in fields(value))
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _plain_field(field: Field) -> dict[str, Any]:
    """A field with its code list and character set by name, and the words of its kind."""
    plain = _named((f.name, getattr(field, f.name)) for f in fields(field))
    for word, named in (
        ("code_list", field.code_list),
        ("special", field.special),
        ("starts_with", field.starts_with),
        ("character_set", field.character_set),
    ):
        plain.pop(word, None)
        if named is not None and (word != "character_set" or field.takes("characters")):
            plain[word] = named.name
    for word in ("window", "literal", "repeat", "class", "fallback"):
        if word in field.words:
            plain[word] = _plain(field.words[word])
    return plain


def _named(pairs: Any) -> dict[str, Any]:
    return {
        name: _plain(value)
        for name, value in pairs
        if name not in LEFT_OUT and (value or value == 0) and value is not False
    }
