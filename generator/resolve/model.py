"""The spec as typed, resolved objects: Spec > Version > Record > Field, CodeList and so on.

Whatever cannot be resolved becomes a Problem, so that one run reports every mistake; `lint` looks
for those that need the whole.
"""

from __future__ import annotations

import difflib
import functools
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, is_dataclass, replace
from dataclasses import fields as dataclass_fields
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any, Generic, TypeVar

from generator.load.documents import load_folder, load_sources
from generator.load.nodes import Mark, Problem, SpecError, SpecMapping
from generator.runtime import identifiers as runtime_identifiers
from generator.runtime.core import codes as runtime_codes
from generator.runtime.core import kinds as runtime_kinds
from generator.runtime.core.fields import Identifier
from generator.runtime.core.kinds.kind import Kind
from generator.versions.extend import SINGULAR, VersionData, extend, gather

T = TypeVar("T")

DIRECTION = "direction"
"""The word that lets the data type's direction, rather than a field, choose a layout."""


@dataclass(slots=True)
class Source:
    """Where facts come from."""

    id: str
    title: str
    what: str
    establishes: str
    grade: str
    mark: Mark


@dataclass(slots=True)
class Code:
    """One code of a list."""

    code: str
    meaning: str
    grade: str
    note: str
    stands_for: tuple[str, ...]
    stands_for_grade: str
    spelled_by: str
    not_established: str
    words: SpecMapping


@dataclass(slots=True)
class CodeList:
    """A list of codes."""

    name: str
    title: str
    meaning: str
    closed: bool
    grade: str
    sources: list[str]
    note: str
    codes: list[Code]
    words: SpecMapping
    origin: Origin[CodeList] | None = None

    @property
    def constant(self) -> str:
        """The name of its constant in the generated module."""
        return self.name.upper()

    def runtime(self) -> runtime_codes.CodeList:
        """The list as the package knows it."""
        stands_for = {c.code: c.stands_for for c in self.codes if c.stands_for}
        meanings = {c.code: c.meaning for c in self.codes}
        return runtime_codes.CodeList(self.name, meanings, self.closed, self.grade, stands_for)


@dataclass(slots=True)
class CharacterSet:
    """The characters that texts may hold."""

    name: str
    meaning: str
    characters: str
    grade: str
    sources: list[str]
    words: SpecMapping
    origin: Origin[CharacterSet] | None = None

    @property
    def constant(self) -> str:
        """The name of its constant in the generated module."""
        return f"{self.name.upper()}_CHARACTERS"

    def runtime(self) -> runtime_codes.CharacterSet:
        """The set as the package knows it."""
        return runtime_codes.CharacterSet(self.name, self.characters)


@dataclass(slots=True)
class DataType:
    """What a file holds."""

    code: str
    name: str
    title: str
    meaning: str
    direction: str
    form: str
    length: int | None
    length_grade: str
    length_at_least: bool
    grade: str
    sources: list[str]
    note: str
    personal: bool = False


