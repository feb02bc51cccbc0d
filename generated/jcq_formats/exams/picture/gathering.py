"""Combines results files, XML component results, entries and basedata."""  # Copied from generator/runtime/exams/picture/gathering.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...core.errors import JcqError
from ...core.files import File
from ...core.masking import is_sound
from ...core.messages.reading import scanned
from ...core.needs import needs
from ...core.other_versions import read_with_own_layout
from ...core.roles import text_or_blank
from ...core.sources import Source
from ..basedata import Basedata, refuse_other_basedata
from ..basedata_sets import is_basedata, sets_by_series
from ..candidates import candidates
from ..certainty import refuse_uncertain
from ..component_results import Learners, results_among
from ..embargo import refuse_restricted
from ..entries import CandidateKey
from ..exam_series import ExamSeries, exam_series_of
from ..given_files import Given, looked_at, sources_given
from ..results import RESULT, is_unread, results
from ..sequences import SENT_AFTER, SENT_FIRST
from .candidates import (
    AwardedResult,
    ComponentMark,
    ResultKey,
    ResultsOfCandidate,
    arranged,
    code_of,
)
from .statistics import Statistics, statistics_of

needs("titles of components", ("component",), {"component.title": ()})

NAMED = 5
"""The most candidates or codes that a note names."""


@dataclass(frozen=True, slots=True)
class ResultsPicture:
    """The results of all files together, candidate by candidate, and notes about the files.

    ``files`` are the names of the files that were read.
    """

    candidates: list[ResultsOfCandidate]
    notes: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"ResultsPicture({len(self.candidates):,} candidates)"

    def all_results(self) -> list[AwardedResult]:
        """All results of all candidates, including units, each once."""
        return [result for one in self.candidates for result in one.all_results()]

    def statistics(self) -> list[Statistics]:
        """Grades and scores by qualification, by syllabus and by option."""
        return statistics_of(self.all_results())


def read_results(
    *paths: Any,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    version: str | None = None,
    incomplete: bool = False,
    embargo_until: datetime.datetime | None = None,
) -> ResultsPicture:
    """Combines the results in these files, folders and zips; files already read are accepted too.

    Takes results files, XML component results, entries and amendments (for names, and to find
    entries without a result), and basedata. If several files have a result, the one with the
    highest sequence number counts. ``basedata`` is as from `read_basedata`. Before the local time
    ``embargo_until``, files of results are refused; this prevents accidents and is not a security
    measure.

    Raises JcqError for such files, if no file has results, or if a file is incomplete or cannot be
    read reliably, unless ``incomplete`` accepts it as it is; FormatError and OSError as `read`
    does.
    """
    sources = [found for path in paths for found in sources_given(path, "paths")]
    versions = [(source, version or its_own) for source, its_own in sources]
    refuse_restricted(versions, embargo_until)
    return picture_of(versions, basedata, incomplete=incomplete)


def picture_of(
    sources: Iterable[tuple[Source, str | None]],
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    *,
    incomplete: bool = False,
) -> ResultsPicture:
    """The same for sources, each with the version to read it by. Raises likewise."""
    refuse_other_basedata(basedata)
    given = [looked_at(source, version) for source, version in sources]
    given.sort(key=lambda one: (one.kind.series, one.order, one.name))
    gathering = _Gathering(basedata, incomplete)
    files = [
        read_with_own_layout(one.source, one.version) for one in given if one.message_format is None
    ]
    gathering.add_basedata(files)
    for one, file in zip([g for g in given if g.message_format is None], files, strict=True):
        gathering.add_file(one, file)
    if not gathering.results:
        raise JcqError(f"results are needed, but these files have none: {_held(given)}")
    for one in given:
        if one.message_format is not None:
            gathering.add_message(one)
    return gathering.picture([one.name for one in given])


@dataclass(frozen=True, slots=True)
class _Entered:
    """The options that candidates are entered for, by candidate and series, and the series and
    centres of which there are results, and entries."""

    by_candidate: Mapping[CandidateKey, Mapping[ExamSeries, tuple[str, ...]]]
    with_results: set[tuple[ExamSeries, str]]
    with_entries: set[tuple[ExamSeries, str]]


