"""`jcq season`: the files in a folder, which of them count, and what is missing."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Sequence

from ..core.printable import counted
from ..core.sources import note_of_left_out
from ..exams.season import Season, SeasonFile, season_of
from . import UNREADABLE, refuse
from .inputs import Inputs, add_version_argument, terminal_width
from .printing import say
from .progress import Progress

GAP = "  "
COUNTS, OLD = "*", ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq season downloads/. Exit codes: 0 complete, 1 something is missing, damaged or"
        " there twice, 2 wrong usage, 3 a file cannot be read."
    )
    parser.add_argument(
        "files", nargs="+", metavar="DIR", help="the folders, zips or files to list"
    )
    add_version_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Lists the files: 0; 1 if there are notes, 3 if a file cannot be read."""
    inputs = Inputs(options.files, renamed=True, messages=True)
    with Progress() as progress:
        found = season_of(map(progress.watched, inputs), options.format_version)
    for line in _lines(found, inputs.left_out):
        say(line)
    for error in found.unreadable:
        refuse(error)
    if inputs.unreadable or found.unreadable:
        return UNREADABLE
    return 1 if found.notes else 0


def _lines(found: Season, left_out: Sequence[str]) -> Iterator[str]:
    current = {file.name for file in found.current}
    heading = None
    for file in found.files:
        said = (file.series, file.title)
        if said != heading:
            heading = said
            same = [f for f in found.files if (f.series, f.title) == said]
            counting = [f for f in same if f.name in current]
            total = counted(sum(f.records for f in counting), "record")
            body = f"awarding body {file.series.awarding_body}"
            yield (
                f"{file.title}, {file.series if file.series.series else body}:"
                f" {len(counting)} of {counted(len(same), 'file')}, {total}"
            )
        yield _row(file, file.name in current)
    yield ""
    for note in found.notes:
        yield from textwrap.wrap(
            str(note),
            terminal_width(),
            subsequent_indent="    ",
            break_on_hyphens=False,
        )
    if left_out:
        yield note_of_left_out(left_out)
    files, notes = counted(len(found.files), "file"), counted(len(found.notes), "note")
    yield f"{files}, {len(current):,} of them count (*); {notes}"


def _row(file: SeasonFile, counts: bool) -> str:
    centres = " ".join(file.centres[:3]) + (" ..." if len(file.centres) > 3 else "")
    cells = (
        f"{COUNTS if counts else OLD:1}",
        f"{file.number:03}" if file.number else "   ",
        f"{file.produced or ''!s:10}",
        f"{file.records:>9,}",
        f"{centres:5}",
        file.name,
    )
    return GAP + GAP.join(cells)
