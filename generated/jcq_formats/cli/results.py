"""`jcq results`: combines several results files: candidates, units, marks, statistics."""  # Copied from generator/runtime/cli/results.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
from pathlib import Path

from ..core.errors import JcqError
from ..core.printable import counted, json_of
from ..core.sources import Source
from ..exams.basedata_sets import read_basedata
from ..exams.picture.gathering import ResultsPicture, picture_of
from ..report.results.content import ResultsReport
from . import UNREADABLE, WRONG_USAGE, refuse
from .embargo import add_embargo_argument
from .inputs import (
    Inputs,
    add_basedata_argument,
    add_file_arguments,
    add_incomplete_argument,
    terminal_width,
)
from .outputs import add_force_argument, format_of, places_of, refused, report_stream
from .printing import complain, say
from .progress import Progress

FORMATS = ("csv", "xlsx", "json", "parquet", "html")
TABLES = ("csv", "xlsx", "parquet")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq results R9999998.X01 --basedata basedata/. FILE is a results file, component"
        " results in XML, entries (for names), or basedata."
        " What is written contains personal data: protect it as you would the originals."
    )
    add_file_arguments(parser)
    add_embargo_argument(parser)
    add_basedata_argument(parser, "basedata for titles, units and the order of grades")
    parser.add_argument(
        "--against",
        action="append",
        default=[],
        metavar="FILE",
        help="results of the year before, to compare the statistics with; may be repeated",
    )
    parser.add_argument(
        "--summary",
        action="store_true",
        help="leave out the candidates: only totals, and the grades of each qualification",
    )
    parser.add_argument(
        "--to",
        choices=FORMATS,
        help="the format (default: by the ending of --output, such as .html, or else text)",
    )
    parser.add_argument(
        "--output",
        metavar="PATH",
        help="a file instead of the terminal; for csv and parquet also a folder, which takes the"
        " statistics as well",
    )
    add_incomplete_argument(parser)
    add_force_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Shows or writes the results: 0; 2 if a library is missing or a file exists already, 3 if a
    file cannot be read, or none has results."""
    options.to = format_of(options.to, options.output, FORMATS)
    if options.summary and options.to not in (None, "html"):
        complain(f"jcq: --summary is for text and html, not for {options.to}")
        return WRONG_USAGE
    if options.to in TABLES and options.output is None:
        complain(f"jcq: --to {options.to} needs --output PATH")
        return WRONG_USAGE
    with Progress() as progress:
        now, before = (
            Inputs.under_embargo(options, paths, renamed=True, messages=True)
            for paths in (options.files, options.against)
        )
        sources, earlier = ([progress.watched(s) for s in side] for side in (now, before))
        if now.unreadable or before.unreadable:
            return UNREADABLE
        try:
            report = _report(options, sources, earlier)
        except (JcqError, OSError) as error:
            return refuse(error)
        report.left_out = now.left_out
    try:
        return _write(report, options, [*sources, *earlier])
    except FileExistsError as error:
        complain(f"jcq: {refused(error)}")
    except ImportError as error:
        complain(f"jcq: {error}")
    return WRONG_USAGE


def _report(
    options: argparse.Namespace, sources: list[Source], earlier: list[Source]
) -> ResultsReport:
    basedata = read_basedata(*options.basedata) if options.basedata else None

    def picture(of: list[Source]) -> ResultsPicture:
        given = [(source, options.format_version) for source in of]
        return picture_of(given, basedata, incomplete=options.incomplete)

    against = picture(earlier) if earlier else None
    return ResultsReport(picture(sources), against, options.show_personal_data)


def _write(report: ResultsReport, options: argparse.Namespace, read: list[Source]) -> int:
    if options.to in TABLES:
        from ..tables.results import write_results

        done = write_results(
            report.picture,
            options.to,
            Path(options.output),
            force=options.force,
            inputs=places_of(read),
            show_personal_data=options.show_personal_data,
        )
        for name, rows in done.rows.items():
            say(f"{name}: {counted(rows, 'row')} in {done.paths[name]}")
        return 0
    with report_stream(options, places_of(read), private=True) as stream:
        if options.to == "json":
            from ..report.results.data import as_data

            stream.write(json_of(as_data(report)) + "\n")
        elif options.to == "html":
            from ..report.results.html import html

            stream.write(html(report, summary_only=options.summary))
        else:
            from ..report.results.text import lines

            width = terminal_width() if options.output is None else 80
            for line in lines(report, width, summary_only=options.summary):
                say(line, stream)
    return 0
