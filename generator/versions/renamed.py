"""Items that a version calls otherwise than the one that it extends: what names them follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.load.nodes import SpecMapping, SpecSequence, Written

NAMED_BY = {
    "code_lists": ("codes", "codes_when", "starts_with", "special", "spelled_by", "named_in"),
    "character_sets": ("characters",),
    "layouts": ("layout",),
}
"""The words by which other items name one of a list."""

Renamed = Mapping[str, Mapping[str, str]]
"""By top-level word, what an item is called now, by what it was called."""


def following_names(node: Any, renamed: Renamed) -> Any:
    """A copy in which items are named as they are called now."""
    if isinstance(node, SpecSequence):
        if not any(isinstance(item, SpecMapping) for item in node):
            return node
        return node.replaced(following_names(item, renamed) for item in node)
    if not isinstance(node, SpecMapping):
        return node
    copy = node.without()
    for word, value in node.items():
        names: dict[str, str] = {}
        for of, words in NAMED_BY.items():
            if word in words:
                names |= renamed.get(of, {})
        if isinstance(value, str):
            copy[word] = names.get(value, value)
        elif names and isinstance(value, SpecMapping):
            copy[word] = _keys_renamed(value, names)
        else:
            copy[word] = following_names(value, renamed)
    return copy


def _keys_renamed(node: SpecMapping, names: Mapping[str, str]) -> SpecMapping:
    """A mapping by the names of items, in the same order."""
    copy = type(node)(node.mark, node.path, node.end)
    for name, value in node.items():
        written = Written(node.mark_of(name), node.plain(name), node.path_of(name))
        copy.put(names.get(name, name), node.key_mark(name), value, written)
    return copy
