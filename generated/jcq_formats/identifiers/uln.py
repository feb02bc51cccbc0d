"""ULN, the unique learner number: 10 digits, the first of them not 0.

The first nine digits are weighted 10, 9, ... 2. The sum modulo 11 must not be 0; ten less the
remainder is the tenth digit.

Source: one program (grade C), so a mismatch only warns.

>>> validate("9990000017")
'9990000017'
>>> calc_check_digit("999000001")
'7'
>>> is_valid("9990000018")
False
>>> validate("0990000017")
Traceback (most recent call last):
    ...
jcq_formats.core.errors.IdentifierError: ULN: must be ten digits, and cannot begin with 0
>>> format("9990000017")
'999 000 0017'
"""  # Copied from generator/runtime/identifiers/uln.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
from operator import mul

from ..core.errors import IdentifierError
from . import text_given, without_blanks

NAME = "ULN"
TITLE = "unique learner number"
GRADE = "C"
PATTERN = "[1-9][0-9]{9}"
"""A regular expression for the format, apart from the check digit."""

WEIGHTS = range(10, 1, -1)
ZEROS = ord("0") * sum(WEIGHTS)
"""The weighted sum of the character codes if all digits were 0."""

_SHAPE = re.compile(PATTERN)
_BODY = re.compile("[1-9][0-9]{8}")


def compact(text: str) -> str:
    """The number without blanks. Raises IdentifierError where it is no text."""
    return without_blanks(text, NAME)


def calc_check_digit(text: str) -> str:
    """The check digit of the first nine. Raises IdentifierError."""
    body = compact(text)[:9]
    if _BODY.fullmatch(body) is None:
        raise IdentifierError(f"{NAME}: nine digits are needed, the first of them not 0")
    remainder = _remainder(body)
    if remainder == 0:
        raise IdentifierError(f"{NAME}: these nine digits have no check digit")
    return str(10 - remainder)


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
    """The number in groups. Raises IdentifierError."""
    uln = validate(text)
    return f"{uln[:3]} {uln[3:6]} {uln[6:]}"


def fault(text: str) -> tuple[str, str] | None:
    """What is wrong with the text of a field, and the grade of the fact; None if nothing is.

    Raises IdentifierError if it is not text.
    """
    if _SHAPE.fullmatch(text_given(text, NAME)) is None:
        return "must be ten digits, and cannot begin with 0", GRADE
    remainder = _remainder(text)
    if remainder == 0 or text[9] != str(10 - remainder):
        return "the check digit does not match the other digits", GRADE
    return None


def made_up(number: int) -> str:
    """A valid one for test data; the same number always gives the same one."""
    body = f"9{number % 10**7:07}0"
    if _remainder(body) == 0:
        body = f"{body[:-1]}1"
    return body + calc_check_digit(body)


def _remainder(text: str) -> int:
    weighed: int = sum(map(mul, WEIGHTS, text[:9].encode("ascii")))
    return (weighed - ZEROS) % 11
