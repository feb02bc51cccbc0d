"""The committed part of the kit for other languages: instructions, programs that run it, and
hashes.

The kit itself is built by `make kit`; see `generator/emit/kit.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.emit.kit import kit, kit_hashes
from generator.emit.templates import Templates
from generator.resolve.model import RecordSpec, Spec

HARNESSES = ("Kit.cs", "Kit.java")
"""Programs that run the kit in other languages, with a reader of one record as an example."""

HASHES = "SHA256"


def conformance_files(spec: Spec, tests: Path, templates: Templates) -> Iterator[tuple[str, bytes]]:
    """The files of the folder; ``tests`` has the case files that are part of the kit."""
    templates.register({"in_code": json.dumps})
    newest = spec.newest
    example = next(filter(_is_plain, newest.records), None)
    page, template = "conformance/README.md", "conformance/README.md.jinja"
    about: dict[str, Any] = {"versions": spec.versions, "newest": newest, "example": example}
    yield templates.file(page, template, "spec/", **about)
    if example is not None:
        for name in HARNESSES:
            target, about = f"conformance/{name}", _of_plain(example)
            yield templates.file(target, f"{target}.jinja", "spec/", **about)
    yield f"conformance/{HASHES}", kit_hashes(dict(kit(spec, tests)))


def _is_plain(record: RecordSpec) -> bool:
    """Whether it has only required texts of one character set, so that any language reads it in a
    few lines."""
    texts = [f for f in record.fields if f.settable]
    sets = {f.character_set.name if f.character_set else "" for f in texts}
    more = [
        (f.blank, f.all_conditions, f.none, f.forbidden, f.starts_with, f.identifier) for f in texts
    ]
    whole = set(record.lengths.values()) == {record.end}
    return whole and len(sets) == 1 and "" not in sets and not any(map(any, more))


def _of_plain(record: RecordSpec) -> dict[str, Any]:
    texts = [f for f in record.fields if f.settable]
    return {
        "record": record,
        "texts": texts,
        "literals": [f for f in record.fields if f.readable and not f.settable],
        "blanks": [f for f in record.fields if not f.readable],
        "characters": next(f.character_set.characters for f in texts if f.character_set),
    }
