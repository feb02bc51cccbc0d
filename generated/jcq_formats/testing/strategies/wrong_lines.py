"""Lines with one fault: every field, in every way that the spec forbids."""  # Copied from generator/runtime/testing/strategies/wrong_lines.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...core.character_encodings import LATIN_1
from ...core.records import Record
from .conditions import FILLED, conditions_of, holds, in_list, texts_beside
from .constraints import UNCONSTRAINED, Constraints
from .drawing import BoundaryDraw, Draw, HypothesisDraw, draw_fields
from .line_mutation import Mutate, Mutation, Place, WrongLine, places, replaced
from .records import draw_record, line_of, spec_of_record
from .spec import FieldSpec, RecordSpec, Spec, own_width
from .texts import kind_of, overwritten
from .wrong_conditions import mutations_of_conditions

LINE = "(the line)"
"""The name used instead of a field if the line as a whole is wrong."""

UNESTABLISHED, LITERAL = "unestablished", "literal"
"""Kinds that must hold nothing, or one text."""


def mutations(record: type[Record]) -> list[Mutation]:
    """Every way in which a field of a record can be wrong.

    Raises LookupError if no version has this class.
    """
    spec, record_spec = spec_of_record(record)
    return list(mutations_of(spec, record_spec))


def wrong_lines(
    record: type[Record], mutation: Mutation | None = None
) -> SearchStrategy[WrongLine]:
    """Lines with one fault: by this mutation, or by any.

    Raises LookupError if no version has this class.
    """
    spec, record_spec = spec_of_record(record)
    chosen = st.sampled_from(mutations(record)) if mutation is None else st.just(mutation)

    @st.composite
    def drawn(draw: st.DrawFn) -> WrongLine:
        return mutated(HypothesisDraw(draw), spec, record_spec, draw(chosen))

    return drawn()


def mutated(draw: Draw, spec: Spec, record: RecordSpec, mutation: Mutation) -> WrongLine:
    """A valid line made wrong."""
    texts = draw_record(draw, spec, record, mutation.constraints)
    line, broken = mutation.mutate(draw, line_of(record, texts))
    return WrongLine(line, frozenset(one for one in broken if one[0] in spec.rules))


def mutations_of(spec: Spec, record: RecordSpec) -> Iterator[Mutation]:
    """Every mutation of every field, then those of the line as a whole."""
    for place in places(record["fields"]):
        yield from _mutations_of_field(spec, place)
    yield from _mutations_of_line(record)
    yield from _mutations_of_encoding(spec, record)


def _mutations_of_field(spec: Spec, place: Place) -> Iterator[Mutation]:
    yield from _mutations_of_kind(spec, place)
    yield from _mutations_of_value(place)
    yield from mutations_of_conditions(spec, place)


def _mutations_of_kind(spec: Spec, place: Place) -> Iterator[Mutation]:
    """What the kind of the field forbids."""
    filled = Constraints(filled=frozenset({place.field["name"]}))
    sample = draw_fields(BoundaryDraw(0), spec, place.beside, filled)[place.field["name"]].text
    for invalid in kind_of(place.field).invalid(place.field, spec, sample):
        mutate = _by_kind(spec, place, invalid.name)
        yield Mutation(place.path, invalid.name, place.of_line(filled), mutate)


def _mutations_of_value(place: Place) -> Iterator[Mutation]:
    """Forbidden values, and null where a value is required."""
    field = place.field
    for value in field.get("forbidden", ()):
        mutate = _other_text(place, value.ljust(field["width"]), "field.forbidden")
        constraints = place.of_line(UNCONSTRAINED)
        yield Mutation(place.path, f"the forbidden {value}", constraints, mutate)
    beside = _beside_blank(place)
    if kind_of(field).SETTABLE and not field.get("blank") and beside is not None:
        mutate = _other_text(place, " " * field["width"], "field.required")
        yield Mutation(place.path, "blank", place.of_line(beside), mutate)


