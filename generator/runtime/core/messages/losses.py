"""Detects content of an element beyond its known fields, which rewriting the fields would lose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .elements import Element, below_path
from .kinds import AsItems
from .nodes import MessageBytes, Node

ATTRIBUTE = re.compile(r"\s[^\s=/>\"']+\s*=\s*(?:\"[^\"]*\"|'[^']*')")
NAMESPACE = re.compile(r"\sxmlns(?::[^\s=]+)?\s*=\s*(?:\"[^\"]*\"|'[^']*')")


def loss_in(node: Node, source: MessageBytes, fields: Mapping[str, Element]) -> str:
    """The first content of an element that its fields do not hold, in words; empty if there is
    none.

    The words contain only names of known elements.
    """
    return next(_losses(node, source, fields), "")


def _losses(node: Node, source: MessageBytes, fields: Mapping[str, Element]) -> Iterator[str]:
    known: dict[str, Any] = {}
    for field in fields.values():
        *outer, last = field.steps
        below_path(known, outer)[last] = field
    yield from _losses_in(node, source, known)


def _losses_in(node: Node, source: MessageBytes, known: Mapping[str, Any]) -> Iterator[str]:
    if _has_attributes(node, source):
        yield f"an attribute of {node.name}"
    if _has_text_between(node, source):
        yield f"text between the elements of {node.name}"
    seen: set[str] = set()
    for child in node.children:
        found = known.get(child.name)
        if found is None:
            yield f"an element in {node.name} that is not known"
        elif isinstance(found, Element):
            # Items are judged one by one, when they are written.
            if not isinstance(found.kind, AsItems):
                yield from _losses_of_leaf(child, source, child.name in seen)
        elif child.name in seen:
            yield f"a second {child.name}"
        else:
            yield from _losses_in(child, source, found)
        seen.add(child.name)


def _losses_of_leaf(node: Node, source: MessageBytes, is_second: bool) -> Iterator[str]:
    if is_second:
        yield f"a second {node.name}"
    if _has_attributes(node, source):
        yield f"an attribute of {node.name}"
    if node.children:
        yield f"an element in {node.name} that is not known"


def _has_attributes(node: Node, source: MessageBytes) -> bool:
    tag = NAMESPACE.sub("", source.decoded(node.start, node.inner_start))
    return ATTRIBUTE.search(tag) is not None


def _has_text_between(node: Node, source: MessageBytes) -> bool:
    at = node.inner_start
    for child in (*node.children, None):
        piece = Node("", at, 0, 0)
        piece.inner_end = child.start if child is not None else max(at, node.inner_end)
        if source.text_of(piece):
            return True
        at = child.end if child is not None else at
    return False
