"""Replaces some bytes of a message; all others are kept as they were read."""  # Copied from generator/runtime/core/messages/splicing.py by `make generate`; edit that, not this.

from __future__ import annotations

from typing import NamedTuple

from ..errors import BuildError
from .nodes import MessageBytes, Node, escaped


class Splice(NamedTuple):
    """New bytes for those between two offsets."""

    start: int
    end: int
    data: bytes


def with_text(source: MessageBytes, node: Node, text: str, at: str) -> Splice:
    """The bytes of an element with a new text. Characters outside the message's encoding become
    character references. Raises BuildError for one that XML cannot contain."""
    try:
        data = escaped(text).encode(source.encoding, "xmlcharrefreplace")
    except ValueError:
        raise BuildError(f"{at}: a character is not allowed in XML") from None
    if not node.is_single_tag:
        return Splice(node.inner_start, node.inner_end, data)
    tag = source.decoded(node.start, node.end).removesuffix("/>")
    name = tag[1:].split(maxsplit=1)[0]
    opened, closed = f"{tag}>".encode(source.encoding), f"</{name}>".encode(source.encoding)
    return Splice(node.start, node.end, opened + data + closed)
