"""Finds one cause behind the faults of many lines: recognised line by line, reported once."""  # Copied from generator/runtime/checking/causes.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..core.character_encodings import LATIN_1, is_utf_8
from ..core.formats import Format
from ..core.issues import Fault
from ..core.other_versions import version_that_fits
from ..core.places import Place
from ..core.printable import counted
from ..core.records import Record, UnknownRecord, too_short
from ..core.registry import rule
from ..core.slips import Slip, last_lost, slip_at_start, slip_of, slip_of_envelope
from ..core.substituted import SINGLE, as_meant, faults_of_single
from .joined import are_counted, records_in
from .progress import NumberedRecord

SHORT = "record.short"
LONG = "record.long"
SLIPPED = "record.slipped"
JOINED = "record.joined"
WRAPPED = "record.wrapped"
NO_LINE_ENDS = "file.no-line-ends"
OTHER_VERSION = "record.other-version"

MESSAGES = {
    "file.no-break-spaces": "there are no-break spaces in place of spaces in {lines}",
    "file.tabs": "there are tabs in place of spaces in {lines}",
    "file.wrong-encoding": (
        "the file is saved as UTF-8: in {lines}, a letter with an accent takes two positions and"
        " moves everything after it to the right"
    ),
    "record.joined": "line ends are missing: records run together in {lines}",
    "record.letter-o": "the letter O is in place of the digit 0 in {lines}",
    "record.lower-case": (
        "small letters in place of capitals in {lines}, which are not read as records"
    ),
    "record.nul": "the file is damaged: there are NUL bytes in {lines}",
    "record.wrapped": "a program has broken long lines in two: {lines}",
}
"""The message for all lines with a cause."""


@dataclass(slots=True)
class Lines:
    """The number of lines with the same cause, and the first of them."""

    first: NumberedRecord
    count: int = 0

    def which_of(self, total: int) -> str:
        """Which lines of a total these are, in words."""
        if self.count == total > 1:
            return f"all {total:,} lines"
        if self.count == 1:
            return f"line {self.first.number:,}"
        return f"{self.count:,} lines (the first is line {self.first.number:,})"


