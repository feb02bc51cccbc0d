"""Compares the repeated and counted values of headers and trailers with the records before them."""  # Copied from generator/runtime/checking/envelope.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeGuard

from ..core.counting import CENTRES
from ..core.errors import FieldError
from ..core.issues import INFERRED, Fault, Issue, Rule
from ..core.places import Place
from ..core.records import Record
from ..core.roles import text_of
from .progress import NumberedRecord, Progress

UNESTABLISHED = "field.unestablished"
NOT_KNOWN = "; what else a file for several centres may have here is not established"


def is_as_expected(progress: Progress, record: Record) -> bool:
    """Whether a header or trailer repeats and counts what precedes it; fields that cannot be
    decoded are ignored."""
    for field in record.FIELDS.values():
        text = record.text(field.name).rstrip(" ")
        before = _before(field.agrees, record.PLACE, progress) if field.agrees else None
        said = text_of(before.record, field.role) if before is not None else None
        if said is not None and said != text:
            return False
        if field.counts is not None and field.counts.within != "set":
            try:
                number = record.decode(field.name)
            except FieldError:
                continue
            found = progress.of(field.counts)
            is_left_out = number == 0 and bool(field.counts.zero_allowed)
            if number != (found if field.counts.what == CENTRES else found + 1) and not is_left_out:
                return False
    return True


def _before(agrees: str, place: Place, progress: Progress) -> NumberedRecord | None:
    """The header with which a field must agree. The address of a file of several centres is not
    established."""
    if agrees == "file":
        return progress.header
    of_centre = (Place.CENTRE_TRAILER, Place.HEADER, Place.TRAILER)
    if place in of_centre or (place is Place.FILE_TRAILER and progress.centres == 1):
        return progress.centre_header
    return progress.header if progress.centres == 0 else None


def is_short_header(record: Record) -> bool:
    """Whether a header is too short, as it is if the file breaks off in it."""
    is_header = record.PLACE in (Place.FILE_HEADER, Place.CENTRE_HEADER, Place.HEADER)
    return is_header and len(record.line) < record.length


def is_of_one_centre(found: Fault | Issue, record: Record) -> TypeGuard[Issue]:
    """Whether it is a fault only in a file of one centre: the address of several centres in its
    header and trailer is not established."""
    if isinstance(found, Fault) or record.PLACE not in (Place.FILE_HEADER, Place.FILE_TRAILER):
        return False
    field = record.FIELDS.get(found.field.partition(".")[0])
    return field is not None and field.agrees == "centre"


def of_several_centres(issues: Iterable[Issue], rules: Mapping[str, Rule]) -> Iterator[Issue]:
    """Such issues for a file of several centres: one for each address that is neither of a centre
    nor of a broadcast file."""
    rule = rules.get(UNESTABLISHED)
    filled = [issue for issue in issues if issue.rule != "field.required"]
    for issue in {issue.line_number: issue for issue in filled}.values():
        if rule is None:
            return
        name = issue.field.partition(".")[0]
        message = f"{name}: neither a centre number nor series, year and language{NOT_KNOWN}"
        yield replace(
            issue,
            rule=rule.id,
            severity=rule.severity_on(INFERRED),
            grade=INFERRED,
            message=message,
            field=name,
        )
