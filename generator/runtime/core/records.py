"""A record is its line of text; checking it is an accept pattern first, the single rules after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, Self

from .fields import CONDITION_RULE, Identifier
from .formats import Place
from .issues import Fault, Issue, Rule
from .kinds.kind import is_number
from .layouts import Layout

MOVED = frozenset(
    (
        "field.closed-code",
        "field.digits",
        "field.filler",
        "field.integer",
        "field.justified",
        "field.literal",
        "field.required",
        "field.unestablished",
    )
)
"""The rules that break where columns have moved; a wrong value in its place breaks others."""

RECORD_RULES = (
    CONDITION_RULE,
    "field.filler",
    "field.forbidden",
    "field.required",
    "record.long",
    "record.short",
)
"""The ids of the rules that every record can break, whatever the kinds of its fields."""


class Record(Layout):
    """One line of a file.

    ``line`` is the text as read, without its line end: one character a byte (latin-1). It is never
    changed; `replace` gives a new record.
    """

    __slots__ = ()

    KEY: ClassVar[str] = ""
    """Data type and record type (``O5``); the record type alone where it serves them all."""

    ROLE: ClassVar[str] = ""
    """The name by which program logic finds this record."""

    TITLE: ClassVar[str] = ""
    PLACE: ClassVar[Place] = Place.DATA
    GRADE: ClassVar[str] = ""
    GRADE_BY_DATA_TYPE: ClassVar[Mapping[str, str]] = {}

    LENGTHS: ClassVar[Mapping[str, int]] = {}
    """The length of the record by data type, padding included, line end not."""

    PERSONAL: ClassVar[tuple[tuple[int, int], ...]] = ()
    """The columns that hold personal data."""

    IDENTIFIED: ClassVar[tuple[tuple[int, int, Identifier], ...]] = ()
    """The columns that hold identifiers, and the rule of each."""

    ACCEPT: ClassVar[str] = "(?!)"
    """A regular expression that records without any fault match, padding apart; what it lets
    through can have no fault but in the check letters of identifiers."""

    RULES: ClassVar[Mapping[str, Rule]] = {}

    @property
    def length(self) -> int:
        """The length that a record of this data type has, padding included."""
        return self.LENGTHS.get(self.line[:1], self.END)

    @property
    def grade(self) -> str:
        """The grade of the evidence for the layout, in a file of this data type."""
        return self.GRADE_BY_DATA_TYPE.get(self.line[:1], self.GRADE)

    @property
    def accepted(self) -> bool:
        """Whether the line has no fault at all: a pattern and check letters decide."""
        return acceptor(type(self), self.length)(self.line)

    def faults(self) -> Iterator[Fault]:
        """Everything wrong with this line, by itself. Never raises."""
        length = self.length
        if len(self.line) < length:
            missing = length - len(self.line)
            message = f"{_columns(missing)} missing at the end: {length} are expected"
            yield Fault("record.short", message, len(self.line) + 1, length)
        elif len(self.line) > length:
            extra = len(self.line) - length
            message = f"{_columns(extra)} too many: {length} are expected"
            yield Fault("record.long", message, length + 1, len(self.line))
        yield from super().faults()
        rest = self.line[self.END : length]
        if rest.strip(" "):
            first = self.END + len(rest) - len(rest.lstrip(" ")) + 1
            yield Fault("field.filler", "the padding should be blank", first, self.END + len(rest))

    def issues(self, *, file: str = "", line_number: int = 0) -> list[Issue]:
        """What is wrong with this record by itself; empty when nothing is. Never raises."""
        if self.accepted:
            return []
        return [self.issue(fault, file=file, line_number=line_number) for fault in self.faults()]

    def issue(
        self,
        fault: Fault,
        *,
        file: str = "",
        line_number: int = 0,
        rules: Mapping[str, Rule] | None = None,
    ) -> Issue:
        """A fault of this record as an issue; its severity follows the evidence.

        ``rules`` is the catalogue, where it is not that of the class.
        """
        rule = (self.RULES if rules is None else rules)[fault.rule]
        return Issue(
            rule=rule.id,
            severity=rule.severity_on(fault.grade or self.grade),
            grade=rule.grade_on(fault.grade or self.grade),
            message=f"{fault.field}: {fault.message}" if fault.field else fault.message,
            file=file,
            line_number=line_number,
            record=self.line[:2],
            field=fault.field,
            start=fault.start,
            end=fault.end,
            text=self.line,
            personal=self.personal_columns(),
        )

    def personal_columns(self) -> tuple[tuple[int, int], ...]:
        """The columns to mask: where some have slipped, all that personal data may have moved to.

        Of a line that is too long, what stands behind its columns is masked as well.
        """
        return self.columns_to_mask() if self.PERSONAL else ()

    def columns_to_mask(self) -> tuple[tuple[int, int], ...]:
        """The same in a file of candidates, where any line can hold what belongs to another."""
        moved = self._moved()
        if moved:
            first = self.PERSONAL[0][0] if self.PERSONAL else 0
            return ((first if min(moved) >= first > 0 else 3, len(self.line)),)
        if len(self.line) > self.END:
            return (*self.PERSONAL, (self.END + 1, len(self.line)))
        return self.PERSONAL

    @property
    def has_slipped(self) -> bool:
        """Whether its columns have moved, as far as can be told: what they hold is uncertain."""
        return bool(self._moved())

    def _moved(self) -> list[int]:
        """Where the fields begin that hold what cannot stand there; none in a sound record."""
        if acceptor(type(self), self.length)(self.line.ljust(self.length)):
            return []
        return [f.start for f in self.faults() if f.rule in MOVED or self._is_misshapen(f)]

    def _is_misshapen(self, fault: Fault) -> bool:
        """Whether a date is no number, or an identifier has another form than its kind."""
        field = self.FIELDS.get(fault.field)
        if field is None:
            return False
        text = self.text(field.name)
        if field.identifier is not None:
            return re.fullmatch(field.identifier.PATTERN, text) is None
        return fault.rule == "field.date" and not is_number(text)

    @classmethod
    def _accepted(cls, line: str) -> Self | None:
        """The record of this line, padded, if it has no fault at all."""
        length = cls.LENGTHS.get(line[:1], cls.END)
        if len(line) != cls.END or not acceptor(cls, length)(padded := line.ljust(length)):
            return None
        record = object.__new__(cls)
        record.line = padded
        return record

    @classmethod
    def _built(cls, values: Mapping[str, Any]) -> Self:
        built = super()._built(values)
        return cls(built.line.ljust(built.length))


class UnknownRecord(Record):
    """A line of no known record, kept as it stands."""

    __slots__ = ()

    TITLE = "Unknown record"
    PLACE = Place.UNKNOWN

    def __repr__(self) -> str:
        return f"UnknownRecord({len(self.line)} columns)"

    def own_text(self) -> str:
        return self.line

    def faults(self) -> Iterator[Fault]:
        """None: it has no layout to be held against. A file that holds it is what is wrong."""
        return iter(())

    def personal_columns(self) -> tuple[tuple[int, int], ...]:
        """Nobody knows what an unknown line holds: all but its first two columns."""
        return self.columns_to_mask()

    def columns_to_mask(self) -> tuple[tuple[int, int], ...]:
        return ((3, len(self.line)),) if len(self.line) > 2 else ()


_ACCEPTORS: dict[tuple[type[Record], int], Callable[[str], bool]] = {}


def acceptor(record: type[Record], length: int) -> Callable[[str], bool]:
    """What says whether a line of this length is a record without any fault, as fast as can be."""
    found = _ACCEPTORS.get((record, length))
    if found is None:
        found = _ACCEPTORS[record, length] = _new_acceptor(record, length)
    return found


def _new_acceptor(record: type[Record], length: int) -> Callable[[str], bool]:
    match = re.compile(f"(?:{record.ACCEPT}) *", re.DOTALL).fullmatch
    identified = [(start - 1, end, found.fault) for start, end, found in record.IDENTIFIED]
    if not identified:
        return lambda line: len(line) == length and match(line) is not None
    first, last = identified[0][0], identified[-1][1]
    sound = ""

    def accepts(line: str) -> bool:
        nonlocal sound
        if len(line) != length or match(line) is None:
            return False
        # The records of a candidate mostly follow one another.
        if line[first:last] != sound:
            for start, end, fault in identified:
                if line[start] != " " and fault(line[start:end]) is not None:
                    return False
            sound = line[first:last]
        return True

    return accepts


def _columns(count: int) -> str:
    return "1 column" if count == 1 else f"{count} columns"