@dataclass(slots=True)
class Field:
    """One field. ``words`` are the author's; ``kind_object`` is None where the kind is in error."""

    name: str
    start: int
    width: int
    kind: str
    meaning: str
    note: str
    role: str
    grade: str
    sources: list[str]
    own_grade: str
    blank: bool
    blank_when: dict[str, tuple[str, ...]]
    filled_when: dict[str, tuple[str, ...]]
    none: tuple[str, ...]
    forbidden: tuple[str, ...]
    default: str | None
    condition_rules: dict[str, dict[str, str]]
    key: bool
    refers_to: tuple[str, ...]
    wildcard: str
    identifier: str
    special: CodeList | None
    counts: dict[str, Any] | None
    agrees: str
    personal: bool
    words: SpecMapping
    kind_class: type[Kind] | None
    kind_object: Kind | None
    code_list: CodeList | None
    starts_with: CodeList | None
    character_set: CharacterSet | None
    layouts: list[Layout]
    chooser: str = ""
    only: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """The last column."""
        return self.start + self.width - 1

    @property
    def settable(self) -> bool:
        """Whether records are built with a value for it."""
        return self.kind_class is None or self.kind_class.SETTABLE

    @property
    def readable(self) -> bool:
        """Whether records have a property for it."""
        return self.kind_class is None or self.kind_class.READABLE

    def takes(self, word: str) -> bool:
        """Whether the field's kind has this word."""
        return self.kind_class is not None and word in self.kind_class.NEEDS | self.kind_class.TAKES

    @property
    def identifier_module(self) -> Identifier | None:
        """The rule of the identifier that it holds; None without, or with an unknown one."""
        return identifiers_known().get(self.identifier)

    @property
    def optional(self) -> bool:
        """Whether `build` may be called without it."""
        return self.blank or bool(self.none) or self.default is not None

    @property
    def repeat(self) -> int:
        """How often a group repeats; 0 for every other field."""
        repeat: int = self.words.get("repeat", 0)
        return repeat


@dataclass(slots=True)
class Layout:
    """Fields within a record that have a class of their own: a group's item or one reading of a
    variant. ``when`` lists what the chooser holds then."""

    class_name: str
    title: str
    meaning: str
    grade: str
    sources: list[str]
    fields: list[Field]
    when: tuple[str, ...]
    module: str
    repeated: bool
    words: SpecMapping
    origin: Origin[Layout] | None = None

    @property
    def first(self) -> int:
        """The first column in the record (of the first item, where the layout repeats)."""
        return self.fields[0].start

    @property
    def width(self) -> int:
        """The columns it takes."""
        return self.fields[-1].end - self.first + 1

    @property
    def class_fields(self) -> list[Field]:
        """The fields as the class sees them: an item of a group counts its own columns from 1."""
        if not self.repeated:
            return self.fields
        return [replace(f, start=f.start - self.first + 1) for f in self.fields]


@dataclass(frozen=True, slots=True)
class Origin(Generic[T]):
    """Something of another version, in ``folder``, that is the same there; not ``whole`` where
    only the layout is, and what is said of it differs."""

    folder: str
    of: T
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Move:
    """A field whose value stands in the field ``to`` of the version that is extended, while other
    fields hold one of these."""

    field: str
    to: str
    when: dict[str, tuple[str, ...]]
    words: SpecMapping


@dataclass(slots=True)
class Record:
    """One record. ``lengths`` is by data type; ``width`` is its own columns, padding apart."""

    key: str
    class_name: str
    title: str
    meaning: str
    note: str
    role: str
    place: str
    grade: str
    grade_by_data_type: dict[str, str]
    sources: list[str]
    fields: list[Field]
    width: int | None
    lengths: dict[str, int]
    moves: list[Move]
    module: str
    words: SpecMapping
    origin: Origin[Record] | None = None

    @property
    def is_shared(self) -> bool:
        """Whether its class is that of another version."""
        return self.origin is not None and self.origin.whole

    @property
    def end(self) -> int:
        """The last column that a field covers."""
        return self.fields[-1].end if self.fields else 0

    @property
    def keys(self) -> list[str]:
        """The first two characters of its lines: one key, or one for each data type."""
        return [f"{data_type}{self.key[-1]}" for data_type in self.lengths]


@dataclass(slots=True)
class Rule:
    """One rule of the catalogue."""

    id: str
    scope: str
    severity: str
    grade: str
    sources: list[str]
    meaning: str
    why: str
    do: str
    note: str
    words: SpecMapping


@dataclass(slots=True)
class NamePart:
    """One part of a file name."""

    width: int
    literal: str
    part: str
    digits: bool
    agrees_with: tuple[str, ...]
    last: int


