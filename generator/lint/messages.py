"""XML messages: mistakes that the schema cannot find."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from generator import runtime
from generator.lint.roles import all_needs
from generator.lint.walk import at
from generator.load.nodes import Problem, SpecMapping
from generator.load.unknown import unknown
from generator.resolve.model import ClassSpec, ElementSpec, MessageSpec
from generator.runtime.checking.catalogue import implemented
from generator.runtime.core.messages.needs import MessageNeed, declared_message_needs
from generator.runtime.core.messages.views import View

SCOPE = "message."
MEMBERS = frozenset((*dir(View), "build", "cls", "self"))
"""The members that every class of a message has already."""

TYPE_NAMES = frozenset({"bool", "classmethod", "datetime", "int", "property", "str", "tuple"})
"""The names that generated classes use in the annotations of members."""

EMITTED = frozenset({"by_role", "file_name", "new_candidates", "records"})
"""Modules of the package that are generated from versions."""

IMPORTED = frozenset(
    {"Element", "FORMAT", "KnownValue", "Mapping", "RULES", "Self", "View", "element_table"}
)


def message_problems(message: MessageSpec) -> Iterator[Problem]:
    """All mistakes in the description of a message."""
    yield from _folder(message)
    yield from _classes(message)
    for found in message.classes:
        yield from _names(found)
        yield from _paths(found)
        yield from _by_name(found)
        for field in found.fields:
            yield from _field(field, found)
    yield from _references(message)
    yield from _blocks(message)
    yield from _file_name(message)
    yield from _roles(message)
    yield from _rules(message)


def _folder(message: MessageSpec) -> Iterator[Problem]:
    """The folder becomes a package next to those of the library."""
    folder = message.folder
    library = {path.stem for path in Path(runtime.__file__).parent.iterdir()}
    if not folder.isidentifier() or keyword.iskeyword(folder) or folder in library | EMITTED:
        text = f"a message cannot be in a folder called {folder}"
        yield Problem(message.words.mark, "", text, "Rename the folder: it becomes a package.")


def _taken(name: str, words: SpecMapping, key: str, why: str) -> Problem:
    message = f"`{name}` {why}"
    return Problem(words.mark_of(key), words.path_of(key), message, "Choose another name.")


def _classes(message: MessageSpec) -> Iterator[Problem]:
    elements: SpecMapping
    seen: dict[str, SpecMapping] = {}
    for document in message.documents.values():
        for elements in document.get("elements", ()):
            for key in ("class", "role"):
                first = seen.setdefault(f"{key} {elements[key]}", elements)
                if first is not elements:
                    mark = first.mark_of(key)
                    why = f"is the {key} of another element, in {mark.file}:{mark.line}"
                    yield _taken(elements[key], elements, key, why)
            name = elements["class"]
            if name in IMPORTED or keyword.iskeyword(name) or hasattr(builtins, name):
                yield _taken(name, elements, "class", "is taken")


def _names(found: ClassSpec) -> Iterator[Problem]:
    seen: set[str] = set()
    roles: set[str] = set()
    for field in found.fields:
        if field.name in seen:
            yield _taken(field.name, field.words, "name", "is the name of two fields")
        elif field.name in MEMBERS or keyword.iskeyword(field.name):
            yield _taken(field.name, field.words, "name", "is taken: every class has it")
        elif field.name in TYPE_NAMES:
            why = "is what the generated classes are written with"
            yield _taken(field.name, field.words, "name", why)
        if field.role in roles:
            yield _taken(field.role, field.words, "role", "is the role of two fields")
        if field.words.get("role") == f"{found.cls.ROLE}.{field.name}":
            message = f"the role {field.role!r} follows from the class and the name"
            yield at(field, "role", message, "Leave it out.")
        seen.add(field.name)
        roles.add(field.role)


def _paths(found: ClassSpec) -> Iterator[Problem]:
    """Elements of fields must not contain others, and the children of an element must be
    adjacent."""
    paths = [field.steps for field in found.fields]
    for place, field in enumerate(found.fields):
        steps = field.steps
        if steps in paths[:place]:
            yield at(field, "path", f"{field.path} is the path of two fields", "Keep one of them.")
        for other in paths:
            if other != steps and other[: len(steps)] == steps:
                message = f"{field.path} is a field, but contains the field {'/'.join(other)}"
                yield at(field, "path", message, "Give the path of the element that has the text.")
    yield from _apart(found, list(found.fields), 0)


def _apart(found: ClassSpec, fields: Sequence[ElementSpec], depth: int) -> Iterator[Problem]:
    seen: set[str] = set()
    longer = [field for field in fields if len(field.steps) > depth]
    for step, group in groupby(longer, key=lambda field: field.steps[depth]):
        together = list(group)
        if step in seen:
            message = f"{step} appears a second time: the fields between are not in it"
            yield at(together[0], "path", message, "Put the fields of one element together.")
        seen.add(step)
        yield from _apart(found, together, depth + 1)


def _by_name(found: ClassSpec) -> Iterator[Problem]:
    names = [field.name for field in found.fields]
    for key in ("meanings", "notes", "values"):
        said: SpecMapping = found.words.get(key, SpecMapping())
        for name in said:
            if name not in names:
                message = f"there is no field {name!r}"
                problem = unknown(said, name, message, names, near=name)
                yield Problem(said.key_mark(name), problem.path, message, problem.advice)
    for field in found.fields:
        if not field.meaning:
            message = f"`{field.name}` has no meaning"
            yield at(field, "name", message, "Add it to `meanings`, below the fields.")


def _field(field: ElementSpec, found: ClassSpec) -> Iterator[Problem]:
    if field.personal and field.personal_unless:
        message = "`personal` and `personal_unless` contradict each other"
        yield at(field, "personal", message, "Keep one of the two.")
    others = {other.name: other for other in found.fields}
    for name, roles in field.personal_unless.items():
        words: SpecMapping = field.words["personal_unless"]
        if name not in others:
            yield unknown(words, name, f"there is no field {name!r}", others, near=name)
            continue
        known = [value.role for value in others[name].values if value.role]
        for role in roles:
            if role not in known:
                message = f"no value of {name} has the role {role!r}"
                yield unknown(words, name, message, known, near=role)
    if field.key and not field.has_text:
        message = f"a field of the kind {field.kind.NAME} cannot be a key"
        yield at(field, "key", message, "Mark a field with a text, or leave it out.")
    if field.default:
        try:
            field.kind.value(field.default)
        except (NotImplementedError, ValueError):
            message = f"{field.default!r} is not a value of the kind {field.kind.NAME}"
            yield at(field, "default", message, "Correct it, or leave it out.")
    known_values = [value.value for value in field.values]
    if field.default and known_values and field.default not in known_values:
        message = f"the default {field.default!r} is not a known value"
        yield unknown(field.words, "default", message, known_values)
    if "items" in field.words and not field.is_repeated:
        message = f"a field of the kind {field.kind.NAME} has no items"
        yield at(field, "items", message, "Leave it out, or make the kind `items`.")
    seen: set[str] = set()
    for value in field.values:
        if value.value in seen:
            message = f"the value {value.value!r} appears twice"
            yield at(field, "name", message, "Keep one of them.")
        seen.add(value.value)


def _references(message: MessageSpec) -> Iterator[Problem]:
    """A field must refer to the role of a field that refers to nothing itself."""
    fields = [field for found in message.classes for field in found.fields]
    known = {field.role: field for field in fields}
    for field in fields:
        role = field.refers_to
        if role and role not in known:
            yield unknown(field.words, "refers_to", f"no field has the role {role!r}", known)
        elif role and known[role].refers_to:
            text = f"{role!r} refers to another field itself"
            yield at(field, "refers_to", text, f"Refer to {known[role].refers_to}.")


def _blocks(message: MessageSpec) -> Iterator[Problem]:
    names = [found.name for found in message.classes]
    held = {f.words.get("items") for found in message.classes for f in found.fields}
    for block in message.blocks:
        if block.holds not in names:
            yield unknown(block.words, "holds", f"there is no class {block.holds!r}", names)
        held.add(block.holds)
    free = [found for found in message.classes if found.name not in held]
    if not free:
        text = "no class is the header: each is contained in another"
        yield Problem(message.words.mark, "elements", text, "Add the element of the header.")
    for found in free[1:]:
        text = f"neither a block nor another class contains {found.name}"
        yield at(found, "class", text, "Name it under `holds` or `items`, or remove it.")


def _file_name(message: MessageSpec) -> Iterator[Problem]:
    name = message.file_name
    pattern = "".join(part.pattern for part in name.parts)
    if re.fullmatch(pattern, name.example, re.IGNORECASE) is None:
        text = f"{name.example} does not have these parts"
        yield at(name, "example", text, "Correct the example or the parts.")
    header = message.header
    known = [field.role for field in header.fields] if header is not None else []
    for words in name.words["parts"]:
        if "is" in words and words["is"] not in known:
            text = f"the header has no field of the role {words['is']!r}"
            yield unknown(words, "is", text, known)


def _roles(message: MessageSpec) -> Iterator[Problem]:
    """All roles that program logic needs must be there."""
    all_needs()
    for need in declared_message_needs():
        found = next((c for c in message.classes if need.view == c.cls.ROLE), None)
        if found is None:
            text = f"no class has the role {need.view!r}, which {need.work} needs"
            yield Problem(message.words.mark, "elements", text, "Give it to the class that it is.")
        else:
            yield from _lacking(found, need)


def _lacking(found: ClassSpec, need: MessageNeed) -> Iterator[Problem]:
    fields = {field.role: field for field in found.fields}
    for role in need.fields:
        if role not in fields:
            text = f"{found.name} has no field of the role {role!r}, which {need.work} needs"
            yield at(found, "fields", text, "Give it to the field that it is.")
    for role, value in need.values:
        field = fields.get(role)
        if field is not None and field.value_of_role(value) is None:
            text = f"no value has the role {value!r}, which {need.work} needs"
            yield at(field, "name", text, "Give it to the value that it is, under `values`.")


def _rules(message: MessageSpec) -> Iterator[Problem]:
    held = {rule_id: found for found in implemented() for rule_id in found.ids}
    listed: set[str] = set()
    for rule in message.rules:
        if rule.id in listed:
            yield at(rule, "id", f"the rule {rule.id} appears twice", "Remove one of them.")
        elif rule.id not in held:
            text = f"nothing implements the rule {rule.id}"
            yield at(rule, "id", text, "Register code for it, or remove it.")
        listed.add(rule.id)
    for rule_id in sorted(held):
        if rule_id.startswith(SCOPE) and rule_id not in listed:
            text = f"the rule {rule_id} is implemented, and not in the catalogue"
            yield Problem(message.words.mark, "rules", text, "Add it, or remove the code.")
