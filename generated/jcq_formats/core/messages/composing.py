"""Markup of new elements: texts and other elements in order, each at the end of its path."""  # Copied from generator/runtime/core/messages/composing.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..errors import BuildError
from .nodes import escaped

INDENT = "  "


def composed(name: str, pieces: Mapping[str, str | list[str]]) -> str:
    """The markup of an element, given texts by path and the markup of repeated elements, in order.

    Raises BuildError for a character that XML cannot contain.
    """
    return "\n".join(_element(name, {tuple(path.split("/")): p for path, p in pieces.items()}))


def wrapped(name: str, items: list[str]) -> str:
    """An element around the markup of others."""
    return "\n".join(_around(name, [line for item in items for line in item.split("\n")]))


def leaf(name: str, text: str) -> str:
    """An element with a text, on one line; an empty-element tag if the text is empty. Raises
    BuildError."""
    if not text:
        return f"<{name}/>"
    try:
        return f"<{name}>{escaped(text)}</{name}>".replace("\n", "&#10;")
    except ValueError as error:
        raise BuildError(f"{name}: {error}") from None


def _element(name: str, pieces: Mapping[tuple[str, ...], str | list[str]]) -> list[str]:
    inner: list[str] = []
    groups: dict[str, dict[tuple[str, ...], str | list[str]]] = {}
    for path, piece in pieces.items():
        groups.setdefault(path[0], {})[path[1:]] = piece
    for step, below in groups.items():
        inner += _leaf(step, below[()]) if () in below else _element(step, below)
    return _around(name, inner)


def _leaf(name: str, piece: str | list[str]) -> Iterator[str]:
    if isinstance(piece, str):
        yield leaf(name, piece)
    else:
        for markup in piece:
            yield from markup.split("\n")


def _around(name: str, inner: list[str]) -> list[str]:
    if not inner:
        return [f"<{name}/>"]
    return [f"<{name}>", *(INDENT + line for line in inner), f"</{name}>"]
