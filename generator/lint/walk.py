"""Visits every list of fields that makes one class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from generator.load.nodes import Problem, SpecMapping
from generator.resolve.fields import FieldSpec, LayoutSpec
from generator.resolve.model import RecordSpec, VersionSpec


class Written(Protocol):
    """Any part of the model with the node of the spec from which it was read."""

    @property
    def words(self) -> SpecMapping: ...


@dataclass(frozen=True, slots=True)
class Owner:
    """A record or layout: the fields of one class, their positions, and its name."""

    name: str
    fields: Sequence[FieldSpec]
    first: int
    last: int | None
    words: SpecMapping
    parent: FieldSpec | None = None
    around: Sequence[FieldSpec] = ()
    is_record: bool = False
    shared: bool = False


def owners(version: VersionSpec) -> Iterator[Owner]:
    """All records, their nested layouts, and the shared layouts."""
    for record in version.records:
        last = _last_column(record)
        name = record.key if len(record.key) > 1 else record.class_name
        yield Owner(name, record.fields, 1, last, record.words, is_record=True)
        yield from _within(record.fields, version)
    for layout in version.shared_layouts:
        name, fields = layout.class_name, layout.fields
        yield Owner(name, fields, layout.first, None, layout.words, shared=True)
        yield from _within(fields, version)


def _within(fields: Sequence[FieldSpec], version: VersionSpec) -> Iterator[Owner]:
    for field in fields:
        for layout in field.layouts:
            last: int | None = field.end
            if field.repeat:
                size, rest = divmod(field.width, field.repeat)
                last = None if rest else field.start + size - 1
            yield Owner(
                layout.class_name,
                layout.fields,
                field.start,
                last,
                layout.words,
                field,
                fields,
                shared=is_shared(layout, version),
            )
            yield from _within(layout.fields, version)


def is_shared(layout: LayoutSpec, version: VersionSpec) -> bool:
    """Whether the layout is under the top-level key `layouts`."""
    return any(layout.fields is shared.fields for shared in version.shared_layouts)


def _last_column(record: RecordSpec) -> int | None:
    """The last position that fields must cover: the record's width, or the length of its data
    type."""
    if record.width is not None:
        return record.width
    lengths = set(record.lengths.values())
    return min(lengths) if lengths else None


def inherited(words: SpecMapping, version: VersionSpec) -> bool:
    """Whether this was written in the version that is extended, and is unchanged."""
    return PurePosixPath(words.mark.file).parent.name != version.folder


def at(written: Written, word: str, message: str, advice: str) -> Problem:
    """A mistake in one key of a field, record or other item; in the item if the key is missing."""
    words = written.words
    path = words.path_of(word) if word in words else words.path
    return Problem(words.mark_of(word), path, message, advice)
