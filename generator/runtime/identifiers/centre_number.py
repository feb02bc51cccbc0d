"""Centre number: five digits. It has no check digit.

Source: published files and two programs (grade B).

>>> validate("68199")
'68199'
>>> validate("6819")
Traceback (most recent call last):
    ...
jcq_formats.core.errors.IdentifierError: centre number: must be five digits
"""

from __future__ import annotations

import re

from ..core.errors import IdentifierError
from . import text_given, without_blanks

NAME = "centre number"
TITLE = "the number of a centre"
GRADE = "B"
PATTERN = "[0-9]{5}"
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
    """The number as it is written: five digits. Raises IdentifierError."""
    return validate(text)


def fault(text: str) -> tuple[str, str] | None:
    """What is wrong with the text of a field, and the grade of the fact; None if nothing is.

    Raises IdentifierError if it is not text.
    """
    return None if _SHAPE.fullmatch(text_given(text, NAME)) else ("must be five digits", GRADE)


def made_up(number: int) -> str:
    """A valid one for test data, from 99999 downwards; the same number always gives the same
    one."""
    return f"{99999 - number % 100_000:05}"
