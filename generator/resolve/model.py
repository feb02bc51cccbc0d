"""The resolved spec: the runtime's own objects, with the evidence and the author's nodes.

What a format is, the runtime's classes say (`Field`, `CodeList`, `Rule` ...); the classes here add
who says so, how well it is established, and where it stands in the YAML.
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
    """Where facts come from."""

    id: str
    title: str
    what: str
    establishes: str
    grade: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTypeSpec(DataType):
    """What a file holds, with the evidence."""

    length_grade: str
    length_at_least: bool
    note: str
    sources: tuple[str, ...]
    words: SpecMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSpec(Move):
    """A value with another place in the version that is extended, and where that is written."""

    words: SpecMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionSpec(Division):
    """A value that is split or merged, and where that is written."""

    words: SpecMapping


@dataclass(frozen=True, slots=True)
class RecordSpec:
    """One record: its class as the package has it, with the evidence. ``width`` is the length of a
    header or trailer without its padding."""

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
        """Data type and record type; the record type alone where it serves all data types."""
        return self.cls.KEY

    @property
    def class_name(self) -> str:
        """The name of its class."""
        return self.cls.__name__

    @property
    def title(self) -> str:
        """What the booklet calls it."""
        return self.cls.TITLE

    @property
    def role(self) -> str:
        """The name by which program logic finds it."""
        return self.cls.ROLE

    @property
    def place(self) -> Place:
        """Where it stands in a file."""
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
        """Its length by data type, padding included."""
        return self.cls.LENGTHS

    @property
    def end(self) -> int:
        """Where its last field ends."""
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
    """One way in which files are named, with the evidence."""

    note: str
    sources: tuple[str, ...]
    words: SpecMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStructureSpec(FileStructure):
    """The records that a file has, with the evidence."""

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
    """What is known to exist and is not established."""

    id: str
    title: str
    known: str
    not_established: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """An item of the extended version of which this version says nothing, or that it has not."""

    what: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class VersionSpec:
    """One version: its format as the package has it, with the evidence item by item."""

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
        """Its number, as file headers have it."""
        return self.format.version

    @property
    def title(self) -> str:
        """What the booklet is called."""
        return self.format.title

    @property
    def effective(self) -> str:
        """The day from which it applies."""
        return self.format.effective

    @property
    def extends(self) -> str:
        """The version that it is described against; empty where it stands by itself."""
        return self.format.extends

    @property
    def form(self) -> SpecMapping:
        """What the author says under `format`; ``words`` has it first, then everything else."""
        return self.words[0]

    @property
    def modules(self) -> list[str]:
        """The modules that hold records, in the order of the spec."""
        return list(dict.fromkeys(record.module for record in self.records))

    def records_of(self, module: str) -> list[RecordSpec]:
        """The records of one module."""
        return [record for record in self.records if record.module == module]

    def record_of(self, data_type: str, row: StructureRow) -> RecordSpec | None:
        """The record of a row of the structure of its files; None where the version has none."""
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
    """An element that becomes a class: as the package has it, with the evidence."""

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
    """A block: its element, the class that it repeats, and what it is for."""

    element: str
    holds: str
    meaning: str
    words: SpecMapping


@dataclass(frozen=True, slots=True)
class MessageNameSpec:
    """How files are named, with the evidence."""

    example: str
    parts: tuple[MessageNamePart, ...]
    grade: str
    sources: tuple[str, ...]
    note: str
    words: SpecMapping


@dataclass(frozen=True, slots=True)
class MessageSpec:
    """A kind of message: what the author says of it, resolved. ``folder`` is that of its files."""

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
        """What its tables are called."""
        return str(self.words["name"])

    @property
    def title(self) -> str:
        """A few words for headings."""
        return str(self.words["title"])

    @property
    def grade(self) -> str:
        """How well it is established."""
        return str(self.words["grade"])

    @property
    def header(self) -> ClassSpec | None:
        """The class that no block and no other class holds: the first one."""
        held: set[str | None] = {block.holds for block in self.blocks}
        for found in self.classes:
            held |= {field.words.get("items") for field in found.fields if field.is_repeated}
        return next((found for found in self.classes if found.name not in held), None)

    def class_named(self, name: str) -> ClassSpec | None:
        """The class of a name; None where there is none."""
        return next((found for found in self.classes if found.name == name), None)


@dataclass(frozen=True, slots=True)
class Spec:
    """Every version, oldest first, the sources of all, and by folder the files as written; and the
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
        """Every version after the one that it extends, newer ones first where both could be."""
        ordered: list[VersionSpec] = []
        waiting = list(reversed(self.versions))
        while waiting:
            done = {version.folder for version in ordered}
            ready = [v for v in waiting if not v.base_folder or v.base_folder in done]
            ordered += ready or waiting
            waiting = [v for v in waiting if v not in ordered] if ready else []
        return ordered


def layouts_of(version: VersionSpec) -> Iterator[LayoutSpec]:
    """Every layout within the records, and the shared ones."""
    yield from version.shared_layouts
    for record in version.records:
        for f in every_field(record.fields):
            yield from f.layouts
