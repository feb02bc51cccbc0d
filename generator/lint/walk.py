"""Walking over a version: every list of fields that makes one class, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Field, Layout, Record, Version
from generator.nodes import Mark, Problem


@dataclass(frozen=True, slots=True)
class Owner:
    """A record or layout: the fields of one class, the columns they fill, and what it is called."""

    name: str
    fields: list[Field]
    first: int
    last: int | None
    mark: Mark
    path: str
    parent: Field | None = None
    is_record: bool = False
    shared: bool = False

    def problem(self, message: str, advice: str) -> Problem:
        """A mistake of the record or layout as a whole."""
        return Problem(self.mark, self.path, message, advice)


def owners(version: Version) -> Iterator[Owner]:
    """Every record, every layout within it, and the shared layouts."""
    for record in version.records:
        yield Owner(
            record.key,
            record.fields,
            1,
            _last_column(record),
            record.mark,
            record.path,
            is_record=True,
        )
        yield from _within(record.fields)
    for layout in version.shared_layouts:
        yield _owner(layout, None, layout.first if layout.fields else 1, None)
        yield from _within(layout.fields)


def _within(fields: list[Field]) -> Iterator[Owner]:
    for field in fields:
        for layout in field.layouts:
            last = field.end
            if field.repeat:
                last = field.start + field.width // field.repeat - 1
            yield _owner(layout, field, field.start, last)
            yield from _within(layout.fields)


def _owner(layout: Layout, parent: Field | None, first: int, last: int | None) -> Owner:
    return Owner(
        layout.class_name,
        layout.fields,
        first,
        last,
        layout.mark,
        layout.path,
        parent,
        shared=layout.path.startswith("layouts"),
    )


def _last_column(record: Record) -> int | None:
    """The last column that fields must cover: the record's own width, or its data type's length."""
    if record.width is not None:
        return record.width
    lengths = set(record.lengths.values())
    return min(lengths) if lengths else None


def at(field: Field, word: str, message: str, advice: str) -> Problem:
    """A mistake in one word of a field."""
    words = field.words
    path = f"{words.path}.{word}" if word in words else words.path
    return Problem(words.mark_of(word), path, message, advice)
