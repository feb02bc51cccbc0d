"""Pseudonyms: an invented value for each personal one, always the same for the same value."""

from __future__ import annotations

import datetime
import string
from collections import Counter
from collections.abc import Callable, Hashable
from random import Random, SystemRandom

from ...core.fields import Identifier
from ..people import FORENAMES, SURNAMES

TRIES = 50
"""How often another value is drawn if one is taken already; some kinds have too few values."""

NO_POSTCODE = "ZZ99 9ZZ"
"""No place has it."""

_RANDOM = {
    **dict.fromkeys(string.digits, string.digits),
    **dict.fromkeys(string.ascii_uppercase, string.ascii_uppercase),
    **dict.fromkeys(string.ascii_lowercase, string.ascii_lowercase),
}


class Pseudonyms:
    """Invented values in the order in which the real ones first appear.

    They depend on ``random`` and on which values are equal, never on the values. By default the
    operating system draws them, so that nobody can find the values again. What stands for what is
    held in this object only and is never written. Use one object for all files that belong
    together. Not for several threads at once.
    """

    def __init__(self, random: Random | None = None) -> None:
        self._random = SystemRandom() if random is None else random
        self._given: dict[tuple[Hashable, ...], str] = {}
        self._taken: set[tuple[Hashable, str]] = set()
        self._numbers: Counter[tuple[Hashable, ...]] = Counter()
        self._starts: dict[tuple[Hashable, ...], int] = {}
        self._this_year = datetime.date.today().year

    def __repr__(self) -> str:
        return f"Pseudonyms({len(self._given):,} values)"

    def centre_number(self, text: str) -> str:
        """A number from the upper end, which no other centre of these files gets."""

        def invented() -> str:
            start, number = self._next(("centre",), 800)
            highest = int(10 ** len(text)) - 101
            return f"{(highest - start - number) % 10 ** len(text):0{len(text)}}"

        return self._of(("centre", text), invented)

    def centre_number_ending(self, text: str) -> str:
        """The last digits of a centre's number: of one that has been replaced, if they are its
        own."""
        for (kind, *value), given in self._given.items():
            if kind == "centre" and str(value[0]).endswith(text):
                return given[-len(text) :]
        return self.centre_number(text)

    def candidate_number(self, text: str, centre_number: str) -> str:
        """A number within the centre; numbers rise in order of appearance."""

        def invented() -> str:
            start, number = self._next(("candidate", centre_number), int(10 ** len(text) * 0.4))
            first = int(10 ** (len(text) - 1))
            return f"{(first + start + number) % 10 ** len(text):0{len(text)}}"

        return self._of(("candidate", centre_number, text), invented, centre_number)

    def identifier(self, identifier: Identifier, text: str) -> str:
        """A valid identifier of the same kind."""
        return self._of(
            (identifier.PATTERN, text), lambda: identifier.made_up(self._random.randrange(10**12))
        )

    def date(self, value: datetime.date) -> datetime.date:
        """A date of birth of somebody who is between 14 and 18 this year."""
        first = datetime.date(self._this_year - 18, 1, 1)

        def invented() -> str:
            return (first + datetime.timedelta(self._random.randrange(4 * 365))).isoformat()

        return datetime.date.fromisoformat(self._of(("date", value), invented))

    def name(self, surname: str, forenames: str) -> tuple[str, str]:
        """A surname and one forename, in capitals."""

        def invented() -> str:
            return f"{self._random.choice(SURNAMES)}:{self._random.choice(FORENAMES)}"

        made, _, forename = self._of(("name", surname, forenames), invented).partition(":")
        return made, forename

    def code(self, text: str, codes: tuple[str, ...]) -> str:
        """Another code, or the same, of those that are possible."""
        return self._of(("code", codes, text), lambda: self._random.choice(codes))

    def reference(self, text: str) -> str:
        """A text with random letters and digits in place of those it has."""

        def invented() -> str:
            return "".join(self._random.choice(_RANDOM[c]) if c in _RANDOM else c for c in text)

        return self._of(("reference", text), invented)

    def file_name(self, name: str) -> str:
        """A name for a file whose own name says nothing that is known to be harmless."""
        return self._of(("file", name), lambda: f"masked-{self._next(('file',), 1)[1] + 1}")

    def _next(self, sequence: tuple[Hashable, ...], most: int) -> tuple[int, int]:
        """A random start below ``most``, the same for a sequence, and the next number from 0."""
        if sequence not in self._starts:
            self._starts[sequence] = self._random.randrange(most)
        self._numbers[sequence] += 1
        return self._starts[sequence], self._numbers[sequence] - 1

    def _of(self, key: tuple[Hashable, ...], invented: Callable[[], str], within: str = "") -> str:
        """The pseudonym for a key: the one given before, or a new one, not taken by another of its
        kind."""
        if key not in self._given:
            made = invented()
            for _ in range(TRIES):
                if (key[0], within + made) not in self._taken:
                    break
                made = invented()
            self._given[key] = made
            self._taken.add((key[0], within + made))
        return self._given[key]
