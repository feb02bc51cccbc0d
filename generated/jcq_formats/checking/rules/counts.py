"""Counts: what trailers say of the number of records and centres before them."""  # Copied from generator/runtime/checking/rules/counts.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ...core.errors import FieldError
from ...core.fields import Counts
from ...core.issues import Fault
from ...core.masking import has_slipped
from ...core.registry import rule
from ..file_rules import ABOUT_FILES, FileRules
from ..progress import NumberedRecord

CENTRES = "centres"
RECORDS = "records"


@rule(
    "file.centre-record-count",
    "file.record-count",
    "file.centre-count",
    about=ABOUT_FILES,
)
class Counting(FileRules):
    """Every field of a header or trailer that counts what its block or file has had so far."""

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        for field in record.record.FIELDS.values():
            counts = field.counts
            if counts is None or counts.within == "set":
                continue
            try:
                counted = record.record.decode(field.name)
            except FieldError:
                continue
            found = self._count(counts)
            allowed = counted == 0 and self.progress.direction in counts.zero_allowed
            if counted is None or counted == found or allowed:
                continue
            shown = "other" if has_slipped(record.record) else counted
            message = f"{shown} {counts.what} are counted here, but there are {found}"
            yield record.fault(self._rule(counts), message, field)

    def _count(self, counts: Counts) -> int:
        progress = self.progress
        if counts.what == CENTRES:
            return progress.centres
        within = counts.within == "centre"
        if counts.what == RECORDS:
            return progress.records_of_centre if within else progress.records
        return (progress.keys_of_centre if within else progress.keys).get(counts.what, 0)

    def _rule(self, counts: Counts) -> str:
        if counts.what == CENTRES:
            return "file.centre-count"
        return "file.centre-record-count" if counts.within == "centre" else "file.record-count"
