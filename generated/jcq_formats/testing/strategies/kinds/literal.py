"""Fixed text."""  # Copied from generator/runtime/testing/strategies/kinds/literal.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..book import Book, Words
from ..columns import Columns, Way

NOTHING = ""
SETTABLE = False


def filled(field: Words, book: Book) -> st.SearchStrategy[Columns]:
    """The text."""
    return st.sampled_from(edges(field, book))


def edges(field: Words, book: Book) -> list[Columns]:
    """The text."""
    return [Columns(field["literal"], field["literal"])]


def ways(field: Words, book: Book, text: str) -> Iterator[Way]:
    """Other text, and none."""
    tried = (text.lower(), "~" * len(text), " " * len(text), "0" * len(text))
    yield Way("another text", tuple(t for t in tried if t != text), ("field.literal",))
