"""Drawing the fields of a record or of a layout within one, as the spec ties them together."""  # Copied from generator/runtime/testing/strategies/drawing.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from hypothesis import strategies as st

from .book import Book, Words, own_width
from .columns import Columns, Drawn, can_be_nothing, kind_of, nothing


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a drawing, beside being valid.

    ``roles`` gives columns for fields by role, at any depth, and ``allowed`` says by role what
    values are; ``spelled`` lets nothing be written in every way that there is for it, not only as
    `build` does. Of the layout itself, the fields of ``values`` have one of these, and those in
    ``filled`` hold something. ``inside`` is for the fields within the field of that name.
    """

    roles: Mapping[str, Columns] = field(default_factory=dict)
    allowed: Mapping[str, Callable[[Any], bool]] = field(default_factory=dict)
    spelled: bool = False
    values: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    filled: frozenset[str] = frozenset()
    inside: Mapping[str, Wanted] = field(default_factory=dict)

    def within(self, name: str) -> Wanted:
        """What is asked of the fields within a field; what goes by role reaches all of them."""
        asked = self.inside.get(name, Wanted())
        return replace(asked, roles=self.roles, allowed=self.allowed, spelled=self.spelled)


ANYTHING = Wanted()


class Chooser(Protocol):
    """What decides where the spec leaves a choice: Hypothesis, or a walk over all edges."""

    def is_filled(self, words: Words) -> bool:
        """Whether a field that may go without a value has one."""

    def columns(self, words: Words, book: Book, fits: Callable[[Columns], bool] | None) -> Columns:
        """Columns for a field that holds something; only such as fit."""

    def number(self, least: int, most: int) -> int:
        """How many items a group has."""

    def one_of(self, texts: Sequence[str]) -> str:
        """One of these."""


@dataclass(frozen=True, slots=True)
class Hypothetical:
    """Choices that Hypothesis makes, and shrinks."""

    draw: st.DrawFn

    def is_filled(self, words: Words) -> bool:
        return self.draw(st.booleans())

    def columns(self, words: Words, book: Book, fits: Callable[[Columns], bool] | None) -> Columns:
        known = book.strategies.get(id(words))
        if known is None:
            known = book.strategies[id(words)] = kind_of(words).filled(words, book)
        columns: Columns = self.draw(known if fits is None else known.filter(fits))
        return columns

    def number(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))

    def one_of(self, texts: Sequence[str]) -> str:
        return self.draw(st.sampled_from(texts))


@dataclass(slots=True)
class Walk:
    """Every edge of every field in turn: the same choices whenever the same step is taken."""

    step: int

    def is_filled(self, words: Words) -> bool:
        self.step += 1
        return self.step % 2 == 0

    def columns(self, words: Words, book: Book, fits: Callable[[Columns], bool] | None) -> Columns:
        edges = kind_of(words).edges(words, book)
        fitting = [edge for edge in edges if fits is None or fits(edge)]
        self.step += 1
        return fitting[self.step % len(fitting)]

    def number(self, least: int, most: int) -> int:
        self.step += 1
        return least + self.step % (most - least + 1)

    def one_of(self, texts: Sequence[str]) -> str:
        self.step += 1
        return texts[self.step % len(texts)]


def fields_drawn(
    choose: Chooser, book: Book, fields: Sequence[Words], wanted: Wanted = ANYTHING
) -> Drawn:
    """Columns for these fields, valid beside one another, in the order of the columns."""
    drawn: Drawn = {}
    for words in _in_order(fields):
        drawn[words["name"]] = _field_drawn(choose, book, fields, words, drawn, wanted)
    return {words["name"]: drawn[words["name"]] for words in fields}


def _in_order(fields: Sequence[Words]) -> Iterable[Words]:
    """The fields, each behind those that it depends on."""
    done: dict[str, Words] = {}
    rest = list(fields)
    while rest:
        ready = [f for f in rest if _depends_on(f) <= done.keys()]
        done |= {f["name"]: f for f in ready}
        rest = [f for f in rest if f["name"] not in done]
    return done.values()


def _depends_on(words: Words) -> set[str]:
    chooser = {words["chooser"]} if "chooser" in words else set[str]()
    return chooser | {*words.get("blank_when", {}), *words.get("filled_when", {})}


def _field_drawn(
    choose: Chooser,
    book: Book,
    fields: Sequence[Words],
    words: Words,
    drawn: Drawn,
    wanted: Wanted,
) -> Columns:
    name, role = words["name"], words.get("role", "")
    if role in wanted.roles:
        return wanted.roles[role]
    if "only" in words:
        wished = wanted.values.get(name, words["only"])
        code = choose.one_of([code for code in words["only"] if code in wished])
        return Columns(code.ljust(words["width"]), code)
    if not kind_of(words).SETTABLE:
        return choose.columns(words, book, None)
    if not _may_be_filled(words, drawn):
        return _nothing_drawn(choose, words, wanted)
    must = name in wanted.filled or name in wanted.values or _must_be_filled(words, drawn)
    if not must and can_be_nothing(words) and not choose.is_filled(words):
        return _nothing_drawn(choose, words, wanted)
    if "layouts" in words:
        return _nested_drawn(choose, book, words, drawn, wanted.within(name))
    return choose.columns(words, book, fitting(fields, words, wanted))


def _nothing_drawn(choose: Chooser, words: Words, wanted: Wanted) -> Columns:
    plain = nothing(words)
    ways = [*words.get("none", ()), *[" " * words["width"]] * bool(words.get("blank"))]
    if not wanted.spelled or len(ways) < 2:
        return plain
    return plain._replace(text=choose.one_of(ways))


def fitting(
    fields: Sequence[Words], words: Words, wanted: Wanted
) -> Callable[[Columns], bool] | None:
    """What values fit: neither nothing nor forbidden, nor such as keep others from being filled."""
    texts = words.get("none", ())
    values = [*words.get("forbidden", ())]
    for other in fields:
        if other["name"] in wanted.filled:
            values += other.get("blank_when", {}).get(words["name"], ())
    allowed = wanted.allowed.get(words.get("role", ""))
    only = wanted.values.get(words["name"])
    if not texts and not values and allowed is None and only is None:
        return None
    return lambda columns: (
        columns.text not in texts
        and columns.value not in values
        and (only is None or columns.value in only)
        and (allowed is None or allowed(columns.value))
    )


def _holds(words: Words, word: str, drawn: Drawn) -> bool:
    return any(drawn[other].value in codes for other, codes in words.get(word, {}).items())


def _may_be_filled(words: Words, drawn: Drawn) -> bool:
    return not _holds(words, "blank_when", drawn)


def _must_be_filled(words: Words, drawn: Drawn) -> bool:
    return _holds(words, "filled_when", drawn)


def _nested_drawn(
    choose: Chooser, book: Book, words: Words, drawn: Drawn, wanted: Wanted
) -> Columns:
    """Items one behind the other, blanks after the last; or the layout that is chosen."""
    if "repeat" not in words:
        return _variant_drawn(choose, book, words, drawn, wanted)
    (item,) = words["layouts"]
    items = [
        layout_drawn(choose, book, item["fields"], wanted)
        for _ in range(choose.number(1, words["repeat"]))
    ]
    text = "".join(one.text for one in items)
    return Columns(text.ljust(words["width"]), [one.value for one in items])


def _variant_drawn(
    choose: Chooser, book: Book, words: Words, drawn: Drawn, wanted: Wanted
) -> Columns:
    """The layout that the chooser's value picks, or a text."""
    chosen = drawn[words["chooser"]].value
    for layout in words["layouts"]:
        if chosen in layout["when"]:
            part = layout_drawn(choose, book, layout["fields"], wanted)
            return nothing(words) if part.text in words.get("none", ()) else part
    return Columns("X" * words["width"], "X" * words["width"])


def layout_drawn(
    choose: Chooser, book: Book, fields: Sequence[Words], wanted: Wanted = ANYTHING
) -> Columns:
    """A layout within a record as a whole; it is never blank: a blank one is not there."""
    drawn = fields_drawn(choose, book, fields, wanted)
    text = "".join(columns.text for columns in drawn.values())
    if not text.strip(" "):
        first = next(f["name"] for f in fields if kind_of(f).SETTABLE)
        return layout_drawn(choose, book, fields, replace(wanted, filled=wanted.filled | {first}))
    assert len(text) == own_width(fields)
    values = {f["name"]: drawn[f["name"]].value for f in fields if kind_of(f).SETTABLE}
    return Columns(text, values)
