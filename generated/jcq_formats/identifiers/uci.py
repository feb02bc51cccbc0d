"""UCI, the unique candidate identifier: 13 characters.

The number of the issuing centre (5 digits), a character for the awarding body (0 or a letter),
the year (2 digits), the candidate's serial number (4 digits), and a check letter. The first twelve
characters are weighted 16, 15, ... 5; a letter counts A=1 ... P=16, Q=10 ... W=16, X=10, Y=11,
Z=12; the sum modulo 17 picks the check letter from ABCDEFGHKLMRTVWXY.

Source: three programs and WJEC's guidance, with its worked example and its specimen (grade B). One
small program counts Q to Z as 17 to 26 instead, so a mismatch on such a letter rests on grade C.

>>> validate("689990980001D")
'689990980001D'
>>> validate("68199 0 01 2058 G")
'681990012058G'
>>> calc_check_digit("689990980001")
'D'
>>> validate("689990980001E")
Traceback (most recent call last):
    ...
jcq_formats.core.errors.IdentifierError: UCI: the check letter does not match the other characters
>>> format("681990012058G")
'68199 0 01 2058 G'
"""  # Copied from generator/runtime/identifiers/uci.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
from operator import mul

from ..core.characters import SMALL_LETTERS
from ..core.errors import IdentifierError
from . import text_given, without_blanks

NAME = "UCI"
TITLE = "unique candidate identifier"
GRADE = "B"
CHECK_LETTERS = "ABCDEFGHKLMRTVWXY"
PATTERN = f"[0-9]{{5}}[0A-Z][0-9]{{6}}[{CHECK_LETTERS}]"
"""A regular expression for the format, apart from the check letter."""

WEIGHTS = range(16, 4, -1)
VALUES = {str(digit): digit for digit in range(10)} | {
    letter: (number - 1) % 16 + 1 if number < 17 else (number - 17) % 7 + 10
    for number, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1)
}
DISPUTED = frozenset("QRSTUVWXYZ")
"""Letters that one program weights differently."""

_SHAPE = re.compile(PATTERN)
_BODY = re.compile(PATTERN[: PATTERN.rindex("[")])


def compact(text: str) -> str:
    """The identifier without blanks, in capitals. Raises IdentifierError where it is no text."""
    return without_blanks(text, NAME).upper()


def calc_check_digit(text: str) -> str:
    """The check letter of the first twelve characters. Raises IdentifierError."""
    body = compact(text)[:12]
    if _BODY.fullmatch(body) is None:
        raise IdentifierError(f"{NAME}: five digits, 0 or a letter, and six digits are needed")
    return _check_letter(body)


def validate(text: str) -> str:
    """The compact identifier. Raises IdentifierError, with the reason."""
    compacted = compact(text)
    found = fault(compacted)
    if found is not None:
        raise IdentifierError(f"{NAME}: {found[0]}")
    return compacted


def is_valid(text: str) -> bool:
    """Whether it is a valid identifier."""
    return isinstance(text, str) and fault(compact(text)) is None


def format(text: str) -> str:
    """Centre, awarding body, year, serial number and check letter, separated by blanks.

    Raises IdentifierError.
    """
    uci = validate(text)
    return " ".join((uci[:5], uci[5], uci[6:8], uci[8:12], uci[12]))


def fault(text: str) -> tuple[str, str] | None:
    """What is wrong with the text of a field, and the grade of the fact; None if nothing is.

    Raises IdentifierError if it is not text.
    """
    if _SHAPE.fullmatch(text_given(text, NAME)) is None:
        if _SHAPE.fullmatch(text.upper()):
            return SMALL_LETTERS, GRADE
        if _BODY.fullmatch(text[:12]) and text[12:].isalpha():
            return "the last letter cannot be the check letter of a UCI: it may be mistyped", GRADE
        return "must be five digits, 0 or a letter, six digits and a check letter", GRADE
    if text[12] != _check_letter(text):
        grade = "C" if text[5] in DISPUTED else GRADE
        return "the check letter does not match the other characters", grade
    return None


def made_up(number: int) -> str:
    """A valid one for test data; the same number always gives the same one."""
    body = f"{99999 - number // 10**4 % 10**4:05}0{number // 10**8 % 100:02}{number % 10**4:04}"
    return body + calc_check_digit(body)


def _check_letter(text: str) -> str:
    """The check letter for the first twelve characters; any further ones are ignored."""
    return CHECK_LETTERS[sum(map(mul, WEIGHTS, map(VALUES.__getitem__, text))) % 17]
