"""The order of records, by the structure of the file."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import Fault
from ...core.places import Place
from ...core.records import Record
from ...core.registry import rule
from ...core.structures import OutOfOrder, StructureRow, Walk, Wrong, is_plain
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules, Suspects, check_every_line
from ..progress import NumberedRecord, Progress

TRAILER_MISSING = "file.centre-trailer-missing"


@rule(
    "file.first-header",
    "file.second-header",
    "file.order",
    TRAILER_MISSING,
    "file.trailer-missing",
    "file.after-trailer",
    about=ABOUT_FILES,
)
class Order(FileRules):
    """Reports one issue for each cause: faults that follow from a missing record are not
    reported."""

    ON_SPOILT_LINES = True

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.begun = False
        self.reported_after = False
        self.reported: set[tuple[Wrong, str]] = set()
        self.letter = ""
        self.rows: tuple[StructureRow, ...] = ()
        self.walk = Walk(())
        self.is_plain = True

    def _begin(self, letter: str) -> None:
        """Begins a file of a data type: the first, or one that is appended to it."""
        structures = self.progress.format.structures
        self.letter = letter
        self.rows = self.progress.format.structure_of(letter) or structures[0].rows
        self.walk = Walk(self.rows)
        self.is_plain = is_plain(self.rows)
        self.reported_after = False

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        is_header = record.place is Place.FILE_HEADER
        is_first = not self.begun
        if is_first or (is_header and self.progress.has_ended):
            self._begin(self.progress.letter or record.record.line[:1].upper())
        if is_first and not is_header:
            yield record.fault(
                "file.first-header", "the file header is missing: a file must begin with one"
            )
        if is_header:
            if self.begun:
                where = "after the file trailer" if self.progress.has_ended else "in the file"
                yield record.fault("file.second-header", f"there is a second file header {where}")
            if is_first or self.progress.has_ended:
                self.walk.take(self.rows[0])
        elif self.progress.has_ended:
            if not self.reported_after:
                self.reported_after = True
                yield record.fault("file.after-trailer", "there is a record after the file trailer")
        else:
            if record.place is not Place.DATA:
                self.reported = set()
            found = list(self._faults(record))
            # Other missing headers follow from the missing file header.
            yield from found if not is_first else ()
        self.begun = True

    def fast_check(self, record: type[Record]) -> Suspects | None:
        if not self.begun or self.progress.has_ended or not self.is_plain:
            return check_every_line
        row = self._row(Place.DATA, record.KEY[-1])
        return None if row is None or self.walk.is_open(row.under) else check_every_line

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        if not self.begun or self.progress.has_ended:
            yield from self.on_record(record)
        else:
            yield from self._faults(record)

    def finish(self) -> Iterator[Fault]:
        cut_off = self.progress.cut_off
        if not self.progress.has_ended:
            message = "the file trailer is missing"
            if cut_off:
                message = f"the file is cut off within line {cut_off:,}, so {message}"
            yield Fault("file.trailer-missing", message)
        elif self.progress.needs_no_trailer:
            for one in self.walk.finish():
                yield Fault(_rule(one), self._said(one, None))

    def _faults(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.place is Place.DATA and record.record.line[:1].upper() != self.letter:
            # A record of another data type, which is reported as such, is in no order.
            return
        row = self._row(record.place, record.record.line[1:2].upper())
        for one in self.walk.take(row) if row is not None else ():
            said = one.what, row.record if row is not None else ""
            if record.place is not Place.DATA or said not in self.reported:
                self.reported.add(said)
                yield record.fault(_rule(one), self._said(one, record.place))

    def _row(self, place: Place, record_type: str) -> StructureRow | None:
        """The row of a record: by its place, or by its record type if several have that place."""
        rows = [row for row in self.rows if row.place is place]
        own = (row for row in rows if row.record == record_type)
        return next(own, rows[0] if rows else None)

    def _said(self, one: OutOfOrder, place: Place | None) -> str:
        """The message; ``place`` is that of the record, None at the end of the file."""
        row, other, within = (
            self._named(r) if r is not None else "" for r in (one.row, one.other, one.within)
        )
        if one.what is Wrong.NO_PARENT:
            if place is Place.CENTRE_TRAILER:
                return f"there is no {other} before this {row}"
            return f"there is no {other} before this {row}"
        if one.what is Wrong.TOO_LATE:
            return f"this {row} must be before the {other}"
        if one.what is Wrong.SECOND:
            return f"there is a second {row}{f' for this {within}' if within else ''}"
        if _rule(one) == TRAILER_MISSING:
            which = "centre before this one" if place is Place.CENTRE_HEADER else "last centre"
            return f"the {which} has no {other}"
        if place is None:
            return f"the last {within} has no {other}" if within else f"the file has no {other}"
        return f"the {within or 'file'} before this {row} has no {other}"

    def _named(self, row: StructureRow) -> str:
        """The name in messages of a record of a row."""
        if row.place not in (Place.DATA, Place.HEADER, Place.TRAILER):
            return row.place.in_words
        if row is next((r for r in self.rows if r.place is Place.DATA), None):
            return "data record"
        record = self.progress.format.records.get(self.letter + row.record)
        return record.TITLE.lower() if record is not None else row.place.in_words


def _rule(one: OutOfOrder) -> str:
    """The rule that is broken."""
    is_trailer = one.other is not None and one.other.place is Place.CENTRE_TRAILER
    return TRAILER_MISSING if one.what is Wrong.MISSING and is_trailer else "file.order"
