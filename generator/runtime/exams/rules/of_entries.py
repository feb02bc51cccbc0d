"""Entries and amendments: what a candidate's records say together, and against basedata."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ...core.errors import FieldError
from ...core.files import File
from ...core.issues import INFERRED, Issue
from ...core.kinds.kind import is_number
from ...core.roles import value_of
from ..basedata import Basedata
from ..entries import ITEMS, Candidate, issues_of_sequence
from ..names import BETWEEN, NAME
from .registry import Remark, id_of, rule

BORN = "candidate.date_of_birth"


@rule("file.candidate-differs")
def candidate_differs(candidate: Candidate) -> Iterator[Remark]:
    """Further records of a candidate repeat the particulars of the first."""
    if not candidate.alike:
        yield Remark(
            "candidate.number", "the records of this candidate differ in more than entries"
        )


@rule("file.candidate-name")
def candidate_name(candidate: Candidate) -> Iterator[Remark]:
    """A name is a surname, one colon, and forenames if there are any."""
    surname, *forenames = candidate.candidate_name.split(BETWEEN)
    if len(forenames) != 1 or not surname:
        yield Remark(NAME, "not SURNAME:FORENAMES, with one colon behind the surname")


@rule("file.born-after-series")
def born_after_series(candidate: Candidate, year: str) -> Iterator[Remark]:
    """Nobody is born after the year of the series."""
    try:
        born: datetime.date | None = value_of(candidate.records[0], BORN)
    except FieldError:
        return
    if born is not None and len(year) == 2 and is_number(year) and born.year > 2000 + int(year):
        yield Remark(BORN, f"later than the series, which is of 20{year}")


@rule("cross.disallowed")
def disallowed(candidate: Candidate, basedata: Basedata) -> Iterator[Remark]:
    """No candidate holds two options that basedata disallows together."""
    for first, second, *found in basedata.disallowed_pairs(candidate.option_entry_codes):
        said = " and ".join(map(str, found))
        doubt = any(pattern.doubtful for pattern in found)
        if doubt:
            said += ", with a blank before *, whose meaning is not established"
        message = f"{first} and {second} cannot be held together (disallowed: {said})"
        yield Remark(ITEMS, message, INFERRED if doubt else "")


@rule("cross.second-entries")
def second_entries(files: Sequence[File]) -> Iterator[Issue]:
    """Of one centre's entry files for an awarding body and series, all but the first."""
    first, *further = files
    for file in further:
        message = f"entries again, after {first.name}; only amendments follow entries"
        yield from issues_of_sequence(file, id_of(second_entries), message)
