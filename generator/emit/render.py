"""The model as files: Jinja2, then black. The only module that touches `templates/`.

Templates decide nothing: what they say is asked of the model, through the filters below.
"""

from __future__ import annotations

import functools
import itertools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import black
import jinja2

from generator.diff.sections import sections
from generator.emit import wording
from generator.emit.accept import Piece, accept_pieces
from generator.emit.imports import without_unused_imports
from generator.emit.json_schema import record_schema
from generator.emit.kaitai import file_ksy, file_name, record_ksy, record_name
from generator.emit.kit import kit
from generator.emit.sharing import share
from generator.emit.spec_json import spec_json
from generator.resolve.model import (
    CharacterSet,
    CodeList,
    Field,
    Layout,
    Move,
    NamePart,
    Origin,
    Record,
    Spec,
    Version,
    class_name_of_kind,
    every_field,
)

LINE_LENGTH = 100
COPIED = "# Copied from {} by `make generate`; edit that, not this.\n"
GENERATED = "# Generated from {} by `make generate`; edit that, not this.\n"
GENERATED_CODE = "// Generated from {} by `make generate`; edit that, not this.\n"
GENERATED_PAGE = "<!-- Generated from {} by `make generate`; edit that, not this. -->\n"
HARNESSES = ("Kit.cs", "Kit.java")
"""What runs the kit for other languages, with a reader of one record as an example."""

LINE_ENDS = {"CRLF": "\r\n", "LF": "\n"}


@dataclass(frozen=True, slots=True)
class Module:
    """A generated module of records."""

    name: str
    title: str
    records: list[Record]
    parts: list[Layout]
    all_parts: list[Layout]
    imports: list[str]
    identifiers: list[str]

    @property
    def class_names(self) -> list[str]:
        """Every class of the module."""
        return [p.class_name for p in self.parts] + [r.class_name for r in self.records]


def render(
    spec: Spec, templates: Path, runtime: Path, tests: Path, package_version: str
) -> dict[str, bytes]:
    """Every file below `generated/`: its path there, and its bytes.

    ``tests`` has the case files that other languages are given too.
    """
    environment = _environment(templates)
    kinds = {
        path.stem: environment.get_template(f"kinds/{path.name}").module
        for path in sorted((templates / "kinds").glob("*.jinja"))
    }
    files = dict(_copied(runtime))
    share(spec)

    def add(target: str, template: str, source: str, **about: Any) -> None:
        text = environment.get_template(template).render(kinds=kinds, **about)
        files[target] = _finished(target, text, source)

    versions = spec.versions
    newest = spec.newest
    add(
        "jcq_formats/__init__.py",
        "package/package.py.jinja",
        "spec/",
        versions=versions,
        newest=newest,
        package_version=package_version,
    )
    add(
        "jcq_formats/file_name.py",
        "package/file_name.py.jinja",
        _at(newest, "format"),
        version=newest,
    )
    files["jcq_formats/py.typed"] = b""
    files["jcq_formats/spec.json"] = spec_json(spec)
    for name, data in kit(files["jcq_formats/spec.json"], tests):
        files[f"conformance/{name}"] = data
    example = next(filter(_is_plain, newest.records), None)
    add(
        "conformance/README.md",
        "conformance/README.md.jinja",
        "spec/",
        versions=versions,
        newest=newest,
        example=example,
    )
    if example is not None:
        for name in HARNESSES:
            about = _of_plain(example)
            add(f"conformance/{name}", f"conformance/{name}.jinja", "spec/", **about)
    add("tests/conftest.py", "tests/conftest.py.jinja", "spec/")
    add("tests/laws.py", "tests/laws.py.jinja", "spec/")
    add("docs/README.md", "docs/index.md.jinja", "spec/", versions=versions, newest=newest)
    add("docs/sources.md", "docs/sources.md.jinja", "spec/sources.yaml", sources=spec.sources)
    for version in versions:
        _add_version(version, kinds, add, files)
    for old, new in itertools.pairwise(versions):
        target = f"docs/changes-{old.version}-{new.version}.md"
        add(target, "docs/changes.md.jinja", "spec/", **_changes(old, new))
    return dict(sorted(files.items()))


