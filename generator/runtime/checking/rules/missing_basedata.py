"""Whether there is complete basedata for a centre's file."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import Fault
from ...core.listing import listed
from ...core.registry import rule
from ..file_rules import ABOUT_FILES, FileRules

INCOMPLETE = "cross.basedata-incomplete"


@rule("cross.no-basedata", "cross.other-series", INCOMPLETE, about=ABOUT_FILES)
class MissingBasedata(FileRules):
    """If basedata is given, that of the file's own series must be there, and complete."""

    def finish(self) -> Iterator[Fault]:
        header = self.progress.header
        if header is None and self.progress.cut_off:
            # The basedata for the file's series is missing.
            return
        for fault in self._faults():
            yield header.located(fault) if header is not None else fault

    def _faults(self) -> Iterator[Fault]:
        basedata, missing = self.context.basedata, self.context.no_basedata
        if missing is not None:
            yield missing
        if basedata is not None and basedata.incomplete:
            yield Fault(INCOMPLETE, f"the basedata is incomplete: {listed(basedata.incomplete)}")
