"""Columns whose meaning is not established: valid where they are blank."""  # Copied from generator/runtime/testing/strategies/kinds/unestablished.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book, Words
from ..columns import Way
from .filler import NOTHING, edges, filled, not_blank

__all__ = ["NOTHING", "SETTABLE", "edges", "filled", "ways"]

SETTABLE = True


def ways(field: Words, book: Book, text: str) -> Iterator[Way]:
    """Anything but blanks, in the first or the last column."""
    yield not_blank(field, "field.unestablished")
