"""`jcq upgrade`: files of one version of the formats as files of another, newer or older."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath

from ..core.errors import JcqError
from ..core.files import File
from ..core.formats import known_versions
from ..core.reading import read
from ..core.upgrading import Upgraded, upgrade
from ..core.writing import write
from ..report.summary import counted
from ..report.text import issue_text, visible
from . import UNREADABLE, WRONG_USAGE
from .inputs import Inputs, add_file_arguments, terminal_width

SHOWN = 20
"""How many of the values that cannot be carried are shown of a file."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    add_file_arguments(parser)
    parser.add_argument(
        "--to", required=True, choices=known_versions(), help="the version that is wanted"
    )
    parser.add_argument(
        "--output",
        metavar="PATH",
        help="a file, or a folder for files of the same names (default: standard output)",
    )
    parser.add_argument("--drop", action="store_true", help="leave out what cannot be carried")
    parser.add_argument("--force", action="store_true", help="overwrite files that are there")


def run(options: argparse.Namespace) -> int:
    """Upgrades the files: 0; 1 where something cannot be carried, 2 where a file would be
    overwritten, 3 where one cannot be read or has no place in the version."""
    inputs = Inputs(options.files)
    made: dict[Path | None, tuple[File, Upgraded]] = {}
    refused = False
    files = list(_files(inputs, options))
    for file in files:
        try:
            upgraded = upgrade(file, options.to, drop=True)
        except JcqError as error:
            inputs.refuse(error)
            continue
        _tell(upgraded, options)
        if upgraded.issues and not options.drop:
            refused = True
            continue
        target = _target(file, len(files), options)
        if target in made or (target is not None and target.exists() and not options.force):
            there = "standard output" if target is None else target
            message = f"jcq: {there} is there already, or would be twice; nothing was written"
            print(message, file=sys.stderr)
            return WRONG_USAGE
        made[target] = (file, upgraded)
    for target, (file, upgraded) in made.items():
        _write(target, file, upgraded)
    if inputs.unreadable:
        return UNREADABLE
    return 1 if refused else 0


def _files(inputs: Inputs, options: argparse.Namespace) -> Iterator[File]:
    for source in inputs:
        try:
            with source.open() as stream:
                yield read(stream, version=options.format_version, name=source.name)
        except (JcqError, OSError) as error:
            inputs.refuse(error)


def _target(file: File, number: int, options: argparse.Namespace) -> Path | None:
    """Where a file is written; None is standard output."""
    if options.output is None:
        return None
    path = Path(options.output)
    is_folder = path.is_dir() or number > 1 or options.output.endswith(("/", "\\"))
    return path / PurePath(file.name).name if is_folder else path


def _write(target: Path | None, file: File, upgraded: Upgraded) -> None:
    if target is None:
        write(upgraded.file, sys.stdout.buffer)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    write(upgraded.file, target)
    versions = f"version {file.format.version} -> {upgraded.file.format.version}"
    print(f"{target}: {versions}, {counted(len(file.lines), 'line')}")


def _tell(upgraded: Upgraded, options: argparse.Namespace) -> None:
    """What could not be carried; beside the file where that goes to standard output."""
    stream = sys.stderr if options.output is None else sys.stdout
    show = options.show_personal_data
    for issue in upgraded.issues[:SHOWN]:
        text = issue_text(issue, width=terminal_width(), show_personal_data=show)
        print(text, file=stream)
    if upgraded.issues:
        left = len(upgraded.issues) - SHOWN
        more = f", {left:,} of them not shown" if left > 0 else ""
        done = "left out" if options.drop else "not written: --drop leaves out what is named here"
        name = visible(upgraded.file.name)
        said = counted(len(upgraded.issues), "value")
        print(f"{name}: {said} cannot be carried{more}; {done}", file=stream)
