"""Values that are in one field of a version and in several of another: split apart, or joined."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple


class Divided(NamedTuple):
    """The text of each field, and what would not come back as it was; empty where all would."""

    texts: list[str]
    lost: str


def apart(text: str, widths: Sequence[int], at: str) -> Divided:
    """The columns of one field as those of several: at a text, or each as wide as it is."""
    if not at:
        ends = itertools.accumulate(widths)
        return Divided([text[e - w : e] for e, w in zip(ends, widths, strict=True)], "")
    pieces = text.rstrip(" ").split(at, len(widths) - 1)
    missing = len(widths) - len(pieces)
    lost = ""
    if missing:
        lost = f"there is no {at!r} in it, at which to split it"
    elif any(piece.endswith(" ") for piece in pieces):
        lost = f"it has a blank before {at!r}, which has no place"
    elif not any(pieces):
        lost = f"it has nothing but {at!r}"
    return Divided([*pieces, *[""] * missing], lost)


def together(texts: Sequence[str], at: str) -> Divided:
    """The columns of several fields as those of one: joined by a text, or as they stand."""
    if not at:
        return Divided(["".join(texts)], "")
    values = [text.rstrip(" ") for text in texts]
    held = any(at in value for value in values[:-1])
    lost = f"it has {at!r} in it, at which it would be split" if held else ""
    return Divided([at.join(values)], lost)
