"""The sequence of files that a centre sends for a series: entries first, then amendments."""  # Copied from generator/runtime/exams/sequences.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..core.errors import BuildError, JcqError, what_check_shows
from ..core.files import File
from ..core.issues import Issue
from ..core.kinds.kind import is_number
from ..core.places import Place
from ..core.registry import rule
from ..core.roles import by_role, text_of, text_or_blank
from .envelope import CENTRE_NUMBER, SEQUENCE_NUMBER
from .exam_series import SERIES_ROLES

SENT_FIRST = "entry"
SENT_AFTER = "amendment"
"""The roles of the records that share a sequence: of the first file, and of all later ones."""

GAP = "cross.sequence-gap"
REPEAT = "cross.sequence-repeat"


def sequence_number_of(file: File) -> int:
    """The sequence number in the first centre header.

    Raises BuildError if there is none that can be decoded.
    """
    header = next((r for r in file if r.PLACE is Place.CENTRE_HEADER), None)
    number = text_or_blank(header, SEQUENCE_NUMBER) if header is not None else ""
    if not is_number(number):
        shown = file.name or "a file"
        cure = what_check_shows(file.name)
        raise BuildError(f"{shown}: no sequence number can be read: {cure}")
    return int(number)


def header_values(file: File) -> Mapping[str, str]:
    """The values that files of the same centre, awarding body and series share, by role."""
    headers = [r for r in file if r.PLACE in (Place.FILE_HEADER, Place.CENTRE_HEADER)]
    roles = (CENTRE_NUMBER, *SERIES_ROLES)
    return {role: next(filter(None, (text_of(r, role) for r in headers)), "") for role in roles}


@rule(GAP, REPEAT)
def sequence_issues(entries: File, amendments: Iterable[File]) -> Iterator[Issue]:
    """Gaps and repeats in the numbers of a centre's files, including the entries.

    Raises BuildError if a file has no number that can be decoded.
    """
    first, *later = sorted((entries, *amendments), key=sequence_number_of)
    previous = sequence_number_of(first)
    for file in later:
        number = sequence_number_of(file)
        if number == previous:
            yield from issues_of_sequence(file, REPEAT, f"two files have number {number}")
        elif number > previous + 1:
            missing = f"files {previous + 1} to {number - 1} are missing"
            if number == previous + 2:
                missing = f"file {previous + 1} is missing"
            yield from issues_of_sequence(file, GAP, f"{missing} before this file")
        previous = number


def issues_of_sequence(file: File, rule: str, message: str) -> Iterator[Issue]:
    """The issue at the sequence number of the file's first centre header; none in a version without
    that rule."""
    rules = file.format.rules
    if rule not in rules:
        return
    for number, line in enumerate(file.lines, 1):
        found = by_role(line.record, SEQUENCE_NUMBER)
        if line.record.PLACE is Place.CENTRE_HEADER and found is not None:
            fault = found[0].fault(rule, message)
            yield line.record.issue(fault, file=file.name, line_number=number, rules=rules)
            return
    raise JcqError(f"{file.name or 'a file'} has no centre header")


def quoted(text: str) -> str:
    """A value of `header_values` in a message; what is no number in place of a centre's may be part
    of a name."""
    return repr(text) if text.isdigit() or len(text) <= 2 else "not readable"
