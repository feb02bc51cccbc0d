"""A message, whole: its bytes, and views over them. What was read is written as it was."""  # Copied from generator/runtime/core/messages/message.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar
from xml.parsers import expat

from ..errors import BuildError, FormatError, hint
from ..lines import CHUNK
from ..listing import listed
from ..printable import visible
from .formats import BlockForm, MessageFormat, message_formats
from .kinds import AsItems, AsPresence
from .masking import masking_splices
from .nodes import MessageBytes, Node
from .parsing import NodeParser, refuse_large
from .splicing import Splice, with_text
from .views import UnknownElement, View, written

V = TypeVar("V", bound=View)

ITEMS_AT = 3
"""How deep the repeated elements of blocks are; the outermost element is at 0."""


class Block(NamedTuple):
    """A block of a message: the name that it gives, and the one element beside that name.

    ``form`` is None where the element is not known.
    """

    name: str
    node: Node
    form: BlockForm | None


class Message:
    """A message as it was read. Nothing of it is lost: `to_bytes` gives the bytes it was read from.

    ``data`` are its bytes, ``root`` says where its elements are among them, ``name`` is its file
    name.
    """

    __slots__ = ("data", "format", "name", "root", "source")

    def __init__(self, data: bytes, name: str = "") -> None:
        """Raises FormatError where it is refused or no known message, and ExpatError where it is
        not well-formed; `read_message` says the latter as a FormatError."""
        parser = NodeParser()
        for at in range(0, len(data), CHUNK):
            parser.feed(data[at : at + CHUNK])
        parser.feed(b"", is_last=True)
        assert parser.root is not None
        self.data = data
        self.name = name
        self.root = parser.root
        self.format = format_of_root(parser.root.name)
        for node in self._items_of(parser.root):
            refuse_large(node.end - node.start)
        self.source = MessageBytes(data, 0, parser.encoding, parser.namespace)

    def _items_of(self, root: Node) -> Iterator[Node]:
        """The header, and the repeated elements."""
        for child in root.children:
            if child.name == self.format.header.ELEMENT:
                yield child
            else:
                yield from (item for inner in child.children for item in inner.children)

    def __repr__(self) -> str:
        return f"Message({self.name!r}, {self.format.name}, {len(self.data):,} bytes)"

    def to_bytes(self) -> bytes:
        """The bytes it was read from."""
        return self.data

    @property
    def header(self) -> View | None:
        """The header; None where there is none."""
        node = self.root.child(self.format.header.ELEMENT)
        return None if node is None else self.format.header(node, self.source)

    @property
    def blocks(self) -> list[Block]:
        """The blocks in order; one with several elements counts once for each."""
        return [
            block
            for child in self.root.children
            if child.name == self.format.block
            for block in self._blocks_in(child)
        ]

    def _blocks_in(self, node: Node) -> Iterator[Block]:
        named = node.child(self.format.block_name)
        name = "" if named is None else self.source.text_of(named)
        for child in node.children:
            if child is not named:
                yield Block(name, child, block_form(self.format, child.name))

    def items(self) -> Iterator[View]:
        """Every repeated element of the blocks in order; one that is not known is an
        `UnknownElement`."""
        for block in self.blocks:
            for node in block.node.children:
                yield item_of(block.form, node, self.source)

    def of(self, wanted: type[V]) -> Iterator[V]:
        """The elements of a class in order, also those within others."""
        header = self.header
        for view in (*([] if header is None else [header]), *self.items()):
            yield from within(view, wanted)

    def replace(self, view: View, **values: Any) -> Message:
        """A message in which fields of an element have other values; all other bytes stay.

        Raises BuildError where a value does not fit, or the element of a field is not there.
        """
        return self.replace_all([(view, values)])

    def replace_all(self, changes: Sequence[tuple[View, Mapping[str, Any]]]) -> Message:
        """The same for several elements at once."""
        splices = []
        for view, values in changes:
            if view.source is not self.source:
                raise BuildError(f"this {type(view).__name__} is of another message")
            splices += [_splice(view, name, value) for name, value in values.items()]
        return self._spliced(splices)

    def masked(self) -> Message:
        """A message without personal data. Stars stand for names, dates, whatever is not known,
        attributes and comments; the same invented identifier stands for the same one. The names of
        elements, of attributes and of namespaces stay."""
        header = self.header
        views = [*([] if header is None else [header]), *self.items()]
        found = masking_splices(self.format, self.root, self.source, header, views)
        return self._spliced(list(found))

    def _spliced(self, splices: list[Splice]) -> Message:
        pieces, at = [], 0
        for splice in sorted(splices):
            if splice.start < at:
                raise BuildError("one element is changed twice")
            pieces += [self.data[at : splice.start], splice.data]
            at = splice.end
        try:
            return Message(b"".join([*pieces, self.data[at:]]), self.name)
        except expat.ExpatError:
            encoding = visible(self.source.encoding)
            raise BuildError(f"the encoding {encoding} cannot hold the new texts") from None


def format_of_root(name: str) -> MessageFormat:
    """The kind of message with this outermost element. Raises FormatError."""
    known = list(message_formats())
    for form in known:
        if form.root == name:
            return form
    roots = listed((form.root for form in known), "or")
    raise FormatError(f"XML, but its outermost element is {visible(name)!r}, not {roots}")


def block_form(form: MessageFormat, element: str) -> BlockForm | None:
    """What the element of a block holds; None for one that is not known."""
    return next((block for block in form.blocks if block.element == element), None)


def item_of(form: BlockForm | None, node: Node, source: MessageBytes) -> View:
    """A repeated element of a block as an object of its class."""
    if form is None or node.name != form.holds.ELEMENT:
        return UnknownElement(node, source)
    return form.holds(node, source)


def within(view: View, wanted: type[V]) -> Iterator[V]:
    """The element itself and those within it, where they are of a class."""
    if isinstance(view, wanted):
        yield view
    for inner in view.nested():
        yield from within(inner, wanted)


def _splice(view: View, name: str, value: Any) -> Splice:
    """The bytes of a field with another value."""
    at = f"{type(view).__name__}.{name}"
    if name not in view.FIELDS:
        raise BuildError(f"{type(view).__name__} has no field {name!r}; {hint(name, view.FIELDS)}")
    field = view.FIELDS[name]
    if isinstance(field.kind, AsItems | AsPresence):
        raise BuildError(f"{at}: it has no text to be replaced")
    text = "" if value is None else written(type(view), field, value)
    node = view.node_of(name)
    if node is None:
        raise BuildError(f"{at}: there is no such element, so its text cannot be replaced")
    if node.children:
        raise BuildError(f"{at}: it holds other elements, so its text cannot be replaced")
    return with_text(view.source, node, text, at)
