"""A repeated group: items, then blanks."""  # Copied from generator/runtime/testing/strategies/kinds/group.py by `make generate`; edit that, not this.

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
    fields = field["layouts"][0]["fields"]
    size = own_width(fields)
    first, blank = text[:size], " " * size
    rule = "field.group-hole" if field.get("holes") == "allowed" else "field.group"
    if width >= 3 * size:
        holes = [blank + first]
        if not any("compare_previous" in one for one in fields):
            holes.append(first + blank + first)
        texts = tuple(hole.ljust(width) for hole in holes)
        yield InvalidTexts("an item after a blank one", texts, (rule,))
