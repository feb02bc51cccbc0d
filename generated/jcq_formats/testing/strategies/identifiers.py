"""Identifiers as they are drawn, their check letters worked out apart from `identifiers`."""  # Copied from generator/runtime/testing/strategies/identifiers.py by `make generate`; edit that, not this.

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Protocol, cast

from hypothesis import strategies as st

from .book import Words
from .columns import Way, put

RULE = "field.identifier"


class Identifier(Protocol):
    """One identifier."""

    EXAMPLES: tuple[str, ...]

    def valid(self) -> st.SearchStrategy[str]:
        """Any valid one."""

    def ways(self, text: str) -> Iterator[Way]:
        """How one can be wrong beside this valid one."""


def find(field: Words) -> Identifier:
    """The identifier that a field holds: a class of this module by the name that the spec uses."""
    return cast(Identifier, getattr(sys.modules[__name__], str(field["identifier"]).upper())())


class UCI:
    """Five digits, 0 or a letter, six digits; the sum of all by their weights picks the letter."""

    EXAMPLES = ("999990260001T", "12345Q260001X", "12345Z260001D")
    LETTERS = "ABCDEFGHKLMRTVWXY"

    def valid(self) -> st.SearchStrategy[str]:
        """Any awarding body's, those of the disputed letters too."""
        digits = st.text("0123456789", min_size=11, max_size=11)
        bodies = st.sampled_from("0ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return st.builds(lambda d, b: self._checked(d[:5] + b + d[5:]), digits, bodies)

    def ways(self, text: str) -> Iterator[Way]:
        """Every other check letter, and what cannot be one."""
        others = tuple(text[:-1] + letter for letter in self.LETTERS if letter != text[-1])
        yield Way("another check letter", others, (RULE,))
        shapes = (put(text, 12, "Z"), put(text, 12, "1"), put(text, 0, "A"), put(text, 5, "1"))
        yield Way("another shape", (*shapes, text[:5].ljust(13), text.lower()), (RULE,))

    def _checked(self, body: str) -> str:
        total = sum((16 - at) * self._count(character) for at, character in enumerate(body))
        return body + self.LETTERS[total % 17]

    def _count(self, character: str) -> int:
        if character.isdigit():
            return int(character)
        return "ABCDEFGHIJKLMNOP".find(character) + 1 or "QRSTUVWXYZ".index(character) % 7 + 10


class ULN:
    """Ten digits: nine weighted 10, 9, ... 2; the remainder by 11 and the last make ten."""

    EXAMPLES = ("9990000017", "1000000000", "1234567899")

    def valid(self) -> st.SearchStrategy[str]:
        """Any number that has a check digit."""
        bodies = st.integers(10**8, 10**9 - 1).map(str).filter(lambda body: self._sum(body) % 11)
        return bodies.map(lambda body: body + str(10 - self._sum(body) % 11))

    def ways(self, text: str) -> Iterator[Way]:
        """Every other check digit, and a 0 in front."""
        others = tuple(text[:-1] + digit for digit in "0123456789" if digit != text[-1])
        yield Way("another check digit", others, (RULE,))
        yield Way("another shape", (put(text, 0, "0"),), (RULE,))

    def _sum(self, body: str) -> int:
        return sum(int(digit) * (10 - at) for at, digit in enumerate(body))


class UPN:
    """A check letter, eleven digits, and a last character that may be a letter."""

    EXAMPLES = ("B801200005001", "U99912340500A")
    LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"

    def valid(self) -> st.SearchStrategy[str]:
        """Temporary ones, which end in a letter, too."""
        bodies = st.text("0123456789", min_size=11, max_size=11)
        last = st.sampled_from("0123456789" + self.LETTERS)
        return st.builds(lambda body, end: self._checked(body + end), bodies, last)

    def ways(self, text: str) -> Iterator[Way]:
        """Every other check letter, and what cannot be one."""
        others = tuple(letter + text[1:] for letter in self.LETTERS if letter != text[0])
        yield Way("another check letter", others, (RULE,))
        yield Way(
            "another shape", (put(text, 0, "I"), put(text, 0, "1"), put(text, 4, "A")), (RULE,)
        )

    def _checked(self, body: str) -> str:
        counts = (int(c) if c.isdigit() else self.LETTERS.index(c) for c in body)
        return self.LETTERS[sum(w * count for w, count in enumerate(counts, 2)) % 23] + body