def _beside_blank(place: Place) -> Constraints | None:
    """The constraints of the fields next to a blank one; None if the layout would be blank too."""
    if not place.is_nested:
        return UNCONSTRAINED
    beside = [f for f in place.beside if kind_of(f).SETTABLE and f["kind"] != UNESTABLISHED]
    others = {f["name"] for f in beside} - {place.field["name"]}
    return Constraints(filled=frozenset(others)) if others else None


def _by_kind(spec: Spec, place: Place, name: str) -> Mutate:
    def mutate(draw: Draw, line: str) -> WrongLine:
        start = place.field["start"] - 1
        text = line[start : start + place.field["width"]]
        field = in_list(place.field, spec, texts_beside(place.beside, line), {})
        found = kind_of(field).invalid(field, spec, text)
        invalid = next(one for one in found if one.name == name)
        return replaced(place, line, draw.one_of(invalid.texts), *invalid.rules)

    return mutate


def _other_text(place: Place, text: str, rule: str) -> Mutate:
    return lambda draw, line: replaced(place, line, text, rule)


def _mutations_of_line(record: RecordSpec) -> Iterator[Mutation]:
    def longer(draw: Draw, line: str) -> WrongLine:
        more = draw.one_of((" ", "X", " X", "X" * 100))
        return WrongLine(line + more, frozenset({("record.long", "")}))

    def padded(draw: Draw, line: str) -> WrongLine:
        end = own_width(record["fields"])
        texts = (overwritten(line, end, "X"), overwritten(line, len(line) - 1, "0"))
        return WrongLine(draw.one_of(texts), frozenset({("field.filler", "")}))

    yield Mutation(LINE, "too long", UNCONSTRAINED, longer)
    for field in record["fields"][1:]:
        yield Mutation(LINE, f"cut before {field['name']}", UNCONSTRAINED, _cut(record, field))
    padded_types = tuple(
        c for c, length in record["lengths"].items() if length > own_width(record["fields"])
    )
    if padded_types:
        constraints = Constraints(choices={record["fields"][0]["name"]: padded_types})
        yield Mutation(LINE, "text in the padding", constraints, padded)


def _cut(record: RecordSpec, field: FieldSpec) -> Mutate:
    """A line that ends before a field; the missing part reads as blank."""
    end = field["start"] - 1
    lost = [f for f in record["fields"] if f["start"] > end]

    def mutate(draw: Draw, line: str) -> WrongLine:
        short = line[:end]
        left = {
            f["name"]: short[f["start"] - 1 : f["start"] - 1 + f["width"]].rstrip(" ")
            for f in record["fields"]
        }
        broken = {("record.short", "")}
        for f in lost:
            needed_by = [
                condition.rule_id
                for condition in conditions_of(f, {})
                if condition.must == FILLED and holds(condition.when, left)
            ]
            if f["kind"] == LITERAL:
                broken.add(("field.literal", f["name"]))
            elif kind_of(f).SETTABLE and not f.get("blank"):
                broken.add(("field.required", f["name"]))
            else:
                broken |= {(rule, f["name"]) for rule in needed_by}
        return WrongLine(short, frozenset(broken))

    return mutate


def _mutations_of_encoding(spec: Spec, record: RecordSpec) -> Iterator[Mutation]:
    """A byte that is not valid UTF-8, in the first text without other constraints."""
    said = {"starts_with", "identifier", "blank_when", "refers_to", "special", "forbidden"}
    said.add("conditions")
    texts = (f for f in record["fields"] if f["kind"] == "text" and said.isdisjoint(f))
    field = next(texts, None)
    if spec.encoding == LATIN_1 or field is None:
        return
    start, broken = field["start"] - 1, "\udce9".ljust(field["width"])

    def mutate(draw: Draw, line: str) -> WrongLine:
        return WrongLine(overwritten(line, start, broken), frozenset({("record.encoding", "")}))

    yield Mutation(LINE, "invalid UTF-8", UNCONSTRAINED, mutate)
