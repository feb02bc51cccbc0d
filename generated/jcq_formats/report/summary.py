"""The findings of a check: counts, and issues up to a limit."""  # Copied from generator/runtime/report/summary.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..core.issues import WEAK_GRADES, Issue, Rule, Severity
from ..core.printable import counted
from ..exams.exam_series import ExamSeries

KEPT_OF_A_RULE = 1_000
"""The most issues of a rule that are shown for one file; further ones are counted."""

PASSED_OVER_SHOWN = 5
"""The most files not used as basedata that are named."""

KEPT_IN_ALL = 50_000
"""The most issues that a report of many files shows."""


@dataclass(slots=True)
class FileCount:
    """A checked file, and its number of issues of each severity."""

    name: str
    lines: int = 0
    readable: bool = True
    severities: Counter[Severity] = field(default_factory=Counter)


@dataclass(slots=True)
class Report:
    """Counts by file, by rule and by severity, whatever the number of issues."""

    show_personal_data: bool = False
    files: dict[str, FileCount] = field(default_factory=dict)
    rules: Counter[str] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)
    unreadable: list[str] = field(default_factory=list)
    basedata_used: Mapping[ExamSeries, str] = field(default_factory=dict)
    passed_over: list[str] = field(default_factory=list)
    has_centre_files: bool = False
    left_out: int = 0

    def of_file(self, name: str, issues: Iterable[Issue]) -> Iterator[Issue]:
        """The issues of a file that are shown, in order of its lines; all are counted."""
        kept: list[Issue] = []
        of_rules: Counter[str] = Counter()
        for issue in issues:
            self.rules[issue.rule] += 1
            self.severities[issue.severity] += 1
            self._file(issue.file or name).severities[issue.severity] += 1
            of_rules[issue.rule] += 1
            if of_rules[issue.rule] <= KEPT_OF_A_RULE:
                kept.append(issue)
            else:
                self.left_out += 1
        kept.sort(key=lambda issue: (issue.file, issue.line_number, issue.start))
        for issue in kept:
            yield issue if self.show_personal_data else issue.masked()

    def end_of_file(self, name: str, lines: int, *, readable: bool) -> None:
        """Ends a file that was read, or could not be; issues between files have no name."""
        if name:
            count = self._file(name)
            count.lines, count.readable = lines, readable

    def _file(self, name: str) -> FileCount:
        return self.files.setdefault(name, FileCount(name))

    @property
    def read(self) -> list[FileCount]:
        """The files that could be read."""
        return [count for count in self.files.values() if count.readable]

    @property
    def basedata_lines(self) -> list[str]:
        """The issues of the basedata that files were checked against, one for each series; missing
        basedata; and unused files given as basedata."""
        used = [f"checked against {self.basedata_used[s]}: {s}" for s in sorted(self.basedata_used)]
        if not used and self.has_centre_files:
            used = [
                "no basedata was used, so series, options and grades were not checked (--basedata"
                " gives it)"
            ]
        more = len(self.passed_over) - PASSED_OVER_SHOWN
        others = [f"not used as basedata: {why}" for why in self.passed_over[:PASSED_OVER_SHOWN]]
        return used + others + ([f"and {counted(more, 'more file')}"] if more > 0 else [])

    @property
    def summary(self) -> str:
        """The summary in one line."""
        lines = sum(count.lines for count in self.read)
        both = (Severity.ERROR, Severity.WARNING)
        counts = ", ".join(counted(self.severities[severity], severity) for severity in both)
        if self.severities[Severity.INFORMATION]:
            counts += f", {self.severities[Severity.INFORMATION]:,} for information"
        return f"{counted(len(self.read), 'file')}, {counted(lines, 'line')}: {counts}"


def what_to_do(rule: Rule) -> str:
    """The advice of a rule, with a caution if it rests on a weak fact."""
    doubt = (
        f" This rule is not confirmed (evidence: {rule.grade}), so it may be wrong."
        if rule.grade in WEAK_GRADES
        else ""
    )
    return f"{rule.do}{doubt}"
