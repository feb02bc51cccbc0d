"""Fields, nested layouts, and the lists that fields refer to: objects of the runtime, with evidence
and the author's nodes."""

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
from generator.runtime.core.parts import Part

DIRECTION = "direction"
"""Stands for the data type's direction, in place of a field that chooses a layout."""


@dataclass(frozen=True, slots=True)
class CodeEvidence:
    """The evidence for one code of a list; ``sources`` only if it has its own."""

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
        """The name of the pattern of its codes, padded to a width or unpadded."""
        return f"{self.constant}_PATTERN_{width}" if width else f"{self.constant}_PATTERN"


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterSetSpec(CharacterSet):
    """The permitted characters of texts, with the evidence."""

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

    ``kind`` is a bare `Kind` if the author's kind has an error; ``established`` is the grade that
    applies, its own or that of the enclosing item; ``only`` lists the data types that a field at
    the beginning of every record can have.
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
        """The spec's name of its identifier; empty if it has none."""
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
        """The number of items of a group; 0 for every other field."""
        repeat: int = self.words.get("repeat", 0)
        return repeat

    @property
    def chooser(self) -> str:
        """The name of the field that chooses the layout of a variant; otherwise empty."""
        return self.kind.chosen_by if isinstance(self.kind, Variant) else ""

    @property
    def code_list(self) -> CodeListSpec | None:
        """The list of its codes."""
        return _spec_of(self.kind.codes) if isinstance(self.kind, Code) else None

    @property
    def code_lists(self) -> tuple[CodeListSpec, ...]:
        """All lists that may apply to its codes."""
        return tuple(map(_spec_of, self.kind.lists)) if isinstance(self.kind, Code) else ()

    @property
    def starts_with(self) -> CodeListSpec | None:
        """The list of permitted beginnings of its texts."""
        codes = self.kind.starts_with if isinstance(self.kind, Text) else None
        return _spec_of(codes) if codes is not None else None

    @property
    def character_set(self) -> CharacterSetSpec | None:
        """The permitted characters of its texts."""
        characters = self.kind.characters if isinstance(self.kind, Text) else None
        return characters if isinstance(characters, CharacterSetSpec) else None


def _spec_of(codes: CodeList) -> CodeListSpec:
    assert isinstance(codes, CodeListSpec)
    return codes


@dataclass(frozen=True, slots=True)
class LayoutSpec:
    """Fields within a record that have a class of their own: the item of a group or one layout of a
    variant. ``when`` lists the values of the chooser for it; ``cls`` is the class of the package,
    in which positions of an item of a group count from 1."""

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
        """Its first position in the record (of the first item, if the layout repeats)."""
        return self.fields[0].start

    @property
    def width(self) -> int:
        """Its number of characters."""
        return self.fields[-1].end - self.first + 1

    @property
    def class_fields(self) -> list[FieldSpec]:
        """The fields of the class."""
        return [f for f in self.cls.FIELDS.values() if isinstance(f, FieldSpec)]


def every_field(fields: Sequence[FieldSpec]) -> Iterator[FieldSpec]:
    """The fields and all nested fields."""
    for f in fields:
        yield f
        for layout in f.layouts:
            yield from every_field(layout.fields)
