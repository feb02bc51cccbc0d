"""The lines of a file one by one, or many without a fault of their own at once."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..core.accepting import acceptor, run_acceptor
from ..core.character_encodings import LATIN_1, is_whole
from ..core.formats import Format
from ..core.places import Place

AT_ONCE = 500
"""The most lines that are looked at together."""


class Accepting(NamedTuple):
    """Says whether a data line has no fault of its own, and takes the lines before the first that
    has one."""

    one: Callable[[str], bool]
    several: Callable[[Iterable[str]], list[str]]


class Acceptors:
    """What accepts the data lines of a version, by their first two characters."""

    def __init__(self, form: Format) -> None:
        self._format = form
        self._found: dict[str, Accepting | None] = {}

    def of(self, key: str) -> Accepting | None:
        """What accepts lines with this key; None if no data record has it."""
        if key not in self._found:
            self._found[key] = self._new(key)
        return self._found[key]

    def _new(self, key: str) -> Accepting | None:
        record = self._format.records.get(key)
        if record is None or record.PLACE is not Place.DATA:
            return None
        length = record.LENGTHS.get(key[0], record.END)
        accepts = acceptor(record, length)
        if self._format.encoding == LATIN_1:
            return Accepting(accepts, run_acceptor(record, length))

        def is_accepted(line: str) -> bool:
            return accepts(line) and is_whole(line)

        return Accepting(is_accepted, lambda lines: [*itertools.takewhile(is_accepted, lines)])


class Ahead:
    """Iterates over lines, each with its line end; `take` passes over those that are accepted."""

    def __init__(self, lines: Iterator[tuple[str, str]], line_end: str) -> None:
        self._lines = lines
        self._line_end = line_end
        self._texts: Sequence[str] = ()
        self._ends: Sequence[str] = ()
        self._at = 0
        self._are_alike = False

    def __iter__(self) -> Iterator[tuple[str, str]]:
        while read := tuple(itertools.islice(self._lines, AT_ONCE)):
            self._texts, self._ends = zip(*read, strict=True)
            self._are_alike = self._ends.count(self._line_end) == len(read)
            self._at = 0
            while self._at < len(self._texts):
                self._at += 1
                yield self._texts[self._at - 1], self._ends[self._at - 1]

    def take(self, key: str, accepted: Callable[[Iterable[str]], list[str]]) -> list[str]:
        """The next lines as far as they are accepted, if they are of this record and have the usual
        line end; some that would be accepted may be left."""
        at = self._at
        if not self._are_alike or at == len(self._texts) or self._texts[at][:2] != key:
            return []
        found = accepted(self._texts[at:])
        self._at += len(found)
        return found
