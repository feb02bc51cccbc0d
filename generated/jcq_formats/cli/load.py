"""`jcq load`: loads files into a database with every issue and the current records."""  # Copied from generator/runtime/cli/load.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.errors import JcqError, what_check_shows
from ..core.listing import listed
from ..core.printable import counted
from ..core.sources import note_of_left_out
from ..exams.diff.differences import MASK, NOTHING
from . import UNREADABLE, WRONG_USAGE, refuse
from .embargo import add_embargo_argument
from .inputs import (
    Inputs,
    add_incomplete_argument,
    add_jobs_argument,
    add_version_argument,
    sharing_of,
)
from .printing import complain, say
from .progress import Progress

if TYPE_CHECKING:
    from ..store.database import Loaded
    from ..store.loading import LoadedFile, LoadedIssue
    from ..store.overriding import Touch

SHOWN = 20
"""The largest number of changes listed that affect manual changes."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq load season --database season.sqlite. The database contains personal data:"
        " protect it as you would the originals."
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a file, folder or zip, or - for standard input"
    )
    parser.add_argument(
        "--database",
        metavar="URL",
        help="an SQLite file, or a URL such as postgresql+psycopg://user@host/name (default: an"
        " SQLite file beside the first folder, with its name)",
    )
    add_incomplete_argument(
        parser, "load files even if they are cut off or cannot be read reliably"
    )
    add_jobs_argument(parser)
    parser.add_argument("--show-personal-data", action="store_true", help="do not mask values")
    add_version_argument(parser)
    add_embargo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Loads the files, all or none. Returns 0; 2 for wrong usage or a missing library; 3 if a file
    or the database cannot be used."""
    try:
        from ..store.database import Store, beside
    except ImportError as error:
        complain(f"jcq: {error}")
        return WRONG_USAGE
    try:
        database = options.database or beside(options.files)
    except JcqError as error:
        complain(f"jcq: --database: {error}")
        return WRONG_USAGE
    inputs = Inputs.under_embargo(options, options.files, renamed=True, messages=True)
    with Progress() as progress:
        sources = list(inputs)
        if inputs.unreadable:
            return UNREADABLE
        is_new = "://" not in str(database) and not Path(database).exists()
        try:
            with Store(database, create=True) as store:
                given = [(source, options.format_version) for source in sources]
                sharing = sharing_of(options, progress)
                loaded = store.load(given, incomplete=options.incomplete, sharing=sharing)
        except (JcqError, OSError) as error:
            if is_new:
                Path(database).unlink(missing_ok=True)
            return refuse(error)
    for line in _lines(loaded, options.show_personal_data):
        say(line)
    if inputs.left_out:
        say(note_of_left_out(inputs.left_out))
    return 0


def _lines(loaded: Loaded, show_personal_data: bool) -> Iterator[str]:
    for file in loaded.files:
        yield from _of_file(file)
    if loaded.touched:
        number = counted(len({id(touch.override) for touch in loaded.touched}), "record")
        yield f"{number} changed by hand that these files change as well; your values still count:"
    for touch in loaded.touched[:SHOWN]:
        yield f"  {_touch(touch, show_personal_data)}"
    if len(loaded.touched) > SHOWN:
        yield f"  and {counted(len(loaded.touched) - SHOWN, 'more value')}"
    yield from loaded.notes
    new = sum(not file.same_as for file in loaded.files)
    before = len(loaded.files) - new
    known = f", {counted(before, 'file')} loaded before" if before else ""
    yield f"{loaded.database}: {counted(new, 'file')} loaded{known}"


def _of_file(file: LoadedFile) -> Iterator[str]:
    if file.same_as:
        same = "" if file.same_as == file.name else f" as {file.same_as}"
        yield f"{file.name}: loaded before{same}"
        return
    for issue in file.issues:
        yield f"{file.name}: {_issue(issue)}"
    if file.undecodable:
        first = file.undecodable[0].masked()
        yield (
            f"{file.name}: {counted(len(file.undecodable), 'value')} could not be decoded and"
            f" stayed empty, first in line {first.line_number}: {what_check_shows(file.name)}"
        )


def _issue(issue: LoadedIssue) -> str:
    centre = f", centre {issue.slot.centre_number}" if issue.slot.centre_number else ""
    number = f" number {issue.number}" if issue.number else ""
    said = f"{issue.title}{number}{centre}: {counted(issue.records, 'record')}"
    if issue.changed is not None:
        said += f", {issue.changed:,} of them new or changed"
    later = [str(number) for number in issue.later if number]
    if not later:
        return said
    which = "numbers {}, which count" if len(later) > 1 else "number {}, which counts"
    return f"{said}; older than {which.format(listed(later))} first"


def _touch(touch: Touch, show_personal_data: bool) -> str:
    about = f"{touch.file}: {touch.override.about}"
    if not touch.field:
        return f"{about}: the record is {touch.difference} by the file"
    hides = touch.personal and not show_personal_data
    old, new, own = (
        (MASK * len(value or "") if hides else value) or NOTHING
        for value in (touch.old, touch.new, touch.own)
    )
    kept = f", by hand {own}" if touch.own is not None else ""
    return f"{about}: {touch.field} {old} -> {new}{kept}"
