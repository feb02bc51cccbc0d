"""A whole message: its bytes, and views of them. It is written as it was read."""  # Copied from generator/runtime/core/messages/message.py by `make generate`; edit that, not this.

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
from .masking import Instead, masking_splices
from .nodes import MessageBytes, Node
from .parsing import NodeParser, refuse_large
from .placeholders import Placeholders
from .splicing import Splice, with_text
from .views import UnknownElement, View, with_nested, written

V = TypeVar("V", bound=View)

ITEMS_AT = 3
"""The depth of the repeated elements of blocks; the root element is at 0."""


class Block(NamedTuple):
    """A block of a message: its stated name, and the one element next to that name.

    ``form`` is None if the element is not known.
    """

    name: str
    node: Node
    form: BlockForm | None


class Message:
    """A message as it was read. Nothing is lost: `to_bytes` returns the bytes it was read from.

    ``data`` are the bytes, ``root`` locates the elements in them, ``name`` is the file name.
    """

    __slots__ = ("data", "format", "name", "root", "source")

    def __init__(self, data: bytes, name: str = "") -> None:
        """Raises FormatError if the message is refused or unknown, and ExpatError if it is not
        well-formed; `read_message` turns the latter into a FormatError."""
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
        """The header, or None."""
        node = self.root.child(self.format.header.ELEMENT)
        return None if node is None else self.format.header(node, self.source)

    @property
    def blocks(self) -> list[Block]:
        """The blocks in order; a block with several elements yields one for each."""
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
        """All repeated elements of the blocks in order; an unknown one is an `UnknownElement`."""
        for block in self.blocks:
            for node in block.node.children:
                yield item_of(block.form, node, self.source)

    def of(self, wanted: type[V]) -> Iterator[V]:
        """The elements of a class in order, including nested ones."""
        header = self.header
        for view in (*([] if header is None else [header]), *self.items()):
            yield from within(view, wanted)

    def replace(self, view: View, **values: Any) -> Message:
        """A message in which fields of an element have new values; all other bytes are kept.

        Raises BuildError if a value does not fit, or the field has no element.
        """
        return self.replace_all([(view, values)])

    def replace_all(self, changes: Sequence[tuple[View, Mapping[str, Any]]]) -> Message:
        """The same for several elements at once."""
        splices = []
        for view, values in changes:
            if view.source is not self.source:
                raise BuildError(f"this {type(view).__name__} belongs to another message")
            splices += [_splice(view, name, value) for name, value in values.items()]
        return self._spliced(splices)

    def every_view(self) -> list[View]:
        """The header, and all elements that have a class, nested ones after those that contain
        them."""
        header = self.header
        outer = [*([] if header is None else [header]), *self.items()]
        return [inner for view in outer for inner in with_nested(view)]

    def masked(self, instead_of: Instead | None = None) -> Message:
        """A message without personal data. Names, dates, unknown text, attributes and comments
        become stars. Each identifier is replaced by an invented one, always the same. The names of
        elements, attributes and namespaces are kept.

        With ``instead_of``, the texts of known fields are replaced by what it gives for each.
        """
        views = self.every_view()
        wanted = instead_of or Placeholders(self.format, self.header, views).instead_of
        return self._spliced(
            list(masking_splices(self.format, self.root, self.source, views, wanted))
        )

    def _spliced(self, splices: list[Splice]) -> Message:
        pieces, at = [], 0
        for splice in sorted(splices):
            if splice.start < at:
                raise BuildError("an element is changed twice: give all its changes at once")
            pieces += [self.data[at : splice.start], splice.data]
            at = splice.end
        try:
            return Message(b"".join([*pieces, self.data[at:]]), self.name)
        except expat.ExpatError:
            encoding = visible(self.source.encoding)
            raise BuildError(f"the encoding {encoding} cannot hold the new texts") from None


def format_of_root(name: str) -> MessageFormat:
    """The message format with this root element. Raises FormatError."""
    known = list(message_formats())
    for form in known:
        if form.root == name:
            return form
    roots = listed((form.root for form in known), "or")
    raise FormatError(f"this is XML, but its outermost element is {visible(name)!r}, not {roots}")


def block_form(form: MessageFormat, element: str) -> BlockForm | None:
    """The content of a block with this element, or None if it is not known."""
    return next((block for block in form.blocks if block.element == element), None)


def item_of(form: BlockForm | None, node: Node, source: MessageBytes) -> View:
    """A repeated element of a block as an object of its class."""
    if form is None or node.name != form.holds.ELEMENT:
        return UnknownElement(node, source)
    return form.holds(node, source)


def within(view: View, wanted: type[V]) -> Iterator[V]:
    """The element itself and its nested elements, if they are of the class."""
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
        raise BuildError(f"{at}: this field has no text to replace")
    text = "" if value is None else written(type(view), field, value)
    node = view.node_of(name)
    if node is None:
        raise BuildError(f"{at}: the element is missing, so its text cannot be replaced")
    if node.children:
        raise BuildError(f"{at}: the element contains others, so its text cannot be replaced")
    return with_text(view.source, node, text, at)
