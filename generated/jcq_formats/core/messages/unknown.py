"""Elements that are not described: they are kept and reported; their text may be personal."""  # Copied from generator/runtime/core/messages/unknown.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from .elements import below_path
from .formats import MessageFormat
from .kinds import AsItems
from .nodes import Node
from .views import UnknownElement, View

NameTree: TypeAlias = Mapping[str, Any]
"""The names of known child elements, each with its own known children."""


_KNOWN: dict[type[View], NameTree] = {}


def known_within(view: type[View]) -> NameTree:
    """The known elements within the element of a class."""
    if view not in _KNOWN:
        _KNOWN[view] = _found_within(view)
    return _KNOWN[view]


def _found_within(view: type[View]) -> NameTree:
    known: dict[str, Any] = {}
    for field in view.FIELDS.values():
        below = below_path(known, field.steps)
        if isinstance(field.kind, AsItems):
            below.update(known_within(field.kind.item))
    return known


def unknown_in(view: View) -> Iterator[Node]:
    """The outermost unknown elements within one; the element itself if it is unknown."""
    if isinstance(view, UnknownElement):
        yield view.node
    else:
        yield from _unknown(view.node, known_within(type(view)))


def unknown_around(form: MessageFormat, root: Node) -> Iterator[Node]:
    """The unknown elements of a message above the repeated ones."""
    blocks = {block.element: block.holds.ELEMENT for block in form.blocks}
    for child in root.children:
        if child.name == form.block:
            yield from _unknown_in_block(form, child, blocks)
        elif child.name != form.header.ELEMENT:
            yield child


def _unknown_in_block(form: MessageFormat, node: Node, blocks: Mapping[str, str]) -> Iterator[Node]:
    for child in node.children:
        if child.name != form.block_name and child.name not in blocks:
            yield child


def _unknown(node: Node, known: NameTree) -> Iterator[Node]:
    for child in node.children:
        if child.name in known:
            yield from _unknown(child, known[child.name])
        else:
            yield child
