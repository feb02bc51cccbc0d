"""Text: from the first column on, blanks behind it."""  # Copied from generator/runtime/testing/strategies/kinds/text.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from .. import identifiers
from ..book import Book, Words
from ..columns import Columns, Way, put

NOTHING = ""
SETTABLE = True

STRANGERS = "~£É\t\x85²\xff"
"""What no set of characters has: what prints, and what programs trip over."""


def filled(field: Words, book: Book) -> st.SearchStrategy[Columns]:
    """Text that neither begins nor ends with a blank; full ones more often than chance has it."""
    if "identifier" in field:
        return identifiers.find(field).valid().map(lambda text: Columns(text, text))
    width, characters = field["width"], book.characters(field["character_set"])

    def assembled(start: str, rest: str) -> Columns:
        value = (start + rest)[:width].strip(" ") or characters[0]
        return Columns(value.ljust(width), value)

    texts = st.text(characters + " ", max_size=width)
    full = st.text(characters, min_size=width, max_size=width)
    return st.builds(assembled, st.sampled_from(_starts(field, book)), texts | full)


def edges(field: Words, book: Book) -> list[Columns]:
    """A single character, all of the columns, blanks within."""
    if "identifier" in field:
        return [Columns(text, text) for text in identifiers.find(field).EXAMPLES]
    width, characters = field["width"], book.characters(field["character_set"])
    start, other = _starts(field, book)[0], _starts(field, book)[-1]
    full = (start + characters * width)[:width]
    apart = full[:1] + " " * (width - 2) + full[-1:]
    values = dict.fromkeys([start or characters[0], full, apart, (other + characters)[:width]])
    return [Columns(value.ljust(width), value) for value in values if len(value) <= width]


def ways(field: Words, book: Book, text: str) -> Iterator[Way]:
    """A character outside of the set, another beginning, a blank in the first column."""
    value, width = text.rstrip(" "), field["width"]
    begins = field.get("starts_with")
    last = max(len(value) - 1, len(_starts(field, book)[0]) if width > 1 else 0)
    strange = tuple(put(text, last, stranger) for stranger in STRANGERS)
    if begins is None or width > 1:
        yield Way("a character outside the set", strange, ("field.characters",))
    if width > 1:
        broken = ["field.justified"]
        if begins is not None:
            broken.append(book.unknown_code(begins))
        shifted = f" {(value + 'A')[: width - 1]}".ljust(width)
        yield Way("a blank in front", (shifted,), tuple(broken))
    if begins is not None:
        others = (put(text, 0, other) for other in book.characters(field["character_set"]))
        unknown = tuple(t for t in others if not t.startswith(_starts(field, book)))
        yield Way("a code outside the list", unknown, (book.unknown_code(begins),))
    if "identifier" in field:
        yield from identifiers.find(field).ways(text)


def _starts(field: Words, book: Book) -> tuple[str, ...]:
    return book.codes(field["starts_with"]) if "starts_with" in field else ("",)
