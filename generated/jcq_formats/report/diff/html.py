"""Differences as an HTML page: the counts, a table by option, then a sortable table."""  # Copied from generator/runtime/report/diff/html.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TextIO

from ...core.printable import visible
from ...exams.diff.differences import Difference
from ..page import page
from .content import COUNTS, DiffReport, code_rows

STYLE = """
.up::before { content: "\\25B2\\00A0"; } .down::before { content: "\\25BC\\00A0"; }
td.value { overflow-wrap: anywhere; }
@media print { table { font-size: 11px; } tr { break-inside: avoid; } }
"""

HEADS = ("Key", "What", "Difference", "Field", "Old", "New", "Grade")


class Writer:
    """Keeps as many differences as are shown, and writes the page at the end."""

    def __init__(self, report: DiffReport, stream: TextIO, *, width: int = 80) -> None:
        self.report = report
        self.stream = stream

    def write(self, difference: Difference) -> None:
        """Adds a difference."""
        self.report.add(difference)

    def finish(self) -> None:
        """Writes the whole page."""
        report = self.report
        said = [f"Old: {report.old}", f"New: {report.new}"]
        body = "".join(f"<p>{_text(line)}</p>" for line in said)
        body += "".join(f'<p class="summary">{_text(line)}</p>' for line in report.totals)
        body += "".join(f"<p>{_text(line)}</p>" for line in report.notes)
        if report.summary.by_code:
            heads = COUNTS if report.has_grades else COUNTS[:3]
            rows = code_rows(report.summary, grades=report.has_grades)
            cells = (
                f"<td>{_text(code)}</td><td>{_text(title)}</td>"
                + "".join(f"<td class=number>{count}</td>" for count in counts)
                for code, title, counts in rows
            )
            body += "<h2>By option</h2>" + _table(
                "options", ("Code", "Title", *(head.capitalize() for head in heads)), cells
            )
        if report.kept:
            body += "<h2>Differences</h2>" + _table(
                "differences", HEADS if report.has_grades else HEADS[:-1], self._rows()
            )
        self.stream.write(page("What jcq diff found", body, STYLE))

    def _rows(self) -> Iterable[str]:
        report = self.report
        for one in report.kept:
            about = f"<td class=name>{_text(report.heading(one))}</td><td>{_text(one.title)}</td>"
            about += f"<td>{one.kind}</td>"
            changes = report.changes(one)
            if not changes:
                yield f"{about}<td></td><td></td><td></td>" + ("<td></td>" * report.has_grades)
            for change in changes:
                old, new = report.values(one, change)
                grade = change.direction or ""
                arrow = f'<span class="{grade}">{grade}</span>' if grade else ""
                field = _text(report.field(change)).replace("_", "_<wbr>")
                cells = f"<td>{field}</td><td class=value>{_text(old)}</td>"
                cells += f"<td class=value>{_text(new)}</td>"
                yield about + cells + (f"<td>{arrow}</td>" if report.has_grades else "")


def _table(name: str, heads: Iterable[str], rows: Iterable[str]) -> str:
    cells = "".join(_head(head) for head in heads)
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return (
        f'<div class="wide"><table class="sortable" id="{name}"><thead><tr>{cells}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody></table></div>"
    )


def _head(head: str) -> str:
    is_count = head.lower() in COUNTS
    return f'<th scope="col"{" class=number" if is_count else ""}>{head}</th>'


def _text(text: str) -> str:
    return escape(visible(text))
