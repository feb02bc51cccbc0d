"""One of several layouts: only the fields of the layouts can be wrong."""

from __future__ import annotations

from collections.abc import Iterator

from ..spec import FieldSpec, Spec
from ..texts import InvalidTexts

NOTHING = None
SETTABLE = True


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """Nothing besides the invalid values of its layouts."""
    return iter(())
