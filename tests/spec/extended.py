"""The invented spec of `base`, with changes, and lookups in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.__main__ import checked_spec
from generator.resolve.fields import FieldSpec
from generator.resolve.model import RecordSpec, VersionSpec

BASE = Path(__file__).parent / "base"
FORMAT = Path("v02") / "format.yaml"
FIRST_FORMAT = Path("v01") / "format.yaml"
BOOKS = Path("v01") / "books.yaml"

Change = tuple[Path, str, str]

SHARED = (
    (BOOKS, '        - {layout: Disc, when: ["D"]}\n', ""),
    (BOOKS, 'when: ["P"]', 'when: ["P", "D"]'),
)


def versions(folder: Path, *changes: Change) -> Sequence[VersionSpec]:
    """The versions of the spec after these changes; each text must occur there once."""
    for file, old, new in changes:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return checked_spec(folder).versions


def record(version: VersionSpec, key: str) -> RecordSpec:
    return next(r for r in version.records if r.key == key)


def field(record: RecordSpec, name: str) -> FieldSpec:
    return next(f for f in record.fields if f.name == name)


def columns(fields: Sequence[FieldSpec]) -> list[tuple[str, int, int]]:
    return [(f.name, f.start, f.end) for f in fields]
