"""Parquet: typed columns, codes as a dictionary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..extras import missing
from ..schema import Table

try:
    import pyarrow.parquet as pq
except ImportError as error:
    raise missing("arrow", error) from None

SUFFIX = ".parquet"
ONE_FILE = False
TAKES = "batches"

FAILURES: tuple[type[Exception], ...] = ()
"""What the library raises, beside OSError, where a file cannot be written."""


class Writer:
    """Writes one table."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.writer: Any = None

    def add(self, table: Table, scan: Any) -> int:
        """The batches of a table; says how many rows they had."""
        rows = 0
        with pq.ParquetWriter(self.path, scan.schema) as writer:
            for batch in scan:
                writer.write_batch(batch, row_group_size=1 << 20)
                rows += batch.num_rows
        return rows

    def finish(self) -> None:
        """No more tables."""
