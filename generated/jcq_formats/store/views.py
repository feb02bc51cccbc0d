"""The views of a store: the current records, and results, component results and standing entries
with titles."""  # Copied from generator/runtime/store/views.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from ..exams.component_results import COMPONENT as OUTCOME_COMPONENT
from ..exams.component_results import OUTCOME, OUTCOME_AWARDING_BODY
from ..tables.columns import Column
from ..tables.exports.sqlite import (
    COMPONENT,
    COMPONENT_CODE,
    COMPONENT_TITLE,
    COMPONENT_VIEW,
    MAXIMUM_MARK,
    OPTION,
    OPTION_CODE,
    RESULT,
    RESULT_CODE,
    TITLE,
    VIEW,
)
from ..tables.origin import SAME_SERIES
from ..tables.schema import RecordTable
from ..tables.shared_names import shared_names
from .kinds import Kind, Kinds
from .schema import FIELDS, Schema

CURRENT = "current_"
STANDING_VIEW = "standing_entries"
OVERRIDDEN = "overridden"
"""The column with the names of the columns changed by hand, each between commas."""

Query = sa.Select[Any]


@functools.cache
def views_of(kinds: Kinds, schema: Schema) -> Mapping[str, Query]:
    """The queries of all views by name, each after the views it uses."""
    views = {CURRENT + kind.name: _current(kind, schema) for kind in kinds.every}
    current = {name: _view(name, query) for name, query in views.items()}
    option = _of_role(kinds, current, OPTION)
    result = _of_role(kinds, current, RESULT)
    if result is not None and option is not None:
        views[VIEW] = _results(result, option)
    if option is not None:
        views[STANDING_VIEW] = _standing(schema, option)
    component, outcome = _of_role(kinds, current, COMPONENT), _of_role(kinds, current, OUTCOME)
    if component is not None and outcome is not None:
        views[COMPONENT_VIEW] = _component_results(outcome, component)
    return views


class _Named:
    """A view of the current records of a kind, for use in other views."""

    def __init__(self, kind: Kind, view: sa.TableClause) -> None:
        self.kind = kind
        self.view = view

    def of_role(self, role: str) -> sa.ColumnClause[Any]:
        """The column with a role."""
        name = self.kind.table.name_of(role)
        assert name is not None
        found: sa.ColumnClause[Any] = self.view.c[name]
        return found

    def of_origin(self, origin: str) -> sa.ColumnClause[Any]:
        """The column with a value from the headers."""
        name = next(name for name, place in self.kind.origins.items() if place == origin)
        found: sa.ColumnClause[Any] = self.view.c[name]
        return found


def _of_role(kinds: Kinds, current: dict[str, sa.TableClause], role: str) -> _Named | None:
    kind = kinds.of_role(role)
    return _Named(kind, current[CURRENT + kind.name]) if kind is not None else None


def _view(name: str, query: Query) -> sa.TableClause:
    """A view as a table, for use in other views."""
    return sa.table(name, *(sa.column(c.name, c.type) for c in query.selected_columns))


def _current(kind: Kind, schema: Schema) -> Query:
    """The current records. For basedata they are those of the latest issue. For all other data,
    each is taken from the latest issue with its key. Manual changes replace the values of files."""
    records, issue = schema.records[kind.name], schema.issue
    own = [] if kind.is_broadcast else [records.c[name] for name in kind.own]
    keys = [*(records.c[name] for name in kind.origins), *own]
    ranked = (
        sa.select(
            records,
            issue.c.sequence_number,
            sa.func.rank()
            .over(partition_by=keys, order_by=issue.c.position.desc())
            .label("issue_rank"),
        )
        .join(issue, issue.c.issue_id == records.c.issue_id)
        .subquery("ranked")
    )
    shown = [ranked.c[name] for name in (*kind.origins, *(c.name for c in kind.columns))]
    last = [ranked.c.issue_id, ranked.c.sequence_number, ranked.c.line_number]
    override = schema.overrides.get(kind.name)
    if override is None:
        return sa.select(*shown, *last).where(ranked.c.issue_rank == 1)
    own_value = override.alias("own")
    joined = sa.and_(*(own_value.c[name] == ranked.c[name] for name in kind.key))
    chosen = [column if column.name in kind.key else _chosen(column, own_value) for column in shown]
    return (
        sa.select(*chosen, own_value.c[FIELDS].label(OVERRIDDEN), *last)
        .select_from(ranked.outerjoin(own_value, joined))
        .where(ranked.c.issue_rank == 1)
    )


def _chosen(column: sa.ColumnElement[Any], own: sa.FromClause) -> sa.ColumnElement[Any]:
    """The manual value of the column if there is one, otherwise that of the file."""
    is_changed = own.c[FIELDS].contains(f",{column.name},", autoescape=True)
    return sa.case((is_changed, own.c[column.name]), else_=column).label(column.name)


def _results(result: _Named, option: _Named) -> Query:
    """Results with the titles of their options, and the columns that layouts share under one name,
    such as the grade."""
    shown = list(result.view.c)
    table = result.kind.table
    shared: dict[str, list[str]] = {}
    if isinstance(table, RecordTable):
        columns: list[Column] = list(table.columns)
        for column, name in shared_names(table.record, columns).items():
            shared.setdefault(name, []).append(column.name)
    together = [_first_filled(name, result.view, names) for name, names in shared.items()]
    same = [result.of_origin(name) == option.of_origin(name) for name in SAME_SERIES]
    same.append(option.of_role(OPTION_CODE) == result.of_role(RESULT_CODE))
    title = option.of_role(TITLE)
    joined = result.view.outerjoin(option.view, sa.and_(*same))
    return sa.select(*shown, *together, title).select_from(joined)


def _first_filled(name: str, view: sa.TableClause, names: list[str]) -> sa.ColumnElement[Any]:
    columns: list[sa.ColumnElement[Any]] = [view.c[one] for one in names]
    if len({type(column.type) for column in columns}) > 1:
        columns = [sa.cast(column, sa.Text) for column in columns]
    return (sa.func.coalesce(*columns) if len(columns) > 1 else columns[0]).label(name)


def _standing(schema: Schema, option: _Named) -> Query:
    """Standing entries with the titles of their options."""
    entry = schema.standing
    same = [entry.c[name] == option.of_origin(name) for name in SAME_SERIES]
    same.append(option.of_role(OPTION_CODE) == entry.c.option_entry_code)
    joined = entry.outerjoin(option.view, sa.and_(*same))
    return sa.select(entry, option.of_role(TITLE)).select_from(joined)


def _component_results(outcome: _Named, component: _Named) -> Query:
    """Outcomes with the titles and maximum marks of their components. These come from the latest
    series, because a message does not name its series."""
    code = component.of_role(COMPONENT_CODE)
    body, series, year = map(component.of_origin, SAME_SERIES)
    added = [component.of_role(role) for role in (COMPONENT_TITLE, MAXIMUM_MARK)]
    ranked = sa.select(
        body.label("body"),
        code.label("code"),
        *added,
        sa.func.row_number()
        .over(partition_by=[body, code], order_by=[year.desc(), series.desc()])
        .label("series_rank"),
    ).subquery("latest")
    same = sa.and_(
        ranked.c.body == outcome.of_role(OUTCOME_AWARDING_BODY),
        ranked.c.code == outcome.of_role(OUTCOME_COMPONENT),
        ranked.c.series_rank == 1,
    )
    titles = [ranked.c[column.name] for column in added]
    joined = outcome.view.outerjoin(ranked, same)
    return sa.select(*outcome.view.c, *titles).select_from(joined)
