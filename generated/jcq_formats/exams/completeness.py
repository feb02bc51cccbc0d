"""Whether a file is complete: it has its trailers, its counts are right, and no record is cut
off."""  # Copied from generator/runtime/exams/completeness.py by `make generate`; edit that, not this.

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..core.counting import Tally, counted_as, miscounts
from ..core.errors import JcqError
from ..core.formats import Format
from ..core.kinds.group import Group
from ..core.lines import is_end_of_file_mark
from ..core.places import Place
from ..core.printable import counted
from ..core.records import Record, UnknownRecord
from ..core.structures import Walk, Wrong
from ..core.totals import Totals, fields_with_totals


class Ends(NamedTuple):
    """The last positions that must be present in a record: of its groups and the first field that
    is never blank, and of its counts."""

    content: int
    counts: int


def ends_of(record: type[Record]) -> Ends:
    """The last position of the content and of the counts of a record; 0 if it has none."""
    fields = record.FIELDS.values()
    groups = [field.end for field in fields if isinstance(field.kind, Group)]
    needed = [f.start for f in fields if not f.optional and not f.blank_when and f.kind.SETTABLE]
    return Ends(
        max([*groups, *needed], default=0) if record.PLACE is Place.DATA else 0,
        max((f.end for f in fields if f.counts is not None or f.total is not None), default=0),
    )


def is_cut_off(record: Record) -> bool:
    """Whether a trailer ends before its counts."""
    return len(record.line) < ends_of(type(record)).counts


