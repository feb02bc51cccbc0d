"""Reads messages: whole, or one element after another in constant memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any, TypeVar, overload
from xml.parsers import expat

from ..errors import FormatError
from ..lines import CHUNK
from ..reading import Readable, name_of_source, stream_of
from ..several import name_given
from .formats import MessageFormat
from .message import ITEMS_AT, Message, block_form, format_of_root, item_of, within
from .nodes import MessageBytes, Node
from .parsing import MOST_BYTES, NodeParser, at_fault, refuse_large
from .views import View

V = TypeVar("V", bound=View)


def read_message(source: Readable, *, name: str | None = None) -> Message:
    """Reads a whole message.

    ``source`` is a path, bytes or a binary stream; ``name`` is its name if the source has none.
    Raises FormatError if it is not well-formed, declares a document type, is too large or too
    deeply nested, or is not a known message; and OSError if it cannot be read.
    """
    shown = name_of_source(source) if name is None else name_given(name)
    with stream_of(source) as stream, naming(shown):
        data = stream.read(MOST_BYTES + 1)
        return Message(data, shown)


@overload
def scan_message(source: Readable, /, *, name: str | None = None) -> Iterator[View]: ...


@overload
def scan_message(
    source: Readable, wanted: type[V], /, *, name: str | None = None
) -> Iterator[V]: ...


def scan_message(
    source: Readable, wanted: type[Any] = View, /, *, name: str | None = None
) -> Iterator[Any]:
    """Yields the header and each repeated element of a message, in constant memory.

    With ``wanted``, yields the elements of a class, including nested ones. Errors are those of
    `read_message`, raised when they are reached.
    """
    for view in scanned(source, name):
        if wanted is View:
            yield view
        else:
            yield from within(view, wanted)


def scanned(
    source: Readable,
    name: str | None = None,
    *,
    at_end: Callable[[Node], None] | None = None,
) -> Iterator[View]:
    """Every view that `scan_message` can yield, of any class. Finally, ``at_end`` is called with
    the root element and its children that are not repeated; their texts are no longer available."""
    shown = name_of_source(source) if name is None else name_given(name)
    with stream_of(source) as stream, naming(shown):
        scanning = _Scanning()
        for chunk in chain(iter(lambda: stream.read(CHUNK), b""), [b""]):
            yield from scanning.feed(chunk)
        if at_end is not None and scanning.parser.root is not None:
            at_end(scanning.parser.root)


class _Scanning:
    """Incoming bytes, and those of elements that are not complete yet."""

    def __init__(self) -> None:
        self.kept = bytearray()
        self.base = 0
        self.found: list[tuple[Node, tuple[Node, ...]]] = []
        self.parser = NodeParser(items_at=ITEMS_AT, on_item=self._on_item, is_whole=self._is_header)
        self.format: MessageFormat | None = None

    def _on_item(self, node: Node, outer: tuple[Node, ...]) -> None:
        self.found.append((node, outer))

    def _is_header(self, name: str) -> bool:
        if self.format is None and self.parser.root is not None:
            self.format = format_of_root(self.parser.root.name)
        return self.format is not None and name == self.format.header.ELEMENT

    def feed(self, chunk: bytes) -> Iterator[View]:
        """The elements that these bytes complete; no bytes mean the end."""
        self.kept += chunk
        self.parser.feed(chunk, is_last=not chunk)
        parser = self.parser
        source = MessageBytes(bytes(self.kept), self.base, parser.encoding, parser.namespace)
        found, self.found = self.found, []
        for node, outer in found:
            if self._is_item(outer):
                refuse_large(node.end - node.start)
                yield self._view(node, outer, source)
        needed = parser.waiting_from
        # Complete elements may lie in the last bytes; their own size is judged above.
        refuse_large(parser.fed - needed - len(chunk))
        del self.kept[: needed - self.base]
        self.base = needed
        if not chunk and self.format is None and parser.root is not None:
            format_of_root(parser.root.name)

    def _is_item(self, outer: tuple[Node, ...]) -> bool:
        """Whether the children of these elements are the header, or repeated elements of a
        block."""
        assert self.format is not None
        return len(outer) == 1 or outer[1].name == self.format.block

    def _view(self, node: Node, outer: tuple[Node, ...], source: MessageBytes) -> View:
        assert self.format is not None
        if len(outer) == 1:
            return self.format.header(node, source)
        return item_of(block_form(self.format, outer[2].name), node, source)


@contextmanager
def naming(name: str, *, refuses: bool = True) -> Iterator[None]:
    """Names the file in errors. XML that is not well-formed becomes a FormatError too, unless
    ``refuses`` is false: then it remains an ExpatError."""
    at = f"{name}: " if name else ""
    try:
        yield
    except expat.ExpatError as error:
        if not refuses:
            raise
        line, column, what = at_fault(error)
        raise FormatError(
            f"{at}this is not well-formed XML: line {line}, character {column}: {what}"
        ) from None
    except FormatError as error:
        raise FormatError(f"{at}{error}") from None
