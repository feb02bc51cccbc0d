"""Names of fields, classes and constants: valid in Python, and not used by the runtime."""

from __future__ import annotations

import builtins
import keyword
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.lint.walk import at, owners
from generator.load.nodes import Problem
from generator.resolve.fields import FieldSpec, LayoutSpec, every_field
from generator.resolve.kinds import class_name_of_kind, imported_by_templates, names_of_kinds
from generator.resolve.model import RecordSpec, VersionSpec
from generator.runtime.core import kinds
from generator.runtime.core.parts import Part
from generator.runtime.core.records import Record as RuntimeRecord

EMITTED = ("build", "replace")
BESIDE = ("Changes", "Values")
"""The endings of the typed dictionaries that belong to a class."""

RECORD_MEMBERS = frozenset((*dir(RuntimeRecord), *EMITTED))
PART_MEMBERS = frozenset((*dir(Part), *EMITTED))
"""The members that every record, and every part of one, has already."""

KIND_TEMPLATES = Path(__file__).parents[2] / "templates" / "kinds"

TYPE_NAMES = imported_by_templates(KIND_TEMPLATES) | frozenset(
    {"bool", "classmethod", "int", "property", "str", "tuple"}
)
"""The names that generated classes use in annotations: a field of the same name would hide them."""

CONSTANTS = frozenset(
    {"CODE_LISTS", "FORMAT"} | {name for name in RECORD_MEMBERS if name.isupper()}
)
"""The names that generated modules and class bodies use."""

IMPORTED = frozenset(
    {
        "ClassVar",
        "Counts",
        "DataType",
        "Field",
        "FileStructure",
        "Format",
        "Iterable",
        "Mapping",
        "Division",
        "Move",
        "NameForm",
        "NamePart",
        "Occurs",
        "Part",
        "Place",
        "Record",
        "Self",
        "StructureRow",
        "TypedDict",
        "Unpack",
        *(class_name_of_kind(name) for name in names_of_kinds(kinds)),
    }
)
"""The names that the modules of a version import."""


NOT_ALIKE = "would not be the same here as in the record that is copied"


def name_problems(version: VersionSpec) -> Iterator[Problem]:
    """Duplicate names, names reserved by Python, and names used by the package."""
    yield from _field_names(version)
    yield from _class_names(version)
    yield from _classes_twice(version)
    yield from _constants(version)


def _is_named_by(version: VersionSpec, field: FieldSpec) -> bool:
    """Whether the field has its name from this version, and not from the one that is extended."""
    return PurePosixPath(field.words.mark_of("name").file).parent.name == version.folder


def _field_names(version: VersionSpec) -> Iterator[Problem]:
    for owner in owners(version):
        counted = Counter(f.name for f in owner.fields)
        for field in owner.fields:
            own = [f for f in owner.fields if _is_named_by(version, f) and f.name == field.name]
            if counted[field.name] > 1 and (field in own or not own):
                message = f"`{field.name}` appears {counted[field.name]} times in {owner.name}"
                yield at(field, "name", message, "Give each field its own name.")
            members = RECORD_MEMBERS if owner.is_record else PART_MEMBERS
            why = _field_name_taken(field.name, members)
            if why:
                yield at(field, "name", f"`{field.name}` {why}", "Choose another name.")
            taken = counted[field.formerly] or _field_name_taken(field.formerly, members)
            if field.formerly and taken:
                message = f"the former name `{field.formerly}` is in use"
                yield at(field, "formerly", message, "Remove it.")


def _field_name_taken(name: str, members: frozenset[str]) -> str:
    if keyword.iskeyword(name):
        return "is reserved by Python"
    if name in members:
        return "is a member of every record, or of every part"
    if name in ("cls", "self"):
        return "is how Python's methods call their owner"
    if name in TYPE_NAMES:
        return "is a name that the generated classes use"
    return ""


