"""What every kind of field can do."""  # Copied from generator/runtime/core/kinds/kind.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple, Protocol, TypeAlias

from ..characters import unwritable
from ..conditions import Texts
from ..issues import Fault
from ..registry import rules_of
from ..values import ColumnType, text_of


class Columns(Protocol):
    """What a kind reads of a record, or of a layout within one."""

    line: str
    FIELDS: ClassVar[Mapping[str, Any]]
    COMPARES: ClassVar[bool]
    ASKS_HEADER: ClassVar[bool]

    def text(self, name: str) -> str:
        """The columns of a field."""

    def decode(self, name: str) -> Any:
        """The value of a field."""

    def is_wrong(self, name: str) -> bool:
        """Whether something is wrong with a field, comparisons apart."""


class Placed(Protocol):
    """What a kind reads of a field."""

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
        """Whether the columns hold nothing."""

    def decode(self, text: str) -> Any:
        """The value of the columns."""

    def fault(self, rule: str, message: str, start: int = 0) -> Fault:
        """A fault of the field."""


Encoder: TypeAlias = Callable[[Any, Sequence[Any]], str]
"""From a value, and the values of all fields, to the characters of one field."""


class Nested(NamedTuple):
    """A layout within a field: when it stands there, and how far its first column is moved."""

    when: str
    layout: type[Columns]
    offset: int


