"""JSON lines: an object for each row, dates as ISO text."""  # Copied from generator/runtime/tables/exports/jsonl.py by `make generate`; edit that, not this.

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


def prepared(table: Table, rows: Sequence[Sequence[Value]]) -> str:
    """The lines of rows."""
    objects = (dict(zip(table.names, row, strict=True)) for row in rows)
    return "".join(json_of(one, json_value) + "\n" for one in objects)


class Writer:
    """Writes one table."""

    def __init__(self, path: Path) -> None:
        self.stream = path.open("w", encoding="utf-8", newline="\n")

    def begin(self, table: Table) -> None:
        """Does nothing: there is no header."""

    def add(self, table: Table, lines: str) -> None:
        """Writes the lines of rows."""
        self.stream.write(lines)

    def finish(self) -> None:
        """No more rows."""
        self.stream.close()
