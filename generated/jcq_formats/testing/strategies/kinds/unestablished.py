"""A field whose meaning is not established: valid if blank."""  # Copied from generator/runtime/testing/strategies/kinds/unestablished.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ..spec import FieldSpec, Spec
from ..texts import InvalidTexts
from .filler import NOTHING, boundaries, not_blank, valid

__all__ = ["NOTHING", "SETTABLE", "boundaries", "invalid", "valid"]

SETTABLE = True


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A character at the start or at the end."""
    yield not_blank(field, "field.unestablished")
