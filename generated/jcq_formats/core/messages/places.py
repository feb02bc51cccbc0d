"""Detects known elements that are misplaced: out of order, or repeated."""  # Copied from generator/runtime/core/messages/places.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from .elements import below_path
from .formats import MessageFormat
from .nodes import Node
from .views import View


class Misplaced(NamedTuple):
    """An element, and the one before it that should come after it; None if it repeats an element,
    in which case it is not read."""

    node: Node
    before: str = ""


class _Places(NamedTuple):
    """The names of child elements in order, each with its own children, and the paths of those that
    may be repeated."""

    names: Mapping[str, Any]
    repeated: frozenset[tuple[str, ...]]


_KNOWN: dict[type[View], _Places] = {}


def _places_in(view: type[View]) -> _Places:
    if view not in _KNOWN:
        _KNOWN[view] = _found_in(view)
    return _KNOWN[view]


def _found_in(view: type[View]) -> _Places:
    names: dict[str, Any] = {}
    for field in view.FIELDS.values():
        below_path(names, field.steps)
    return _Places(names, frozenset(f.steps for f in view.FIELDS.values() if f.is_repeated))


def misplaced_in(view: View) -> Iterator[Misplaced]:
    """Misplaced elements within an element, except within nested elements that have a class."""
    places = _places_in(type(view))
    yield from _misplaced(view.node, places.names, places.repeated, ())


def misplaced_around(form: MessageFormat, root: Node) -> Iterator[Misplaced]:
    """Misplaced elements above the repeated ones: the header, blocks, and the content of a
    block."""
    yield from _among(root.children, (form.header.ELEMENT, form.block), {form.block})
    order = tuple(block.element for block in form.blocks)
    held: list[Node] = []
    for block in root.children:
        if block.name == form.block:
            held += block.children
            first = (form.block_name, *order)
            for found in _among(block.children, first, order):
                if found.node.name == form.block_name:
                    yield found
    yield from _among(held, order, order)


def _misplaced(
    node: Node,
    names: Mapping[str, Any],
    repeated: Collection[tuple[str, ...]],
    path: tuple[str, ...],
) -> Iterator[Misplaced]:
    at = len(path)
    free = {steps[-1] for steps in repeated if len(steps) == at + 1 and steps[:at] == path}
    yield from _among(node.children, tuple(names), free)
    for child in node.children:
        if names.get(child.name):
            yield from _misplaced(child, names[child.name], repeated, (*path, child.name))


def _among(nodes: list[Node], order: tuple[str, ...], free: Collection[str]) -> Iterator[Misplaced]:
    """Misplaced elements among siblings; ``free`` are the names that may be repeated."""
    last = 0
    seen: set[str] = set()
    for node in nodes:
        if node.name not in order:
            continue
        place = order.index(node.name)
        if place < last:
            yield Misplaced(node, order[last])
        if node.name in seen and node.name not in free:
            yield Misplaced(node)
        seen.add(node.name)
        last = max(last, place)
