"""Parts of records: the items of groups, and variants."""  # Copied from generator/runtime/core/parts.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any, Self

from .layouts import Layout

REMEMBERED = 10_000
"""The most parts whose values are remembered: few options and outcomes occur very often."""

PLAIN = (str, int, type(None))
"""The types of values that are remembered; a truth value, though an int, is not."""


class Part(Layout):
    """Part of a record with fields of its own: an item of a group, or a variant."""

    __slots__ = ()

    @classmethod
    def _build(cls, values: Sequence[Any]) -> Self:
        if all(type(value) in PLAIN for value in values):
            return cls(_line_of(cls._line, *values))
        return super()._build(values)

    @classmethod
    def _line(cls, values: Sequence[Any]) -> str:
        """The line with these values. Raises BuildError if one does not fit."""
        return super()._build(values).line


@functools.lru_cache(REMEMBERED, typed=True)
def _line_of(line: Callable[[Sequence[Any]], str], *values: Any) -> str:
    return line(values)
