"""Compiles the accept pattern of a record: a fast test for lines without any fault."""  # Copied from generator/runtime/core/accepting.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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


def _new_acceptor(record: type[Acceptable], length: int) -> Callable[[str], bool]:
    match = re.compile(f"(?:{record.ACCEPT}) *", re.DOTALL).fullmatch
    identified = [(start - 1, end, found.fault) for start, end, found in record.IDENTIFIED]
    if not identified:
        return lambda line: len(line) == length and match(line) is not None
    first, last = identified[0][0], identified[-1][1]
    sound = ""

    def accepts(line: str) -> bool:
        nonlocal sound
        if len(line) != length or match(line) is None:
            return False
        # The records of one candidate usually follow each other.
        if line[first:last] != sound:
            for start, end, fault in identified:
                if line[start] != " " and fault(line[start:end]) is not None:
                    return False
            sound = line[first:last]
        return True

    return accepts


def _with_comparisons(
    accepts: Callable[[str], bool], record: type[Acceptable]
) -> Callable[[str], bool]:
    """The same predicate, which also requires all comparisons between values to hold."""
    return lambda line: accepts(line) and record(line).compares()
