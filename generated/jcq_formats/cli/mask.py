"""`jcq mask`: the same files with invented people, to hand on."""  # Copied from generator/runtime/cli/mask.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import textwrap

from ..core.errors import JcqError
from ..core.files import File
from ..core.messages.message import Message
from ..core.messages.reading import read_message
from ..core.printable import counted
from ..core.sources import Source, note_of_left_out
from ..exams.pseudonyms.files import Masked, mask, masked_file
from ..exams.pseudonyms.invented import Pseudonyms
from . import UNREADABLE, WRONG_USAGE
from .embargo import add_embargo_argument
from .inputs import Inputs, add_version_argument, terminal_width
from .outputs import IntoFolder, add_force_argument
from .printing import complain, say
from .progress import Progress

LOOK = (
    "Names, dates of birth, identifiers, numbers of candidates and centres and postcodes are"
    " invented. Codes, grades and marks are not. Look at the files before you hand them on."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq mask R9999998.X01 E9999998.X01 --to masked/. What stands for what is drawn at"
        " random and kept nowhere: mask files that belong together in one run."
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a file, folder or zip, or - for standard input"
    )
    parser.add_argument("--to", required=True, metavar="DIR", help="the folder to write into")
    add_force_argument(parser)
    add_version_argument(parser)
    add_embargo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Masks the files: 0; 2 if a file would be overwritten, 3 if one cannot be read."""
    inputs = Inputs.under_embargo(options, options.files, renamed=True, messages=True)
    sources = list(inputs)
    pseudonyms = Pseudonyms()
    made = IntoFolder(options)
    with Progress() as progress:
        for source in sources:
            progress.step(source.name)
            try:
                made.add(*_masked(progress.watched(source), options, pseudonyms), "masked")
            except (JcqError, OSError) as error:
                progress.clear()
                inputs.refuse(error)
    if inputs.left_out:
        complain(f"jcq: {note_of_left_out(inputs.left_out)}")
    if not made.write(sources):
        return WRONG_USAGE
    if made.made:
        for line in textwrap.wrap(LOOK, terminal_width()):
            say(line)
    return UNREADABLE if inputs.unreadable else 0


def _masked(
    source: Source, options: argparse.Namespace, pseudonyms: Pseudonyms
) -> tuple[File | Message, str]:
    """The masked file, and what is said of it."""
    if source.message_format() is not None:
        with source.open() as stream:
            message = read_message(stream, name=source.name)
        return mask(message, pseudonyms), counted(len(list(message.items())), "element")
    return _told(masked_file(source.read(options.format_version), pseudonyms))


def _told(masked: Masked) -> tuple[File, str]:
    said = counted(len(masked.file.lines), "line")
    if masked.shapes:
        are = "is" if len(masked.shapes) == 1 else "are"
        said += f", of which {len(masked.shapes):,} {are} not sound: only the shape is kept"
    return masked.file, said
