"""The accept pattern of a record, compiled once: whether a line has no fault at all, fast."""  # Copied from generator/runtime/core/accepting.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Protocol

from .comparing import comparison_holds
from .fields import Field, Identifier


class Acceptable(Protocol):
    """A class of records: the pattern of its sound lines, the identifiers among its columns, and
    its fields."""

    ACCEPT: ClassVar[str]
    FIELDS: ClassVar[Mapping[str, Field]]
    IDENTIFIED: ClassVar[tuple[tuple[int, int, Identifier], ...]]


_ACCEPTORS: dict[tuple[type[Acceptable], int], Callable[[str], bool]] = {}


def acceptor(record: type[Acceptable], length: int) -> Callable[[str], bool]:
    """A predicate for lines of this length that are records without any fault; made once."""
    found = _ACCEPTORS.get((record, length))
    if found is None:
        found = _new_acceptor(record, length)
        compared = [
            (field, word, record.FIELDS[other])
            for field in record.FIELDS.values()
            for word, other in field.compare.items()
        ]
        if compared:
            found = _with_comparisons(found, compared)
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
        # The records of a candidate mostly follow one another.
        if line[first:last] != sound:
            for start, end, fault in identified:
                if line[start] != " " and fault(line[start:end]) is not None:
                    return False
            sound = line[first:last]
        return True

    return accepts


def _with_comparisons(
    accepts: Callable[[str], bool], compared: Sequence[tuple[Field, str, Field]]
) -> Callable[[str], bool]:
    """The same of lines whose values compare as they must."""

    def value(field: Field, line: str) -> Any:
        return field.decode(line[field.start - 1 : field.end])

    return lambda line: accepts(line) and all(
        comparison_holds(word, value(field, line), value(other, line))
        for field, word, other in compared
    )
