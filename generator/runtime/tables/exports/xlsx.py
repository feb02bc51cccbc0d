"""An Excel workbook with one sheet for each type of record; codes are text cells."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...core.errors import JcqError
from ...core.values import Value, text_of
from ..extras import missing
from ..schema import Table

try:
    import xlsxwriter
except ImportError as error:
    raise missing("xlsx", error) from None

SUFFIX = ".xlsx"
ONE_FILE = True
TAKES = "rows"

FAILURES: tuple[type[Exception], ...] = (xlsxwriter.exceptions.XlsxWriterException,)
"""Exceptions of the library, besides OSError, for a file that cannot be written."""

ROWS = 1_048_576
"""The most rows of a sheet."""

OPTIONS = {"constant_memory": True}

WIDEST = 40
FIRST_YEAR = 1900
"""The first year for which Excel has dates; earlier ones are text."""


class _Kept(io.BytesIO):
    """The bytes of a zip. The library closes the zip again after an error, which must not fail."""

    def close(self) -> None:
        """Keeps the bytes."""


def prepared(table: Table, rows: Sequence[Sequence[Value]]) -> Sequence[Sequence[Value]]:
    """The rows themselves."""
    return rows


class Writer:
    """Writes all sheets, keeping one row of each in memory."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.zipped = _Kept()
        self.book: Any = xlsxwriter.Workbook(self.zipped, {**OPTIONS, "tmpdir": str(path.parent)})
        self.text = self.book.add_format({"num_format": "@"})
        self.date = self.book.add_format({"num_format": "yyyy-mm-dd"})
        self.time = self.book.add_format({"num_format": "hh:mm:ss"})
        self.head = self.book.add_format({"bold": True, "num_format": "@"})
        self.sheets: dict[Table, Any] = {}
        self.counts: dict[Table, int] = {}

    def begin(self, table: Table) -> None:
        """Adds a sheet with its header."""
        sheet = self.book.add_worksheet(table.name)
        sheet.freeze_panes(1, 0)
        for number, name in enumerate(table.names):
            sheet.set_column(number, number, min(max(len(name), 8), WIDEST))
            sheet.write_string(0, number, name, self.head)
        self.sheets[table], self.counts[table] = sheet, 1

    def add(self, table: Table, rows: Sequence[Sequence[Value]]) -> None:
        """Writes rows: a text is a text cell whatever its beginning, and is never executed.

        Raises JcqError if a sheet is full.
        """
        sheet = self.sheets[table]
        if self.counts[table] + len(rows) > ROWS:
            raise JcqError(f"{table.name}: a sheet holds {ROWS:,} rows at most; use parquet")
        for number, row in enumerate(rows, self.counts[table]):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, value, self.text)
                elif isinstance(value, bool):
                    sheet.write_boolean(number, column, value)
                elif isinstance(value, datetime.date) and value.year >= FIRST_YEAR:
                    sheet.write_datetime(number, column, value, self.date)
                elif isinstance(value, datetime.time):
                    sheet.write_datetime(number, column, value, self.time)
                elif isinstance(value, datetime.date):
                    sheet.write_string(number, column, text_of(value), self.text)
                elif value is not None:
                    sheet.write_number(number, column, value)
        self.counts[table] += len(rows)

    def finish(self) -> None:
        """No more rows."""
        self.book.close()
        self.path.write_bytes(self.zipped.getbuffer())
