"""The resolved spec: objects of the runtime, with evidence and the author's nodes.

The runtime's classes (`Field`, `CodeList`, `Rule` ...) describe the formats; the classes here add
the sources, the grade, and the position in the YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.load.nodes import Mark, SpecMapping
from generator.resolve.fields import (
    CharacterSetSpec,
    CodeListSpec,
    FieldSpec,
    LayoutSpec,
    every_field,
)
from generator.runtime.core.formats import (
    DataType,
    Division,
    FirstSeries,
    Format,
    Move,
    NameForm,
)
from generator.runtime.core.issues import Rule
from generator.runtime.core.messages.elements import Element
from generator.runtime.core.messages.formats import MessageNamePart
from generator.runtime.core.messages.views import View
from generator.runtime.core.places import Place
from generator.runtime.core.records import Record
from generator.runtime.core.structures import FileStructure, StructureRow


@dataclass(frozen=True, slots=True)
class Source:
    """A source of facts."""

    id: str
    title: str
    what: str
    establishes: str
    grade: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTypeSpec(DataType):
    """The contents of a file, with the evidence."""

    length_grade: str
    length_at_least: bool
    note: str
    sources: tuple[str, ...]
    words: SpecMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSpec(Move):
    """A field that has another place in the version that is extended, with its node."""

    words: SpecMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionSpec(Division):
    """A field that is split or merged, with its node."""

    words: SpecMapping


@dataclass(frozen=True, slots=True)
class RecordSpec:
    """One record: its class in the package, with the evidence. ``width`` is the length of a header
    or trailer without its padding."""

    cls: type[Record]
    meaning: str
    note: str
    sources: tuple[str, ...]
    fields: Sequence[FieldSpec]
    width: int | None
    moves: tuple[MoveSpec, ...]
    divisions: tuple[DivisionSpec, ...]
    module: str
    words: SpecMapping

    @property
    def key(self) -> str:
        """Data type and record type; the record type alone if it is the same for all data types."""
        return self.cls.KEY

    @property
    def class_name(self) -> str:
        """The name of its class."""
        return self.cls.__name__

    @property
    def title(self) -> str:
        """Its title in the booklet."""
        return self.cls.TITLE

    @property
    def role(self) -> str:
        """The name by which program logic finds it."""
        return self.cls.ROLE

    @property
    def place(self) -> Place:
        """Its place in a file."""
        return self.cls.PLACE

    @property
    def grade(self) -> str:
        """The grade of its layout."""
        return self.cls.GRADE

    @property
    def grade_by_data_type(self) -> Mapping[str, str]:
        """The grades that differ from it, by data type."""
        return self.cls.GRADE_BY_DATA_TYPE

    @property
    def lengths(self) -> Mapping[str, int]:
        """Its length by data type, with padding."""
        return self.cls.LENGTHS

    @property
    def end(self) -> int:
        """The last position of its last field."""
        return self.cls.END

    @property
    def keys(self) -> list[str]:
        """The first two characters of its lines: one key, or one for each data type."""
        return [f"{data_type}{self.key[-1]}" for data_type in self.lengths]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSpec(Rule):
    """One rule of the catalogue, with its evidence."""

    note: str
    sources: tuple[str, ...]
    words: SpecMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFormSpec(NameForm):
    """A pattern of file names, with the evidence."""

    note: str
    sources: tuple[str, ...]
    words: SpecMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStructureSpec(FileStructure):
    """The records of a file, with the evidence."""

    title: str
    meaning: str
    grade: str
    sources: tuple[str, ...]
    note: str
    words: SpecMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSeriesSpec(FirstSeries):
    """The first series of a version, with the evidence."""

    grade: str
    sources: tuple[str, ...]
    note: str
    words: SpecMapping


@dataclass(frozen=True, slots=True)
class OpenGap:
    """Something known to exist that is not established."""

    id: str
    title: str
    known: str
    not_established: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """An item of the extended version that is open or absent in this one."""

    what: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class VersionSpec:
    """One version: its format in the package, with the evidence item by item."""

    format: Format
    folder: str
    publisher: str
    note: str
    grade: str
    sources: tuple[str, ...]
    applies_from: FirstSeriesSpec | None
    base_folder: str
    data_types: Sequence[DataTypeSpec]
    character_sets: Sequence[CharacterSetSpec]
    code_lists: Sequence[CodeListSpec]
    shared_layouts: Sequence[LayoutSpec]
    records: Sequence[RecordSpec]
    rules: Sequence[RuleSpec]
    file_names: Sequence[NameFormSpec]
    file_structures: Sequence[FileStructureSpec]
    open_gaps: Sequence[OpenGap]
    left_open: Sequence[LeftOpen]
    retired: Sequence[LeftOpen]
    renamed: Mapping[str, Mapping[str, str]]
    words: Sequence[SpecMapping] = field(repr=False)

    @property
    def version(self) -> str:
        """Its number in file headers."""
        return self.format.version

    @property
    def title(self) -> str:
        """The title of the booklet."""
        return self.format.title

    @property
    def effective(self) -> str:
        """The first day on which it applies."""
        return self.format.effective

    @property
    def extends(self) -> str:
        """The version against which it is described; empty if it is complete itself."""
        return self.format.extends

    @property
    def form(self) -> SpecMapping:
        """The `format` key; ``words`` begins with it, followed by everything else."""
        return self.words[0]

    @property
    def modules(self) -> list[str]:
        """The modules that contain records, in the order of the spec."""
        return list(dict.fromkeys(record.module for record in self.records))

    def records_of(self, module: str) -> list[RecordSpec]:
        """The records of one module."""
        return [record for record in self.records if record.module == module]

    def record_of(self, data_type: str, row: StructureRow) -> RecordSpec | None:
        """The record of a row in the structure of its files; None if the version has none."""
        key = f"{data_type}{row.record}"
        return next((record for record in self.records if key in record.keys), None)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ElementSpec(Element):
    """A field of a class, with its evidence."""

    meaning: str
    note: str
    established: str
    sources: tuple[str, ...]
    words: SpecMapping


@dataclass(frozen=True, slots=True)
class ClassSpec:
    """An element that becomes a class: the class of the package, with the evidence."""

    cls: type[View]
    meaning: str
    note: str
    sources: tuple[str, ...]
    fields: Sequence[ElementSpec]
    words: SpecMapping

    @property
    def name(self) -> str:
        """The name of its class."""
        return self.cls.__name__


@dataclass(frozen=True, slots=True)
class BlockSpec:
    """A block: its element, the class that it repeats, and its purpose."""

    element: str
    holds: str
    meaning: str
    words: SpecMapping


@dataclass(frozen=True, slots=True)
class MessageNameSpec:
    """The pattern of file names, with the evidence."""

    example: str
    parts: tuple[MessageNamePart, ...]
    grade: str
    sources: tuple[str, ...]
    note: str
    words: SpecMapping


@dataclass(frozen=True, slots=True)
class MessageSpec:
    """A resolved message format. ``folder`` is that of its files."""

    folder: str
    words: SpecMapping
    file_name: MessageNameSpec
    blocks: Sequence[BlockSpec]
    classes: Sequence[ClassSpec]
    open_gaps: Sequence[OpenGap]
    rules: Sequence[RuleSpec]
    documents: Mapping[str, SpecMapping]

    @property
    def name(self) -> str:
        """The name of its tables."""
        return str(self.words["name"])

    @property
    def title(self) -> str:
        """Its title for headings."""
        return str(self.words["title"])

    @property
    def grade(self) -> str:
        """Its evidence grade."""
        return str(self.words["grade"])

    @property
    def header(self) -> ClassSpec | None:
        """The first class, which no block and no other class contains."""
        held: set[str | None] = {block.holds for block in self.blocks}
        for found in self.classes:
            held |= {field.words.get("items") for field in found.fields if field.is_repeated}
        return next((found for found in self.classes if found.name not in held), None)

    def class_named(self, name: str) -> ClassSpec | None:
        """The class with this name, or None."""
        return next((found for found in self.classes if found.name == name), None)


@dataclass(frozen=True, slots=True)
class Spec:
    """All versions, oldest first; the sources of all; the files as written, by folder; and the
    messages, which belong to no version."""

    sources: Sequence[Source]
    versions: Sequence[VersionSpec]
    documents: Mapping[str, Mapping[str, SpecMapping]]
    messages: Sequence[MessageSpec] = ()

    @property
    def newest(self) -> VersionSpec:
        """The version with the highest number."""
        return self.versions[-1]

    def in_order_of_extension(self) -> list[VersionSpec]:
        """Every version after the one that it extends; otherwise newer ones first."""
        ordered: list[VersionSpec] = []
        waiting = list(reversed(self.versions))
        while waiting:
            done = {version.folder for version in ordered}
            ready = [v for v in waiting if not v.base_folder or v.base_folder in done]
            ordered += ready or waiting
            waiting = [v for v in waiting if v not in ordered] if ready else []
        return ordered


def layouts_of(version: VersionSpec) -> Iterator[LayoutSpec]:
    """All nested layouts of the records, and the shared ones."""
    yield from version.shared_layouts
    for record in version.records:
        for f in every_field(record.fields):
            yield from f.layouts
