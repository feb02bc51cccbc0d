"""An SQLite database with one table for each type of record; results have titles in views."""  # Copied from generator/runtime/tables/exports/sqlite.py by `make generate`; edit that, not this.

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...core.needs import needs
from ...core.values import ColumnType, Value, json_value
from ...exams.component_results import COMPONENT as OUTCOME_CODE
from ...exams.component_results import OUTCOME, OUTCOME_AWARDING_BODY
from ..origin import FILE, LINE_NUMBER, SAME_SERIES, SEQUENCE_NUMBER, origin_name
from ..schema import Table

SUFFIX = ".sqlite"
ONE_FILE = True
TAKES = "rows"

FAILURES: tuple[type[Exception], ...] = (sqlite3.Error,)
"""Exceptions of the library, besides OSError, for a file that cannot be written."""

RESULT, OPTION = "result", "option"
RESULT_CODE, OPTION_CODE, TITLE = "result.option_result_code", "option.code", "option.title"
VIEW = "results_with_titles"

needs("results with their titles in SQLite", (OPTION,), {OPTION_CODE: (), TITLE: ()})
needs("results with their titles in SQLite", (RESULT,), {RESULT_CODE: ()})

COMPONENT, COMPONENT_CODE = "component", "component.code"
COMPONENT_TITLE, MAXIMUM_MARK = "component.title", "component.maximum_mark"
COMPONENT_VIEW = "component_results_with_titles"

needs("component results with their titles in SQLite", (COMPONENT,), {COMPONENT_TITLE: ()})

NUMBERS = {
    ColumnType.INTEGER: "INTEGER",
    ColumnType.DECIMAL: "REAL",
    ColumnType.TRUTH: "INTEGER",
}
"""The types of columns that are not text."""


def prepared(table: Table, rows: Sequence[Sequence[Value]]) -> list[list[Any]]:
    """Rows as the database takes them: dates as ISO text."""
    return [[json_value(value) for value in row] for row in rows]


class Writer:
    """Writes all tables; the primary key of a record is the file and the line of the row."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path)
        self.tables: list[Table] = []
        self.connection.execute("PRAGMA journal_mode = OFF")
        self.connection.execute("PRAGMA synchronous = OFF")

    def begin(self, table: Table) -> None:
        """Creates a table."""
        self.tables.append(table)
        columns = [f"{_quoted(name)} {_type(table, name)}" for name in table.names]
        more = ""
        if table.row_key:
            columns.append(f"PRIMARY KEY ({_listed([*map(origin_name, table.row_key)])})")
            more = " WITHOUT ROWID"
        self.connection.execute(f"CREATE TABLE {_quoted(table.name)} ({', '.join(columns)}){more}")

    def add(self, table: Table, rows: Sequence[Sequence[Any]]) -> None:
        """Writes rows."""
        marks = ", ".join("?" * len(table.names))
        self.connection.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", rows)

    def finish(self) -> None:
        """Adds indexes of the codes, and the view."""
        for table in self.tables:
            for name in table.keys:
                index = f"{table.name}_{name}"
                self.connection.execute(
                    f"CREATE INDEX {_quoted(index)} ON {_quoted(table.name)} ({_quoted(name)})"
                )
        for statement in self._views():
            self.connection.execute(statement)
        self.connection.commit()
        self.connection.close()

    def _views(self) -> Iterator[str]:
        of_role = {table.role: table for table in self.tables}
        yield from _results_view(of_role)
        yield from _component_results_view(of_role)


def _results_view(of_role: Mapping[str, Table]) -> Iterator[str]:
    """Results joined to the titles of their options: those of the same awarding body, series and
    year in the latest issue; of the same issue given twice, the last file."""
    if RESULT not in of_role or OPTION not in of_role:
        return
    results, options = of_role[RESULT], of_role[OPTION]
    code, title = options.name_of(OPTION_CODE), options.name_of(TITLE)
    result_code = results.name_of(RESULT_CODE)
    if code is None or title is None or result_code is None or title in results.names:
        return
    series = [origin_name(name) for name in SAME_SERIES]
    number, file = (_quoted(origin_name(name)) for name in (SEQUENCE_NUMBER, FILE))
    latest = f"max(printf('%09d', {number}) || {file})"
    same = [f"o.{_quoted(name)} IS r.{_quoted(name)}" for name in series]
    same.append(f"o.{_quoted(code)} = r.{_quoted(result_code)}")
    yield (
        f"CREATE VIEW {VIEW} AS SELECT r.*, o.{_quoted(title)}"
        f" FROM {_quoted(results.name)} r LEFT JOIN ("
        f"SELECT {_listed([*series, code, title])}, {latest} FROM {_quoted(options.name)}"
        f" GROUP BY {_listed([*series, code])}) o ON {' AND '.join(same)}"
    )


def _component_results_view(of_role: Mapping[str, Table]) -> Iterator[str]:
    """Outcomes joined to the titles and maximum marks of their components: those of the same
    awarding body in the latest series, since a message gives none."""
    if OUTCOME not in of_role or COMPONENT not in of_role:
        return
    outcomes, components = of_role[OUTCOME], of_role[COMPONENT]
    code, title = components.name_of(COMPONENT_CODE), components.name_of(COMPONENT_TITLE)
    of_code, of_body = outcomes.name_of(OUTCOME_CODE), outcomes.name_of(OUTCOME_AWARDING_BODY)
    if code is None or title is None or of_code is None or of_body is None:
        return
    if title in outcomes.names:
        return
    maximum = components.name_of(MAXIMUM_MARK)
    added = [title, *([maximum] if maximum is not None else [])]
    body, series, year = (origin_name(name) for name in SAME_SERIES)
    number, file = (_quoted(origin_name(name)) for name in (SEQUENCE_NUMBER, FILE))
    latest = f"max({_quoted(year)} || {_quoted(series)} || printf('%09d', {number}) || {file})"
    yield (
        f"CREATE VIEW {COMPONENT_VIEW} AS SELECT r.*, {', '.join(f'c.{_quoted(t)}' for t in added)}"
        f" FROM {_quoted(outcomes.name)} r LEFT JOIN ("
        f"SELECT {_listed([body, code, *added])}, {latest} FROM {_quoted(components.name)}"
        f" GROUP BY {_listed([body, code])}) c"
        f" ON c.{_quoted(body)} = r.{_quoted(of_body)} AND c.{_quoted(code)} = r.{_quoted(of_code)}"
    )


def _type(table: Table, name: str) -> str:
    if name == origin_name(LINE_NUMBER):
        return "INTEGER"
    types = {c.name: c.type for c in table.columns}
    return NUMBERS.get(types.get(name, ColumnType.TEXT), "TEXT")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(_quoted, names))
