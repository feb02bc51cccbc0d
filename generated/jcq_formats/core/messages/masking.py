"""A message without personal data. Only what is known not to be personal is kept: tags, the names
of blocks, and the texts of known fields. Everything else is masked, wherever it is: other texts,
attributes, comments and processing instructions."""  # Copied from generator/runtime/core/messages/masking.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from ..character_encodings import MARKS
from .elements import Element
from .formats import MessageFormat
from .nodes import MessageBytes, Node, plain_text
from .splicing import Splice
from .views import MASK, View

_PIECES = re.compile(
    r"<!--(?P<comment>.*?)-->|<\?(?P<target>[^\s?]+)(?P<instruction>.*?)\?>"
    r"|(?P<text>(?:<!\[CDATA\[.*?\]\]>|[^<])+)",
    re.DOTALL,
)
"""The content between two tags."""

_ATTRIBUTE = re.compile(r"(\s)([^\s=<>/]+)(\s*=\s*)(\"[^\"]*\"|'[^']*')")
_BLANK = " \t\r\n"

Instead: TypeAlias = Callable[[View, Element, str], str]
"""What stands in place of the text of a field; the text itself, if it is not personal."""


def masking_splices(
    form: MessageFormat, root: Node, source: MessageBytes, views: list[View], instead_of: Instead
) -> Iterator[Splice]:
    """The splices that remove personal data from a message. ``views`` are all elements that have a
    class."""
    texts = _texts(views, instead_of)
    texts |= _names_of_blocks(form, root, source)
    start, end = source.base, source.base + len(source.data)
    mark = next((len(mark) for mark in MARKS if source.data.startswith(mark)), 0)
    masking = _Masking(source, texts)
    yield from masking.between(start + mark, root.start, _Replacement(None))
    yield from masking.element(root)
    yield from masking.between(root.end, end, _Replacement(None))


def _texts(views: list[View], instead_of: Instead) -> dict[int, _Replacement]:
    """The replacement for the text of each field, by the id of its node."""
    texts: dict[int, _Replacement] = {}
    for view in views:
        for field in view.FIELDS.values():
            node = None if field.is_repeated else view.node_of(field.name)
            text = "" if node is None or not field.has_text else view.text(field.name)
            if text:
                texts[id(node)] = _Replacement(text, instead_of(view, field, text))
    return texts


def _names_of_blocks(
    form: MessageFormat, root: Node, source: MessageBytes
) -> Mapping[int, _Replacement]:
    """The names of blocks that are names of elements, and so reveal nothing else."""
    texts = {}
    known = {block.element for block in form.blocks}
    for block in root.children:
        node = block.child(form.block_name) if block.name == form.block else None
        text = "" if node is None else source.text_of(node)
        if text in known | {child.name for child in block.children}:
            texts[id(node)] = _Replacement(text, text)
    return texts


class _Replacement:
    """The replacement for the text of an element; any other text in it becomes stars."""

    def __init__(self, text: str | None, other: str = "") -> None:
        self.is_known = text is not None
        self.stays = text == other
        self.other = other

    def of(self, text: str) -> str:
        """The markup for a piece of text. A known replacement is written in place of the first
        piece."""
        plain = plain_text(text)
        bare = plain.strip(_BLANK)
        if self.stays or not bare:
            return text
        start = plain.index(bare)
        other = MASK * len(bare)
        if self.is_known:
            other, self.other = self.other, ""
        return f"{plain[:start]}{other}{plain[start + len(bare) :]}".replace("\r", "&#13;")


class _Masking:
    """The splices of one message; ``texts`` are the replacements by the id of the node."""

    def __init__(self, source: MessageBytes, texts: Mapping[int, _Replacement]) -> None:
        self.source = source
        self.texts = texts

    def element(self, node: Node) -> Iterator[Splice]:
        """Masks the content of an element, and its attributes."""
        tag = self.source.decoded(node.start, node.inner_start)
        yield from self._spliced(node.start, node.inner_start, tag, _ATTRIBUTE.sub(_value, tag))
        instead = self.texts.get(id(node)) or _Replacement(None)
        at = node.inner_start
        for child in node.children:
            yield from self.between(at, child.start, instead)
            yield from self.element(child)
            at = child.end
        yield from self.between(at, node.inner_end, instead)

    def between(self, start: int, end: int, instead: _Replacement) -> Iterator[Splice]:
        """Masks the content between two tags."""
        if not self.source.between(start, end).strip():
            return
        text = self.source.decoded(start, end)
        yield from self._spliced(start, end, text, _PIECES.sub(lambda p: _piece(p, instead), text))

    def _spliced(self, start: int, end: int, old: str, new: str) -> Iterator[Splice]:
        if new != old:
            yield Splice(start, end, new.encode(self.source.encoding, "xmlcharrefreplace"))


def _piece(piece: re.Match[str], instead: _Replacement) -> str:
    if piece["text"] is not None:
        return instead.of(piece["text"])
    if piece["comment"] is not None:
        return f"<!--{MASK * len(piece['comment'])}-->"
    if piece["target"] == "xml":
        return piece[0]
    blank = " " if piece["instruction"] else ""
    stars = MASK * (len(piece["instruction"]) - len(blank))
    return f"<?{'_' * len(piece['target'])}{blank}{stars}?>"


def _value(attribute: re.Match[str]) -> str:
    """An attribute with stars for its value. Namespaces are names and are kept."""
    blank, name, equals, value = attribute.groups()
    if name == "xmlns" or name.startswith("xmlns:"):
        return attribute[0]
    return f"{blank}{name}{equals}{value[0]}{MASK * len(plain_text(value[1:-1]))}{value[0]}"
