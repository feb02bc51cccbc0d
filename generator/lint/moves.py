"""Moves: fields that have another place in the version that is extended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.lint.conditions import values_of
from generator.lint.walk import at
from generator.load.nodes import Problem
from generator.load.unknown import known_words
from generator.resolve.fields import FieldSpec
from generator.resolve.model import MoveSpec, RecordSpec, VersionSpec


def move_problems(version: VersionSpec, base: VersionSpec | None) -> Iterator[Problem]:
    """Moves of unknown fields, or under conditions that never hold."""
    known = {record.key: record for record in base.records} if base is not None else {}
    for record in version.records:
        for move in record.moves:
            yield from _places(move, record, known[record.key])
            for fields in (record.fields, known[record.key].fields):
                yield from _when(move, fields)


def _places(move: MoveSpec, record: RecordSpec, other: RecordSpec) -> Iterator[Problem]:
    for word, name, fields in (
        ("field", move.field_name, record.fields),
        ("to", move.to, other.fields),
    ):
        names = [f.name for f in fields]
        if name not in names:
            where = "here" if fields is record.fields else "in the version that is extended"
            message = f"there is no field {name!r} {where}"
            yield at(move, word, message, known_words(name, names, said="Fields"))


def _when(move: MoveSpec, fields: Sequence[FieldSpec]) -> Iterator[Problem]:
    by_name = {f.name: f for f in fields}
    for name, codes in move.when.items():
        if name not in by_name:
            message = f"there is no field {name!r} in both versions"
            yield at(move, "when", message, "Name a field that both have.")
            continue
        for message, advice in values_of(by_name[name], codes):
            yield at(move, "when", message, advice)
