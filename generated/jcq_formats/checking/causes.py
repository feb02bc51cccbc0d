"""One cause for what is wrong with many lines: recognised line by line, reported once."""  # Copied from generator/runtime/checking/causes.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..core.accepting import acceptor
from ..core.character_encodings import LATIN_1, is_utf_8
from ..core.formats import Format, newest_first
from ..core.issues import Fault
from ..core.places import Place
from ..core.records import Record, UnknownRecord
from ..core.registry import rule
from .progress import NumberedRecord

SHORT = "record.short"
SLIPPED = "record.slipped"
OTHER_VERSION = "record.other-version"

UNCOUNTED = 0
"""Several records, of which nobody can tell how many."""

FARTHEST = 3
"""By how many characters a line is looked at as having slipped."""

MESSAGES = {
    "file.tabs": "there are tabs in place of spaces in {lines}",
    "file.wrong-encoding": (
        "the file is encoded in UTF-8: in {lines}, a letter with an accent takes two characters,"
        " and everything after it slips to the right"
    ),
    "record.joined": "line ends are missing: several records stand in {lines}",
    "record.lower-case": "small letters in place of capitals in {lines}",
    "record.nul": "NUL bytes in {lines}: the file is damaged",
    "record.wrapped": "records continue on the next line: {lines}",
}
"""What is said of the lines that have a cause in common."""


@dataclass(slots=True)
class Lines:
    """How many lines have a cause in common, and the first of them."""

    first: NumberedRecord
    count: int = 0

    def said(self, total: int) -> str:
        """Which lines these are, of so many."""
        if self.count == total > 1:
            return f"all {total:,} lines"
        if self.count == 1:
            return f"line {self.first.number:,}"
        return f"{self.count:,} lines (the first is line {self.first.number:,})"


@rule(SHORT, SLIPPED, OTHER_VERSION, "file.padding-lost", *MESSAGES)
@dataclass(slots=True)
class Causes:
    """The causes that the lines of a file have in common; ``slipped`` by first two characters,
    position and how far; ``undecided`` are headers and trailers that are as long as those of
    another version."""

    format: Format
    found: dict[str, Lines] = field(default_factory=dict)
    slipped: dict[tuple[str, int, int], Lines] = field(default_factory=dict)
    undecided: list[NumberedRecord] = field(default_factory=list)

    def explain(self, line: NumberedRecord) -> bool:
        """Whether a line has one of the causes, which is counted: what else is wrong with the line
        follows from that."""
        cause = self._cause(line.record)
        if cause == OTHER_VERSION and line.record.PLACE is not Place.DATA:
            self.undecided.append(line)
            return True
        if cause:
            self.found.setdefault(cause, Lines(line)).count += 1
            return True
        slip = slip_of(line.record)
        if slip is not None:
            key = line.record.line[:2], slip.start, slip.by
            self.slipped.setdefault(key, Lines(line)).count += 1
        return slip is not None

    def add_wrapped(self, line: NumberedRecord) -> None:
        """Adds a record that goes on in the line after."""
        self.found.setdefault("record.wrapped", Lines(line)).count += 1

    def add_short(self, line: NumberedRecord) -> None:
        """Adds a line that ends before its length, and not in a space."""
        self.found.setdefault(SHORT, Lines(line)).count += 1

    def other_headers(self) -> list[NumberedRecord]:
        """The headers and trailers that are of another length alone: no data record shows that the
        file is of another version. Where one does, they are counted with it."""
        lines, self.undecided = self.undecided, []
        shown = self.found.get(OTHER_VERSION)
        if shown is None:
            return lines
        shown.count += len(lines)
        shown.first = min((shown.first, *lines), key=lambda line: line.number)
        return []

    def finish(self, total: int) -> Iterator[Fault]:
        """The faults of a file of so many lines."""
        for cause, lines in self.found.items():
            yield self._fault(cause, lines, total)
        for (_, start, by), lines in self.slipped.items():
            where = "to the right" if by > 0 else "to the left"
            others = f", and so have {lines.count - 1:,} more lines" if lines.count > 1 else ""
            message = f"from position {start} on the line has slipped by {_characters(abs(by))}"
            end = len(lines.first.record.line)
            yield lines.first.fault(SLIPPED, f"{message} {where}{others}", start=start, end=end)

    def _cause(self, record: Record) -> str:
        text = record.line
        if "\0" in text:
            return "record.nul"
        if self.format.encoding == LATIN_1 and is_utf_8(text):
            return "file.wrong-encoding"
        if "\t" in text and len(text) != record.length:
            return "file.tabs"
        if text[:2] not in self.format.records and text[:2].upper() in self.format.records:
            return "record.lower-case"
        if len(text) != record.length and version_that_fits(text, self.format):
            return OTHER_VERSION
        return "" if records_joined(text, self.format) == 1 else "record.joined"

    def _fault(self, cause: str, lines: Lines, total: int) -> Fault:
        """The fault of a single line stands in its columns, where it has some."""
        first, said = lines.first, lines.said(total)
        text, length = first.record.line, first.record.length
        if cause == OTHER_VERSION:
            fitting = version_that_fits(text, self.format)
            return Fault(cause, other_version(said, fitting, self.format))
        if cause == SHORT and lines.count > 1:
            return Fault("file.padding-lost", f"the spaces at the end are missing in {said}")
        if lines.count == 1 and cause == SHORT:
            missing = length - len(text)
            verb = "is" if missing == 1 else "are"
            message = f"{_characters(missing)} {verb} missing at the end: {length} are expected"
            return first.fault(cause, message, start=len(text) + 1, end=length)
        if lines.count == 1 and cause == "record.nul":
            number = text.count("\0")
            what = "a NUL byte" if number == 1 else f"{number:,} NUL bytes"
            start, end = text.index("\0") + 1, text.rindex("\0") + 1
            return first.fault(cause, f"{what}: the file is damaged", start=start, end=end)
        if lines.count == 1 and cause == "record.lower-case":
            message = "the line begins with a small letter, so it is not read as a record"
            return first.fault(cause, message, start=1, end=1)
        return Fault(cause, MESSAGES[cause].format(lines=said))


