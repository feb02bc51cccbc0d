"""Results as text for the terminal: a summary, statistics, then each candidate."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from ...exams.picture.candidates import ResultsOfCandidate
from ...exams.picture.statistics import Grouping, Statistics
from .content import HEADINGS, ReportRow, ResultsReport, heading, report_row, rows_of, totals

GAP = "  "
LABEL = 12
"""The width of the label before the numbers of a table."""


def lines(report: ResultsReport, width: int, *, summary_only: bool = False) -> Iterator[str]:
    """The whole report, in lines of at most ``width`` characters if the words allow it."""
    for text in (*report.summary, *report.notes):
        yield from textwrap.wrap(text, width, break_on_hyphens=False)
    groupings = [Grouping.QUALIFICATION] if summary_only else [*Grouping]
    for by in groupings:
        of_kind = report.of(by)
        if of_kind:
            yield ""
            yield HEADINGS[by]
        for one in of_kind:
            yield ""
            yield from _statistics(one, report.before.get(one.group), width)
    if not summary_only:
        for candidate in report.picture.candidates:
            yield ""
            yield from _candidate(candidate, report, width)


def _statistics(one: Statistics, before: Statistics | None, width: int) -> Iterator[str]:
    yield (GAP + heading(one))[:width].rstrip()
    yield f"{GAP}{GAP}{totals(one)}"
    if before is not None:
        yield f"{GAP}{GAP}before: {totals(before)}"
    grades = one.grades()
    if not grades:
        return
    rows: list[tuple[str, list[str]]] = [
        ("grade", [g.grade for g in grades]),
        ("number", [f"{g.number:,}" for g in grades]),
        ("%", [f"{g.percent:.1f}" for g in grades]),
    ]
    if one.is_ordered:
        rows.append(("cumulative %", [f"{g.cumulative:.1f}" for g in grades]))
    earlier = {g.grade: g for g in before.grades()} if before is not None else {}
    if before is not None and before.is_ordered and one.is_ordered:
        known = (earlier.get(g.grade) for g in grades)
        rows.append(("before", ["" if g is None else f"{g.cumulative:.1f}" for g in known]))
    cell = max(len(text) for _, texts in rows for text in texts)
    at_once = max((width - 2 * len(GAP) - LABEL) // (cell + 1), 1)
    for start in range(0, len(grades), at_once):
        for label, texts in rows:
            cells = "".join(f" {text:>{cell}}" for text in texts[start : start + at_once])
            yield f"{GAP}{GAP}{label:<{LABEL}}{cells}".rstrip()


def _candidate(one: ResultsOfCandidate, report: ResultsReport, width: int) -> Iterator[str]:
    name = report.name(one)
    yield f"{one.centre_number} {one.candidate_number}{GAP}{name}".rstrip()
    yield from _aligned([(depth, report_row(about)) for depth, about in rows_of(one)], width)
    for note in one.notes:
        yield f"{GAP}! {note}"


def _aligned(rows: Sequence[tuple[int, ReportRow]], width: int) -> Iterator[str]:
    """Rows in columns; titles are truncated if the lines are too long."""
    if not rows:
        return
    codes = [GAP * depth + row.code for depth, row in rows]
    code, grade, score, remarks = (
        max(map(len, texts))
        for texts in (codes, *zip(*((r.grade, r.score, r.remarks) for _, r in rows), strict=True))
    )
    longest = max(len(row.title) for _, row in rows)
    room = max(min(longest, width - code - grade - score - remarks - 5 * len(GAP)), 0)
    for indented, (_, row) in zip(codes, rows, strict=True):
        title = row.title if len(row.title) <= room else f"{row.title[: max(room - 3, 0)]}..."
        cells = (
            f"{GAP}{indented:<{code}}",
            f"{title:<{room}}",
            f"{row.grade:<{grade}}",
            f"{row.score:>{score}}",
            row.remarks,
        )
        yield GAP.join(cells).rstrip()
