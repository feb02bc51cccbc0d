"""Parquet: typed columns, codes as a dictionary."""

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
"""What the library raises, beside OSError, where a file cannot be written."""


ROW_GROUP = 1 << 17
"""From this number of rows on a row group is written, whatever the number of files."""


class Writer:
    """Writes one table."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.writer: Any = None

    def add(self, table: Table, scan: Any) -> int:
        """The batches of a table, gathered into row groups; says how many rows they had."""
        rows, gathered, waiting = 0, list[Any](), 0
        # A stream: the library takes no path that is not UTF-8.
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
    """One row group of these batches, whose columns of codes share a dictionary."""
    table = pa.Table.from_batches(batches).unify_dictionaries()
    writer.write_table(table, row_group_size=max(table.num_rows, 1))