@dataclass(slots=True)
class Completeness:
    """Determines from the lines of a file, added one by one, whether the file is complete."""

    format: Format
    lines: int = 0
    widest: int = 0
    has_header: bool = False
    _tally: Tally = field(default_factory=Tally)
    _faults: list[str] = field(default_factory=list)
    _trailers_cut_off: list[str] = field(default_factory=list)
    _letter: str = ""
    _has_trailer: bool = False
    _in_centre: bool = False
    _first_short: str = ""
    _short: int = 0
    _small: int = 0
    _walk: Walk | None = None
    _ends: dict[type[Record], Ends] = field(default_factory=dict)
    _least: dict[str, int] = field(default_factory=dict)
    _totals: Totals | None = None

    def __post_init__(self) -> None:
        if fields_with_totals(self.format):
            self._totals = Totals(self.format)

    @property
    def needs_every_line(self) -> bool:
        """Whether all lines must be added, so that none may be counted only."""
        return self._totals is not None

    def add(self, record: Record) -> None:
        """Adds the next line."""
        self.lines += 1
        text = record.line
        if not text.strip(" ") or is_end_of_file_mark(text):
            return
        self._letter = self._letter or text[:1]
        if record.PLACE is Place.UNKNOWN and text[:2].upper() in self.format.records:
            self._small += 1
        if record.PLACE is Place.CENTRE_HEADER:
            self._tally.begin_centre()
        self._tally.count(text[:2], 1)
        self.add_width(len(text))
        ends = self._ends_of(type(record))
        if len(text) < ends.counts:
            self._faults.append(self._cut_off(record))
            self._trailers_cut_off.append(self._faults[-1])
        elif len(text) < ends.content:
            self._first_short = self._first_short or self._cut_off(record)
            self._short += 1
        if record.PLACE is not Place.DATA:
            self._add_envelope(record)
        if self._totals is not None:
            for held in (*self._totals.own(record), *self._totals.add(record)):
                if held.is_wrong:
                    where = f"line {self.lines:,}" if held.record is record else "its header"
                    self._faults.append(f"{where} should say {held.found} as {held.field.name}")

    def add_text(self, text: str) -> None:
        """Adds the next line of text."""
        self.add(self.format.records.get(text[:2], UnknownRecord)(text))

    def add_texts(self, texts: Sequence[str]) -> None:
        """Adds the next lines of text; data records that are long enough are only counted."""
        self.add_width(max(map(len, texts), default=0))
        least = self._least_lengths()
        key, run = "", 0
        for text in texts:
            first_two = text[:2]
            is_whole = len(text) >= least.get(first_two, sys.maxsize)
            if is_whole and first_two == key:
                run += 1
                continue
            self.count(key, run)
            key, run = (first_two, 1) if is_whole else ("", 0)
            if not is_whole:
                self.add_text(text)
        self.count(key, run)

    def add_width(self, width: int) -> None:
        """Adds the length of the longest of the next lines."""
        self.widest = max(self.widest, width)

    def count(self, key: str, number: int) -> None:
        """Adds this number of data records with a key, none of them cut off."""
        self.lines += number
        self._letter = self._letter or key[:1]
        self._tally.count(key, number)

    def lacking(self) -> list[str]:
        """What is missing, each in a few words; empty if the file is complete."""
        if self._small and self._small == self.lines:
            return ["it is in small letters, so no record of it can be read"]
        faults = list(self._faults)
        if self._in_centre and self._needs(Place.CENTRE_TRAILER):
            faults.append("its last centre has no centre trailer")
        faults += (f"{said} at its end" for said in self._lacking_parts(None))
        if not self._has_trailer and self._needs(Place.FILE_TRAILER):
            faults.append("it has no file trailer")
        return faults + self._records_cut_off()

    def cut_off(self) -> list[str]:
        """The lines that are cut off, each in a few words."""
        return self._trailers_cut_off + self._records_cut_off()

    def _records_cut_off(self) -> list[str]:
        # If no line is padded, a short one lacks only blanks.
        if not self._short or not self._is_padded:
            return []
        others = self._short - 1
        more = f" (and {counted(others, 'more line')})" if others else ""
        return [f"{self._first_short}{more}"]

    def _least_lengths(self) -> Mapping[str, int]:
        """The length from which a data record is certainly not cut off, by key."""
        if not self._least and not self.needs_every_line:
            for key, record in self.format.records.items():
                if record.PLACE is Place.DATA:
                    self._least[key] = max(ends_of(record))
        return self._least

    def _ends_of(self, record: type[Record]) -> Ends:
        known = self._ends.get(record)
        if known is None:
            known = self._ends[record] = ends_of(record)
        return known

    def _cut_off(self, record: Record) -> str:
        size = len(record.line)
        return f"line {self.lines:,} is cut off after {size} of {record.length} characters"

    def _add_envelope(self, record: Record) -> None:
        direction = self.format.data_types.get(record.line[:1])
        place = record.PLACE
        ends_block = place in (Place.FILE_HEADER, Place.CENTRE_HEADER, Place.FILE_TRAILER)
        for said in self._lacking_parts(record):
            self._faults.append(f"{said} before line {self.lines:,}")
        if ends_block and self._in_centre and self._needs(Place.CENTRE_TRAILER):
            self._faults.append(f"the centre before line {self.lines:,} has no centre trailer")
        if place not in (Place.HEADER, Place.TRAILER):
            self._in_centre = place is Place.CENTRE_HEADER
        if place is Place.FILE_HEADER:
            self.has_header, self._has_trailer = True, False
        self._has_trailer |= place is Place.FILE_TRAILER
        for _, counts, _, found in miscounts(
            record, self._tally, direction.direction if direction is not None else ""
        ):
            message = f"line {self.lines:,} should say {counted_as(found, counts.what)}"
            self._faults.append(message)

    @property
    def _is_padded(self) -> bool:
        known = self.format.data_types.get(self._letter)
        return known is not None and known.length is not None and self.widest >= known.length

    def _needs(self, place: Place) -> bool:
        """Whether files of the data type, or their parts, must have a record in this place."""
        return self.format.requires(self._letter, place)

    def _lacking_parts(self, record: Record | None) -> Iterator[str]:
        """Missing headers and trailers of parts other than file and centre, before a header or
        trailer or at the end of the file."""
        if self._walk is None:
            rows = [r for r in self.format.structure_of(self._letter) if r.place is not Place.DATA]
            has_others = any(row.place in (Place.HEADER, Place.TRAILER) for row in rows)
            self._walk = Walk(rows if has_others else ())
        row = self._walk.rows.get(record.line[1:2]) if record is not None else None
        found = self._walk.take(row) if row is not None else []
        if record is None and self._walk.rows:
            found = self._walk.finish()
        for one in found:
            other = one.other if one.what is Wrong.MISSING else None
            if other is not None and other.place in (Place.HEADER, Place.TRAILER):
                missing = self.format.records[self._letter + other.record]
                yield f"it has no {missing.TITLE.lower()}"


def lacking_in(texts: Iterable[list[str]], form: Format) -> list[str]:
    """The same for lines of text."""
    completeness = Completeness(form)
    for lines in texts:
        completeness.add_texts(lines)
    return completeness.lacking()


def incomplete(name: str, found: list[str]) -> JcqError:
    """The error that lists what a file lacks."""
    why = "; ".join(found)
    return JcqError(f"{name or 'the file'} is incomplete: {why}. Get it again before you use it")
