"""Totals: the sums and checksums in headers and trailers."""  # Copied from generator/runtime/checking/rules/totals.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import Fault
from ...core.records import Record
from ...core.registry import rule
from ...core.totals import HEADERS, RECORDS, Held, Totals
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules, Suspects, check_every_line
from ..progress import NumberedRecord, Progress

SUM = "file.sum"
CHECKSUM = "file.checksum"


@rule(SUM, CHECKSUM, about=ABOUT_FILES)
class Totalling(FileRules):
    """Sums and checksums in headers and trailers must be right."""

    ON_SPOILT_LINES = True

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self._totals = Totals(progress.format)
        self._lines: dict[int, NumberedRecord] = {}

    def fast_check(self, record: type[Record]) -> Suspects | None:
        return check_every_line if self._totals.wants(record) else None

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        self._totals.add(record.record)
        return iter(())

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        self._lines[self._totals.number] = record
        own = list(self._totals.own(record.record))
        ended = self._totals.add(record.record)
        for held in (*ended, *own):
            if held.is_wrong and not self._is_unsure(held):
                yield self._fault(self._lines[held.number], held)

    def _is_unsure(self, held: Held) -> bool:
        """Whether lines are missing here that a checksum may include."""
        total = held.field.total
        everything = total is not None and total.over == RECORDS
        every = self._totals.records == self.progress.records
        return self.progress.is_uncounted or (everything and not every)

    def _fault(self, record: NumberedRecord, held: Held) -> Fault:
        total = held.field.total
        assert total is not None
        records = RECORDS if total.over == RECORDS else f"{total.over} {RECORDS}"
        where = "after" if held.record.PLACE in HEADERS else "before"
        what = total.checksum.TITLE if total.checksum is not None else f"sum of {total.field}"
        there = f"the {what} of the {records} {where} it is {held.found}"
        message = f"the {record.place.in_words} says {held.stated}; {there}"
        unquoted = f"the {record.place.in_words} does not; {there}"
        id_ = CHECKSUM if total.checksum is not None else SUM
        return record.fault(id_, message, held.field)._replace(unquoted=unquoted)
