"""The results of one candidate from all files, with their units and component marks."""

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
    """The key of a result among all files: series, candidate and option."""

    series: ExamSeries
    candidate: CandidateKey
    code: str


class ComponentMark(NamedTuple):
    """A mark, or other outcome, of one component, from an XML message.

    ``issued`` says whether its status is issued.
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
    """A result, with its unit results and component marks.

    ``file`` is the file from which it was read; ``basedata`` is the set of its series, if any.
    """

    key: ResultKey
    result: CandidateResult
    file: str
    basedata: Basedata | None = None
    units: list[AwardedResult] = field(default_factory=list)
    components: list[ComponentMark] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The option of the result, or else the one entered for."""
        return self.key.code

    @property
    def is_unit(self) -> bool:
        """Whether the option is only a unit, according to the basedata."""
        option = self.result.option
        return (
            option is not None
            and bool(text_of(option, UNIT))
            and not text_of(option, CERTIFICATION)
        )

    @property
    def syllabus(self) -> str:
        """The syllabus of the option; empty if not known."""
        option = self.result.option
        return text_or_blank(option, SYLLABUS) if option is not None else ""

    @property
    def syllabus_title(self) -> str:
        """The title of the syllabus; empty if not known."""
        known = self.basedata.syllabuses.get(self.syllabus) if self.basedata is not None else None
        return text_or_blank(known, SYLLABUS_TITLE) if known is not None else ""

    @property
    def qualification(self) -> tuple[str, str]:
        """The qualification and the level of the option; empty if not known."""
        option = self.result.option
        if option is None:
            return "", ""
        roles = (UNIT, UNIT_LEVEL) if self.is_unit else (CERTIFICATION, CERTIFICATION_LEVEL)
        return text_or_blank(option, roles[0]), text_or_blank(option, roles[1])

    @property
    def component_codes(self) -> frozenset[str]:
        """The components of the option, according to the links of the basedata."""
        return frozenset(self.basedata.links.get(self.code, ()) if self.basedata else ())

    @property
    def score(self) -> str:
        """The score, with its maximum if known; empty if there is none."""
        score, maximum = self.result.score, self.result.maximum_mark
        if score is None:
            return ""
        return str(score) if maximum is None else f"{score}/{maximum}"

    @property
    def grade(self) -> str:
        """The grades as in the file, or spelled out; empty if there are none. `states` gives the
        meaning of a special grade."""
        if self.result.pending or self.result.no_result:
            return " ".join(grade.text for grade in self.result.grades)
        return " ".join(g.meaning or g.text for g in self.result.grades if g.text)

    @property
    def endorsements(self) -> str:
        """The endorsements, likewise."""
        return " ".join(g.meaning or g.text for g in self.result.endorsements if g.text)

    @property
    def states(self) -> list[str]:
        """Further facts about the result, in words."""
        result = self.result
        states = [
            (PENDING, result.pending),
            (NO_RESULT, result.no_result),
            (PARTIAL_ABSENCE, result.partial_absence),
            (UNREAD, bool(result.unread)),
        ]
        return [said for said, holds in states if holds]

    def all(self) -> Iterator[AwardedResult]:
        """The result itself and its units."""
        yield self
        yield from self.units


@dataclass(frozen=True, slots=True)
class ResultsOfCandidate:
    """Everything in the files about one candidate of a centre.

    ``name`` is personal data; empty if no file has it. ``components`` are marks that belong to none
    of the results. ``notes`` are differences between files.
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
        """All results, including units, each once."""
        for result in self.results:
            yield from result.all()


def code_of(result: CandidateResult) -> str:
    """The option that identifies a result."""
    return next(filter(None, (text_or_blank(result.record, role) for role in OPTION_CODES)), "")


def arranged(results: list[AwardedResult]) -> list[AwardedResult]:
    """Results with their units below them. A unit belongs to the result of its syllabus with which
    it shares the most components, or to the only one; otherwise it is listed on its own."""
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
