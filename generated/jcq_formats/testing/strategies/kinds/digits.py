"""Digits that fill the field."""  # Copied from generator/runtime/testing/strategies/kinds/digits.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from .. import identifiers
from ..book import Book, Words
from ..columns import Columns, Way, put

NOTHING = ""
SETTABLE = True

NO_DIGITS = ("A", " ", "²", "-", "é")


def filled(field: Words, book: Book) -> st.SearchStrategy[Columns]:
    """Any digits."""
    if "identifier" in field:
        texts = identifiers.find(field).valid()
    else:
        texts = st.text("0123456789", min_size=field["width"], max_size=field["width"])
    return texts.map(lambda text: Columns(text, text))


def edges(field: Words, book: Book) -> list[Columns]:
    """The lowest, the highest, and one that counts up."""
    width = field["width"]
    if "identifier" in field:
        return [Columns(text, text) for text in identifiers.find(field).EXAMPLES]
    texts = dict.fromkeys(("1".zfill(width), "9" * width, ("1234567890" * width)[:width]))
    return [Columns(text, text) for text in texts]


def ways(field: Words, book: Book, text: str) -> Iterator[Way]:
    """A column that holds no digit 0-9."""
    for at, name in ((0, "a first column that is no digit"), (-1, "a last column that is none")):
        at %= len(text)
        others = (put(text, at, other) for other in NO_DIGITS)
        yield Way(name, tuple(t for t in others if t.strip(" ")), ("field.digits",))
    if "identifier" in field:
        yield from identifiers.find(field).ways(text)
