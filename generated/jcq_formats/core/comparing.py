"""Two fields of a record compared: what the spec says with `compare`."""  # Copied from generator/runtime/core/comparing.py by `make generate`; edit that, not this.

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple


class Comparison(NamedTuple):
    """A way to compare, and what is said of a field whose value must hold it."""

    holds: Callable[[Any, Any], bool]
    said: str


COMPARISONS: Mapping[str, Comparison] = {
    "at_least": Comparison(operator.ge, "at least"),
    "at_most": Comparison(operator.le, "at most"),
    "less_than": Comparison(operator.lt, "less than"),
    "more_than": Comparison(operator.gt, "more than"),
}
"""By the word of the spec. A date or time is less than a later one."""


def comparison_holds(word: str, value: Any, other: Any) -> bool:
    """Whether two values compare as the word says; so they do where one of them is None."""
    return value is None or other is None or COMPARISONS[word].holds(value, other)
