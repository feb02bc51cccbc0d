"""Results as plain data, for JSON."""  # Copied from generator/runtime/report/results/data.py by `make generate`; edit that, not this.

from __future__ import annotations

from typing import Any

from ...exams.picture.candidates import AwardedResult, ComponentMark, ResultsOfCandidate
from ...exams.picture.statistics import Statistics
from .content import ResultsReport


def as_data(report: ResultsReport) -> dict[str, Any]:
    """The whole report; names are masked unless requested."""
    return {
        "files": report.picture.files,
        "notes": report.picture.notes,
        "candidates": [_candidate(one, report) for one in report.picture.candidates],
        "statistics": [_statistics(one, report) for one in report.statistics],
    }


def _candidate(one: ResultsOfCandidate, report: ResultsReport) -> dict[str, Any]:
    return {
        "centre_number": one.centre_number,
        "candidate_number": one.candidate_number,
        "name": report.name(one),
        "results": [_result(result) for result in one.results],
        "components": [_mark(mark) for mark in one.components],
        "notes": one.notes,
    }


def _result(one: AwardedResult) -> dict[str, Any]:
    result = one.result
    return {
        **one.key.series._asdict(),
        "option_entry_code": result.option_entry_code,
        "option_result_code": result.option_result_code,
        "title": result.title,
        "syllabus": one.syllabus,
        "grades": [grade.text for grade in result.grades],
        "meanings": [grade.meaning for grade in result.grades],
        "endorsements": [grade.text for grade in result.endorsements],
        "score": result.score,
        "maximum_mark": result.maximum_mark,
        "pending": result.pending,
        "no_result": result.no_result,
        "partial_absence": result.partial_absence,
        "file": one.file,
        "units": [_result(unit) for unit in one.units],
        "components": [_mark(mark) for mark in one.components],
    }


def _mark(mark: ComponentMark) -> dict[str, Any]:
    return dict(mark._asdict())


def _statistics(one: Statistics, report: ResultsReport) -> dict[str, Any]:
    before = report.before.get(one.group)
    said = _numbers(one)
    return {
        "by": one.group.by.value,
        "awarding_body": one.group.awarding_body,
        "code": one.group.code,
        "gradeset": one.group.gradeset,
        "units": one.group.units,
        "title": one.title,
        **said,
        "before": _numbers(before) if before is not None else None,
    }


def _numbers(one: Statistics) -> dict[str, Any]:
    return {
        "entries": one.entries,
        "pending": one.pending,
        "no_result": one.no_result,
        "partial_absence": one.partial_absence,
        "mean_score": one.mean_score,
        "maximum_mark": one.maximum_mark,
        "grades": [grade._asdict() for grade in one.grades()],
    }