def _is_plain(record: Record) -> bool:
    """Whether it holds texts of one set alone, which must be there: a few lines in any language."""
    texts = [f for f in record.fields if f.settable]
    sets = {f.character_set.name if f.character_set else "" for f in texts}
    more = [
        (f.blank, f.blank_when, f.filled_when, f.none, f.forbidden, f.starts_with, f.identifier)
        for f in texts
    ]
    whole = set(record.lengths.values()) == {record.end}
    return whole and len(sets) == 1 and "" not in sets and not any(map(any, more))


def _of_plain(record: Record) -> dict[str, Any]:
    texts = [f for f in record.fields if f.settable]
    return {
        "record": record,
        "texts": texts,
        "literals": [f for f in record.fields if f.readable and not f.settable],
        "blanks": [f for f in record.fields if not f.readable],
        "characters": next(f.character_set.characters for f in texts if f.character_set),
    }


def render_changes(old: Version, new: Version, templates: Path) -> str:
    """What changed between two versions, as Markdown."""
    template = _environment(templates).get_template("docs/changes.md.jinja")
    return _page(template.render(**_changes(old, new)))


def _changes(old: Version, new: Version) -> dict[str, Any]:
    return {"old": old, "new": new, "sections": sections(old, new)}


def _add_version(
    version: Version, kinds: dict[str, Any], add: Callable[..., None], files: dict[str, bytes]
) -> None:
    package, docs = f"jcq_formats/{version.folder}", f"docs/{version.folder}"
    homes = _homes(version)
    exported = ["FORMAT", *sorted(homes), "codes"]
    about: dict[str, Any] = {"version": version, "imports": _grouped(homes), "exported": exported}
    add(f"{package}/__init__.py", "package/version.py.jinja", _at(version, "format"), **about)
    add(f"{package}/codes.py", "package/codes.py.jinja", _at(version, "codes"), version=version)
    add(f"{package}/rules.py", "package/rules.py.jinja", _at(version, "rules"), version=version)
    for name in version.modules:
        source = _at(version, name)
        own = version.own_records_of(name)
        if own:
            about = {"version": version, "module": _module(version, name, own, kinds)}
            add(f"{package}/{name}.py", "package/records.py.jinja", source, **about)
        tested = [record for record in own if record.origin is None]
        if tested:
            about = {"version": version, "module": _module(version, name, tested, kinds)}
            target = f"tests/test_{version.folder}_{name}.py"
            add(target, "tests/test_records.py.jinja", source, **about)
        for record in version.records_of(name):
            files[f"json-schema/{version.folder}/{record.key}.json"] = record_schema(
                version, record
            )
            ksy = f"kaitai/{record_name(version, record)}.ksy"
            files[ksy] = record_ksy(version, record)
            page = f"{docs}/{record.key}.md"
            add(page, "docs/record.md.jinja", source, version=version, record=record)
    files[f"kaitai/{file_name(version)}.ksy"] = file_ksy(version)
    target = f"tests/test_{version.folder}_files.py"
    add(target, "tests/test_files.py.jinja", _at(version, "format"), version=version)
    for page, source in (("codes", "codes"), ("rules", "rules"), ("open", "format")):
        add(f"{docs}/{page}.md", f"docs/{page}.md.jinja", _at(version, source), version=version)


def _at(version: Version, name: str) -> str:
    """Where what is emitted was said; a version that extends another says it all together."""
    return f"spec/{version.folder}/{'' if version.extends else f'{name}.yaml'}"


def _homes(version: Version) -> dict[str, str]:
    """Every class of a version, and the module that it stands in."""
    homes: dict[str, str] = {}
    for record in version.records:
        shared = record.origin if record.is_shared else None
        homes[record.class_name] = _home(record.module, shared)
        for field in every_field(record.fields):
            for layout in field.layouts:
                homes[layout.class_name] = _home(layout.module, layout.origin)
    return homes


def _home(module: str, origin: Origin[Any] | None) -> str:
    return f".{module}" if origin is None else f"..{origin.folder}.{origin.of.module}"


