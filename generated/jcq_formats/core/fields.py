"""One field of a record: its position, its kind, and the other facts of the spec."""  # Copied from generator/runtime/core/fields.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Protocol

from .codes import CodeList
from .conditions import BLANK, FILLED, Condition, comparison_in_words
from .issues import Fault
from .kinds.kind import Kind
from .values import ColumnType

OF_RECORD = " of the record"
"""Follows the name of a field of the record that contains a nested one."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a field counts: records or centres, in the centre block, the file or the set."""

    what: str
    within: str
    matching: str = ""
    zero_allowed: tuple[str, ...] = ()


class Checksum(Protocol):
    """A module that computes checksums of records, one record after another."""

    TITLE: str
    WIDTH: int

    def begin(self) -> int:
        """The checksum of no records."""

    def add(self, so_far: int, record: bytes) -> int:
        """The checksum after one more record, given its bytes without padding and line end."""

    def text(self, so_far: int) -> str:
        """The checksum as the text of a field."""


@dataclass(frozen=True, slots=True)
class Total:
    """What a header or trailer totals: a field of the records with a key, or a checksum of the
    records themselves (``over`` a key, or `records`)."""

    over: str
    field: str = ""
    checksum: Checksum | None = None

    def begin(self) -> int:
        """The total of no records."""
        return self.checksum.begin() if self.checksum is not None else 0


class Identifier(Protocol):
    """A module of identifiers: how the check letter or digit follows from the rest."""

    PATTERN: str

    def fault(self, text: str) -> tuple[str, str] | None:
        """What is wrong with the text, and the evidence grade of that fact; None if nothing is."""

    def made_up(self, number: int) -> str:
        """A valid identifier for test data."""


@dataclass(frozen=True, slots=True)
class Field:
    """The characters ``start`` to ``end`` (from 1, inclusive) of a record.

    ``meaning`` is the docstring of the field's property, if it has one. ``formerly`` is its name
    before this release. ``grade`` is the evidence grade of the field; empty if that of the record
    applies. ``conditions`` are those not expressed by ``blank_when``, ``filled_when`` and
    ``compare``. ``compare_record`` compares the value of a nested field with fields of the record,
    ``compare_previous`` with that of the previous item in a group.
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
    compare_record: Mapping[str, str] = field(default_factory=dict)
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
        """The last position, from 1."""
        return self.start + self.width - 1

    @property
    def optional(self) -> bool:
        """Whether `build` accepts no value for it."""
        return self.blank or bool(self.none) or bool(self.default)

    @property
    def may_be_personal(self) -> bool:
        """Whether it is personal, or its meaning is not established."""
        return self.personal or not self.kind.IS_ESTABLISHED

    @property
    def holds_personal_data(self) -> bool:
        """Whether it is personal, or contains a nested field that is."""
        return self.personal or any(
            field.holds_personal_data
            for nested in self.kind.nested(self)
            for field in nested.layout.FIELDS.values()
        )

    @property
    def all_conditions(self) -> tuple[Condition, ...]:
        """All conditions on the field, one by one."""
        return (
            *(Condition({o: codes}, must=BLANK) for o, codes in self.blank_when.items()),
            *(Condition({o: codes}, must=FILLED) for o, codes in self.filled_when.items()),
            *(Condition(must=word, other=other) for word, other in self.compare.items()),
            *self.conditions,
        )

    @property
    def decided_by(self) -> tuple[str, ...]:
        """The fields of the same layout on which its faults depend, by name."""
        return (*self.kind.decided_by, *(n for one in self.all_conditions for n in one.names))

    @property
    def record_comparisons(self) -> tuple[Condition, ...]:
        """The comparisons with fields of the record that contains the layout."""
        return tuple(Condition(must=word, other=name) for word, name in self.compare_record.items())

    @property
    def compared_outside(self) -> str:
        """How it compares with fields of the record and the previous item, in words; empty if there
        are no such rules."""
        said = [self.requirement_of(one) + OF_RECORD for one in self.record_comparisons]
        return " and ".join([*said, *[self.order_of_places] * bool(self.compare_previous)])

    @property
    def order_of_places(self) -> str:
        """How it compares with the previous item, in words; empty if there is no such rule."""
        if not self.compare_previous:
            return ""
        comparison = comparison_in_words(self.compare_previous, of_time=self.is_of_time)
        return f"{comparison} that of the place before"

    @property
    def is_of_time(self) -> bool:
        """Whether its values are dates or times."""
        return self.kind.COLUMN in (ColumnType.DATE, ColumnType.TIME)

    def requirement_of(self, condition: Condition, needed: str = FILLED) -> str:
        """A condition on the field in words, see `Condition.requirement_in_case`."""
        return condition.requirement_in_case(needed, of_time=self.is_of_time)

    def described(self, stated: object) -> Field:
        """The field with the docstring of its property as its meaning, unless it has one."""
        if self.meaning or not isinstance(stated, property):
            return self
        return replace(self, meaning=" ".join((stated.__doc__ or "").split()))

    def is_nothing(self, text: str) -> bool:
        """Whether the text means null: blank, or one of the field's texts for null."""
        return not text.strip(" ") or text in self.none

    def decode(self, text: str) -> Any:
        """The value of the text; if the text is too short, the rest counts as blank.

        Raises ValueError, with a reason that does not contain the text.
        """
        if not text.strip(" ") or text in self.none:
            return self.kind.NOTHING
        return self.kind.decode(text.ljust(self.width))

    def encode(self, value: Any) -> str:
        """The text of a value. Raises ValueError with the reason if it does not fit."""
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
        """A fault of this field, from ``start`` or else from its first position."""
        return Fault(rule, message, start or self.start, self.end, self.name, self.grade)


def field_table(*fields: Field) -> Mapping[str, Field]:
    """Fields by name, in order of position."""
    return MappingProxyType({f.name: f for f in fields})
