# Generated from spec/ by `make generate`; edit that, not this.
"""What fields can hold: each strategy gives a value with the columns that the booklet writes it in.

Written apart from the package's own codecs, so that the tests compare two readings of the spec.
"""

from __future__ import annotations

import datetime
from types import ModuleType
from typing import Any, NamedTuple

from hypothesis import strategies as st


class Columns(NamedTuple):
    """A value and its columns; ``settable`` where `build` takes the value."""

    value: Any
    text: str
    settable: bool = True


def texts(
    width: int, characters: str, starts: tuple[str, ...] = ("",)
) -> st.SearchStrategy[Columns]:
    """Text that neither begins nor ends with a blank."""
    visible = "".join(sorted(set(characters) - {" "}))

    def assembled(start: str, rest: str, only: str) -> Columns:
        value = (start + rest)[:width].strip(" ") or only
        return Columns(value, value + " " * (width - len(value)))

    return st.builds(
        assembled,
        st.sampled_from(starts),
        st.text(characters, max_size=width),
        st.sampled_from(visible),
    )


def codes(width: int, known: tuple[str, ...]) -> st.SearchStrategy[Columns]:
    """One of the codes."""
    return st.sampled_from(known).map(lambda code: Columns(code, code + " " * (width - len(code))))


def digits(width: int) -> st.SearchStrategy[Columns]:
    """Digits that fill the field."""
    return st.text("0123456789", min_size=width, max_size=width).map(lambda v: Columns(v, v))


def identifiers(identifier: ModuleType) -> st.SearchStrategy[Columns]:
    """A valid identifier of its kind."""
    return st.integers(0, 10**10).map(identifier.made_up).map(lambda v: Columns(v, v))


def integers(width: int) -> st.SearchStrategy[Columns]:
    """A number with zeros in front."""
    return st.integers(0, 10**width - 1).map(lambda v: Columns(v, f"{v:0{width}d}"))


def dates(window: tuple[int, int]) -> st.SearchStrategy[Columns]:
    """A date as DDMMYY."""
    days = st.dates(datetime.date(window[0], 1, 1), datetime.date(window[1], 12, 31))
    return days.map(lambda v: Columns(v, f"{v:%d%m}{v.year % 100:02d}"))


def always(text: str) -> st.SearchStrategy[Columns]:
    """A literal."""
    return st.just(Columns(text, text, settable=False))


def blanks(width: int) -> st.SearchStrategy[Columns]:
    """Columns that hold nothing."""
    return st.just(Columns("", " " * width, settable=False))


def nothing(value: Any, text: str) -> st.SearchStrategy[Columns]:
    """What is written for no value; a group without items is an empty list as plain data."""
    return st.just(Columns([] if value == () else value, text))


def groups(
    items: st.SearchStrategy[dict[str, Columns]], repeat: int, width: int
) -> st.SearchStrategy[Columns]:
    """Items one behind the other, blanks after the last."""

    def joined(drawn: list[dict[str, Columns]]) -> Columns:
        text = "".join(line(item) for item in drawn)
        return Columns([values(item) for item in drawn], text + " " * (width - len(text)))

    filled = items.filter(lambda item: bool(line(item).strip(" ")))
    return st.lists(filled, min_size=1, max_size=repeat).map(joined)


def chosen(
    chooser: Columns, layouts: dict[str, st.SearchStrategy[dict[str, Columns]]], width: int
) -> st.SearchStrategy[Columns]:
    """The layout that the chooser's value picks, or a text."""
    if chooser.value not in layouts:
        return st.just(Columns("x" * width, "x" * width))
    filled = layouts[chooser.value].filter(lambda fields: bool(line(fields).strip(" ")))
    return filled.map(lambda fields: Columns(values(fields), line(fields)))


def line(drawn: dict[str, Columns]) -> str:
    """The columns of all fields, one behind the other."""
    return "".join(columns.text for columns in drawn.values())


def values(drawn: dict[str, Columns]) -> dict[str, Any]:
    """The value of each field that `build` takes."""
    return {name: columns.value for name, columns in drawn.items() if columns.settable}


def part(chooser: Columns, columns: Columns, layouts: dict[str, Any]) -> Any:
    """The object that `build` takes for a variant: the chosen layout, a text, or nothing."""
    if columns.value is None or chooser.value not in layouts:
        return columns.value
    return layouts[chooser.value].build(**columns.value)
