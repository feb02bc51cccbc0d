"""Counts: what trailers say of the number of records and centres before them."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import FieldError
from ..fields import Counts
from ..masking import has_slipped
from .seen import FileRules, Finding, Seen

CENTRES = "centres"
RECORDS = "records"


class CountRules(FileRules):
    """Every field of a header or trailer that counts what its block or file has had so far."""

    RULES = ("file.centre-record-count", "file.record-count", "file.centre-count")

    def see(self, seen: Seen) -> Iterator[Finding]:
        for field in seen.record.FIELDS.values():
            counts = field.counts
            if counts is None or counts.within == "set":
                continue
            try:
                said = seen.record.decode(field.name)
            except FieldError:
                continue
            found = self._count(counts)
            allowed = said == 0 and self.progress.direction in counts.zero_allowed
            if said is None or said == found or allowed:
                continue
            shown = "other" if has_slipped(seen.record) else said
            message = f"{shown} {counts.what} are counted here, but there are {found}"
            yield Finding(self._rule(counts), message, seen, field)

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
