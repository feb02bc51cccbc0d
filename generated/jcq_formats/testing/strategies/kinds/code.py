"""A code of a list: from the first column on, blanks behind it."""  # Copied from generator/runtime/testing/strategies/kinds/code.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..book import Book, Words
from ..columns import Columns, Way

NOTHING = ""
SETTABLE = True


def filled(field: Words, book: Book) -> st.SearchStrategy[Columns]:
    """Any of the codes."""
    return st.sampled_from(edges(field, book))


def edges(field: Words, book: Book) -> list[Columns]:
    """Every code, as the list has them."""
    return [Columns(code.ljust(field["width"]), code) for code in _known(field, book)]


def ways(field: Words, book: Book, text: str) -> Iterator[Way]:
    """A code that the list does not have, and one that begins in the second column."""
    value, width, name = text.rstrip(" "), field["width"], field["code_list"]
    listed = {code.ljust(width) for code in book.codes(name)}
    tried = ("~", "0", "X", "é", "?" * width, value.swapcase(), value[:-1])
    others = tuple(t.ljust(width) for t in tried if t.strip(" ") and t.ljust(width) not in listed)
    yield Way("a code outside the list", others, (book.unknown_code(name),))
    shifted = tuple(f" {code}".ljust(width) for code in _known(field, book) if len(code) < width)
    if shifted:
        yield Way("a blank in front", shifted, ("field.justified",))


def _known(field: Words, book: Book) -> tuple[str, ...]:
    """The codes that can occur: a record that serves all data types has only those of records."""
    return tuple(field.get("only") or book.codes(field["code_list"]))
