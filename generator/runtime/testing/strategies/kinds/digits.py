"""Digits over the full width."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from .. import identifiers
from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts, overwritten

NOTHING = ""
SETTABLE = True

NO_DIGITS = ("A", " ", "²", "-", "é")


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Any digits."""
    if "identifier" in field:
        texts = identifiers.find(field).valid()
    else:
        texts = st.text("0123456789", min_size=field["width"], max_size=field["width"])
    return texts.map(lambda text: FieldText(text, text))


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """The lowest and the highest number, and one with increasing digits."""
    width = field["width"]
    if "identifier" in field:
        return [FieldText(text, text) for text in identifiers.find(field).EXAMPLES]
    texts = dict.fromkeys(("1".zfill(width), "9" * width, ("1234567890" * width)[:width]))
    return [FieldText(text, text) for text in texts]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A character that is not a digit 0-9."""
    for at, name in ((0, "a first column that is no digit"), (-1, "a last column that is none")):
        at %= len(text)
        others = (overwritten(text, at, other) for other in NO_DIGITS)
        yield InvalidTexts(name, tuple(t for t in others if t.strip(" ")), ("field.digits",))
    if "identifier" in field:
        yield from identifiers.find(field).invalid(text)