@dataclass(slots=True)
class NameForm:
    """One way in which files are named."""

    name: str
    data_types: tuple[str, ...]
    example: str
    parts: list[NamePart]
    grade: str
    sources: list[str]
    words: SpecMapping


@dataclass(slots=True)
class OpenGap:
    """What is known to exist and is not established."""

    id: str
    title: str
    known: str
    not_established: str
    sources: list[str]


@dataclass(slots=True)
class LeftOpen:
    """An item of the extended version of which this version says nothing, or that it has not."""

    what: str
    name: str
    why: str


@dataclass(slots=True)
class Version:
    """One version of the formats, resolved."""

    version: str
    folder: str
    title: str
    publisher: str
    effective: str
    line_end: str
    grade: str
    sources: list[str]
    extends: str
    base_folder: str
    data_types: list[DataType]
    character_sets: list[CharacterSet]
    code_lists: list[CodeList]
    shared_layouts: list[Layout]
    records: list[Record]
    rules: list[Rule]
    file_names: list[NameForm]
    open_gaps: list[OpenGap]
    left_open: list[LeftOpen]
    retired: list[LeftOpen]
    words: list[SpecMapping]
    rules_origin: str = ""

    @property
    def form(self) -> SpecMapping:
        """What the author says under `format`; ``words`` has it first, then everything else."""
        return self.words[0]

    @property
    def modules(self) -> list[str]:
        """The modules that hold records, in the order of the spec."""
        return list(dict.fromkeys(record.module for record in self.records))

    @property
    def own_modules(self) -> list[str]:
        """The modules that hold classes which no other version shares."""
        return [name for name in self.modules if self.own_records_of(name)]

    def own_records_of(self, module: str) -> list[Record]:
        """The records of one module whose classes are this version's own."""
        return [record for record in self.records_of(module) if not record.is_shared]

    @property
    def whole_files(self) -> list[str]:
        """The data types of which whole files can be made: with data, headers and trailers."""
        places = ("file_header", "centre_header", "data", "centre_trailer", "file_trailer")
        return [
            data_type.code
            for data_type in self.data_types
            if all(
                any(r.place == place and data_type.code in r.lengths for r in self.records)
                for place in places
            )
        ]

    def records_of(self, module: str) -> list[Record]:
        """The records of one module."""
        return [record for record in self.records if record.module == module]


@dataclass(slots=True)
class Spec:
    """Every version, oldest first, and the sources of all."""

    sources: list[Source]
    versions: list[Version]

    @property
    def newest(self) -> Version:
        """The version with the highest number."""
        return self.versions[-1]

    def in_order_of_extension(self) -> list[Version]:
        """Every version after the one that it extends, newer ones first where both could be."""
        ordered: list[Version] = []
        waiting = self.versions[::-1]
        while waiting:
            done = {version.folder for version in ordered}
            ready = [v for v in waiting if not v.base_folder or v.base_folder in done]
            ordered += ready or waiting
            waiting = [v for v in waiting if v not in ordered] if ready else []
        return ordered


def load_spec(folder: Path, kinds: ModuleType = runtime_kinds) -> tuple[Spec, list[Problem]]:
    """The spec below a folder, and the problems of resolving it.

    Raises SpecError where the YAML or its shape is wrong, so that nothing can be resolved.
    """
    root = folder.parent
    failures: list[Problem] = []
    sources: list[Source] = []
    documents: dict[str, dict[str, SpecMapping]] = {}
    try:
        sources = [_source(s) for s in load_sources(folder / "sources.yaml", root)["sources"]]
    except SpecError as error:
        failures += error.problems
    for version_folder in sorted(folder.glob("v[0-9]*")):
        try:
            documents[version_folder.name] = load_folder(version_folder, root)
        except SpecError as error:
            failures += error.problems
    if not documents and not failures:
        mark = Mark(folder.name, 1, 1)
        failures.append(Problem(mark, "", "there is no version here", "Add a folder such as v14."))
    if failures:
        raise SpecError(failures)
    problems: list[Problem] = []
    versions: list[Version] = []
    for name, data in _extended(documents, problems).items():
        found: list[Problem] = []
        versions.append(_Resolver(data, name, kinds, found).version())
        said = {(problem.mark, problem.path) for problem in problems}
        problems += [of_version(p, versions[-1]) for p in found if (p.mark, p.path) not in said]
    return Spec(sources, sorted(versions, key=lambda v: v.version)), problems


