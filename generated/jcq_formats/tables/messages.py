"""Tables of XML messages: a row for each outcome, with its candidate."""  # Copied from generator/runtime/tables/messages.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..core.errors import BuildError, FieldError, JcqError, hint
from ..core.issues import Issue
from ..core.messages.faults import issue_of, value_faults
from ..core.messages.formats import MessageFormat, message_formats
from ..core.messages.kinds import AsDate, AsInteger, AsItems, AsPresence
from ..core.messages.reading import naming, scanned
from ..core.messages.roles import class_of_role
from ..core.messages.views import View
from ..core.sources import Source
from ..core.values import ColumnType, Value, text_of
from ..exams.component_results import (
    COMPONENT,
    HEADER,
    MESSAGE_ID,
    OUTCOME,
    OUTCOME_AWARDING_BODY,
    STATUS,
    VALUE,
    VALUE_TYPE,
    ComponentResult,
    Learners,
    results_among,
)
from .origin import FILE, LINE_NUMBER
from .schema import Table

CANDIDATE = ("centre_number", "candidate_number", "uci")
"""The columns about the candidate, as for results in records."""

FIRST = (OUTCOME_AWARDING_BODY, COMPONENT, VALUE_TYPE, VALUE, STATUS)
"""The most important fields of an outcome, which come first."""

MESSAGE_ORIGINS = (FILE, LINE_NUMBER)
"""The source columns of a message."""


@dataclass(frozen=True, slots=True)
class MessageColumn:
    """A column about the candidate, or of a field of the outcome."""

    name: str
    type: ColumnType = ColumnType.TEXT
    role: str = ""
    field: str = ""

    def text_of(self, value: Any) -> str:
        """A value as it is written in CSV."""
        return text_of(value)


@dataclass(frozen=True, slots=True, eq=False)
class MessageTable(Table):
    """The table of a message format."""

    format: MessageFormat
    origins: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the message."""
        return self.format.name

    @property
    def role(self) -> str:
        """The role of the outcomes."""
        return OUTCOME

    @property
    def is_public(self) -> bool:
        """Never: it is about candidates."""
        return False

    @property
    def row_key(self) -> tuple[str, ...]:
        """Empty: a line may hold many outcomes."""
        return ()

    @property
    def columns(self) -> Sequence[MessageColumn]:
        """The columns about the candidate, then the fields of an outcome."""
        return message_columns(self.format)

    @property
    def keys(self) -> list[str]:
        """The columns of candidates and components."""
        names = (self.name_of(COMPONENT), *CANDIDATE[1:])
        return [name for name in names if name is not None]

    def name_of(self, role: str) -> str | None:
        """The column of the field with this role, or None."""
        return next((column.name for column in self.columns if column.role == role), None)


def message_columns(form: MessageFormat) -> tuple[MessageColumn, ...]:
    """The columns of a message's table."""
    fields = [f for f in class_of_role(form, OUTCOME).FIELDS.values() if not f.is_repeated]
    fields.sort(key=lambda f: FIRST.index(f.role) if f.role in FIRST else len(FIRST))
    named = [MessageColumn(name) for name in CANDIDATE]
    for field in fields:
        kind = field.kind
        typed = isinstance(kind, AsDate | AsInteger | AsPresence)
        column = kind.COLUMN if typed else ColumnType.TEXT
        named.append(MessageColumn(field.name, column, field.role, field.name))
    return tuple(named)


def message_of_outcomes(view: object) -> MessageFormat | None:
    """The message format whose outcomes have this class; None for any other class."""
    for form in message_formats():
        if view is form.class_of_role(OUTCOME):
            return form
    return None


def chosen_columns(form: MessageFormat, names: Iterable[str] | None) -> tuple[MessageColumn, ...]:
    """The columns with these names, or all. Raises JcqError for an unknown one."""
    known = {column.name: column for column in message_columns(form)}
    if names is None:
        return tuple(known.values())
    wanted = list(names)
    for name in wanted:
        if name not in known:
            raise JcqError(f"{form.title} has no column {name!r}; {hint(name, known)}")
    return tuple(known[name] for name in wanted)


def message_origins(wanted: Iterable[str]) -> tuple[str, ...]:
    """Those of these source columns that a message has."""
    return tuple(name for name in wanted if name in MESSAGE_ORIGINS)


class SeenMessages:
    """The messages read so far, by identifier, so that none is counted twice."""

    def __init__(self) -> None:
        self.first: dict[str, str] = {}

    def noting(self, views: Iterable[View], name: str) -> Iterator[View]:
        """The elements of a message. Raises BuildError where it was read before."""
        own: set[str] = set()
        for view in views:
            found = view.text_of_role(MESSAGE_ID).upper() if view.ROLE == HEADER else ""
            if found in self.first:
                other = self.first[found] or "another"
                raise BuildError(
                    f"{name or 'a message'} is the same message as {other} (both have the same"
                    " identifier), and every outcome would be counted twice: leave one of them out"
                )
            own |= {found} - {""}
            yield view
        self.first |= dict.fromkeys(own, name)


def message_rows(
    source: Source,
    form: MessageFormat,
    columns: Sequence[MessageColumn],
    origins: Sequence[str],
    issues: list[Issue],
    seen: SeenMessages,
    *,
    as_text: bool = False,
) -> Iterator[list[Value]]:
    """The rows of one file; a value that cannot be decoded is None, and an issue.

    Raises FormatError and OSError as reading a message does, and BuildError for one that was
    ``seen`` before.
    """
    with source.open() as stream, naming(""):
        learners, outcome = Learners(), class_of_role(form, OUTCOME)
        views = seen.noting(scanned(stream, source.name), source.name)
        for result in results_among(learners, views):
            if not isinstance(result.outcome, outcome):
                continue
            row = [_value(result, column, as_text) for column in columns]
            if any(value is _BAD for value in row):
                row = [None if value is _BAD else value for value in row]
                for fault in value_faults(result.outcome):
                    issues.append(issue_of(fault, form, file=source.name, view=result.outcome))
            said: Mapping[str, Value] = {
                FILE: source.name,
                LINE_NUMBER: result.outcome.node.line,
            }
            yield [*row, *(said[name] for name in origins)]


_BAD: Any = object()
"""Stands for a value that cannot be decoded."""


def _value(result: ComponentResult, column: MessageColumn, as_text: bool) -> Any:
    if not column.field:
        return getattr(result, column.name)
    kind = result.outcome.FIELDS[column.field].kind
    assert not isinstance(kind, AsItems)
    if as_text or column.type is ColumnType.TEXT:
        return result.outcome.text(column.field)
    try:
        return result.outcome.decode(column.field)
    except FieldError:
        return _BAD
