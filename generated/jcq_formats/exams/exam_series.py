"""Exam series, by which files belong together."""  # Copied from generator/runtime/exams/exam_series.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..core.files import File
from ..core.needs import needs
from ..core.places import Place
from ..core.records import Record
from ..core.roles import text_or_blank

SERIES_ROLES = ("file.awarding_body", "file.series", "file.year")
"""The roles of the header fields that give the series."""

needs("which files belong together", ("file_header",), dict.fromkeys(SERIES_ROLES, ()))


class ExamSeries(NamedTuple):
    """An awarding body's exam series, such as June 2026; files of one series belong together."""

    awarding_body: str
    series: str
    year: str

    def __str__(self) -> str:
        return f"awarding body {self.awarding_body}, series {self.series}{self.year}"


def exam_series_of(file: File) -> ExamSeries:
    """The series in the headers of a file; empty texts if they do not give it."""
    return exam_series_in(file)


def exam_series_in(records: Iterable[Record]) -> ExamSeries:
    """The series in the headers among records; empty texts if they do not give it."""
    found = dict.fromkeys(SERIES_ROLES, "")
    for record in records:
        if record.PLACE in (Place.FILE_HEADER, Place.CENTRE_HEADER):
            for role in SERIES_ROLES:
                found[role] = found[role] or text_or_blank(record, role)
    return ExamSeries(*found.values())
