"""A number with decimals, written as a whole number is."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText
from .integer import NOTHING, SETTABLE, edges, invalid, numbers, written

__all__ = ["NOTHING", "SETTABLE", "boundaries", "invalid", "valid"]


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Any number that fits."""
    return numbers(field).map(lambda number: _field_text(field, number))


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """The lowest and the highest number, and one with increasing digits."""
    return [_field_text(field, number) for number in edges(field)]


def _field_text(field: FieldSpec, number: int) -> FieldText:
    decimals = field["decimals"]
    digits = f"{abs(number):0{decimals + 1}d}"
    sign = "-" if number < 0 else ""
    value = Decimal(f"{sign}{digits[:-decimals]}.{digits[-decimals:]}")
    return FieldText(written(field, number), value)
