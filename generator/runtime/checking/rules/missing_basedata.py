"""Whether there is basedata for a centre's file, and all of it."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import Fault
from ...core.listing import listed
from ...core.registry import rule
from ..file_rules import ABOUT_FILES, FileRules

INCOMPLETE = "cross.basedata-incomplete"


@rule("cross.no-basedata", "cross.other-series", INCOMPLETE, about=ABOUT_FILES)
class MissingBasedata(FileRules):
    """A file that is checked against basedata has some of its own series, and all of it."""

    def finish(self) -> Iterator[Fault]:
        header = self.progress.header
        if header is None and self.progress.cut_off:
            # What the file is for is not there.
            return
        for fault in self._faults():
            yield header.located(fault) if header is not None else fault

    def _faults(self) -> Iterator[Fault]:
        basedata, missing = self.context.basedata, self.context.no_basedata
        if missing is not None:
            yield missing
        if basedata is not None and basedata.incomplete:
            yield Fault(INCOMPLETE, f"the basedata is incomplete: {listed(basedata.incomplete)}")
