# Copied from generator/runtime/testing/strategies/kinds/unestablished.py by `make generate`; edit that, not this.
"""Columns whose meaning is not established: valid where they are blank."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..book import Book, Words
from ..columns import Columns, Way

NOTHING = ""
SETTABLE = True


def filled(field: Words, book: Book) -> st.SearchStrategy[Columns]:
    """Blanks."""
    return st.sampled_from(edges(field, book))


def edges(field: Words, book: Book) -> list[Columns]:
    """Blanks."""
    return [Columns(" " * field["width"], NOTHING)]


def ways(field: Words, book: Book, text: str) -> Iterator[Way]:
    """Anything but blanks, in the first or the last column."""
    width = field["width"]
    texts = dict.fromkeys(("X".ljust(width), "0".rjust(width)))
    yield Way("something in blank columns", tuple(texts), ("field.unestablished",))
