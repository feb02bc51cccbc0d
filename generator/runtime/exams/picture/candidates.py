"""What one candidate was awarded, out of all files: results, their units and component marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ...core.needs import needs
from ...core.roles import text_of, text_or_blank
from ..basedata import Basedata
from ..entries import CandidateKey
from ..exam_series import ExamSeries
from ..results import OPTION_CODES, CandidateResult

CERTIFICATION, UNIT = "option.certification_qualification", "option.unit_qualification"
CERTIFICATION_LEVEL, UNIT_LEVEL = "option.certification_level", "option.unit_level"
SYLLABUS, SYLLABUS_TITLE = "option.syllabus_code", "syllabus.title"

needs(
    "units below their qualifications, and statistics",
    ("option",),
    dict.fromkeys((CERTIFICATION, UNIT, CERTIFICATION_LEVEL, UNIT_LEVEL, SYLLABUS), ()),
)
needs("titles of syllabuses", ("syllabus",), {SYLLABUS_TITLE: ()})

PENDING, NO_RESULT, PARTIAL_ABSENCE, UNREAD = (
    "pending",
    "no result",
    "partial absence",
    "cannot be read",
)


class ResultKey(NamedTuple):
    """What identifies a result among all files: the series, the candidate and the option."""

    series: ExamSeries
    candidate: CandidateKey
    code: str


class ComponentMark(NamedTuple):
    """A mark, or other outcome, of one component, as a message in XML has it.

    ``issued`` says whether that is its status.
    """

    awarding_body: str
    component_code: str
    title: str
    value: str
    value_type: str
    status: str
    issued: bool
    file: str


@dataclass(frozen=True, slots=True)
class AwardedResult:
    """A result, with the unit results that belong to it and the marks of its components.

    ``file`` is the file that it was read from; ``basedata`` the set of its series, if any.
    """

    key: ResultKey
    result: CandidateResult
    file: str
    basedata: Basedata | None = None
    units: list[AwardedResult] = field(default_factory=list)
    components: list[ComponentMark] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The option that the result is for; the one entered for, where it says no other."""
        return self.key.code

    @property
    def is_unit(self) -> bool:
        """Whether the option is a unit alone, as far as the basedata says."""
        option = self.result.option
        return (
            option is not None
            and bool(text_of(option, UNIT))
            and not text_of(option, CERTIFICATION)
        )

    @property
    def syllabus(self) -> str:
        """The syllabus of the option; empty where it is not known."""
        option = self.result.option
        return text_or_blank(option, SYLLABUS) if option is not None else ""

    @property
    def syllabus_title(self) -> str:
        """What the syllabus is called; empty where it is not known."""
        known = self.basedata.syllabuses.get(self.syllabus) if self.basedata is not None else None
        return text_or_blank(known, SYLLABUS_TITLE) if known is not None else ""

    @property
    def qualification(self) -> tuple[str, str]:
        """The qualification and the level of the option; empty where they are not known."""
        option = self.result.option
        if option is None:
            return "", ""
        roles = (UNIT, UNIT_LEVEL) if self.is_unit else (CERTIFICATION, CERTIFICATION_LEVEL)
        return text_or_blank(option, roles[0]), text_or_blank(option, roles[1])

    @property
    def component_codes(self) -> frozenset[str]:
        """The components of the option, by the links of the basedata."""
        return frozenset(self.basedata.links.get(self.code, ()) if self.basedata else ())

    @property
    def score(self) -> str:
        """The score, out of its maximum where that is known; empty without one."""
        score, maximum = self.result.score, self.result.maximum_mark
        if score is None:
            return ""
        return str(score) if maximum is None else f"{score}/{maximum}"

    @property
    def grade(self) -> str:
        """The grades as they stand, or spelled out; empty where there is none. Of a special grade,
        `states` says what it means."""
        if self.result.pending or self.result.no_result:
            return " ".join(grade.text for grade in self.result.grades)
        return " ".join(g.meaning or g.text for g in self.result.grades if g.text)

    @property
    def endorsements(self) -> str:
        """The endorsements, likewise."""
        return " ".join(g.meaning or g.text for g in self.result.endorsements if g.text)

    @property
    def states(self) -> list[str]:
        """What else holds of the result, in words."""
        result = self.result
        states = [
            (PENDING, result.pending),
            (NO_RESULT, result.no_result),
            (PARTIAL_ABSENCE, result.partial_absence),
            (UNREAD, bool(result.unread)),
        ]
        return [said for said, holds in states if holds]

    def all(self) -> Iterator[AwardedResult]:
        """It and the units that belong to it."""
        yield self
        yield from self.units


@dataclass(frozen=True, slots=True)
class ResultsOfCandidate:
    """All that the files say of one candidate of a centre.

    ``name`` is personal data; empty where no file has it. ``components`` are marks that belong to
    none of the results. ``notes`` say what is in one file and not in another.
    """

    centre_number: str
    candidate_number: str
    name: str = ""
    results: list[AwardedResult] = field(default_factory=list)
    components: list[ComponentMark] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        key = f"{self.centre_number} {self.candidate_number}"
        return f"ResultsOfCandidate({key}, {len(self.results)} results)"

    def all_results(self) -> Iterator[AwardedResult]:
        """Every result, with units, each once."""
        for result in self.results:
            yield from result.all()


def code_of(result: CandidateResult) -> str:
    """The option by which a result is known."""
    return next(filter(None, (text_or_blank(result.record, role) for role in OPTION_CODES)), "")


def arranged(results: list[AwardedResult]) -> list[AwardedResult]:
    """Results with their units below them: a unit belongs to the result of its syllabus with which
    it has the most components in common, or to the only one of it; else it stands by itself."""
    results = sorted(results, key=lambda r: (r.key.series, r.syllabus, r.code))
    qualifications = [result for result in results if not result.is_unit]
    alone = []
    for unit in results:
        if not unit.is_unit:
            continue
        same = [q for q in qualifications if q.key.series == unit.key.series]
        same = [q for q in same if q.syllabus == unit.syllabus and unit.syllabus]
        shared = [len(q.component_codes & unit.component_codes) for q in same]
        most = max(shared, default=0)
        best = [q for q, number in zip(same, shared, strict=True) if number == most]
        if len(best) == 1:
            best[0].units.append(unit)
        else:
            alone.append(unit)
    return [*qualifications, *alone]