def of_version(problem: Problem, version: Version) -> Problem:
    """The problem; one that stands where another version is described says which version has it."""
    if PurePosixPath(problem.mark.file).parent.name == version.folder:
        return problem
    return replace(problem, message=f"in version {version.version}, {problem.message}")


def _extended(
    documents: dict[str, dict[str, SpecMapping]], problems: list[Problem]
) -> dict[str, VersionData]:
    """Every version with what it takes from the one it extends."""
    gathered: dict[str, VersionData] = {}
    for folder, files in documents.items():
        data = gather(files, problems)
        if data is not None:
            gathered[folder] = data
    folders: dict[str, str] = {}
    for folder, data in list(gathered.items()):
        form = data.format
        first = folders.setdefault(form["version"], folder)
        if first != folder:
            message = f"version {form['version']!r} stands in {first} already"
            mark, path = form.mark_of("version"), f"{form.path}.version"
            problems.append(Problem(mark, path, message, "Correct one of the two."))
            del gathered[folder]
    done: dict[str, VersionData] = {}

    def resolve(folder: str, pending: tuple[str, ...]) -> VersionData | None:
        if folder in done:
            return done[folder]
        data = gathered[folder]
        form = data.format
        base_version = form.get("extends")
        if base_version is not None:
            mark, path = form.mark_of("extends"), f"{form.path}.extends"
            chain = (*pending, form["version"])
            if base_version in chain:
                message = f"`extends` runs in a circle: {' -> '.join((*chain, base_version))}"
                problems.append(Problem(mark, path, message, "One version must stand by itself."))
                return None
            if base_version not in folders:
                message = f"there is no version {base_version!r} to extend"
                problems.append(Problem(mark, path, message, f"Known: {', '.join(folders)}."))
                return None
            base = resolve(folders[base_version], chain)
            if base is None:
                return None
            data.extends, data.base_folder = base_version, folders[base_version]
            data = extend(data, base, documents[folder], problems)
        done[folder] = data
        return data

    for folder in gathered:
        resolve(folder, ())
    return done


def find_kinds(kinds: ModuleType) -> dict[str, type[Kind]]:
    """Every kind of field by the name that the spec uses: a module each, found, not listed."""
    base: type[Kind] = importlib.import_module(f"{kinds.__name__}.kind").Kind
    found: dict[str, type[Kind]] = {}
    for module_info in pkgutil.iter_modules(kinds.__path__):
        module = importlib.import_module(f"{kinds.__name__}.{module_info.name}")
        kind = getattr(module, class_name_of_kind(module_info.name), None)
        if isinstance(kind, type) and issubclass(kind, base) and kind is not base:
            found[module_info.name] = kind
    return found


@functools.cache
def identifiers_known() -> dict[str, Identifier]:
    """Every identifier by the name that the spec uses: a module each, found, not listed."""
    package = runtime_identifiers
    return {
        found.name: importlib.import_module(f"{package.__name__}.{found.name}")
        for found in pkgutil.iter_modules(package.__path__)
    }


def class_name_of_kind(name: str) -> str:
    """The class that the module of a kind holds: `due_date` holds DueDate."""
    return "".join(word.capitalize() for word in name.split("_"))


KIND_WORDS = frozenset(
    {
        "characters",
        "chosen_by",
        "class",
        "codes",
        "fallback",
        "fields",
        "layouts",
        "literal",
        "none",
        "repeat",
        "starts_with",
        "window",
    }
)
"""The words of a field that belong to its kind."""


