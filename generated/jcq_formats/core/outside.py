"""Comparisons of values in a nested layout with fields of the record that contains it."""  # Copied from generator/runtime/core/outside.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .conditions import comparison_holds, must_be
from .fields import OF_RECORD, Field
from .issues import Fault
from .kinds.kind import Columns


def compared_within(fields: Iterable[Field]) -> dict[str, frozenset[str]]:
    """The fields with which nested values are compared, by the field that contains those."""
    found = {
        field.name: frozenset(
            name
            for nested in field.kind.nested(field)
            for one in nested.layout.FIELDS.values()
            for name in one.compare_record.values()
        )
        for field in fields
    }
    return {name: others for name, others in found.items() if others}


def faults_against(outer: Columns, part: Columns) -> Iterator[Fault]:
    """Faults for comparisons of a nested layout with fields of the one that contains it."""
    for field in part.FIELDS.values():
        for condition in field.record_comparisons:
            if part.is_wrong(field.name) or outer.is_wrong(condition.other):
                continue
            value, other = part.decode(field.name), outer.decode(condition.other)
            if not comparison_holds(condition.must, value, other):
                message = must_be(field.requirement_of(condition) + OF_RECORD)
                yield field.fault(condition.rule_id, message)
