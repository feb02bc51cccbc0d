"""`jcq diff`: the differences between two files, folders or zips of one kind."""  # Copied from generator/runtime/cli/diff.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import importlib
from typing import Any

from ..core.errors import FormatError, JcqError
from ..core.sources import Source
from ..exams.basedata_sets import read_basedata
from ..exams.diff.comparing import Comparison, comparison
from ..exams.diff.differences import DiffSummary
from ..report.diff.content import DiffReport
from . import UNREADABLE, WRONG_USAGE, refuse
from .embargo import add_embargo_argument
from .inputs import (
    Inputs,
    add_basedata_argument,
    add_incomplete_argument,
    add_version_argument,
    terminal_width,
)
from .outputs import add_force_argument, format_of, places_of, refused, report_stream
from .printing import complain
from .progress import Progress

FORMATS = ("text", "json", "html")
DIFFERENT = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq diff O6G26_98.X01 O6G26_98.X02. Exit codes: 0 the same, 1 different, 2 wrong"
        " usage, 3 a file cannot be read."
    )
    parser.add_argument("old", metavar="OLD", help="a file, folder or zip, or - for standard input")
    parser.add_argument("new", metavar="NEW", help="a file, folder or zip to compare it with")
    add_basedata_argument(parser, "basedata for titles of options and the order of grades")
    parser.add_argument(
        "--bytes",
        action="store_true",
        help="compare order, padding, headers, dates and line ends as well",
    )
    add_incomplete_argument(parser)
    add_version_argument(parser)
    add_embargo_argument(parser)
    parser.add_argument(
        "--show-personal-data",
        action="store_true",
        help="do not mask names, dates of birth and identifiers",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help="default: by the ending of --output, such as .html, or else text",
    )
    parser.add_argument("--output", metavar="FILE", help="a file instead of the terminal")
    add_force_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Compares the files: 0 equal, 1 different, 2 if they are of different kinds or a file exists
    already, 3 if one cannot be read."""
    options.format = format_of(options.format, options.output, FORMATS) or "text"
    sides = [
        Inputs.under_embargo(options, [path], renamed=True, messages=True)
        for path in (options.old, options.new)
    ]
    with Progress() as progress:
        old, new = ([progress.watched(source) for source in side] for side in sides)
        if any(side.unreadable for side in sides):
            return UNREADABLE
        try:
            basedata = read_basedata(*options.basedata) if options.basedata else None
            version = options.format_version
            sides_given = [[(source, version) for source in side] for side in (old, new)]
            compared = comparison(
                sides_given[0], sides_given[1], basedata, incomplete=options.incomplete
            )
        except (FormatError, OSError) as error:
            return refuse(error)
        except JcqError as error:
            complain(f"jcq: {error}")
            return WRONG_USAGE
        report = DiffReport(
            options.old, options.new, DiffSummary(compared.titles), options.show_personal_data
        )
        report.left_out = [name for side in sides for name in side.left_out]
        return _write(compared, report, options, progress, [*old, *new])


def _write(
    compared: Comparison,
    report: DiffReport,
    options: argparse.Namespace,
    progress: Progress,
    sources: list[Source],
) -> int:
    """Writes the differences."""
    private = report.show_personal_data or not all(p.example.is_broadcast for p in compared.pairs)
    module = importlib.import_module(f"..report.diff.{options.format}", __package__)
    width = terminal_width() if options.output is None else 80
    try:
        with report_stream(options, places_of(sources), private=private) as stream:
            writer: Any = module.Writer(report, stream, width=width)
            for difference in compared.differences():
                writer.write(difference)
            report.superseded = [name for pair in compared.pairs for name in pair.superseded]
            if options.bytes:
                report.bytes_differ = list(compared.byte_differences())
            progress.clear()
            writer.finish()
    except FileExistsError as error:
        complain(f"jcq: {refused(error)}")
        return WRONG_USAGE
    return DIFFERENT if report.found or report.bytes_differ else 0