def _grouped(homes: dict[str, str]) -> list[str]:
    """The imports of these names from their modules."""
    by_module: dict[str, list[str]] = {}
    for name, module in homes.items():
        by_module.setdefault(module, []).append(name)
    return [f"from {module} import {', '.join(names)}" for module, names in by_module.items()]


def _module(version: Version, name: str, records: list[Record], kinds: dict[str, Any]) -> Module:
    fields = [f for record in records for f in every_field(record.fields)]
    parts = {layout.class_name: layout for f in fields for layout in f.layouts}
    own = [p for p in parts.values() if p.module == name and p.origin is None]
    title = f"{', '.join(r.title for r in records)}: the records of version {version.version}."
    return Module(
        name=name,
        title=title,
        records=records,
        parts=own,
        all_parts=list(parts.values()),
        imports=[*_imports(fields, list(parts.values()), name, kinds), *_origins(records)],
        identifiers=sorted({f.identifier for f in fields if f.identifier}),
    )


def _imports(
    fields: list[Field], parts: list[Layout], module: str, kinds: dict[str, Any]
) -> list[str]:
    """The imports of a module of records, as its fields need them."""
    names: dict[str, set[str]] = {
        "..core.fields": {"Counts", "Field", "field_table"},
        "..core.formats": {"Place"},
        "..core.layouts": {"UNCHANGED", "Part", "Unchanged"},
        "..core.kinds.kind": {"are_texts"},
        "..core.records": {"Record"},
        ".rules": {"RULES"},
    }
    for f in fields:
        kind = names.setdefault(f"..core.kinds.{f.kind}", set())
        kind.add(class_name_of_kind(f.kind))
        characters = f.character_set if f.takes("characters") else None
        lists = (f.code_list, f.starts_with, f.special, characters)
        names.setdefault(".codes", set()).update(x.constant for x in lists if x is not None)
        kind.update(kinds[f.kind].imports(f).split())
        if f.identifier:
            names.setdefault("..identifiers", set()).add(f.identifier)
    for part in parts:
        home = _home(part.module, part.origin)
        if home != f".{module}":
            names.setdefault(home, set()).add(part.class_name)
    return [
        f"from {origin} import {', '.join(sorted(wanted, key=_import_order))}"
        for origin, wanted in sorted(names.items(), key=lambda item: item[0].replace("..", " "))
        if wanted
    ]


def _origins(records: list[Record]) -> list[str]:
    """The imports of the modules that hold what records are variations of."""
    found = {(r.origin.folder, r.origin.of.module): r for r in records if r.origin is not None}
    return [
        f"from ..{folder} import {module} as {_origin_alias(record)}"
        for (folder, module), record in sorted(found.items())
    ]


def _origin_alias(record: Record) -> str:
    """What a module calls the module of what a record is a variation of."""
    assert record.origin is not None
    return f"{record.origin.folder}_{record.origin.of.module}"


def _variations(record: Record) -> list[tuple[str, str, str]]:
    """The class variables that say something else than those of what it is a variation of."""
    assert record.origin is not None
    other = record.origin.of
    pairs: list[tuple[str, str, Any, Any]] = [
        ("ROLE", "", record.role, other.role),
        ("TITLE", "", record.title, other.title),
        ("GRADE", "", record.grade, other.grade),
        (
            "GRADE_BY_DATA_TYPE",
            "ClassVar[Mapping[str, str]]",
            record.grade_by_data_type,
            other.grade_by_data_type,
        ),
        ("LENGTHS", "ClassVar[Mapping[str, int]]", record.lengths, other.lengths),
    ]
    different = [(name, kind, repr(own)) for name, kind, own, others in pairs if own != others]
    return [*different, ("RULES", "", "RULES")]


