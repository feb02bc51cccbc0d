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
    first, blank = text[:size], " " * size
    rule = "field.group-hole" if field.get("holes") == "allowed" else "field.group"
    if width >= 3 * size:
        texts = tuple(hole.ljust(width) for hole in (first + blank + first, blank + first))
        yield InvalidTexts("an item after a blank one", texts, (rule,))
