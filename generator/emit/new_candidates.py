"""New candidates: a function for each version, whose parameters are the fields of its record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.emit import wording
from generator.emit.banner import source_of
from generator.emit.source import Imports, python
from generator.emit.templates import Templates
from generator.resolve.fields import FieldSpec, every_field
from generator.resolve.model import RecordSpec, Spec, VersionSpec
from generator.runtime.exams.entries import ITEMS
from generator.runtime.exams.sequences import SENT_FIRST

MODULE = "new_candidates"
FUNCTION = "new_candidate"

ENTRIES = "Any number of entries: codes, or items with all that an item can hold."


@dataclass(frozen=True, slots=True)
class Parameter:
    """A field as a parameter; ``default`` is empty if it is required, ``formerly`` is its former
    name if it is optional."""

    name: str
    type: str
    default: str
    meaning: str
    formerly: str = ""


def record_of_candidates(version: VersionSpec) -> RecordSpec | None:
    """The record that contains a candidate with the group of entries, or None."""
    for record in version.records:
        if record.role == SENT_FIRST and any(field.role == ITEMS for field in record.fields):
            return record
    return None


def new_candidates_files(
    spec: Spec, templates: Templates, package: str
) -> Iterator[tuple[str, bytes]]:
    """The module of each version that has such a record, and the shared one."""
    found = [(v, record) for v in spec.versions if (record := record_of_candidates(v)) is not None]
    for version, record in found:
        imports = Imports()
        imports.runtime("exams.candidates", "Candidate", "candidate_of")
        parameters = [_parameter(f, templates, imports) for f in record.fields if f.settable]
        yield templates.file(
            f"{package}/{version.folder}/{MODULE}.py",
            f"package/{MODULE}.py.jinja",
            source_of(version, record.module),
            version=version,
            record=record,
            parameters=parameters,
            imports=imports,
        )
    if found:
        imports = Imports(1)
        imports.add("typing", "TYPE_CHECKING", "TypedDict", "Unpack")
        imports.runtime("exams.candidates", "Candidate", "candidate_of")
        imports.runtime("exams.in_force", "version_wanted")
        yield templates.file(
            f"{package}/{MODULE}.py",
            f"package/{MODULE}_of_all.py.jinja",
            "spec/",
            versions=[version for version, _ in found],
            fields=_fields_of_all(found, templates, imports),
            imports=imports,
        )


def _parameter(field: FieldSpec, templates: Templates, imports: Imports) -> Parameter:
    """A field as a parameter; entries may be given as codes as well."""
    emitted = templates.kind(field.kind_name)
    given = emitted.given(field)
    for layout in field.layouts:
        imports.add(f".{layout.module}", layout.class_name)
    for name in emitted.imports(field).split():
        module, _, imported = name.rpartition(".")
        if module:
            imports.add(module, imported)
        elif not name.startswith("."):
            imports.add(name)
    nothing = field.kind.NOTHING
    default = python(field.kind.decode(field.default) if field.default else nothing, imports)
    if field.role == ITEMS:
        imports.add("collections.abc", "Iterable")
        imports.runtime("exams.entries", "OptionEntry")
        items = " | ".join(layout.class_name for layout in field.layouts)
        return Parameter(
            field.name, f"Iterable[str | OptionEntry | {items}]", "()", f"{field.name}: {ENTRIES}"
        )
    or_none = " | None" if field.optional and nothing is None else ""
    default = default if field.optional else ""
    meaning = wording.wrapped(f"{field.name}: {field.meaning}", 92).replace("\n", "\n    ")
    formerly = field.formerly if default else ""
    return Parameter(field.name, f"{given}{or_none}", default, meaning, formerly)


def _fields_of_all(
    found: list[tuple[VersionSpec, RecordSpec]], templates: Templates, imports: Imports
) -> list[tuple[str, str]]:
    """The fields of all versions, with their types; one that every version requires is required."""
    types: dict[str, dict[str, None]] = {}
    needed: dict[str, int] = {}
    for version, record in found:
        own = Imports(1)
        for field in (field for field in record.fields if field.settable):
            parameter = _parameter(field, templates, own)
            said = parameter.type
            for layout in {f.class_name for x in every_field([field]) for f in x.layouts}:
                said = re.sub(rf"\b{layout}\b", f"{version.folder}.{layout}", said)
            for name in filter(None, (field.name, parameter.formerly)):
                types.setdefault(name, {})[said] = None
            needed[field.name] = needed.get(field.name, 0) + (not parameter.default)
        modules = {f".{layout.module}" for f in every_field(record.fields) for layout in f.layouts}
        for module, names in own.names.items():
            if module not in modules:
                imports.add(module, *names)
    fields = []
    for name, of_versions in types.items():
        union = " | ".join(of_versions)
        required = needed.get(name) == len(found)
        fields.append((name, f"Required[{union}]" if required else union))
        if required:
            imports.add("typing", "Required")
    return fields
