"""Items that a version calls otherwise than the one that it extends: what names them follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.load.nodes import Problem, SpecMapping, SpecSequence, Written
from generator.versions.item import Item

NAMED_BY = {
    "code_lists": ("codes", "codes_when", "starts_with", "special", "spelled_by", "named_in"),
    "character_sets": ("characters",),
    "layouts": ("layout",),
}
"""The words by which other items name one of a list."""

Renamed = Mapping[str, Mapping[str, str]]
"""By top-level word, what an item is called now, by what it was called."""


def refuse_taken_names(
    inherited: Mapping[str, Mapping[str, Item]],
    renamed: Mapping[str, dict[str, str]],
    identified_by: Mapping[str, str],
    problems: list[Problem],
) -> None:
    """Reports each new name that another item of the version has already, and forgets it, so that
    nothing follows it."""
    for word, names in renamed.items():
        for identifier, called in list(names.items()):
            if any(names.get(i, i) == called for i in inherited[word] if i != identifier):
                words, key = inherited[word][identifier].words, identified_by[word]
                message = f"{called!r} is among the {word} of this version already"
                advice = f"Choose another name for {identifier!r}, or rename the other one too."
                problems.append(Problem(words.mark_of(key), words.path_of(key), message, advice))
                del names[identifier]


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
