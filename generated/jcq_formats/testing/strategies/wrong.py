"""Lines with one thing wrong: every field in every way that the spec can tell."""  # Copied from generator/runtime/testing/strategies/wrong.py by `make generate`; edit that, not this.

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...core.records import Record
from .book import Book, Words, own_width
from .columns import can_be_nothing, kind_of, nothing, put
from .drawing import ANYTHING, Chooser, Hypothetical, Walk, Wanted, fields_drawn, fitting
from .records import described, line_of, record_drawn

LINE = "(the line)"
"""What stands for the field where the line as a whole is wrong."""

EMPTY, FIXED = "unestablished", "literal"
"""Kinds that can hold nothing, or nothing else."""

Broken = tuple[str, str]
"""The id of a rule, and the field that breaks it; none where that is the line."""


class WrongLine(NamedTuple):
    """A line with one thing wrong, and all that is to be said of it."""

    line: str
    broken: frozenset[Broken]


Spoil = Callable[[Chooser, str], WrongLine]
"""Makes a valid line wrong."""


@dataclass(frozen=True, slots=True)
class Aim:
    """One field and one way in which it can be wrong."""

    field: str
    way: str
    wanted: Wanted = dataclasses.field(repr=False)
    spoil: Spoil = dataclasses.field(repr=False)

    def __str__(self) -> str:
        return f"{self.field}: {self.way}"


def aims(record: type[Record]) -> list[Aim]:
    """Every field of a record in every way that it can be wrong.

    Raises LookupError where no version has such a record.
    """
    book, words = described(record)
    return list(aims_of(book, words))


def wrong_lines(record: type[Record], aim: Aim | None = None) -> SearchStrategy[WrongLine]:
    """Lines with one thing wrong: the one that is aimed at, or any.

    Raises LookupError where no version has such a record.
    """
    book, words = described(record)
    wanted = st.sampled_from(aims(record)) if aim is None else st.just(aim)

    @st.composite
    def drawn(draw: st.DrawFn) -> WrongLine:
        return spoilt(Hypothetical(draw), book, words, draw(wanted))

    return drawn()


def spoilt(choose: Chooser, book: Book, record: Words, aim: Aim) -> WrongLine:
    """A valid line that was made wrong as it was aimed."""
    drawn = record_drawn(choose, book, record, aim.wanted)
    line, broken = aim.spoil(choose, line_of(record, drawn))
    return WrongLine(line, frozenset(one for one in broken if one[0] in book.rules))


def aims_of(book: Book, record: Words) -> Iterator[Aim]:
    """Every field in every way, then the line as a whole."""
    for place in _places(record["fields"]):
        yield from _ways(book, place)
    yield from _ways_of_lines(record)


@dataclass(frozen=True, slots=True)
class _Place:
    """A field in a line: its path, the fields beside it, and what a line must be to have it."""

    path: str
    words: Words
    beside: Sequence[Words]
    nested_in: tuple[Words, ...]
    around: Callable[[Wanted], Wanted]


def _places(
    fields: Sequence[Words],
    path: str = "",
    nested_in: tuple[Words, ...] = (),
    around: Callable[[Wanted], Wanted] = lambda wanted: wanted,
) -> Iterator[_Place]:
    for words in fields:
        name = words["name"]
        yield _Place(path + name, words, fields, nested_in, around)
        for layout in words.get("layouts", ()):
            behind = "[0]." if "repeat" in words else "."

            def within(wanted: Wanted, words: Words = words, layout: Words = layout) -> Wanted:
                chosen = {words["chooser"]: layout["when"]} if "chooser" in words else {}
                name = words["name"]
                return around(
                    Wanted(values=chosen, filled=frozenset({name}), inside={name: wanted})
                )

            yield from _places(layout["fields"], path + name + behind, (*nested_in, words), within)


def _ways(book: Book, place: _Place) -> Iterator[Aim]:
    words = place.words
    for name, wanted in _ways_of_kind(book, place):
        yield Aim(place.path, name, place.around(wanted), _by_kind(book, place, name))
    for value in words.get("forbidden", ()):
        spoil = _other_text(place, value.ljust(words["width"]), "field.forbidden")
        yield Aim(place.path, f"the forbidden {value}", place.around(ANYTHING), spoil)
    beside = _beside(place)
    if kind_of(words).SETTABLE and not words.get("blank") and beside is not None:
        spoil = _other_text(place, " " * words["width"], "field.required")
        yield Aim(place.path, "blank", place.around(beside), spoil)
    for other, codes in words.get("blank_when", {}).items():
        wanted = place.around(Wanted(values={other: codes}))
        rule = _condition_rule(words, "blank_when", other)
        spoil = _filled(book, place, rule)
        yield Aim(place.path, f"filled though {other} forbids it", wanted, spoil)
    for other, codes in words.get("filled_when", {}).items():
        wanted = place.around(Wanted(values={other: codes}))
        rule = _condition_rule(words, "filled_when", other)
        if not can_be_nothing(words):
            rule = "field.required"
        spoil = _other_text(place, nothing(words).text, rule)
        yield Aim(place.path, f"blank though {other} needs it", wanted, spoil)


