"""Finds, from its first record, the one fault for which nothing else of a file is checked."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from ..core.issues import Fault
from ..core.other_versions import version_that_fits
from ..core.places import Place
from ..core.reading import Opened
from ..core.records import UnknownRecord
from ..core.registry import rule
from .causes import OTHER_VERSION, other_version
from .progress import NumberedRecord

HEADER_SLIPPED = "file.header-slipped"

LOOKED_AT = 100
"""The number of lines that are searched for another version, in a file that is not established."""


class OfWholeFile(NamedTuple):
    """The fault, and the number of further lines that were read to find it."""

    fault: Fault
    looked_at: int = 0


@rule(HEADER_SLIPPED, "file.not-established")
def of_whole_file(opened: Opened, text: str, number: int) -> OfWholeFile | None:
    """The fault of the file as a whole, from the text of its first record; the lines of ``opened``
    follow it. None if the file can be checked line by line."""
    form = opened.format
    first = NumberedRecord(UnknownRecord(text), number, Place.UNKNOWN)
    if opened.header_slipped:
        return OfWholeFile(first.fault(HEADER_SLIPPED, opened.header_slipped))
    if text[:1] in form.open_data_types:
        return _not_established(opened, first)
    return None


def _not_established(opened: Opened, first: NumberedRecord) -> OfWholeFile:
    """The one fault of a file whose data type has no records in its version; usually the version in
    the header is not that of the lines."""
    form = opened.format
    looked_at = 0
    for text, _ in itertools.islice(opened.lines, LOOKED_AT):
        looked_at += 1
        other = version_that_fits(text, form)
        if other:
            message = other_version(f"line {first.number + looked_at:,}", other, form)
            return OfWholeFile(Fault(OTHER_VERSION, message), looked_at)
    letter, version = first.record.line[:1], form.version
    message = (
        f"the layout of data type {letter} is not established in version {version}, so this file"
        f" was not checked. {form.open_data_types[letter]}"
    )
    return OfWholeFile(first.fault("file.not-established", message, start=1, end=1), looked_at)
