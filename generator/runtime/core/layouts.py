"""A line of text and the fields that decode it: the base of records and their parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Any, ClassVar, NoReturn, Self

from .conditions import BLANK, Condition, Texts, comparison_holds, must_be
from .errors import BuildError, FieldError, JcqError, hint
from .fields import Field, field_table
from .former_names import by_current_name, current_name, field_called, former_names
from .issues import WEAK_GRADES, Fault
from .kinds.literal import Literal
from .outside import compared_within
from .registry import rule

IDENTIFIER_RULE = "field.identifier"
"""The id of the rule for check letters and check digits."""


class Layout:
    """Holds only the line of text that it was read from; every field decodes its own slice."""

    __slots__ = ("line",)

    line: str

    FIELDS: ClassVar[Mapping[str, Field]] = {}
    """The fields by name, in order of position."""

    START: ClassVar[int] = 1
    """The first position."""

    END: ClassVar[int] = 0
    """The last position."""

    _SETTABLE: ClassVar[tuple[str, ...]] = ()
    """The names of the fields that take a value."""

    _TEXTS: ClassVar[Callable[[str], tuple[str, ...]]] = lambda line: ()
    """Slices the line into the texts of these fields."""

    _DECODED: ClassVar[tuple[tuple[int, str], ...]] = ()
    """Index and name of each of them whose value is not simply its text."""

    _FORMER: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The current name of each field by its former name."""

    _NESTS: ClassVar[bool] = False
    """Whether a field contains nested layouts."""

    _CONDITIONS: ClassVar[Mapping[str, tuple[Condition, ...]]] = MappingProxyType({})
    """The conditions of the fields that have some."""

    _COMPARED_WITHIN: ClassVar[Mapping[str, frozenset[str]]] = MappingProxyType({})
    """The fields with which nested values are compared, by the field that contains those."""

    COMPARES: ClassVar[bool] = False
    """Whether values are compared with each other, here or in a nested layout."""

    ASKS_HEADER: ClassVar[bool] = False
    """Whether a condition, here or in a nested layout, depends on the file header."""

    def __init_subclass__(cls) -> None:
        """Derives what follows from the fields; takes their meanings from the docstrings of the
        properties."""
        super().__init_subclass__()
        if not cls.FIELDS:
            return
        described = (f.described(getattr(cls, name, None)) for name, f in cls.FIELDS.items())
        cls.FIELDS = field_table(*described)
        fields = list(cls.FIELDS.values())
        cls.START, cls.END = fields[0].start, fields[-1].end
        settable = [field for field in fields if field.kind.SETTABLE]
        cls._SETTABLE = tuple(field.name for field in settable)
        cls._TEXTS = _cutter([slice(field.start - 1, field.end) for field in settable])
        cls._DECODED = tuple((i, f.name) for i, f in enumerate(settable) if not f.kind.is_sliced)
        cls._FORMER = former_names([cls])
        nested = [one.layout for field in fields for one in field.kind.nested(field)]
        cls._NESTS = bool(nested)
        stated = {field.name: field.all_conditions for field in fields}
        cls._CONDITIONS = {name: conditions for name, conditions in stated.items() if conditions}
        every = [condition for conditions in cls._CONDITIONS.values() for condition in conditions]
        cls._COMPARED_WITHIN = compared_within(fields)
        cls.COMPARES = any(c.compares and not c.header for c in every) or any(
            one.COMPARES or any(f.compared_outside for f in one.FIELDS.values()) for one in nested
        )
        cls.ASKS_HEADER = any(c.header for c in every) or any(
            [field.kind.asks_header for field in fields] + [one.ASKS_HEADER for one in nested]
        )

    def __init__(self, line: str) -> None:
        if not isinstance(line, str):
            needed = "a line of text is needed"
            raise JcqError(f"{type(self).__name__}: {needed}, not {type(line).__name__}")
        set_line(self, line)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuses assignment: sets and dicts hash a record by its line."""
        advice = "use replace()" if name in self.FIELDS else "make a new one"
        raise AttributeError(f"{type(self).__name__}.{name} cannot be assigned; {advice}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be deleted")

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.line,)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.own_text() == other.own_text()

    def __hash__(self) -> int:
        return hash((type(self), self.own_text()))

    def __repr__(self) -> str:
        shown = (self._shown(f) for f in self.FIELDS.values() if f.kind.SETTABLE)
        return f"{type(self).__name__}({', '.join(shown)})"

    def own_text(self) -> str:
        """The text of this layout; if the line is too short, the rest is blank."""
        return self.line[self.START - 1 : self.END].ljust(self.END - self.START + 1)

    def text(self, name: str) -> str:
        """The text of a field; if the line is too short, the rest is blank.

        Raises KeyError if there is no such field, and JcqError if the name is not text.
        """
        try:
            field = self.FIELDS[name]
        except (KeyError, TypeError):
            field = field_called(name, self.FIELDS, self._FORMER, type(self).__name__)
        start, width = field.start - 1, field.width
        return self.line[start : start + width].ljust(width)

    def decode(self, name: str) -> Any:
        """The value of a field. Raises FieldError if its text cannot be decoded."""
        try:
            field = self.FIELDS[name]
        except (KeyError, TypeError):
            field = field_called(name, self.FIELDS, self._FORMER, type(self).__name__)
        try:
            return field.kind.read(self, field)
        except ValueError as error:
            if isinstance(error, FieldError):
                raise
            record = type(self).__name__
            raise FieldError(record, name, field.start, field.end, str(error)) from None

    def values(self) -> tuple[Any, ...]:
        """The values of all fields except literals and fillers, in order.

        Raises FieldError if one cannot be decoded.
        """
        values: list[Any] = [text.rstrip(" ") for text in type(self)._TEXTS(self.line)]
        for index, name in self._DECODED:
            values[index] = getattr(self, name)
        return tuple(values)

    def as_dict(self) -> Mapping[str, Any]:
        """The fields by name as plain data: texts, numbers, dates, None. Groups are lists, nested
        layouts are dicts; literals and fillers are left out.

        Raises FieldError if a field cannot be decoded.
        """
        values: Mapping[str, Any] = self._as_dict()
        return values

    def _as_dict(self) -> Any:
        """The same, typed for the generated class."""
        plain = map(_plain, self.values()) if self._NESTS else self.values()
        return dict(zip(self._SETTABLE, plain, strict=True))

    def faults(self) -> Iterator[Fault]:
        """All faults of the text, field by field, comparisons last. Never raises."""
        yield from self._faults_of(self.FIELDS.values())
        yield from self._comparison_faults(self._CONDITIONS)
        yield from self._faults_within(self._COMPARED_WITHIN)

    def _faults_within(self, names: Iterable[str]) -> Iterator[Fault]:
        """Faults for comparisons of values nested in these fields with fields beside them."""
        for name in names:
            yield from self.FIELDS[name].kind.check_against(self, self.FIELDS[name])

    def faults_in(self, header: Texts) -> Iterator[Fault]:
        """Further faults of the text in a file with this header."""
        for name, conditions in self._CONDITIONS.items():
            for condition in conditions:
                if condition.header and condition.holds_in(header):
                    yield from self._condition_faults(self.FIELDS[name], condition)
        for field in self.FIELDS.values():
            yield from field.kind.check_in(self, field, header)

    def compares(self) -> bool:
        """Whether the comparisons between values hold, provided nothing else is wrong."""
        return (
            not any(self._comparison_faults(self._CONDITIONS, is_sound=True))
            and all(field.kind.compares(self, field) for field in self.FIELDS.values())
            and not any(self._faults_within(self._COMPARED_WITHIN))
        )

    def is_wrong(self, name: str) -> bool:
        """Whether a field has a fault, apart from comparisons."""
        return any(self._faults_of((self.FIELDS[name],)))

    def _faults_of(self, fields: Iterable[Field]) -> Iterator[Fault]:
        """The faults of these fields, apart from comparisons."""
        for field in fields:
            text = self.text(field.name)
            yield from self.presence_faults(field, text)
            if field.is_nothing(text) and (field.blank or field.kind.SETTABLE):
                continue
            if text.rstrip(" ") in field.forbidden:
                instead = field.kind.instead(field.forbidden, field.width)
                value = field.forbidden[0] if len(field.forbidden) == 1 else "this value"
                yield field.fault("field.forbidden", f"{value} is not allowed{instead}")
            yield from self._value_faults(field, text)

    @rule(IDENTIFIER_RULE)
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
        """Faults for a field that must or must not be blank, on its own or because of other
        fields."""
        if not text.strip(" ") and not field.blank and field.kind.SETTABLE:
            yield field.fault("field.required", "must not be blank")
            return
        for condition in self._CONDITIONS.get(field.name, ()):
            if not condition.header and not condition.compares:
                yield from self._condition_faults(field, condition)

    def _comparison_faults(
        self, names: Iterable[str], *, is_sound: bool = False
    ) -> Iterator[Fault]:
        """Faults for comparisons of these fields with others that do not hold."""
        for name in names:
            for condition in self._CONDITIONS.get(name, ()):
                if condition.compares and not condition.header:
                    yield from self._condition_faults(self.FIELDS[name], condition, is_sound)

    def _condition_faults(
        self, field: Field, condition: Condition, is_sound: bool = False
    ) -> Iterator[Fault]:
        """A fault if the condition does not hold.

        Values are compared only if neither of them has another fault.
        """
        if not condition.holds_beside(self):
            return
        if condition.compares:
            other = self.FIELDS[condition.other]
            if not is_sound and any(self._faults_of((field, other))):
                return
            value = self.decode(field.name)
            holds = comparison_holds(condition.must, value, self.decode(condition.other))
        else:
            text = self.text(field.name)
            holds = field.is_nothing(text) == (condition.must == BLANK)
            if not holds and text in field.none:
                what = f"{text} means no value, but one is needed when {condition.case_in_words}"
                yield field.fault(condition.rule_id, what)
                return
        if not holds:
            yield field.fault(condition.rule_id, must_be(field.requirement_of(condition)))

    def _shown(self, field: Field) -> str:
        if field.may_be_personal:
            return f"{field.name}=..."
        try:
            return f"{field.name}={self.decode(field.name)!r}"
        except FieldError:
            return f"{field.name}=?"

    @classmethod
    def _is_given(cls, former: str, value: object, default: object) -> bool:
        """Whether `build` is given a value by the former name of a field."""
        return value != default and current_name(former, cls._FORMER, 3) != former

    @classmethod
    def _warn_of(cls, former: str) -> None:
        """Warns about the use of a field's former name."""
        current_name(former, cls._FORMER, 3)

    @classmethod
    def _build(cls, values: Sequence[Any]) -> Self:
        """Encodes the values of all settable fields, in order; literals are filled in.

        Raises BuildError if a value does not fit.
        """
        return cls._built_field_by_field(dict(zip(cls._SETTABLE, values, strict=True)))

    @classmethod
    def _built_field_by_field(cls, values: Mapping[str, Any]) -> Self:
        """The same from values by name; the error says which value does not fit, and why."""
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
        """The text of a value. Raises BuildError if it does not fit."""
        try:
            return field.encode(value)
        except ValueError as error:
            raise BuildError(f"{cls.__name__}.{field.name}: {error}") from None

    def _replace(self, changes: Mapping[str, Any]) -> Self:
        """A copy with these fields set; all other characters are kept.

        Raises BuildError if a value does not fit, TypeError if there is no such field.
        """
        if self._FORMER:
            changes = by_current_name(changes, self._FORMER)
        for name in changes:
            if name not in self._SETTABLE:
                self._refuse_name(name)
        changed = self._with(changes)
        changed._refuse_contradictions(changes)
        return changed

    def _refuse_name(self, name: str) -> NoReturn:
        what = f"{type(self).__name__}.replace() has no field {name!r}"
        raise TypeError(f"{what}; {hint(name, self._SETTABLE)}")

    def _with(self, values: Mapping[str, Any]) -> Self:
        line = self.line
        for name, value in values.items():
            field = self.FIELDS[name]
            if field.kind.holds(self.text(name), value):
                continue
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
        """Raises BuildError if a value contradicts other fields."""
        name = type(self).__name__
        for field in self.FIELDS.values():
            refusal = ""
            if field.name in values:
                refusal = field.kind.refusal(self, values[field.name])
            elif not values.keys().isdisjoint(field.kind.beside):
                refusal = field.kind.refusal(self, self.decode(field.name))
            if refusal:
                raise BuildError(f"{name}.{field.name}: {refusal}")
            conditions = self._CONDITIONS.get(field.name, ())
            decide = {field.name, *(name for one in conditions for name in one.names)}
            if not values.keys().isdisjoint(decide):
                for fault in self.presence_faults(field, self.text(field.name)):
                    raise BuildError(f"{name}.{field.name}: {fault.message}")
                for fault in self._comparison_faults((field.name,)):
                    raise BuildError(f"{name}.{field.name}: {fault.message}")
        for field_name, others in self._COMPARED_WITHIN.items():
            if not values.keys().isdisjoint({field_name, *others}):
                for fault in self._faults_within((field_name,)):
                    raise BuildError(f"{name}.{fault.field}: {fault.message}")


set_line: Callable[[Layout, str], None] = Layout.__dict__["line"].__set__
"""Sets the line of a new object, which cannot be assigned later."""


def _cutter(slices: list[slice]) -> Callable[[str], tuple[str, ...]]:
    """A function that slices a line; fast for several slices."""
    if len(slices) > 1:
        return itemgetter(*slices)
    return lambda line: tuple(line[characters] for characters in slices)


def _plain(value: Any) -> Any:
    if isinstance(value, Layout):
        return value._as_dict()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
