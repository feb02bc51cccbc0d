"""The input arguments shared by all commands that read files."""  # Copied from generator/runtime/cli/inputs.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import datetime
import shutil
import sys
from collections.abc import Iterator
from typing import Self

from ..core.errors import JcqError
from ..core.formats import known_versions
from ..core.kinds.kind import is_number
from ..core.sharing import Sharing, cores
from ..core.sources import Source, sources_at
from ..exams.embargo import restricted_results
from . import refuse
from .progress import Progress


def add_file_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds files, the version to read them by, and whether to show personal data."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a file, folder or zip, or - for standard input"
    )
    add_version_argument(parser)
    parser.add_argument(
        "--show-personal-data",
        action="store_true",
        help="do not mask names, dates of birth and identifiers",
    )


def add_version_argument(
    parser: argparse.ArgumentParser, default: str = "what the file says"
) -> None:
    """Adds the version of the formats, for files that give none or a wrong one; the help says what
    is used by default."""
    parser.add_argument(
        "--format-version",
        choices=known_versions(),
        help=f"the version of the formats (default: {default})",
    )


def add_basedata_argument(parser: argparse.ArgumentParser, what_for: str) -> None:
    """Folders or files of basedata; the help says what it is for."""
    parser.add_argument(
        "--basedata",
        action="append",
        default=[],
        metavar="DIR",
        help=f"{what_for}; may be repeated",
    )


def add_jobs_argument(parser: argparse.ArgumentParser) -> None:
    """Adds the number of processes that share the work."""
    parser.add_argument(
        "--jobs",
        type=_number_of_jobs,
        metavar="N",
        help="the number of processes that share the work (default: one for each core, or one"
        " alone for little work)",
    )


def jobs_wanted(options: argparse.Namespace) -> int:
    """The number of processes that was given, or that of the cores."""
    return cores() if options.jobs is None else int(options.jobs)


def sharing_of(options: argparse.Namespace, progress: Progress) -> Sharing:
    """How the files are shared among that number of processes."""
    return Sharing(jobs_wanted(options), progress.watched, progress.tick)


def _number_of_jobs(text: str) -> int:
    if not is_number(text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a number from 1 is needed, not {text!r}")
    return int(text)


class Inputs:
    """The files that were named, one after another. Files that cannot be read are reported and
    counted.

    So are files of candidates' results before the time ``until``. With ``renamed``, renamed files
    in folders are included, with ``messages`` XML messages too. ``found`` has the files at each
    path reached so far.
    """

    def __init__(
        self,
        paths: list[str],
        *,
        renamed: bool = False,
        messages: bool = False,
        until: datetime.datetime | None = None,
        version: str | None = None,
    ) -> None:
        self.paths = paths
        self.renamed = renamed
        self.messages = messages
        self.until = until
        self.version = version
        self.unreadable = 0
        self.left_out: list[str] = []
        self.found: dict[str, list[Source]] = {}

    @classmethod
    def under_embargo(
        cls,
        options: argparse.Namespace,
        paths: list[str],
        *,
        renamed: bool = False,
        messages: bool = False,
    ) -> Self:
        """The files at these paths, for a command with ``--embargo-until`` and
        ``--format-version``."""
        until, version = options.embargo_until, options.format_version
        return cls(paths, renamed=renamed, messages=messages, until=until, version=version)

    def __iter__(self) -> Iterator[Source]:
        for path in self.paths:
            try:
                sources = sources_at(path, renamed=self.renamed, messages=self.messages)
            except (JcqError, OSError) as error:
                self.refuse(error)
                continue
            self.left_out += sources.left_out
            self.found[path] = sources.found
            for source in sources.found:
                restricted = restricted_results(source, self.until, self.version)
                if restricted is None:
                    yield source
                else:
                    self.refuse(restricted)

    def refuse(self, error: Exception) -> None:
        """Prints why a file cannot be read; the others follow."""
        refuse(error)
        self.unreadable += 1


def terminal_width() -> int:
    """The width of the terminal in characters; 80 without a terminal."""
    return shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80


def add_incomplete_argument(
    parser: argparse.ArgumentParser,
    text: str = "use files even if they are cut off or cannot be read reliably",
) -> None:
    """The option that accepts files which are refused otherwise; ``text`` explains it."""
    parser.add_argument("--incomplete", action="store_true", help=text)
