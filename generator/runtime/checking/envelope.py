"""What a header or trailer repeats and counts, held against what went before it."""

from __future__ import annotations

from ..core.counting import CENTRES
from ..core.errors import FieldError
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
