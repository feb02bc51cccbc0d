"""Conditions of fields: what a field states itself, and what rules of the catalogue state of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.load.nodes import Problem, SpecMapping
from generator.resolve.fields import DIRECTION
from generator.resolve.unknown import unknown
from generator.versions.extend import VersionData

CONDITIONS = {"blank": "blank_when", "filled": "filled_when"}
"""How a rule states a condition, and how a field does."""


@dataclass(slots=True)
class Conditions:
    """The conditions of a field that rules of the catalogue state, with the ids of these rules."""

    when: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    rules: dict[str, dict[str, str]] = field(default_factory=dict)


def stated_conditions(
    data: VersionData, problems: list[Problem]
) -> dict[str, dict[str, Conditions]]:
    """What rules state of fields, by the key of the record and the name of the field."""
    found: dict[str, dict[str, Conditions]] = {}
    records = data.items["records"]
    for rule in (item.words for item in data.items["rules"].values()):
        if "record" not in rule:
            continue
        key = rule["record"]
        if key not in records:
            problems.append(unknown(rule, "record", f"unknown record {key!r}", records))
            continue
        fields = {words["name"]: words for words in records[key].words["fields"]}
        for stated, word in CONDITIONS.items():
            for name in rule.get(stated, ()):
                if name not in fields:
                    message = f"{key} has no field {name!r}"
                    problems.append(unknown(rule, stated, message, fields, near=name))
                    continue
                of_field = found.setdefault(key, {}).setdefault(name, Conditions())
                problems += _add(rule, stated, word, fields[name], of_field)
    return found


def _add(
    rule: SpecMapping, stated: str, word: str, words: SpecMapping, known: Conditions
) -> list[Problem]:
    """Adds what one rule states of one field to what is known of the field."""
    problems = []
    when = known.when.setdefault(word, {})
    for other, codes in rule["when"].items():
        if other in when or other in words.get(word, ()):
            message = f"`{words['name']}` already has a condition on `{other}`"
            mark, path = rule.mark_of(stated), rule.path_of(stated)
            problems.append(Problem(mark, path, message, "Write it once."))
        when[other] = tuple(codes)
        known.rules.setdefault(word, {})[other] = rule["id"]
    return problems


def all_conditions(
    words: SpecMapping,
    stated: Conditions,
    data_type: str,
    going: Callable[[tuple[str, ...]], tuple[str, ...]],
) -> Conditions:
    """The conditions that the field states itself, then those that rules state of it.

    One on the direction is one on ``data_type``, the field of the data type; ``going`` has the data
    types that go in some directions.
    """
    found = Conditions()
    for word in CONDITIONS.values():
        when = found.when[word] = {}
        own = {name: tuple(codes) for name, codes in words.get(word, {}).items()}
        for name, values in (own | stated.when.get(word, {})).items():
            codes = going(values) if name == DIRECTION else values
            if codes:
                when[data_type if name == DIRECTION else name] = codes
    for word, rules in stated.rules.items():
        found.rules[word] = {
            data_type if name == DIRECTION else name: rule for name, rule in rules.items()
        }
    return found
