"""Conditions of fields: those in the field itself, and those in rules of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.load.nodes import Problem, SpecMapping
from generator.load.unknown import unknown
from generator.resolve.fields import DIRECTION, CodeListSpec
from generator.runtime.core.conditions import BLANK, FILLED, Condition, When
from generator.runtime.core.kinds.code import ListWhen
from generator.versions.extend import VersionData

W = TypeVar("W", bound=When)

Going = Callable[[tuple[str, ...]], tuple[str, ...]]
"""The data types of files with some directions."""

STATED = {BLANK: "blank_when", FILLED: "filled_when"}
"""The key of a condition in a field, by its key in a rule; with `_all` for all fields at once."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A condition of a field that a rule of the catalogue states."""

    rule: SpecMapping
    word: str
    condition: Condition


Statements = dict[str, dict[str, list[Statement]]]
"""Statements by record key and field name."""


def stated_conditions(data: VersionData, problems: list[Problem]) -> Statements:
    """The conditions of fields that rules state."""
    found: Statements = {}
    records = data.items["records"]
    for rule in (item.words for item in data.items["rules"].values()):
        if "record" not in rule:
            continue
        key = rule["record"]
        if key not in records:
            problems.append(unknown(rule, "record", f"unknown record {key!r}", records))
            continue
        fields = {words["name"]: words for words in records[key].words["fields"]}
        for name, word, condition in _conditions_of_rule(rule):
            if name not in fields:
                message = f"{key} has no field {name!r}"
                problems.append(unknown(rule, word, message, fields, near=name))
                continue
            of_field = found.setdefault(key, {}).setdefault(name, [])
            known = [*own_conditions(fields[name], simple=True), *(s.condition for s in of_field)]
            if any(_is_said(condition, other) for other in known):
                on = " and ".join(f"`{one}`" for one in (*condition.names, *condition.header))
                message = f"`{name}` already has a condition on {on}"
                mark, path = rule.mark_of(word), rule.path_of(word)
                problems.append(Problem(mark, path, message, "Write it once."))
            of_field.append(Statement(rule, word, condition))
    return found


def _conditions_of_rule(rule: SpecMapping) -> Iterator[tuple[str, str, Condition]]:
    """The field, the key and the condition of each statement of a rule."""
    header = {name: tuple(codes) for name, codes in rule.get("header", {}).items()}
    cases = [when_of({name: codes}) for name, codes in rule.get("when", {}).items()]
    if "when_all" in rule or not cases:
        cases.append(when_of(rule.get("when_all", {})))
    for case in cases:
        when = (case.when, {**header, **case.header})
        for stated in STATED:
            for name in rule.get(stated, ()):
                yield name, stated, Condition(*when, must=stated, rule_id=rule["id"])
        for name, compared in rule.get("compare", {}).items():
            for word, other in compared.items():
                yield name, "compare", Condition(*when, must=word, other=other, rule_id=rule["id"])


def _is_said(condition: Condition, other: Condition) -> bool:
    """Whether two conditions are the same for a field, for some values of the same fields."""
    return (condition.must, {*condition.names}, {*condition.header}) == (
        other.must,
        {*other.names},
        {*other.header},
    )


def own_conditions(words: Mapping[str, SpecMapping], *, simple: bool = False) -> list[Condition]:
    """The conditions in the field itself; the ``simple`` ones, on one field of the layout or
    compared without a condition, only on request."""
    found = []
    for must, word in STATED.items():
        for name, codes in words.get(word, {}).items():
            when = when_of({name: codes})
            if simple or when.header:
                found.append(Condition(when.when, when.header, must=must))
        if f"{word}_all" in words:
            when = when_of(words[f"{word}_all"])
            found.append(Condition(when.when, when.header, must=must))
    if simple:
        compared = words.get("compare", {}).items()
        found += [Condition(must=word, other=other) for word, other in compared]
    return found


def simple_conditions(
    words: SpecMapping, word: str, data_type: str, going: Going
) -> dict[str, tuple[str, ...]]:
    """The values of single fields of the layout on which the field depends."""
    cases = [When({name: codes}) for name, codes in when_of(words.get(word, {})).when.items()]
    found: dict[str, tuple[str, ...]] = {}
    for case in by_data_type(cases, data_type, going):
        for name, codes in case.when.items():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *codes)))
    return found


def by_data_type(cases: Iterable[W], data_type: str, going: Going) -> Iterator[W]:
    """The same; a condition on the direction becomes one on ``data_type``, the field of the data
    type, and is left out if no files have that direction."""
    for case in cases:
        if DIRECTION not in case.when:
            yield case
            continue
        when = {name: codes for name, codes in case.when.items() if name != DIRECTION}
        codes = going(case.when[DIRECTION])
        when[data_type] = tuple(code for code in codes if code in when.get(data_type, codes))
        if when[data_type]:
            yield replace(case, when=when)


def lists_when(
    words: SpecMapping, code_lists: Mapping[str, CodeListSpec], problems: list[Problem]
) -> tuple[ListWhen, ...]:
    """The alternative code lists of the field, one for each field that decides."""
    found = []
    for name, by_field in words.get("codes_when", {}).items():
        if name not in code_lists:
            problems.append(
                unknown(words, "codes_when", f"unknown {name!r}", code_lists, near=name)
            )
            continue
        cases = [when_of({beside: codes}) for beside, codes in by_field.items()]
        found += [ListWhen(one.when, one.header, codes=code_lists[name]) for one in cases]
    return tuple(found)


def when_of(by_field: Mapping[str, Sequence[str]]) -> When:
    """Values of fields of the layout by name, and of fields of the file header by role: a role
    contains a full stop."""
    codes = {name: tuple(values) for name, values in by_field.items()}
    return When(
        {name: values for name, values in codes.items() if "." not in name},
        {name: values for name, values in codes.items() if "." in name},
    )
