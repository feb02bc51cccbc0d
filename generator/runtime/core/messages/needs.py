"""The roles in messages that program logic needs, declared by the modules that use them."""

from __future__ import annotations

from typing import NamedTuple


class MessageNeed(NamedTuple):
    """A class needed for some work, by role, with the roles of its fields and of their values."""

    work: str
    view: str
    fields: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


_REGISTRY: list[MessageNeed] = []


def message_needs(work: str, view: str, *fields: str, values: dict[str, str] | None = None) -> None:
    """Declares which elements of a class the calling module uses.

    ``view`` is the role of the class, ``fields`` are the roles of its fields; ``values`` maps the
    role of a field to the role of its value. ``work`` tells maintainers of the spec what needs
    them.
    """
    _REGISTRY.append(MessageNeed(work, view, fields, tuple((values or {}).items())))


def declared_message_needs() -> tuple[MessageNeed, ...]:
    """All needs declared so far, in order of declaration."""
    return tuple(_REGISTRY)
