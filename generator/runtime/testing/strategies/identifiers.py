"""Drawing identifiers; their check characters are computed independently of `identifiers`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Protocol, cast

from hypothesis import strategies as st

from .spec import FieldSpec
from .texts import InvalidTexts, overwritten

RULE = "field.identifier"


class Identifier(Protocol):
    """One identifier."""

    EXAMPLES: tuple[str, ...]

    def valid(self) -> st.SearchStrategy[str]:
        """Any valid one."""

    def numbered(self, number: int) -> str:
        """A valid one, different for each number below 10,000."""

    def invalid(self, text: str) -> Iterator[InvalidTexts]:
        """Every way in which it can be wrong, as changes of this valid one."""


def find(field: FieldSpec) -> Identifier:
    """The identifier of a field: the class of this module that has its name in the spec."""
    return cast(Identifier, getattr(sys.modules[__name__], str(field["identifier"]).upper())())


class UCI:
    """Five digits, 0 or a letter, six digits, and a check letter chosen by the weighted sum."""

    EXAMPLES = ("999990260001T", "12345Q260001X", "12345Z260001D")
    LETTERS = "ABCDEFGHKLMRTVWXY"

    def valid(self) -> st.SearchStrategy[str]:
        """With the letter of any awarding body, disputed letters included."""
        digits = st.text("0123456789", min_size=11, max_size=11)
        bodies = st.sampled_from("0ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return st.builds(lambda d, b: self._checked(d[:5] + b + d[5:]), digits, bodies)

    def numbered(self, number: int) -> str:
        """Of no awarding body."""
        return self._checked(f"99999026{number:04}")

    def invalid(self, text: str) -> Iterator[InvalidTexts]:
        """Every other check letter, and other shapes."""
        others = tuple(text[:-1] + letter for letter in self.LETTERS if letter != text[-1])
        yield InvalidTexts("another check letter", others, (RULE,))
        shapes = (
            overwritten(text, 12, "Z"),
            overwritten(text, 12, "1"),
            overwritten(text, 0, "A"),
            overwritten(text, 5, "1"),
        )
        yield InvalidTexts("another shape", (*shapes, text[:5].ljust(13), text.lower()), (RULE,))

    def _checked(self, body: str) -> str:
        total = sum((16 - at) * self._count(character) for at, character in enumerate(body))
        return body + self.LETTERS[total % 17]

    def _count(self, character: str) -> int:
        if character.isdigit():
            return int(character)
        return "ABCDEFGHIJKLMNOP".find(character) + 1 or "QRSTUVWXYZ".index(character) % 7 + 10


class ULN:
    """Ten digits: nine with the weights 10, 9, ... 2; the remainder by 11 and the last digit add up
    to ten."""

    EXAMPLES = ("9990000017", "1000000000", "1234567899")

    def valid(self) -> st.SearchStrategy[str]:
        """Any number that has a check digit."""
        bodies = st.integers(10**8, 10**9 - 1).map(str).filter(lambda body: self._sum(body) % 11)
        return bodies.map(self._checked)

    def numbered(self, number: int) -> str:
        """The first one with a check digit that begins with a number from 99900 and ends in the
        given one."""
        bodies = (f"{prefix}{number:04}" for prefix in range(99900, 99999))
        return self._checked(next(body for body in bodies if self._sum(body) % 11))

    def invalid(self, text: str) -> Iterator[InvalidTexts]:
        """Every other check digit, and a leading 0."""
        others = tuple(text[:-1] + digit for digit in "0123456789" if digit != text[-1])
        yield InvalidTexts("another check digit", others, (RULE,))
        yield InvalidTexts("another shape", (overwritten(text, 0, "0"),), (RULE,))

    def _checked(self, body: str) -> str:
        return body + str(10 - self._sum(body) % 11)

    def _sum(self, body: str) -> int:
        return sum(int(digit) * (10 - at) for at, digit in enumerate(body))


class UPN:
    """A check letter, eleven digits, and a last character that may be a letter."""

    EXAMPLES = ("B801200005001", "U99912340500A")
    LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"

    def valid(self) -> st.SearchStrategy[str]:
        """Temporary ones, which end in a letter, included."""
        bodies = st.text("0123456789", min_size=11, max_size=11)
        last = st.sampled_from("0123456789" + self.LETTERS)
        return st.builds(lambda body, end: self._checked(body + end), bodies, last)

    def numbered(self, number: int) -> str:
        """Of one school."""
        return self._checked(f"80120000{number:04}")

    def invalid(self, text: str) -> Iterator[InvalidTexts]:
        """Every other check letter, and other shapes."""
        others = tuple(letter + text[1:] for letter in self.LETTERS if letter != text[0])
        yield InvalidTexts("another check letter", others, (RULE,))
        yield InvalidTexts(
            "another shape",
            (overwritten(text, 0, "I"), overwritten(text, 0, "1"), overwritten(text, 4, "A")),
            (RULE,),
        )

    def _checked(self, body: str) -> str:
        counts = (int(c) if c.isdigit() else self.LETTERS.index(c) for c in body)
        return self.LETTERS[sum(w * count for w, count in enumerate(counts, 2)) % 23] + body
