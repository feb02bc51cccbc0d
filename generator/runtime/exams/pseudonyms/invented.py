"""Pseudonyms: an invented value for each personal one, always the same for the same value."""

from __future__ import annotations

import datetime
import string
from collections.abc import Callable, Hashable
from random import Random, SystemRandom

from ...core.fields import Identifier
from ..people import FORENAMES, SURNAMES

TRIES = 50
"""How often another value is drawn if one is taken already; some kinds have too few values."""

CENTRE, FILE = "centre", "file"
"""Kinds of values; the kind of an identifier is its pattern, that of a code its list."""

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
        self._given: dict[Hashable, dict[Hashable, str]] = {}
        self._taken: dict[Hashable, set[str]] = {}
        self._starts: dict[Hashable, int] = {}
        self._texts: dict[Hashable, str] = {}
        self._this_year = datetime.date.today().year

    def __repr__(self) -> str:
        return f"Pseudonyms({sum(map(len, self._given.values())):,} values)"

    def centre_number(self, text: str) -> str:
        """A number from the upper end, which no other centre of these files gets."""
        many = int(10 ** len(text))

        def invented() -> str:
            return f"{(many - 101 - self._next(CENTRE, 800)) % many:0{len(text)}}"

        return self._of(CENTRE, text, invented)

    def centre_number_ending(self, text: str) -> str:
        """The last digits of a centre's number: of one that has been replaced, if they are its
        own."""
        given = self._given.get(CENTRE, {})
        if text not in given:
            for number, made in given.items():
                if str(number).endswith(text):
                    return made[-len(text) :]
        return self.centre_number(text)

    def candidate_number(self, text: str, centre_number: str) -> str:
        """A number within the centre, never 0; numbers rise in order of appearance."""
        kind = ("candidate", centre_number)
        many = int(10 ** len(text)) - 1

        def invented() -> str:
            number = many // 10 + self._next(kind, max(many // 2, 1))
            return f"{number % many + 1:0{len(text)}}"

        return self._of(kind, text, invented)

    def identifier(self, identifier: Identifier, text: str) -> str:
        """A valid identifier of the same kind."""
        return self._of(
            identifier.PATTERN, text, lambda: identifier.made_up(self._random.randrange(10**12))
        )

    def date(self, value: datetime.date) -> datetime.date:
        """A date of birth of somebody who is between 14 and 18 this year."""
        first = datetime.date(self._this_year - 18, 1, 1)

        def invented() -> str:
            return (first + datetime.timedelta(self._random.randrange(4 * 365))).isoformat()

        return datetime.date.fromisoformat(self._of("date", value, invented))

    def name(self, surname: str, forenames: str) -> tuple[str, str]:
        """A surname and one forename, in capitals."""

        def invented() -> str:
            return f"{self._random.choice(SURNAMES)}:{self._random.choice(FORENAMES)}"

        made, _, forename = self._of("name", (surname, forenames), invented).partition(":")
        return made, forename

    def code(self, text: str, codes: tuple[str, ...]) -> str:
        """Another code, or the same, of those that are possible."""
        return self._of(codes, text, lambda: self._random.choice(codes))

    def reference(self, text: str) -> str:
        """A text with random letters and digits in place of those it has."""

        def invented() -> str:
            return "".join(self._random.choice(_RANDOM[c]) if c in _RANDOM else c for c in text)

        return self._of("reference", text, invented)

    def text(self, key: Hashable, made: Callable[[], str]) -> str:
        """The text made for a key before, or now: what was invented need not be checked again."""
        if key not in self._texts:
            self._texts[key] = made()
        return self._texts[key]

    def file_name(self, name: str) -> str:
        """A name for a file whose own name says nothing that is known to be harmless."""
        return self._of(FILE, name, lambda: f"masked-{len(self._given[FILE]) + 1}")

    def _next(self, kind: Hashable, most: int) -> int:
        """The number of values given so far, from a random start below ``most``."""
        if kind not in self._starts:
            self._starts[kind] = self._random.randrange(most)
        return self._starts[kind] + len(self._given[kind])

    def _of(self, kind: Hashable, value: Hashable, invented: Callable[[], str]) -> str:
        """The pseudonym for a value of a kind: the one given before, or a new one that no other
        value has."""
        given = self._given.setdefault(kind, {})
        taken = self._taken.setdefault(kind, set())
        if value not in given:
            made = invented()
            for _ in range(TRIES):
                if made not in taken:
                    break
                made = invented()
            given[value] = made
            taken.add(made)
        return given[value]