class _Resolver:
    """Makes one version typed; what cannot be resolved is reported and left out."""

    def __init__(
        self, data: VersionData, folder: str, kinds: ModuleType, problems: list[Problem]
    ) -> None:
        self.data = data
        self.folder = folder
        self.kinds = find_kinds(kinds)
        self.problems = problems
        self.character_sets = {
            k: _character_set(i.words) for k, i in data.items["character_sets"].items()
        }
        self.data_types = {k: _data_type(i.words) for k, i in data.items["data_types"].items()}
        self.code_lists = {
            k: _code_list(i.words, self.data_types) for k, i in data.items["code_lists"].items()
        }
        self.layouts: dict[str, Layout] = {}

    def version(self) -> Version:
        """The version as a whole."""
        form = self.data.format
        items = self.data.items
        self.default_characters = self._look_up(form, "characters", self.character_sets)
        for name, item in items["layouts"].items():
            self.layouts[name] = self._layout(item.words, item.module)
        records = [self._record(item.words, item.module) for item in items["records"].values()]
        for item in items["rules"].values():
            self._condition(item.words, records)
        for record in records:
            personal = any(f.personal for f in every_field(record.fields))
            for code in record.lengths:
                self.data_types[code].personal |= personal
        return Version(
            version=form["version"],
            folder=self.folder,
            title=form["title"],
            publisher=form["publisher"],
            effective=form["effective"],
            line_end=form["line_end"],
            grade=form["grade"],
            sources=list(form["sources"]),
            extends=self.data.extends,
            base_folder=self.data.base_folder,
            data_types=list(self.data_types.values()),
            character_sets=list(self.character_sets.values()),
            code_lists=list(self.code_lists.values()),
            shared_layouts=list(self.layouts.values()),
            records=records,
            rules=[_rule(i.words) for i in items["rules"].values()],
            file_names=[_name_form(i.words) for i in items["file_names"].values()],
            open_gaps=[_open_gap(i.words) for i in items["open_gaps"].values()],
            left_open=[_left_open(words) for words in self.data.left_open],
            retired=[_left_open(words) for words in self.data.retired],
            words=[
                form,
                *(item.words for found in items.values() for item in found.values()),
                *self.data.left_open,
                *self.data.retired,
            ],
        )

    def _condition(self, rule: SpecMapping, records: list[Record]) -> None:
        """Puts the condition that a rule states where the fields have theirs."""
        if "record" not in rule:
            return
        record = next((r for r in records if r.key == rule["record"]), None)
        if record is None:
            self._report(rule, "record", f"there is no record {rule['record']!r}", _keys(records))
            return
        by_name = {f.name: f for f in record.fields}
        for word, condition in (("blank", "blank_when"), ("filled", "filled_when")):
            for name in rule.get(word, ()):
                if name not in by_name:
                    message = f"{record.key} has no field {name!r}"
                    self._report(rule, word, message, by_name, near=name)
                    continue
                conditions: dict[str, tuple[str, ...]] = getattr(by_name[name], condition)
                for other, codes in rule["when"].items():
                    if other in conditions:
                        message = f"`{name}` has a condition on `{other}` already"
                        mark, path = rule.mark_of(word), rule.path_of(word)
                        self.problems.append(Problem(mark, path, message, "State it once."))
                    conditions[other] = tuple(codes)
                    rules = by_name[name].condition_rules.setdefault(condition, {})
                    rules[other] = rule["id"]

    def _record(self, words: SpecMapping, module: str) -> Record:
        key: str = words["key"]
        codes = [key[0]] if len(key) == 2 else list(self.data_types)
        known = [self.data_types[code] for code in codes if code in self.data_types]
        if not known:
            self._report(words, "key", f"there is no data type {key[0]!r}", self.data_types)
        lengths = {d.code: d.length for d in known if d.length is not None}
        if known and not lengths:
            message = f"data type {key[0]!r} has no records: its form is {known[0].form}"
            self._report(words, "key", message, ())
        fields = self._fields(words, module, words["grade"], list(words["sources"]))
        if len(key) == 1 and fields:
            fields[0].only = tuple(lengths)
        return Record(
            key=key,
            class_name=words["class"],
            title=words["title"],
            meaning=words["meaning"],
            note=words.get("note", ""),
            role=words.get("role", ""),
            place=words.get("place", "data"),
            grade=words["grade"],
            grade_by_data_type=dict(words.get("grade_by_data_type", {})),
            sources=list(words["sources"]),
            fields=fields,
            width=words.get("width"),
            lengths=lengths,
            moves=[_move(move) for move in words.get("moves", ())],
            module=module,
            words=words,
        )

    def _layout(
        self, words: SpecMapping, module: str, grade: str = "", sources: Sequence[str] = ()
    ) -> Layout:
        own_grade = words.get("grade", grade)
        own_sources = list(words.get("sources", sources))
        return Layout(
            class_name=words["class"],
            title=words.get("title", ""),
            meaning=words.get("meaning", ""),
            grade=own_grade,
            sources=own_sources,
            fields=self._fields(words, module, own_grade, own_sources),
            when=tuple(words.get("when", ())),
            module=module,
            repeated="repeat" in words,
            words=words,
        )

    def _fields(
        self, owner: SpecMapping, module: str, grade: str, sources: list[str]
    ) -> list[Field]:
        resolved = [self._field(words, module, grade, sources) for words in owner["fields"]]
        for field in resolved:
            if "chosen_by" in field.words:
                self._choose(field, resolved)
        return resolved

    def _choose(self, field: Field, fields: list[Field]) -> None:
        """Finds the field that chooses: for the direction the data type, the first column."""
        chosen_by = field.words["chosen_by"]
        if chosen_by == DIRECTION:
            field.chooser = fields[0].name
        elif chosen_by in [f.name for f in fields]:
            field.chooser = chosen_by
        else:
            message = f"there is no field {chosen_by!r} here"
            self._report(field.words, "chosen_by", message, [f.name for f in fields])

    def _field(self, words: SpecMapping, module: str, grade: str, sources: list[str]) -> Field:
        kind_class = self.kinds.get(words["kind"])
        if kind_class is None:
            message = f"there is no kind {words['kind']!r}"
            self._report(words, "kind", message, self.kinds)
        own_grade = words.get("grade", grade)
        layouts = self._layouts_of(words, module, own_grade, list(words.get("sources", sources)))
        resolved = Field(
            name=words["name"],
            start=words["start"],
            width=words["width"],
            kind=words["kind"],
            meaning=words["meaning"],
            note=words.get("note", ""),
            role=words.get("role", ""),
            grade=own_grade,
            sources=list(words.get("sources", sources)),
            own_grade=words.get("grade", ""),
            blank=words.get("blank") == "allowed"
            or (kind_class is not None and kind_class.BLANK_ALLOWED),
            blank_when={k: tuple(v) for k, v in words.get("blank_when", {}).items()},
            filled_when={k: tuple(v) for k, v in words.get("filled_when", {}).items()},
            none=tuple(words.get("none", ())),
            forbidden=tuple(words.get("forbidden", ())),
            default=self._default(words),
            condition_rules={},
            key=words.get("key", False),
            refers_to=tuple(words.get("refers_to", ())),
            wildcard=words.get("wildcard", ""),
            identifier=words.get("identifier", ""),
            special=self._look_up(words, "special", self.code_lists),
            counts=words.get("counts"),
            agrees=words.get("agrees", ""),
            personal=words.get("personal", False),
            words=words,
            kind_class=kind_class,
            kind_object=None,
            code_list=self._look_up(words, "codes", self.code_lists),
            starts_with=self._look_up(words, "starts_with", self.code_lists),
            character_set=self._look_up(words, "characters", self.character_sets)
            or self.default_characters,
            layouts=layouts,
        )
        if kind_class is not None and self._words_fit(resolved, kind_class):
            resolved.kind_object = _kind_object(resolved, kind_class)
        return resolved

    def _default(self, words: SpecMapping) -> str | None:
        """What `build` writes by itself: the author's text, or the version."""
        if "default_from" in words:
            return str(self.data.format[words["default_from"]])
        default: str | None = words.get("default")
        return default

    def _words_fit(self, field: Field, kind: type[Kind]) -> bool:
        given = KIND_WORDS & field.words.keys()
        missing = sorted(kind.NEEDS - given)
        for word in missing:
            message = f"a field of kind {field.kind} needs `{word}`"
            problem = Problem(field.words.mark, field.words.path, message, f"Add `{word}:`.")
            self.problems.append(problem)
        for word in sorted(given - kind.NEEDS - kind.TAKES):
            message = f"a field of kind {field.kind} takes no `{word}`"
            mark = field.words.key_mark(word)
            path = f"{field.words.path}.{word}"
            self.problems.append(Problem(mark, path, message, "Remove it, or change the kind."))
        return not missing and all(
            named is not None
            for word, named in (
                ("codes", field.code_list),
                ("starts_with", field.starts_with),
                ("characters", field.character_set),
            )
            if word in given or (word == "characters" and word in kind.TAKES)
        )

    def _layouts_of(
        self, words: SpecMapping, module: str, grade: str, sources: list[str]
    ) -> list[Layout]:
        """The item of a group, or the readings of a variant."""
        if "class" in words and "fields" in words:
            return [self._layout(words, module, grade, sources)]
        layouts = []
        for reading in words.get("layouts", ()):
            if "layout" in reading:
                shared = self._look_up(reading, "layout", self.layouts)
                if shared is None:
                    continue
                layout = replace(shared, when=tuple(reading["when"]))
            else:
                layout = self._layout(reading, module, grade, sources)
            if words.get("chosen_by") == DIRECTION:
                layout.when = self._data_types_that_go(layout.when)
            layouts.append(layout)
        # What stands for a direction without data types is no reading of this version.
        return [layout for layout in layouts if layout.when] or layouts

    def _data_types_that_go(self, directions: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            d.code
            for d in self.data_types.values()
            if d.direction in directions and d.length is not None
        )

    def _look_up(self, words: SpecMapping, word: str, known: dict[str, T]) -> T | None:
        """What the word names; a name that is not known is reported."""
        if word not in words:
            return None
        found = known.get(words[word])
        if found is None:
            self._report(words, word, f"there is no {words[word]!r}", known)
        return found

    def _report(
        self, words: SpecMapping, word: str, message: str, known: Iterable[str], near: str = ""
    ) -> None:
        names = list(known)
        like = difflib.get_close_matches(near or str(words[word]), names, 1)
        advice = f"Did you mean {like[0]}?" if like else f"Known: {', '.join(names) or 'none'}."
        path = f"{words.path}.{word}"
        self.problems.append(Problem(words.mark_of(word), path, message, advice))


