"""`jcq sample`: writes test data, a set of files about invented centres and candidates."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..core.errors import BuildError
from ..core.formats import known_versions
from ..core.printable import counted
from ..testing import World
from . import WRONG_USAGE
from .inputs import add_jobs_argument, jobs_wanted
from .printing import complain, say
from .progress import Progress

FEW = 1_000
"""The number of candidates whose files are written sooner than another process begins."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = "Example: jcq sample --candidates 50 test-data/"
    parser.add_argument("folder", metavar="DIR", help="where to write; a new or an empty folder")
    parser.add_argument(
        "--candidates",
        type=int,
        default=200,
        metavar="N",
        help="the number of candidates (default: 200)",
    )
    parser.add_argument(
        "--centres", type=int, default=1, metavar="N", help="the number of centres (default: 1)"
    )
    parser.add_argument(
        "--together", action="store_true", help="put the results of all centres into one file"
    )
    parser.add_argument(
        "--updates",
        action="store_true",
        help="results in three files: qualifications, units, and an update with three new grades",
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="N",
        help="the same number always gives the same people (default: 1)",
    )
    parser.add_argument(
        "--series",
        default="",
        metavar="6G",
        help="the exam series as in file headers (default: 6G, June)",
    )
    parser.add_argument(
        "--year", default="26", metavar="26", help="two or four digits (default: 26)"
    )
    parser.add_argument(
        "--component-results",
        action="store_true",
        help="add the component results of each centre, in XML",
    )
    add_jobs_argument(parser)
    parser.add_argument(
        "--version",
        "--format-version",
        dest="format_version",
        choices=known_versions(),
        help="the version of the formats (default: the one in force for the series and year)",
    )


def run(options: argparse.Namespace) -> int:
    """Writes the files: 0, or 2 if the folder is not empty or the numbers are not compatible."""
    folder = Path(options.folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        complain(f"jcq: {folder}: not an empty folder; nothing was written")
        return WRONG_USAGE
    try:
        world = World(
            candidates=options.candidates,
            centres=options.centres,
            seed=options.seed,
            series=options.series,
            year=options.year,
            version=options.format_version,
            together=options.together,
            updates=options.updates,
        )
    except BuildError as error:
        complain(f"jcq: {error}")
        return WRONG_USAGE
    is_little = options.jobs is None and options.candidates <= FEW
    with Progress() as progress:
        counts = world.write(
            folder,
            progress=progress.step,
            component_results=options.component_results,
            jobs=1 if is_little else jobs_wanted(options),
        )
    say(f"{counted(len(counts), 'file')}, {counted(sum(counts.values()), 'line')} in {folder}")
    return 0
