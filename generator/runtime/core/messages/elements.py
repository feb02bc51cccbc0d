"""The fields of message classes: the element of each, and how it is decoded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from ..fields import Identifier
from .kinds import AsItems, AsPresence, ElementKind


@dataclass(frozen=True, slots=True)
class KnownValue:
    """A value that was observed; others are possible. Program logic finds it by its role."""

    value: str
    meaning: str
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A field of a class. ``path`` leads to its element: names separated by ``/``.

    ``key``: together with the other keys of its class it identifies an element of the class.
    ``personal_unless`` names another field of the class, and the roles of those of its values for
    which this field is not personal. ``refers_to`` is the role of the field that identifies the
    person or organisation named here; this field is personal if that one is.
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
        """The names on the path, the last one its own."""
        return tuple(self.path.split("/"))

    @property
    def may_be_personal(self) -> bool:
        """Whether it is personal, always or depending on another field."""
        return self.personal or bool(self.personal_unless)

    @property
    def has_text(self) -> bool:
        """Whether it is decoded from text, not from the presence of the element."""
        return not isinstance(self.kind, AsItems | AsPresence)

    @property
    def is_repeated(self) -> bool:
        """Whether its elements have a class of their own and may be repeated."""
        return isinstance(self.kind, AsItems)

    def value_of_role(self, role: str) -> str | None:
        """The value with this role, or None."""
        return next((known.value for known in self.values if known.role == role), None)

    def role_of_value(self, value: str) -> str:
        """The role of a value; empty if it has none."""
        return next((known.role for known in self.values if known.value == value), "")


def below_path(names: dict[str, Any], steps: Iterable[str]) -> dict[str, Any]:
    """The subtree below a path in a tree of names; created empty if missing."""
    for step in steps:
        names = names.setdefault(step, {})
    return names


def element_table(*elements: Element) -> Mapping[str, Element]:
    """Fields by name, in the order in which they are written."""
    return MappingProxyType({element.name: element for element in elements})
