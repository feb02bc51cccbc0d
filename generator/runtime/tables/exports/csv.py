"""Comma-separated values: UTF-8, CR LF, a header; text that a spreadsheet would execute is
neutralised."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from ...core.values import Value, text_of
from ..schema import Table

SUFFIX = ".csv"
ONE_FILE = False
TAKES = "rows"

FAILURES: tuple[type[Exception], ...] = ()
"""Exceptions of the library, besides OSError, for a file that cannot be written."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
MARK = "'"
"""Precedes text that a spreadsheet would execute as a formula; `jcq build` removes it again."""


def prepared(table: Table, rows: Sequence[Sequence[Value]]) -> str:
    """The lines of rows; None is written as an empty cell, like blank."""
    texts = [column.text_of for column in table.columns] + [text_of] * len(table.origins)
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows(
        [neutralised(value, text) for value, text in zip(row, texts, strict=True)] for row in rows
    )
    return lines.getvalue()


class Writer:
    """Writes one table."""

    def __init__(self, path: Path) -> None:
        self.stream = path.open("w", encoding="utf-8", newline="")

    def begin(self, table: Table) -> None:
        """Writes the header."""
        csv.writer(self.stream).writerow(table.names)

    def add(self, table: Table, lines: str) -> None:
        """Writes the lines of rows."""
        self.stream.write(lines)

    def finish(self) -> None:
        self.stream.close()


def neutralised(value: Value, text: Callable[[Value], str]) -> str:
    """The value as text; text that a spreadsheet would execute gets a mark before it."""
    if isinstance(value, str) and value.startswith((*FORMULA_STARTS, MARK)):
        return MARK + value
    return text(value)


def original(text: str) -> str:
    """The text without that mark."""
    if text[:1] == MARK and text[1:].startswith((*FORMULA_STARTS, MARK)):
        return text[1:]
    return text
