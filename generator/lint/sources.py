"""Every source that is named is one that `sources.yaml` tells of."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from generator.model import Spec, Version, every_field
from generator.nodes import Problem


def source_problems(spec: Spec) -> Iterator[Problem]:
    """Unknown sources, and doubled ones."""
    known = [source.id for source in spec.sources]
    seen: set[str] = set()
    for source in spec.sources:
        if source.id in seen:
            message = f"the source {source.id!r} stands twice"
            yield Problem(source.mark, "sources", message, "Remove one of them.")
        seen.add(source.id)
    for version in spec.versions:
        yield from _unknown(version, known)


def _unknown(version: Version, known: list[str]) -> Iterator[Problem]:
    for owner in _grading(version):
        for source in owner.sources:
            if source not in known:
                near = difflib.get_close_matches(source, known, 1)
                advice = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(known)}."
                path = f"{owner.path}.sources"
                yield Problem(owner.mark, path, f"there is no source {source!r}", advice)


def _grading(version: Version) -> Iterator[Any]:
    """Everything that names sources and knows where it stands."""
    yield from version.data_types
    yield from version.character_sets
    yield from version.code_lists
    yield from version.rules
    yield from version.file_names
    yield from version.shared_layouts
    for record in version.records:
        yield record
        for field in every_field(record.fields):
            yield field
            yield from field.layouts
