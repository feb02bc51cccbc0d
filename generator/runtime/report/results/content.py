"""The content shared by all forms of a report on results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ...core.listing import listed
from ...core.printable import counted
from ...core.sources import note_of_left_out
from ...exams.picture.candidates import AwardedResult, ComponentMark, ResultsOfCandidate
from ...exams.picture.gathering import ResultsPicture
from ...exams.picture.statistics import Group, Grouping, Statistics

MASK = "*"

MOST_CENTRES = 3
"""The most centres that are named."""

HEADINGS = {
    Grouping.QUALIFICATION: "By qualification",
    Grouping.SYLLABUS: "By syllabus",
    Grouping.OPTION: "By option",
}


@dataclass(slots=True)
class ResultsReport:
    """The content of a report: this year's results, and last year's for comparison."""

    picture: ResultsPicture
    against: ResultsPicture | None = None
    show_personal_data: bool = False
    left_out: list[str] = field(default_factory=list)
    statistics: list[Statistics] = field(init=False)
    before: Mapping[Group, Statistics] = field(init=False)

    def __post_init__(self) -> None:
        self.statistics = self.picture.statistics()
        earlier = self.against.statistics() if self.against is not None else []
        self.before = {one.group: one for one in earlier}

    @property
    def about(self) -> list[str]:
        """The centres and series of the results, in words."""
        results = self.picture.all_results()
        centres = sorted({one.key.candidate[0] for one in results})
        said = listed(centres) if len(centres) <= MOST_CENTRES else counted(len(centres), "centre")
        heads = ["Centre", "Centres"][len(centres) > 1] if len(centres) <= MOST_CENTRES else ""
        series = sorted({one.key.series for one in results})
        return [f"{heads} {said}".strip(), *(_capital(str(one)) for one in series if any(one))]

    @property
    def summary(self) -> list[str]:
        """The numbers that a head teacher asks for, in sentences."""
        results = self.picture.all_results()
        with_results = sum(bool(one.results) for one in self.picture.candidates)
        units = sum(one.is_unit for one in results)
        said = [
            f"{counted(with_results, 'candidate')} with {counted(len(results) - units, 'result')}"
            + (f" and {counted(units, 'unit result')}" if units else "")
            + "."
        ]
        for number, what in (
            (sum(one.result.pending for one in results), "pending"),
            (sum(one.result.no_result for one in results), "without a result: absent or withheld"),
            (sum(one.result.partial_absence for one in results), "with partial absence"),
            (sum(bool(one.result.unread) for one in results), "that cannot be read"),
        ):
            if number:
                said.append(f"{counted(number, 'result')} {what}.")
        return said

    @property
    def notes(self) -> list[str]:
        """Notes on the files, in sentences."""
        notes = [f"{note}." for note in self.picture.notes]
        if self.left_out:
            notes.append(f"{note_of_left_out(self.left_out)}.")
        if not self.show_personal_data and any(one.name for one in self.picture.candidates):
            notes.append("Names are masked with *.")
        return notes

    def name(self, one: ResultsOfCandidate) -> str:
        """The name of a candidate for printing."""
        shown = one.name.replace(":", ", ").rstrip(", ")
        return shown if self.show_personal_data else "".join(c if c == " " else MASK for c in shown)

    def of(self, by: Grouping) -> list[Statistics]:
        """The statistics for one grouping."""
        return [one for one in self.statistics if one.group.by is by]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def rows_of(one: ResultsOfCandidate) -> Iterator[tuple[int, AwardedResult | ComponentMark]]:
    """A candidate's results, units and component marks in order, each with its depth."""
    for result in one.results:
        yield 0, result
        yield from ((1, mark) for mark in result.components)
        for unit in result.units:
            yield 1, unit
            yield from ((2, mark) for mark in unit.components)
    yield from ((0, mark) for mark in one.components)


class ReportRow(NamedTuple):
    """A row: code, title, grade, score or mark, and further facts."""

    code: str
    title: str
    grade: str
    score: str
    remarks: str


def report_row(about: AwardedResult | ComponentMark) -> ReportRow:
    """The row for a result, a unit or a component mark."""
    if isinstance(about, ComponentMark):
        status = "" if about.issued else about.status
        return ReportRow(about.component_code, about.title, "", about.value, status)
    endorsed = f"endorsed {about.endorsements}" if about.endorsements else ""
    remarks = ", ".join(filter(None, (endorsed, *about.states)))
    return ReportRow(about.code, about.result.title, about.grade, about.score, remarks)


def heading(one: Statistics) -> str:
    """The heading of a group."""
    units = " units" if one.group.units and one.group.by is not Grouping.OPTION else ""
    return f"{one.group.code}{units}  {one.title}".rstrip()


def totals(one: Statistics) -> str:
    """The numbers of a group in one line."""
    said = [counted(one.entries, "result")]
    for number, what in (
        (one.pending, "pending"),
        (one.no_result, "no result"),
        (one.partial_absence, "partial absence"),
    ):
        if number:
            said.append(f"{number:,} {what}")
    if one.mean_score is not None:
        maximum = f" of {one.maximum_mark}" if one.maximum_mark is not None else ""
        said.append(f"mean score {one.mean_score:.1f}{maximum}")
    return ", ".join(said)
