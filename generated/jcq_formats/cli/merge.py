"""`jcq merge`: merges the awarding body's new results with the centre's changes since the last
file."""  # Copied from generator/runtime/cli/merge.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator
from pathlib import Path

from ..core.errors import JcqError
from ..core.printable import counted
from ..core.sources import Source
from ..core.writing import folder_made
from ..exams.basedata_sets import read_basedata
from ..exams.diff.differences import Difference, DifferenceKind, DiffSummary
from ..exams.merging import Merged, Side, merge
from ..exams.results import RESULT
from ..report.diff.content import DiffReport
from ..report.diff.text import difference_lines
from ..tables.changed_results import results_from_csv
from . import UNREADABLE, WRONG_USAGE, refuse
from .decisions import SIDES, read_decisions, values_of, write_conflicts
from .embargo import add_embargo_argument
from .inputs import (
    Inputs,
    add_basedata_argument,
    add_incomplete_argument,
    add_version_argument,
    terminal_width,
)
from .outputs import add_force_argument, places_of, put, refusal
from .printing import complain, say

NAMED = {"base": "last file", "theirs": "awarding body", "ours": "centre"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq merge --base last/R9999998.X01 --theirs R9999998.X02 --ours system.csv"
        " --columns grade=Result --output merged/R9999998.X02"
    )
    parser.add_argument("--base", required=True, metavar="FILE", help="the file loaded last")
    parser.add_argument("--theirs", required=True, metavar="FILE", help="the new file")
    parser.add_argument(
        "--ours",
        required=True,
        metavar="FILE",
        help="the results as they are in your system: a results file, or CSV",
    )
    parser.add_argument(
        "--columns",
        action="append",
        default=[],
        metavar="NAME=HEADING",
        help="the heading for a column of your CSV file, such as grade=Result; may be repeated",
    )
    parser.add_argument(
        "--output", metavar="FILE", help="the file to write (default: only show the changes)"
    )
    parser.add_argument(
        "--prefer",
        choices=[side.value for side in Side],
        help="whose result counts if both have changed it",
    )
    parser.add_argument(
        "--decisions", metavar="FILE.csv", help="whose result counts, result by result"
    )
    parser.add_argument(
        "--conflicts",
        metavar="FILE.csv",
        help="a file to write the conflicts to, so that you can decide them",
    )
    add_basedata_argument(parser, "basedata for the order of grades")
    parser.add_argument("--show-personal-data", action="store_true", help="do not mask identifiers")
    add_incomplete_argument(parser)
    add_force_argument(parser)
    add_version_argument(parser)
    add_embargo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Merges: 0; 1 if a conflict is not decided, 2 wrong usage, 3 if a file cannot be read. In
    these cases at most the list of conflicts is written."""
    paths = [options.base, options.theirs]
    is_csv = Path(options.ours).suffix.casefold() == ".csv" and not Path(options.ours).is_dir()
    inputs = Inputs.under_embargo(options, paths if is_csv else [*paths, options.ours])
    sources = list(inputs)
    try:
        headings = _headings(options.columns)
        decisions = read_decisions(Path(options.decisions)) if options.decisions else {}
    except JcqError as error:
        refuse(error)
        return WRONG_USAGE
    except OSError as error:
        return refuse(error)
    if any(len(found) != 1 for found in inputs.found.values()):
        complain("jcq: --base, --theirs and --ours are one file each, not a folder with several")
        return WRONG_USAGE
    if inputs.unreadable:
        return UNREADABLE
    try:
        base, theirs, *others = (source.read(options.format_version) for source in sources)
        ours = others[0] if others else results_from_csv(base, Path(options.ours), headings)
        merged = merge(
            base,
            theirs,
            ours,
            prefer=options.prefer,
            decisions=decisions,
            basedata=read_basedata(*options.basedata) if options.basedata else None,
            incomplete=options.incomplete,
        )
    except (JcqError, OSError) as error:
        return refuse(error)
    for line in _lines(merged, options.show_personal_data):
        say(line)
    removed = [one for one in merged.theirs if one.kind is DifferenceKind.REMOVED]
    if removed and len(removed) == sum(record.ROLE == RESULT for record in base):
        complain(
            "jcq: the new file has none of the results of the last file: merge the two files of a"
            " qualification (grades, units) each with its own last file"
        )
    return _write(merged, options, sources)


def _write(merged: Merged, options: argparse.Namespace, sources: list[Source]) -> int:
    """Writes the merged file, or the list of conflicts."""
    wanted = options.conflicts if merged.file is None else options.output
    targets = [Path(wanted)] if wanted else []
    given = [options.ours, *([options.decisions] if options.decisions else [])]
    reason = refusal(targets, [*places_of(sources), *given], force=options.force)
    if reason:
        complain(f"jcq: {reason}")
        return WRONG_USAGE
    if merged.file is not None:
        for target in targets:
            put(merged.file, target, force=options.force)
            say(f"{target}: {counted(len(merged.file.records), 'data record')}")
        if not targets:
            say("nothing was written: add --output FILE to write the merged file")
        return 0
    for target in targets:
        with folder_made(target.parent):
            write_conflicts(merged.undecided, target, overwrite=options.force)
        say(f"{target}: fill in the last column, and give the file with --decisions")
    first = "" if targets else "write the list with --conflicts FILE.csv and fill it in; "
    complain(
        f"nothing was merged: {counted(len(merged.undecided), 'conflict')} to decide: {first}give"
        " the filled-in list with --decisions, or decide all with --prefer"
    )
    return 1


def _headings(given: list[str]) -> dict[str, str]:
    """The name of a column by its heading in the CSV file."""
    found = {}
    for word in given:
        name, equals, heading = word.partition("=")
        if not (name and equals and heading):
            raise JcqError(f"--columns needs NAME=HEADING, not {word!r}")
        found[heading] = name
    return found


def _lines(merged: Merged, show_personal_data: bool) -> Iterator[str]:
    """The changes of each side, the changes that would have been lost, and the conflicts."""
    for differences, title in (
        (merged.theirs, "changed by the awarding body since the last file"),
        (merged.ours, "changed by the centre since then"),
        (merged.overwritten, "that loading the new file as it is would overwrite"),
    ):
        yield f"{counted(len(differences), 'result')} {title}{':' if differences else ''}"
        yield from _indented(differences, show_personal_data)
    if merged.conflicts:
        yield f"{counted(len(merged.conflicts), 'result')} changed by both:"
    for conflict in merged.conflicts:
        yield f"  {conflict.key}"
        values = values_of(conflict, show_personal_data=show_personal_data)
        for side in SIDES:
            counts = "  <- counts" if conflict.decision == side else ""
            yield from textwrap.wrap(
                f"{NAMED[side]:<13}  {values[side]}{counts}",
                terminal_width(),
                initial_indent="    ",
                subsequent_indent=" " * 19,
            )


def _indented(differences: list[Difference], show_personal_data: bool) -> Iterator[str]:
    report = DiffReport("", "", DiffSummary({}), show_personal_data)
    for difference in differences:
        for line in difference_lines(report, difference, terminal_width() - 2):
            yield f"  {line}"
