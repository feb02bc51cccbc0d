"""A field that is always blank."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts

NOTHING = ""
SETTABLE = False


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Blanks."""
    return st.sampled_from(boundaries(field, spec))


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """Blanks."""
    return [FieldText(" " * field["width"], NOTHING)]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A character at the start or at the end."""
    yield not_blank(field, "field.filler")


def not_blank(field: FieldSpec, rule: str) -> InvalidTexts:
    """A character in a field that must be blank, and the rule that this breaks."""
    width = field["width"]
    texts = dict.fromkeys(("X".ljust(width), "0".rjust(width)))
    return InvalidTexts("something in blank columns", tuple(texts), (rule,))
