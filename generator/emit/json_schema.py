"""JSON Schemas of the result of `as_dict` for each valid record, as JSON.

Each field has one line. Schemas contain neither version nor grade, so that versions can share one;
the reference has both, and `schemas.json` maps the records of a version, and the classes of a
message, to their schemas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from generator.emit.laid_out import DIALECT, laid_out
from generator.emit.message_schema import schema_paths
from generator.emit.once import homes
from generator.emit.wording import beyond_its_type
from generator.resolve.fields import FieldSpec, LayoutSpec
from generator.resolve.model import RecordSpec, Spec

Schema: TypeAlias = dict[str, Any]

ONE_RECORD = "Beyond this schema: it continues the record before it."
"""The note in the schema of a record that continues another."""


def json_schema_files(spec: Spec) -> Iterator[tuple[str, bytes]]:
    """A schema for each record, once for all versions that share it, and an index of them."""
    schemas = {
        (version.version, record.key): record_schema(record)
        for version in spec.versions
        for record in version.records
    }
    places = homes(
        spec, lambda v: ((record.key, schemas[v.version, record.key]) for record in v.records)
    )
    index: dict[str, dict[str, str]] = {version.version: {} for version in spec.versions}
    for version in spec.versions:
        for record in version.records:
            home = places[version.version, record.key]
            path = index[version.version][record.key] = f"{home.folder}/schema-{record.key}.json"
            if home is version:
                about = {"$schema": DIALECT, "$id": f"jcq-formats/{home.folder}/{record.key}"}
                schema = {**about, **schemas[version.version, record.key]}
                yield path, laid_out(schema, _holds_properties)
    index |= {message.folder: schema_paths(message) for message in spec.messages}
    yield "schemas.json", laid_out(index, lambda data: data is index)


def record_schema(record: RecordSpec) -> Schema:
    """The schema of one record. Codes of open lists are examples, those of closed lists are
    required."""
    description = f"{record.meaning} {ONE_RECORD}" if record.cls.CONTINUES else record.meaning
    return {"title": record.title, "description": description, **_object(record.fields)}


def _holds_properties(data: Any) -> bool:
    """Whether these are the properties of an object, each on a line, or contain such properties."""
    if isinstance(data, list):
        return any(map(_holds_properties, data))
    if not isinstance(data, dict):
        return False
    is_all_schemas = bool(data) and all(isinstance(member, dict) for member in data.values())
    return is_all_schemas or any(map(_holds_properties, data.values()))


def _object(fields: Sequence[FieldSpec]) -> Schema:
    settable = [field for field in fields if field.settable]
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in settable},
        "required": [field.name for field in settable],
        "additionalProperties": False,
    }


def _property(field: FieldSpec) -> Schema:
    about = {"description": _description(field)}
    if field.repeat:
        return {**about, **_group(field)}
    value = _variant(field) if field.layouts else _value(field)
    if not (field.blank or field.none):
        return {**about, **value}
    return {**about, "anyOf": [value, {"const": field.kind.NOTHING}]}


def _description(field: FieldSpec) -> str:
    """The meaning of a field, and the rules that the schema does not check."""
    beyond = beyond_its_type(field)
    return f"{field.meaning} Beyond this schema: {'; '.join(beyond)}." if beyond else field.meaning


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
