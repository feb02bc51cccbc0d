"""Results as an HTML page: a summary on one printed page, statistics with charts, candidates."""  # Copied from generator/runtime/report/results/html.py by `make generate`; edit that, not this.

from __future__ import annotations

from html import escape

from ...core.printable import counted, visible
from ...exams.picture.candidates import AwardedResult, ComponentMark, ResultsOfCandidate
from ...exams.picture.statistics import Grouping, Statistics
from ..page import page
from .chart import chart
from .content import HEADINGS, ResultsReport, heading, report_row, rows_of, totals

STYLE = """
h3 { font-size: 1rem; margin: 1.2rem 0 .2rem; }
.statistics, .candidate { break-inside: avoid; }
.statistics table { width: auto; } .statistics p { margin: .2rem 0; }
.statistics th, .statistics td { text-align: right; padding: .1rem .5rem; font-variant-numeric: tabular-nums; }
.statistics th:first-child { text-align: left; } .statistics th[scope=row] { font-weight: 400; border-bottom: 1px solid #ddd; }
svg { max-width: 100%; height: auto; display: block; margin: .3rem 0; }
td.depth1 { padding-left: 2rem; } td.depth2 { padding-left: 3.4rem; }
.candidate td:nth-child(3) { text-align: left; } .note { font-style: italic; }
nav { margin: 1rem 0; }
@media print {
 body { margin: 0; max-width: none; font-size: 11px; color: #000; background: #fff; }
 nav { display: none; } h2 { break-after: avoid; } .first { break-after: page; font-size: 10px; }
 .first p { margin: 0; line-height: 1.25; } .first h3 { margin: .4rem 0 0; font-size: 11px; line-height: 1.25; }
 .first th, .first td { padding: 0 .5rem; line-height: 1.25; } .first tr.part { display: none; }
 .wide { overflow: visible; }
 th, td { padding: .1rem .4rem; }
}
"""

ON_ONE_PAGE = 8
"""The number of qualifications that fit on the first printed page: those with the most results."""

PERCENT = "%"

WORDS = ("Code", "Title", "Grade", "Score", "Remarks")


def html(report: ResultsReport, *, summary_only: bool = False) -> str:
    """The whole page, or only the numbers and the qualifications."""
    titles = {by: HEADINGS[by] for by in Grouping if report.of(by)}
    links = [*((by.value, title) for by, title in titles.items()), ("candidates", "Candidates")]
    body = '<section class="first">'
    body += "".join(f"<p>{_text(line)}</p>" for line in report.about)
    first, *others = report.summary
    body += f'<p class="summary">{_text(first)}</p>'
    body += "".join(f"<p>{_text(line)}</p>" for line in others)
    qualifications = report.of(Grouping.QUALIFICATION)
    most = sorted(qualifications, key=lambda one: -one.entries)[:ON_ONE_PAGE]
    body += "".join(_statistics(one, report) for one in qualifications if one in most)
    left_out = [one for one in qualifications if one not in most]
    if left_out:
        body += f"<p>{counted(len(left_out), 'smaller qualification')} on the next page.</p>"
    body += "</section>" + "".join(f"<p>{_text(note)}</p>" for note in report.notes)
    body += "".join(_statistics(one, report) for one in left_out)
    if summary_only:
        return page("Results", body, STYLE)
    body += "<nav>"
    body += " · ".join(f'<a href="#{name}">{title}</a>' for name, title in links[1:])
    body += "</nav>"
    for by in (Grouping.SYLLABUS, Grouping.OPTION):
        if by in titles:
            body += f'<h2 id="{by}">{titles[by]}</h2>'
            body += "".join(_statistics(one, report, drawn=True) for one in report.of(by))
    body += '<h2 id="candidates">Candidates</h2>'
    body += "".join(_candidate(one, report) for one in report.picture.candidates)
    return page("Results", body, STYLE)


def _statistics(one: Statistics, report: ResultsReport, *, drawn: bool = False) -> str:
    before = report.before.get(one.group)
    said = f'<div class="statistics"><h3>{_text(heading(one))}</h3><p>{_text(totals(one))}'
    if before is not None:
        said += f"; before: {_text(totals(before))}"
    said += "</p>"
    grades = one.grades()
    if grades:
        rows = [("Number", [f"{g.number:,}" for g in grades])]
        rows.append((PERCENT, [f"{g.percent:.1f}" for g in grades]))
        if one.is_ordered:
            rows.append(("Cumulative %", [f"{g.cumulative:.1f}" for g in grades]))
            if before is not None and before.is_ordered:
                known = {g.grade: g.cumulative for g in before.grades()}
                shown = [known.get(g.grade) for g in grades]
                rows.append(("Before", ["" if v is None else f"{v:.1f}" for v in shown]))
        heads = "".join(f'<th scope="col">{_text(g.grade)}</th>' for g in grades)
        said += (
            f'<div class="wide"><table><thead><tr><th scope="col">Grade</th>{heads}</tr></thead>'
        )
        for label, cells in rows:
            part = ' class="part"' if label == PERCENT else ""
            said += f'<tr{part}><th scope="row">{label}</th>'
            said += "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        said += "</table></div>"
        if drawn:
            said += chart(one, before)
    return said + "</div>"


def _candidate(one: ResultsOfCandidate, report: ResultsReport) -> str:
    who = f"{one.centre_number} {one.candidate_number}  {report.name(one)}"
    said = f'<div class="candidate"><h3>{_text(who)}</h3>'
    rows = [_row(depth, about) for depth, about in rows_of(one)]
    if rows:
        heads = "".join(f'<th scope="col">{word}</th>' for word in WORDS)
        said += f'<div class="wide"><table><thead><tr>{heads}</tr></thead>\n'
        said += "\n".join(rows) + "</table></div>"
    return said + "".join(f'<p class="note">{_text(note)}</p>' for note in one.notes) + "</div>\n"


def _row(depth: int, about: AwardedResult | ComponentMark) -> str:
    code, *cells = report_row(about)
    shown = "".join(f"<td>{_text(cell)}</td>" for cell in cells)
    return f'<tr><td class="depth{depth}">{_text(code)}</td>{shown}</tr>'


def _text(text: str) -> str:
    return escape(visible(text))
