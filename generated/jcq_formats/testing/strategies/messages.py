"""Strategies for XML messages: texts in every notation of XML, in every encoding, with unknown
markup between them. The markup is written independently of the code that reads it."""  # Copied from generator/runtime/testing/strategies/messages.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from ...core.messages.elements import Element, below_path
from ...core.messages.formats import MessageFormat
from ...core.messages.kinds import (
    AsDate,
    AsInteger,
    AsItems,
    AsPresence,
    AsTimestamp,
    AsZonedTimestamp,
    ElementKind,
)
from ...core.messages.views import View

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "us-ascii")
MOST = 3
"""The most elements that a block repeats."""

CHARACTERS = st.one_of(
    st.sampled_from("&<>'\"]é\u0141\u2019;#x \n"),
    st.characters(min_codepoint=0x20, max_codepoint=0xD7FF),
    st.characters(min_codepoint=0xE000, max_codepoint=0x10FFFF),
).filter(lambda c: c not in "\ufffe\uffff")
TEXTS = st.text(CHARACTERS, min_size=1, max_size=12).map(lambda t: t.strip(" \t\r\n")).filter(bool)
ZONES = st.integers(-720, 840).map(lambda m: datetime.timezone(datetime.timedelta(minutes=m)))
SPACES = st.sampled_from(("", "\n", "  ", "<!-- & < -->", "<?made up?>"))

Texts: TypeAlias = dict[str, str]


@dataclass(slots=True)
class DrawnMessage:
    """A message: its bytes, its name, and the texts of the fields of each element with a class, in
    order; nested elements follow the one that contains them."""

    data: bytes
    name: str
    encoding: str
    elements: list[tuple[type[View], Texts]] = field(default_factory=list)


def texts_of_kind(kind: ElementKind) -> st.SearchStrategy[str]:
    """The texts of values of a kind."""
    if isinstance(kind, AsInteger):
        return st.integers(-(10**9), 10**9).map(str)
    if isinstance(kind, AsDate):
        return st.dates().map(str)
    if isinstance(kind, AsZonedTimestamp):
        return st.datetimes(timezones=ZONES).map(lambda moment: moment.isoformat())
    if isinstance(kind, AsTimestamp):
        return st.datetimes().map(lambda moment: moment.isoformat())
    return TEXTS


@st.composite
def messages(draw: DrawFn, form: MessageFormat, *, unknown: bool = True) -> DrawnMessage:
    """A message of a format, with any number of elements of every class.

    ``unknown`` allows elements that are not described. Identifiers, dates and references are any
    valid values: they need not be consistent.
    """
    encoding = draw(st.sampled_from(ENCODINGS))
    prefix = draw(st.sampled_from(("", "x:")))
    writer = _Writer(draw, form, encoding.removesuffix("-sig"), prefix, unknown)
    text = writer.message()
    data = text.encode(encoding, "xmlcharrefreplace")
    return DrawnMessage(data, writer.name(), encoding, writer.elements)


class _Writer:
    """Writes one message, and keeps its texts."""

    def __init__(
        self, draw: DrawFn, form: MessageFormat, encoding: str, prefix: str, unknown: bool
    ) -> None:
        self.draw = draw
        self.form = form
        self.encoding = encoding
        self.prefix = prefix
        self.unknown = unknown
        self.elements: list[tuple[type[View], Texts]] = []

    def name(self) -> str:
        """A name that matches the pattern; it need not agree with the header."""
        return self.form.name_example

    def message(self) -> str:
        """The text of the message."""
        form, declared = self.form, self.prefix.removesuffix(":")
        attribute = f'xmlns{":" if declared else ""}{declared}="{form.namespace}"'
        inner = [self.element(form.header)]
        for block in form.blocks:
            if self.draw(st.booleans()):
                items = self.draw(st.integers(0, MOST))
                held = "".join(self.element(block.holds) for _ in range(items))
                named = self.tag(form.block_name, self.written(block.element))
                inner.append(self.tag(form.block, named + self.tag(block.element, held)))
        if self.unknown and self.draw(st.booleans()):
            inner.append(self.tag("Unknown", self.tag("Inner", "text")))
        space = self.draw(SPACES)
        declaration = f'<?xml version="1.0" encoding="{self.encoding}"?>'
        body = self.tag(form.root, "".join(inner), attribute)
        return f"{declaration}{space}{body}{self.draw(SPACES)}"

    def tag(self, name: str, inner: str, attribute: str = "") -> str:
        """An element around markup, with anything allowed before the next element."""
        qualified, more = f"{self.prefix}{name}", f" {attribute}" if attribute else ""
        if not inner and self.draw(st.booleans()):
            return f"<{qualified}{more}/>"
        space = self.draw(st.sampled_from(("", " ", "\n")))
        between = self.draw(SPACES) if attribute or "<" in inner else ""
        return f"<{qualified}{more}{space}>{inner}</{qualified}{space}>{between}"

    def element(self, view: type[View]) -> str:
        """An element of a class, whose texts are kept."""
        texts: Texts = {}
        self.elements.append((view, texts))
        tree: dict[str, Any] = {}
        for one in view.FIELDS.values():
            *outer, last = one.steps
            below_path(tree, outer)[last] = one
        return self.tag(view.ELEMENT, "".join(self.parts(tree, texts)))

    def parts(self, tree: Mapping[str, Any], texts: Texts) -> Iterator[str]:
        """The content of an element."""
        for name, part in tree.items():
            if self.unknown and self.draw(st.integers(0, 30)) == 0:
                yield self.tag("Unknown", "text")
            if isinstance(part, Element):
                yield from self.field(name, part, texts)
            else:
                yield self.tag(name, "".join(self.parts(part, texts)))

    def field(self, name: str, one: Element, texts: Texts) -> Iterator[str]:
        """The element of a field: with a text, empty, or left out."""
        if isinstance(one.kind, AsItems):
            for _ in range(self.draw(st.integers(0, MOST))):
                yield self.element(one.kind.item)
            return
        texts[one.name] = ""
        if one.optional and self.draw(st.booleans()):
            return
        if isinstance(one.kind, AsPresence):
            yield self.tag(name, "")
            return
        known = [value.value for value in one.values]
        drawn = texts_of_kind(one.kind)
        text = self.draw(st.sampled_from(known) | drawn if known else drawn)
        texts[one.name] = text
        yield self.tag(name, self.written(text))

    def written(self, text: str) -> str:
        """A text in one of the notations of XML."""
        style = self.draw(st.sampled_from(("escaped", "data", "references", "split")))
        if style == "data" and "]]>" not in text and "\r" not in text and self._fits(text):
            return f"<![CDATA[{text}]]>"
        if style == "references":
            return "".join(f"&#x{ord(c):x};" if c != " " else c for c in text)
        pieces = ["&amp;" if c == "&" else "&lt;" if c == "<" else c for c in text]
        pieces = ["&gt;" if c == ">" else "&#13;" if c == "\r" else c for c in pieces]
        return ("<!-- - -->" if style == "split" else "").join(pieces)

    def _fits(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True
