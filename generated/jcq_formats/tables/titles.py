"""Titles from basedata as one more column: of the options of results and forecast grades, and of
the components of component results."""  # Copied from generator/runtime/tables/titles.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from ..core.needs import needs
from ..core.roles import text_or_blank
from ..core.values import ColumnType, Value, text_of
from ..exams.basedata import Basedata, refuse_other_basedata
from ..exams.component_results import COMPONENT, OUTCOME, OUTCOME_AWARDING_BODY
from ..exams.exam_series import ExamSeries
from ..exams.forecasts import FORECAST, FORECAST_OPTION
from ..exams.results import OPTION_CODES, RESULT
from .messages import MessageTable
from .origin import SAME_SERIES, origin_name
from .schema import AnyColumn, RecordTable, Table

OPTION_TITLE, COMPONENT_TITLE = "option.title", "component.title"

needs("titles in tables of results", ("option",), {OPTION_TITLE: ()})
needs("titles in tables of component results", ("component",), {COMPONENT_TITLE: ()})

CODES = {RESULT: OPTION_CODES, FORECAST: (FORECAST_OPTION,), OUTCOME: (COMPONENT,)}
"""What has a title, by the role of the record or message: the roles of its codes. The first one
that is filled counts, so that a result has the title of the option that it is for."""


@dataclass(frozen=True, slots=True)
class TitleColumn:
    """The column of the titles."""

    name: str
    type: ColumnType = ColumnType.TEXT

    def text_of(self, value: Any) -> str:
        """A value as CSV has it."""
        return text_of(value)


class Titles:
    """The titles of basedata sets. Raises JcqError for what is no basedata."""

    def __init__(self, basedata: Basedata | Mapping[ExamSeries, Basedata]) -> None:
        refuse_other_basedata(basedata)
        if isinstance(basedata, Basedata):
            series = basedata.exam_series
            basedata = {series: basedata} if series is not None else {}
        self.sets = basedata
        self.components: dict[str, dict[str, Any]] = {}
        for series in sorted(self.sets, key=lambda one: (one.year, one.series)):
            found = self.components.setdefault(series.awarding_body, {})
            found.update(self.sets[series].components)

    def of_option(self, code: str, series: tuple[str | None, ...]) -> str | None:
        """The title of an option in an awarding body's series and year; None if there is none."""
        known = self.sets.get(ExamSeries(*(said or "" for said in series)))
        option = known.options.get(code) if known is not None else None
        return text_or_blank(option, OPTION_TITLE) or None if option is not None else None

    def of_component(self, code: str, series: tuple[str | None, ...]) -> str | None:
        """The title of a component in the latest series that has it, since a message names none."""
        component = self.components.get(series[0] or "", {}).get(code)
        return text_or_blank(component, COMPONENT_TITLE) or None if component is not None else None


class Lookup(NamedTuple):
    """How the title of a row is found: the columns with its codes, and those with the awarding
    body, or the awarding body, series and year, by their names."""

    column: TitleColumn
    codes: tuple[str, ...]
    series: tuple[str, ...]
    title: Callable[[str, tuple[str | None, ...]], str | None]

    def title_in(self, row: Mapping[str, Any]) -> str | None:
        """The title that belongs to a row, given by the names of its columns."""
        code = next(filter(None, (row[name] for name in self.codes)), "")
        return self.title(code, tuple(row[name] for name in self.series)) if code else None


def lookup_of(table: Table, titles: Titles) -> Lookup | None:
    """How the titles of a table are found; None where it has none, or has them already."""
    codes = [table.name_of(role) for role in CODES.get(table.role, ())]
    body = table.name_of(OUTCOME_AWARDING_BODY)
    is_message = table.role == OUTCOME
    role = COMPONENT_TITLE if is_message else OPTION_TITLE
    column = TitleColumn(role.replace(".", "_"))
    known = tuple(name for name in codes if name is not None)
    if not known or column.name in table.names or (is_message and body is None):
        return None
    if is_message:
        return Lookup(column, known, (body or "",), titles.of_component)
    return Lookup(column, known, tuple(map(origin_name, SAME_SERIES)), titles.of_option)


@dataclass(frozen=True, slots=True, eq=False)
class TitledTable(Table):
    """A table with titles before the columns that say where its rows come from."""

    inner: Table
    title: TitleColumn
    origins: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the table, sheet or file."""
        return self.inner.name

    @property
    def role(self) -> str:
        """The role of what its rows are."""
        return self.inner.role

    @property
    def is_public(self) -> bool:
        """Whether the files that it comes out of are for everybody."""
        return self.inner.is_public

    @property
    def row_key(self) -> tuple[str, ...]:
        """The origins that tell a row from all others."""
        return self.inner.row_key

    @property
    def columns(self) -> Sequence[AnyColumn]:
        """The columns that come out of the file, and the titles."""
        return (*self.inner.columns, self.title)

    @property
    def keys(self) -> list[str]:
        """The columns that rows are looked up by."""
        return self.inner.keys

    def name_of(self, role: str) -> str | None:
        """The column of the field with this role; None where there is none."""
        return self.inner.name_of(role)


def with_series(origins: Sequence[str]) -> tuple[str, ...]:
    """Columns of origin with those that titles are found by, which come last."""
    return (*origins, *(name for name in SAME_SERIES if name not in origins))


def titled_rows(
    rows: Iterable[tuple[Table, list[Value]]], titles: Titles, origins: tuple[str, ...]
) -> Iterator[tuple[Table, list[Value]]]:
    """Rows with titles, and with these origins alone; those of records come `with_series`."""
    known: dict[Table, tuple[Lookup | None, Table]] = {}
    for table, values in rows:
        if table not in known:
            known[table] = _titled(table, titles, origins)
        lookup, titled = known[table]
        width = len(table.columns)
        own = values[:width]
        if lookup is not None:
            own.append(lookup.title_in(dict(zip(table.names, values, strict=True))))
        yield titled, [*own, *values[width : width + len(titled.origins)]]


def _titled(table: Table, titles: Titles, origins: tuple[str, ...]) -> tuple[Lookup | None, Table]:
    lookup = lookup_of(table, titles)
    wanted = table.origins if isinstance(table, MessageTable) else origins
    if lookup is not None:
        return lookup, TitledTable(table, lookup.column, wanted)
    return None, replace(table, origins=wanted) if isinstance(table, RecordTable) else table
