"""The days by which marks, grades or work of candidates are due."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ...core.files import File
from ...core.kinds.code import Code
from ...core.kinds.date import Date
from ...core.needs import needs
from ...core.roles import text_or_blank
from ..basedata import Basedata
from ..exam_series import ExamSeries
from .standing import standing_of
from .values import meaning_of, value_or_none

DUE, MARKS, COMPONENT_TITLE = (
    "component.due_date",
    "component.teacher_marks",
    "component.title",
)

needs(
    "days on which work is due", ("component",), {DUE: (Date,), MARKS: (Code,), COMPONENT_TITLE: ()}
)


class Deadline(NamedTuple):
    """What is due for a component, and the number of candidates that it concerns. ``due`` is None
    if the date cannot be read; ``what`` is the meaning of the code for teacher marks."""

    due: datetime.date | None
    series: ExamSeries
    centre_number: str
    component_code: str
    title: str
    what: str
    candidates: int


def deadlines(
    files: File | Iterable[File],
    basedata: Basedata | Mapping[ExamSeries, Basedata],
    *,
    incomplete: bool = False,
) -> list[Deadline]:
    """The components with a due date of the options that candidates are entered for, in order of
    date.

    ``files`` are entries with their amendments, of any number of centres and awarding bodies. Many
    components for which the centre sends marks have no date in the basedata: they are not listed.
    Raises JcqError if the files do not fit together, one is incomplete, or there is no basedata of
    a series.
    """
    found = []
    for standing in standing_of(files, basedata, incomplete=incomplete):
        concerned: dict[str, set[str]] = {}
        for candidate in standing.candidates:
            for entry in candidate.entries:
                for code in standing.basedata.links.get(entry.option_entry_code, ()):
                    concerned.setdefault(code, set()).add(candidate.candidate_number)
        for code, candidates in concerned.items():
            component = standing.basedata.components.get(code)
            if component is not None and text_or_blank(component, DUE).strip("0"):
                found.append(
                    Deadline(
                        value_or_none(component, DUE),
                        standing.series,
                        standing.centre_number,
                        code,
                        text_or_blank(component, COMPONENT_TITLE),
                        meaning_of(component, MARKS),
                        len(candidates),
                    )
                )
    return sorted(found, key=lambda one: (one.due or datetime.date.max, *one[1:4]))
