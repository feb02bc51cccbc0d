"""Columns that hold nothing."""  # Copied from generator/runtime/testing/strategies/kinds/filler.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..book import Book, Words
from ..columns import Columns, Way

NOTHING = ""
SETTABLE = False


def filled(field: Words, book: Book) -> st.SearchStrategy[Columns]:
    """Blanks."""
    return st.sampled_from(edges(field, book))


def edges(field: Words, book: Book) -> list[Columns]:
    """Blanks."""
    return [Columns(" " * field["width"], NOTHING)]


def ways(field: Words, book: Book, text: str) -> Iterator[Way]:
    """Anything but blanks, in the first or the last column."""
    yield not_blank(field, "field.filler")


def not_blank(field: Words, rule: str) -> Way:
    """Something in columns that should hold nothing, and the rule that it breaks."""
    width = field["width"]
    texts = dict.fromkeys(("X".ljust(width), "0".rjust(width)))
    return Way("something in blank columns", tuple(texts), (rule,))
