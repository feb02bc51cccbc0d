"""Differences as JSON Lines: one object for each difference, the counts last."""  # Copied from generator/runtime/report/diff/json.py by `make generate`; edit that, not this.

from __future__ import annotations

from typing import TextIO

from ...core.printable import json_of
from ...exams.diff.differences import Difference
from .content import DiffReport


class Writer:
    """Writes each difference at once, and keeps none."""

    def __init__(self, report: DiffReport, stream: TextIO, *, width: int = 80) -> None:
        self.report = report
        self.stream = stream

    def write(self, difference: Difference) -> None:
        """Writes a difference; personal data is masked unless requested."""
        self.report.summary.add(difference)
        self.report.found += 1
        show = self.report.show_personal_data
        self.stream.write(json_of(difference.as_dict(show_personal_data=show)) + "\n")

    def finish(self) -> None:
        """Writes the counts."""
        report = self.report
        counts = {
            "old": report.old,
            "new": report.new,
            "differences": report.found,
            **report.summary.as_dict(),
            "bytes": [
                {"old": one.old, "new": one.new, "line": one.line, "position": one.position}
                for one in report.bytes_differ
            ],
            "superseded": report.superseded,
            "left_out": report.left_out,
        }
        self.stream.write(json_of(counts) + "\n")