def version_that_fits(text: str, form: Format) -> str:
    """Another version in which a line is a record without fault; empty where there is none."""
    for other in newest_first():
        if other is not form and other.records.get(text[:2], UnknownRecord)(text).accepted:
            return other.version
    return ""


def other_version(lines: str, version: str, form: Format) -> str:
    """What to say of lines that read as another version than that of the file."""
    layout = f"the layout of {lines} is that of version {version}"
    return f"{layout}, but the file header says {form.version}"


def records_joined(text: str, form: Format) -> int:
    """How many records a line holds that is as long as several, each where it would begin; 1 where
    it is a single one, and `UNCOUNTED` where there are several without padding."""
    data_type = form.data_types.get(text[:1])
    length = data_type.length if data_type is not None else None
    if length is None or len(text) <= length:
        return 1
    if text[:2] in form.records:
        end = form.records[text[:2]].END
        if text[end : end + 1] == text[:1] and text[end : end + 2] in form.records:
            return UNCOUNTED
    parts = [text[start : start + length] for start in range(0, len(text), length)]
    while len(parts) > 1 and not parts[-1].strip(" \x1a\0"):
        parts.pop()
    is_one_type = all(part[:1] == text[:1] and part[:2] in form.records for part in parts)
    return len(parts) if is_one_type else 1


def can_be_moved_back(record: Record) -> bool:
    """Whether a few blanks more or less make a record without fault of a line."""
    text, length = record.line.rstrip(" "), record.length
    accepts = acceptor(type(record), length)
    moves = range(1, FARTHEST + 1)
    return any(
        (not text[at : at + by].strip(" ") and accepts((text[:at] + text[at + by :]).ljust(length)))
        or accepts((text[:at] + " " * by + text[at:]).ljust(length))
        for at in range(2, len(text))
        for by in moves
    )


class Slip(NamedTuple):
    """From which position, and by how many characters to the right, a line has slipped, and the
    line moved back; empty where it lost more than blanks."""

    start: int
    by: int
    line: str


def slip_of(record: Record) -> Slip | None:
    """How a line has slipped; None where moving it back does not make a record without fault of
    it. Where one character of a field is missing, any that fits stands for it."""
    length, text = record.length, record.line.rstrip(" ")
    faults = [fault for fault in record.faults() if fault.field]
    if not faults or len({f.field for f in faults}) + (len(record.line) != length) < 2:
        return None
    # What slips to the right is at fault itself; to the left, it is pushed into what stands before.
    first, *others = sorted({fault.start for fault in faults})[:3]
    fields = (known.start for known in record.FIELDS.values())
    starts = sorted({first, *others, *(s for s in fields if first < s <= max((first, *others)))})
    accepts = acceptor(type(record), length)
    for by in range(1, FARTHEST + 1):
        at = first - 1
        moved = text[:at] + text[at + by :]
        is_blank = at < len(text) and not text[at : at + by].strip(" ")
        if is_blank and _is_sound(type(record), moved, length, by):
            return Slip(first, by, moved.ljust(length))
        for start in reversed(starts):
            at = start - 1
            if not 2 < at - by < len(text) or len(text) + by > length:
                continue
            for missing in (" ", "0", "A") if by == 1 else (" ",):
                moved = (text[: at - by] + missing * by + text[at - by :]).ljust(length)
                if accepts(moved):
                    return Slip(start - by, -by, "" if missing.strip() else moved)
    return None


def moved_back(line: NumberedRecord) -> NumberedRecord:
    """A header or trailer as it stood before it slipped; no known record where it lost more than
    blanks. Any other as it is."""
    slip = slip_of(line.record)
    if slip is None:
        return line
    moved = type(line.record)(slip.line) if slip.line else UnknownRecord(line.record.line)
    return line._replace(record=moved)


def _is_sound(record: type[Record], line: str, length: int, by: int) -> bool:
    """Whether a line moved back by so many characters is a record without fault, apart from what
    was pushed out at its end."""
    padded = line.ljust(length)
    if len(line) > length:
        return False
    if acceptor(record, length)(padded):
        return True
    is_full = len(line) == length - by
    return is_full and all(fault.end > len(line) for fault in record(padded).faults())


def _characters(number: int) -> str:
    return "1 character" if number == 1 else f"{number} characters"
