"""What a header or trailer repeats and counts, held against what went before it."""

from __future__ import annotations

from typing import TypeGuard

from ..core.counting import CENTRES
from ..core.errors import FieldError
from ..core.issues import Fault, Issue
from ..core.places import Place
from ..core.records import Record
from ..core.roles import text_of
from .progress import Progress


def is_as_expected(progress: Progress, record: Record) -> bool:
    """Whether what a header or trailer repeats and counts is what went before it says; what cannot
    be read is left out."""
    before = [header.record for header in (progress.header, progress.centre_header) if header]
    for field in record.FIELDS.values():
        text = record.text(field.name).rstrip(" ")
        said = [text_of(header, field.role) for header in before] if field.agrees else []
        if any(other is not None and other != text for other in said):
            return False
        if field.counts is not None and field.counts.within != "set":
            try:
                number = record.decode(field.name)
            except FieldError:
                continue
            found = progress.of(field.counts)
            if number != (found if field.counts.what == CENTRES else found + 1):
                return False
    return True


def is_short_header(record: Record) -> bool:
    """Whether a header ends before its length, as it does where a file breaks off within it."""
    is_header = record.PLACE in (Place.FILE_HEADER, Place.CENTRE_HEADER)
    return is_header and len(record.line) < record.length


def is_of_one_centre(found: Fault | Issue, record: Record) -> TypeGuard[Issue]:
    """Whether it is wrong only where the file is of one centre: what its header and trailer carry
    as the address of several is not established."""
    if isinstance(found, Fault) or record.PLACE not in (Place.FILE_HEADER, Place.FILE_TRAILER):
        return False
    field = record.FIELDS.get(found.field.partition(".")[0])
    return field is not None and field.agrees == "centre"
