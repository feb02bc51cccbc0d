"""Statistics of results: counts of grades, cumulative percentages, mean scores."""  # Copied from generator/runtime/exams/picture/statistics.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from ...core.kinds.code import Code
from ...core.records import Record
from ...core.roles import by_role, text_or_blank
from ..basedata import established_grades
from ..results import GRADES, CandidateResult
from .candidates import CERTIFICATION, UNIT, AwardedResult

(FIRST_GRADE, GRADESET), *_ = GRADES.items()


class Grouping(StrEnum):
    """The criterion by which results are grouped."""

    QUALIFICATION = "qualification"
    SYLLABUS = "syllabus"
    OPTION = "option"


class Group(NamedTuple):
    """The results that are counted together: criterion, its value, and gradeset; units are
    separate.

    ``code`` is that of an option or syllabus, or qualification and level.
    """

    by: Grouping
    awarding_body: str
    code: str
    gradeset: str = ""
    units: bool = False


class GradeCount(NamedTuple):
    """The number of results with a grade, and with it or a higher one, also as a percentage of all
    issued results. ``cumulative`` is None if the order is not established."""

    grade: str
    number: int
    percent: float
    cumulative: float | None


@dataclass(slots=True)
class Statistics:
    """The results of a group. ``order`` are the grades of the gradeset, highest first, if
    established (grade D)."""

    group: Group
    title: str = ""
    order: tuple[str, ...] = ()
    entries: int = 0
    pending: int = 0
    no_result: int = 0
    partial_absence: int = 0
    maxima: set[int | None] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    scores: int = 0
    scored: int = 0

    @property
    def graded(self) -> int:
        """The number of results issued with a grade: the basis of percentages."""
        return sum(self.counts.values())

    @property
    def mean_score(self) -> float | None:
        """The mean of the scores; None if there are none, or their maxima differ."""
        return self.scores / self.scored if self.scored and len(self.maxima) == 1 else None

    @property
    def maximum_mark(self) -> int | None:
        """The maximum of all scores; None if it is not known, or not the same for all."""
        return next(iter(self.maxima)) if len(self.maxima) == 1 else None

    @property
    def is_ordered(self) -> bool:
        """Whether the order of all grades is established."""
        return bool(self.order) and all(grade in self.order for grade in self.counts)

    def grades(self) -> list[GradeCount]:
        """The grades with their counts: all grades of the gradeset in order, if established;
        otherwise those that were awarded."""
        ordered = self.is_ordered
        grades = self.order if ordered else tuple(sorted(self.counts))
        found, so_far = [], 0
        for grade in grades:
            count = self.counts[grade]
            so_far += count
            cumulative = self._percent(so_far) if ordered else None
            found.append(GradeCount(grade, count, self._percent(count), cumulative))
        return found

    def _percent(self, number: int) -> float:
        return 100 * number / self.graded if self.graded else 0.0

    def add(self, about: CandidateResult, pending: bool, no_result: bool) -> None:
        """Counts a result, given whether a grade is still to come, and whether there is none."""
        self.entries += 1
        self.pending += pending
        self.no_result += no_result
        self.partial_absence += about.partial_absence
        if pending or no_result:
            return
        if about.score is not None:
            self.scores += about.score
            self.scored += 1
            self.maxima.add(about.maximum_mark)
        if about.grades and about.grades[0].text:
            self.counts[about.grades[0].text] += 1


def statistics_of(results: Iterable[AwardedResult]) -> list[Statistics]:
    """Statistics by qualification, then by syllabus, then by option. Grades of different gradesets,
    and units, are never counted together."""
    found: dict[Group, Statistics] = {}
    for result in results:
        about = result.result
        pending, no_result = about.pending, about.no_result
        for group, title in _groups(result):
            if group not in found:
                option = about.option
                order = established_grades(option, GRADESET) if option is not None else ()
                found[group] = Statistics(group, title, order)
            found[group].add(about, pending, no_result)
    rank = list(Grouping)
    return sorted(
        found.values(),
        key=lambda one: (rank.index(one.group.by), one.group.units, one.group[1:]),
    )


def _groups(result: AwardedResult) -> Iterable[tuple[Group, str]]:
    body, option = result.key.series.awarding_body, result.result.option
    gradeset = text_or_blank(option, GRADESET) if option is not None else ""
    units = result.is_unit
    qualification, level = result.qualification
    if qualification:
        code = f"{qualification} {level}".strip()
        role = UNIT if units else CERTIFICATION
        named = filter(None, (_meaning(option, role), _meaning(option, GRADESET)))
        yield Group(Grouping.QUALIFICATION, "", code, gradeset, units), ": ".join(named)
    if result.syllabus:
        group = Group(Grouping.SYLLABUS, body, result.syllabus, gradeset, units)
        yield group, result.syllabus_title
    yield Group(Grouping.OPTION, body, result.code, gradeset, units), result.result.title


def _meaning(option: Record | None, role: str) -> str:
    """The meaning of the option's code with this role."""
    found = by_role(option, role) if option is not None else None
    if found is None or not isinstance(found[0].kind, Code):
        return ""
    return found[0].kind.codes.meaning(found[1].text(found[0].name).rstrip(" ")) or ""
