"""Fields, the layouts within records, and the lists that fields name: the runtime's own objects,
with their evidence and the author's nodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.load.nodes import SpecMapping
from generator.runtime.core.codes import CharacterSet, CodeList
from generator.runtime.core.fields import Field
from generator.runtime.core.kinds.code import Code
from generator.runtime.core.kinds.kind import Kind
from generator.runtime.core.kinds.text import Text
from generator.runtime.core.kinds.variant import Variant
from generator.runtime.core.layouts import Part

DIRECTION = "direction"
"""What the author writes to let the data type's direction, rather than a field, choose a layout."""


@dataclass(frozen=True, slots=True)
class CodeEvidence:
    """What is known of one code of a list, beside its meaning; sources where it has its own."""

    code: str
    grade: str
    note: str
    stands_for_grade: str
    not_established: str
    sources: tuple[str, ...]
    words: SpecMapping


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CodeListSpec(CodeList):
    """A list of codes, with its evidence."""

    title: str
    list_meaning: str
    note: str
    sources: tuple[str, ...]
    evidence: tuple[CodeEvidence, ...]
    words: SpecMapping

    @property
    def constant(self) -> str:
        """The name of its constant in the generated module."""
        return self.name.upper()

    def pattern_constant(self, width: int = 0) -> str:
        """The name of the pattern of its codes, padded to a width or as they stand."""
        return f"{self.constant}_PATTERN_{width}" if width else f"{self.constant}_PATTERN"


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterSetSpec(CharacterSet):
    """The characters that texts may hold, with the evidence."""

    meaning: str
    grade: str
    note: str
    sources: tuple[str, ...]
    words: SpecMapping

    @property
    def constant(self) -> str:
        """The name of its constant in the generated module."""
        return f"{self.name.upper()}_CHARACTERS"

    @property
    def pattern_constants(self) -> tuple[str, str]:
        """The names of the patterns of the first and of any further character of a text."""
        return f"{self.name.upper()}_FIRST", f"{self.name.upper()}_FURTHER"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec(Field):
    """One field, with its evidence.

    ``kind`` is a bare `Kind` where the author's kind is in error; ``established`` is the grade that
    holds for it, its own or that of what it stands in; ``only`` lists the data types that a field
    in front of every record can name.
    """

    kind_name: str
    kind_class: type[Kind] | None
    note: str
    established: str
    sources: tuple[str, ...]
    layouts: tuple[LayoutSpec, ...]
    only: tuple[str, ...] = ()
    words: SpecMapping

    @property
    def positions(self) -> str:
        """`3-8`, or `22` for a single character."""
        return str(self.start) if self.width == 1 else f"{self.start}-{self.end}"

    @property
    def identifier_name(self) -> str:
        """What the author calls the identifier that it holds; empty where it holds none."""
        name: str = self.words.get("identifier", "")
        return name

    @property
    def is_resolved(self) -> bool:
        """Whether its kind is known and complete."""
        return type(self.kind) is not Kind

    @property
    def settable(self) -> bool:
        """Whether records are built with a value for it."""
        return self.kind_class is None or self.kind_class.SETTABLE

    @property
    def readable(self) -> bool:
        """Whether records have a property for it."""
        return self.kind_class is None or self.kind_class.READABLE

    @property
    def repeat(self) -> int:
        """How often a group repeats; 0 for every other field."""
        repeat: int = self.words.get("repeat", 0)
        return repeat

    @property
    def chooser(self) -> str:
        """The name of the field that chooses among the layouts of a variant; else empty."""
        return self.kind.chosen_by if isinstance(self.kind, Variant) else ""

    @property
    def code_list(self) -> CodeListSpec | None:
        """The list of its codes."""
        return _spec_of(self.kind.codes) if isinstance(self.kind, Code) else None

    @property
    def code_lists(self) -> tuple[CodeListSpec, ...]:
        """Every list that its codes can be of."""
        return tuple(map(_spec_of, self.kind.lists)) if isinstance(self.kind, Code) else ()

    @property
    def starts_with(self) -> CodeListSpec | None:
        """The list of what its texts begin with."""
        codes = self.kind.starts_with if isinstance(self.kind, Text) else None
        return _spec_of(codes) if codes is not None else None

    @property
    def character_set(self) -> CharacterSetSpec | None:
        """The characters that its texts may hold."""
        characters = self.kind.characters if isinstance(self.kind, Text) else None
        return characters if isinstance(characters, CharacterSetSpec) else None


def _spec_of(codes: CodeList) -> CodeListSpec:
    assert isinstance(codes, CodeListSpec)
    return codes


@dataclass(frozen=True, slots=True)
class LayoutSpec:
    """Fields within a record that have a class of their own: the item of a group or one layout of a
    variant. ``when`` lists what the chooser holds then; ``cls`` is the class as the package has it,
    in which an item of a group counts its own characters from 1.
    """

    cls: type[Part]
    title: str
    meaning: str
    grade: str
    note: str
    sources: tuple[str, ...]
    fields: Sequence[FieldSpec]
    when: tuple[str, ...]
    module: str
    repeated: bool
    words: SpecMapping

    @property
    def class_name(self) -> str:
        """The name of its class."""
        return self.cls.__name__

    @property
    def first(self) -> int:
        """Where it begins in the record (the first item, where the layout repeats)."""
        return self.fields[0].start

    @property
    def width(self) -> int:
        """How many characters it has."""
        return self.fields[-1].end - self.first + 1

    @property
    def class_fields(self) -> list[FieldSpec]:
        """The fields as the class has them."""
        return [f for f in self.cls.FIELDS.values() if isinstance(f, FieldSpec)]


def every_field(fields: Sequence[FieldSpec]) -> Iterator[FieldSpec]:
    """The fields and all that are nested in them."""
    for f in fields:
        yield f
        for layout in f.layouts:
            yield from every_field(layout.fields)
