"""The elements of a message: their byte offsets, and the text of these bytes."""

from __future__ import annotations

import codecs
import re

PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "apos": "'", "quot": '"'}
"""The entities of a document that declares none."""

_PIECES = re.compile(
    r"<!\[CDATA\[(?P<data>.*?)\]\]>|<!--.*?-->|<\?.*?\?>|&(?P<entity>[^;]*);|\r\n?",
    re.DOTALL,
)

UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
UNMARKED_UTF_16 = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
UTF_8, UTF_8_MARKED = "utf-8", "utf-8-sig"
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot contain."""


class Node:
    """An element. Its bytes are ``start`` to ``end``, the content between its tags is
    ``inner_start`` to ``inner_end``; ``line`` and ``column`` (from 1) give its beginning.

    An empty-element tag (``<a/>``) has empty content, at its end.
    """

    __slots__ = (
        "children",
        "column",
        "end",
        "inner_end",
        "inner_start",
        "line",
        "name",
        "start",
    )

    def __init__(self, name: str, start: int, line: int, column: int) -> None:
        self.name = name
        self.start = start
        self.inner_start = self.inner_end = self.end = start
        self.line = line
        self.column = column
        self.children: list[Node] = []

    def __repr__(self) -> str:
        return f"<Node {self.name}, bytes {self.start}-{self.end}>"

    @property
    def is_single_tag(self) -> bool:
        """Whether it is an empty-element tag, which must be split into two tags to take text."""
        return self.inner_end == self.end

    def child(self, name: str) -> Node | None:
        """Its first child with this name, or None."""
        for child in self.children:
            if child.name == name:
                return child
        return None

    def all_at(self, steps: tuple[str, ...]) -> list[Node]:
        """Every element at the end of a path."""
        found = [self]
        for step in steps:
            found = [child for node in found for child in node.children if child.name == step]
        return found


class MessageBytes:
    """Bytes of a message from the offset ``base`` on, and their encoding.

    ``namespace`` is that of the root element.
    """

    __slots__ = ("base", "data", "encoding", "namespace")

    def __init__(self, data: bytes, base: int, encoding: str, namespace: str) -> None:
        self.data = data
        self.base = base
        self.encoding = encoding
        self.namespace = namespace

    def between(self, start: int, end: int) -> bytes:
        """The bytes between two offsets."""
        return self.data[start - self.base : end - self.base]

    def decoded(self, start: int, end: int) -> str:
        """The text between two offsets. A Python codec may reject bytes that expat accepts."""
        return self.between(start, end).decode(self.encoding, "replace")

    def text_of(self, node: Node) -> str:
        """The text of an element without surrounding white space and without the text of its
        children."""
        if node.children:
            starts = [node.inner_start, *(child.end for child in node.children)]
            ends = [*(child.start for child in node.children), node.inner_end]
            text = "".join(map(self.decoded, starts, ends))
        else:
            text = self.decoded(node.inner_start, node.inner_end)
        return plain_text(text).strip(" \t\r\n")


def plain_text(text: str) -> str:
    """The text of markup without tags."""
    if "&" in text or "<" in text or "\r" in text:
        return _PIECES.sub(_said, text)
    return text


def _said(piece: re.Match[str]) -> str:
    """The text of one piece of markup."""
    if piece["data"] is not None:
        return piece["data"].replace("\r\n", "\n").replace("\r", "\n")
    entity = piece["entity"]
    if entity is None:
        return "\n" if piece[0][0] == "\r" else ""
    if entity.startswith("#x"):
        return chr(int(entity[2:], 16))
    return chr(int(entity[1:])) if entity.startswith("#") else PREDEFINED[entity]


def escaped(text: str) -> str:
    """A text escaped for XML. Raises ValueError if XML cannot contain it."""
    if NO_XML.search(text) is not None:
        raise ValueError("a character is not allowed in XML")
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def encoding_of(head: bytes, declared: str | None) -> str:
    """The codec of a document with this beginning and this declared encoding."""
    known = UTF_16.get(head[:2]) or UNMARKED_UTF_16.get(head[:2])
    if known is None and declared and codecs.lookup(declared).name == UTF_8_MARKED:
        # Python's codec would write a byte order mark before each text.
        return UTF_8
    return known or declared or UTF_8
