"""Elements of a message as objects: each refers to its bytes, and every field decodes its own."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self

from ..errors import BuildError, FieldError, hint
from .composing import composed
from .elements import Element
from .kinds import AsItems, AsPresence
from .losses import loss_in
from .nodes import MessageBytes, Node
from .parsing import NodeParser

MASK = "*"


class View:
    """One element of a message. It only refers to its bytes.

    ``node`` locates the element and its children, ``source`` has the bytes. Neither is ever
    changed; `Message.replace` returns a new message.
    """

    __slots__ = ("node", "source")

    ELEMENT: ClassVar[str] = ""
    """The name of the element."""

    ROLE: ClassVar[str] = ""
    """The name by which program logic finds this class."""

    TITLE: ClassVar[str] = ""
    GRADE: ClassVar[str] = ""

    FIELDS: ClassVar[Mapping[str, Element]] = {}
    """The fields by name, in the order in which they are written."""

    _STEPS: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    _BY_ROLE: ClassVar[Mapping[str, Element]] = {}

    def __init__(self, node: Node, source: MessageBytes) -> None:
        self.node = node
        self.source = source

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._STEPS = {field.name: field.steps for field in cls.FIELDS.values()}
        cls._BY_ROLE = {field.role: field for field in cls.FIELDS.values() if field.role}

    @classmethod
    def field_of_role(cls, role: str) -> Element | None:
        """The field with this role, or None."""
        return cls._BY_ROLE.get(role)

    def node_of(self, name: str) -> Node | None:
        """The element of a field, the first if there are several; None if there is none."""
        found: Node | None = self.node
        for step in self._STEPS[name]:
            if found is None:
                break
            found = found.child(step)
        return found

    def text(self, name: str) -> str:
        """The text of a field; empty if the element is empty or missing."""
        found = self.node_of(name)
        return "" if found is None else self.source.text_of(found)

    def text_of_role(self, role: str) -> str:
        """The text of the field with this role; empty if the class has none."""
        field = self._BY_ROLE.get(role)
        return "" if field is None else self.text(field.name)

    def decode(self, name: str) -> Any:
        """The value of a field. Raises FieldError if its text is not valid."""
        field = self.FIELDS[name]
        if isinstance(field.kind, AsItems):
            return tuple(self._items(field.kind, self._STEPS[name]))
        found = self.node_of(name)
        if isinstance(field.kind, AsPresence):
            return found is not None
        text = "" if found is None else self.source.text_of(found)
        if not text or found is None:
            return field.kind.NOTHING
        try:
            return field.kind.value(text)
        except ValueError as error:
            start, end = found.inner_start + 1, found.inner_end
            raise FieldError(type(self).__name__, name, start, end, str(error)) from None

    def _items(self, kind: AsItems, steps: tuple[str, ...]) -> Iterator[View]:
        for node in self.node.all_at(steps):
            yield kind.item(node, self.source)

    def nested(self) -> Iterator[View]:
        """All elements within it that have a class of their own."""
        for field in self.FIELDS.values():
            if isinstance(field.kind, AsItems):
                yield from self._items(field.kind, self._STEPS[field.name])

    def is_personal(self, name: str) -> bool:
        """Whether a field of this element holds personal data."""
        field = self.FIELDS[name]
        for other, roles in field.personal_unless.items():
            return self.FIELDS[other].role_of_value(self.text(other)) not in roles
        return field.personal

    def as_dict(self) -> dict[str, Any]:
        """The values by field: dates and times in ISO 8601, elements as dictionaries.

        Raises FieldError if one cannot be decoded.
        """
        return {name: _plain(self.decode(name)) for name in self.FIELDS}

    def to_bytes(self) -> bytes:
        """The element as it was read."""
        return self.source.between(self.node.start, self.node.end)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        assert isinstance(other, View)
        return self.to_bytes() == other.to_bytes()

    def __hash__(self) -> int:
        return hash((type(self), self.to_bytes()))

    def __repr__(self) -> str:
        shown = (f"{name}={self._shown(name)}" for name in self.FIELDS)
        return f"{type(self).__name__}({', '.join(shown)})"

    def _shown(self, name: str) -> str:
        kind = self.FIELDS[name].kind
        if isinstance(kind, AsItems):
            return f"<{len(self.decode(name))}>"
        if isinstance(kind, AsPresence):
            return str(self.decode(name))
        return repr(self.shown(name))

    def shown(self, name: str, *, show_personal_data: bool = False) -> str:
        """The text of a field for printing: personal data become stars, unless requested."""
        text = self.text(name)
        if show_personal_data or not self.is_personal(name):
            return text
        return MASK * len(text)

    @classmethod
    def _build(cls, values: Mapping[str, Any]) -> Self:
        """A new element. Raises BuildError if a value does not fit or is missing."""
        for name in values:
            if name not in cls.FIELDS:
                raise BuildError(f"{cls.__name__} has no field {name!r}; {hint(name, cls.FIELDS)}")
        pieces: dict[str, str | list[str]] = {}
        for field in cls.FIELDS.values():
            value = values.get(field.name)
            if isinstance(field.kind, AsItems):
                pieces[field.path] = [_markup_of(item, field, cls) for item in value or ()]
            elif value is None or value == field.kind.NOTHING:
                if not field.optional:
                    raise BuildError(f"{cls.__name__}.{field.name}: a value is needed")
            else:
                pieces[field.path] = written(cls, field, value)
        data = composed(cls.ELEMENT, pieces).encode()
        parser = NodeParser()
        parser.feed(data, is_last=True)
        assert parser.root is not None
        return cls(parser.root, MessageBytes(data, 0, parser.encoding, ""))


def with_nested(view: View) -> Iterator[View]:
    """An element, and all elements within it that have a class."""
    yield view
    for inner in view.nested():
        yield from with_nested(inner)


class UnknownElement(View):
    """An element of no known class, kept as it is."""

    __slots__ = ()

    TITLE = "Unknown element"

    def __repr__(self) -> str:
        return f"UnknownElement({self.node.name!r})"


def written(cls: type[View], field: Element, value: Any) -> str:
    """A value as the text of its element. Raises BuildError, without the value."""
    try:
        return field.kind.written(value)
    except ValueError as error:
        raise BuildError(f"{cls.__name__}.{field.name}: {error}") from None


def _markup_of(item: object, field: Element, cls: type[View]) -> str:
    assert isinstance(field.kind, AsItems)
    if not isinstance(item, field.kind.item):
        wanted, given = field.kind.item_name, type(item).__name__
        raise BuildError(f"{cls.__name__}.{field.name}: {wanted} is needed, not {given}")
    assert isinstance(item, View)
    return markup_of(item)


def markup_of(view: View) -> str:
    """The markup of an element in a new message: its known fields, wherever it was read from.

    Raises BuildError if it has other content, which would be lost.
    """
    lost = loss_in(view.node, view.source, view.FIELDS)
    if lost:
        raise BuildError(
            f"{type(view).__name__}: a new message would lose {lost}: take it out, or change"
            " the message that it was read from with replace"
        )
    pieces: dict[str, str | list[str]] = {}
    for field in view.FIELDS.values():
        if isinstance(field.kind, AsItems):
            pieces[field.path] = [markup_of(item) for item in view.decode(field.name)]
        elif (text := view.text(field.name)) or view.node_of(field.name) is not None:
            pieces[field.path] = text
    return composed(view.ELEMENT, pieces)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [item.as_dict() for item in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value