def _ways_of_kind(book: Book, place: _Place) -> Iterator[tuple[str, Wanted]]:
    """The ways of the field's kind, and what the line must be for them."""
    words = place.words
    wanted = Wanted(filled=frozenset({words["name"]}))
    sample = fields_drawn(Walk(0), book, place.beside, wanted)[words["name"]].text
    for way in kind_of(words).ways(words, book, sample):
        yield way.name, wanted


def _beside(place: _Place) -> Wanted | None:
    """What must stand beside a blank field: within a layout, something, or that is not there."""
    if not place.nested_in:
        return ANYTHING
    others = {f["name"] for f in place.beside if kind_of(f).SETTABLE and f["kind"] != EMPTY}
    others.discard(place.words["name"])
    return Wanted(filled=frozenset(others)) if others else None


def _by_kind(book: Book, place: _Place, name: str) -> Spoil:
    def spoil(choose: Chooser, line: str) -> WrongLine:
        start = place.words["start"] - 1
        text = line[start : start + place.words["width"]]
        ways = kind_of(place.words).ways(place.words, book, text)
        way = next(way for way in ways if way.name == name)
        return _replaced(place, line, choose.one_of(way.texts), *way.rules)

    return spoil


def _other_text(place: _Place, text: str, rule: str) -> Spoil:
    return lambda choose, line: _replaced(place, line, text, rule)


def _condition_rule(words: Words, word: str, other: str) -> str:
    """The rule that a condition belongs to."""
    rules = words.get("condition_rules", {}).get(word, {})
    return str(rules.get(other, "field.condition"))


def _filled(book: Book, place: _Place, rule: str) -> Spoil:
    words = place.words
    fits = fitting(place.beside, words, ANYTHING)
    return lambda choose, line: _replaced(place, line, choose.columns(words, book, fits).text, rule)


def _replaced(place: _Place, line: str, text: str, *rules: str) -> WrongLine:
    changed = put(line, place.words["start"] - 1, text)
    if "only" in place.words:
        # There is no such data type, and so no length that the line would be padded to.
        changed = changed[: own_width(place.beside)]
    return WrongLine(changed, frozenset((rule, place.path) for rule in rules))


def _ways_of_lines(record: Words) -> Iterator[Aim]:
    def longer(choose: Chooser, line: str) -> WrongLine:
        more = choose.one_of((" ", "X", " X", "X" * 100))
        return WrongLine(line + more, frozenset({("record.long", "")}))

    def padded(choose: Chooser, line: str) -> WrongLine:
        end = own_width(record["fields"])
        filled = choose.one_of((put(line, end, "X"), put(line, len(line) - 1, "0")))
        return WrongLine(filled, frozenset({("field.filler", "")}))

    yield Aim(LINE, "too long", ANYTHING, longer)
    for words in record["fields"][1:]:
        yield Aim(LINE, f"cut before {words['name']}", ANYTHING, _cut(record, words))
    wide = tuple(
        c for c, length in record["lengths"].items() if length > own_width(record["fields"])
    )
    if wide:
        wanted = Wanted(values={record["fields"][0]["name"]: wide})
        yield Aim(LINE, "text in the padding", wanted, padded)


def _cut(record: Words, words: Words) -> Spoil:
    """The columns that a cut line lacks read as blank."""
    column = words["start"] - 1
    lost = [f for f in record["fields"] if f["start"] > column]

    def spoil(choose: Chooser, line: str) -> WrongLine:
        short = line[:column]
        left = {
            f["name"]: short[f["start"] - 1 : f["start"] - 1 + f["width"]].rstrip(" ")
            for f in record["fields"]
        }
        broken = {("record.short", "")}
        for f in lost:
            needed = [
                name for name, codes in f.get("filled_when", {}).items() if left[name] in codes
            ]
            if f["kind"] == FIXED:
                broken.add(("field.literal", f["name"]))
            elif kind_of(f).SETTABLE and not f.get("blank"):
                broken.add(("field.required", f["name"]))
            else:
                rules = {_condition_rule(f, "filled_when", name) for name in needed}
                broken |= {(rule, f["name"]) for rule in rules}
        return WrongLine(short, frozenset(broken))

    return spoil
