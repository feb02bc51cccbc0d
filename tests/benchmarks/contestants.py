"""Ways to read the same file into the same values: this package, and alternatives.

Each is a function of a file and a task. Its imports count towards memory, not time. Tables end as
Arrow tables, objects as whatever the library makes of a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import jcq_formats as jcq
from jcq_formats.core.values import ColumnType
from jcq_formats.tables.columns import Choice, Column, columns_of


class Task(NamedTuple):
    """A task: the fields of a record to read, as text or typed."""

    record: str
    typed: bool

    @property
    def columns(self) -> tuple[Column, ...]:
        return columns_of(jcq.load_version("14").records[self.record])


class Place(NamedTuple):
    """The position of a value if the chooser has one of the codes; always, if codes are None."""

    start: int
    width: int
    chooser: int | None
    codes: tuple[str, ...]
    others: bool
    none: tuple[str, ...]


def places(column: Column) -> list[Place]:
    found = []
    for span, conditions, _ in column.readings:
        choice = next((c for c in conditions if isinstance(c, Choice)), None)
        chooser = choice.chooser.start if choice is not None else None
        codes = choice.codes if choice is not None else ()
        others = choice is not None and choice.others
        none = span.field.none
        found.append(Place(span.start, span.field.width, chooser, codes, others, none))
    return found


def package(path: Path, task: Task) -> Any:
    return jcq.to_arrow(path, task.record, as_text=not task.typed)


def polars(path: Path, task: Task) -> Any:
    import polars as pl

    line = pl.col("line")
    chosen = []
    for column in task.columns:
        value: Any = None
        for place in places(column):
            text = line.str.slice(place.start, place.width).str.strip_chars_end(" ")
            if task.typed and column.type is ColumnType.INTEGER:
                text = line.str.slice(place.start, place.width).replace(list(place.none), None)
                text = text.str.to_integer(strict=False).cast(pl.Int32)
            if place.chooser is not None:
                holds = line.str.slice(place.chooser, 1).is_in(place.codes)
                text = pl.when(~holds if place.others else holds).then(text)
            value = text if value is None else pl.coalesce(value, text)
        if task.typed and column.type is ColumnType.CODE:
            value = value.cast(pl.Categorical)
        chosen.append(value.alias(column.name))
    frame = pl.read_csv(
        path, has_header=False, new_columns=["line"], separator="\x01", quote_char=None
    )
    return frame.lazy().filter(line.str.starts_with(task.record)).select(chosen).collect()


def duckdb(path: Path, task: Task) -> Any:
    import duckdb as db

    chosen = []
    for column in task.columns:
        values = []
        for place in places(column):
            text = f"rtrim(substring(line, {place.start + 1}, {place.width}), ' ')"
            if task.typed and column.type is ColumnType.INTEGER:
                for none in place.none:
                    text = f"nullif({text}, '{none}')"
                text = f"TRY_CAST({text} AS INTEGER)"
            if place.chooser is not None:
                codes = ", ".join(f"'{code}'" for code in place.codes)
                holds = (
                    f"substring(line, {place.chooser + 1}, 1) {'NOT ' * place.others}IN ({codes})"
                )
                text = f"CASE WHEN {holds} THEN {text} END"
            values.append(text)
        chosen.append(f"coalesce({', '.join(values)}) AS {column.name}")
    source = (
        f"read_csv('{path}', header=false, delim='\x01', quote='', escape='', auto_detect=false,"
        " columns={'line': 'VARCHAR'}, new_line='\\r\\n')"
    )
    query = f"SELECT {', '.join(chosen)} FROM {source} WHERE starts_with(line, '{task.record}')"
    table = db.sql(query).to_arrow_table()
    return _with_dictionaries(table, task)


def _with_dictionaries(table: Any, task: Task) -> Any:
    codes = [c.name for c in task.columns if task.typed and c.type is ColumnType.CODE]
    for name in codes:
        number = table.column_names.index(name)
        table = table.set_column(number, name, table[name].dictionary_encode())
    return table


def _meet(one: Place, other: Place) -> bool:
    return one.start < other.start + other.width and other.start < one.start + one.width


def fixedwidthparser(path: Path, task: Task) -> Any:
    """This library does not allow overlaps: variants are read in one run for each layout."""
    import fixedwidth as fw
    import pyarrow as pa
    import pyarrow.compute as pc

    runs: list[list[tuple[Column, Place]]] = []
    for column in task.columns:
        for place in places(column):
            free = (run for run in runs if not any(_meet(place, p) for _, p in run))
            named = (run for run in free if column not in [c for c, _ in run])
            run = next(named, None)
            if run is None:
                runs.append(run := [])
            run.append((column, place))
    found: dict[str, list[Any]] = {}
    chooser = None
    for run in runs:
        columns = []
        for column, place in sorted(run, key=lambda one: one[1].start):
            number = task.typed and column.type is ColumnType.INTEGER and place.chooser is None
            code = task.typed and column.type is ColumnType.CODE and len(places(column)) == 1
            columns.append(
                fw.Column(
                    column.name,
                    place.start,
                    place.width,
                    fw.Int64 if number else fw.String,
                    nullable=number,
                    dictionary=code,
                )
            )
        options = fw.ReadOptions(header_lines=2, skip_invalid=True, encoding="latin-1")
        table = fw.read_arrow(path, fw.Layout(columns), options)
        for column, place in run:
            values = table[column.name].slice(0, ROWS)
            if place.chooser is None:
                if column.name == "result_type":
                    chooser = values
                for none in place.none:
                    if task.typed:
                        values = pc.if_else(pc.equal(values, int(none)), None, values)
            found.setdefault(column.name, []).append((place, values))
    arrays = []
    for column in task.columns:
        value = None
        for place, values in found[column.name]:
            if place.chooser is not None:
                holds = pc.is_in(chooser, pa.array(place.codes))
                holds = pc.invert(holds) if place.others else holds
                values = pc.if_else(holds, values, None)
                if task.typed and column.type is ColumnType.INTEGER:
                    values = pc.if_else(pc.equal(values, ""), None, values).cast(pa.int16())
            value = values if value is None else pc.coalesce(value, values)
        arrays.append(value)
    table = pa.table(arrays, names=[c.name for c in task.columns])
    return _with_dictionaries(
        table, task._replace(typed=task.typed and any(len(places(c)) > 1 for c in task.columns))
    )


ROWS = 0
"""The number of records in the file, set by the caller."""


def pandas(path: Path, task: Task) -> Any:
    import pandas as pd

    spans = {(p.start, p.start + p.width) for c in task.columns for p in places(c)}
    listed = sorted(spans)
    frame = pd.read_fwf(
        path,
        colspecs=listed,
        header=None,
        skiprows=2,
        nrows=ROWS,
        dtype=str,
        keep_default_na=False,
        encoding="latin-1",
    )
    at = {span: number for number, span in enumerate(listed)}
    made: dict[str, Any] = {}
    for column in task.columns:
        value: Any = None
        for place in places(column):
            text = frame[at[place.start, place.start + place.width]]
            if task.typed and column.type is ColumnType.INTEGER:
                text = pd.to_numeric(text.mask(text.isin([*place.none, ""])), errors="coerce")
                text = text.astype("Int32")
            if place.chooser is not None:
                holds = frame[at[place.chooser, place.chooser + 1]].isin(place.codes)
                text = text.where(~holds if place.others else holds)
            value = text if value is None else value.where(value.notna(), text)
        if task.typed and column.type is ColumnType.CODE:
            value = value.astype("category")
        made[column.name] = value
    return pd.DataFrame(made)


TABLES: dict[str, Callable[[Path, Task], Any]] = {
    "jcq_formats": package,
    "polars": polars,
    "fixedwidthparser": fixedwidthparser,
    "duckdb": duckdb,
    "pandas.read_fwf": pandas,
}


THREE = ("option_entry_code", "option_title", "fee")


def _spans(record: str, names: tuple[str, ...] = ()) -> list[tuple[str, int, int]]:
    fields = jcq.load_version("14").records[record].FIELDS.values()
    return [
        (f.name, f.start - 1, f.end)
        for f in fields
        if f.kind.SETTABLE and (not names or f.name in names)
    ]


def _lines(path: Path, record: str) -> Iterator[str]:
    with path.open(encoding="latin-1", newline="\r\n") as stream:
        for line in stream:
            if line[:2] == record:
                yield line


def package_three(path: Path) -> int:
    total = 0
    for option in jcq.scan(path, jcq.v14.Option):
        total += len(option.option_entry_code + option.option_title + option.text("fee"))
    return total


def package_properties(path: Path) -> int:
    """Every field by its property: texts, numbers and dates."""
    names = [name for name, _, _ in _spans("O5")]
    every = attrgetter(*names)
    title = names.index("option_title")
    return sum(len(every(option)[title]) for option in jcq.scan(path, jcq.v14.Option))


def package_as_dict(path: Path) -> int:
    return sum(len(r.as_dict()["option_title"]) for r in jcq.scan(path, jcq.v14.Option))


def _fwf(path: Path, names: tuple[str, ...]) -> Iterator[Any]:
    from fwf.parser import BaseLineParser

    spans = {name: slice(start, end) for name, start, end in _spans("O5", names)}
    parser = type("Parser", (BaseLineParser,), {"_map": spans})
    return map(parser, _lines(path, "O5"))


def _msgspec(path: Path, names: tuple[str, ...]) -> Iterator[Any]:
    import msgspec

    spans = _spans("O5", names)
    struct = msgspec.defstruct("Option", [(name, str) for name, _, _ in spans])
    slices = ", ".join(f'line[{start}:{end}].rstrip(" ")' for _, start, end in spans)
    made: Any = eval(f"lambda line: Option({slices})", {"Option": struct})
    return map(made, _lines(path, "O5"))


def _pyfixwidth(path: Path, names: tuple[str, ...]) -> Iterator[Any]:
    from fixwidth import parse_lines

    spec, at = [], 0
    for name, start, end in _spans("O5", names):
        if start > at:
            spec.append((-(start - at), "str", "skipped"))
        spec.append((end - start, "str", name))
        at = end
    with path.open("rb") as stream:
        lines = (line for line in stream if line.startswith(b"O5"))
        yield from parse_lines(lines, spec, encoding="latin-1")


def _titles(rows: Iterator[Any], three: bool) -> int:
    if three:
        return sum(len(r.option_entry_code + r.option_title + r.fee) for r in rows)
    return sum(len(r.option_title) for r in rows)


def _of_dict(rows: Iterator[Any], three: bool) -> int:
    names = THREE if three else ("option_title",)
    return sum(len(r[name] or "") for r in rows for name in names)


OBJECTS: dict[str, dict[str, Callable[[Path], int]]] = {
    "three fields": {
        "jcq_formats": package_three,
        "fwf, all fields": lambda path: _titles(_fwf(path, ()), True),
        "fwf, these three": lambda path: _titles(_fwf(path, THREE), True),
        "msgspec, all fields": lambda path: _titles(_msgspec(path, ()), True),
        "msgspec, these three": lambda path: _titles(_msgspec(path, THREE), True),
        "pyfixwidth, all fields": lambda path: _of_dict(_pyfixwidth(path, ()), True),
    },
    "all fields": {
        "jcq_formats, by properties": package_properties,
        "jcq_formats, by as_dict": package_as_dict,
        "fwf, as text": lambda path: _titles(_fwf(path, ()), False),
        "msgspec, as text": lambda path: _titles(_msgspec(path, ()), False),
        "pyfixwidth, as text": lambda path: _of_dict(_pyfixwidth(path, ()), False),
    },
}


def floor_bytes(path: Path) -> int:
    return len(path.read_bytes())


def floor_lines(path: Path) -> int:
    return len(path.read_bytes().split(b"\r\n"))


def package_scan(path: Path) -> int:
    return sum(1 for _ in jcq.scan(path))


def digests(name: str, path: Path, task: Task) -> tuple[str, ...]:
    """A digest of each column that a way reads: equal if all values are."""
    import hashlib

    import pyarrow as pa
    import pyarrow.compute as pc

    made = TABLES[name](path, task)
    if not isinstance(made, pa.Table):
        made = made.to_arrow() if hasattr(made, "to_arrow") else pa.Table.from_pandas(made)
    found = []
    for column in task.columns:
        texts = made[column.name]
        if pa.types.is_dictionary(texts.type):
            texts = texts.cast(texts.type.value_type)
        if pa.types.is_floating(texts.type):
            texts = texts.cast(pa.int64())
        texts = pc.fill_null(texts.cast(pa.large_string()), "\x00")
        joined = "\n".join(texts.to_pylist()).encode()
        found.append(hashlib.sha256(joined).hexdigest()[:12])
    return tuple(found)
