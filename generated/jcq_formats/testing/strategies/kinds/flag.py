"""Yes or no, as a text for each."""  # Copied from generator/runtime/testing/strategies/kinds/flag.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts

NOTHING = None
SETTABLE = True


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Yes and no."""
    return st.sampled_from(boundaries(field, spec))


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """Yes and no."""
    meant = ((field["true_is"], True), (field["false_is"], False))
    return [FieldText(text.ljust(field["width"]), value) for text, value in meant]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """Another text, and letters of the other case."""
    width = field["width"]
    known = {field["true_is"].ljust(width), field["false_is"].ljust(width)}
    tried = ("~", "?" * width, "é", text.swapcase(), f" {text}"[:width])
    others = dict.fromkeys(other.ljust(width) for other in tried)
    texts = tuple(other for other in others if other.strip(" ") and other not in known)
    yield InvalidTexts("neither yes nor no", texts, ("field.flag",))
