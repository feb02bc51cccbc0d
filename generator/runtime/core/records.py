"""A record is its line of text. Checking tries an accept pattern first, then single rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from .accepting import acceptor
from .character_encodings import broken_bytes, is_whole
from .conditions import CONDITION_RULE
from .encoding import encoder_of
from .fields import Identifier
from .issues import Fault, Issue, Rule
from .layouts import Layout, set_line
from .masking import UNESTABLISHED, ColumnRanges, columns_to_hide, every_column, is_sound, overlap
from .places import Place
from .printable import counted
from .registry import rule

ENCODING_RULE = "record.encoding"
"""The id of the rule for bytes that are not valid UTF-8."""


@rule(
    CONDITION_RULE,
    "field.filler",
    "field.forbidden",
    "field.required",
    "record.long",
    "record.short",
)
class Record(Layout):
    """One line of a file.

    ``line`` is the text as read, without its line end, with one character for each position (a byte
    in Latin-1; see `character_encodings` for UTF-8). It is never changed; `replace` returns a new
    record.
    """

    __slots__ = ()

    KEY: ClassVar[str] = ""
    """Data type and record type (``O5``); the record type alone if it is the same for all data
    types."""

    ROLE: ClassVar[str] = ""
    """The name by which program logic finds this record."""

    TITLE: ClassVar[str] = ""
    PLACE: ClassVar[Place] = Place.DATA

    CONTINUES: ClassVar[bool] = False
    """Whether it continues the data record before it."""

    GRADE: ClassVar[str] = ""
    GRADE_BY_DATA_TYPE: ClassVar[Mapping[str, str]] = {}

    LENGTHS: ClassVar[Mapping[str, int]] = {}
    """The length of the record by data type, with padding, without line end."""

    PERSONAL: ClassVar[tuple[tuple[int, int], ...]] = ()
    """The positions of personal data; groups and variants that contain any count as a whole."""

    IDENTIFIED: ClassVar[tuple[tuple[int, int, Identifier], ...]] = ()
    """The positions of identifiers, each with its module."""

    ACCEPT: ClassVar[str] = "(?!)"
    """A regular expression that all records without fault match, apart from padding. A record that
    matches can only have faults in check letters or digits of identifiers, and in comparisons."""

    RULES: ClassVar[Mapping[str, Rule]] = {}

    def __init_subclass__(cls) -> None:
        """Finds the positions of personal data and identifiers."""
        super().__init_subclass__()
        fields = cls.FIELDS.values()
        cls.PERSONAL = tuple((f.start, f.end) for f in fields if f.holds_personal_data)
        cls.IDENTIFIED = tuple(
            (f.start, f.end, f.identifier) for f in fields if f.identifier is not None
        )

    @property
    def length(self) -> int:
        """The length of a record of this data type, with padding."""
        lengths = self.LENGTHS
        only = next(iter(lengths.values())) if len(lengths) == 1 else self.END
        return lengths.get(self.line[:1], only)

    @property
    def grade(self) -> str:
        """The evidence grade of the layout, in a file of this data type."""
        return self.GRADE_BY_DATA_TYPE.get(self.line[:1], self.GRADE)

    @property
    def accepted(self) -> bool:
        """Whether the line has no fault at all, by pattern, check letters and comparisons."""
        return acceptor(type(self), self.length)(self.line) and is_whole(self.line)

    def faults(self) -> Iterator[Fault]:
        """All faults of this line taken alone. Never raises."""
        length = self.length
        if len(self.line) < length:
            message = too_short(length - len(self.line), length)
            yield Fault("record.short", message, len(self.line) + 1, length)
        elif len(self.line) > length:
            extra = counted(len(self.line) - length, "character")
            message = f"the line is {extra} too long: it should have {length}"
            yield Fault("record.long", message, length + 1, len(self.line))
        yield from encoding_faults(self.line)
        yield from super().faults()
        rest = self.line[self.END : length]
        if rest.strip(" "):
            first = self.END + len(rest) - len(rest.lstrip(" ")) + 1
            yield Fault(
                "field.filler",
                "the positions after the last field should be blank",
                first,
                self.END + len(rest),
            )

    def issues(self, *, file: str = "", line_number: int = 0) -> list[Issue]:
        """All issues of this record taken alone; empty if there are none. Never raises."""
        if self.accepted:
            return []
        hidden = columns_to_hide(self)
        return [
            self.issue(fault, file=file, line_number=line_number, hidden=hidden)
            for fault in self.faults()
        ]

    def issue(
        self,
        fault: Fault,
        *,
        file: str = "",
        line_number: int = 0,
        rules: Mapping[str, Rule] | None = None,
        hidden: ColumnRanges | None = None,
    ) -> Issue:
        """A fault of this record as an issue; its severity depends on the evidence.

        ``rules`` replaces the catalogue of the class; ``hidden`` are the positions to mask, if
        known already. If the record is not sound, nothing of it is quoted.
        """
        rule = (self.RULES if rules is None else rules)[fault.rule]
        hidden = columns_to_hide(self) if hidden is None else hidden
        is_certain = not hidden or (
            hidden != every_column(self) and not overlap(hidden, fault.start, fault.end)
        )
        message = fault.message if is_certain else fault.unquoted or fault.message
        is_named = fault.field and fault.rule != UNESTABLISHED
        is_quoted = is_certain and bool(fault.field and fault.start)
        return Issue(
            rule=rule.id,
            severity=rule.severity_on(fault.grade or self.grade),
            grade=rule.grade_on(fault.grade or self.grade),
            message=f"{fault.field}: {message}" if is_named else message,
            file=file,
            line_number=line_number,
            record=self.line[:2] if self.FIELDS else "",
            field=fault.field,
            start=fault.start,
            end=fault.end,
            text=self.line,
            personal=hidden,
            value=self.line[fault.start - 1 : fault.end].strip(" ") if is_quoted else "",
            advice=rule.do,
        )

    def __repr__(self) -> str:
        sound = is_sound(self)
        shown = [
            self._shown(f) if sound else f"{f.name}=..."
            for f in self.FIELDS.values()
            if f.kind.SETTABLE
        ]
        return f"{type(self).__name__}({', '.join(shown)})"

    @classmethod
    def _build(cls, values: Sequence[Any]) -> Self:
        line = encoder_of(cls)(values)
        if line:
            record = object.__new__(cls)
            set_line(record, line)
            return record
        return super()._build(values)

    @classmethod
    def _built_field_by_field(cls, values: Mapping[str, Any]) -> Self:
        built = super()._built_field_by_field(values)
        return cls(built.line.ljust(built.length))


class UnknownRecord(Record):
    """A line of no known record, kept as it is."""

    __slots__ = ()

    TITLE = "Unknown record"
    PLACE = Place.UNKNOWN

    def __repr__(self) -> str:
        return f"UnknownRecord({len(self.line)} characters)"

    def own_text(self) -> str:
        return self.line

    def faults(self) -> Iterator[Fault]:
        """None: there is no layout to check it against. The file that contains it has the fault."""
        return iter(())


def too_short(missing: int, length: int) -> str:
    """The message for a line that lacks so many characters at its end."""
    return f"the line is {counted(missing, 'character')} too short: it should have {length}"


@rule(ENCODING_RULE)
def encoding_faults(line: str) -> Iterator[Fault]:
    """A fault for each stretch of a line that is not valid UTF-8, if its version has that
    encoding."""
    for first, last, shown in broken_bytes(line):
        message = f"invalid UTF-8 (bytes {shown})"
        yield Fault(ENCODING_RULE, message, first, last, unquoted="invalid UTF-8")
