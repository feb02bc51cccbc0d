"""Classes of records and their parts, prepared for their template."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import dataclass

from generator.emit import wording
from generator.emit.accept import accept_pieces
from generator.emit.patterns import named
from generator.emit.source import Imports, call, python
from generator.emit.templates import Templates
from generator.resolve.fields import FieldSpec, LayoutSpec, every_field
from generator.resolve.model import RecordSpec, VersionSpec
from generator.runtime.core.layouts import Layout
from generator.runtime.core.parts import Part
from generator.runtime.core.records import Record

APART = frozenset({"ACCEPT", "FIELDS", "RULES"})
"""Class variables that the template writes separately."""

FOLLOWING = frozenset({"END", "IDENTIFIED", "PERSONAL", "START"})
"""Class variables that the runtime derives from the fields."""


@dataclass(frozen=True, slots=True)
class Member:
    """A field with the code emitted for it.

    ``body`` is the body of its property, ``type`` its type; ``given`` is the argument type of
    `build` and `replace`, ``default`` the default of `build` (empty if required); ``plain`` is the
    type in `as_dict`.
    """

    name: str
    docstring: str
    type: str
    body: str
    given: str
    default: str
    plain: str
    readable: bool
    settable: bool
    formerly: str


@dataclass(frozen=True, slots=True)
class EmittedClass:
    """One class: ``variables`` are name, annotation and value; ``rows`` construct its fields;
    ``accept`` are the parts of its pattern, each with its field."""

    name: str
    base: str
    docstring: str
    variables: list[tuple[str, str, str]]
    rows: list[str]
    accept: list[tuple[str, str]]
    members: list[Member]

    @property
    def article(self) -> str:
        """`an` before a vowel, else `a`."""
        return "an" if self.name[0] in "AEIOU" else "a"

    @property
    def settable(self) -> list[Member]:
        """The fields that take a value."""
        return [member for member in self.members if member.settable]

    @property
    def formerly_given(self) -> list[Member]:
        """The fields that `build` also accepts by a former name; required ones need the current
        name."""
        return [member for member in self.settable if member.formerly and member.default]


@dataclass(frozen=True, slots=True)
class Module:
    """A generated module of records."""

    docstring: str
    classes: list[EmittedClass]
    imports: Imports


def module_of_records(version: VersionSpec, name: str, templates: Templates) -> Module:
    """The classes of one module of a version: parts of records first, then records."""
    imports = Imports()
    imports.add("typing", "Self", "TypedDict", "Unpack")
    imports.runtime("core.fields", "field_table")
    records = version.records_of(name)
    fields = [f for record in records for f in every_field(record.fields)]
    layouts = {layout.class_name: layout for f in fields for layout in f.layouts}
    for layout in layouts.values():
        if layout.module != name:
            imports.add(f".{layout.module}", *_names_of(layout))
    classes = [
        _of_layout(layout, templates, imports)
        for layout in layouts.values()
        if layout.module == name
    ]
    classes += [_of_record(record, templates, imports) for record in records]
    titles = ", ".join(record.title for record in records)
    docstring = wording.wrapped(f"{titles}: the records of version {version.version}.")
    return Module(docstring, classes, imports)


def _names_of(layout: LayoutSpec) -> list[str]:
    return [layout.class_name, f"{layout.class_name}Values"]


def _of_layout(layout: LayoutSpec, templates: Templates, imports: Imports) -> EmittedClass:
    imports.runtime("core.parts", "Part")
    return EmittedClass(
        name=layout.class_name,
        base="Part",
        docstring=wording.layout_docstring(layout),
        variables=_variables(layout.cls, Part, imports),
        rows=_rows(layout.class_fields, imports),
        accept=[],
        members=[_member(f, templates, imports) for f in layout.class_fields],
    )


def _of_record(record: RecordSpec, templates: Templates, imports: Imports) -> EmittedClass:
    imports.runtime("core.records", "Record")
    imports.add(".rules", "RULES")
    by_name = {field.name: field for field in record.fields}
    return EmittedClass(
        name=record.class_name,
        base="Record",
        docstring=wording.record_docstring(record),
        variables=[*_variables(record.cls, Record, imports), ("RULES", "", "RULES")],
        rows=_rows(record.fields, imports),
        accept=[
            (named(piece.pattern, [by_name[piece.about]], imports), piece.about)
            for piece in accept_pieces(record.fields)
        ],
        members=[_member(f, templates, imports) for f in record.fields],
    )


def _variables(
    cls: type[Layout], base: type[Layout], imports: Imports
) -> list[tuple[str, str, str]]:
    """The class variables that are not defaults, with an annotation if the value needs one."""
    found = []
    annotations = inspect.get_annotations(Layout) | inspect.get_annotations(base)
    for name, annotation in annotations.items():
        value = getattr(cls, name, None)
        if name[0] == "_" or not name.isupper() or name in APART | FOLLOWING:
            continue
        if value == getattr(base, name):
            continue
        mapping = isinstance(value, dict)
        if mapping:
            imports.add("typing", "ClassVar")
            imports.add("collections.abc", "Mapping")
        found.append((name, annotation if mapping else "", python(value, imports)))
    return found


def _rows(fields: Sequence[FieldSpec], imports: Imports) -> list[str]:
    """The calls that construct the fields, aligned in columns."""
    imports.runtime("core.fields", "Field")
    names = max(len(field.name) for field in fields) + 3
    starts = max(len(str(field.start)) for field in fields)
    widths = max(len(str(field.width)) for field in fields)
    rows = []
    for field in fields:
        without = ("name", "start", "width", *(("meaning",) if field.readable else ()))
        first = f'"{field.name}",'
        place = f"{first:<{names}} {field.start:>{starts}}, {field.width:>{widths}}"
        rest = call(field, imports, without).removeprefix("Field(")
        rows.append(f"Field({place}, {rest}")
    return rows


def _member(field: FieldSpec, templates: Templates, imports: Imports) -> Member:
    nothing = field.kind.NOTHING
    or_none = " | None" if nothing is None else ""
    emitted = templates.kind(field.kind_name)
    kind = emitted.type(field)
    default = python(field.kind.decode(field.default) if field.default else nothing, imports)
    for name in emitted.imports(field).split():
        module, _, imported = name.rpartition(".")
        if module:
            imports.add(module, imported)
        elif name.startswith("."):
            imports.runtime(f"core.kinds.{field.kind_name}", imported)
        else:
            imports.add(name)
    return Member(
        name=field.name,
        docstring=wording.wrapped(field.meaning, 88),
        type=f"{kind}{or_none}",
        body=emitted.body(field),
        given=emitted.given(field) + (or_none if field.optional else ""),
        default=default if field.optional else "",
        plain=f"{emitted.plain(field)}{or_none}",
        readable=field.readable,
        settable=field.settable,
        formerly=field.formerly,
    )
