"""A repeated group: items one behind the other, blanks after the last."""  # Copied from generator/runtime/testing/strategies/kinds/group.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..book import Book, Words, own_width
from ..columns import Way

NOTHING: list[Any] = []
SETTABLE = True


def ways(field: Words, book: Book, text: str) -> Iterator[Way]:
    """An item behind a blank one."""
    width = field["width"]
    size = own_width(field["layouts"][0]["fields"])
    first = text[:size]
    if width >= 3 * size:
        hole = (first + " " * size + first).ljust(width)
        yield Way("an item behind a blank one", (hole,), ("field.group",))
