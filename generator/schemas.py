"""A JSON Schema of what `as_dict` gives for each valid record, once it is JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from generator.model import Field, Layout, Record, Version

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema(version: Version, record: Record) -> bytes:
    """The schema of one record. Codes of open lists are examples, those of closed ones a must."""
    schema = {
        "$schema": DIALECT,
        "$id": f"jcq-formats/{version.folder}/{record.key}",
        "title": record.title,
        "description": f"{record.meaning} Version {version.version}, grade {record.grade}.",
        **_object(record.fields),
    }
    return (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode()


def _object(fields: Sequence[Field]) -> Schema:
    settable = [field for field in fields if field.settable]
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in settable},
        "required": [field.name for field in settable],
        "additionalProperties": False,
    }


def _property(field: Field) -> Schema:
    about = {"description": field.meaning}
    value = KINDS.get(field.kind, _anything)(field)
    if not (field.blank or field.none) or "maxItems" in value:
        return {**about, **value}
    assert field.kind_class is not None
    return {**about, "anyOf": [value, {"const": field.kind_class.NOTHING}]}


def _text(field: Field) -> Schema:
    return {"type": "string", "minLength": 1, "maxLength": field.width}


def _code(field: Field) -> Schema:
    assert field.code_list is not None
    codes = [code.code for code in field.code_list.codes]
    if field.code_list.closed:
        return {"enum": list(field.only) or codes}
    return {**_text(field), "examples": codes}


def _digits(field: Field) -> Schema:
    return {"type": "string", "pattern": f"^[0-9]{{{field.width}}}$"}


def _integer(field: Field) -> Schema:
    return {"type": "integer", "minimum": 0, "maximum": 10**field.width - 1}


def _date(field: Field) -> Schema:
    return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _unestablished(field: Field) -> Schema:
    return {"type": "string", "maxLength": field.width}


def _group(field: Field) -> Schema:
    return {
        "type": "array",
        "items": _object(field.layouts[0].fields),
        "minItems": 0 if field.blank else 1,
        "maxItems": field.repeat,
    }


def _variant(field: Field) -> Schema:
    readings = [_reading(layout) for layout in field.layouts]
    if "fallback" in field.words:
        readings.append({"type": "string", "maxLength": field.width})
    return {"anyOf": readings}


def _reading(layout: Layout) -> Schema:
    return {"title": layout.title or layout.class_name, **_object(layout.fields)}


def _anything(field: Field) -> Schema:
    return {}


KINDS: dict[str, Callable[[Field], Schema]] = {
    "code": _code,
    "date": _date,
    "digits": _digits,
    "group": _group,
    "integer": _integer,
    "text": _text,
    "unestablished": _unestablished,
    "variant": _variant,
}
"""What the value of each kind of field is as JSON; a kind that is not here may be anything."""
