"""Results of all files together as tables: a row for each result or component mark, and
statistics."""  # Copied from generator/runtime/tables/results.py by `make generate`; edit that, not this.

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.values import ColumnType, text_of
from ..exams.picture.candidates import AwardedResult, ComponentMark, ResultsOfCandidate
from ..exams.picture.statistics import Statistics
from .export import Exported, Files, failures_named
from .schema import Table

FORMATS = ("csv", "xlsx", "parquet")
TEXT, NUMBER, PART = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.DECIMAL
TRUTH = ColumnType.TRUTH


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """A column with a name and a type."""

    name: str
    type: ColumnType

    def text_of(self, value: Any) -> str:
        """A value as it is written in CSV."""
        return text_of(value)


@dataclass(frozen=True, slots=True)
class PlainTable(Table):
    """A table whose rows exist already."""

    title: str
    plain: tuple[PlainColumn, ...]
    origins: tuple[str, ...] = ()

    role = ""
    is_public = False
    row_key = ()

    @property
    def name(self) -> str:
        """The name of the table, sheet or file."""
        return self.title

    @property
    def columns(self) -> Sequence[PlainColumn]:
        """The columns."""
        return self.plain

    @property
    def keys(self) -> list[str]:
        """None."""
        return []

    def name_of(self, role: str) -> str | None:
        """None: no column has a role."""
        return None


def _table(name: str, /, **columns: ColumnType) -> PlainTable:
    return PlainTable(name, tuple(PlainColumn(*column) for column in columns.items()))


RESULTS = _table(
    "results",
    awarding_body=TEXT,
    series=TEXT,
    year=TEXT,
    centre_number=TEXT,
    candidate_number=TEXT,
    candidate_name=TEXT,
    kind=TEXT,
    belongs_to=TEXT,
    option_entry_code=TEXT,
    code=TEXT,
    title=TEXT,
    syllabus=TEXT,
    grade=TEXT,
    second_grade=TEXT,
    endorsements=TEXT,
    score=NUMBER,
    maximum_mark=NUMBER,
    value=TEXT,
    pending=TRUTH,
    no_result=TRUTH,
    partial_absence=TRUTH,
    file=TEXT,
)
"""A row for each result and each component mark; ``belongs_to`` is the code of the result above."""

STATISTICS = _table(
    "statistics",
    by=TEXT,
    awarding_body=TEXT,
    code=TEXT,
    title=TEXT,
    gradeset=TEXT,
    units=TRUTH,
    entries=NUMBER,
    pending=NUMBER,
    no_result=NUMBER,
    mean_score=PART,
    grade=TEXT,
    number=NUMBER,
    percent=PART,
    cumulative_percent=PART,
)
"""A row for each grade of each group."""


def result_rows(
    candidates: Sequence[ResultsOfCandidate], *, show_personal_data: bool
) -> Iterator[list[Any]]:
    """The rows of `RESULTS`; names are null unless requested."""
    for one in candidates:
        name = one.name or None
        who = [one.centre_number, one.candidate_number, name if show_personal_data else None]
        for result in one.results:
            yield _result(result, who, "unit" if result.is_unit else "result", "")
            yield from (_mark(mark, who, result.code) for mark in result.components)
            for unit in result.units:
                yield _result(unit, who, "unit", result.code)
                yield from (_mark(mark, who, unit.code) for mark in unit.components)
        yield from (_mark(mark, who, "") for mark in one.components)


def _result(one: AwardedResult, who: list[Any], kind: str, above: str) -> list[Any]:
    result, texts = one.result, [grade.text for grade in one.result.grades]
    return [
        *one.key.series,
        *who,
        kind,
        above,
        result.option_entry_code,
        one.code,
        result.title,
        one.syllabus,
        texts[0] if texts else "",
        texts[1] if texts[1:] else "",
        " ".join(grade.text for grade in result.endorsements),
        result.score,
        result.maximum_mark,
        "",
        result.pending,
        result.no_result,
        result.partial_absence,
        one.file,
    ]


def _mark(mark: ComponentMark, who: list[Any], above: str) -> list[Any]:
    about = [mark.awarding_body, "", "", *who, "component", above, "", mark.component_code]
    return [*about, mark.title, "", "", "", "", None, None, mark.value, None, None, None, mark.file]


def statistics_rows(statistics: Sequence[Statistics]) -> Iterator[list[Any]]:
    """The rows of `STATISTICS`."""
    for one in statistics:
        group = one.group
        about: list[Any] = [group.by.value, group.awarding_body, group.code, one.title]
        about += [group.gradeset, group.units, one.entries, one.pending, one.no_result]
        about.append(one.mean_score)
        for grade in one.grades():
            yield [*about, *grade]
        if not one.counts:
            yield [*about, None, None, None, None]


def write_results(
    picture: Any,
    to: str,
    target: Path,
    *,
    force: bool,
    inputs: Sequence[str | int],
    show_personal_data: bool,
) -> Exported:
    """Writes the tables in one of `FORMATS`: a workbook with both, a folder of two files, or, if
    the name of ``target`` has the suffix of the format, a file of results alone.

    Raises FileExistsError, OSError, and ImportError if a library is missing.
    """
    module = importlib.import_module(f".exports.{to}", __package__)
    alone = not module.ONE_FILE and target.suffix.lower() == module.SUFFIX
    done = Exported()
    rows = list(result_rows(picture.candidates, show_personal_data=show_personal_data))
    tables: list[tuple[PlainTable, list[list[Any]]]] = [(RESULTS, rows)]
    if not alone:
        tables.append((STATISTICS, list(statistics_rows(picture.statistics()))))
    single = module.ONE_FILE or alone
    with (
        failures_named(module, target),
        Files(module, target, single, force, done, inputs) as files,
    ):
        for table, found in tables:
            writer = files.writer(table)
            if module.TAKES == "rows":
                writer.begin(table)
                writer.add(table, module.prepared(table, found))
                done.rows[table.name] += len(found)
            else:
                done.rows[table.name] = writer.add(table, _Batches(table, found))
    return done


class _Batches:
    """Rows as one batch of Arrow."""

    def __init__(self, table: PlainTable, rows: list[list[Any]]) -> None:
        import pyarrow as pa

        types = {NUMBER: pa.int64(), PART: pa.float64(), TRUTH: pa.bool_(), TEXT: pa.string()}
        fields = [pa.field(column.name, types[column.type]) for column in table.columns]
        self.schema = pa.schema(fields)
        columns = [list(values) for values in zip(*rows, strict=True)] or [[] for _ in fields]
        arrays = [pa.array(v, f.type) for v, f in zip(columns, fields, strict=True)]
        self.batch = pa.record_batch(arrays, schema=self.schema)

    def __iter__(self) -> Iterator[Any]:
        yield self.batch
