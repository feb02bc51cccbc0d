"""Courses: which options of a basedata set a candidate can take together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..core.kinds.variant import Variant
from ..core.parts import Part
from ..core.records import Record
from ..core.roles import fields_by_role, text_of, text_or_blank, value_of
from ..exams.basedata import Basedata, established_grades
from ..exams.results import ENDORSEMENTS, GRADES

MOST_UNITS = 6
"""The most units of a syllabus that a candidate takes."""


@dataclass(frozen=True, slots=True)
class Graded:
    """An option with the grades that can be awarded in it, by the role of the grade."""

    code: str
    record: Record
    result_type: str
    maximum_mark: int | None
    grades: dict[str, tuple[str, ...]]
    forecasts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """The certifications of a syllabus, of which a candidate takes one, and its units."""

    certifications: tuple[Graded, ...]
    units: tuple[Graded, ...]


def courses_of(basedata: Basedata, result: type[Record] | None) -> tuple[Course, ...]:
    """The courses of a set whose grades are established; others are left out. Without a record of
    results, scores and grades need not fit."""
    by_syllabus: dict[str, list[Graded]] = {}
    for code, record in basedata.options.items():
        option = _graded(code, record, result)
        if option is not None:
            by_syllabus.setdefault(text_or_blank(record, "option.syllabus_code"), []).append(option)
    courses = (_course(options) for options in by_syllabus.values())
    return tuple(course for course in courses if course.certifications)


def _course(options: Iterable[Graded]) -> Course:
    awards: list[Graded] = []
    units: list[Graded] = []
    for option in options:
        is_award = text_of(option.record, "option.certification_qualification")
        (awards if is_award else units).append(option)
    return Course(tuple(awards), tuple(units[:MOST_UNITS]))


def _graded(code: str, record: Record, result: type[Record] | None) -> Graded | None:
    """The option, if results can be invented for it: its grades are known, and its score fits."""
    result_type = text_or_blank(record, "option.result_type")
    layout = outcome_layout(result, result_type) if result is not None else None
    if layout is None and result is not None:
        return None
    fields = fields_by_role(layout) if layout is not None else {}
    grades: dict[str, tuple[str, ...]] = {}
    for role, gradeset_role in {**GRADES, **ENDORSEMENTS}.items():
        if not text_of(record, gradeset_role):
            continue
        established = established_grades(record, gradeset_role)
        if not established or (layout is not None and role not in fields):
            return None
        grades[role] = established
    maximum = value_of(record, "option.maximum_mark")
    score = fields.get("result.score")
    if score is not None and (maximum is None or maximum >= 10**score.width):
        return None
    return Graded(
        code=code,
        record=record,
        result_type=result_type,
        maximum_mark=maximum if score is not None else None,
        grades=grades,
        forecasts=established_grades(record, "option.first_forecast_gradeset"),
    )


def outcome_layout(result: type[Record], result_type: str) -> type[Part] | None:
    """The layout of an outcome of this type; None if it is not known."""
    field = fields_by_role(result).get("result.outcome")
    if field is None or not isinstance(field.kind, Variant):
        return None
    return field.kind.layouts.get(result_type)


def alternatives_among(options: Iterable[Graded]) -> dict[str, tuple[Graded, ...]]:
    """For each certification, the others of its syllabus with the same grades."""
    alike: dict[object, list[Graded]] = {}
    for option in options:
        syllabus = text_of(option.record, "option.syllabus_code")
        key = (syllabus, option.result_type, option.maximum_mark, tuple(option.grades.items()))
        alike.setdefault(key, []).append(option)
    return {
        option.code: tuple(other for other in group if other is not option)
        for group in alike.values()
        for option in group
    }
