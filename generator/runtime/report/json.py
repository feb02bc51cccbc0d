"""Issues as JSON Lines: one object for each issue, the counts last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TextIO

from ..core.issues import Issue, Severity
from ..core.printable import json_of
from .summary import Report


class Writer:
    """Writes each issue at once; ``text`` is masked unless personal data is requested."""

    def __init__(
        self, report: Report, stream: TextIO, *, width: int = 80, quiet: bool = False
    ) -> None:
        self.report = report
        self.stream = stream

    def write(self, issues: Iterable[Issue], clear: Callable[[], None]) -> None:
        """Writes the issues of one file."""
        for issue in issues:
            self._line(issue.as_dict(show_personal_data=self.report.show_personal_data))

    def finish(self, left_out: list[str], unreadable: int) -> None:
        """Writes the counts."""
        report, found = self.report, self.report.severities
        self._line(
            {
                "files": len(report.read),
                "lines": sum(count.lines for count in report.read),
                "issues": {s.value: found[s] for s in Severity if s in found},
                "rules": dict(sorted(report.rules.items())),
                "basedata": [
                    {**series._asdict(), "issue": issue}
                    for series, issue in sorted(report.basedata_used.items())
                ],
                "not_used_as_basedata": report.passed_over,
                "not_shown": report.left_out,
                "names_of_no_known_form": left_out,
                "unreadable": unreadable,
            }
        )

    def _line(self, data: dict[str, Any]) -> None:
        self.stream.write(json_of(data) + "\n")
