"""XML messages: objects of the runtime, with evidence and the author's nodes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.load.documents import load_folder
from generator.load.nodes import Problem, SpecError, SpecMapping
from generator.load.unknown import unknown
from generator.resolve.items import open_gap, rule
from generator.resolve.kinds import identifiers_known
from generator.resolve.model import (
    BlockSpec,
    ClassSpec,
    ElementSpec,
    MessageNameSpec,
    MessageSpec,
)
from generator.runtime.core.messages.elements import KnownValue
from generator.runtime.core.messages.formats import MessageNamePart
from generator.runtime.core.messages.kinds import SIMPLE_KINDS, AsItems, ElementKind
from generator.runtime.core.messages.views import View

SCHEMA = Path(__file__).resolve().parents[2] / "spec" / "schema" / "message.schema.json"
NEEDED = ("message", "file_name", "blocks", "elements")
"""The top-level keys that every message must have."""


def load_messages(folder: Path, problems: list[Problem]) -> list[MessageSpec]:
    """All messages in the folder of a spec: each is a folder with a file `message.yaml`.

    Raises SpecError if the YAML or its shape is wrong; unresolved references are added to
    ``problems``.
    """
    failures: list[Problem] = []
    found: list[MessageSpec] = []
    for path in sorted(folder.glob("*/message.yaml")):
        try:
            documents = load_folder(path.parent, folder.parent, SCHEMA)
            found.append(_message(path.parent.name, documents, problems))
        except SpecError as error:
            failures += error.problems
    if failures:
        raise SpecError(failures)
    return found


def _message(
    folder: str, documents: Mapping[str, SpecMapping], problems: list[Problem]
) -> MessageSpec:
    words = _together(documents)
    message: SpecMapping = words["message"]
    classes: dict[str, ClassSpec] = {}
    for element in words["elements"]:
        made = _class(element, message, classes, problems)
        classes[made.name] = made
    name: SpecMapping = words["file_name"]
    return MessageSpec(
        folder=folder,
        words=message,
        file_name=MessageNameSpec(
            name["example"],
            tuple(_name_part(part) for part in name["parts"]),
            name["grade"],
            tuple(name["sources"]),
            name.get("note", ""),
            name,
        ),
        blocks=[
            BlockSpec(block["element"], block["holds"], block["meaning"], block)
            for block in words["blocks"]
        ],
        classes=list(classes.values()),
        open_gaps=[open_gap(gap) for gap in words.get("open_gaps", ())],
        rules=[rule(_scoped(said)) for said in words.get("rules", ())],
        documents=documents,
    )


def _together(documents: Mapping[str, SpecMapping]) -> dict[str, Any]:
    """The keys of all files of a message. Raises SpecError for one that is missing or duplicate."""
    words: dict[str, Any] = {}
    problems: list[Problem] = []
    for document in documents.values():
        for key, value in document.items():
            if key in words:
                message = f"`{key}` is in two files of this message"
                problems.append(Problem(document.key_mark(key), key, message, "Keep one of them."))
            words[key] = value
    mark = documents["message"].mark
    problems += [
        Problem(mark, "", f"the key `{key}` is missing", "Add it to a file of this folder.")
        for key in NEEDED
        if key not in words
    ]
    if problems:
        raise SpecError(problems)
    return words


def _scoped(words: SpecMapping) -> SpecMapping:
    """A rule with its scope, which follows from its id."""
    scoped = words.without()
    scoped.put_from("scope", words, "id", words["id"].partition(".")[0])
    return scoped


def _name_part(words: SpecMapping) -> MessageNamePart:
    return MessageNamePart(
        literal=words.get("literal", ""),
        part=words.get("part", ""),
        width=words.get("width", 0),
        digits=words.get("digits", False),
        agrees_with=words.get("is", ""),
    )


def _class(
    words: SpecMapping,
    message: SpecMapping,
    known: Mapping[str, ClassSpec],
    problems: list[Problem],
) -> ClassSpec:
    fields = [_field(row, words, message, known, problems) for row in words["fields"]]
    about = {
        "__slots__": (),
        "ELEMENT": words["element"],
        "ROLE": words["role"],
        "TITLE": words["title"],
        "GRADE": words.get("grade", message["grade"]),
        "FIELDS": {field.name: field for field in fields},
    }
    return ClassSpec(
        cls=type(words["class"], (View,), about),
        meaning=words["meaning"],
        note=words.get("note", ""),
        sources=tuple(words.get("sources", message["sources"])),
        fields=fields,
        words=words,
    )


def _field(
    row: SpecMapping,
    words: SpecMapping,
    message: SpecMapping,
    known: Mapping[str, ClassSpec],
    problems: list[Problem],
) -> ElementSpec:
    name = row["name"]
    values = words.get("values", {}).get(name, ())
    return ElementSpec(
        name=name,
        path=row["path"],
        kind=_kind(row, known, problems),
        role=row.get("role", f"{words['role']}.{name}"),
        grade=row.get("grade", ""),
        optional=row.get("optional", False),
        default=row.get("default", ""),
        key=row.get("key", False),
        personal=row.get("personal", False),
        personal_unless={k: tuple(v) for k, v in row.get("personal_unless", {}).items()},
        refers_to=row.get("refers_to", ""),
        identifier=_identifier(row, problems),
        values=tuple(KnownValue(v["value"], v["meaning"], v.get("role", "")) for v in values),
        meaning=words["meanings"].get(name, ""),
        note=words.get("notes", {}).get(name, ""),
        established=row.get("grade", words.get("grade", message["grade"])),
        sources=tuple(row.get("sources", words.get("sources", message["sources"]))),
        words=row,
    )


def _kind(row: SpecMapping, known: Mapping[str, ClassSpec], problems: list[Problem]) -> ElementKind:
    if row["kind"] in SIMPLE_KINDS:
        return SIMPLE_KINDS[row["kind"]]()
    if "items" in row and row["items"] in known:
        return AsItems(known[row["items"]].cls)
    if "items" in row:
        message = f"there is no class {row['items']!r} above this one"
        problems.append(unknown(row, "items", message, known))
    else:
        message, advice = "the key `items` is missing", "Name the class of the elements."
        problems.append(Problem(row.mark, row.path, message, advice))
    return AsItems(View)


def _identifier(row: SpecMapping, problems: list[Problem]) -> Any:
    if "identifier" not in row:
        return None
    known = identifiers_known()
    if row["identifier"] not in known:
        message = f"there is no identifier {row['identifier']!r}"
        problems.append(unknown(row, "identifier", message, known))
    return known.get(row["identifier"])
