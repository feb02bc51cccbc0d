"""Text, left-justified."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ....core.character_encodings import narrowed
from .. import identifiers
from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts, fitted, in_columns, overwritten

NOTHING = ""
SETTABLE = True

INVALID_CHARACTERS = "~£É\t\x85²\xff"
"""Characters in no set: printable ones, and ones that programs mishandle."""


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Text without blanks at either end; full width more often than by chance."""
    if "identifier" in field:
        return identifiers.find(field).valid().map(lambda text: FieldText(text, text))
    width, characters = field["width"], spec.characters(field["character_set"])

    def assembled(start: str, rest: str) -> FieldText:
        value = (start + rest)[:width].strip(" ") or characters[0]
        columns = fitted(value, width, spec)
        return FieldText(columns, narrowed(columns).rstrip(" "))

    texts = st.text(characters + " ", max_size=width)
    full = st.text(characters, min_size=width, max_size=width)
    return st.builds(assembled, st.sampled_from(_starts(field, spec)), texts | full)


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """A single character, the full width, blanks inside."""
    if "identifier" in field:
        return [FieldText(text, text) for text in identifiers.find(field).EXAMPLES]
    width, characters = field["width"], spec.characters(field["character_set"])
    start, other = _starts(field, spec)[0], _starts(field, spec)[-1]
    full = (start + characters * width)[:width]
    apart = full[:1] + " " * (width - 2) + full[-1:]
    values = dict.fromkeys([start or characters[0], full, apart, (other + characters)[:width]])
    values |= dict.fromkeys(_of_several_bytes(characters, start, width, spec))
    columns = {value: in_columns(value, spec) for value in values}
    return [
        FieldText(text.ljust(width), value)
        for value, text in columns.items()
        if len(value) <= width and len(text) <= width
    ]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A character outside the set, a blank in front, an unknown code at the start."""
    value, width = text.rstrip(" "), field["width"]
    begins = field.get("starts_with")
    last = max(len(value) - 1, len(_starts(field, spec)[0]) if width > 1 else 0)
    outside = [c for c in INVALID_CHARACTERS if c not in spec.characters(field["character_set"])]
    if in_columns("é", spec) != "é":
        outside = [c for c in outside if c.isascii()]
    strange = tuple(overwritten(text, last, other) for other in outside)
    if begins is None or width > 1:
        yield InvalidTexts("a character outside the set", strange, ("field.characters",))
    letter = next((c for c in spec.characters(field["character_set"]) if not c.isascii()), "")
    if begins is None and len(cut := in_columns(letter, spec)) > 1 and "identifier" not in field:
        halves = (cut[:-1].rjust(width, "A")[-width:], cut[1:][:width].ljust(width))
        yield InvalidTexts("a letter cut in two", halves, ("field.characters",))
    if width > 1:
        broken = ["field.justified"]
        if begins is not None:
            broken.append(spec.rule_of_unknown_code(begins))
        shifted = fitted(f" {narrowed(value)}A"[:width], width, spec)
        yield InvalidTexts("a blank in front", (shifted,), tuple(broken))
    if begins is not None:
        others = (overwritten(text, 0, other) for other in spec.characters(field["character_set"]))
        unknown = tuple(t for t in others if not t.startswith(_starts(field, spec)))
        yield InvalidTexts("a code outside the list", unknown, (spec.rule_of_unknown_code(begins),))
    if "identifier" in field:
        yield from identifiers.find(field).invalid(text)


def _of_several_bytes(characters: str, start: str, width: int, spec: Spec) -> Iterator[str]:
    """The longest texts of one letter of each size."""
    letters = {len(in_columns(c, spec)): c for c in characters if not c.isascii()}
    for size, letter in letters.items():
        yield start + letter * ((width - len(start)) // size)


def _starts(field: FieldSpec, spec: Spec) -> tuple[str, ...]:
    return spec.codes(field["starts_with"]) if "starts_with" in field else ("",)
