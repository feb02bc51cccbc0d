"""Differences as text: the counts, a table by option, then each difference with its fields."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TextIO

from ...core.printable import visible
from ...exams.diff.differences import Difference, DifferenceKind
from .content import COUNTS, DiffReport, code_rows

INDENT = "    "
GAP = "  "


class Writer:
    """Writes everything at the end, since the counts come first."""

    def __init__(self, report: DiffReport, stream: TextIO, *, width: int = 80) -> None:
        self.report = report
        self.stream = stream
        self.width = width

    def write(self, difference: Difference) -> None:
        """Adds a difference."""
        self.report.add(difference)

    def finish(self) -> None:
        """Writes everything."""
        for line in self._lines():
            print(visible(line), file=self.stream)

    def _lines(self) -> Iterator[str]:
        report = self.report
        yield f"old: {report.old}"
        yield f"new: {report.new}"
        for text in (*report.totals, *report.notes):
            yield from textwrap.wrap(text, self.width, break_on_hyphens=False)
        if report.summary.by_code:
            yield ""
            yield from self._table()
        for difference in report.kept:
            yield ""
            yield from difference_lines(report, difference, self.width)

    def _table(self) -> Iterator[str]:
        """The counts by option; titles are as wide as the width allows."""
        rows = list(code_rows(self.report.summary, grades=self.report.has_grades))
        heads = COUNTS if self.report.has_grades else COUNTS[:3]
        widths = [max(len(h), *(len(row[2][n]) for row in rows)) for n, h in enumerate(heads)]
        code = max(len("code"), *(len(row[0]) for row in rows))
        room = self.width - len(GAP) * (len(widths) + 2) - code - sum(widths)
        title = min(max(len("title"), *(len(row[1]) for row in rows)), max(room, 0))
        for first, second, counts in [("code", "title", [*heads]), *rows]:
            cells = GAP.join(f"{c:>{w}}" for c, w in zip(counts, widths, strict=True))
            yield f"{GAP}{first:<{code}}{GAP}{second[:title]:<{title}}{GAP}{cells}"


def difference_lines(report: DiffReport, difference: Difference, width: int) -> Iterator[str]:
    """A difference: its heading, then each of its fields."""
    yield f"{report.heading(difference)}  {difference.title}: {difference.kind}".strip()
    for change in report.changes(difference):
        old, new = report.values(difference, change)
        name = report.field(change)
        arrow = f"{old} -> {new}"
        if difference.kind is DifferenceKind.ADDED:
            arrow = new
        elif difference.kind is DifferenceKind.REMOVED:
            arrow = old
        elif change.is_item:
            arrow = f"{new} added" if change.old is None else f"{old} removed"
        direction = f" ({change.direction})" if change.direction is not None else ""
        yield from textwrap.wrap(
            f"{name}: {arrow}{direction}",
            width,
            initial_indent=INDENT,
            subsequent_indent=INDENT * 2,
            break_on_hyphens=False,
        )
