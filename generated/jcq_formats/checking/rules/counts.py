"""Counts in trailers: the number of records and centres before them."""  # Copied from generator/runtime/checking/rules/counts.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ...core.counting import CENTRES, counted_as, miscounts
from ...core.fields import Counts
from ...core.issues import Fault
from ...core.registry import rule
from ..file_rules import ABOUT_FILES, FileRules
from ..progress import NumberedRecord


@rule(
    "file.centre-record-count",
    "file.record-count",
    "file.centre-count",
    about=ABOUT_FILES,
)
class Counting(FileRules):
    """Counts in headers and trailers must equal the numbers in their block or file so far."""

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        data_type = self.progress.data_type
        direction = data_type.direction if data_type is not None else ""
        if self.progress.is_uncounted:
            return
        for field, counts, stated, found in miscounts(record.record, self.progress, direction):
            here, within = record.place.in_words, _of_what(counts)
            there = f"the {within} has {counted_as(found, counts.what)}"
            message = f"the {here} says {counted_as(stated, counts.what)}; {there}"
            unquoted = f"the {here} says a different number; {there}"
            yield record.fault(_rule(counts), message, field)._replace(unquoted=unquoted)


def _of_what(counts: Counts) -> str:
    return "centre" if counts.within == "centre" else "file"


def _rule(counts: Counts) -> str:
    if counts.what == CENTRES:
        return "file.centre-count"
    return "file.centre-record-count" if counts.within == "centre" else "file.record-count"
