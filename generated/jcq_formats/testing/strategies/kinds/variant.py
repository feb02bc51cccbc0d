"""Columns that read by one of several layouts: what can be wrong is wrong with their fields."""  # Copied from generator/runtime/testing/strategies/kinds/variant.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book, Words
from ..columns import Way

NOTHING = None
SETTABLE = True


def ways(field: Words, book: Book, text: str) -> Iterator[Way]:
    """None of its own."""
    return iter(())
