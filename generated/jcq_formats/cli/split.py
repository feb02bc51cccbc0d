"""`jcq split`: a file of several centres into one file for each, as a carrier does."""  # Copied from generator/runtime/cli/split.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..core.errors import JcqError
from ..core.files import File
from ..core.reading import read
from ..core.writing import write
from ..exams.centres import split_centres
from ..report.summary import counted
from . import UNREADABLE, WRONG_USAGE
from .inputs import Inputs, add_version_argument


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a file, folder or zip, or - for standard input"
    )
    parser.add_argument("--to", required=True, metavar="DIR", help="the folder to write into")
    add_version_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Splits the files: 0; 2 where a file would be overwritten, 3 where one cannot be split."""
    inputs = Inputs(options.files)
    folder = Path(options.to)
    made: dict[Path, File] = {}
    for source in inputs:
        try:
            with source.open() as stream:
                file = read(stream, version=options.format_version, name=source.name)
            parts = split_centres(file)
        except (JcqError, OSError) as error:
            inputs.refuse(error)
            continue
        for part in parts:
            path = folder / Path(part.name).name
            if path in made or path.exists():
                message = f"jcq: {path} is there already, or would be twice; nothing was written"
                print(message, file=sys.stderr)
                return WRONG_USAGE
            made[path] = part
    folder.mkdir(parents=True, exist_ok=True)
    for path, part in made.items():
        write(part, path)
        print(f"{path}: {counted(len(part.records), 'data record')}")
    return UNREADABLE if inputs.unreadable else 0
