"""A repeated group: items, then blanks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..spec import FieldSpec, Spec, own_width
from ..texts import InvalidTexts

NOTHING: list[Any] = []
SETTABLE = True


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """An item after a blank one."""
    width = field["width"]
    size = own_width(field["layouts"][0]["fields"])
    first = text[:size]
    if width >= 3 * size:
        hole = (first + " " * size + first).ljust(width)
        yield InvalidTexts("an item behind a blank one", (hole,), ("field.group",))
