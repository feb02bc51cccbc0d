"""Output files of commands: never written over an input, nor over another file unless asked."""  # Copied from generator/runtime/cli/outputs.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ..core.files import File
from ..core.printable import name_of_path
from ..core.sources import Source
from ..core.writing import EXISTS, folder_made, refuse_target, whole, write
from .printing import complain, say

if TYPE_CHECKING:
    from ..core.messages.message import Message


def add_force_argument(parser: argparse._ActionsContainer) -> None:
    """Adds whether existing files are replaced."""
    parser.add_argument("--force", action="store_true", help="replace files that exist already")


def format_of(given: str | None, output: str | None, formats: Sequence[str]) -> str | None:
    """The format to write: the given one, or that of the suffix of ``--output``; None without
    either."""
    suffix = Path(output or "").suffix[1:].casefold()
    return given or (suffix if suffix in formats else None)


def refusal(targets: Iterable[Path], inputs: Iterable[str | int], *, force: bool) -> str:
    """Why nothing can be written to these paths; empty if it can."""
    reading = tuple(inputs)
    for target in targets:
        try:
            refuse_target(target, overwrite=force, inputs=reading)
        except FileExistsError as error:
            return refused(error)
    return ""


def refused(error: OSError) -> str:
    """Why a file was not written, and the remedy if there is one."""
    cure = ": --force replaces it" if error.strerror == EXISTS else ""
    return f"{name_of_path(error.filename)}: {error.strerror}{cure}; nothing was written"


def put(file: File | Message, target: Path, *, force: bool) -> None:
    """Writes a file; a missing folder is made. Raises OSError."""
    with folder_made(target.parent):
        write(file, target, overwrite=force)


class IntoFolder:
    """New files for a folder: all are written, or none."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.folder = Path(options.to)
        self.force = bool(options.force)
        self.made: dict[Path, tuple[File | Message, str]] = {}
        self.twice = ""

    def add(self, file: File | Message, said: str, otherwise: str = "unnamed") -> None:
        """Adds a file with what is said of it; ``otherwise`` is its name if it has none."""
        path = self.folder / (Path(file.name).name or otherwise)
        if path in self.made:
            self.twice = f"{path}: two files would get this name; nothing was written"
        self.made[path] = file, said

    def write(self, sources: Iterable[Source]) -> bool:
        """Writes the files, and says so; if one would replace another, says why nothing was
        written."""
        reason = self.twice or refusal(self.made, places_of(sources), force=self.force)
        if reason:
            complain(f"jcq: {reason}")
            return False
        for path, (file, said) in self.made.items():
            put(file, path, force=self.force)
            say(f"{path}: {said}")
        return True


def places_of(sources: Iterable[Source]) -> list[str | int]:
    """The places on the disk from which files are read."""
    return [source.on_disk for source in sources]


@contextlib.contextmanager
def report_stream(
    options: argparse.Namespace, inputs: Iterable[str | int], *, private: bool
) -> Iterator[TextIO]:
    """The stream for a report: the file of ``--output``, whose missing folder is made, or the
    terminal.

    Raises FileExistsError for a file that must not be replaced.
    """
    if options.output is None:
        yield sys.stdout
        return
    target = Path(options.output)
    refuse_target(target, overwrite=options.force, inputs=inputs)
    with (
        folder_made(target.parent),
        whole(target, overwrite=options.force, private=private) as temporary,
        temporary.open("w", encoding="utf-8", newline="\n") as stream,
    ):
        yield stream