def _keys(records: Iterable[Record]) -> list[str]:
    return [record.key for record in records]


def _move(words: SpecMapping) -> Move:
    when = {name: tuple(codes) for name, codes in words.get("when", {}).items()}
    return Move(words["field"], words["to"], when, words)


def every_field(fields: Sequence[Field]) -> Iterator[Field]:
    """The fields and all that are nested in them."""
    for f in fields:
        yield f
        for layout in f.layouts:
            yield from every_field(layout.fields)


def _kind_object(field: Field, kind: type[Kind]) -> Kind | None:
    """The kind as the package will have it; None where it nests layouts."""
    if field.layouts:
        return None
    values: dict[str, Any] = {
        "codes": field.code_list.runtime() if field.code_list else None,
        "starts_with": field.starts_with.runtime() if field.starts_with else None,
        "characters": field.character_set.runtime() if field.character_set else None,
        "window": tuple(field.words.get("window", ())),
        "literal": field.words.get("literal", ""),
    }
    taken = [f.name for f in dataclass_fields(kind)] if is_dataclass(kind) else list[str]()
    return kind(**{name: values.get(name, field.words.get(name)) for name in taken})


def _source(words: SpecMapping) -> Source:
    return Source(
        words["id"], words["title"], words["what"], words["establishes"], words["grade"], words.mark
    )


