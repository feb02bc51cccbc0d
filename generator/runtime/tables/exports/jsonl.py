"""JSON lines: an object for each row, dates as ISO text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...core.printable import json_of
from ...core.values import Value, json_value
from ..schema import Table

SUFFIX = ".jsonl"
ONE_FILE = False
TAKES = "rows"

FAILURES: tuple[type[Exception], ...] = ()
"""Exceptions of the library, besides OSError, for a file that cannot be written."""


class Writer:
    """Writes one table."""

    def __init__(self, path: Path) -> None:
        self.stream = path.open("w", encoding="utf-8", newline="\n")

    def begin(self, table: Table) -> None:
        """Does nothing: there is no header."""

    def add(self, table: Table, rows: Sequence[Sequence[Value]]) -> None:
        """Rows."""
        for row in rows:
            self.stream.write(json_of(dict(zip(table.names, row, strict=True)), json_value) + "\n")

    def finish(self) -> None:
        """No more rows."""
        self.stream.close()
