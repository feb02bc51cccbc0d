"""Candidate number: four digits, 0001 to 9999, within a centre. It has no check digit.

Source: two programs (grade B).

>>> validate("0017")
'0017'
>>> format("17")
'0017'
>>> validate("0000")
Traceback (most recent call last):
    ...
jcq_formats.core.errors.IdentifierError: candidate number: must be 0001 to 9999
"""

from __future__ import annotations

import re

from ..core.errors import IdentifierError
from . import text_given, without_blanks

NAME = "candidate number"
TITLE = "the number of a candidate within a centre"
GRADE = "B"
PATTERN = "(?!0000)[0-9]{4}"
"""A regular expression for the format."""

_SHAPE = re.compile(PATTERN)


def compact(text: str) -> str:
    """The number without blanks. Raises IdentifierError where it is no text."""
    return without_blanks(text, NAME)


def validate(text: str) -> str:
    """The compact number. Raises IdentifierError, with the reason."""
    compacted = compact(text)
    found = fault(compacted)
    if found is not None:
        raise IdentifierError(f"{NAME}: {found[0]}")
    return compacted


def is_valid(text: str) -> bool:
    """Whether it is a valid number."""
    return isinstance(text, str) and fault(compact(text)) is None


def format(text: str) -> str:
    """The number with its leading zeros, as in a file. Raises IdentifierError."""
    return validate(compact(text).zfill(4))


def fault(text: str) -> tuple[str, str] | None:
    """What is wrong with the text of a field, and the grade of the fact; None if nothing is.

    Raises IdentifierError if it is not text.
    """
    return None if _SHAPE.fullmatch(text_given(text, NAME)) else ("must be 0001 to 9999", GRADE)


def made_up(number: int) -> str:
    """A valid one for test data; the same number always gives the same one."""
    return f"{number % 9999 + 1:04}"
