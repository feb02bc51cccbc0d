# Copied from generator/runtime/core/checking/physical.py by `make generate`; edit that, not this.
"""Lines as such: line ends, blank lines, marks at the beginning and end of a file."""

from __future__ import annotations

from collections.abc import Iterator

from .seen import Finding, Seen

RULES = (
    "record.blank-line",
    "file.line-end",
    "file.last-line-end",
    "file.end-of-file-mark",
    "file.byte-order-mark",
)

NAMES = {"\r\n": "CR LF", "\n": "LF", "\r": "CR"}


class Physical:
    """Counts what repeats, so that a file says it once."""

    RULES = RULES

    def __init__(self, line_end: str) -> None:
        self.line_end = line_end
        self.ends: dict[str, int] = {}
        self.first_other: Seen | None = None
        self.blank_lines = 0
        self.first_blank: Seen | None = None
        self.last: Seen | None = None
        self.unended: Seen | None = None
        self.end_mark: Seen | None = None

    def see_other_end(self, seen: Seen, end: str) -> None:
        """Notes a line that does not end as the format has it."""
        if not end:
            self.unended = seen
            return
        self.ends[end] = self.ends.get(end, 0) + 1
        self.first_other = self.first_other or seen

    def see_blank(self, seen: Seen) -> None:
        """Notes a blank line."""
        self.blank_lines += 1
        self.first_blank = self.first_blank or seen

    def finish(self, byte_order_mark: bytes) -> Iterator[Finding]:
        """What there is to say, once for the whole file."""
        if byte_order_mark:
            yield Finding("file.byte-order-mark", "the file begins with a UTF-8 byte order mark")
        if self.first_blank is not None:
            more = f" (and {self.blank_lines - 1} more)" if self.blank_lines > 1 else ""
            yield Finding("record.blank-line", f"a blank line{more}", self.first_blank)
        if self.first_other is not None:
            said = ", ".join(f"{count} in {NAMES[end]}" for end, count in self.ends.items())
            message = f"lines should end in {NAMES[self.line_end]}, but {said}"
            yield Finding("file.line-end", message, self.first_other)
        if self.unended is not None:
            yield Finding("file.last-line-end", "the last line has no line end", self.unended)
        if self.end_mark is not None:
            yield Finding("file.end-of-file-mark", "Ctrl-Z at the end of the file", self.end_mark)
