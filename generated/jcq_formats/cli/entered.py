"""What commands about entries and basedata have in common: their files, and how they write."""  # Copied from generator/runtime/cli/entered.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from ..core.errors import JcqError
from ..core.files import File
from ..core.printable import counted, json_of
from ..core.values import text_of
from ..exams.basedata import Basedata
from ..exams.basedata_sets import read_basedata
from ..exams.exam_series import ExamSeries
from ..exams.holding import letters_of
from ..exams.sequences import SENT_AFTER, SENT_FIRST
from ..tables.exports.csv import neutralised
from . import UNREADABLE, WRONG_USAGE, refuse
from .inputs import Inputs, add_basedata_argument, add_incomplete_argument, add_version_argument
from .outputs import add_force_argument, format_of, places_of, refused, report_stream
from .printing import complain, say

T = TypeVar("T")
FORMATS = ("csv", "json")

Rows = Sequence[Mapping[str, Any]]


def add_arguments_of_entries(parser: argparse.ArgumentParser) -> None:
    """Adds files of entries, the basedata, and where to write."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="entries and amendments: files, folders or zips"
    )
    add_basedata_argument(parser, "the basedata of the series")
    parser.add_argument(
        "--to",
        choices=FORMATS,
        help="the format (default: by the ending of --output, or else text)",
    )
    parser.add_argument("--output", metavar="PATH", help="a file instead of the terminal")
    add_version_argument(parser)
    add_incomplete_argument(parser)
    add_force_argument(parser)


def run_on_entries(
    options: argparse.Namespace,
    work: Callable[[list[File], Mapping[ExamSeries, Basedata], bool], T],
    lines: Callable[[T], Iterable[str]],
    rows: Callable[[T], Rows],
) -> int:
    """Does the work on the files of entries among those given, and writes it as lines of text or as
    rows: 0; 2 if a file exists already or there is no basedata, 3 if something cannot be read."""
    if not options.basedata:
        complain("jcq: --basedata DIR is needed: the folder with the basedata of the series")
        return WRONG_USAGE
    inputs = Inputs(options.files, renamed=True)
    sources = list(inputs)
    try:
        files = [source.read(options.format_version) for source in sources]
        files = [file for file in files if _has_entries(file)]
        if not files and not inputs.unreadable:
            raise JcqError("there are no entries in these files")
        done = work(files, read_basedata(*options.basedata), options.incomplete)
    except (JcqError, OSError) as error:
        return refuse(error)
    if inputs.unreadable:
        return UNREADABLE
    to = format_of(options.to, options.output, FORMATS)
    try:
        with report_stream(options, places_of(sources), private=True) as stream:
            if to == "json":
                stream.write(json_of(rows(done)) + "\n")
            elif to == "csv":
                stream.write(_csv(rows(done)))
            else:
                for line in lines(done):
                    say(line, stream)
    except FileExistsError as error:
        complain(f"jcq: {refused(error)}")
        return WRONG_USAGE
    return 0


def lines_of_left_out(number: int) -> Iterator[str]:
    """Says how many candidates are left out, if some are."""
    if number:
        are = "is" if number == 1 else "are"
        yield f"{counted(number, 'candidate')} {are} left out: the records cannot be read reliably"


def _has_entries(file: File) -> bool:
    """Whether it may hold entries or amendments: other files in a folder are passed over."""
    letters = letters_of(file.format, SENT_FIRST, SENT_AFTER)
    return file.data_type is None or file.data_type.code in letters


def _csv(rows: Rows) -> str:
    if not rows:
        return ""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(rows[0])
    writer.writerows([neutralised(value, text_of) for value in row.values()] for row in rows)
    return stream.getvalue()
