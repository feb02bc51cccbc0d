"""Text that may have moved out of its field, although every field is valid."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.displaced import has_moved, may_move
from ...core.issues import Fault
from ...core.printable import counted
from ...core.records import Record
from ...core.registry import rule
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules, Suspects
from ..progress import NumberedRecord, Progress

MAY_HAVE_SLIPPED = "record.may-have-slipped"


@rule(MAY_HAVE_SLIPPED, about=ABOUT_FILES)
class Displaced(FileRules):
    """Lines without fault whose text runs on from one field into the next: reported once, with
    their number.

    Such files are refused for sending or export; no other rule says why.
    """

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.first: NumberedRecord | None = None
        self.others = -1

    def fast_check(self, record: type[Record]) -> Suspects | None:
        moves = may_move(record)
        return moves and (
            lambda lines: [
                number
                for number, line in enumerate(lines)
                if moves(line) is not None and has_moved(record(line))
            ]
        )

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.record.accepted and has_moved(record.record):
            self.first = self.first or record
            self.others += 1
        yield from ()

    def finish(self) -> Iterator[Fault]:
        if self.first is not None:
            more = f" (and {counted(self.others, 'more line')})" if self.others else ""
            message = "a text runs on beyond the end of its field: the line may have slipped"
            end = len(self.first.record.line.rstrip(" "))
            yield self.first.fault(MAY_HAVE_SLIPPED, f"{message}{more}", start=3, end=end)
