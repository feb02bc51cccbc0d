"""`jcq retarget`: results under another exam series."""  # Copied from generator/runtime/cli/retarget.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse

from ..core.errors import JcqError
from ..exams.retargeting import retarget
from . import UNREADABLE, WRONG_USAGE
from .embargo import add_embargo_argument
from .inputs import Inputs, add_version_argument
from .outputs import IntoFolder, add_force_argument
from .printing import say

NOTE = "Do this only where the awarding body describes it: the file no longer says what it sent."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.description = (
        "Make results files of another exam series. Series and year change in headers, and in the"
        " name; everything else stays to the byte. Some systems load results by series: an awarding"
        " body may describe how to load results of one series under another, such as those of"
        f" Cambridge Technicals. {NOTE}"
    )
    parser.epilog = (
        "Example: jcq retarget R9999972.X01 --series 6G --year 26 --to summer/. Keep the file that"
        " was received."
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a results file, folder or zip, or -"
    )
    parser.add_argument("--series", required=True, metavar="6G", help="the other series")
    parser.add_argument("--year", required=True, metavar="26", help="two or four digits")
    parser.add_argument("--to", required=True, metavar="DIR", help="the folder to write into")
    add_force_argument(parser)
    add_version_argument(parser)
    add_embargo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the files: 0; 2 if a file would be overwritten or the series does not fit, 3 if one
    cannot be read."""
    inputs = Inputs.under_embargo(options, options.files)
    sources = list(inputs)
    made = IntoFolder(options)
    for source in sources:
        try:
            file = source.read(options.format_version)
            other = retarget(file, series=options.series, year=options.year)
        except (JcqError, OSError) as error:
            inputs.refuse(error)
            continue
        changed = sum(a != b for a, b in zip(file.lines, other.lines, strict=True))
        made.add(other, f"{changed} of {len(file.lines):,} lines changed", "results")
    if not made.write(sources):
        return WRONG_USAGE
    if made.made:
        say(NOTE)
    return UNREADABLE if inputs.unreadable else 0