def _class_names(version: VersionSpec) -> Iterator[Problem]:
    lists = {codes.constant for codes in version.code_lists}
    names = {named.class_name for named in _classes(version)}
    beside = {f"{name}{ending}": name for name in names for ending in BESIDE}
    for named in _classes(version):
        name = named.class_name
        if name in beside:
            message = f"the class name {name} is taken by a class beside {beside[name]}"
            yield at(named, "class", message, "Choose another name.")
        elif name in IMPORTED | CONSTANTS or keyword.iskeyword(name) or hasattr(builtins, name):
            message = f"the class name {name} is taken"
            yield at(named, "class", message, "Choose another name.")
        elif name in lists:
            message = f"the class name {name} is the constant of a code list"
            yield at(named, "class", message, "Choose another name, such as one in small letters.")


def _classes(version: VersionSpec) -> Iterator[RecordSpec | LayoutSpec]:
    for record in version.records:
        yield record
        for field in every_field(record.fields):
            yield from field.layouts
    yield from version.shared_layouts


def _classes_twice(version: VersionSpec) -> Iterator[Problem]:
    """A class belongs to one record, or to one layout wherever that is copied; copies must be
    equal."""
    seen: dict[str, tuple[object, RecordSpec | LayoutSpec]] = {}
    for record in version.records:
        classes: list[RecordSpec | LayoutSpec] = [record]
        for field in every_field(record.fields):
            classes += field.layouts
        for named in classes:
            signature = named.key if isinstance(named, RecordSpec) else _signature(named)
            first, place = seen.setdefault(named.class_name, (signature, named))
            if first != signature:
                yield _twice(named, place, record)


def _signature(layout: LayoutSpec) -> object:
    """The properties that make two layouts one class: the module and, field by field, the spec."""
    fields = [(f.start, f.words.without("start")) for f in layout.class_fields]
    return layout.module, layout.repeated, fields


def _twice(
    named: RecordSpec | LayoutSpec, first: RecordSpec | LayoutSpec, record: RecordSpec
) -> Problem:
    name = named.class_name
    copied = named.words.mark == first.words.mark
    if copied and named.module != first.module:
        message = f"the class {name} would be in two modules, {first.module} and {named.module}"
        advice = f"Move the record to {first.module}.yaml, where the record that it copies is."
        return Problem(record.words.mark, record.words.path, message, advice)
    if copied:
        message = f"the class {name} {NOT_ALIKE}"
        advice = "Write the field out under `changed`, with classes of its own."
        return Problem(record.words.mark, record.words.path, message, advice)
    where = first.words.mark_of("class")
    message = f"there is a class {name} already, in {where.file}:{where.line}"
    return at(named, "class", message, "Give each its own name.")


def _constants(version: VersionSpec) -> Iterator[Problem]:
    lists = {codes.constant for codes in version.code_lists}
    patterns = set(_patterns(version))
    for codes in version.code_lists:
        if codes.constant in patterns:
            message = f"the name {codes.name} is taken by a pattern of the generated module"
            yield at(codes, "name", message, "Choose another name.")
        if codes.constant in CONSTANTS:
            message = f"the name {codes.name} is taken: every record has a {codes.constant}"
            if codes.constant not in RECORD_MEMBERS:
                message = f"the name {codes.name} is taken by the generated modules"
            yield at(codes, "name", message, "Choose another name.")
    for characters in version.character_sets:
        if characters.constant in lists:
            message = f"a code list is called {characters.constant.lower()} already"
            yield at(characters, "name", message, "Rename one of them.")


def _patterns(version: VersionSpec) -> Iterator[str]:
    """The constants for the patterns of lists and character sets."""
    for characters in version.character_sets:
        yield from characters.pattern_constants
    for record in version.records:
        for field in every_field(record.fields):
            for codes in field.code_lists:
                yield codes.pattern_constant(field.width)
            if field.starts_with is not None:
                yield field.starts_with.pattern_constant()
