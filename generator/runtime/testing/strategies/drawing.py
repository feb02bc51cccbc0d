"""Draws the fields of a record, or of a nested layout, so that they are valid together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from hypothesis import strategies as st

from .conditions import (
    BLANK,
    FILLED,
    Link,
    assignments,
    compares,
    conditions_of,
    connected,
    depends_on,
    holds,
    in_list,
    links_of,
    nested_fields,
    outside_of,
    texts_of,
)
from .constraints import UNCONSTRAINED, Constraints, role_or_name
from .spec import FieldSpec, Spec, own_width
from .texts import (
    FieldText,
    FieldTexts,
    can_be_nothing,
    in_width,
    joined,
    kind_of,
    nothing,
    values_of,
)


class Draw(Protocol):
    """Makes the choices that the spec leaves open."""

    def is_filled(self, field: FieldSpec) -> bool:
        """Whether an optional field has a value."""

    def text(
        self, field: FieldSpec, spec: Spec, fits: Callable[[FieldText], bool] | None
    ) -> FieldText:
        """A text with a value; one that ``fits``."""

    def number(self, least: int, most: int) -> int:
        """A number between these, both included."""

    def one_of(self, texts: Sequence[str]) -> str:
        """One of these."""


@dataclass(frozen=True, slots=True)
class HypothesisDraw:
    """Choices that Hypothesis makes and shrinks."""

    draw: st.DrawFn

    def is_filled(self, field: FieldSpec) -> bool:
        return self.draw(st.booleans())

    def text(
        self, field: FieldSpec, spec: Spec, fits: Callable[[FieldText], bool] | None
    ) -> FieldText:
        strategy = spec.strategies.get(id(field))
        if strategy is None:
            strategy = spec.strategies[id(field)] = kind_of(field).valid(field, spec)
        text: FieldText = self.draw(strategy)
        if fits is None or fits(text):
            return text
        boundaries = [one for one in kind_of(field).boundaries(field, spec) if fits(one)]
        text = self.draw(st.sampled_from(boundaries) if boundaries else strategy.filter(fits))
        return text  # noqa: RET504 - `draw` has no type

    def number(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))

    def one_of(self, texts: Sequence[str]) -> str:
        return self.draw(st.sampled_from(texts))


@dataclass(slots=True)
class BoundaryDraw:
    """Takes the boundaries of each field in turn: the same step always makes the same choices."""

    step: int

    def is_filled(self, field: FieldSpec) -> bool:
        self.step += 1
        return self.step % 2 == 0

    def text(
        self, field: FieldSpec, spec: Spec, fits: Callable[[FieldText], bool] | None
    ) -> FieldText:
        boundaries = kind_of(field).boundaries(field, spec)
        fitting = [one for one in boundaries if fits is None or fits(one)]
        self.step += 1
        return fitting[self.step % len(fitting)]

    def number(self, least: int, most: int) -> int:
        self.step += 1
        return least + self.step % (most - least + 1)

    def one_of(self, texts: Sequence[str]) -> str:
        self.step += 1
        return texts[self.step % len(texts)]


def draw_fields(
    draw: Draw, spec: Spec, fields: Sequence[FieldSpec], constraints: Constraints = UNCONSTRAINED
) -> FieldTexts:
    """Texts for these fields that are valid together, in the order of the fields."""
    drawn: FieldTexts = {}
    links = links_of(fields, constraints.header)
    for field in _in_order_of_dependence(fields):
        own = constraints
        if links:
            own = _comparing(links, fields, field, spec, drawn, constraints)
        drawn[field["name"]] = _draw_field(draw, spec, fields, field, drawn, own)
    return {field["name"]: drawn[field["name"]] for field in fields}


def _in_order_of_dependence(fields: Sequence[FieldSpec]) -> Iterable[FieldSpec]:
    """Every field after those it depends on."""
    done: dict[str, FieldSpec] = {}
    rest = list(fields)
    while rest:
        ready = [f for f in rest if depends_on(f) <= done.keys()]
        done |= {f["name"]: f for f in ready}
        rest = [f for f in rest if f["name"] not in done]
    return done.values()


def _draw_field(
    draw: Draw,
    spec: Spec,
    fields: Sequence[FieldSpec],
    field: FieldSpec,
    drawn: FieldTexts,
    constraints: Constraints,
) -> FieldText:
    name = field["name"]
    known = constraints.texts.get(role_or_name(field))
    if known is not None:
        return known
    if "only" in field:
        choices = constraints.choices.get(name, field["only"])
        code = draw.one_of([code for code in field["only"] if code in choices])
        return FieldText(code.ljust(field["width"]), code)
    if not kind_of(field).SETTABLE:
        return draw.text(field, spec, None)
    if _any_holds(field, BLANK, drawn, constraints):
        return _draw_nothing(draw, field, constraints)
    is_needed = name in constraints.filled or name in constraints.choices
    must = is_needed or _any_holds(field, FILLED, drawn, constraints)
    if not must and can_be_nothing(field) and not draw.is_filled(field):
        return _draw_nothing(draw, field, constraints)
    if "layouts" in field:
        within = _against_record(field, drawn, constraints.within(name))
    if "repeat" in field:
        return _draw_group(draw, spec, field, within)
    if "layouts" in field:
        part = _draw_variant(draw, spec, field, drawn, within, must)
        return nothing(field) if part.text in field.get("none", ()) else part
    listed = field
    if "codes_when" in field:
        listed = in_list(field, spec, texts_of(drawn), constraints.header)
    fits = fitting(fields, field, constraints)
    choices = constraints.choices.get(name, ())
    if choices and not any(
        fits is None or fits(x) for x in kind_of(listed).boundaries(listed, spec)
    ):
        return in_width(draw.one_of(choices), field)
    return draw.text(listed, spec, fits)


def _comparing(
    links: Sequence[Link],
    fields: Sequence[FieldSpec],
    field: FieldSpec,
    spec: Spec,
    drawn: FieldTexts,
    constraints: Constraints,
) -> Constraints:
    """The same constraints, with values whose comparisons with drawn fields hold, and leave room
    for those drawn later."""
    own = connected(field["name"], links)
    if not own:
        return constraints
    known = {name: one.value for name, one in drawn.items()}
    values = values_to_compare(fields, spec, constraints)
    role = role_or_name(field)
    given = constraints.allowed.get(role)

    def allowed(value: Any) -> bool:
        found = assignments(own, {**known, field["name"]: value}, values)
        return (given is None or given(value)) and next(found, None) is not None

    return replace(constraints, allowed={**constraints.allowed, role: allowed})


def values_to_compare(
    fields: Sequence[FieldSpec], spec: Spec, constraints: Constraints
) -> Callable[[str], Sequence[FieldText]]:
    """The values at the boundaries that each of these fields can have, by its name."""
    found: dict[str, list[FieldText]] = {}

    def values(name: str) -> Sequence[FieldText]:
        if name not in found:
            container, _, nested = name.partition(".")
            field = next(one for one in fields if one["name"] == container)
            beside, own = fields, constraints
            if nested:
                beside = field["layouts"][int(nested.partition(".")[0])]["fields"]
                own = constraints.within(container)
                field = dict(nested_fields(field))[name]
            given = own.texts.get(role_or_name(field))
            fits = fitting(beside, field, own)
            every = [given] if given is not None else kind_of(field).boundaries(field, spec)
            found[name] = [x for x in every if x.value is not None and (fits is None or fits(x))]
        return found[name]

    return values


def _any_holds(field: FieldSpec, must: str, drawn: FieldTexts, constraints: Constraints) -> bool:
    asked = [c for c in conditions_of(field, constraints.header) if c.must == must]
    return bool(asked) and any(holds(c.when, texts_of(drawn)) for c in asked)


def _text(one: FieldText) -> str:
    """The text used in comparisons by conditions, choosers and forbidden values."""
    return one.text.rstrip(" ")


def _draw_nothing(draw: Draw, field: FieldSpec, constraints: Constraints) -> FieldText:
    plain = nothing(field)
    spellings = [*field.get("none", ()), *[" " * field["width"]] * bool(field.get("blank"))]
    if not constraints.all_spellings or len(spellings) < 2:
        return plain
    return plain._replace(text=draw.one_of(spellings))


def fitting(
    fields: Sequence[FieldSpec], field: FieldSpec, constraints: Constraints
) -> Callable[[FieldText], bool] | None:
    """A predicate for texts with an allowed value that lets other fields be filled as required.

    None if all texts fit.
    """
    texts = field.get("none", ())
    forbidden = [*field.get("forbidden", ())]
    for other in fields:
        if other["name"] in constraints.filled:
            for condition in conditions_of(other, constraints.header):
                if condition.must == BLANK and field["name"] in [*condition.when][-1:]:
                    forbidden += condition.when[field["name"]]
    allowed = constraints.allowed.get(role_or_name(field))
    choices = constraints.choices.get(field["name"])
    if not texts and not forbidden and allowed is None and choices is None:
        return None
    return lambda one: (
        one.text not in texts
        and _text(one) not in forbidden
        and (choices is None or _text(one) in choices)
        and (allowed is None or allowed(one.value))
    )


def _draw_group(draw: Draw, spec: Spec, field: FieldSpec, constraints: Constraints) -> FieldText:
    """The items of a group, then blanks."""
    (item,) = field["layouts"]
    ordered = [one for one in item["fields"] if "compare_previous" in one]
    items: list[FieldText] = []
    last: dict[str, Any] = {}
    most = 1 if ordered and (constraints.filled or constraints.choices) else field["repeat"]
    for _ in range(draw.number(1, most)):
        own = _after(last, ordered, constraints)
        if items and not all(map(values_to_compare(item["fields"], spec, own), last)):
            break
        items.append(draw_layout(draw, spec, item["fields"], own))
        found = {one["name"]: items[-1].value[one["name"]] for one in ordered}
        last |= {name: value for name, value in found.items() if value is not None}
    text = "".join(one.text for one in items)
    return FieldText(text.ljust(field["width"]), [one.value for one in items])


def _after(
    last: Mapping[str, Any], ordered: Sequence[FieldSpec], constraints: Constraints
) -> Constraints:
    """The same constraints, with values whose comparisons with the last item of a group hold."""
    allowed = dict(constraints.allowed)
    for field in ordered:
        if field["name"] in last:
            role, word = role_or_name(field), field["compare_previous"]
            allowed[role] = _compared_with(last[field["name"]], word, allowed.get(role))
    return replace(constraints, allowed=allowed)


def _against_record(field: FieldSpec, drawn: FieldTexts, constraints: Constraints) -> Constraints:
    """The same constraints, with nested values whose comparisons with drawn fields hold."""
    allowed = dict(constraints.allowed)
    for _, one in nested_fields(field):
        role = role_or_name(one)
        for condition in outside_of(one):
            other = drawn[condition.other].value
            allowed[role] = _compared_with(other, condition.must, allowed.get(role))
    return replace(constraints, allowed=allowed)


def _compared_with(
    other: Any, word: str, given: Callable[[Any], bool] | None
) -> Callable[[Any], bool]:
    return lambda value: (given is None or given(value)) and compares(word, value, other)


def _draw_variant(
    draw: Draw,
    spec: Spec,
    field: FieldSpec,
    drawn: FieldTexts,
    constraints: Constraints,
    must: bool,
) -> FieldText:
    """A layout that the value of the choosing field selects; a text if it selects none.

    Of several, it is one that has the required fields; within a file, the first. If it ``must``
    have a value, it is not a text that means null.
    """
    chosen = _text(drawn[field["chooser"]])
    wanted = {*constraints.filled, *constraints.choices, *constraints.nested}
    layouts = [
        layout
        for layout in field["layouts"]
        if chosen in layout["when"] and wanted <= {f["name"] for f in layout["fields"]}
    ]
    if not layouts:
        return FieldText("X" * field["width"], "X" * field["width"])
    in_file = constraints.texts or constraints.allowed
    layout = layouts[0 if in_file else draw.number(0, len(layouts) - 1)]
    part = draw_layout(draw, spec, layout["fields"], constraints)
    if must and part.text in field.get("none", ()):
        first = next(f for f in layout["fields"] if kind_of(f).SETTABLE)
        refused = part.value[first["name"]]
        another = {role_or_name(first): lambda value: value != refused}
        constraints = replace(constraints, allowed={**constraints.allowed, **another})
        return draw_layout(draw, spec, layout["fields"], constraints)
    return part


def draw_layout(
    draw: Draw, spec: Spec, fields: Sequence[FieldSpec], constraints: Constraints = UNCONSTRAINED
) -> FieldText:
    """A nested layout. It is never blank, since a blank one would count as missing."""
    drawn = draw_fields(draw, spec, fields, constraints)
    text = joined(drawn)
    if not text.strip(" "):
        first = next(f["name"] for f in fields if kind_of(f).SETTABLE)
        filled = constraints.filled | {first}
        return draw_layout(draw, spec, fields, replace(constraints, filled=filled))
    assert len(text) == own_width(fields)
    return FieldText(text, values_of(fields, drawn))