def _code_list(words: SpecMapping, data_types: dict[str, DataType]) -> CodeList:
    codes = [
        Code(
            code=c["code"],
            meaning=c["meaning"],
            grade=c.get("grade", words["grade"]),
            note=c.get("note", ""),
            stands_for=tuple(c.get("stands_for", ())),
            stands_for_grade=c.get("stands_for_grade", ""),
            spelled_by=c.get("spelled_by", ""),
            not_established=c.get("not_established", ""),
            words=c,
        )
        for c in words.get("codes", ())
    ]
    if "codes_from" in words:
        codes += [
            Code(d.code, d.title.lower(), d.grade, "", (), "", "", "", words)
            for d in data_types.values()
        ]
    return CodeList(
        name=words["name"],
        title=words["title"],
        meaning=words["meaning"],
        closed=words["closed"],
        grade=words["grade"],
        sources=list(words["sources"]),
        note=words.get("note", ""),
        codes=codes,
        words=words,
    )


def _character_set(words: SpecMapping) -> CharacterSet:
    characters: list[str] = []
    for text in words["characters"]:
        if len(text) == 3 and text[1] == "-":
            characters += (chr(c) for c in range(ord(text[0]), ord(text[2]) + 1))
        else:
            characters += text
    return CharacterSet(
        name=words["name"],
        meaning=words["meaning"],
        characters="".join(dict.fromkeys(characters)),
        grade=words["grade"],
        sources=list(words["sources"]),
        words=words,
    )


