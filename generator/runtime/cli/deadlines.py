"""`jcq deadlines`: the days by which marks, grades or work are due."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from ..core.printable import counted
from ..exams.planning.deadlines import Deadline, deadlines
from ..report.text_table import text_table
from .entered import Rows, add_arguments_of_entries, run_on_entries
from .inputs import terminal_width

HEAD = ("due", "body", "centre", "component", "title", "send", "candidates")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = "Example: jcq deadlines E9999998.X01 A9999998.X02 --basedata basedata/"
    add_arguments_of_entries(parser)


def run(options: argparse.Namespace) -> int:
    """Shows or writes the deadlines: 0; 2 for wrong usage, 3 if something cannot be read."""
    return run_on_entries(
        options,
        lambda files, basedata, incomplete: deadlines(files, basedata, incomplete=incomplete),
        _lines,
        _rows,
    )


def _lines(found: list[Deadline]) -> Iterator[str]:
    rows = [
        (
            "?" if one.due is None else f"{one.due:%a %d %b %Y}",
            one.series.awarding_body,
            one.centre_number,
            one.component_code,
            one.title,
            one.what,
            f"{one.candidates:,}",
        )
        for one in found
    ]
    yield from text_table(HEAD, rows, terminal_width(), numbers=HEAD[-1:], shortened="title")
    yield ""
    yield f"{counted(len(found), 'component')} with a date. Components without one are not listed."


def _rows(found: list[Deadline]) -> Rows:
    return [
        {
            "due": None if one.due is None else one.due.isoformat(),
            "awarding_body": one.series.awarding_body,
            "series": one.series.series,
            "year": one.series.year,
            "centre_number": one.centre_number,
            "component_code": one.component_code,
            "component_title": one.title,
            "teacher_marks": one.what,
            "candidates": one.candidates,
        }
        for one in found
    ]