@rule(SHORT, LONG, SLIPPED, OTHER_VERSION, NO_LINE_ENDS, "file.padding-lost", *MESSAGES)
@dataclass(slots=True)
class Causes:
    """The causes shared by lines of a file. ``slipped`` is keyed by the first two characters,
    position and distance; ``undecided`` are headers and trailers that have the length of another
    version; ``records`` are those of the last line that was examined; ``rests`` are the numbers of
    lines of which so little is left that they may be of a person."""

    format: Format
    found: dict[str, Lines] = field(default_factory=dict)
    slipped: dict[tuple[str, int, int], Lines] = field(default_factory=dict)
    undecided: list[NumberedRecord] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    rests: set[int] = field(default_factory=set)

    def explain(self, line: NumberedRecord) -> bool:
        """Whether a line has one of the causes, which is counted: other faults of the line follow
        from it."""
        if self._explained(line):
            return True
        slip = slip_of(line.record)
        if slip is not None:
            self._add_slip(line, slip)
        return slip is not None

    def explained(
        self, line: NumberedRecord, letter: str, fits: Callable[[Record], bool]
    ) -> NumberedRecord | None:
        """A header, a trailer or an unknown line that has one of the causes, in its original state;
        an unknown record if that is unclear. None if it has none of the causes.

        ``letter`` is the data type of the file; ``fits`` says whether the repeated and counted
        values of a record are right.
        """
        if self._explained(line):
            return line
        text = line.record.line
        slip = slip_of_envelope(line.record, fits)
        moved = type(line.record)(slip.line) if slip and slip.line else UnknownRecord(text)
        place = line.place
        begun = slip_at_start(text, self.format.records, letter, fits)
        if begun is not None:
            first, record = begun
            if slip is None or abs(first.by) < abs(slip.by):
                slip, place = first, record.PLACE
                moved = (record if last_lost(first) <= 2 else UnknownRecord)(first.line)
                if last_lost(first) > 2:
                    self.rests.add(line.number)
        if slip is None:
            return None
        self._add_slip(line, slip)
        return NumberedRecord(moved, line.number, place)

    def as_meant(self, text: str, number: int) -> str:
        """The line with the characters that were meant, if others are in their place: this is
        counted."""
        record = self.format.records.get(text[:2])
        if record is None:
            return text
        meant = as_meant(record(text))
        for cause in meant:
            line = NumberedRecord(record(text), number, record.PLACE)
            self.found.setdefault(cause, Lines(line)).count += 1
        return [text, *(one.line for one in meant.values())][-1]

    def _explained(self, line: NumberedRecord) -> bool:
        """Whether a line has a cause other than a slip, which is counted."""
        cause = self._cause(line.record)
        if cause == OTHER_VERSION and line.record.PLACE is not Place.DATA:
            self.undecided.append(line)
        elif cause:
            self.found.setdefault(cause, Lines(line)).count += 1
        return bool(cause)

    def _add_slip(self, line: NumberedRecord, slip: Slip) -> None:
        key = line.record.line[:2], slip.start, slip.by
        self.slipped.setdefault(key, Lines(line)).count += 1

    def add_wrapped(self, line: NumberedRecord) -> None:
        """Adds a record that continues in the next line."""
        self.found.setdefault(WRAPPED, Lines(line)).count += 1

    @property
    def are_wrapped(self) -> bool:
        """Whether records continue in the next line, so that others end early, or are blank
        there."""
        return WRAPPED in self.found

    def add_short(self, line: NumberedRecord) -> None:
        """Adds a line that is too short because trailing spaces were lost."""
        self.found.setdefault(SHORT, Lines(line)).count += 1

    def add_long(self, line: NumberedRecord) -> None:
        """Adds a line that is too long and has no other fault."""
        self.found.setdefault(LONG, Lines(line)).count += 1

    def other_headers(self) -> list[NumberedRecord]:
        """The headers and trailers with a wrong length, if no data record shows that the file has
        another version. If one does, they are counted with it."""
        lines, self.undecided = self.undecided, []
        shown = self.found.get(OTHER_VERSION)
        if shown is None:
            return lines
        shown.count += len(lines)
        shown.first = min((shown.first, *lines), key=lambda line: line.number)
        return []

    def finish(self, total: int, records: int) -> Iterator[Fault]:
        """The faults of the file, given its number of lines, and of lines that are not blank."""
        if records == 1 and JOINED in self.found:
            yield self._without_line_ends(self.found.pop(JOINED))
        if self.are_wrapped:
            self.found.pop(SHORT, None)
        for cause, lines in self.found.items():
            if lines.count == 1 and cause in SINGLE and as_meant(lines.first.record):
                yield from map(lines.first.located, faults_of_single(lines.first.record, cause))
            else:
                yield self._fault(cause, lines, total)
        for (_, start, by), lines in self.slipped.items():
            where = "right" if by > 0 else "left"
            others = f" (and in {counted(lines.count - 1, 'more line')})" if lines.count > 1 else ""
            message = (
                f"the line has slipped: the text from position {start} on is"
                f" {counted(abs(by), 'character')} too far to the"
            )
            end = len(lines.first.record.line)
            yield lines.first.fault(SLIPPED, f"{message} {where}{others}", start=start, end=end)

    def _cause(self, record: Record) -> str:
        text = record.line
        self.records = records_in(text, self.format)
        if len(self.records) > 1:
            return JOINED
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
        return ""

    def _without_line_ends(self, lines: Lines) -> Fault:
        """The fault of a file that is a single line."""
        text = lines.first.record.line
        records = records_in(text, self.format)
        how_many = f"{len(records):,}" if are_counted(records, self.format) else "several"
        message = (
            f"the file has no line ends: its first line has {len(text):,} characters and"
            f" {how_many} records"
        )
        return Fault(NO_LINE_ENDS, message)

    def _fault(self, cause: str, lines: Lines, total: int) -> Fault:
        """The fault for a cause. For a single line it has a position, if there is one."""
        first, which = lines.first, lines.which_of(total)
        text, length = first.record.line, first.record.length
        if cause == OTHER_VERSION:
            fitting = version_that_fits(text, self.format)
            return Fault(cause, other_version(which, fitting, self.format))
        if cause == LONG:
            fault = next(fault for fault in first.record.faults() if fault.rule == LONG)
            others = counted(lines.count - 1, "more line")
            more = f" (and so {'is' if lines.count == 2 else 'are'} {others})"
            message = fault.message + (more if lines.count > 1 else "")
            return first.fault(cause, message, start=fault.start, end=fault.end)
        if cause == SHORT and lines.count > 1:
            return Fault("file.padding-lost", f"a program removed the spaces at the end of {which}")
        if lines.count == 1 and cause == SHORT:
            missing = length - len(text)
            message = too_short(missing, length)
            return first.fault(cause, message, start=len(text) + 1, end=length)
        if lines.count == 1 and cause == "record.nul":
            number = text.count("\0")
            is_there = "is a NUL byte" if number == 1 else f"are {number:,} NUL bytes"
            start, end = text.index("\0") + 1, text.rindex("\0") + 1
            return first.fault(
                cause, f"the file is damaged: there {is_there} in this line", start=start, end=end
            )
        if lines.count == total > 1 and cause == "record.lower-case":
            return Fault(
                cause, "the whole file is in small letters, so no line is read as a record"
            )
        if lines.count == 1 and cause == "record.lower-case":
            message = "the line begins with a small letter, so it is not read as a record"
            return first.fault(cause, message, start=1, end=1)
        return Fault(cause, MESSAGES[cause].format(lines=which))


def other_version(lines: str, version: str, form: Format) -> str:
    """The message about lines that are valid in another version than that of the file."""
    header = f"the file header says version {form.version}"
    return f"{header}, but the layout of {lines} is that of version {version}"


def unknown_line(line: NumberedRecord, form: Format) -> Fault:
    """The fault of a line that is not a known record."""
    letters = " ".join(sorted({key[0] for key in form.records}))
    digits = " ".join(sorted({key[1] for key in form.records}))
    message = (
        f"this is not a known record: its first two characters must be a data type ({letters}) and"
        f" a record type ({digits}); they are masked, because they may be part of a name"
    )
    return line.fault("record.unknown", message, start=1, end=2)
