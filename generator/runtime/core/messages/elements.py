"""The fields of a message's classes: which element each is, and how it is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from ..fields import Identifier
from .kinds import AsItems, AsPresence, ElementKind


@dataclass(frozen=True, slots=True)
class KnownValue:
    """A value that was seen; others are possible. Program logic finds it by its role."""

    value: str
    meaning: str
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A field of a class: ``path`` is the way to its element, names with ``/`` between them.

    ``key`` says that with the other keys of its class it tells the elements of the class apart.
    ``personal_unless`` names another field of the class, and the roles of its values with which
    this one is not personal. ``refers_to`` is the role of the field that identifies whom this one
    names: what is personal there is personal here.
    """

    name: str
    path: str
    kind: ElementKind
    role: str = ""
    grade: str = ""
    optional: bool = False
    default: str = ""
    key: bool = False
    personal: bool = False
    personal_unless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    refers_to: str = ""
    identifier: Identifier | None = None
    values: tuple[KnownValue, ...] = ()

    @property
    def steps(self) -> tuple[str, ...]:
        """The names on the way, the last one its own."""
        return tuple(self.path.split("/"))

    @property
    def may_be_personal(self) -> bool:
        """Whether it holds personal data, always or unless another field says so."""
        return self.personal or bool(self.personal_unless)

    @property
    def has_text(self) -> bool:
        """Whether it is read from a text, and not from an element that is there or not."""
        return not isinstance(self.kind, AsItems | AsPresence)

    @property
    def is_repeated(self) -> bool:
        """Whether its elements have a class of their own, and may be repeated."""
        return isinstance(self.kind, AsItems)

    def value_of_role(self, role: str) -> str | None:
        """The value that has this role; None where none has."""
        return next((known.value for known in self.values if known.role == role), None)

    def role_of_value(self, value: str) -> str:
        """The role of a value; empty where it has none."""
        return next((known.role for known in self.values if known.value == value), "")


def below_path(names: dict[str, Any], steps: Iterable[str]) -> dict[str, Any]:
    """What is below a path in a tree of names; it begins empty."""
    for step in steps:
        names = names.setdefault(step, {})
    return names


def element_table(*elements: Element) -> Mapping[str, Element]:
    """Fields by their names, in the order in which they are written."""
    return MappingProxyType({element.name: element for element in elements})
