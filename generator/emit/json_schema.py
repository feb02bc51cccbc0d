"""A JSON Schema of what `as_dict` gives for each valid record, once it is JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from generator.resolve.model import FieldSpec, LayoutSpec, RecordSpec, Spec, VersionSpec

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema_files(spec: Spec) -> Iterator[tuple[str, bytes]]:
    """A schema for each record of each version."""
    for version in spec.versions:
        for record in version.records:
            yield f"json-schema/{version.folder}/{record.key}.json", record_schema(version, record)


def record_schema(version: VersionSpec, record: RecordSpec) -> bytes:
    """The schema of one record. Codes of open lists are examples, those of closed ones a must."""
    schema = {
        "$schema": DIALECT,
        "$id": f"jcq-formats/{version.folder}/{record.key}",
        "title": record.title,
        "description": f"{record.meaning} Version {version.version}, grade {record.grade}.",
        **_object(record.fields),
    }
    return (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode()


def _object(fields: Sequence[FieldSpec]) -> Schema:
    settable = [field for field in fields if field.settable]
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in settable},
        "required": [field.name for field in settable],
        "additionalProperties": False,
    }


def _property(field: FieldSpec) -> Schema:
    about = {"description": field.meaning}
    if field.repeat:
        return {**about, **_group(field)}
    value = _variant(field) if field.layouts else _value(field)
    if not (field.blank or field.none):
        return {**about, **value}
    return {**about, "anyOf": [value, {"const": field.kind.NOTHING}]}


def _value(field: FieldSpec) -> Schema:
    schema: Schema = field.kind.schema(field.width)
    return {"enum": list(field.only)} if field.only and "enum" in schema else schema


def _group(field: FieldSpec) -> Schema:
    return {
        "type": "array",
        "items": _object(field.layouts[0].fields),
        "minItems": 0 if field.blank else 1,
        "maxItems": field.repeat,
    }


def _variant(field: FieldSpec) -> Schema:
    readings = [_reading(layout) for layout in field.layouts]
    if "fallback" in field.words:
        readings.append({"type": "string", "maxLength": field.width})
    return {"anyOf": readings}


def _reading(layout: LayoutSpec) -> Schema:
    return {"title": layout.title or layout.class_name, **_object(layout.fields)}
