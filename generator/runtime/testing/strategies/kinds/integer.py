"""A whole number with leading zeros."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts, overwritten

NOTHING = None
SETTABLE = True

NO_DIGITS = ("A", " ", "²", "-", ".", "+")


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Any number that fits."""
    width = field["width"]
    return st.integers(0, 10**width - 1).map(
        lambda number: FieldText(f"{number:0{width}d}", number)
    )


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """The lowest, the highest, and one that counts up."""
    width = field["width"]
    numbers = dict.fromkeys((0, 1, 10**width - 1, int(("1234567890" * width)[:width])))
    return [FieldText(f"{number:0{width}d}", number) for number in numbers]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A character that is not a digit 0-9."""
    for at, name in ((0, "a first column that is no digit"), (-1, "a last column that is none")):
        at %= len(text)
        others = (overwritten(text, at, other) for other in NO_DIGITS)
        yield InvalidTexts(name, tuple(t for t in others if t.strip(" ")), ("field.integer",))
