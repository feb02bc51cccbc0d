"""Line ends, byte order marks, and blank lines."""  # Copied from generator/runtime/testing/strategies/mutated_files/physical.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..drawn_files import DrawnFile
from .mutation import FileMutation, WrongFile

BYTE_ORDER_MARK, END_MARK = b"\xef\xbb\xbf", b"\x1a"


def mutations() -> Iterator[FileMutation]:
    """Every way in which the lines are right but the bytes around them are wrong."""

    def wrong(way: str, rule: str, data_of: Callable[[DrawnFile], bytes]) -> FileMutation:
        return FileMutation(
            "file", way, lambda draw, file: WrongFile(file.name, data_of(file), frozenset({rule}))
        )

    yield wrong("lines that end in LF", "file.line-end", lambda file: file.with_ends("\n"))
    yield wrong("lines that end in CR", "file.line-end", lambda file: file.with_ends("\r"))
    yield wrong(
        "a last line without an end",
        "file.last-line-end",
        lambda file: file.with_ends("\r\n", last=False),
    )
    yield wrong(
        "a byte order mark", "file.byte-order-mark", lambda file: BYTE_ORDER_MARK + file.data
    )
    yield wrong("Ctrl-Z at the end", "file.end-of-file-mark", lambda file: file.data + END_MARK)
    yield wrong("a blank line", "record.blank-line", lambda file: file.data + b"\r\n")
