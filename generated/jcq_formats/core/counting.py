"""Counts records and centres, and compares the counts with those in trailers."""  # Copied from generator/runtime/core/counting.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .errors import FieldError
from .fields import Counts, Field
from .formats import Format
from .lines import is_end_of_file_mark
from .places import Place
from .printable import counted
from .records import Record

CENTRES = "centres"
RECORDS = "records"


def counted_as(number: int, what: str) -> str:
    """A number with its noun, such as "1 record", "2 centres" or "3 L5 records"."""
    noun = what if what in (CENTRES, RECORDS) else f"{what} {RECORDS}"
    return counted(number, noun.removesuffix("s"))


@dataclass(slots=True)
class Tally:
    """The number of records and centres in a file so far, by key."""

    records: int = 0
    records_of_centre: int = 0
    centres: int = 0
    keys: dict[str, int] = field(default_factory=dict)
    keys_of_centre: dict[str, int] = field(default_factory=dict)

    def count(self, key: str, number: int) -> None:
        """Adds ``number`` records with this key."""
        if number:
            self.records += number
            self.records_of_centre += number
            self.keys[key] = self.keys.get(key, 0) + number
            self.keys_of_centre[key] = self.keys_of_centre.get(key, 0) + number

    def begin_file(self) -> None:
        """Begins the next of several files that are joined."""
        self.records = self.centres = 0
        self.keys = {}

    def begin_centre(self) -> None:
        """Begins the next centre's block."""
        self.centres += 1
        self.records_of_centre = 0
        self.keys_of_centre = {}

    def of(self, counts: Counts) -> int:
        """The number that this field counts."""
        if counts.what == CENTRES:
            return self.centres
        within = counts.within == "centre"
        if counts.what == RECORDS:
            return self.records_of_centre if within else self.records
        return (self.keys_of_centre if within else self.keys).get(counts.what, 0)


class Miscount(NamedTuple):
    """A count that is wrong: the field, its number, and the right number."""

    field: Field
    counts: Counts
    stated: int
    found: int


def miscounts(record: Record, tally: Tally, direction: str) -> Iterator[Miscount]:
    """The wrong counts in a header or trailer, which is itself included in the tally.

    Counts of a whole basedata set, and fields that cannot be decoded, are left out.
    """
    for known in record.FIELDS.values():
        counts = known.counts
        if counts is None or counts.within == "set":
            continue
        try:
            stated = record.decode(known.name)
        except FieldError:
            continue
        found = tally.of(counts)
        is_left_out = stated is None or (stated == 0 and direction in counts.zero_allowed)
        if stated != found and not is_left_out:
            yield Miscount(known, counts, stated, found)


def counted_anew(records: Iterable[Record], form: Format) -> list[Record]:
    """The records of a file, with the counts in headers and trailers recomputed."""
    tally, found = Tally(), list[Record]()
    for record in records:
        if record.PLACE is Place.CENTRE_HEADER:
            tally.begin_centre()
        if record.line.strip(" ") and not is_end_of_file_mark(record.line):
            tally.count(record.line[:2], 1)
        if record.PLACE is not Place.DATA:
            known = form.data_types.get(record.line[:1])
            wrong = miscounts(record, tally, known.direction if known is not None else "")
            generated: Any = record
            right = {one.field.name: one.found for one in wrong}
            record = generated.replace(**right) if right else record
        found.append(record)
    return found
