"""The counts and sums in headers and trailers, as objects of the runtime."""

from __future__ import annotations

from generator.load.nodes import SpecMapping
from generator.resolve.kinds import checksums_known
from generator.runtime.core.fields import Counts, Total
from generator.runtime.core.kinds.kind import Kind
from generator.runtime.core.values import ColumnType

NUMBERS = (ColumnType.INTEGER, ColumnType.DECIMAL)
"""The types of values that can be summed."""


def counts(words: SpecMapping) -> Counts:
    """What a field counts."""
    zero_allowed = tuple(words.get("zero_allowed", ()))
    return Counts(words["what"], words["in"], words.get("matching", ""), zero_allowed)


def total_of(words: SpecMapping) -> Total | None:
    """The sum or checksum in a field; None for one of an unknown rule."""
    if "sum_of" in words:
        return Total(words["sum_of"]["over"], words["sum_of"]["field"])
    said = words.get("checksum", {})
    rule = checksums_known().get(said.get("rule", ""))
    return Total(said["over"], checksum=rule) if rule is not None else None


def default_of(total: Total | None, kind: Kind, width: int) -> str:
    """The text before a total is known; empty for any other field."""
    if total is None:
        return ""
    if total.checksum is not None:
        return total.checksum.text(total.begin()) if width == total.checksum.WIDTH else ""
    return kind.encode(0, width) if kind.COLUMN in NUMBERS else ""
