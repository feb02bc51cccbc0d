"""Issues as text: one line with message and place, then the line of the file with carets."""  # Copied from generator/runtime/report/text.py by `make generate`; edit that, not this.

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from typing import TextIO

from ..core.formats import rule_of
from ..core.issues import Issue
from ..core.printable import counted, visible
from ..core.sources import note_of_left_out
from .summary import Report, what_to_do

INDENT = "    "
CUT = "..."


class Writer:
    """Writes issues at once, the advice of each rule once, the counts last."""

    def __init__(self, report: Report, stream: TextIO, *, width: int, quiet: bool) -> None:
        self.report = report
        self.stream = stream
        self.width = width
        self.quiet = quiet
        self.explained: set[str] = set()

    def write(self, issues: Iterable[Issue], clear: Callable[[], None]) -> None:
        """Writes the issues of one file; ``clear`` clears the terminal line for them."""
        for issue in issues:
            clear()
            print(self._text(issue), file=self.stream)

    def finish(self, left_out: list[str], unreadable: int) -> None:
        """Writes the counts, and what was not checked."""
        if self.report.left_out:
            print(f"{counted(self.report.left_out, 'issue')} not shown", file=self.stream)
        if not self.quiet or not self.report.basedata_used:
            for line in self.report.basedata_lines:
                print(visible(line), file=self.stream)
        print(self.report.summary, file=self.stream)
        if unreadable:
            print(f"{counted(unreadable, 'input')} could not be read", file=self.stream)
        if left_out:
            print(visible(note_of_left_out(left_out)), file=self.stream)

    def _text(self, issue: Issue) -> str:
        if self.quiet:
            return visible(str(issue))
        show = self.report.show_personal_data
        lines = issue_text(issue, width=self.width, show_personal_data=show)
        if issue.rule not in self.explained:
            self.explained.add(issue.rule)
            do = f"-> {what_to_do(rule_of(issue.rule))}"
            lines += "\n" + textwrap.fill(
                do, self.width, initial_indent=INDENT, subsequent_indent=INDENT + "   "
            )
        return lines


def issue_text(issue: Issue, *, width: int = 80, show_personal_data: bool = False) -> str:
    """An issue in one line, then its line and carets in at most ``width`` characters.

    Personal data is masked unless requested. Every character is one column wide, so that the carets
    are under the field; no control code of the file reaches the terminal.
    """
    headline = visible(str(issue))
    if not issue.text:
        return headline
    text = visible(issue.text if show_personal_data else issue.masked_text())
    shown = windowed(text, issue.start, issue.end, width - len(INDENT))
    return "\n".join([headline, *(INDENT + line for line in shown if line)])


def windowed(text: str, start: int, end: int, width: int) -> tuple[str, str]:
    """The part of a line around positions ``start`` to ``end`` (from 1), and the carets below it.

    Positions after the end of the line are those that are missing.
    """
    first = 0
    if max(len(text), end) > width:
        shown_span = min(end - start + 1, width // 2)
        right = max(len(text), start - 1 + shown_span)
        first = max(0, min(start - 1 - (width - shown_span) // 2, right - width))
    shown = text[first : first + width]
    if first:
        shown = CUT + shown[len(CUT) :]
    if len(text) > first + width:
        shown = shown[: -len(CUT)] + CUT
    if not start:
        return shown, ""
    return shown, _carets(start - first, min(end - first, width))


def _carets(start: int, end: int) -> str:
    return " " * (start - 1) + "^" * (end - start + 1)
