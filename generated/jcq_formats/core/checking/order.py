# Copied from generator/runtime/core/checking/order.py by `make generate`; edit that, not this.
"""The order of records: file header; for each centre header, data, trailer; file trailer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..formats import Place
from .seen import FileRules, Finding, Progress, Seen


class Order(FileRules):
    """One issue for one cause: what follows from a missing record is not reported again."""

    RULES = (
        "file.first-header",
        "file.second-header",
        "file.order",
        "file.centre-trailer-missing",
        "file.trailer-missing",
        "file.after-trailer",
    )

    def __init__(self, progress: Progress) -> None:
        super().__init__(progress)
        self.begun = False
        self.in_centre = False
        self.ended = False
        self.said_outside = False
        self.said_after = False

    def see(self, seen: Seen) -> Iterator[Finding]:
        if not self.begun and seen.place is not Place.FILE_HEADER:
            yield Finding("file.first-header", "a file header should stand first", seen)
            self.begun = self.said_outside = True
        if seen.place is Place.FILE_HEADER:
            yield from self._file_header(seen)
        elif self.ended:
            if not self.said_after:
                self.said_after = True
                yield Finding("file.after-trailer", "a record behind the file trailer", seen)
        elif seen.place is Place.CENTRE_HEADER:
            yield from self._centre_header(seen)
        elif seen.place is Place.CENTRE_TRAILER:
            yield from self._centre_trailer(seen)
        elif seen.place is Place.FILE_TRAILER:
            yield from self._file_trailer(seen)

    def all_well(self) -> Callable[[str], bool] | None:
        return None if self.in_centre and not self.ended else _never

    def see_data(self, seen: Seen) -> Iterator[Finding]:
        if not self.begun or self.ended:
            yield from self.see(seen)
        elif not self.said_outside:
            self.said_outside = True
            yield Finding("file.order", "a data record outside of a centre's block", seen)

    def finish(self) -> Iterator[Finding]:
        if not self.ended:
            yield Finding("file.trailer-missing", "the file ends without a file trailer")

    def _file_header(self, seen: Seen) -> Iterator[Finding]:
        if self.begun:
            where = "behind the file trailer" if self.ended else "within the file"
            yield Finding("file.second-header", f"another file header, {where}", seen)
        self.begun = True
        if self.ended:
            # Two files put together: the second is looked at as a file of its own.
            self.ended = self.in_centre = self.said_outside = self.said_after = False

    def _centre_header(self, seen: Seen) -> Iterator[Finding]:
        if self.in_centre:
            message = "the block before this centre header has no trailer"
            yield Finding("file.centre-trailer-missing", message, seen)
        self.in_centre = True
        self.said_outside = False

    def _centre_trailer(self, seen: Seen) -> Iterator[Finding]:
        if not self.in_centre and not self.said_outside:
            yield Finding("file.order", "a centre trailer without a centre header", seen)
        self.in_centre = self.said_outside = False

    def _file_trailer(self, seen: Seen) -> Iterator[Finding]:
        if self.in_centre:
            message = "the block before the file trailer has no trailer of its own"
            yield Finding("file.centre-trailer-missing", message, seen)
        self.in_centre = False
        self.ended = True


def _never(line: str) -> bool:
    return False
