"""Conditions: what `blank_when`, `filled_when` and `compare` say of a field and another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.lint.directions import condition_on_direction
from generator.lint.texts import OPEN, faults_of
from generator.lint.walk import Owner, at, owners
from generator.load.nodes import Problem
from generator.resolve.fields import FieldSpec
from generator.resolve.model import VersionSpec
from generator.runtime.core.comparing import COMPARISONS
from generator.runtime.core.values import ColumnType

COMPARABLE = {
    ColumnType.INTEGER: "numbers",
    ColumnType.DECIMAL: "numbers",
    ColumnType.DATE: "dates",
    ColumnType.TIME: "times",
}
"""The types of values of which one is less than another, and what they compare with."""


def condition_problems(version: VersionSpec) -> Iterator[Problem]:
    """Conditions on no field, on values that cannot occur, and those that cannot hold."""
    for owner in owners(version):
        by_name = {f.name: f for f in owner.fields}
        for field in owner.fields:
            for word, conditions in (
                ("blank_when", field.blank_when),
                ("filled_when", field.filled_when),
            ):
                yield from condition_on_direction(field, word, owner)
                for other, values in conditions.items():
                    yield from _condition(field, word, other, values, by_name)
            yield from _in_vain(field)
            for operation, other in field.compare.items():
                for message, advice in _comparison(field, operation, other, owner, by_name):
                    yield at(field, "compare", message, advice)
        for rule in version.rules:
            if owner.is_record and owner.words["key"] == rule.words.get("record"):
                yield from condition_on_direction(rule, "when", owner)


def _comparison(
    field: FieldSpec, operation: str, other: str, owner: Owner, by_name: dict[str, FieldSpec]
) -> Iterator[tuple[str, str]]:
    """Message and advice where two fields cannot be compared."""
    if not owner.is_record:
        message = "fields are compared in a record, not within a group or variant"
        yield message, "Remove it here."
    elif other == field.name:
        yield f"the field is always {COMPARISONS[operation].said} itself", "Name another field."
    elif other not in by_name:
        message = f"there is no field {other!r} beside this one"
        yield message, f"Fields: {', '.join(by_name)}."
    elif not (field.is_resolved and by_name[other].is_resolved):
        return  # Their kinds are wrong, and reported.
    elif not _are_comparable(field, by_name[other]):
        kinds = f"{field.kind_name} cannot be compared with {by_name[other].kind_name}"
        yield kinds, "Compare numbers with numbers, dates with dates and times with times."
    elif by_name[other].compare:
        message = f"`{other}` is compared with another field itself"
        yield message, "Compare both with the same field."
    else:
        for one in (field, by_name[other]):
            if one.counts is not None or one.agrees:
                yield f"what `{one.name}` holds follows from other lines", "Do not compare it."


def _are_comparable(field: FieldSpec, other: FieldSpec) -> bool:
    what = COMPARABLE.get(field.kind.COLUMN)
    return what is not None and what == COMPARABLE.get(other.kind.COLUMN)


def _condition(
    field: FieldSpec, word: str, other: str, values: tuple[str, ...], by_name: dict[str, FieldSpec]
) -> Iterator[Problem]:
    if other == field.name:
        message = "a field cannot decide about itself"
        yield at(field, word, message, "Name another field.")
    elif other not in by_name:
        message = f"there is no field {other!r} beside this one"
        yield at(field, word, message, f"Fields: {', '.join(by_name)}.")
    else:
        for message, advice in values_of(by_name[other], values):
            yield at(field, word, message, advice)


def _in_vain(field: FieldSpec) -> Iterator[Problem]:
    """Conditions that the field itself makes impossible or needless."""
    if not field.settable:
        for word in ("blank_when", "filled_when"):
            if word in field.words:
                message = f"a {field.kind_name} is always the same"
                yield at(field, word, message, "Remove the condition.")
        return
    if not field.blank and not field.none:
        if field.blank_when:
            message = "the field can never be blank, so the condition cannot be met"
            advice = "Add `blank: allowed`, or a text for `none`."
            yield at(field, "blank_when", message, advice)
        if field.filled_when:
            message = "the field can never be blank, so the condition has no effect"
            advice = "Add `blank: allowed`, or remove the condition."
            yield at(field, "filled_when", message, advice)
    for other, values in field.filled_when.items():
        both = [value for value in field.blank_when.get(other, ()) if value in values]
        if both:
            message = f"must be blank and filled when `{other}` is {', '.join(both)}"
            yield at(field, "filled_when", message, "Remove one of the two.")


def values_of(other: FieldSpec, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Message and advice for every value that the other field could never hold."""
    for value in values:
        if other.code_list is not None:
            known = list(other.code_list)
            if value not in known:
                message = f"{value!r} is not a code of `{other.name}` ({other.code_list.name})"
                yield message, f"Known: {', '.join(known)}."
        elif len(value) > other.width:
            message = f"{value!r} is wider than `{other.name}`, which is {other.width} wide"
            yield message, "Correct the value."
        elif _never_reads(other, value):
            message = f"`{other.name}` never reads as {value!r}"
            yield message, "Correct the value; padding is no part of it."


def _never_reads(other: FieldSpec, value: str) -> bool:
    if value.endswith(" "):
        return True
    if not other.is_resolved or value.ljust(other.width) in other.none:
        return False
    return any(rule != OPEN for rule, _ in faults_of(other.kind, other, value))