def _import_order(name: str) -> tuple[int, str]:
    """Constants, classes, functions: as isort has it."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name


def _copied(runtime: Path) -> Iterator[tuple[str, bytes]]:
    """The runtime, file by file, as the package has it."""
    for path in sorted(runtime.rglob("*.py")):
        name = path.relative_to(runtime).as_posix()
        if name == "__init__.py":
            continue
        banner = COPIED.format(f"generator/runtime/{name}")
        yield f"jcq_formats/{name}", (banner + path.read_text("utf-8")).encode()


def _finished(target: str, text: str, source: str) -> bytes:
    """The text under its banner; Python goes through black."""
    if target.endswith(".py"):
        return _formatted(GENERATED.format(source) + without_unused_imports(text)).encode()
    banner = GENERATED_PAGE if target.endswith(".md") else GENERATED_CODE
    return f"{banner.format(source)}\n{_page(text)}".encode()


def _page(text: str) -> str:
    """Markdown without the blank lines that templates leave."""
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


@functools.cache
def _formatted(code: str) -> str:
    """The code as black has it; whoever renders again and again waits only for what differs."""
    mode = black.Mode(line_length=LINE_LENGTH, target_versions={black.mode.TargetVersion.PY311})
    return black.format_str(code, mode=mode)


def _environment(templates: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    environment.filters.update(FILTERS)
    return environment


def _docstring(text: str, indent: int) -> str:
    quoted = text.replace("\\", "\\\\").replace('"""', r"\"\"\"")
    if "\n" in quoted:
        quoted += "\n"
    lines = f'"""{quoted}"""'.split("\n")
    return "\n".join(" " * indent + line if line else "" for line in lines)


def _raw_quoted(pattern: str) -> str:
    return f'r"{pattern}"' if '"' not in pattern and not pattern.endswith("\\") else repr(pattern)


def _in_format(text: str) -> str:
    """Text as it stands within the double quotes of an f-string."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("{", "{{").replace("}", "}}")


def _field_arguments(field: Field) -> list[tuple[str, str]]:
    """The arguments of a field's constructor behind its kind, where they are not the default."""
    values: list[tuple[str, Any]] = [
        ("meaning", field.meaning),
        ("role", field.role),
        ("grade", field.own_grade),
        ("blank", field.blank),
        ("blank_when", field.blank_when),
        ("filled_when", field.filled_when),
        ("condition_rules", field.condition_rules),
        ("none", field.none),
        ("forbidden", field.forbidden),
        ("default", field.default),
        ("key", field.key),
        ("refers_to", field.refers_to),
        ("wildcard", field.wildcard),
        ("agrees", field.agrees),
        ("personal", field.personal),
    ]
    arguments = [(name, repr(value)) for name, value in values if value]
    if field.counts:
        counts = field.counts
        zero_allowed = tuple(counts.get("zero_allowed", ()))
        matching = counts.get("matching", "")
        call = f"Counts({counts['what']!r}, {counts['in']!r}, {matching!r}, {zero_allowed!r})"
        arguments.append(("counts", call))
    if field.identifier:
        arguments.append(("identifier", field.identifier))
    if field.special:
        arguments.append(("special", field.special.constant))
    return arguments


def _name_part_arguments(part: NamePart) -> list[tuple[str, str]]:
    values: list[tuple[str, Any]] = [
        ("width", part.width),
        ("literal", part.literal),
        ("part", part.part),
        ("digits", part.digits),
        ("agrees_with", part.agrees_with),
        ("last", part.last),
    ]
    return [(name, repr(value)) for name, value in values if value]


def _name_parts(version: Version) -> list[dict[str, str]]:
    """The named parts of all file names, each with its columns form by form."""
    columns: dict[str, list[str]] = {}
    for form in version.file_names:
        position = 1
        for part in form.parts:
            end = position + part.width - 1
            if part.part:
                where = str(position) if end == position else f"{position}-{end}"
                columns.setdefault(part.part, []).append(f"{form.name} {where}")
            position = end + 1
    return [
        {"name": name, "columns": f"Columns by form of name: {', '.join(where)}"}
        for name, where in columns.items()
    ]


def _default_value(field: Field) -> str:
    """The default of a field of `build` as Python; empty where it is the kind's own nothing."""
    if field.default is None or field.kind_object is None:
        return ""
    return repr(field.kind_object.decode(field.default))


