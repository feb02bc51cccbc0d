"""Detects personal data outside its field: in records where every field may still be valid."""  # Copied from generator/runtime/core/displaced.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, NamedTuple, Protocol

from .fields import Field, Identifier
from .issues import Fault
from .kinds.group import Group
from .kinds.text import Text
from .places import Place

MOVED = frozenset(
    (
        "field.closed-code",
        "field.digits",
        "field.filler",
        "field.integer",
        "field.justified",
        "field.literal",
        "field.required",
    )
)
"""The rules that moved text breaks. A wrong value in its right place breaks others."""

SHORTEST_PIECE = 4
"""The length from which a piece of an identifier reveals something about a person."""

LONG_PIECE = 6
"""The length from which a text is almost certainly a piece of an identifier, even before blanks."""

KEY_LENGTH = 2
"""The number of characters that identify the record. No line is trusted for them alone."""


class Displaceable(Protocol):
    """A record, as this module needs it."""

    line: str
    FIELDS: ClassVar[Mapping[str, Field]]
    PERSONAL: ClassVar[tuple[tuple[int, int], ...]]
    PLACE: ClassVar[Place]

    def text(self, name: str) -> str:
        """The text of a field."""

    def faults(self) -> Iterator[Fault]:
        """All faults of the line."""


class Readable(Displaceable, Protocol):
    """A record class that can be constructed from a line."""

    KEY: ClassVar[str]

    def __init__(self, line: str) -> None: ...


_PERSONAL_RECORDS: list[Callable[[], tuple[type[Readable], ...]]] = []


def tell_personal_records(records: Callable[[], tuple[type[Readable], ...]]) -> None:
    """Registers a function that returns the records with personal data, of all known versions."""
    _PERSONAL_RECORDS.append(records)


def may_be_displaced(record: Displaceable, *, is_right: bool) -> bool:
    """Whether text of the record may be a personal value outside its field. ``is_right`` states
    that every field is valid.

    True if text has moved (see `has_moved`). A record without personal fields may also be a line of
    a record with personal fields whose first two characters are wrong. Headers and trailers have
    more to validate, so they are trusted if valid, unless the line may be cut off.
    """
    line = record.line
    if has_moved(record):
        return True
    if record.PERSONAL:
        return False
    if record.PLACE is not Place.DATA and is_right and line.endswith(" "):
        return False
    return any(_could_be(one, line) for records in _PERSONAL_RECORDS for one in records())


def has_moved(record: Displaceable) -> bool:
    """Whether the record has text where only moved text would be, even if every field is valid.

    Without personal fields: a code contains a blank and text runs on into the next field, or text
    runs on from one item of a group into the next, repeatedly. With personal fields: text runs on
    from one field into the next, which may be blank, and is longer than any value there; or an
    identifier is blank and its value is further to the right.
    """
    moves = may_move(type(record))
    if moves is None or moves(record.line) is None:
        return False
    if _is_cut_in_two(record):
        return True
    return bool(record.PERSONAL) and (_runs_on(record) or _stands_further_right(record))


def may_move(record: type[Displaceable]) -> Callable[[str], re.Match[str] | None] | None:
    """Fast path of `has_moved`: a pattern that matches all lines that have moved, because text runs
    on or the last identifier is blank. None if there is no such line."""
    return _may_move(record)


@functools.cache
def _may_move(record: type[Displaceable]) -> Callable[[str], re.Match[str] | None] | None:
    ends = {left.end for left, _ in _seams(record)} | {*(_ends(record) if record.PERSONAL else ())}
    signs = [f".{{{end - 1}}}[^ ]{{2}}" for end in sorted(ends)]
    if record.PERSONAL:
        for last in _identified_from_the_right(record)[:1]:
            signs.append(f"(?!.{{{last.start - 1}}} {{0,{last.width - 1}}}[^ ])")
    return re.compile("|".join(signs), re.DOTALL).match if signs else None


def is_formed(field: Field, text: str) -> bool:
    """Whether the text looks like a value of the field's kind, or like its identifier."""
    if field.identifier is not None:
        return re.fullmatch(field.identifier.PATTERN, text) is not None
    return field.is_nothing(text) or field.kind.is_formed(text)


def _runs_on(record: Displaceable) -> bool:
    """Whether text as long as an identifier, or cut off by the end of the line, runs on from one
    free-text field into the next, which may be blank."""
    line = record.line
    for end in _ends(type(record)):
        if end < len(line) and " " not in line[end - 1 : end + 1]:
            start, stop = line.rfind(" ", 0, end) + 1, line.find(" ", end)
            if stop < 0 or stop - start >= _shortest_identifier(type(record)):
                return True
    return False


@functools.cache
def _shortest_identifier(record: type[Displaceable]) -> int:
    """The length of the shortest identifier of a record; 0 if it has none."""
    identifiers = [f.identifier for f in record.FIELDS.values() if f.identifier is not None]
    return min((len(identifier.made_up(1)) for identifier in identifiers), default=0)


@functools.cache
def _ends(record: type[Displaceable]) -> tuple[int, ...]:
    """The last positions of free-text fields that are followed by another that may be blank."""
    places = _places(record)
    return tuple(
        left.end
        for left, right in itertools.pairwise(places)
        if left.is_free and right.is_free and right.may_be_blank and left.end + 1 == right.start
    )


class _Place(NamedTuple):
    """The position of a field, or of a field of an item. ``is_code``: its value names another
    record."""

    start: int
    end: int
    is_free: bool
    may_be_blank: bool
    is_code: bool
    is_of_item: bool = False


