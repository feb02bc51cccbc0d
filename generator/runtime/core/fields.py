"""One field of a record: where it stands, how it reads, and what the spec says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Protocol

from .codes import CodeList
from .conditions import BLANK, COMPARISONS, FILLED, Condition
from .issues import Fault
from .kinds.kind import Kind


@dataclass(frozen=True, slots=True)
class Counts:
    """What a number counts: records or centres, in the centre block, the file or the set."""

    what: str
    within: str
    matching: str = ""
    zero_allowed: tuple[str, ...] = ()


class Checksum(Protocol):
    """A module of checksums: one of records, as they go by."""

    TITLE: str
    WIDTH: int

    def begin(self) -> int:
        """The sum of no records."""

    def add(self, so_far: int, record: bytes) -> int:
        """The sum with the bytes of one more record, without padding and line end."""

    def text(self, so_far: int) -> str:
        """The sum as a field holds it."""


@dataclass(frozen=True, slots=True)
class Total:
    """What a header or trailer sums: the field of the records of a key, or the records themselves
    (``over`` a key, or `records`) by the ``rule`` of a checksum."""

    over: str
    field: str = ""
    rule: Checksum | None = None

    def begin(self) -> int:
        """The sum of no records."""
        return self.rule.begin() if self.rule is not None else 0


class Identifier(Protocol):
    """A module of identifiers: what the check letter or digit of one says about the rest of it."""

    PATTERN: str

    def fault(self, text: str) -> tuple[str, str] | None:
        """What is wrong with the columns, and the grade of that fact; None if nothing is."""

    def made_up(self, number: int) -> str:
        """A valid one for test data."""


@dataclass(frozen=True, slots=True)
class Field:
    """The characters ``start`` to ``end`` (from 1, inclusive) of a record.

    ``meaning`` is the docstring of the field's property, where it has one; ``formerly`` is its name
    before this release; ``grade`` is that of its own evidence, and empty where that of the record
    holds. ``conditions`` are those that ``blank_when``, ``filled_when`` and ``compare`` do not say;
    ``compare_previous`` compares it with the place before, in a group.
    """

    name: str
    start: int
    width: int
    kind: Kind
    meaning: str = ""
    formerly: str = ""
    role: str = ""
    grade: str = ""
    blank: bool = False
    blank_when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    filled_when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    compare: Mapping[str, str] = field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()
    compare_previous: str = ""
    none: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    default: str = ""
    key: bool = False
    refers_to: tuple[str, ...] = ()
    wildcard: str = ""
    special: CodeList | None = None
    counts: Counts | None = None
    total: Total | None = None
    agrees: str = ""
    personal: bool = False
    identifier: Identifier | None = None

    @property
    def end(self) -> int:
        """The last column, from 1."""
        return self.start + self.width - 1

    @property
    def optional(self) -> bool:
        """Whether `build` may be called without it."""
        return self.blank or bool(self.none) or bool(self.default)

    @property
    def may_be_personal(self) -> bool:
        """Whether it is personal, or nobody knows what it is."""
        return self.personal or not self.kind.IS_ESTABLISHED

    @property
    def holds_personal_data(self) -> bool:
        """Whether it is personal, or a field of a layout within it."""
        return self.personal or any(
            field.holds_personal_data
            for nested in self.kind.nested(self)
            for field in nested.layout.FIELDS.values()
        )

    @property
    def all_conditions(self) -> tuple[Condition, ...]:
        """Every condition that it must keep, each by itself."""
        return (
            *(Condition({o: codes}, must=BLANK) for o, codes in self.blank_when.items()),
            *(Condition({o: codes}, must=FILLED) for o, codes in self.filled_when.items()),
            *(Condition(must=word, other=other) for word, other in self.compare.items()),
            *self.conditions,
        )

    @property
    def order_of_places(self) -> str:
        """How it compares with the place before, in words; empty where it need not."""
        if not self.compare_previous:
            return ""
        return f"{COMPARISONS[self.compare_previous].said} that of the place before"

    def is_nothing(self, text: str) -> bool:
        """Whether the columns hold nothing: blanks, or a text that means none."""
        return not text.strip(" ") or text in self.none

    def decode(self, text: str) -> Any:
        """The value of the columns; missing ones at the end read as blank.

        Raises ValueError, with a reason that does not hold the text.
        """
        if not text.strip(" ") or text in self.none:
            return self.kind.NOTHING
        return self.kind.decode(text.ljust(self.width))

    def encode(self, value: Any) -> str:
        """The columns of a value. Raises ValueError with the reason where it does not fit."""
        if value is None or (isinstance(value, (str, tuple, list)) and not value):
            return (self.none[0] if self.none else "").ljust(self.width)
        text = self.kind.encode(value, self.width)
        if text in self.none:
            raise ValueError(f"{text!r} means null: leave the value out")
        if text.rstrip(" ") in self.forbidden:
            instead = self.kind.instead(self.forbidden, self.width)
            raise ValueError(f"{text.rstrip(' ')!r} is not allowed{instead}")
        return text

    def fault(self, rule: str, message: str, start: int = 0) -> Fault:
        """A fault of this field; it starts at its first column unless said otherwise."""
        return Fault(rule, message, start or self.start, self.end, self.name, self.grade)


def field_table(*fields: Field) -> Mapping[str, Field]:
    """Fields by name, in the order of their columns."""
    return MappingProxyType({f.name: f for f in fields})
