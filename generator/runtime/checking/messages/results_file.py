"""Compares a message with the results files (R) of the same centre and awarding body.

A message gives no exam series, so only the year and the common candidates show whether a results
file matches it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from enum import Enum

from ...core.errors import BuildError, FieldError
from ...core.issues import Fault
from ...core.messages.views import View
from ...core.printable import counted, visible
from ...core.registry import rule
from ...exams.component_results import OUTCOME_DATE, OUTCOME_TIME, TIME_STAMP
from ...exams.in_force import full_year
from ...identifiers.candidate_number import is_valid
from .context import ABOUT_MESSAGES, Found, MessageContext, ResultsFile

NAMED = 10
"""The most candidate numbers that an issue lists."""


class _Year(Enum):
    """What the years of a message and a results file imply."""

    SAME = "same"
    NEXT = "next"
    UNKNOWN = "unknown"
    OTHER = "other"


@rule("message.same-message", about=ABOUT_MESSAGES)
def repeated(context: MessageContext) -> Iterator[Found]:
    """A message must not be received twice."""
    if context.beside.same_message:
        said = f"the same message is also in {visible(context.beside.same_message)}"
        yield Found(Fault("message.same-message", f"{said}: both have the same identifier"))


@rule("message.same-results", about=ABOUT_MESSAGES)
def same_results(context: MessageContext) -> Iterator[Found]:
    """Loading both files would give every result twice."""
    years = _years(context)
    known = {uci for ucis in context.identifiers.values() for uci in ucis}
    by_year: dict[_Year, list[ResultsFile]] = {}
    for file in context.beside.results:
        if _in_common(context, known, file):
            by_year.setdefault(_year(file, years), []).append(file)
    for year in (_Year.SAME, _Year.UNKNOWN, _Year.NEXT):
        if year in by_year:
            yield Found(Fault("message.same-results", _said(year, by_year[year])))
            return


def _said(year: _Year, files: list[ResultsFile]) -> str:
    named = _named(files)
    if year is _Year.SAME:
        which = " (whichever has the same exam series)" if len(files) > 1 else ""
        return (
            f"these are the same results as in {named}{which}: load that file first; this one"
            " only adds the marks of components"
        )
    why = "one of the files has no readable year"
    if year is _Year.NEXT:
        why = "that file is of the year before"
    return (
        f"these may be the same results as in {named}, because some candidates are in both: {why},"
        " and component results have no exam series. Compare the files before you load them"
    )


@rule("message.other-candidates", about=ABOUT_MESSAGES)
def other_candidates(context: MessageContext) -> Iterator[Found]:
    """Both files must have the same candidates."""
    files = _own(context)
    if not files:
        return
    names = _named(files)
    there = {number for file in files for number in file.identifiers}
    here, there = set(filter(is_valid, context.identifiers)), set(filter(is_valid, there))
    differences = [(here - there, f"with component results but no result in {names}")]
    if len(files) == 1:
        said = f"with a result in {names} but no component results"
        differences.append((there - here, said))
    for missing, said in differences:
        if missing:
            yield Found(Fault("message.other-candidates", f"{_listed(missing)} {said}"))


@rule("message.other-uci", about=ABOUT_MESSAGES)
def other_identifiers(context: MessageContext) -> Iterator[Found]:
    """A candidate number must belong to the same candidate in both files: two may be swapped."""
    files = _own(context)
    here = context.identifiers
    other = set()
    for number, identifiers in here.items():
        there = {uci for file in files for uci in file.identifiers.get(number, ())}
        is_known = is_valid(number) and bool(identifiers) and bool(there) and "" not in there
        if is_known and identifiers.isdisjoint(there):
            other.add(number)
    if other:
        has = "has" if len(other) == 1 else "have"
        said = f"{_listed(other)} {has} a different UCI in {_named(files)}"
        held = {uci for number in other for uci in here[number]}
        swapped = {
            number
            for number in other
            if any(not held.isdisjoint(file.identifiers.get(number, ())) for file in files)
        }
        if len(swapped) > 1:
            said += ", which belongs to another candidate here: their results may be swapped"
        yield Found(Fault("message.other-uci", said))


def _own(context: MessageContext) -> list[ResultsFile]:
    """The results files whose candidates are compared: those without a different year."""
    years = _years(context)
    return [f for f in context.beside.results if _year(f, years) in (_Year.SAME, _Year.UNKNOWN)]


def _in_common(context: MessageContext, known: set[str], file: ResultsFile) -> bool:
    """Whether a candidate is in both: by UCI, or by number if one has no UCI; ``known`` are the
    UCIs in the message."""
    here = context.identifiers
    return any(
        not known.isdisjoint(ucis)
        or (is_valid(number) and number in here and ("" in ucis or not here[number]))
        for number, ucis in file.identifiers.items()
    )


def _year(file: ResultsFile, years: set[int]) -> _Year:
    try:
        year = full_year(file.series.year)
    except BuildError:
        return _Year.UNKNOWN
    if not years:
        return _Year.UNKNOWN
    if year in years:
        return _Year.SAME
    return _Year.NEXT if year + 1 in years else _Year.OTHER


def _years(context: MessageContext) -> set[int]:
    """The years in which a message was made and its outcomes were awarded, if given."""
    header = context.whole.header
    found = set() if header is None else {_year_in(header, TIME_STAMP)}
    for result in context.results:
        found |= {_year_in(result.outcome, role) for role in (OUTCOME_DATE, OUTCOME_TIME)}
    return {year for year in found if year is not None}


def _year_in(view: View, role: str) -> int | None:
    field = view.field_of_role(role)
    try:
        value = view.decode(field.name) if field is not None else None
    except FieldError:
        return None
    return value.year if isinstance(value, datetime.date) else None


def _named(files: Iterable[ResultsFile]) -> str:
    *most, last = [visible(file.name) for file in files]
    return f"{', '.join(most)} or {last}" if most else last


def _listed(numbers: Iterable[str]) -> str:
    listed = sorted(numbers)
    more = ", ..." if len(listed) > NAMED else ""
    return f"{counted(len(listed), 'candidate')} ({', '.join(listed[:NAMED])}{more})"
