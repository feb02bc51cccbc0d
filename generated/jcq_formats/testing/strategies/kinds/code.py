"""A code from a list, left-justified."""  # Copied from generator/runtime/testing/strategies/kinds/code.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts

NOTHING = ""
SETTABLE = True


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Any of the codes."""
    return st.sampled_from(boundaries(field, spec))


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """Every code, in the order of the list."""
    return [FieldText(code.ljust(field["width"]), code) for code in _known(field, spec)]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A code that is not in the list, and a code after a blank."""
    value, width, name = text.rstrip(" "), field["width"], field["code_list"]
    lists = [name, field.get("usual", name), *field.get("codes_when", ())]
    listed = {code.ljust(width) for other in lists for code in spec.codes(other)}
    tried = ("~", "0", "X", "é", "?" * width, value.swapcase(), value[:-1])
    others = tuple(t.ljust(width) for t in tried if t.strip(" ") and t.ljust(width) not in listed)
    yield InvalidTexts("a code outside the list", others, (spec.rule_of_unknown_code(name),))
    shifted = tuple(f" {code}".ljust(width) for code in _known(field, spec) if len(code) < width)
    if shifted:
        yield InvalidTexts("a blank in front", shifted, ("field.justified",))


def _known(field: FieldSpec, spec: Spec) -> tuple[str, ...]:
    """The codes that can occur: for the data type of a shared record, those that have records."""
    return tuple(field.get("only") or spec.codes(field["code_list"]))
