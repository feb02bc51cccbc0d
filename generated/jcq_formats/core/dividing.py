"""Splits one field into several, or joins several into one, for versions that differ so."""  # Copied from generator/runtime/core/dividing.py by `make generate`; edit that, not this.

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple


class Divided(NamedTuple):
    """The text of each field, and the text that would be lost; empty if nothing would."""

    texts: list[str]
    lost: str


def apart(text: str, widths: Sequence[int], at: str) -> Divided:
    """Splits the text of one field into several: at a separator, or by width."""
    if not at:
        ends = itertools.accumulate(widths)
        return Divided([text[e - w : e] for e, w in zip(ends, widths, strict=True)], "")
    pieces = text.rstrip(" ").split(at, len(widths) - 1)
    missing = len(widths) - len(pieces)
    lost = ""
    if missing:
        lost = f"there is no {at!r} at which it could be split"
    elif any(piece.endswith(" ") for piece in pieces):
        lost = f"it has a blank before {at!r}, which would be lost"
    elif not any(pieces):
        lost = f"it consists only of {at!r}"
    return Divided([*pieces, *[""] * missing], lost)


def together(texts: Sequence[str], at: str) -> Divided:
    """Joins the texts of several fields: with a separator, or without one."""
    if not at:
        return Divided(["".join(texts)], "")
    values = [text.rstrip(" ") for text in texts]
    held = any(at in value for value in values[:-1])
    lost = f"it contains {at!r}, so it would be split there" if held else ""
    return Divided([at.join(values)], lost)