class Kind:
    """How the columns of a field read and are written.

    A kind sees the columns alone: blank and the field's ``none`` texts never reach ``decode``,
    ``faults`` and ``pattern``, and nothing (``nothing``) never reaches ``encode``.
    """

    __slots__ = ()

    NOTHING: ClassVar[Any] = ""
    """What a blank field reads as."""

    SETTABLE: ClassVar[bool] = True
    """Whether a record is built with a value for such a field."""

    IS_ESTABLISHED: ClassVar[bool] = True
    """Whether it is known what its columns mean."""

    READABLE: ClassVar[bool] = True
    """Whether such a field says anything, so that a record has a property for it."""

    IS_TEXT: ClassVar[bool] = False
    """Whether a value is the text of the field without the blanks after it."""

    BLANK_ALLOWED: ClassVar[bool] = False
    """Whether such a field may be blank without the spec saying so."""

    COLUMN: ClassVar[ColumnType] = ColumnType.TEXT
    """What the values are, and so the type of their column in a table."""

    NEEDS: ClassVar[frozenset[str]] = frozenset()
    """Words that the spec must give with this kind."""

    TAKES: ClassVar[frozenset[str]] = frozenset()
    """Words that the spec may give with this kind."""

    @property
    def is_sliced(self) -> bool:
        """Whether a value is the slice of the line, without the blanks after it."""
        return self.IS_TEXT

    @property
    def asks_header(self) -> bool:
        """Whether what such a field may hold depends on the file header."""
        return False

    @property
    def beside(self) -> tuple[str, ...]:
        """The fields beside it on which its values depend, so that they change together."""
        return ()

    @property
    def scale(self) -> int:
        """How many digits of a number stand after the point."""
        return 0

    @classmethod
    def words(cls, given: Mapping[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
        """Words that the spec must give with this kind, and that it may, beside those given."""
        return cls.NEEDS, cls.TAKES

    def decode(self, text: str) -> Any:
        """The value of the columns. Raises ValueError with a reason that does not hold the text."""
        raise NotImplementedError

    def encode(self, value: Any, width: int) -> str:
        """The columns of a value, exactly ``width`` of them. Raises ValueError with the reason."""
        raise NotImplementedError

    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that such a field can break."""
        return rules_of(type(self))

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        """Rule id and message for everything wrong with the columns."""
        raise NotImplementedError

    def is_formed(self, text: str) -> bool:
        """Whether the columns look like a value, right or wrong; where not, they may have moved."""
        return True

    def pattern(self, width: int) -> str:
        """A regular expression for exactly the texts without fault; no group in it captures."""
        raise NotImplementedError

    def schema(self, width: int) -> dict[str, Any]:
        """A JSON Schema of the values as `as_dict` gives them, nothing apart."""
        raise NotImplementedError

    def to_text(self, value: Any) -> str:
        """A value as CSV has it; empty for None."""
        return text_of(value)

    def shown(self, value: Any) -> str:
        """A value as a person reads it; empty for None."""
        return self.to_text(value)

    def from_text(self, text: str) -> Any:
        """The value of such a text, which is not empty; those of texts and codes are the text.

        Raises ValueError with a reason that does not hold the text.
        """
        if self.COLUMN in (ColumnType.TEXT, ColumnType.CODE):
            return text
        raise NotImplementedError

    def holds(self, text: str, value: Any) -> bool:
        """Whether columns that could be written in several ways hold this value already."""
        return False

    def said(self) -> tuple[str, ...]:
        """What the reference says of such a field beside the name of its kind."""
        return ()

    def instead(self, forbidden: Sequence[str], width: int) -> str:
        """What to write instead of the forbidden texts, after a colon; empty where it is open."""
        return ""

    def width_error(self, width: int) -> str:
        """Why a field of this kind cannot have this width; empty if it can."""
        return ""

    def encoder(self, field: Placed, names: Sequence[str]) -> Encoder | None:
        """A fast encoder for `build`, or None for a kind whose values are texts.

        It takes a value, and the values of all fields, which have these names; it gives the
        characters of the field, or an empty text where only `encode` and `refusal` can decide.
        """
        return None if self.IS_TEXT else _undecided

    def read(self, layout: Columns, field: Placed) -> Any:
        """The value of the field in a record; only kinds that look at other fields change it."""
        return field.decode(layout.line[field.start - 1 : field.end])

    def nested(self, field: Placed) -> Iterator[Nested]:
        """The layouts within such a field; none for most kinds."""
        return iter(())

    def part(self, layout: Columns, field: Placed) -> Columns | None:
        """The layout within the field that the record chooses; None for all but variants."""
        return None

    def parts(self, layout: Columns, field: Placed) -> Sequence[Columns]:
        """Every layout within the field that the record has: what it chooses, or the items."""
        part = self.part(layout, field)
        return () if part is None else (part,)

    def refusal(self, layout: Columns, value: Any) -> str:
        """Why this value cannot stand beside the record's other columns; empty if it can."""
        return ""

    def check(self, layout: Columns, field: Placed, text: str) -> Iterator[Fault]:
        """The faults of the field in a record; only kinds that look further change it."""
        for rule, message in self.faults(text):
            yield field.fault(rule, message)

    def check_in(self, layout: Columns, field: Placed, header: Texts) -> Iterator[Fault]:
        """What else is wrong with it in a file with this header."""
        return iter(())

    def compares(self, layout: Columns, field: Placed) -> bool:
        """Whether the values within it compare as they must, where nothing else is wrong."""
        return True


def _undecided(value: object, values: Sequence[Any]) -> str:
    return ""


def is_number(text: str) -> bool:
    """Whether the text is ASCII digits alone: `str.isdigit` takes a raised two as well."""
    return text.isdigit() and text.isascii()


def left_justified(value: str, width: int, further: str = "") -> str:
    """A text padded with blanks; ``further`` are characters beyond Latin-1 that may be written.

    Raises ValueError where it does not fit or would not read back.
    """
    if not isinstance(value, str):
        raise ValueError(f"a text is needed, not {type(value).__name__}")
    if len(value) > width:
        raise ValueError(f"{len(value)} characters do not fit in {width}")
    if value.endswith(" "):
        raise ValueError("a text cannot end with a blank: it would be taken for padding")
    strange = [c for c in value if not " " <= c <= "\xff" or "\x7f" <= c <= "\x9f"]
    if lost := [c for c in strange if c not in further]:
        raise ValueError(unwritable(lost[0]))
    return value.ljust(width)
