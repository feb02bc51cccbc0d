"""Whether there is basedata for a centre's file."""  # Copied from generator/runtime/checking/rules/missing_basedata.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import Fault
from ...core.registry import rule
from ..file_rules import ABOUT_FILES, FileRules


@rule("cross.no-basedata", "cross.other-series", about=ABOUT_FILES)
class MissingBasedata(FileRules):
    """A file that is checked against basedata has some of its own series."""

    def finish(self) -> Iterator[Fault]:
        fault, header = self.context.no_basedata, self.progress.header
        if fault is not None:
            yield header.located(fault) if header is not None else fault
