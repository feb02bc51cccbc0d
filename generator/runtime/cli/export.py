"""`jcq export`: writes records to files that other programs open."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..core.errors import BuildError, JcqError
from ..core.printable import counted
from ..core.sources import note_of_left_out
from ..exams.basedata_sets import read_basedata
from ..tables.export import FORMATS, Exported, export
from ..tables.titles import Titles
from . import UNREADABLE, WRONG_USAGE, refuse
from .embargo import add_embargo_argument
from .inputs import (
    Inputs,
    add_basedata_argument,
    add_incomplete_argument,
    add_jobs_argument,
    add_version_argument,
    sharing_of,
)
from .outputs import add_force_argument, refused
from .printing import complain, say
from .progress import Progress

SHOWN = 20
"""The most undecodable values, or files, that are listed one by one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq export R9999998.X01 --to xlsx --output results.xlsx. A table has the columns"
        " of all versions among the files; with --format-version, those of that version. Exports"
        " contain personal data: protect them as you would the originals."
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a file, folder or zip, or - for standard input"
    )
    parser.add_argument("--to", required=True, choices=FORMATS, help="the format to write")
    parser.add_argument(
        "--output",
        required=True,
        metavar="PATH",
        help="a file; for several types of record in csv, jsonl or parquet, a folder",
    )
    parser.add_argument(
        "--record",
        action="append",
        default=[],
        metavar="KEY",
        help="a type of record, such as R5, or component_results; may be repeated (default: all)",
    )
    parser.add_argument(
        "--origin",
        action="store_true",
        help="add file, line, centre, issue, series and awarding body (databases always have"
        " them)",
    )
    add_incomplete_argument(
        parser,
        "use files even if they are cut off or cannot be read reliably; XML that is cut off"
        " cannot be read",
    )
    add_basedata_argument(
        parser,
        "basedata whose titles are added: option_title to results and forecast grades,"
        " component_title to component results",
    )
    add_jobs_argument(parser)
    add_force_argument(parser)
    add_version_argument(parser)
    add_embargo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the files: 0; 1 if a value cannot be decoded, 2 if a file exists already, there is no
    such record, a library is missing or a message is repeated, 3 if a file is incomplete or cannot
    be read."""
    inputs = Inputs.under_embargo(options, options.files, messages=True)
    target = Path(options.output)
    try:
        titles = Titles(read_basedata(*options.basedata)) if options.basedata else None
    except (JcqError, OSError) as error:
        inputs.refuse(error)
        return UNREADABLE
    with Progress() as progress:
        sources = list(inputs)
        if inputs.unreadable:
            return UNREADABLE
        try:
            done = export(
                sources,
                options.to,
                target,
                records=options.record,
                origin=options.origin,
                version=options.format_version,
                force=options.force,
                incomplete=options.incomplete,
                titles=titles,
                sharing=sharing_of(options, progress),
            )
        except FileExistsError as error:
            complain(f"jcq: {refused(error)}")
            return WRONG_USAGE
        except (BuildError, ImportError) as error:
            complain(f"jcq: {error}")
            return WRONG_USAGE
        except (JcqError, OSError) as error:
            return refuse(error)
    if done.refused:
        return _refuse(done.refused)
    _report(done, inputs.left_out)
    return 1 if done.issues else 0


def _refuse(errors: list[JcqError]) -> int:
    """Prints why each file is refused."""
    for error in errors[:SHOWN]:
        refuse(error)
    if len(errors) > SHOWN:
        complain(f"... and {len(errors) - SHOWN:,} more")
    complain("jcq: nothing was written; --incomplete exports such files as they are")
    return UNREADABLE


def _report(done: Exported, files_left_out: list[str]) -> None:
    """Prints what was written, and what was not."""
    for name, rows in done.rows.items():
        say(f"{name}: {counted(rows, 'row')} in {done.paths[name]}")
    for issue in done.issues[:SHOWN]:
        complain(str(issue))
    if len(done.issues) > SHOWN:
        complain(f"... and {len(done.issues) - SHOWN:,} more")
    if done.issues:
        complain(f"{counted(len(done.issues), 'value')} not decoded, and left empty")
    for name, lines in done.left_out.items():
        why = "it is not a known record" if lines == 1 else "they are not known records"
        complain(f"{name}: {counted(lines, 'line')} left out, because {why}")
    if files_left_out:
        complain(note_of_left_out(files_left_out))
