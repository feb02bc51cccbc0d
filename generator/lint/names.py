"""Names: of fields, classes and modules, as Python and the runtime allow them."""

from __future__ import annotations

import builtins
import keyword
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.lint.walk import at, owners
from generator.model import Layout, Record, Version, class_name_of_kind, every_field, find_kinds
from generator.nodes import Problem
from generator.runtime.core import kinds
from generator.runtime.core.layouts import Part
from generator.runtime.core.records import Record as RuntimeRecord

EMITTED = ("build", "replace", "values")
RECORD_MEMBERS = frozenset((*dir(RuntimeRecord), *EMITTED))
PART_MEMBERS = frozenset((*dir(Part), *EMITTED))
"""What every record, and every part of one, has already."""

IMPORTED = {
    "ClassVar",
    "Counts",
    "Field",
    "Iterable",
    "Mapping",
    "Part",
    "Place",
    "Record",
    "Self",
    "Unchanged",
    *(class_name_of_kind(name) for name in find_kinds(kinds)),
}
"""What the module of a record imports."""

TAKEN_MODULES = ("codes", "rules")
"""Modules of a version that are made of other words."""


def name_problems(version: Version) -> Iterator[Problem]:
    """Names that stand twice, that Python reserves, or that the package has taken."""
    for owner in owners(version):
        counted = Counter(f.name for f in owner.fields)
        for field in owner.fields:
            if counted[field.name] > 1:
                message = f"`{field.name}` stands {counted[field.name]} times in {owner.name}"
                yield at(field, "name", message, "Give each field its own name.")
            members = RECORD_MEMBERS if owner.is_record else PART_MEMBERS
            why = _field_name_taken(field.name, members)
            if why:
                yield at(field, "name", f"`{field.name}` {why}", "Choose another name.")
    yield from _class_names(version)
    yield from _modules(version)
    yield from _constants(version)


def _field_name_taken(name: str, members: frozenset[str]) -> str:
    if keyword.iskeyword(name):
        return "is reserved by Python"
    if name in members:
        return "is a member of every record, or of every part"
    if name in ("cls", "self"):
        return "is what Python's methods call their owner"
    return ""


def _class_names(version: Version) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for owner in _classes(version):
        name = owner.class_name
        path = f"{owner.path}.class"
        if name in IMPORTED or keyword.iskeyword(name) or hasattr(builtins, name):
            message = f"the class name {name} is taken"
            yield Problem(owner.mark, path, message, "Choose another name.")
        if name in seen and seen[name] != owner.path:
            message = f"there are two classes {name}"
            yield Problem(owner.mark, path, message, "Give each its own name.")
        seen[name] = owner.path


def _classes(version: Version) -> Iterable[Record | Layout]:
    """Every record and layout that becomes a class; what `like` copies is one class."""
    classes: dict[str, Record | Layout] = {}
    for record in version.records:
        classes[f"{record.path} {record.key}"] = record
        for field in every_field(record.fields):
            for layout in field.layouts:
                classes[layout.path] = layout
    for layout in version.shared_layouts:
        classes[layout.path] = layout
    return classes.values()


def _modules(version: Version) -> Iterator[Problem]:
    for record in version.records:
        name = record.module
        if name in TAKEN_MODULES or not name.isidentifier() or keyword.iskeyword(name):
            message = f"records cannot stand in a file called {name}.yaml"
            yield Problem(record.mark, record.path, message, "Move them to another file.")


def _constants(version: Version) -> Iterator[Problem]:
    lists = {codes.constant for codes in version.code_lists}
    for characters in version.character_sets:
        if characters.constant in lists or characters.constant == "CODE_LISTS":
            message = f"a code list is called {characters.constant.lower()} already"
            yield Problem(characters.mark, characters.path, message, "Rename one of them.")
