"""A text beside the value it means, and what each kind of field must tell to draw both."""  # Copied from generator/runtime/testing/strategies/columns.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol, TypeAlias, cast

from hypothesis.strategies import SearchStrategy

from .book import Book, Words


class Columns(NamedTuple):
    """Columns as they are written, and what they mean as plain data."""

    text: str
    value: Any


Drawn: TypeAlias = dict[str, Columns]
"""The columns of a layout, field by field."""


class Way(NamedTuple):
    """One way in which a field can be wrong: texts for its columns, and the rules they break."""

    name: str
    texts: tuple[str, ...]
    rules: tuple[str, ...]


class Kind(Protocol):
    """A module for a kind of field, named as in the spec."""

    NOTHING: Any
    """What columns that hold nothing mean."""

    SETTABLE: bool
    """Whether records are built with a value for it."""

    def filled(self, field: Words, book: Book) -> SearchStrategy[Columns]:
        """A strategy for columns that hold something; not of kinds that nest layouts."""

    def edges(self, field: Words, book: Book) -> Iterable[Columns]:
        """Columns worth a test of their own, the simplest first; not of kinds that nest layouts."""

    def ways(self, field: Words, book: Book, text: str) -> Iterator[Way]:
        """The ways in which such a field can be wrong, beside this text, which is not."""


def kind_of(field: Words) -> Kind:
    """The module for the kind of a field."""
    return _kind(field["kind"])


@functools.cache
def _kind(name: str) -> Kind:
    return cast(Kind, importlib.import_module(f".kinds.{name}", __package__))


def nothing(field: Words) -> Columns:
    """What is written for no value."""
    none: Iterable[str] = field.get("none", ("",))
    return Columns(next(iter(none)).ljust(field["width"]), kind_of(field).NOTHING)


def is_nothing(field: Words, text: str) -> bool:
    """Whether columns hold nothing: blanks, or a text that means none."""
    return not text.strip(" ") or text in field.get("none", ())


def can_be_nothing(field: Words) -> bool:
    """Whether the spec lets a field go without a value, other fields apart."""
    return bool(field.get("blank") or field.get("none"))


def text_of(drawn: Mapping[str, Columns]) -> str:
    """The columns of all fields, one behind the other."""
    return "".join(columns.text for columns in drawn.values())


def values_of(fields: Iterable[Words], drawn: Mapping[str, Columns]) -> dict[str, Any]:
    """The values of a layout as plain data; literals and fillers say nothing."""
    return {f["name"]: drawn[f["name"]].value for f in fields if kind_of(f).SETTABLE}


def put(text: str, at: int, other: str) -> str:
    """The text with others in the place of its characters from ``at`` (from 0) on."""
    return text[:at] + other + text[at + len(other) :]
