"""Parquet: typed columns, codes as a dictionary."""  # Copied from generator/runtime/tables/exports/parquet.py by `make generate`; edit that, not this.

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..extras import missing
from ..schema import Table

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as error:
    raise missing("arrow", error) from None

SUFFIX = ".parquet"
ONE_FILE = False
TAKES = "batches"

FAILURES: tuple[type[Exception], ...] = ()
"""Exceptions of the library, besides OSError, for a file that cannot be written."""


ROW_GROUP = 1 << 17
"""The number of rows from which a row group is written, whatever the number of files."""


class Writer:
    """Writes one table."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.writer: Any = None

    def add(self, table: Table, scan: Any) -> int:
        """Collects the batches of a table in row groups; returns the number of rows."""
        rows, gathered, waiting = 0, list[Any](), 0
        # A stream, since the library accepts only UTF-8 paths.
        with self.path.open("wb") as stream, pq.ParquetWriter(stream, scan.schema) as writer:
            for batch in scan:
                gathered.append(batch)
                waiting += batch.num_rows
                if waiting >= ROW_GROUP:
                    _write(writer, gathered)
                    rows, waiting = rows + waiting, 0
                    gathered.clear()
            if gathered:
                _write(writer, gathered)
        return rows + waiting

    def finish(self) -> None:
        """No more tables."""


def _write(writer: Any, batches: list[Any]) -> None:
    """Writes one row group of these batches, whose code columns share a dictionary."""
    table = pa.Table.from_batches(batches).unify_dictionaries()
    writer.write_table(table, row_group_size=max(table.num_rows, 1))
