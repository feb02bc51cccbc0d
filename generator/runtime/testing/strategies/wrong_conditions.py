"""Lines with a value that contradicts other fields, or the item before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from .conditions import (
    BLANK,
    FILLED,
    RULE,
    Condition,
    Link,
    assignments,
    compares,
    conditions_of,
    connected,
    holds,
    in_list,
    links_of,
    lists_when,
    nested_fields,
    outside_of,
    texts_beside,
)
from .constraints import UNCONSTRAINED, Constraints, role_or_name
from .drawing import Draw, draw_layout, fitting, values_to_compare
from .line_mutation import Broken, Mutation, Place, WrongLine, replaced
from .spec import FieldSpec, Spec
from .texts import FieldText, can_be_nothing, nothing, overwritten


def mutations_of_conditions(spec: Spec, place: Place) -> Iterator[Mutation]:
    """A value where it is forbidden, null where a value is required, a wrong comparison, a code of
    another list, and items of a group out of order."""
    for condition in conditions_of(place.field, {}):
        if condition.compares:
            name = place.field["name"]
            yield from _not_comparing(spec, place, condition, place.beside, name)
        else:
            yield _not_present(spec, place, condition)
    for condition in outside_of(place.field):
        yield from _not_comparing(spec, place, condition, place.around, place.called)
    yield from _of_other_lists(spec, place)
    yield from _out_of_order(spec, place)


def _not_present(spec: Spec, place: Place, condition: Condition) -> Mutation:
    field, fits = place.field, fitting(place.beside, place.field, UNCONSTRAINED)
    names = " and ".join(condition.when)

    def mutate(draw: Draw, line: str) -> WrongLine:
        filled = condition.must == BLANK
        text = draw.text(field, spec, fits).text if filled else nothing(field).text
        beside = texts_beside(place.beside, line)
        rules = {
            one.rule_id
            for one in conditions_of(field, {})
            if one.must == condition.must and holds(one.when, beside)
        }
        if condition.must == FILLED and not can_be_nothing(field):
            rules = {"field.required"}
        return replaced(place, line, text, *rules)

    said = f"filled though {names} forbids it"
    way = said if condition.must == BLANK else f"blank though {names} needs it"
    return Mutation(place.path, way, place.of_line(Constraints(choices=condition.when)), mutate)


def _not_comparing(
    spec: Spec, place: Place, condition: Condition, fields: Sequence[FieldSpec], name: str
) -> Iterator[Mutation]:
    """A value at one of its boundaries, with others for which another value would be valid. Among
    these ``fields`` it has this name."""
    links = connected(name, links_of(fields, {}))
    values = values_to_compare(fields, spec, UNCONSTRAINED)
    for right in assignments(links, {}, values):
        for wrong in values(name):
            if compares(condition.must, wrong.value, right[condition.other]):
                continue
            within = [x for x in links if "." in x.name and x.condition.other == name]
            if not _all_hold(within, {**right, name: wrong.value}):
                continue  # A nested layout with its values may not be there.
            known = {field["name"]: field for field in fields}
            known |= dict(nested for field in fields for nested in nested_fields(field))
            linked = {link.name for link in within}
            fixed = {
                role_or_name(known[one]): _text_of(values(one), value)
                for one, value in right.items()
                if "." in name or "." not in one or one in linked
            }
            beside = {field["name"] for field in place.beside}
            filled = frozenset({place.field["name"], *(beside & right.keys())})
            constraints = Constraints(texts=fixed, choices=condition.when, filled=filled)
            mutate = _changed(place, wrong, {**right, name: wrong.value}, links)
            way = f"not {condition.must} {condition.other}"
            yield Mutation(place.path, way, place.of_line(constraints), mutate)
            return


def _all_hold(links: Sequence[Link], values: Mapping[str, Any]) -> bool:
    return all(compares(c.must, values[name], values[c.other]) for name, c in links)


def _text_of(texts: Sequence[FieldText], value: Any) -> FieldText:
    return next(one for one in texts if one.value == value)


def _changed(
    place: Place, wrong: FieldText, values: Mapping[str, Any], links: Sequence[Link]
) -> Callable[[Draw, str], WrongLine]:
    """A line with this value, and other values that make its comparison fail."""
    within = place.path.removesuffix(place.field["name"])

    def mutate(draw: Draw, line: str) -> WrongLine:
        beside = {**texts_beside(place.around, line), **texts_beside(place.beside, line)}
        broken = {
            (condition.rule_id, within + name.rpartition(".")[2])
            for name, condition in links
            if holds(condition.when, beside)
            and not compares(condition.must, values[name], values[condition.other])
        }
        return WrongLine(replaced(place, line, wrong.text).line, frozenset(broken))

    return mutate


def _of_other_lists(spec: Spec, place: Place) -> Iterator[Mutation]:
    """A code of another list than the one chosen by other fields."""
    field = place.field
    lists = list(lists_when(field))
    of_header = [name for name, _, header in lists if header]

    def mutate(draw: Draw, line: str) -> WrongLine:
        listed = in_list(field, spec, texts_beside(place.beside, line), {})
        own = [*spec.codes(listed["code_list"]), *(c for x in of_header for c in spec.codes(x))]
        every = [c for name in (field["code_list"], *field["codes_when"]) for c in spec.codes(name)]
        others = [code for code in every if code not in own] or ["~"]
        rule = spec.rule_of_unknown_code(listed["code_list"])
        return replaced(place, line, draw.one_of(others).ljust(field["width"]), rule)

    filled = frozenset({field["name"]})
    for name, when, header in lists:
        if not header:
            constraints = place.of_line(Constraints(choices=when, filled=filled))
            way = f"a code of another list than {name}, for {' and '.join(when)}"
            yield Mutation(place.path, way, constraints, mutate)
    if lists:
        allowed = {
            role_or_name(one): _is_none_of(codes)
            for _, when, _ in lists
            for chooser, codes in when.items()
            for one in place.beside
            if one["name"] == chooser
        }
        constraints = place.of_line(Constraints(filled=filled, allowed=allowed))
        yield Mutation(place.path, "a code of another list", constraints, mutate)


def _is_none_of(codes: Sequence[str]) -> Callable[[Any], bool]:
    return lambda value: value not in codes


def _out_of_order(spec: Spec, place: Place) -> Iterator[Mutation]:
    """Two items of a group that are out of order."""
    field = place.field
    if "compare_previous" not in field:
        return
    name, word = field["name"], field["compare_previous"]
    values = values_to_compare(place.beside, spec, UNCONSTRAINED)(name)
    ordered = [one for one in place.beside if "compare_previous" in one]
    path = place.path.removesuffix(f"[0].{name}")

    def item(draw: Draw, one: FieldText) -> FieldText:
        constraints = Constraints(texts={role_or_name(field): one}, filled=frozenset({name}))
        return draw_layout(draw, spec, place.beside, constraints)

    def mutate(draw: Draw, line: str) -> WrongLine:
        pairs = [(a, b) for a in values for b in values if not compares(word, b.value, a.value)]
        first, second = (item(draw, one) for one in pairs[draw.number(0, len(pairs) - 1)])
        broken = frozenset[Broken](
            (RULE, f"{path}[1].{one['name']}")
            for one in ordered
            if not _is_after(one, second.value, first.value)
        )
        start = place.beside[0]["start"] - 1
        return WrongLine(overwritten(line, start, first.text + second.text), broken)

    filled = place.of_line(Constraints(filled=frozenset({name})))
    yield Mutation(place.path, "not as the place before asks", filled, mutate)


def _is_after(field: FieldSpec, value: Mapping[str, Any], last: Mapping[str, Any]) -> bool:
    name = field["name"]
    return compares(field["compare_previous"], value[name], last[name])
