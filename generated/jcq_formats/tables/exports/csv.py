"""Comma-separated values: UTF-8, CR LF, a header; what a spreadsheet would run is neutralised."""  # Copied from generator/runtime/tables/exports/csv.py by `make generate`; edit that, not this.

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

from ...core.values import Value, text_of
from ..schema import Table

SUFFIX = ".csv"
ONE_FILE = False
TAKES = "rows"

FAILURES: tuple[type[Exception], ...] = ()
"""What the library raises, beside OSError, where a file cannot be written."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
MARK = "'"
"""Before a text that a spreadsheet would run as a formula; `jcq build` takes it off again."""


class Writer:
    """Writes one table."""

    def __init__(self, path: Path) -> None:
        self.stream = path.open("w", encoding="utf-8", newline="")
        self.writer = csv.writer(self.stream)

    def begin(self, table: Table) -> None:
        """The header."""
        self.writer.writerow(table.names)

    def add(self, table: Table, rows: Sequence[Sequence[Value]]) -> None:
        """Rows; nothing stands for None as for blank."""
        texts = [column.text_of for column in table.columns] + [text_of] * len(table.origins)
        self.writer.writerows(
            [neutralised(value, text) for value, text in zip(row, texts, strict=True)]
            for row in rows
        )

    def finish(self) -> None:
        """No more rows."""
        self.stream.close()


def neutralised(value: Value, text: Callable[[Value], str]) -> str:
    """The value as text; what was one, and a spreadsheet would run, gets a mark before it."""
    if isinstance(value, str) and value.startswith((*FORMULA_STARTS, MARK)):
        return MARK + value
    return text(value)


def original(text: str) -> str:
    """The text without that mark."""
    if text[:1] == MARK and text[1:].startswith((*FORMULA_STARTS, MARK)):
        return text[1:]
    return text
