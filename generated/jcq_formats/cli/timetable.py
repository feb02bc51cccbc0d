"""`jcq timetable`: the sittings of candidates, the seats needed, and what clashes."""  # Copied from generator/runtime/cli/timetable.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator

from ..core.kinds.kind import is_number
from ..core.printable import counted
from ..exams.planning.timetable import Paper, Timetable, timetable
from ..report.text_table import text_table
from .entered import Rows, add_arguments_of_entries, lines_of_left_out, run_on_entries
from .inputs import terminal_width

HEAD = ("date", "session", "min", "body", "component", "title")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq timetable E9999998.X01 A9999998.X02 --basedata basedata/. Only numbers of"
        " candidates are printed, no names."
    )
    add_arguments_of_entries(parser)
    parser.add_argument(
        "--most-minutes",
        type=_minutes,
        metavar="N",
        help="report candidates with more than so many minutes in a day",
    )
    parser.add_argument(
        "--seats", action="store_true", help="only the seats needed, and what clashes"
    )


def run(options: argparse.Namespace) -> int:
    """Shows or writes the timetable: 0; 2 for wrong usage, 3 if something cannot be read."""
    return run_on_entries(
        options,
        lambda files, basedata, incomplete: timetable(files, basedata, incomplete=incomplete),
        lambda found: _lines(found, options),
        lambda found: _seats(found) if options.seats else _rows(found),
    )


def _minutes(text: str) -> int:
    if not is_number(text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a number of minutes is needed, not {text!r}")
    return int(text)


def _lines(found: Timetable, options: argparse.Namespace) -> Iterator[str]:
    width = terminal_width()
    seats = found.seats()
    head = (*HEAD[:-1], "centre", "seats", HEAD[-1])
    rows = [
        (*_cells(one.paper)[:-1], one.centre_number, f"{one.candidates:,}", one.paper.title)
        for one in seats
    ]
    yield from text_table(head, rows, width, numbers=("min", "seats"), shortened="title")
    if not options.seats:
        papers: dict[tuple[str, str], list[Paper]] = {}
        for sitting in found.sittings:
            papers.setdefault(sitting.candidate, []).append(sitting.paper)
        for (centre, candidate), sat in papers.items():
            yield ""
            yield f"{centre} {candidate}"
            yield from text_table(
                HEAD, map(_cells, sat), width, numbers=("min",), shortened="title"
            )
    clashes = found.clashes(options.most_minutes)
    yield ""
    for clash in clashes:
        codes = ", ".join(paper.component_code for paper in clash.papers)
        day = clash.papers[0].date
        yield f"{clash.centre_number} {clash.candidate_number}, {day:%a %d %b %Y}: {clash.why}"
        yield f"    {codes}"
    yield from lines_of_left_out(found.left_out)
    candidates = len({sitting.candidate for sitting in found.sittings})
    said = (
        f"{counted(candidates, 'candidate')}, {counted(len(found.sittings), 'sitting')},"
        f" {len(clashes):,} {'clash' if len(clashes) == 1 else 'clashes'}."
        " Components without a date in the basedata are not listed."
    )
    yield from textwrap.wrap(said, width)


def _cells(paper: Paper) -> tuple[str, ...]:
    return (
        f"{paper.date:%a %d %b %Y}",
        paper.session,
        "" if paper.minutes is None else f"{paper.minutes}",
        paper.series.awarding_body,
        paper.component_code,
        paper.title,
    )


def _paper(paper: Paper) -> dict[str, object]:
    return {
        "date": paper.date.isoformat(),
        "session": paper.session,
        "minutes": paper.minutes,
        "awarding_body": paper.series.awarding_body,
        "series": paper.series.series,
        "year": paper.series.year,
        "component_code": paper.component_code,
        "component_title": paper.title,
    }


def _rows(found: Timetable) -> Rows:
    return [
        {
            "centre_number": one.centre_number,
            "candidate_number": one.candidate_number,
            **_paper(one.paper),
            "option_entry_code": one.option_entry_code,
        }
        for one in found.sittings
    ]


def _seats(found: Timetable) -> Rows:
    return [
        {**_paper(one.paper), "centre_number": one.centre_number, "seats": one.candidates}
        for one in found.seats()
    ]
