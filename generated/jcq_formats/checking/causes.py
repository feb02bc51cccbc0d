"""One cause for what is wrong with many lines: recognised line by line, reported once."""  # Copied from generator/runtime/checking/causes.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..core.accepting import acceptor
from ..core.character_encodings import LATIN_1
from ..core.formats import Format, newest_first
from ..core.issues import Fault
from ..core.records import Record
from ..core.registry import rule
from .progress import NumberedRecord

SHORT = "record.short"

UNCOUNTED = 0
"""Several records, of which nobody can tell how many."""

FARTHEST = 3
"""By how many characters a line is looked at as having slipped."""


@dataclass(slots=True)
class Lines:
    """How many lines have a cause in common, and the first of them."""

    first: NumberedRecord
    count: int = 1

    def said(self, total: int) -> str:
        """Which lines these are, of so many."""
        if self.count == total > 1:
            return f"all {total:,} lines"
        if self.count == 1:
            return f"line {self.first.number:,}"
        return f"{self.count:,} lines, the first is line {self.first.number:,}"


@rule(
    "file.wrong-encoding",
    "file.tabs",
    "file.padding-lost",
    SHORT,
    "record.lower-case",
    "record.nul",
    "record.joined",
    "record.other-version",
    "record.slipped",
    "record.wrapped",
)
@dataclass(slots=True)
class Causes:
    """The causes that the lines of a file have in common."""

    format: Format
    found: dict[str, Lines] = field(default_factory=dict)
    slipped: dict[tuple[str, int, int], Lines] = field(default_factory=dict)

    def explain(self, line: NumberedRecord) -> bool:
        """Whether a line has one of the causes, which is counted: what else is wrong with the line
        follows from that."""
        record = line.record
        cause = self._cause(record, line)
        if cause:
            self._add(cause, line)
        return bool(cause) or self._has_slipped(line)

    def add_wrapped(self, line: NumberedRecord) -> None:
        """Adds a record that goes on in the line after."""
        self._add("record.wrapped", line)

    def add_short(self, line: NumberedRecord) -> None:
        """Adds a line that ends before its length, and not in a space."""
        self._add(SHORT, line)

    def finish(self, total: int) -> Iterator[Fault]:
        """The faults of a file of so many lines."""
        for cause, lines in self.found.items():
            yield from self._fault(cause, lines, total)
        for (_, start, by), lines in self.slipped.items():
            where = "to the right" if by > 0 else "to the left"
            characters = "1 character" if abs(by) == 1 else f"{abs(by)} characters"
            others = f", and so have {lines.count - 1:,} more lines" if lines.count > 1 else ""
            message = f"from position {start} on the line has slipped by {characters} {where}"
            end = len(lines.first.record.line)
            yield lines.first.fault("record.slipped", message + others, start=start, end=end)

    def _add(self, cause: str, line: NumberedRecord) -> None:
        if cause in self.found:
            self.found[cause].count += 1
        else:
            self.found[cause] = Lines(line)

    def _cause(self, record: Record, line: NumberedRecord) -> str:
        text = record.line
        if "\0" in text:
            return "record.nul"
        if not text.isascii() and self.format.encoding == LATIN_1 and is_utf_8(text):
            return "file.wrong-encoding"
        if "\t" in text and len(text) != record.length:
            return "file.tabs"
        if text[:2] not in self.format.records and text[:2].upper() in self.format.records:
            return "record.lower-case"
        if len(text) != record.length and self._version_that_fits(record):
            return "record.other-version"
        joined = records_joined(text, self.format)
        if joined != 1:
            return "record.joined"
        return ""

    def _version_that_fits(self, record: Record) -> str:
        """Another version in which the line is a record without fault."""
        for form in newest_first():
            other = form.records.get(record.line[:2])
            if other is not None and form is not self.format and other(record.line).accepted:
                return form.version
        return ""

    def _has_slipped(self, line: NumberedRecord) -> bool:
        slip = slip_of(line.record)
        if slip is None:
            return False
        key = line.record.line[:2], *slip
        if key in self.slipped:
            self.slipped[key].count += 1
        else:
            self.slipped[key] = Lines(line)
        return True

    def _fault(self, cause: str, lines: Lines, total: int) -> Iterator[Fault]:
        first, said = lines.first, lines.said(total)
        text = first.record.line
        match cause:
            case "record.nul":
                start = text.index("\0") + 1
                if lines.count == 1:
                    number = text.count("\0")
                    nul_bytes = "a NUL byte" if number == 1 else f"{number:,} NUL bytes"
                    message = f"{nul_bytes}: the file is damaged"
                    yield first.fault(cause, message, start=start, end=text.rindex("\0") + 1)
                else:
                    yield Fault(cause, f"NUL bytes in {said}: the file is damaged")
            case "file.wrong-encoding":
                message = (
                    f"the file is encoded in UTF-8: in {said}, a letter with an accent takes two"
                    " characters, and everything after it slips to the right"
                )
                yield Fault(cause, message)
            case "file.tabs":
                yield Fault(cause, f"there are tabs in place of spaces in {said}")
            case "record.lower-case" if lines.count == 1:
                message = "the line begins with a small letter, so it is not read as a record"
                yield first.fault(cause, message, start=1, end=1)
            case "record.lower-case":
                yield Fault(cause, f"small letters in place of capitals in {said}")
            case "record.wrapped":
                yield Fault(cause, f"records go on in the line after: {said}")
            case "record.other-version":
                message = (
                    f"{said} of the file read as version {self._version_that_fits(first.record)},"
                    f" but the file header says {self.format.version}"
                )
                yield Fault(cause, message)
            case "record.joined":
                yield Fault(cause, f"line ends are missing: several records stand in {said}")
            case _ if lines.count > 1:
                message = f"the spaces at the end are missing in {said}"
                yield Fault("file.padding-lost", message)
            case _:
                missing = first.record.length - len(text)
                characters = "1 character is" if missing == 1 else f"{missing} characters are"
                message = f"{characters} missing at the end: {first.record.length} are expected"
                end = first.record.length
                yield first.fault(cause, message, start=len(text) + 1, end=end)