def _data_type(words: SpecMapping) -> DataType:
    length = words.get("length", {})
    return DataType(
        code=words["code"],
        name=words["name"],
        title=words["title"],
        meaning=words["meaning"],
        direction=words["direction"],
        form=words["form"],
        length=length.get("columns"),
        length_grade=length.get("grade", ""),
        length_at_least=length.get("at_least", False),
        grade=words["grade"],
        sources=list(words["sources"]),
        note=words.get("note", ""),
    )


def _rule(words: SpecMapping) -> Rule:
    return Rule(
        id=words["id"],
        scope=words["scope"],
        severity=words["severity"],
        grade=words["grade"],
        sources=list(words["sources"]),
        meaning=words["meaning"],
        why=words["why"],
        do=words["do"],
        note=words.get("note", ""),
        words=words,
    )


def _name_form(words: SpecMapping) -> NameForm:
    parts = [
        NamePart(
            width=part["width"] if "part" in part else len(part["literal"]),
            literal=part.get("literal", ""),
            part=part.get("part", ""),
            digits=part.get("digits", False),
            agrees_with=tuple(part.get("is", ())),
            last=part.get("last", 0),
        )
        for part in words["parts"]
    ]
    return NameForm(
        name=words["name"],
        data_types=tuple(words["data_types"]),
        example=words["example"],
        parts=parts,
        grade=words["grade"],
        sources=list(words["sources"]),
        words=words,
    )


def _open_gap(words: SpecMapping) -> OpenGap:
    return OpenGap(
        words["id"],
        words["title"],
        words["known"],
        words["not_established"],
        list(words["sources"]),
    )


def _left_open(words: SpecMapping) -> LeftOpen:
    what = next(word for word in SINGULAR if word in words)
    return LeftOpen(what, words[what], words["why"])
