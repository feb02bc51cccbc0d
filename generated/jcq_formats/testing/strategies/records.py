"""Strategies for single records: lines beside the values that they mean."""  # Copied from generator/runtime/testing/strategies/records.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...core.formats import load
from ...core.layouts import Layout
from ...core.records import Record
from .book import Book, Words, books
from .columns import Drawn, text_of, values_of
from .drawing import ANYTHING, Chooser, Hypothetical, Wanted, fields_drawn

R = TypeVar("R", bound=Record)


class Written(NamedTuple):
    """A line at its full length, and what it means: what `as_dict` gives."""

    line: str
    values: dict[str, Any]


def written(record: type[Record]) -> SearchStrategy[Written]:
    """Valid lines with what they mean. Raises LookupError where no version has such a record."""
    return _drawn(record, ANYTHING)


def lines(record: type[Record]) -> SearchStrategy[str]:
    """Valid lines, padding included, line end not; what means nothing is written in every way."""
    return _drawn(record, Wanted(spelled=True)).map(lambda one: one.line)


def values(record: type[Record]) -> SearchStrategy[dict[str, Any]]:
    """Valid arguments of ``record.build``."""
    return written(record).map(lambda one: arguments(record, one.values))


def records(record: type[R]) -> SearchStrategy[R]:
    """Valid records."""
    return lines(record).map(record)


def _drawn(record: type[Record], wanted: Wanted) -> SearchStrategy[Written]:
    book, words = described(record)

    @st.composite
    def drawn(draw: st.DrawFn) -> Written:
        columns = record_drawn(Hypothetical(draw), book, words, wanted)
        return Written(line_of(words, columns), values_of(words["fields"], columns))

    return drawn()


def arguments(layout: type[Layout], plain: Mapping[str, Any]) -> dict[str, Any]:
    """What `build` takes for values as plain data: layouts within a record become objects."""
    return {name: _argument(layout, name, value) for name, value in plain.items()}


def _argument(layout: type[Layout], name: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_part(layout, name, item) for item in value]
    return _part(layout, name, value) if isinstance(value, dict) else value


def _part(layout: type[Layout], name: str, plain: Mapping[str, Any]) -> Any:
    """The layout within the field that has just these fields."""
    field = layout.FIELDS[name]
    for nested in field.kind.nested(field):
        settable = {f.name for f in nested.layout.FIELDS.values() if f.kind.SETTABLE}
        if settable == plain.keys():
            generated: Any = nested.layout
            return generated.build(**arguments(generated, plain))
    raise LookupError(f"{layout.__name__}.{name} has no layout of these fields")


def described(record: type[Record]) -> tuple[Book, Words]:
    """The newest version that has this class, and what its booklet says of the record.

    Raises LookupError where no version has it.
    """
    for version, book in sorted(books().items(), reverse=True):
        if record in load(version).records.values():
            return book, book.record(record.KEY)
    raise LookupError(f"{record.__name__} is no record of any version")


def record_drawn(choose: Chooser, book: Book, record: Words, wanted: Wanted = ANYTHING) -> Drawn:
    """The columns of a record, field by field."""
    return fields_drawn(choose, book, record["fields"], wanted)


def line_of(record: Words, drawn: Drawn) -> str:
    """The line, padded to the length of its data type."""
    text = text_of(drawn)
    return text.ljust(record["lengths"].get(text[0], 0))
