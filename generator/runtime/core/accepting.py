"""Compiles the accept pattern of a record: a fast test for lines without any fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import takewhile
from typing import ClassVar, Protocol

from .fields import Field, Identifier


class Acceptable(Protocol):
    """A class of records, as the fast test needs it: the pattern of sound lines, the positions of
    identifiers, the fields, and whether values are compared."""

    ACCEPT: ClassVar[str]
    COMPARES: ClassVar[bool]
    FIELDS: ClassVar[Mapping[str, Field]]
    IDENTIFIED: ClassVar[tuple[tuple[int, int, Identifier], ...]]

    def __init__(self, line: str) -> None: ...

    def compares(self) -> bool:
        """Whether all comparisons between values hold."""


_ACCEPTORS: dict[tuple[type[Acceptable], int], Callable[[str], bool]] = {}


def acceptor(record: type[Acceptable], length: int) -> Callable[[str], bool]:
    """Returns a predicate for lines of this length: true if the line has no fault. It is cached."""
    found = _ACCEPTORS.get((record, length))
    if found is None:
        found = _new_acceptor(record, length)
        if record.COMPARES:
            found = _with_comparisons(found, record)
        _ACCEPTORS[record, length] = found
    return found


def run_acceptor(record: type[Acceptable], length: int) -> Callable[[Iterable[str]], list[str]]:
    """Returns a function that takes the lines before the first with a fault: much faster than the
    predicate for one line after the other."""
    if record.COMPARES:
        accepts = acceptor(record, length)
        return lambda lines: list(takewhile(accepts, lines))
    match, columns = _pattern(record, length), _identified(record)
    are_right = _identifier_test(record)

    def accepted(lines: Iterable[str]) -> list[str]:
        found, before = list(takewhile(match, lines)), ""
        if columns is not None:
            for number, line in enumerate(found):
                # The records of one candidate usually follow each other.
                if line[columns] != before:
                    if not are_right(line):
                        return found[:number]
                    before = line[columns]
        return found

    return accepted


def _new_acceptor(record: type[Acceptable], length: int) -> Callable[[str], bool]:
    match, columns = _pattern(record, length), _identified(record)
    if columns is None:
        return lambda line: match(line) is not None
    are_right, sound = _identifier_test(record), ""

    def accepts(line: str) -> bool:
        nonlocal sound
        if match(line) is None:
            return False
        if line[columns] != sound:
            if not are_right(line):
                return False
            sound = line[columns]
        return True

    return accepts


def _identifier_test(record: type[Acceptable]) -> Callable[[str], bool]:
    """Returns a predicate for lines that match: true if no identifier has a fault."""
    identified = [(start - 1, end, found.fault) for start, end, found in record.IDENTIFIED]

    def are_right(line: str) -> bool:
        for start, end, fault in identified:
            if line[start] != " " and fault(line[start:end]) is not None:
                return False
        return True

    return are_right


def _pattern(record: type[Acceptable], length: int) -> Callable[[str], re.Match[str] | None]:
    """Matches lines of this length without a fault, apart from identifiers and comparisons."""
    pattern = f"(?=.{{{length}}}\\Z)(?:{record.ACCEPT}) *"
    return re.compile(pattern, re.DOTALL).fullmatch


def _identified(record: type[Acceptable]) -> slice | None:
    """The columns from the first identifier to the last; None if there is none."""
    if not record.IDENTIFIED:
        return None
    return slice(record.IDENTIFIED[0][0] - 1, record.IDENTIFIED[-1][1])


def _with_comparisons(
    accepts: Callable[[str], bool], record: type[Acceptable]
) -> Callable[[str], bool]:
    """The same predicate, which also requires all comparisons between values to hold."""
    return lambda line: accepts(line) and record(line).compares()
