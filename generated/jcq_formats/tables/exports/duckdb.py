"""A DuckDB database with one table for each type of record."""  # Copied from generator/runtime/tables/exports/duckdb.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ...core.errors import BuildError
from ...core.printable import name_of_path
from ..extras import missing
from ..schema import Table

try:
    import duckdb
    import pyarrow as pa
except ImportError as error:
    raise missing("duckdb", error) from None

SUFFIX = ".duckdb"
ONE_FILE = True
TAKES = "batches"

FAILURES: tuple[type[Exception], ...] = (duckdb.Error,)
"""Exceptions of the library, besides OSError, for a file that cannot be written."""


class Writer:
    """Writes all tables."""

    def __init__(self, path: Path) -> None:
        self.connection = duckdb.connect(_utf_8(path))

    def add(self, table: Table, scan: Any) -> int:
        """Writes a table of these batches; returns the number of rows."""
        failures: list[Exception] = []
        batches = pa.RecordBatchReader.from_batches(scan.schema, _noting(scan, failures))
        try:
            duckdb.from_arrow(batches, connection=self.connection).create(table.name)
        except duckdb.Error:
            if failures:
                # The library wraps it in a text of its own, with a traceback.
                raise failures[0] from None
            raise
        # All rows are fetched: an open result would block the connection.
        ((count,),) = self.connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchall()
        return int(count)

    def finish(self) -> None:
        """No more tables."""
        self.connection.close()


def _noting(scan: Iterable[Any], failures: list[Exception]) -> Iterator[Any]:
    """Batches; the error that ends the reading of them is kept for the caller."""
    try:
        yield from scan
    except Exception as error:
        failures.append(error)
        raise


def _utf_8(path: Path) -> str:
    """The path as the library accepts it. Raises BuildError if it does not."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        where = name_of_path(path.parent.parent)
        reason = "DuckDB writes only to a folder whose name is UTF-8; nothing was written"
        raise BuildError(f"{where}: {reason}") from None
    return text
