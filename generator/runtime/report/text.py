"""Issues as text: one line that says what and where, then the line of the file with carets."""

from __future__ import annotations

from ..core.issues import Issue

INDENT = "    "
CUT = "..."


def issue_text(issue: Issue, *, width: int = 80, show_personal_data: bool = False) -> str:
    """An issue in one line, then its line and carets in at most ``width`` columns.

    Personal columns are masked unless asked for; every character takes one column, so that the
    carets stand under the field; nothing in the file can reach the terminal as a control code.
    """
    said = visible(str(issue))
    if not issue.text:
        return said
    text = visible(issue.text if show_personal_data else issue.masked_text())
    shown = windowed(text, issue.start, issue.end, width - len(INDENT))
    return "\n".join([said, *(INDENT + line for line in shown if line)])


def visible(text: str) -> str:
    """The text with every character in one column: what does not print becomes a full stop."""
    return "".join(c if c.isprintable() else "." for c in text)


def windowed(text: str, start: int, end: int, width: int) -> tuple[str, str]:
    """The part of a line around columns ``start`` to ``end`` (from 1) and the carets below it.

    Columns behind the end of the line are those that it lacks.
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
