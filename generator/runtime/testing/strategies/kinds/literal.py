"""Fixed text."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts

NOTHING = ""
SETTABLE = False


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """The text."""
    return st.sampled_from(boundaries(field, spec))


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """The text."""
    return [FieldText(field["literal"], field["literal"])]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """Other text, and none."""
    tried = (text.lower(), "~" * len(text), " " * len(text), "0" * len(text))
    yield InvalidTexts("another text", tuple(t for t in tried if t != text), ("field.literal",))
