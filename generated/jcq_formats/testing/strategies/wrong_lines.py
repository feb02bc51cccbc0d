"""Lines with one thing wrong: every field, in every way that the spec forbids."""  # Copied from generator/runtime/testing/strategies/wrong_lines.py by `make generate`; edit that, not this.

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...core.character_encodings import LATIN_1
from ...core.records import Record
from .drawing import (
    UNCONSTRAINED,
    BoundaryDraw,
    Constraints,
    Draw,
    HypothesisDraw,
    compares,
    draw_fields,
    fitting,
)
from .records import draw_record, line_of, spec_of_record
from .spec import FieldSpec, RecordSpec, Spec, own_width
from .texts import FieldText, can_be_nothing, kind_of, nothing, overwritten

LINE = "(the line)"
"""The name that stands for the field if the line as a whole is wrong."""

UNESTABLISHED, LITERAL = "unestablished", "literal"
"""Kinds that must hold nothing, or one text."""

Broken = tuple[str, str]
"""The id of a rule, and the field that breaks it; "" if the line does."""


class WrongLine(NamedTuple):
    """A line with one thing wrong, and exactly what it breaks."""

    line: str
    broken: frozenset[Broken]


Mutate = Callable[[Draw, str], WrongLine]
"""Makes a valid line wrong."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One way in which one field can be wrong. ``str`` names both."""

    field: str
    way: str
    constraints: Constraints = dataclasses.field(repr=False)
    mutate: Mutate = dataclasses.field(repr=False)

    def __str__(self) -> str:
        return f"{self.field}: {self.way}"


def mutations(record: type[Record]) -> list[Mutation]:
    """Every way in which a field of a record can be wrong.

    Raises LookupError if no version has this class.
    """
    spec, record_spec = spec_of_record(record)
    return list(mutations_of(spec, record_spec))