def _is_cut_in_two(record: Displaceable) -> bool:
    """Whether text runs on from a code that contains a blank into the next field, or from an item
    into a code that contains a blank, or from two or more items of a group but not from the last.
    """
    line, again = record.line, 0
    text = line.rstrip(" ")
    for left, right in _seams(type(record)):
        if len(text) <= left.end:
            return again > 1 and left.is_code
        if " " in line[left.end - 1 : left.end + 1]:
            continue
        before = line[left.start - 1 : left.end].rpartition(" ")[0]
        after = line[left.end : right.end].partition(" ")[2]
        if (left.is_code and before.strip(" ")) or (right.is_code and after.strip(" ")):
            return True
        again += right.is_code and line[left.start - 2] == " "
    return False


@functools.cache
def _seams(record: type[Displaceable]) -> tuple[tuple[_Place, _Place], ...]:
    """Pairs of adjacent free-text fields: the first is a code, or both belong to a group."""
    return tuple(
        (left, right if right.is_of_item else right._replace(is_code=False))
        for left, right in itertools.pairwise(_places(record))
        if left.is_free and right.is_free and left.end + 1 == right.start
        if left.is_code or (left.is_of_item and right.is_of_item)
    )


@functools.cache
def _places(record: type[Displaceable]) -> tuple[_Place, ...]:
    """The position of every field, including those of each item."""
    return tuple(_found_places(record))


def _found_places(record: type[Displaceable]) -> Iterator[_Place]:
    """The position of every field, including those of each item. The first field of an item is
    blank if the item is."""
    for field in record.FIELDS.values():
        if not isinstance(field.kind, Group):
            is_code = bool(field.refers_to) and not field.wildcard
            yield _Place(field.start, field.end, _is_free(field), field.blank, is_code)
            continue
        item = field.kind.item
        for offset in range(field.start - 1, field.end, item.END):
            for inner in item.FIELDS.values():
                may_be_blank = inner.blank or inner.start == item.START
                start, end, is_code = (
                    inner.start + offset,
                    inner.end + offset,
                    bool(inner.refers_to),
                )
                yield _Place(start, end, _is_free(inner), may_be_blank, is_code, is_of_item=True)


def _is_free(field: Field) -> bool:
    """Whether the field accepts any text."""
    is_text = isinstance(field.kind, Text) and field.kind.starts_with is None
    return is_text and not field.personal and field.identifier is None


def _stands_further_right(record: Displaceable) -> bool:
    """Whether an identifier, or the beginning of one in a line that is cut off, follows the blank
    field that should hold it. A filled identifier is in place, so nothing before it is sought after
    it."""
    line, identified = record.line, _identified_from_the_right(type(record))
    blank: list[Field] = []
    for field in identified:
        if line[field.start - 1 : field.end].strip(" "):
            break
        blank.append(field)
    if not blank:
        return False
    text = line.rstrip(" ")
    last = text.rpartition(" ")[2]
    are_all_blank, is_cut = len(blank) == len(identified), text == line
    is_long = len(last) >= SHORTEST_PIECE
    may_be_piece = (is_long or is_cut) if are_all_blank else (is_long and is_cut)
    if may_be_piece and not is_cut:
        # Text that begins where the code of an item does, and fits in it, is that code.
        codes = _codes_of_items(type(record))
        may_be_piece = len(text) > codes.get(len(text) - len(last) + 1, 0)
    for field in blank:
        assert field.identifier is not None
        if _pattern_of(field.identifier.PATTERN).search(line, field.end) is not None:
            return True
        is_behind = len(text) - len(last) >= field.end
        if may_be_piece and is_behind and _begins(field.identifier, last):
            return True
    return False


@functools.cache
def _codes_of_items(record: type[Displaceable]) -> dict[int, int]:
    """The first and the last position of the code of each item."""
    return {p.start: p.end for p in _places(record) if p.is_of_item and p.is_code}


_pattern_of = functools.cache(re.compile)


@functools.cache
def _identified_from_the_right(record: type[Displaceable]) -> tuple[Field, ...]:
    return tuple(f for f in [*record.FIELDS.values()][::-1] if f.identifier is not None)


def _begins(identifier: Identifier, text: str) -> bool:
    """Whether the text may be the beginning of an identifier."""
    whole = text + _first_of(identifier.made_up)[len(text) :]
    return _pattern_of(identifier.PATTERN).fullmatch(whole) is not None


@functools.cache
def _first_of(made_up: Callable[[int], str]) -> str:
    return made_up(1)


def _could_be(record: type[Readable], line: str) -> bool:
    """Whether the line is valid as such a record as far as it goes, and reaches its personal
    fields."""
    text = line.rstrip(" ")
    first, _ = record.PERSONAL[0]
    if not text[first - 1 :].strip(" "):
        return False
    other = record(record.KEY + line[KEY_LENGTH:])
    faults = (fault for fault in other.faults() if fault.end <= len(text))
    if any(fault.rule in MOVED or fault.end < first for fault in faults):
        return False
    return all(_fits(field, line) for field in record.FIELDS.values())


def _fits(field: Field, line: str) -> bool:
    """Whether the part of the field in the line is a valid value, or the beginning of one."""
    columns = line[field.start - 1 : field.end]
    piece = columns.rstrip(" ")
    if not piece or field.identifier is None:
        return not piece or field.end > len(line) or is_formed(field, columns)
    is_cut = field.start - 1 + len(piece) == len(line)
    return (is_cut or len(piece) >= LONG_PIECE) and _begins(field.identifier, piece)
