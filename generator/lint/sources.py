"""Every source that is referred to must be in `sources.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.load.nodes import Problem, SpecMapping, SpecSequence
from generator.load.unknown import known_words
from generator.resolve.model import Spec


def source_problems(spec: Spec) -> Iterator[Problem]:
    """Duplicate sources, and unknown ones, wherever the key `sources` occurs."""
    known = list(dict.fromkeys(source.id for source in spec.sources))
    seen: set[str] = set()
    for source in spec.sources:
        if source.id in seen:
            message = f"the source {source.id!r} appears twice"
            yield Problem(source.mark, "sources", message, "Remove one of them.")
        seen.add(source.id)
    written = [version.words for version in spec.versions]
    written += [list(message.documents.values()) for message in spec.messages]
    reported: set[tuple[str, int, str]] = set()
    for words in written:
        for named in _named(words):
            for index, source_id in enumerate(named):
                mark = named.mark_of(index)
                place = mark.file, mark.line, source_id
                if source_id not in seen and place not in reported:
                    # Versions that extend this one repeat its sources.
                    reported.add(place)
                    message, advice = f"unknown source {source_id!r}", known_words(source_id, known)
                    yield Problem(mark, named.path_of(index), message, advice)


def _named(node: Any) -> Iterator[SpecSequence]:
    """All lists of sources within a node, as the author wrote them."""
    if isinstance(node, SpecMapping):
        for word, value in node.items():
            if word == "sources":
                yield value
            else:
                yield from _named(value)
    elif isinstance(node, list):
        for item in node:
            yield from _named(item)