def is_utf_8(text: str) -> bool:
    """Whether a text that was read as Latin-1 is UTF-8 with letters of several bytes."""
    try:
        text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return False
    return not text.isascii()


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


def slip_of(record: Record) -> tuple[int, int] | None:
    """From which position, and by how many characters to the right, a line has slipped; None where
    moving it back does not make a record without fault of it."""
    length, text = record.length, record.line.rstrip(" ")
    faults = [fault for fault in record.faults() if fault.field]
    if not faults or len({f.field for f in faults}) + (len(record.line) != length) < 2:
        return None
    # What slips to the left is pushed into the field before, which is at fault first.
    last = sorted({fault.start for fault in faults})[:3][-1]
    starts = [known.start for known in record.FIELDS.values() if 2 < known.start <= last]
    for by in (by for size in range(1, FARTHEST + 1) for by in (size, -size)):
        for start in reversed(starts):
            at = start - 1
            if at + by >= len(text) or (by > 0 and text[at : at + by].strip(" ")):
                continue
            if by > 0:
                moved = text[:at] + text[at + by :]
            else:
                moved = text[: at + by].ljust(at) + text[at + by :]
            if len(moved) <= length and _is_sound(type(record), moved, length, by):
                return (start, by) if by > 0 else (start + by, by)
    return None


def _is_sound(record: type[Record], line: str, length: int, by: int) -> bool:
    """Whether a line moved back is a record without fault, apart from what was pushed out."""
    padded = line.ljust(length)
    if acceptor(record, length)(padded):
        return True
    is_full = by > 0 and len(line) == length - by
    return is_full and all(fault.end > len(line) for fault in record(padded).faults())
