"""Results as text for the terminal: a summary, statistics, then candidate by candidate."""  # Copied from generator/runtime/report/results/text.py by `make generate`; edit that, not this.

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from ...exams.picture.candidates import AwardedResult, ResultsOfCandidate
from ...exams.picture.statistics import Grouping, Statistics
from .told import HEADINGS, ResultsReport, heading, rows_of, totals

GAP = "  "
LABEL = 12
"""The width of what stands before the numbers of a table."""


def lines(report: ResultsReport, width: int, *, summary_only: bool = False) -> Iterator[str]:
    """The whole report, in lines of at most ``width`` characters where words allow it."""
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
    yield from _aligned([_cells(depth, about) for depth, about in rows_of(one)], width)
    for note in one.notes:
        yield f"{GAP}! {note}"


def _cells(depth: int, about: object) -> tuple[str, str, str, str, str]:
    """Code, title, grade, score and what else holds."""
    indent = GAP * depth
    if isinstance(about, AwardedResult):
        endorsed = f"endorsed {about.endorsements}" if about.endorsements else ""
        more = ", ".join(filter(None, (endorsed, *about.states)))
        return indent + about.code, about.result.title, about.grade, about.score, more
    code, title, value, status = (
        getattr(about, name) for name in ("component_code", "title", "value", "status")
    )
    return indent + code, title, "", value, "" if status == "Issued" else status


def _aligned(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    """Rows in columns; titles are cut where there is no room for all."""
    if not rows:
        return
    widths = [max(len(row[place]) for row in rows) for place in range(5)]
    others = widths[0] + widths[2] + widths[3] + widths[4] + len(GAP) * 5
    title = max(min(widths[1], width - others), 0)
    for code, name, grade, score, more in rows:
        shown = name if len(name) <= title else f"{name[: max(title - 1, 0)]}…"[:title]
        yield GAP.join(
            (
                f"{GAP}{code:<{widths[0]}}",
                f"{shown:<{title}}",
                f"{grade:<{widths[2]}}",
                f"{score:>{widths[3]}}",
                more,
            )
        ).rstrip()
