"""JSON Schemas of the result of `as_dict` for elements of a message, as JSON; and the message
format as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.emit import plain
from generator.emit.laid_out import DIALECT, Breaks, laid_out
from generator.resolve.model import ClassSpec, ElementSpec, MessageSpec
from generator.runtime.core.messages.formats import MessageNamePart
from generator.runtime.core.messages.kinds import AsItems, AsPresence


def message_schema_files(messages: Sequence[MessageSpec]) -> Iterator[tuple[str, bytes]]:
    """A schema for each class of each message, one line for each field."""
    for message in messages:
        for found in message.classes:
            path = schema_paths(message)[found.name]
            about = {"$schema": DIALECT, "$id": f"jcq-formats/{message.folder}/{found.name}"}
            schema = {**about, **class_schema(message, found)}
            yield path, laid_out(schema, _breaks(schema))


def _breaks(schema: dict[str, Any]) -> Breaks:
    """Each key of the schema and each property has a line."""
    return lambda data: data is schema or data is schema["properties"]


def schema_paths(message: MessageSpec) -> dict[str, str]:
    """The path of each class's schema, by class name."""
    folder = message.folder
    return {found.name: f"{folder}/schema-{found.name}.json" for found in message.classes}


def class_schema(message: MessageSpec, found: ClassSpec) -> dict[str, Any]:
    """The schema of one class; known values are examples, since others are possible."""
    return {
        "title": found.cls.TITLE,
        "description": found.meaning,
        "type": "object",
        "properties": {field.name: _property(message, field) for field in found.fields},
        "required": [field.name for field in found.fields],
        "additionalProperties": False,
    }


def _property(message: MessageSpec, field: ElementSpec) -> dict[str, Any]:
    about: dict[str, Any] = {"description": field.meaning}
    if isinstance(field.kind, AsItems):
        item = message.class_named(field.kind.item_name)
        assert item is not None
        return {**about, "type": "array", "items": class_schema(message, item)}
    if field.values:
        about["examples"] = [value.value for value in field.values]
    if field.kind.NOTHING is None and not isinstance(field.kind, AsPresence):
        return {**about, "anyOf": [field.kind.SCHEMA, {"const": None}]}
    return {**about, **field.kind.SCHEMA}


def plain_message(message: MessageSpec) -> dict[str, Any]:
    """A message format as plain data, without defaults."""
    words = {name: value for name, value in message.words.items() if value}
    name = message.file_name
    return {
        **_said(words),
        "file_name": {
            "example": name.example,
            "parts": [_name_part(part) for part in name.parts],
            "grade": name.grade,
            "sources": list(name.sources),
            **({"note": name.note} if name.note else {}),
        },
        "blocks": [
            {"element": b.element, "holds": b.holds, "meaning": b.meaning} for b in message.blocks
        ],
        "classes": [_class(found) for found in message.classes],
        "rules": [plain.rule(rule) for rule in message.rules],
        "open_gaps": [plain.open_gap(gap) for gap in message.open_gaps],
    }


def _class(found: ClassSpec) -> dict[str, Any]:
    cls = found.cls
    return {
        "class_name": found.name,
        "element": cls.ELEMENT,
        "role": cls.ROLE,
        "title": cls.TITLE,
        "meaning": found.meaning,
        "grade": cls.GRADE,
        "sources": list(found.sources),
        **({"note": found.note} if found.note else {}),
        "fields": [_field(field) for field in found.fields],
    }


def _field(field: ElementSpec) -> dict[str, Any]:
    more = {
        "items": field.words.get("items", ""),
        "optional": field.optional,
        "default": field.default,
        "personal": field.personal,
        "personal_unless": {name: list(roles) for name, roles in field.personal_unless.items()},
        "refers_to": field.refers_to,
        "identifier": field.words.get("identifier", ""),
        "grade": field.grade,
        "note": field.note,
        "values": [
            {k: v for k, v in (("value", x.value), ("role", x.role), ("meaning", x.meaning)) if v}
            for x in field.values
        ],
    }
    return {
        "name": field.name,
        "path": field.path,
        "kind": field.kind.NAME,
        "role": field.role,
        "meaning": field.meaning,
        **{name: value for name, value in more.items() if value},
    }


def _name_part(part: MessageNamePart) -> dict[str, Any]:
    said = {
        "literal": part.literal,
        "part": part.part,
        "width": part.width,
        "digits": part.digits,
        "agrees_with": part.agrees_with,
    }
    return {name: value for name, value in said.items() if value}


def _said(words: dict[str, Any]) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, list) else v for k, v in words.items()}
