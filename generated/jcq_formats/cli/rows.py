"""Converts rows of a CSV file to data records, each with its line number."""  # Copied from generator/runtime/cli/rows.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ..core.errors import BuildError
from ..core.former_names import former_names
from ..core.records import Record
from ..tables.columns import columns_of
from ..tables.csv_rows import csv_rows
from ..tables.unflattening import record_or_faults


class Row(NamedTuple):
    """A record, and the line of the CSV file from which it was built."""

    number: int
    record: Record


def rows_of(
    path: Path, record: type[Record], missing: Mapping[str, str] | None = None
) -> tuple[list[Row], list[str]]:
    """The records of the rows, and the errors in rows that give none, with file and line.

    ``missing`` has values for columns that the file may lack. Raises BuildError if the file as a
    whole cannot be read, or has no rows, and OSError.
    """
    given = missing or {}
    found: list[Row] = []
    faults: list[str] = []
    known = [column.name for column in columns_of(record)]
    former = former_names([record])
    needed = [name for name in needed_columns(record) if name not in given]
    where = f"`jcq layout {record.KEY}` lists them"
    for number, row in csv_rows(path, known, needed, former, where=where):
        built, wrong = record_or_faults(record, {**given, **row})
        if built is not None:
            found.append(Row(number, built))
        faults += [f"{path}:{number}: {said}" for said in wrong]
    if not found and not faults:
        raise BuildError(f"{path}: no rows")
    return found, faults


def needed_columns(record: type[Record]) -> list[str]:
    """The columns that every row must have."""
    found = dict.fromkeys(
        column.name
        for column in columns_of(record)
        for reading in column.readings
        if not reading.when
        and not (f := reading.place.field).blank
        and not (f.blank_when or f.none or f.default)
    )
    return list(found)
