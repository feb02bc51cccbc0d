"""Line ends, blank lines, and marks at the beginning and end of a file."""

from __future__ import annotations

from collections.abc import Iterator

from ..core.issues import Fault
from ..core.listing import listed
from ..core.printable import counted
from ..core.registry import rule
from .progress import NumberedRecord

NAMES = {"\r\n": "CR LF", "\n": "LF", "\r": "CR"}


@rule(
    "record.blank-line",
    "file.line-end",
    "file.last-line-end",
    "file.end-of-file-mark",
    "file.byte-order-mark",
)
class LineEnds:
    """Counts repeated faults, so that each is reported once for the whole file."""

    def __init__(self, line_end: str) -> None:
        self.line_end = line_end
        self.ends: dict[str, int] = {}
        self.first_other: NumberedRecord | None = None
        self.blank_lines = 0
        self.first_blank: NumberedRecord | None = None
        self.unended: NumberedRecord | None = None
        self.end_mark: NumberedRecord | None = None

    def add_other_end(self, record: NumberedRecord, end: str) -> None:
        """Adds a line whose line end is missing, or not that of the format."""
        if not end:
            self.unended = record
            return
        self.ends[end] = self.ends.get(end, 0) + 1
        self.first_other = self.first_other or record

    def add_blank(self, record: NumberedRecord) -> None:
        """Adds a blank line."""
        self.blank_lines += 1
        self.first_blank = self.first_blank or record

    def finish(self, byte_order_mark: bytes) -> Iterator[Fault]:
        """The faults of the whole file."""
        if byte_order_mark:
            yield Fault(
                "file.byte-order-mark",
                "the file begins with a byte order mark: three bytes that an editor has added",
            )
        names = dict(NAMES)
        if self._are_doubled():
            self.first_blank, names["\r"] = None, "CR CR LF"
        if self.first_blank is not None:
            more = f" (and {self.blank_lines - 1:,} more)" if self.blank_lines > 1 else ""
            yield self.first_blank.fault("record.blank-line", f"this line is blank{more}")
        if self.first_other is not None:
            counts = listed(
                f"{counted(count, 'line')} {'ends' if count == 1 else 'end'} in {names[end]}"
                for end, count in self.ends.items()
            )
            message = f"{counts} instead of {NAMES[self.line_end]}"
            yield self.first_other.fault("file.line-end", message)
        if self.unended is not None:
            yield self.unended.fault("file.last-line-end", "the last line has no line end")
        if self.end_mark is not None:
            message = "the file ends in Ctrl-Z, a mark that old programs write"
            yield self.end_mark.fault("file.end-of-file-mark", message)

    def _are_doubled(self) -> bool:
        """Whether every line end has a surplus CR, so that each looks like a blank line."""
        first, blank = self.first_other, self.first_blank
        is_next = first is not None and blank is not None and blank.number == first.number + 1
        return is_next and self.ends == {"\r": self.blank_lines}
