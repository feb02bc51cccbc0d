"""The timetable of candidates: their sittings, the seats needed, and what clashes."""  # Copied from generator/runtime/exams/planning/timetable.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...core.files import File
from ...core.kinds.code import Code
from ...core.kinds.date import Date
from ...core.kinds.integer import Integer
from ...core.needs import needs
from ...core.records import Record
from ...core.roles import text_or_blank
from ..basedata import Basedata
from ..candidates import Candidate
from ..entries import CandidateKey
from ..exam_series import ExamSeries
from .deadlines import COMPONENT_TITLE
from .standing import Standing, standing_of
from .values import meaning_of, value_or_none

DATE, SESSION, MINUTES = (
    "component.timetable_date",
    "component.session",
    "component.time_allowed",
)
THREE = 3
"""So many sittings in a day are said."""

needs(
    "timetables",
    ("component",),
    {DATE: (Date,), SESSION: (Code,), MINUTES: (Integer,), COMPONENT_TITLE: ()},
)


class Paper(NamedTuple):
    """A component that is sat at a set time. ``session`` is the meaning of the code; both are empty
    if it is not given, and ``minutes`` is None."""

    date: datetime.date
    session_code: str
    session: str
    series: ExamSeries
    component_code: str
    title: str
    minutes: int | None


class Sitting(NamedTuple):
    """A paper that a candidate sits, and the option that it belongs to."""

    paper: Paper
    centre_number: str
    candidate_number: str
    option_entry_code: str

    @property
    def candidate(self) -> CandidateKey:
        """Centre number and candidate number."""
        return self.centre_number, self.candidate_number


class Seats(NamedTuple):
    """The number of candidates of a centre who sit a paper."""

    paper: Paper
    centre_number: str
    candidates: int


class Clash(NamedTuple):
    """Papers of one candidate that are too many for a session or a day, and why."""

    centre_number: str
    candidate_number: str
    why: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """The sittings in order of centre, candidate and time, and the number of candidates left out
    because their records cannot be read reliably."""

    sittings: tuple[Sitting, ...]
    left_out: int = 0

    def seats(self) -> list[Seats]:
        """The seats needed at each centre for each paper, in order of time."""
        found: dict[tuple[Paper, str], set[str]] = {}
        for sitting in self.sittings:
            key = (sitting.paper, sitting.centre_number)
            found.setdefault(key, set()).add(sitting.candidate_number)
        return sorted(
            (Seats(paper, centre, len(who)) for (paper, centre), who in found.items()),
            key=lambda seats: (_order(seats.paper), seats.centre_number),
        )

    def clashes(self, most_minutes: int | None = None) -> list[Clash]:
        """What clashes, by candidate and day: two papers in one session, three in a day, and more
        than ``most_minutes`` in a day, if that is given. Papers of which the session or the time is
        not given are named as such."""
        days: dict[tuple[CandidateKey, datetime.date], list[Paper]] = {}
        for sitting in self.sittings:
            papers = days.setdefault((sitting.candidate, sitting.paper.date), [])
            if sitting.paper not in papers:
                papers.append(sitting.paper)
        return [
            Clash(*candidate, why, tuple(papers))
            for (candidate, _), of_day in days.items()
            for why, papers in _clashes_of(of_day, most_minutes)
        ]


def timetable(
    files: File | Iterable[File],
    basedata: Basedata | Mapping[ExamSeries, Basedata],
    *,
    incomplete: bool = False,
) -> Timetable:
    """The timetable of all candidates in these files: entries with their amendments, of any number
    of centres and awarding bodies.

    Candidates of one centre with one number are one candidate. A component of several options is
    sat once. Components without a date in the basedata are left out. Raises JcqError if the files
    do not fit together, one is incomplete, or there is no basedata of a series.
    """
    sittings: dict[tuple[Paper, CandidateKey], Sitting] = {}
    left_out = 0
    for standing in standing_of(files, basedata, incomplete=incomplete):
        certain = standing.certain
        left_out += len(standing.candidates) - len(certain)
        for sitting in _sittings_of(standing, certain):
            sittings.setdefault((sitting.paper, sitting.candidate), sitting)
    return Timetable(
        tuple(sorted(sittings.values(), key=lambda one: (one.candidate, _order(one.paper)))),
        left_out,
    )


def _sittings_of(standing: Standing, candidates: list[Candidate]) -> Iterator[Sitting]:
    papers: dict[str, Paper | None] = {}
    for candidate in candidates:
        for entry in candidate.entries:
            for code in standing.basedata.links.get(entry.option_entry_code, ()):
                if code not in papers:
                    component = standing.basedata.components.get(code)
                    papers[code] = _paper(component, standing.series, code)
                paper = papers[code]
                if paper is not None:
                    yield Sitting(
                        paper,
                        candidate.centre_number,
                        candidate.candidate_number,
                        entry.option_entry_code,
                    )


def _paper(component: Record | None, series: ExamSeries, code: str) -> Paper | None:
    """The paper of a component; None if it has no date."""
    date = None if component is None else value_or_none(component, DATE)
    if component is None or date is None:
        return None
    title = text_or_blank(component, COMPONENT_TITLE)
    session = text_or_blank(component, SESSION), meaning_of(component, SESSION)
    return Paper(date, *session, series, code, title, value_or_none(component, MINUTES))


def _order(paper: Paper) -> tuple[datetime.date, str, ExamSeries, str]:
    """Papers by time, as far as it is given; codes of sessions are in the order of the day."""
    return paper.date, paper.session_code, paper.series, paper.component_code


def _clashes_of(papers: list[Paper], most_minutes: int | None) -> Iterator[tuple[str, list[Paper]]]:
    """The clashes of a candidate's papers of one day."""
    by_session: dict[str, list[Paper]] = {}
    for paper in papers:
        by_session.setdefault(paper.session, []).append(paper)
    unknown = by_session.pop("", [])
    for session, found in by_session.items():
        if len(found) > 1:
            yield f"{len(found)} papers in one session ({session})", found
    if unknown and len(papers) > 1:
        yield "the basedata does not give the session of each, so they may clash", papers
    if len(papers) >= THREE:
        yield f"{len(papers)} papers in one day", papers
    minutes = sum(paper.minutes or 0 for paper in papers)
    if most_minutes is not None and minutes > most_minutes:
        more = " or more" if any(paper.minutes is None for paper in papers) else ""
        yield f"{minutes} minutes{more} in one day", papers