def _personal_columns(record: Record) -> tuple[tuple[int, int], ...]:
    """The columns of personal data; all of a group or variant that holds any."""
    return tuple(
        (f.start, f.end)
        for f in record.fields
        if any(nested.personal for nested in every_field([f]))
    )


def _identified_columns(record: Record) -> str:
    """The columns of identifiers, with the modules that check them, as Python; empty without."""
    found = [f"({f.start}, {f.end}, {f.identifier})" for f in record.fields if f.identifier]
    return f"({', '.join(found)},)" if found else ""


def _independent(fields: list[Field]) -> list[str]:
    """The names of the fields that can be changed whatever the others hold."""
    tied = {f.chooser for f in fields} | {f.name for f in fields if f.chooser}
    for f in fields:
        if f.blank_when or f.filled_when:
            tied |= {f.name, *f.blank_when, *f.filled_when}
    return [f.name for f in fields if f.settable and f.name not in tied]


def _moves(version: Version) -> list[tuple[str, list[Move]]]:
    return [(record.key, record.moves) for record in version.records if record.moves]


def _open_data_types(version: Version) -> list[tuple[str, str]]:
    return [(item.name, item.why) for item in version.left_open if item.what == "data_type"]


def _list_names(version: Version) -> list[str]:
    """The names that the module of codes gives."""
    named: list[CodeList | CharacterSet] = [*version.code_lists, *version.character_sets]
    return sorted(["CODE_LISTS", *(item.constant for item in named)])


def _shared_lists(version: Version) -> list[str]:
    """The imports of code lists and character sets that stand in another version."""
    named: list[CodeList | CharacterSet] = [*version.code_lists, *version.character_sets]
    return _grouped({x.constant: f"..{x.origin.folder}.codes" for x in named if x.origin})


def _line_ends(version: Version) -> list[tuple[str, str]]:
    """Every line end that is read, with the rule that it breaks; none for the version's own."""
    own = LINE_ENDS[version.line_end]
    return [(end, "" if end == own else "file.line-end") for end in ("\r\n", "\n", "\r")]


def _spelled_by(codes: CodeList) -> list[tuple[str, str]]:
    return [(code.code, code.spelled_by) for code in codes.codes if code.spelled_by]


def _stands_for(codes: CodeList) -> list[tuple[str, tuple[str, ...]]]:
    return [(code.code, code.stands_for) for code in codes.codes if code.stands_for]


def _accepted(record: Record) -> list[Piece]:
    return accept_pieces(record.fields)


def _cell(text: str) -> str:
    """Text that is safe in a cell of a Markdown table."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("\n", " ")


FILTERS: dict[str, Callable[..., Any]] = {
    "accept_pieces": _accepted,
    "cell": _cell,
    "conditions": wording.conditions,
    "default_value": _default_value,
    "docstring": _docstring,
    "field_arguments": _field_arguments,
    "field_docstring": wording.field_docstring,
    "file_names_docstring": wording.file_names_docstring,
    "in_format": _in_format,
    "in_code": json.dumps,
    "independent": _independent,
    "line_end": LINE_ENDS.__getitem__,
    "line_ends": _line_ends,
    "list_docstring": wording.list_docstring,
    "list_names": _list_names,
    "moves": _moves,
    "name_part_arguments": _name_part_arguments,
    "name_parts": _name_parts,
    "part_docstring": wording.layout_docstring,
    "identified_columns": _identified_columns,
    "personal_columns": _personal_columns,
    "quoted": repr,
    "raw_quoted": _raw_quoted,
    "neighbours": lambda versions: list(itertools.pairwise(versions)),
    "open_data_types": _open_data_types,
    "origin_alias": _origin_alias,
    "record_docstring": wording.record_docstring,
    "variations": _variations,
    "variation_docstring": wording.variation_docstring,
    "rows": lambda fields: list(wording.rows(fields)),
    "shared_lists": _shared_lists,
    "snake": wording.snake,
    "spelled_by": _spelled_by,
    "stands_for": _stands_for,
    "weak": lambda version: list(wording.weak(version)),
    "tupled": lambda values: repr(tuple(values)),
}
