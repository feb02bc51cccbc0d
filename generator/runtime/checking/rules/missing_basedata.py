"""Whether there is basedata for a centre's file."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import Fault
from ...core.registry import rule
from ..file_rules import ABOUT_FILES, FileRules


@rule("cross.no-basedata", "cross.other-series", about=ABOUT_FILES)
class MissingBasedata(FileRules):
    """A file that is checked against basedata has some of its own series."""

    def finish(self) -> Iterator[Fault]:
        header = self.progress.header
        series, other_series = self.context.no_basedata_for, self.context.other_series
        if other_series:
            fault = Fault("cross.other-series", other_series)
        elif series:
            fault = Fault("cross.no-basedata", f"there is no basedata for {series}")
        else:
            return
        yield header.located(fault) if header is not None else fault
