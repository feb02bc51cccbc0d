"""The base class of all kinds of field."""  # Copied from generator/runtime/core/kinds/kind.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple, Protocol, TypeAlias

from ..characters import unwritable
from ..conditions import Texts
from ..issues import Fault
from ..registry import rules_of
from ..values import ColumnType, text_of


class Columns(Protocol):
    """A record, or a layout nested in one, as a kind reads it."""

    line: str
    FIELDS: ClassVar[Mapping[str, Any]]
    COMPARES: ClassVar[bool]
    ASKS_HEADER: ClassVar[bool]

    def text(self, name: str) -> str:
        """The text of a field."""

    def decode(self, name: str) -> Any:
        """The value of a field."""

    def is_wrong(self, name: str) -> bool:
        """Whether a field has a fault, apart from comparisons with other fields."""


class Placed(Protocol):
    """A field, as its kind reads it."""

    @property
    def name(self) -> str: ...

    @property
    def start(self) -> int: ...

    @property
    def width(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def none(self) -> tuple[str, ...]: ...

    def is_nothing(self, text: str) -> bool:
        """Whether the text means null."""

    def decode(self, text: str) -> Any:
        """The value of the text."""

    def fault(self, rule: str, message: str, start: int = 0) -> Fault:
        """A fault of the field."""


Encoder: TypeAlias = Callable[[Any, Sequence[Any]], str]
"""Encodes the text of one field, given its value and the values of all fields."""


class Nested(NamedTuple):
    """A layout nested in a field: when it applies, and the offset of its first position."""

    when: str
    layout: type[Columns]
    offset: int


class Kind:
    """How the text of a field is decoded and encoded.

    A kind sees the text of the field alone. Blanks and the field's texts for null never reach
    ``decode``, ``faults`` and ``pattern``; null (``nothing``) never reaches ``encode``.
    """

    __slots__ = ()

    NOTHING: ClassVar[Any] = ""
    """The value of a blank field."""

    SETTABLE: ClassVar[bool] = True
    """Whether a record is built with a value for such a field."""

    IS_ESTABLISHED: ClassVar[bool] = True
    """Whether the meaning of its text is established."""

    READABLE: ClassVar[bool] = True
    """Whether such a field has content, so that the record has a property for it."""

    IS_TEXT: ClassVar[bool] = False
    """Whether the value is the text of the field without trailing blanks."""

    BLANK_ALLOWED: ClassVar[bool] = False
    """Whether such a field may be blank even if the spec does not say so."""

    COLUMN: ClassVar[ColumnType] = ColumnType.TEXT
    """The type of the values, and so of their column in a table."""

    NEEDS: ClassVar[frozenset[str]] = frozenset()
    """Keys that the spec must have for this kind."""

    TAKES: ClassVar[frozenset[str]] = frozenset()
    """Keys that the spec may have for this kind."""

    @property
    def is_sliced(self) -> bool:
        """Whether the value is a slice of the line, without trailing blanks."""
        return self.IS_TEXT

    @property
    def asks_header(self) -> bool:
        """Whether the valid values depend on the file header."""
        return False

    @property
    def beside(self) -> tuple[str, ...]:
        """The fields of the same layout on which the value depends, so that they change
        together."""
        return ()

    @property
    def decided_by(self) -> tuple[str, ...]:
        """The fields of the same layout on which the meaning of the text depends."""
        return self.beside

    @property
    def scale(self) -> int:
        """The number of decimal places."""
        return 0

    @classmethod
    def words(cls, given: Mapping[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
        """Further keys that the spec must have for this kind, and those that it may have, given
        these."""
        return cls.NEEDS, cls.TAKES

    def decode(self, text: str) -> Any:
        """The value of the text. Raises ValueError with a reason that does not contain the text."""
        raise NotImplementedError

    def encode(self, value: Any, width: int) -> str:
        """The text of a value, exactly ``width`` characters. Raises ValueError with the reason."""
        raise NotImplementedError

    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that such a field can break."""
        return rules_of(type(self))

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        """Rule id and message for each fault in the text."""
        raise NotImplementedError

    def is_formed(self, text: str) -> bool:
        """Whether the text looks like a value, valid or not; if it does not, text may have
        moved."""
        return True

    def pattern(self, width: int) -> str:
        """A regular expression for exactly the texts without fault, without capturing groups."""
        raise NotImplementedError

    def schema(self, width: int) -> dict[str, Any]:
        """A JSON Schema of the values that `as_dict` gives, null excepted."""
        raise NotImplementedError

    def to_text(self, value: Any) -> str:
        """The value as it is written in CSV; empty for None."""
        return text_of(value)

    def shown(self, value: Any) -> str:
        """The value as it is shown to people; empty for None."""
        return self.to_text(value)

    def from_text(self, text: str) -> Any:
        """The value of a text that is not empty, as `to_text` writes it. For texts and codes it is
        the text.

        Raises ValueError with a reason that does not contain the text.
        """
        if self.COLUMN in (ColumnType.TEXT, ColumnType.CODE):
            return text
        raise NotImplementedError

    def taken_over(self, value: Any, other: Kind, width: int) -> Any:
        """The value as this kind has it in ``width`` columns, given that of the same kind in
        another version. Raises ValueError with the reason where it cannot have it."""
        return value

    def holds(self, text: str, value: Any) -> bool:
        """Whether this text, which may be one of several encodings of the value, encodes it
        already."""
        return False

    def details(self) -> tuple[str, ...]:
        """Details for the reference pages, in addition to the name of the kind."""
        return ()

    def instead(self, forbidden: Sequence[str], width: int) -> str:
        """What to write instead of the forbidden texts, after a colon; empty if that is not
        known."""
        return ""

    def width_error(self, width: int) -> str:
        """Why a field of this kind cannot have this width; empty if it can."""
        return ""

    def encoder(self, field: Placed, names: Sequence[str]) -> Encoder | None:
        """A fast encoder for `build`, or None for a kind whose values are texts.

        It takes the value and the values of all fields, which have these names. It returns the text
        of the field, or an empty text if only `encode` and `refusal` can decide.
        """
        return None if self.IS_TEXT else _undecided

    def read(self, layout: Columns, field: Placed) -> Any:
        """The value of the field in a record. Only kinds that depend on other fields override
        it."""
        return field.decode(layout.line[field.start - 1 : field.end])

    def nested(self, field: Placed) -> Iterator[Nested]:
        """The layouts nested in such a field; most kinds have none."""
        return iter(())

    def part(self, layout: Columns, field: Placed) -> Columns | None:
        """The nested layout that applies in the record; None for all kinds but variants."""
        return None

    def parts(self, layout: Columns, field: Placed) -> Sequence[Columns]:
        """All nested layouts that the record has: the one that applies, or the items."""
        part = self.part(layout, field)
        return () if part is None else (part,)

    def refusal(self, layout: Columns, value: Any) -> str:
        """Why this value contradicts other fields of the record; empty if it does not."""
        return ""

    def check(self, layout: Columns, field: Placed, text: str) -> Iterator[Fault]:
        """The faults of the field in a record. Only kinds that depend on other fields override
        it."""
        for rule, message in self.faults(text):
            yield field.fault(rule, message)

    def check_in(self, layout: Columns, field: Placed, header: Texts) -> Iterator[Fault]:
        """Further faults of the field in a file with this header."""
        return iter(())

    def check_against(self, layout: Columns, field: Placed) -> Iterator[Fault]:
        """Faults for comparisons of nested values with fields beside this one."""
        return iter(())

    def compares(self, layout: Columns, field: Placed) -> bool:
        """Whether the comparisons between nested values hold, provided nothing else is wrong."""
        return True


def _undecided(value: object, values: Sequence[Any]) -> str:
    return ""


def is_number(text: str) -> bool:
    """Whether the text is ASCII digits alone: `str.isdigit` accepts a superscript two as well."""
    return text.isdigit() and text.isascii()


def left_justified(value: str, width: int, further: str = "") -> str:
    """A text padded with blanks; ``further`` are permitted characters beyond Latin-1.

    Raises ValueError if it does not fit or would decode to another value.
    """
    if not isinstance(value, str):
        raise ValueError(f"a text is needed, not {type(value).__name__}")
    if len(value) > width:
        raise ValueError(f"{len(value)} characters do not fit in {width}")
    if value.endswith(" "):
        raise ValueError("a text cannot end with a blank, which would be read as padding")
    strange = [c for c in value if not " " <= c <= "\xff" or "\x7f" <= c <= "\x9f"]
    if lost := [c for c in strange if c not in further]:
        raise ValueError(unwritable(lost[0]))
    return value.ljust(width)