@dataclass(slots=True)
class _Gathering:
    """What was read so far."""

    basedata: Basedata | Mapping[ExamSeries, Basedata] | None
    incomplete: bool
    results: dict[ResultKey, AwardedResult] = field(default_factory=dict)
    marks: dict[tuple[CandidateKey, str, str, str], ComponentMark] = field(default_factory=dict)
    names: dict[CandidateKey, str] = field(default_factory=dict)
    entered: dict[CandidateKey, dict[ExamSeries, tuple[str, ...]]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    superseded: list[ResultKey] = field(default_factory=list)
    unsound: int = 0

    def add_basedata(self, files: list[File]) -> None:
        """Adds basedata found among the files to that given as an argument."""
        for file in files if not self.incomplete else ():
            if is_basedata(file):
                refuse_uncertain(file)
        found = sets_by_series((exam_series_of(file), file) for file in files)
        if found and not isinstance(self.basedata, Basedata):
            self.basedata = {**found, **(self.basedata or {})}

    def basedata_of(self, series: ExamSeries) -> Basedata | None:
        """The set of a series."""
        if isinstance(self.basedata, Mapping):
            return self.basedata.get(series)
        return self.basedata

    def add_file(self, given: Given, file: File) -> None:
        """Adds results, or entries; other files are ignored, and named."""
        roles = {record.ROLE for record in file.records}
        if RESULT in roles:
            self._add_results(given, file)
        elif roles & {SENT_FIRST, SENT_AFTER}:
            for candidate in candidates(file, incomplete=self.incomplete):
                if not all(map(is_sound, candidate.records)):
                    self.unsound += 1
                    continue
                if candidate.candidate_name:
                    self.names[candidate.key] = candidate.candidate_name
                of_candidate = self.entered.setdefault(candidate.key, {})
                of_candidate[given.kind.series] = candidate.option_entry_codes
        elif not is_basedata(file):
            if not self.incomplete:
                refuse_uncertain(file)
            self.notes.append(f"{given.name}: neither results nor entries, not used")

    def _add_results(self, given: Given, file: File) -> None:
        found = self.basedata_of(given.kind.series)
        options = found.options if found is not None else None
        for result in results(file, options=options, incomplete=self.incomplete):
            if not (is_sound(result.record) or is_unread(result.record)):
                self.unsound += 1
                continue
            who = result.centre_number, result.candidate_number
            key = ResultKey(given.kind.series, who, code_of(result))
            if key in self.results and self.results[key].file != given.name:
                self.superseded.append(key)
            self.results[key] = AwardedResult(key, result, given.name, found)

    def add_message(self, given: Given) -> None:
        """Adds the marks and names of a message."""
        learners = Learners()
        with given.source.open() as stream:
            for one in results_among(learners, scanned(stream, given.name)):
                who = one.centre_number, one.candidate_number
                mark = ComponentMark(
                    one.awarding_body,
                    one.component_code,
                    "",
                    one.value,
                    one.value_type,
                    one.status,
                    one.issued,
                    given.name,
                )
                self.marks[who, one.awarding_body, one.component_code, one.value_type] = mark
        for learner, numbers in learners.numbers.items():
            for number in numbers:
                name = learners.names.get(learner, "")
                if name:
                    self.names.setdefault((learners.centre_number, number), name)

    def picture(self, files: list[str]) -> ResultsPicture:
        """The combined results, candidate by candidate."""
        by_candidate: dict[CandidateKey, list[AwardedResult]] = {}
        for key, result in self.results.items():
            by_candidate.setdefault(key.candidate, []).append(result)
        marks: dict[CandidateKey, list[ComponentMark]] = {}
        for (who, *_), mark in self.marks.items():
            marks.setdefault(who, []).append(mark)
        entered = _Entered(
            self.entered,
            with_results={(key.series, key.candidate[0]) for key in self.results},
            with_entries={(of, who[0]) for who, found in self.entered.items() for of in found},
        )
        with_codes = {who for who, found in self.entered.items() if any(found.values())}
        found = []
        for who in sorted({*by_candidate, *marks, *with_codes}):
            results = arranged(by_candidate.get(who, []))
            one = ResultsOfCandidate(*who, self.names.get(who, ""), results)
            self._add_marks(one, marks.get(who, []))
            self._compare_with_entries(one, entered)
            found.append(one)
        self._note(by_candidate, marks)
        return ResultsPicture(found, self.notes, files)

    def _add_marks(self, one: ResultsOfCandidate, marks: list[ComponentMark]) -> None:
        """Adds each mark to the unit, or else the result, to which its component is linked. A mark
        that repeats the result itself is counted once, in the results file."""
        results = list(one.all_results())
        for mark in sorted(marks, key=lambda m: (m.component_code, m.value_type)):
            same_body = [r for r in results if r.key.series.awarding_body == mark.awarding_body]
            itself = next((r for r in same_body if r.code == mark.component_code), None)
            if itself is not None:
                stated = {str(itself.result.score), *(g.text for g in itself.result.grades)}
                if mark.value not in stated:
                    one.notes.append(
                        f"{itself.code}: {mark.file or 'the XML'} has a different value"
                    )
                continue
            linked = [r for r in same_body if mark.component_code in r.component_codes]
            owner = next((r for r in linked if r.is_unit), next(iter(linked), None))
            known = owner.basedata if owner is not None else None
            component = known.components.get(mark.component_code) if known is not None else None
            if component is not None:
                mark = mark._replace(title=text_or_blank(component, "component.title"))
            (owner.components if owner is not None else one.components).append(mark)

    def _compare_with_entries(self, one: ResultsOfCandidate, entered: _Entered) -> None:
        """Notes options entered for without a result, and results without an entry."""
        results = list(one.all_results())
        of_candidate = entered.by_candidate.get((one.centre_number, one.candidate_number), {})
        for series, codes in of_candidate.items():
            if (series, one.centre_number) not in entered.with_results:
                continue
            here = [r.result for r in results if r.key.series == series]
            known = {r.option_entry_code for r in here} | {code_of(r) for r in here}
            lacking = (code for code in codes if code not in known)
            one.notes.extend(f"{code}: entered, no result" for code in lacking)
        for result in results:
            codes = of_candidate.get(result.key.series, ())
            names = {result.code, result.result.option_entry_code}
            is_known = (result.key.series, one.centre_number) in entered.with_entries
            if is_known and not names & {*codes}:
                one.notes.append(f"{result.code}: result, not entered")

    def _note(
        self,
        by_candidate: Mapping[CandidateKey, list[AwardedResult]],
        marks: Mapping[CandidateKey, list[ComponentMark]],
    ) -> None:
        """Notes the differences between files over all candidates."""
        if self.superseded:
            count = len(self.superseded)
            noun = "result is" if count == 1 else "results are"
            self.notes.append(f"{count:,} {noun} in several files: the latest counts")
        if self.unsound:
            noun = "record" if self.unsound == 1 else "records"
            self.notes.append(f"{self.unsound:,} {noun} left out: columns may have slipped")
        if marks:
            self._name("component marks and no results", {*marks} - {*by_candidate})
            marked = {(who, mark.awarding_body) for who, found in marks.items() for mark in found}
            senders = {(who[0], body) for who, body in marked}
            of_body = {(key.candidate, key.series.awarding_body) for key in self.results}
            of_senders = {one for one in of_body if (one[0][0], one[1]) in senders}
            self._name("results and no component marks", {who for who, _ in of_senders - marked})
        lacking = {r.code for r in self.results.values() if r.basedata and r.result.option is None}
        if lacking:
            shown = _listed(sorted(lacking))
            self.notes.append(f"Not in the basedata: {shown}. A newer issue may be needed")
        bare = {r.key.series for r in self.results.values() if r.basedata is None}
        self.notes += [f"No basedata of {series}: no titles, no units" for series in sorted(bare)]

    def _name(self, what: str, who: set[CandidateKey]) -> None:
        if who:
            count = f"{len(who):,} candidate{'s' if len(who) > 1 else ''}"
            listed = _listed([" ".join(one) for one in sorted(who)])
            self.notes.append(f"{count} with {what}: {listed}")


def _held(given: list[Given]) -> str:
    """The files with what they hold: at most as many as a note names."""
    said = [f"{one.name} ({one.title[:1].lower()}{one.title[1:]})" for one in given[:NAMED]]
    more = len(given) - NAMED
    return ", ".join(said) + (f" and {more} more" if more > 0 else "")


def _listed(texts: list[str]) -> str:
    more = f" and {len(texts) - NAMED:,} more" if len(texts) > NAMED else ""
    return f"{', '.join(texts[:NAMED])}{more}"
