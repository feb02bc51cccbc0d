"""The shape of a text: its length, blanks and classes of characters, and nothing else."""  # Copied from generator/runtime/exams/pseudonyms/shapes.py by `make generate`; edit that, not this.

from __future__ import annotations

import string

CAPITAL, SMALL, DIGIT, OTHER = "X", "x", "9", "."
FURTHER = {
    range(0x80, 0xA0): 0x92,
    range(0xA0, 0xC0): 0xA9,
    range(0xC0, 0xE0): 0xC3,
    range(0xE0, 0xF0): 0xE3,
    range(0xF0, 0x100): 0xF3,
}
"""One byte for each class of bytes that are not ASCII, so that UTF-8 remains UTF-8."""

_CLASSES = str.maketrans(
    dict.fromkeys(string.ascii_uppercase, CAPITAL)
    | dict.fromkeys(string.ascii_lowercase, SMALL)
    | dict.fromkeys(string.digits, DIGIT)
    | dict.fromkeys(string.punctuation, OTHER)
    | {chr(byte): chr(one) for bytes_, one in FURTHER.items() for byte in bytes_}
)
_BEYOND = "\xe3"


def shape_of(text: str) -> str:
    """The text with one character for each class: ``X`` for capitals, ``x`` for small letters,
    ``9`` for digits, a full stop for other signs. Blanks and control characters stay.

    >>> shape_of("O'Badger:Ada 271208")
    'X.Xxxxxx.Xxx 999999'
    """
    return "".join(c if c < "\u0100" else _BEYOND for c in text.translate(_CLASSES))
