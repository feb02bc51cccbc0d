"""Puts other text into a line, whatever the values of its fields."""

from __future__ import annotations

from typing import TypeVar

from .layouts import Layout

L = TypeVar("L", bound=Layout)


def spliced(layout: L, start: int, text: str) -> L:
    """The layout with other characters from a position on (from 1); all others are kept."""
    line = layout.line.ljust(start - 1)
    return type(layout)(line[: start - 1] + text + line[start - 1 + len(text) :])
