"""UPN, the unique pupil number: 13 characters.

A check letter, the number of the local authority (3 digits), of the school (4 digits), the year of
allocation (2 digits), and a serial number (3 digits, or 2 digits and a letter in a temporary UPN).
Characters 2 to 13 are weighted 2 to 13; digits count as their value, letters by their place in
ABCDEFGHJKLMNPQRTUVWXYZ (A=0); the sum modulo 23 picks the check letter from the same alphabet.

Source: published by the Department for Education; python-stdnum has it as stdnum.gb.upn (grade B).
The local authority is not validated, since these change over the years.

>>> validate("B801200005001")
'B801200005001'
>>> calc_check_digit("801200005001")
'B'
>>> is_valid("A801200005001")
False
>>> format("b 801 2000 05001")
'B801200005001'
"""

from __future__ import annotations

import re
from operator import mul

from ..core.characters import SMALL_LETTERS
from ..core.errors import IdentifierError
from . import text_given, without_blanks

NAME = "UPN"
TITLE = "unique pupil number"
GRADE = "B"
CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
PATTERN = f"[{CHECK_LETTERS}][0-9]{{11}}[0-9{CHECK_LETTERS}]"
"""A regular expression for the format, apart from the check letter."""

WEIGHTS = range(2, 14)
VALUES = {str(digit): digit for digit in range(10)} | {
    letter: number for number, letter in enumerate(CHECK_LETTERS)
}

_SHAPE = re.compile(PATTERN)
_BODY = re.compile(PATTERN[PATTERN.index("]") + 1 :])


def compact(text: str) -> str:
    """The number without blanks, in capitals. Raises IdentifierError where it is no text."""
    return without_blanks(text, NAME).upper()


def calc_check_digit(text: str) -> str:
    """The check letter for the other twelve characters. Raises IdentifierError."""
    body = compact(text)[-12:]
    if _BODY.fullmatch(body) is None:
        raise IdentifierError(f"{NAME}: eleven digits and a digit or letter are needed")
    return CHECK_LETTERS[sum(map(mul, WEIGHTS, map(VALUES.__getitem__, body))) % 23]


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
    """The number as it is written: without separators. Raises IdentifierError."""
    return validate(text)


def fault(text: str) -> tuple[str, str] | None:
    """What is wrong with the text of a field, and the grade of the fact; None if nothing is.

    Raises IdentifierError if it is not text.
    """
    if _SHAPE.fullmatch(text_given(text, NAME)) is None:
        if _SHAPE.fullmatch(text.upper()):
            return SMALL_LETTERS, GRADE
        return "must be a check letter, eleven digits and a digit or letter", GRADE
    if text[0] != calc_check_digit(text):
        return "the check letter does not match the other characters", GRADE
    return None


def made_up(number: int) -> str:
    """A valid one for test data; the same number always gives the same one."""
    body = f"801{number // 10**5 % 10**4:04}{number // 1000 % 100:02}{number % 1000:03}"
    return calc_check_digit(body) + body
