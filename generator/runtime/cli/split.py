"""`jcq split`: splits a file of several centres into one file for each, as a carrier does."""

from __future__ import annotations

import argparse

from ..core.errors import JcqError
from ..core.printable import counted
from ..exams.centres import split_centres
from . import UNREADABLE, WRONG_USAGE
from .embargo import add_embargo_argument
from .inputs import Inputs, add_incomplete_argument, add_version_argument
from .outputs import IntoFolder, add_force_argument


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = "Example: jcq split R6G26_98.X01 --to centres/"
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a file, folder or zip, or - for standard input"
    )
    parser.add_argument("--to", required=True, metavar="DIR", help="the folder to write into")
    add_incomplete_argument(
        parser, "split files even if their counts are wrong, or they have unknown or slipped lines"
    )
    add_force_argument(parser)
    add_version_argument(parser)
    add_embargo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Splits the files: 0; 2 if a file would be overwritten, 3 if one cannot be split."""
    inputs = Inputs.under_embargo(options, options.files)
    sources = list(inputs)
    made = IntoFolder(options)
    for source in sources:
        try:
            file = source.read(options.format_version)
            parts = split_centres(file, incomplete=options.incomplete)
        except (JcqError, OSError) as error:
            inputs.refuse(error)
            continue
        for part in parts:
            made.add(part, counted(len(part.records), "data record"))
    if not made.write(sources):
        return WRONG_USAGE
    return UNREADABLE if inputs.unreadable else 0
