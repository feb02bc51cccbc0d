"""The package: a copy of the runtime, and for each version modules of records, codes and rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.emit import wording
from generator.emit.banner import copied, source_of
from generator.emit.classes import module_of_records
from generator.emit.file_names import (
    file_names_docstring,
    forms_by_version,
    known_forms,
    name_parts,
)
from generator.emit.messages import message_files
from generator.emit.new_candidates import (
    FUNCTION,
    MODULE,
    new_candidates_files,
    record_of_candidates,
)
from generator.emit.patterns import pattern_constants
from generator.emit.source import Imports, arguments, call, python
from generator.emit.templates import Templates, docstring
from generator.resolve.fields import every_field
from generator.resolve.model import RecordSpec, RuleSpec, Spec, VersionSpec
from generator.runtime.core.formats import Format

PACKAGE = "jcq_formats"
NAMED = {"code_lists": "CODE_LISTS", "rules": "RULES"}
"""The parts of a format that are in a module of their own, with their names."""


def runtime_files(runtime: Path) -> Iterator[tuple[str, bytes]]:
    """The runtime, file by file, as it is in the package."""
    for path in sorted(runtime.rglob("*.py")):
        name = path.relative_to(runtime).as_posix()
        if name != "__init__.py":
            code = copied(f"generator/runtime/{name}", path.read_text("utf-8"))
            yield f"{PACKAGE}/{name}", code.encode()


def package_files(
    spec: Spec, templates: Templates, runtime: Path, package_version: str
) -> Iterator[tuple[str, bytes]]:
    """All modules of the package."""
    templates.register(
        {
            "docstring": docstring,
            "file_names_docstring": file_names_docstring,
            "name_parts": name_parts,
        }
    )
    yield from runtime_files(runtime)
    yield f"{PACKAGE}/py.typed", b""
    versions, newest = spec.versions, spec.newest
    yield templates.file(
        f"{PACKAGE}/__init__.py",
        "package/package.py.jinja",
        "spec/",
        versions=versions,
        newest=newest,
        new_candidates=any(map(record_of_candidates, versions)),
        messages=spec.messages,
        package_version=package_version,
    )
    for name, name_of in (("records", _class_name), ("by_role", _role_name)):
        found = unions(spec, name_of)
        target, template = f"{PACKAGE}/{name}.py", f"package/{name}_of_all.py.jinja"
        yield templates.file(target, template, "spec/", versions=versions, unions=found)
    imports = Imports(1)
    forms = known_forms(spec)
    yield templates.file(
        f"{PACKAGE}/file_name.py",
        "package/file_name.py.jinja",
        "spec/",
        forms=python(tuple(known.form for known in forms), imports),
        versions=python(forms_by_version(spec), imports),
        known=forms,
        imports=imports,
    )
    for version in versions:
        yield from _version_files(version, templates)
    for message in spec.messages:
        yield from message_files(message, templates, PACKAGE)
    yield from new_candidates_files(spec, templates, PACKAGE)


def _version_files(version: VersionSpec, templates: Templates) -> Iterator[tuple[str, bytes]]:
    package = f"{PACKAGE}/{version.folder}"
    imports = Imports()
    homes = {
        name: module
        for class_name, module in classes_of(version).items()
        for name in (class_name, f"{class_name}Changes", f"{class_name}Values")
    }
    for name, module in homes.items():
        imports.add(f".{module}", name)
    imports.add(".codes", "CODE_LISTS")
    imports.add(".rules", "RULES")
    imports.add(".", "codes")
    later = {FUNCTION: MODULE} if record_of_candidates(version) is not None else {}
    if later:
        imports.add("importlib")
        imports.add("typing", "TYPE_CHECKING", "Any")
    yield templates.file(
        f"{package}/__init__.py",
        "package/version.py.jinja",
        source_of(version, "format"),
        version=version,
        arguments=format_arguments(version.format, imports),
        exported=["FORMAT", *sorted(homes), "codes", *later],
        later=later,
        imports=imports,
    )
    imports = Imports()
    imports.runtime("core.codes", "CharacterSet", "CodeList")
    lists = [(c.constant, call(c, imports), wording.list_docstring(c)) for c in version.code_lists]
    sets = [
        (c.constant, call(c, imports), f"{c.meaning} Grade {c.grade}.")
        for c in version.character_sets
    ]
    yield templates.file(
        f"{package}/codes.py",
        "package/codes.py.jinja",
        source_of(version, "codes"),
        version=version,
        constants=[*lists, *sets],
        patterns=pattern_constants(version),
        imports=imports,
    )
    imports = Imports()
    yield templates.file(
        f"{package}/rules.py",
        "package/rules.py.jinja",
        source_of(version, "rules"),
        version=version,
        rules=[_rule(rule, imports) for rule in version.rules],
        imports=imports,
    )
    for name in version.modules:
        yield templates.file(
            f"{package}/{name}.py",
            "package/records.py.jinja",
            source_of(version, name),
            module=module_of_records(version, name, templates),
        )


def _rule(rule: RuleSpec, imports: Imports) -> list[str]:
    """The call that constructs a rule: one line for its facts, then one for each of its texts."""
    imports.runtime("core.issues", "Rule")
    *what, meaning, why, do = arguments(rule, imports)
    texts = [f"     {name}={said}," for name, said in (meaning, why, do)]
    return [f"Rule({', '.join(said for _, said in what)},", *texts, "),"]


def classes_of(version: VersionSpec) -> dict[str, str]:
    """All classes of a version, with their modules."""
    homes: dict[str, str] = {}
    for record in version.records:
        homes[record.class_name] = record.module
        for field in every_field(record.fields):
            homes |= {layout.class_name: layout.module for layout in field.layouts}
    return homes


def format_arguments(form: Format, imports: Imports) -> list[tuple[str, str]]:
    """The arguments of a version's `Format`, as Python; parts in other modules are named."""
    imports.runtime("core.formats", "Format")
    return [*arguments(form, imports, NAMED), *NAMED.items()]


def unions(spec: Spec, name_of: Callable[[RecordSpec], str]) -> dict[str, list[str]]:
    """The classes of all versions by a shared name, newer versions first."""
    found: dict[str, list[str]] = {}
    for version in reversed(spec.versions):
        for record in version.records:
            if name := name_of(record):
                found.setdefault(name, []).append(f"{version.folder}.{record.class_name}")
    return dict(sorted(found.items()))


def _class_name(record: RecordSpec) -> str:
    return record.class_name


def _role_name(record: RecordSpec) -> str:
    """`FileHeader` for the role file_header."""
    return "".join(word.capitalize() for word in record.role.split("_"))
