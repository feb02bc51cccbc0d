"""The roles in messages that program logic needs, declared by the modules that look for them."""

from __future__ import annotations

from typing import NamedTuple


class MessageNeed(NamedTuple):
    """A class that some work looks for, by its role; fields by theirs; and values of these."""

    work: str
    view: str
    fields: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


_REGISTRY: list[MessageNeed] = []


def message_needs(work: str, view: str, *fields: str, values: dict[str, str] | None = None) -> None:
    """Declares what the calling module looks for in elements of a class.

    ``view`` is the role of the class, ``fields`` are those of its fields; ``values`` has the role
    of a value by that of its field. ``work`` says to a maintainer of the spec what needs them.
    """
    _REGISTRY.append(MessageNeed(work, view, fields, tuple((values or {}).items())))


def declared_message_needs() -> tuple[MessageNeed, ...]:
    """All that is declared so far, in the order of declaration."""
    return tuple(_REGISTRY)
