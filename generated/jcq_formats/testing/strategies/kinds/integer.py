"""A whole number with zeros in front."""  # Copied from generator/runtime/testing/strategies/kinds/integer.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..book import Book, Words
from ..columns import Columns, Way, put

NOTHING = None
SETTABLE = True

NO_DIGITS = ("A", " ", "²", "-", ".", "+")


def filled(field: Words, book: Book) -> st.SearchStrategy[Columns]:
    """Any number that fits."""
    width = field["width"]
    return st.integers(0, 10**width - 1).map(lambda number: Columns(f"{number:0{width}d}", number))


def edges(field: Words, book: Book) -> list[Columns]:
    """The lowest, the highest, and one that counts up."""
    width = field["width"]
    numbers = dict.fromkeys((0, 1, 10**width - 1, int(("1234567890" * width)[:width])))
    return [Columns(f"{number:0{width}d}", number) for number in numbers]


def ways(field: Words, book: Book, text: str) -> Iterator[Way]:
    """A column that holds no digit 0-9."""
    for at, name in ((0, "a first column that is no digit"), (-1, "a last column that is none")):
        at %= len(text)
        others = (put(text, at, other) for other in NO_DIGITS)
        yield Way(name, tuple(t for t in others if t.strip(" ")), ("field.integer",))
