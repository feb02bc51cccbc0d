"""JSON lines: an object for each row, dates as ISO text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from ...core.values import Value, json_value
from ..schema import Table

SUFFIX = ".jsonl"
ONE_FILE = False
TAKES = "rows"


class Writer:
    """Writes one table."""

    def __init__(self, path: Path) -> None:
        self.stream = path.open("w", encoding="utf-8", newline="\n")
        self.encode = json.JSONEncoder(ensure_ascii=False, default=json_value).encode

    def begin(self, table: Table) -> None:
        """Nothing stands before the rows."""

    def add(self, table: Table, rows: Sequence[Sequence[Value]]) -> None:
        """Rows."""
        for row in rows:
            self.stream.write(self.encode(dict(zip(table.names, row, strict=True))) + "\n")

    def finish(self) -> None:
        """No more rows."""
        self.stream.close()
