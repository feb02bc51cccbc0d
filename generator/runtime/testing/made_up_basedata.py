"""The invented basedata set: records made from the invented subjects, by role."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterator
from typing import Any

from ..core.formats import Format
from ..core.records import Record
from ..core.roles import records_of_role
from .filling import completed
from .subjects import SUBJECTS, Offer, Paper, Subject


def records_of(form: Format, role: str, year: int) -> Iterator[Record]:
    """The data records with this role, for the summer series of the year; none if the version has
    no such record."""
    for _, record in itertools.islice(records_of_role(form, role), 1):
        for number, subject in enumerate(SUBJECTS):
            for values in VALUES[role](subject, number, year):
                yield completed(record, values, number)


def _syllabus(subject: Subject, number: int, year: int) -> Iterator[dict[str, Any]]:
    yield {"syllabus.code": subject.code, "syllabus.title": subject.title}


def _options(subject: Subject, number: int, year: int) -> Iterator[dict[str, Any]]:
    for offer in subject.offers:
        yield {
            "option.code": offer.code,
            "option.syllabus_code": subject.code,
            "option.title": offer.title,
            "option.item": offer.item,
            "option.process": "E",
            "option.fee_defined": "N" if offer.fee is None else "Y",
            "option.fee": offer.fee,
            "option.result_type": offer.result_type,
            "option.first_forecast_gradeset": offer.gradeset if offer.forecast else "",
            "option.first_grade_gradeset": offer.gradeset,
            "option.first_endorsement_gradeset": offer.endorsement,
            "option.maximum_mark": offer.maximum_mark,
            "option.component_count": len(offer.papers),
            **_certificated(offer),
        }


def _certificated(offer: Offer) -> dict[str, str]:
    """The qualification and level of a unit or of a certification."""
    what = "unit" if offer.item == "U" else "certification"
    return {
        f"option.{what}_qualification": offer.qualification,
        f"option.{what}_level": offer.level,
    }


def _links(subject: Subject, number: int, year: int) -> Iterator[dict[str, Any]]:
    for offer in subject.offers:
        for code in offer.papers:
            yield {"link.option_code": offer.code, "link.component_code": code}


def _components(subject: Subject, number: int, year: int) -> Iterator[dict[str, Any]]:
    for paper_number, paper in enumerate(subject.papers):
        common = {"component.code": paper.code, "component.title": paper.title}
        yield {**common, **_sat(paper, number + 7 * paper_number, year)}


def _sat(paper: Paper, day: int, year: int) -> dict[str, Any]:
    """The date of a paper, or the deadline for teachers' marks."""
    if paper.marked:
        return {
            "component.teacher_marks": "Y",
            "component.maximum_mark": paper.marked,
            "component.due_date": datetime.date(year, 5, 15),
            "component.timetabled": "N",
            "component.session": "X",
        }
    return {
        "component.teacher_marks": "N",
        "component.timetabled": "T",
        "component.timetable_date": datetime.date(year, 5, 18) + datetime.timedelta(day),
        "component.session": "AP"[day % 2],
        "component.time_allowed": paper.minutes,
    }


def _disallowed(subject: Subject, number: int, year: int) -> Iterator[dict[str, Any]]:
    for first, second in subject.apart:
        yield {"disallowed.first_code": first, "disallowed.second_code": second}


VALUES: dict[str, Callable[[Subject, int, int], Iterator[dict[str, Any]]]] = {
    "syllabus": _syllabus,
    "option": _options,
    "link": _links,
    "component": _components,
    "disallowed": _disallowed,
}
