"""The order of records: file header; for each centre header, data, trailer; file trailer."""  # Copied from generator/runtime/checking/rules/order.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...core.issues import Fault
from ...core.places import Place
from ...core.records import Record
from ...core.registry import rule
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules, check_every_line
from ..progress import NumberedRecord, Progress


@rule(
    "file.first-header",
    "file.second-header",
    "file.order",
    "file.centre-trailer-missing",
    "file.trailer-missing",
    "file.after-trailer",
    about=ABOUT_FILES,
)
class Order(FileRules):
    """One issue for one cause: what follows from a missing record is not reported again."""

    ON_SPOILT_LINES = True

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.begun = False
        self.in_centre = False
        self.reported_outside = False
        self.reported_after = False

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        if not self.begun and record.place is not Place.FILE_HEADER:
            yield record.fault("file.first-header", "the file must begin with a file header")
            self.begun = self.reported_outside = True
        if record.place is Place.FILE_HEADER:
            yield from self._file_header(record)
        elif self.progress.has_ended:
            if not self.reported_after:
                self.reported_after = True
                yield record.fault("file.after-trailer", "a record after the file trailer")
        elif record.place is Place.CENTRE_HEADER:
            yield from self._centre_header(record)
        elif record.place is Place.CENTRE_TRAILER:
            yield from self._centre_trailer(record)
        elif record.place is Place.FILE_TRAILER:
            yield from self._file_trailer(record)

    def fast_check(self, record: type[Record]) -> Callable[[str], bool] | None:
        return None if self.in_centre and not self.progress.has_ended else check_every_line

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        if not self.begun or self.progress.has_ended:
            yield from self.on_record(record)
        elif not self.reported_outside:
            self.reported_outside = True
            yield record.fault("file.order", "this data record has no centre header before it")

    def finish(self) -> Iterator[Fault]:
        if not self.progress.has_ended:
            cut_off = self.progress.cut_off
            where = f" and breaks off within line {cut_off:,}" if cut_off else ""
            yield Fault("file.trailer-missing", f"the file ends without a file trailer{where}")

    def _file_header(self, record: NumberedRecord) -> Iterator[Fault]:
        if self.begun:
            where = "after the file trailer" if self.progress.has_ended else "in the file"
            yield record.fault("file.second-header", f"a second file header {where}")
        self.begun = True
        if self.progress.has_ended:
            # Two files put together: the second is checked as a file of its own.
            self.in_centre = False
            self.reported_outside = self.reported_after = False

    def _centre_header(self, record: NumberedRecord) -> Iterator[Fault]:
        if self.in_centre:
            message = "the centre before this one has no centre trailer"
            yield record.fault("file.centre-trailer-missing", message)
        self.in_centre = True
        self.reported_outside = False

    def _centre_trailer(self, record: NumberedRecord) -> Iterator[Fault]:
        if not self.in_centre and not self.reported_outside:
            yield record.fault("file.order", "a centre trailer without a centre header")
        self.in_centre = self.reported_outside = False

    def _file_trailer(self, record: NumberedRecord) -> Iterator[Fault]:
        if self.in_centre:
            message = "the last centre has no centre trailer"
            yield record.fault("file.centre-trailer-missing", message)
        self.in_centre = False
