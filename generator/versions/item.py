"""One item of a version."""

from __future__ import annotations

from dataclasses import dataclass

from generator.load.nodes import SpecMapping


@dataclass(slots=True)
class Item:
    """One item of a top-level list: its keys, and its file.

    ``like`` is the record that a record copies, ``own`` are the keys of the copy itself.
    """

    words: SpecMapping
    module: str
    like: str = ""
    own: frozenset[str] = frozenset()
