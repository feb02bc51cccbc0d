"""A whole number: digits with leading zeros or blanks, and perhaps a sign."""  # Copied from generator/runtime/testing/strategies/kinds/integer.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts, overwritten

NOTHING = None
SETTABLE = True

NO_DIGITS = ("A", " ", "²", "-", ".", "+")
NO_SIGNS = ("0", " ", "*", "±")


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Any number that fits."""
    return numbers(field).map(lambda number: FieldText(written(field, number), number))


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """The lowest and the highest number, and one with increasing digits."""
    return [FieldText(written(field, number), number) for number in edges(field)]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A character that is not a digit 0-9, and an invalid sign."""
    rule = ("field.integer",)
    first = 1 if field.get("sign") == "leading" else 0
    last = len(text) - (2 if field.get("sign") == "trailing" else 1)
    for at, name in (
        (first, "a first column that is no digit"),
        (last, "a last column that is none"),
    ):
        padded = "padding" in field and not text[first:at].strip(" ") and at != last
        characters = [other for other in NO_DIGITS if not (padded and other == " ")]
        others = (overwritten(text, at, other) for other in characters)
        yield InvalidTexts(name, tuple(t for t in others if t.strip(" ")), rule)
    if "padding" in field and last > first + 1:
        apart = overwritten(text, last - 2, "1 1")
        yield InvalidTexts("a blank between digits", (apart,), rule)
    if "sign" in field:
        at = 0 if first else len(text) - 1
        strange = tuple(overwritten(text, at, other) for other in NO_SIGNS)
        nothing = overwritten(written(field, 0), at, "-")
        yield InvalidTexts("another sign", (*strange, nothing), rule)


def numbers(field: FieldSpec) -> st.SearchStrategy[int]:
    """Any number that fits; decimal places count as further digits."""
    most = _highest(field)
    return st.integers(-most if "sign" in field else 0, most)


def edges(field: FieldSpec) -> list[int]:
    """The lowest and the highest number, and one with increasing digits."""
    most = _highest(field)
    width = len(str(most))
    below = (-1, -most) if "sign" in field else ()
    return [*dict.fromkeys((0, 1, most, int(("1234567890" * width)[:width]), *below))]


def written(field: FieldSpec, number: int) -> str:
    """The text of a number."""
    width = field["width"] - ("sign" in field)
    digits = f"{abs(number):0{field.get('decimals', 1)}d}"
    padded = digits.rjust(width) if field.get("padding") == "blanks" else digits.zfill(width)
    mark = "-" if number < 0 else "+"
    return {"leading": mark + padded, "trailing": padded + mark}.get(field.get("sign", ""), padded)


def _highest(field: FieldSpec) -> int:
    return int(10 ** (field["width"] - ("sign" in field)) - 1)
