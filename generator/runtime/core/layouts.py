"""A line of text and the fields that read it: what records and their parts have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, ClassVar, Final, Self

from .errors import BuildError, FieldError
from .fields import Field
from .issues import WEAK_GRADES, Fault
from .kinds.literal import Literal

IDENTIFIER_RULE = "field.identifier"
"""The id of the rule that check letters and digits break."""


class Unchanged(Enum):
    """The mark of `replace` for a field that keeps its columns."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED


class Layout:
    """Holds the line of text it was read from and nothing else; every field decodes its slice."""

    __slots__ = ("line",)

    line: str

    FIELDS: ClassVar[Mapping[str, Field]] = {}
    """The fields by name, in the order of their columns."""

    START: ClassVar[int] = 1
    """The first column."""

    END: ClassVar[int] = 0
    """The last column."""

    def __init__(self, line: str) -> None:
        self.line = line

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.own_text() == other.own_text()

    def __hash__(self) -> int:
        return hash((type(self), self.own_text()))

    def __repr__(self) -> str:
        shown = ", ".join(
            self._shown(field) for field in self.FIELDS.values() if field.kind.SETTABLE
        )
        return f"{type(self).__name__}({shown})"

    def own_text(self) -> str:
        """The columns of this layout as they stand; missing ones at the end are blank."""
        return self.line[self.START - 1 : self.END].ljust(self.END - self.START + 1)

    def text(self, name: str) -> str:
        """The columns of a field as they stand; missing ones at the end are blank.

        Raises KeyError where there is no such field.
        """
        field = self.FIELDS[name]
        start, width = field.start - 1, field.width
        return self.line[start : start + width].ljust(width)

    def decode(self, name: str) -> Any:
        """The value of a field. Raises FieldError where its columns cannot be decoded."""
        field = self.FIELDS[name]
        try:
            return field.kind.read(self, field)
        except ValueError as error:
            if isinstance(error, FieldError):
                raise
            record = type(self).__name__
            raise FieldError(record, name, field.start, field.end, str(error)) from None

    def values(self) -> tuple[Any, ...]:
        """The value of every field that is no literal and no filler, in the order of the columns.

        Raises FieldError where one cannot be decoded.
        """
        return tuple(self.decode(f.name) for f in self.FIELDS.values() if f.kind.SETTABLE)

    def texts(self) -> tuple[str, ...]:
        """The columns of the same fields as they stand, without the blanks behind them."""
        settable = (f.name for f in self.FIELDS.values() if f.kind.SETTABLE)
        return tuple(self.text(name).rstrip(" ") for name in settable)

    def as_dict(self) -> dict[str, Any]:
        """The fields by name as plain data: texts, numbers, dates, None; groups are lists, layouts
        within are dicts; literals and fillers are left out.

        Raises FieldError where a field cannot be decoded.
        """
        settable = (f.name for f in self.FIELDS.values() if f.kind.SETTABLE)
        return {name: _plain(value) for name, value in zip(settable, self.values(), strict=True)}

    def faults(self) -> Iterator[Fault]:
        """Everything wrong with the columns, field by field. Never raises."""
        for field in self.FIELDS.values():
            text = self.text(field.name)
            yield from self.presence_faults(field, text)
            if field.is_nothing(text) and (field.blank or field.kind.SETTABLE):
                continue
            if text.rstrip(" ") in field.forbidden:
                yield field.fault("field.forbidden", "this value cannot occur")
            yield from self._value_faults(field, text)

    def _value_faults(self, field: Field, text: str) -> Iterator[Fault]:
        sound = True
        for fault in field.kind.check(self, field, text):
            sound = False
            yield fault
        found = field.identifier.fault(text) if sound and field.identifier is not None else None
        if found is not None:
            message, grade = found
            fault = field.fault(IDENTIFIER_RULE, message)
            yield fault._replace(grade=grade) if grade in WEAK_GRADES else fault

    def presence_faults(self, field: Field, text: str) -> Iterator[Fault]:
        """What is wrong with a field's being blank or filled, by itself and beside others."""
        nothing = field.is_nothing(text)
        if not text.strip(" ") and not field.blank and field.kind.SETTABLE:
            yield field.fault("field.required", "must not be blank")
            return
        for other, codes in field.blank_when.items():
            if not nothing and self._holds(other, codes):
                rule = field.condition_rule("blank_when", other)
                yield field.fault(rule, f"must be blank when {_named(other, codes)}")
        for other, codes in field.filled_when.items():
            if nothing and self._holds(other, codes):
                rule = field.condition_rule("filled_when", other)
                yield field.fault(rule, f"is needed when {_named(other, codes)}")

    def _holds(self, name: str, codes: tuple[str, ...]) -> bool:
        return self.text(name).rstrip(" ") in codes

    def _shown(self, field: Field) -> str:
        if field.personal:
            return f"{field.name}=..."
        try:
            return f"{field.name}={self.decode(field.name)!r}"
        except FieldError:
            return f"{field.name}=?"

    @classmethod
    def _built(cls, values: Mapping[str, Any]) -> Self:
        """A new object in which these fields are set, and the literals with them."""
        texts = [" " * (cls.START - 1)]
        for name, field in cls.FIELDS.items():
            if name in values:
                texts.append(cls._encoded(field, values[name]))
            else:
                literal = field.kind.literal if isinstance(field.kind, Literal) else ""
                texts.append(literal.ljust(field.width))
        built = cls("".join(texts))
        built._refuse_contradictions(values)
        return built

    @classmethod
    def _encoded(cls, field: Field, value: Any) -> str:
        """The columns of a value. Raises BuildError where it does not fit."""
        try:
            return field.encode(value)
        except ValueError as error:
            raise BuildError(f"{cls.__name__}.{field.name}: {error}") from None

    def _replaced(self, changes: Mapping[str, Any]) -> Self:
        """A copy with these fields set; every other column keeps its byte."""
        wanted = {name: value for name, value in changes.items() if value is not UNCHANGED}
        changed = self._with(wanted)
        changed._refuse_contradictions(wanted)
        return changed

    def _with(self, values: Mapping[str, Any]) -> Self:
        line = self.line
        for name, value in values.items():
            field = self.FIELDS[name]
            text = self._encoded(field, value)
            if (
                len(line) < field.end
                and not text.strip(" ")
                and not line[field.start - 1 :].strip(" ")
            ):
                continue
            line = line[: field.start - 1].ljust(field.start - 1) + text + line[field.end :]
        return type(self)(line)

    def _refuse_contradictions(self, values: Mapping[str, Any]) -> None:
        """Raises BuildError where a value cannot stand beside what the other columns hold."""
        name = type(self).__name__
        for field in self.FIELDS.values():
            refusal = field.kind.refusal(self, values[field.name]) if field.name in values else ""
            if refusal:
                raise BuildError(f"{name}.{field.name}: {refusal}")
            if field.name in values or not values.keys().isdisjoint(
                (*field.blank_when, *field.filled_when)
            ):
                for fault in self.presence_faults(field, self.text(field.name)):
                    raise BuildError(f"{name}.{field.name}: {fault.message}")


class Part(Layout):
    """Columns within a record that have fields of their own: an item of a group, or a variant."""

    __slots__ = ()


def _named(field: str, codes: tuple[str, ...]) -> str:
    return f"{field} is {' or '.join(codes)}"


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return value.as_dict()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
