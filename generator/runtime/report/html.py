"""Issues as an HTML page that needs no network: counts first, then a table to sort and filter.

All text from files is escaped; nothing is executed, and a formula is only text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import TextIO

from ..core.formats import rule_of
from ..core.issues import INFERRED, NOT_CONFIRMED, Issue, Severity
from ..core.printable import counted, visible
from ..core.sources import note_of_left_out
from .page import page
from .summary import KEPT_IN_ALL, Report, what_to_do
from .text import windowed

WIDTH = 52
"""The number of characters of a line that are shown."""

SEVERITIES = tuple(Severity)

BODY = """<p class="summary">{summary}</p>
{notes}
<h2>By file</h2>
<div class="wide"><table class="sortable" id="files"><thead><tr><th scope="col">File</th><th scope="col" class="number">Lines</th>{heads}</tr></thead>
<tbody>
{files}
</tbody></table></div>
<h2>By rule</h2>
<div class="wide"><table class="sortable" id="rules"><thead><tr><th scope="col">Rule</th><th scope="col" class="number">Issues</th>\
<th scope="col">What it means</th><th scope="col">What to do</th></tr></thead>
<tbody>
{rules}
</tbody></table></div>
<h2>Issues</h2>
<form id="filters"><label>Find <input type="search" id="find" placeholder="file, rule, words"></label>
<label>Severity <select id="severity"><option value="">all</option>{choices}</select></label>
<label>Rule <select id="rule"><option value="">all</option>{rule_choices}</select></label>
<output id="shown"></output></form>
<div class="wide"><table class="sortable" id="issues"><thead><tr><th scope="col">Severity</th><th scope="col">File</th>\
<th scope="col" class="number">Line</th><th scope="col">Columns</th><th scope="col">About</th><th scope="col">Rule</th><th scope="col">What is wrong</th></tr></thead>
<tbody>
{issues}
</tbody></table></div>"""

STYLE = """
pre { margin: .3rem 0 0; overflow-x: auto; font: 12px/1.3 ui-monospace, monospace; }
.error { color: #a4000f; font-weight: 600; } .warning { color: #7a4a00; font-weight: 600; } .information { color: #00508a; }
form { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; margin-bottom: .6rem; }
input, select { font: inherit; padding: .2rem .4rem; }
tr[hidden] { display: none; }
#rules { min-width: 40rem; } #rules td:first-child { white-space: nowrap; }
#issues { table-layout: fixed; min-width: 75rem; }
#issues td { overflow-wrap: anywhere; }
#issues th:nth-child(1) { width: 6rem; } #issues th:nth-child(2) { width: 11.4rem; } #issues th:nth-child(3) { width: 3.2rem; }
#issues th:nth-child(4) { width: 5rem; } #issues th:nth-child(5) { width: 7rem; } #issues th:nth-child(6) { width: 11.5rem; }
@media (prefers-color-scheme: dark) { .error { color: #ff8a8a; } .warning { color: #ffc26b; } .information { color: #8ac8ff; } }
@media print { form { display: none; } }
"""

SCRIPT = """
const find = document.getElementById("find");
const severity = document.getElementById("severity");
const rule = document.getElementById("rule");
const shown = document.getElementById("shown");
const rows = Array.from(document.getElementById("issues").tBodies[0].rows);
const words = rows.map(row => row.textContent.toLowerCase());
function filter() {
  const wanted = find.value.toLowerCase();
  let count = 0;
  rows.forEach((row, index) => {
    const fits = (!severity.value || row.dataset.severity === severity.value)
      && (!rule.value || row.dataset.rule === rule.value) && words[index].includes(wanted);
    row.hidden = !fits;
    count += fits;
  });
  shown.textContent = `${count} of ${rows.length} shown`;
}
document.getElementById("filters").addEventListener("submit", event => event.preventDefault());
for (const field of [find, severity, rule]) field.addEventListener("input", filter);
filter();
"""


class Writer:
    """Keeps rows up to a limit, the most serious ones first, and writes the page at the end."""

    def __init__(
        self, report: Report, stream: TextIO, *, width: int = 80, quiet: bool = False
    ) -> None:
        self.report = report
        self.stream = stream
        self.rows: dict[Severity, list[tuple[int, str]]] = {s: [] for s in SEVERITIES}
        self.written = 0
        self.left_out = 0

    def write(self, issues: Iterable[Issue], clear: Callable[[], None]) -> None:
        """Adds the issues of one file."""
        for issue in issues:
            self.rows[issue.severity].append((self.written, _issue_row(issue)))
            self.written += 1
            if self.written - self.left_out > KEPT_IN_ALL:
                [rows for rows in self.rows.values() if rows][-1].pop()
                self.left_out += 1

    def finish(self, left_out: list[str], unreadable: int) -> None:
        """Writes the whole page."""
        report = self.report
        report.left_out += self.left_out
        rows = sorted(row for rows in self.rows.values() for row in rows)
        body = BODY.format(
            summary=escape(report.summary),
            notes="".join(f"<p>{escape(note)}</p>" for note in self._notes(left_out)),
            heads="".join(f'<th scope="col" class="number">{_plural(s)}</th>' for s in SEVERITIES),
            files="\n".join(self._file_rows()),
            rules="\n".join(self._rule_rows()),
            choices="".join(f'<option value="{s}">{s}</option>' for s in SEVERITIES),
            rule_choices="".join(
                f'<option value="{escape(r)}">{escape(r)}</option>' for r in sorted(report.rules)
            ),
            issues="\n".join(row for _, row in rows),
        )
        self.stream.write(page("What jcq check found", body, STYLE, SCRIPT))

    def _notes(self, left_out: list[str]) -> list[str]:
        report = self.report
        notes = [visible(f"{line[0].upper()}{line[1:]}.") for line in report.basedata_lines]
        if not report.show_personal_data:
            notes.append("Personal data is masked with *.")
        if report.unreadable:
            notes.append(f"Could not be read: {visible(', '.join(report.unreadable))}.")
        if left_out:
            notes.append(visible(f"{note_of_left_out(left_out)}."))
        if report.left_out:
            notes.append(f"{counted(report.left_out, 'issue')} more than this page shows.")
        return notes

    def _file_rows(self) -> list[str]:
        return [
            f"<tr><td>{escape(visible(count.name))}</td><td class=number>{count.lines:,}</td>"
            + "".join(f"<td class=number>{count.severities[s]:,}</td>" for s in SEVERITIES)
            + "</tr>"
            for count in self.report.read
        ]

    def _rule_rows(self) -> list[str]:
        rows = []
        for rule_id, number in self.report.rules.most_common():
            rule = rule_of(rule_id)
            rows.append(
                f"<tr><td>{escape(rule_id)}</td><td class=number>{number:,}</td>"
                f"<td>{escape(rule.meaning)} {escape(rule.why)}</td>"
                f"<td>{escape(what_to_do(rule))}</td></tr>"
            )
        return rows


def _issue_row(issue: Issue) -> str:
    place = SEVERITIES.index(issue.severity)
    message = issue.message + (NOT_CONFIRMED if issue.grade == INFERRED else "")
    columns = f"{issue.start}-{issue.end}" if issue.start else ""
    line = str(issue.line_number) if issue.line_number else ""
    shown = ""
    if issue.text:
        pair = windowed(visible(issue.text), issue.start, issue.end, WIDTH)
        shown = f"<pre>{escape(chr(10).join(part for part in pair if part))}</pre>"
    return (
        f'<tr data-severity="{issue.severity}" data-rule="{escape(issue.rule)}">'
        f'<td class="{issue.severity}" data-key="{place}">{issue.severity}</td>'
        f"<td>{escape(visible(issue.file))}</td><td class=number>{line}</td>"
        f'<td data-key="{issue.start}">{columns}</td><td>{escape(issue.about)}</td>'
        f"<td>{escape(issue.rule)}</td>"
        f"<td>{escape(visible(message))}{shown}</td></tr>"
    )


def _plural(severity: Severity) -> str:
    return "Information" if severity is Severity.INFORMATION else f"{severity.capitalize()}s"
