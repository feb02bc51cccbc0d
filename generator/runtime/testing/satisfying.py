"""Invented values that meet the conditions between the fields of a record."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Mapping, Set
from typing import Any

from ..core.conditions import BLANK, FILLED, Condition, comparison_holds
from ..core.fields import Field
from ..core.kinds.code import Code
from ..core.kinds.literal import Literal
from ..core.layouts import Layout
from .made_up_values import made_up

PASSES = 3
"""How often all fields are gone through: a value can decide about one before it."""

STEPS = {"at_least": 0, "at_most": 0, "more_than": 1, "less_than": -1}
"""By how much a value differs from the other one in a comparison that just holds."""


def satisfied(
    layout: type[Layout], values: Mapping[str, Any], given: Set[str], number: int
) -> dict[str, Any]:
    """The values by name, changed so that the conditions of the layout hold: missing ones are
    invented, and those that must be blank are left out. Of two values that are compared, one that
    is not ``given`` changes.

    Conditions on the file header are not met. Raises BuildError if no value can be invented.
    """
    found, fields = dict(values), _conditional(layout)
    for _ in range(PASSES):
        before = dict(found)
        for field in fields:
            _satisfy(_Values(layout.FIELDS, found), field, given, number)
        if found == before:
            break
    return found


def _conditional(layout: type[Layout]) -> tuple[Field, ...]:
    """The fields without nested fields that depend on others; cached for each class."""
    if layout not in _CONDITIONAL:
        plain = (f for f in layout.FIELDS.values() if not any(True for _ in f.kind.nested(f)))
        found = tuple(field for field in plain if field.kind.SETTABLE and field.decided_by)
        _CONDITIONAL[layout] = found
    return _CONDITIONAL[layout]


_CONDITIONAL: dict[type[Layout], tuple[Field, ...]] = {}


class _Values:
    """Values by name, as conditions read them: as the texts of their fields."""

    def __init__(self, fields: Mapping[str, Field], values: dict[str, Any]) -> None:
        self.FIELDS = fields
        self.values = values

    def text(self, name: str) -> str:
        """The text of a field; blank if its value cannot be written."""
        field = self.FIELDS[name]
        if isinstance(field.kind, Literal):
            return field.kind.literal
        value = self.values.get(name)
        try:
            return field.default if value is None and field.default else field.encode(value)
        except ValueError:
            return ""

    def is_nothing(self, name: str) -> bool:
        """Whether a field is null."""
        return self.FIELDS[name].is_nothing(self.text(name).ljust(self.FIELDS[name].width))


def _satisfy(texts: _Values, field: Field, given: Set[str], number: int) -> None:
    """Changes the value of one field, or of those that it is compared with."""
    conditions = [c for c in field.all_conditions if not c.header and c.holds_beside(texts)]
    if any(condition.must == BLANK for condition in conditions):
        texts.values.pop(field.name, None)
    elif any(c.must == FILLED for c in conditions) and texts.is_nothing(field.name):
        texts.values[field.name] = made_up(field, number)
    if isinstance(field.kind, Code) and not texts.is_nothing(field.name):
        when = (one for one in field.kind.codes_when if not one.header)
        listed = next((one.codes for one in when if one.holds_beside(texts)), field.kind.codes)
        codes = list(listed)
        if listed.closed and texts.text(field.name).rstrip(" ") not in codes:
            texts.values[field.name] = codes[number % len(codes)]
    for condition in conditions:
        if condition.compares:
            _compare(texts, field, condition, given)


def _compare(texts: _Values, field: Field, condition: Condition, given: Set[str]) -> None:
    value, other = (texts.values.get(name) for name in (field.name, condition.other))
    if comparison_holds(condition.must, value, other):
        return
    step = STEPS[condition.must]
    if field.name not in given:
        texts.values[field.name] = _moved(field, other, step)
    elif condition.other not in given:
        texts.values[condition.other] = _moved(texts.FIELDS[condition.other], value, -step)


def _moved(field: Field, value: Any, step: int) -> Any:
    """The value that is so many of the smallest steps of the field more."""
    if isinstance(value, datetime.date):
        return value + datetime.timedelta(days=step)
    if isinstance(value, datetime.time):
        return value.replace(minute=(value.minute + step) % 60)
    smallest = decimal.Decimal(1).scaleb(-getattr(field.kind, "decimals", 0))
    return value + step * (smallest if isinstance(value, decimal.Decimal) else 1)