def wrong_lines(
    record: type[Record], mutation: Mutation | None = None
) -> SearchStrategy[WrongLine]:
    """Lines with one thing wrong: by this mutation, or by any.

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
    for place in _places(record["fields"]):
        yield from _mutations_of_field(spec, place)
    yield from _mutations_of_line(record)
    yield from _mutations_of_encoding(spec, record)


@dataclass(frozen=True, slots=True)
class _Place:
    """A field in a line.

    ``path`` has its name, and those of the fields it is nested in; ``beside`` are the fields of its
    layout; ``of_line`` turns constraints of that layout into constraints of the line.
    """

    path: str
    field: FieldSpec
    beside: Sequence[FieldSpec]
    is_nested: bool
    of_line: Callable[[Constraints], Constraints]


def _places(
    fields: Sequence[FieldSpec],
    path: str = "",
    is_nested: bool = False,
    of_line: Callable[[Constraints], Constraints] = lambda constraints: constraints,
) -> Iterator[_Place]:
    for field in fields:
        name = field["name"]
        yield _Place(path + name, field, fields, is_nested, of_line)
        for layout in field.get("layouts", ()):
            when = _first_for(layout, field)
            if "chooser" in field and not when:
                continue
            separator = "[0]." if "repeat" in field else "."

            def of_layout(
                constraints: Constraints,
                field: FieldSpec = field,
                when: Sequence[str] = tuple(when),
            ) -> Constraints:
                chosen = {field["chooser"]: when} if "chooser" in field else {}
                name = field["name"]
                return of_line(
                    Constraints(
                        choices=chosen, filled=frozenset({name}), nested={name: constraints}
                    )
                )

            yield from _places(layout["fields"], path + name + separator, True, of_layout)


def _first_for(layout: FieldSpec, field: FieldSpec) -> list[str]:
    """The values that choose this layout before any other."""
    firsts = {v: one for one in reversed(field["layouts"]) for v in one.get("when", ())}
    return [value for value, first in firsts.items() if first is layout]


def _mutations_of_field(spec: Spec, place: _Place) -> Iterator[Mutation]:
    yield from _mutations_of_kind(spec, place)
    yield from _mutations_of_value(place)
    yield from _mutations_of_conditions(spec, place)
    yield from _mutations_of_comparisons(spec, place)


def _mutations_of_kind(spec: Spec, place: _Place) -> Iterator[Mutation]:
    """What the kind of the field forbids."""
    filled = Constraints(filled=frozenset({place.field["name"]}))
    sample = draw_fields(BoundaryDraw(0), spec, place.beside, filled)[place.field["name"]].text
    for invalid in kind_of(place.field).invalid(place.field, spec, sample):
        mutate = _by_kind(spec, place, invalid.name)
        yield Mutation(place.path, invalid.name, place.of_line(filled), mutate)


def _mutations_of_value(place: _Place) -> Iterator[Mutation]:
    """Values that are forbidden, and no value where one is required."""
    field = place.field
    for value in field.get("forbidden", ()):
        mutate = _other_text(place, value.ljust(field["width"]), "field.forbidden")
        constraints = place.of_line(UNCONSTRAINED)
        yield Mutation(place.path, f"the forbidden {value}", constraints, mutate)
    beside = _beside_blank(place)
    if kind_of(field).SETTABLE and not field.get("blank") and beside is not None:
        mutate = _other_text(place, " " * field["width"], "field.required")
        yield Mutation(place.path, "blank", place.of_line(beside), mutate)


def _mutations_of_conditions(spec: Spec, place: _Place) -> Iterator[Mutation]:
    """A value where another field forbids it, and none where another field requires it."""
    field = place.field
    for other, codes in field.get("blank_when", {}).items():
        constraints = place.of_line(Constraints(choices={other: codes}))
        mutate = _filled(spec, place, _condition_rule(field, "blank_when", other))
        yield Mutation(place.path, f"filled though {other} forbids it", constraints, mutate)
    for other, codes in field.get("filled_when", {}).items():
        constraints = place.of_line(Constraints(choices={other: codes}))
        rule = _condition_rule(field, "filled_when", other)
        if not can_be_nothing(field):
            rule = "field.required"
        mutate = _other_text(place, nothing(field).text, rule)
        yield Mutation(place.path, f"blank though {other} needs it", constraints, mutate)


def _mutations_of_comparisons(spec: Spec, place: _Place) -> Iterator[Mutation]:
    """A value that does not compare with another as it must: each at one of its boundaries."""
    field = place.field
    for word, name in field.get("compare", {}).items():
        other = next(one for one in place.beside if one["name"] == name)
        pairs = (
            (mine.text, one)
            for one in _boundaries(spec, place, other)
            for mine in _boundaries(spec, place, field)
            if not compares(word, mine.value, one.value)
        )
        for text, one in islice(pairs, 1):
            constraints = Constraints(
                texts={other.get("role") or name: one}, filled=frozenset({field["name"]})
            )
            mutate = _other_text(place, text, "field.condition")
            way = f"not {word} {name}"
            yield Mutation(place.path, way, place.of_line(constraints), mutate)


def _boundaries(spec: Spec, place: _Place, field: FieldSpec) -> list[FieldText]:
    fits = fitting(place.beside, field, UNCONSTRAINED)
    found = kind_of(field).boundaries(field, spec)
    return [one for one in found if one.value is not None and (fits is None or fits(one))]


def _beside_blank(place: _Place) -> Constraints | None:
    """The constraints of the fields beside a blank one; None if the layout would be blank too."""
    if not place.is_nested:
        return UNCONSTRAINED
    beside = [f for f in place.beside if kind_of(f).SETTABLE and f["kind"] != UNESTABLISHED]
    others = {f["name"] for f in beside} - {place.field["name"]}
    return Constraints(filled=frozenset(others)) if others else None


def _by_kind(spec: Spec, place: _Place, name: str) -> Mutate:
    def mutate(draw: Draw, line: str) -> WrongLine:
        start = place.field["start"] - 1
        text = line[start : start + place.field["width"]]
        found = kind_of(place.field).invalid(place.field, spec, text)
        invalid = next(one for one in found if one.name == name)
        return _replaced(place, line, draw.one_of(invalid.texts), *invalid.rules)

    return mutate


def _other_text(place: _Place, text: str, rule: str) -> Mutate:
    return lambda draw, line: _replaced(place, line, text, rule)


def _condition_rule(field: FieldSpec, condition: str, other: str) -> str:
    """The rule that a condition belongs to."""
    rules = field.get("condition_rules", {}).get(condition, {})
    return str(rules.get(other, "field.condition"))


def _filled(spec: Spec, place: _Place, rule: str) -> Mutate:
    fits = fitting(place.beside, place.field, UNCONSTRAINED)
    return lambda draw, line: _replaced(place, line, draw.text(place.field, spec, fits).text, rule)


def _replaced(place: _Place, line: str, text: str, *rules: str) -> WrongLine:
    changed = overwritten(line, place.field["start"] - 1, text)
    if "only" in place.field:
        # There is no such data type, so there is no length to pad the line to.
        changed = changed[: own_width(place.beside)]
    return WrongLine(changed, frozenset((rule, place.path) for rule in rules))


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
    """A line that ends before a field; what it lacks reads as blank."""
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
                name for name, codes in f.get("filled_when", {}).items() if left[name] in codes
            ]
            if f["kind"] == LITERAL:
                broken.add(("field.literal", f["name"]))
            elif kind_of(f).SETTABLE and not f.get("blank"):
                broken.add(("field.required", f["name"]))
            else:
                rules = {_condition_rule(f, "filled_when", name) for name in needed_by}
                broken |= {(rule, f["name"]) for rule in rules}
        return WrongLine(short, frozenset(broken))

    return mutate


def _mutations_of_encoding(spec: Spec, record: RecordSpec) -> Iterator[Mutation]:
    """A byte that is no UTF-8, in the first text of which nothing else is said."""
    said = ("starts_with", "identifier", "blank_when", "refers_to", "special", "forbidden")
    texts = (f for f in record["fields"] if f["kind"] == "text" and not any(w in f for w in said))
    field = next(texts, None)
    if spec.encoding == LATIN_1 or field is None:
        return
    start, broken = field["start"] - 1, "\udce9".ljust(field["width"])

    def mutate(draw: Draw, line: str) -> WrongLine:
        return WrongLine(overwritten(line, start, broken), frozenset({("record.encoding", "")}))

    yield Mutation(LINE, "a byte that is no UTF-8", UNCONSTRAINED, mutate)
