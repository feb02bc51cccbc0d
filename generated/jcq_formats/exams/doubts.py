"""Why a line of a file cannot be read reliably, and what to do about it."""  # Copied from generator/runtime/exams/doubts.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..core.errors import GIVE_VERSION, JcqError
from ..core.formats import Format
from ..core.printable import counted
from ..core.substituted import LETTERS_O, NO_BREAK_SPACES


class Doubt(NamedTuple):
    """Why a line cannot be read reliably, and what to do about the file."""

    what: str
    cure: str


AGAIN = "Get the file again, as it was sent"
OTHER_LAYOUT = f"Ask for a corrected file, or {GIVE_VERSION}"
CORRECTED = "Check the file with `jcq check`, and ask for a corrected one"

NUL = Doubt("has NUL bytes, so it is damaged", AGAIN)
UTF_8 = Doubt(
    "is UTF-8, in which a letter with an accent moves all that follows it",
    "Save the file as plain (ANSI) text, or get it again",
)
JOINED = Doubt("has several records, because line ends are missing", AGAIN)
SUBSTITUTED = {
    NO_BREAK_SPACES: Doubt("has no-break spaces in place of spaces", AGAIN),
    LETTERS_O: Doubt("has the letter O in place of the digit 0", CORRECTED),
}
TABS = Doubt("has tabs in place of spaces", AGAIN)
SMALL_LETTER = Doubt("begins with a small letter", AGAIN)
UNKNOWN = Doubt("is not a known record", CORRECTED)
NOT_ESTABLISHED = Doubt("has a layout that is not established", "No command can read it")
FOREIGN = Doubt("is a record of a different data type from the file", CORRECTED)
SLIPPED = Doubt("does not fit its layout: its text may have slipped", CORRECTED)
NOBODYS = Doubt("has a candidate number that cannot be read", CORRECTED)
NO_COUNT = Doubt("has a count that cannot be read", CORRECTED)
NO_HEADER = Doubt("is before the file header", CORRECTED)
SECOND_HEADER = Doubt("begins another file", "Split the files, and give each by itself")
AFTER_END = Doubt("is after the end of the file", CORRECTED)
NO_BLOCK = Doubt("is in no centre's block", CORRECTED)
OTHER_CENTRE = Doubt("is of a different centre from its block", CORRECTED)
OTHER_SERIES = Doubt("is of a different awarding body or series from the file header", CORRECTED)


def of_version(version: str, form: Format) -> Doubt:
    """The doubt about a line that has the layout of another version."""
    what = f"has the layout of version {version}, but the file is read as version {form.version}"
    return Doubt(what, OTHER_LAYOUT)


@dataclass(slots=True)
class DoubtfulLines:
    """The first line with a certain doubt, and the number of such lines."""

    first: int
    count: int = 0

    def message(self, doubt: Doubt) -> str:
        """The message about all of them."""
        others = self.count - 1
        more = f" (and {counted(others, 'more line')})" if others else ""
        return f"line {self.first:,} {doubt.what}{more}"


def doubtful(name: str, doubts: Mapping[Doubt, DoubtfulLines]) -> JcqError:
    """The error that lists the lines in doubt, and what to do."""
    of_layout = {d: lines for d, lines in doubts.items() if d.cure == OTHER_LAYOUT}
    doubts = of_layout or doubts
    why = "; ".join(lines.message(doubt) for doubt, lines in doubts.items())
    cure = next(doubt.cure for doubt in doubts)
    return JcqError(f"{name or 'the file'} cannot be read reliably: {why}. {cure}")
