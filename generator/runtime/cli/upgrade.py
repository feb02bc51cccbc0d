"""`jcq upgrade`: converts files of one version of the formats to another, newer or older."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path, PurePath

from ..core.errors import JcqError
from ..core.files import File
from ..core.formats import known_versions
from ..core.printable import counted
from ..core.reading import read
from ..core.upgrading import Upgraded
from ..core.writing import write
from ..exams.certainty import refuse_uncertain
from ..exams.upgrading import upgrade
from ..report.text import issue_text
from . import UNREADABLE, WRONG_USAGE
from .embargo import add_embargo_argument
from .inputs import Inputs, add_file_arguments, add_incomplete_argument, terminal_width
from .outputs import add_force_argument, places_of, put, refusal
from .printing import complain, say
from .progress import Progress

SHOWN = 20
"""The most values that cannot be carried that are listed for a file."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = "Example: jcq upgrade O6G26_98.X02 --to 13 --output old/O6G26_98.X02"
    add_file_arguments(parser)
    parser.add_argument(
        "--to", required=True, choices=known_versions(), help="the version to convert to"
    )
    parser.add_argument(
        "--output",
        metavar="PATH",
        help="a file, or a folder for files of the same names (default: standard output)",
    )
    parser.add_argument(
        "--drop", action="store_true", help="leave out values that cannot be converted"
    )
    add_incomplete_argument(
        parser, "convert files even if they are cut off or cannot be read reliably"
    )
    add_force_argument(parser)
    add_embargo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Converts the files: 0; 1 if something cannot be carried, 2 if a file would be overwritten, 3
    if one is incomplete, cannot be read or has no equivalent in the version."""
    inputs = Inputs.under_embargo(options, options.files)
    sources = list(inputs)
    targets = [_target(source.name, len(sources), options) for source in sources]
    reason = _written_twice(targets) or refusal(
        [target for target in targets if target is not None],
        places_of(sources),
        force=options.force,
    )
    if reason:
        complain(f"jcq: {reason}")
        return WRONG_USAGE
    refused = False
    with Progress() as progress:
        for source, target in zip(sources, targets, strict=True):
            progress.step(source.name)
            try:
                with progress.watched(source).open() as stream:
                    file = read(stream, version=options.format_version, name=source.name)
                upgraded = upgrade(file, options.to, drop=True, incomplete=True)
                if not options.incomplete:
                    refuse_uncertain(file)
            except (JcqError, OSError) as error:
                progress.clear()
                inputs.refuse(error)
                continue
            progress.clear()
            _tell(upgraded, options)
            if upgraded.issues and not options.drop:
                refused = True
            else:
                _write(target, file, upgraded, options)
    if inputs.unreadable:
        return UNREADABLE
    return 1 if refused else 0


def _written_twice(targets: list[Path | None]) -> str:
    """The first target to which two files would be written; empty if there is none."""
    for target, count in Counter(targets).items():
        if count > 1:
            if target is None:
                return "standard output: it takes one file: name a folder with --output"
            cure = "convert them in two steps, into different folders"
            return f"{target}: two files would have this name: {cure}; nothing was written"
    return ""


def _target(name: str, number: int, options: argparse.Namespace) -> Path | None:
    """The output path of a file; None for standard output."""
    if options.output is None:
        return None
    path = Path(options.output)
    is_folder = path.is_dir() or number > 1 or options.output.endswith(("/", "\\"))
    return path / PurePath(name).name if is_folder else path


def _write(
    target: Path | None, file: File, upgraded: Upgraded, options: argparse.Namespace
) -> None:
    if target is None:
        write(upgraded.file, sys.stdout.buffer)
        return
    put(upgraded.file, target, force=options.force)
    versions = f"version {file.format.version} -> {upgraded.file.format.version}"
    say(f"{target}: {versions}, {counted(len(file.lines), 'line')}")


def _tell(upgraded: Upgraded, options: argparse.Namespace) -> None:
    """Prints what could not be carried; to standard error if the file goes to standard output."""
    stream = sys.stderr if options.output is None else sys.stdout
    show = options.show_personal_data
    for issue in upgraded.issues[:SHOWN]:
        text = issue_text(issue, width=terminal_width(), show_personal_data=show)
        for line in text.split("\n"):
            say(line, stream)
    if upgraded.issues:
        left = len(upgraded.issues) - SHOWN
        more = f", {left:,} of them not shown" if left > 0 else ""
        done = "left out" if options.drop else "nothing was written; --drop leaves these values out"
        name = upgraded.file.name
        said = counted(len(upgraded.issues), "value")
        say(f"{name}: {said} cannot be converted{more}; {done}", stream)
