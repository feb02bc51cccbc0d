"""Conditions on a field that depend on other fields or file headers, and comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from generator.lint.directions import condition_on_direction
from generator.lint.texts import OPEN, faults_of
from generator.lint.walk import Owner, Written, at, owners
from generator.load.nodes import Problem, SpecSequence
from generator.load.unknown import known_words
from generator.resolve.conditions import STATED
from generator.resolve.fields import DIRECTION, FieldSpec
from generator.resolve.model import RuleSpec, VersionSpec
from generator.runtime.core.conditions import BLANK, COMPARISONS, FILLED, Condition, When
from generator.runtime.core.kinds.code import Code
from generator.runtime.core.places import Place
from generator.runtime.core.values import ColumnType

COMPARABLE = {
    ColumnType.INTEGER: "numbers",
    ColumnType.DECIMAL: "numbers",
    ColumnType.DATE: "dates",
    ColumnType.TIME: "times",
}
"""The types of values that have an order, and the types with which they can be compared."""

IMPOSSIBLE = (
    {"at_least", "less_than"},
    {"at_most", "more_than"},
    {"less_than", "more_than"},
)
"""Comparisons that cannot both hold for the same two fields."""

NAME_ANOTHER = "Name another field."


@dataclass(frozen=True, slots=True)
class Stated:
    """A condition of a field, with the item and the key that state it; `while_word` is the key with
    the fields that decide."""

    condition: Condition
    item: Written
    word: str
    while_word: str


def condition_problems(version: VersionSpec) -> Iterator[Problem]:
    """Conditions on unknown fields, on impossible values, and conditions that cannot hold."""
    rules = {rule.id: rule for rule in version.rules}
    headers = [record for record in version.records if record.place == Place.FILE_HEADER]
    by_role = {field.role: field for record in headers for field in record.fields if field.role}
    for owner in owners(version):
        is_header = any(owner.words is record.words for record in headers)
        known = {} if is_header else by_role
        by_name = {f.name: f for f in owner.fields}
        if len(by_name) < len(owner.fields):
            continue  # Names that appear twice are reported already.
        for field in owner.fields:
            for word, when in _written(field):
                yield from condition_on_direction(field, word, when, owner)
            stated = list(_stated(field, owner, rules))
            for one in stated:
                for message, advice in _while(field, one.condition, by_name, known):
                    yield at(one.item, one.while_word, message, advice)
                if one.condition.compares:
                    for message, advice in _comparison(field, one.condition, by_name):
                        yield at(one.item, one.word, message, advice)
            yield from _in_vain(field, stated)
            yield from _against_each_other(field, stated)
            for message, advice in _lists(field, by_name, known):
                yield at(field, "codes_when", message, advice)
            for message, advice in _places(field, owner):
                yield at(field, "compare_previous", message, advice)
            for message, advice in _outside(field, owner):
                yield at(field, "compare_record", message, advice)
        for rule in version.rules:
            if owner.is_record and owner.words["key"] == rule.words.get("record"):
                for word in ("when", "when_all"):
                    when = rule.words.get(word, {})
                    yield from condition_on_direction(rule, word, when, owner)
        yield from _circles(owner, rules)


def _written(field: FieldSpec) -> Iterator[tuple[str, Mapping[str, SpecSequence]]]:
    """The values that decide, as stated in the field, and their key."""
    for word in STATED.values():
        for stated in (word, f"{word}_all"):
            yield stated, field.words.get(stated, {})
    for when in field.words.get("codes_when", {}).values():
        yield "codes_when", when


def _stated(field: FieldSpec, owner: Owner, rules: Mapping[str, RuleSpec]) -> Iterator[Stated]:
    for condition in field.all_conditions:
        rule = rules.get(condition.rule_id)
        if rule is not None and "record" in rule.words:
            word = "compare" if condition.compares else condition.must
            every = _names(rule.words.get("when_all", {}), owner)
            is_every = bool(condition.when) and condition.when.keys() <= every
            yield Stated(condition, rule, word, "when_all" if is_every else "when")
        elif condition.compares:
            yield Stated(condition, field, "compare", "compare")
        else:
            word = STATED[condition.must]
            own = _names(field.words.get(word, {}), owner)
            word = word if condition.every.keys() <= own else f"{word}_all"
            yield Stated(condition, field, word, word)


def _names(when: Iterable[str], owner: Owner) -> set[str]:
    """The fields that decide; for the direction, that of the data type."""
    return {owner.fields[0].name if name == DIRECTION else name for name in when}


def _while(
    field: FieldSpec,
    when: When,
    by_name: Mapping[str, FieldSpec],
    by_role: Mapping[str, FieldSpec],
) -> Iterator[tuple[str, str]]:
    """Message and advice if a condition depends on an unknown field, or an impossible value."""
    for name, values in when.when.items():
        if name == field.name:
            yield "a field cannot decide about itself", NAME_ANOTHER
        elif name not in by_name:
            message = f"there is no field {name!r} beside this one"
            yield message, known_words(name, by_name, said="Fields")
        else:
            yield from values_of(by_name[name], values)
    for role, values in when.header.items():
        if "." not in role:
            continue  # Conditions on the file header are checked with the rules.
        if not by_role:
            yield f"{role!r} is a role, and this is the file header itself", "Name the field."
        elif role not in by_role:
            message = f"no field of the file header has the role {role!r}"
            yield message, known_words(role, by_role, said="Roles", likeness=0.75)
        else:
            yield from values_of(by_role[role], values)


def _comparison(
    field: FieldSpec, condition: Condition, by_name: Mapping[str, FieldSpec]
) -> Iterator[tuple[str, str]]:
    """Message and advice if two fields cannot be compared."""
    other = condition.other
    if other == field.name:
        yield f"the field is always {COMPARISONS[condition.must].in_words} itself", NAME_ANOTHER
    elif other not in by_name:
        message = f"there is no field {other!r} beside this one"
        yield message, known_words(other, by_name, said="Fields")
    elif not (field.is_resolved and by_name[other].is_resolved):
        return  # The wrong kinds are reported already.
    elif not _are_comparable(field, by_name[other]):
        kinds = f"{field.kind_name} cannot be compared with {by_name[other].kind_name}"
        yield kinds, "Compare numbers with numbers, dates with dates and times with times."
    else:
        for one in (field, by_name[other]):
            if one.counts is not None or one.agrees:
                yield f"`{one.name}` is computed from other lines", "Do not compare it."


def _outside(field: FieldSpec, owner: Owner) -> Iterator[tuple[str, str]]:
    """Message and advice if a field cannot be compared with one of the record."""
    around = {one.name: one for one in owner.around}
    if owner.shared and owner.parent is None:
        return  # A shared layout is checked in each record that has it.
    for one, other in combinations(field.record_comparisons, 2):
        if {one.must, other.must} in IMPOSSIBLE and one.other == other.other:
            words = " and ".join(COMPARISONS[c.must].in_words for c in (one, other))
            message = f"`{field.name}` cannot be {words} `{one.other}` at once"
            yield message, "Remove one of the two."
    for condition in field.record_comparisons:
        if owner.parent is None:
            yield "this field is in no group or variant", "Use `compare`."
        elif condition.other not in around:
            advice = known_words(condition.other, around, said="Fields")
            yield f"the record has no field {condition.other!r}", advice
        else:
            yield from _comparison(field, condition, around)


def _are_comparable(field: FieldSpec, other: FieldSpec) -> bool:
    what = COMPARABLE.get(field.kind.COLUMN)
    return what is not None and what == COMPARABLE.get(other.kind.COLUMN)


def _places(field: FieldSpec, owner: Owner) -> Iterator[tuple[str, str]]:
    """Message and advice if there is no previous item in a group to compare with."""
    if not field.compare_previous:
        return
    if owner.parent is None or not owner.parent.repeat:
        yield "only an item of a group has an item before it", "Use `compare`, or remove it."
    elif field.is_resolved and field.kind.COLUMN not in COMPARABLE:
        message = f"{field.kind_name} cannot be compared"
        yield message, "Only numbers, dates and times can."


def _lists(
    field: FieldSpec, by_name: Mapping[str, FieldSpec], by_role: Mapping[str, FieldSpec]
) -> Iterator[tuple[str, str]]:
    """Message and advice if alternative code lists cannot be chosen so."""
    if not isinstance(field.kind, Code):
        return
    for one in field.kind.codes_when:
        yield from _while(field, one, by_name, by_role)
        if one.codes is field.kind.codes:
            message = f"{one.codes.name} is the usual list of this field"
            yield message, "Name another list, or remove it."
    for one, other in combinations(field.kind.codes_when, 2):
        both = _values_of_both(one, other)
        if one.codes is not other.codes and both:
            message = f"{one.codes.name} and {other.codes.name} both apply when {both}"
            yield message, "Remove one of the two."


def _values_of_both(one: When, other: When) -> str:
    """Values with which both conditions hold, if they depend on the same fields; empty if they
    cannot."""
    mine, others = one.every, other.every
    common = {
        name: [value for value in mine[name] if value in others[name]]
        for name in mine.keys() & others.keys()
    }
    if mine.keys() != others.keys() or not all(common.values()):
        return ""
    return " and ".join(f"`{name}` is {', '.join(values)}" for name, values in common.items())


def _in_vain(field: FieldSpec, stated: Iterable[Stated]) -> Iterator[Problem]:
    """Conditions that the field itself makes impossible or unnecessary."""
    presence = [one for one in stated if not one.condition.compares]
    for one in presence:
        if not field.settable:
            message = f"a {field.kind_name} is always the same"
            yield at(one.item, one.word, message, "Remove the condition.")
        elif field.blank or field.none:
            continue
        elif one.condition.must == BLANK:
            message = "the field can never be blank, so the condition cannot be met"
            yield at(one.item, one.word, message, "Add `blank: allowed`, or a text for `none`.")
        else:
            message = "the field can never be blank, so the condition has no effect"
            advice = "Add `blank: allowed`, or remove the condition."
            yield at(one.item, one.word, message, advice)


def _against_each_other(field: FieldSpec, stated: Iterable[Stated]) -> Iterator[Problem]:
    """Two conditions that contradict each other when both apply."""
    for one, other in combinations(stated, 2):
        first, second = one.condition, other.condition
        if {first.must, second.must} == {BLANK, FILLED}:
            blank, filled = (one, other) if first.must == BLANK else (other, one)
            if both := _values_of_both(first, second):
                message = f"must be blank and filled when {both}"
                yield at(filled.item, filled.word, message, "Remove one of the two.")
            elif _can_both_hold(first, second):
                first_case, other_case = (c.condition.case_in_words for c in (filled, blank))
                when = f"{first_case}, and blank when {other_case}"
                message = f"must be filled when {when}: both can hold at once"
                advice = "Narrow one of the two with `filled_when_all` or `blank_when_all`."
                yield at(filled.item, filled.word, message, advice)
        elif {first.must, second.must} in IMPOSSIBLE and first.other == second.other:
            if not _can_both_hold(first, second):
                continue
            words = " and ".join(COMPARISONS[c.must].in_words for c in (first, second))
            message = f"`{field.name}` cannot be {words} `{first.other}` at once"
            yield at(other.item, other.word, message, "Remove one of the two.")


def _can_both_hold(one: When, other: When) -> bool:
    """Whether both can hold without two values for one field."""
    mine, others = one.every, other.every
    return all({*mine[name]} & {*others[name]} for name in mine.keys() & others.keys())


def _circles(owner: Owner, rules: Mapping[str, RuleSpec]) -> Iterator[Problem]:
    """Fields that depend on each other in a circle, so that none can be decided first."""
    stated = {field.name: list(_stated(field, owner, rules)) for field in owner.fields}
    on = {
        field.name: {name for one in stated[field.name] for name in one.condition.names}
        | {*field.kind.beside}
        for field in owner.fields
    }
    for field in owner.fields:
        way = _way_back(field.name, on)
        if not way:
            continue
        named = (one for one in stated[field.name] if way[0] in one.condition.names)
        found = next(named, None)
        item, word = (found.item, found.word) if found is not None else (field, "codes_when")
        message = f"`{field.name}` depends on itself, by way of {', '.join(f'`{n}`' for n in way)}"
        yield at(item, word, message, "Remove one of these conditions.")


def _way_back(name: str, on: Mapping[str, set[str]]) -> list[str]:
    """The fields through which a field depends on itself; empty if it does not."""
    ways = [[other] for other in sorted(on[name] - {name})]
    seen = set[str]()
    while ways:
        way = ways.pop(0)
        if name in on.get(way[-1], ()):
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [[*way, other] for other in sorted(on.get(way[-1], ()))]
    return []


def values_of(other: FieldSpec, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Message and advice for every value that the other field can never have."""
    for value in values:
        if other.code_lists:
            # Padding of a code is reported where the code is.
            known = [*dict.fromkeys(c.strip(" ") for codes in other.code_lists for c in codes)]
            if value not in known:
                names = " or ".join(codes.name for codes in other.code_lists)
                message = f"{value!r} is not a code of `{other.name}` ({names})"
                yield message, known_words(value, known)
        elif len(value) > other.width:
            message = f"{value!r} is wider than `{other.name}`, which is {other.width} wide"
            yield message, "Correct the value."
        elif _never_reads(other, value):
            message = f"`{other.name}` can never be {value!r}"
            yield message, "Correct the value; padding is not part of it."


def _never_reads(other: FieldSpec, value: str) -> bool:
    if value.endswith(" "):
        return True
    if not other.is_resolved or value.ljust(other.width) in other.none:
        return False
    return any(rule != OPEN for rule, _ in faults_of(other.kind, other, value))
