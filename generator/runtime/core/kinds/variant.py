"""Columns that read by one of several layouts, chosen by another field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..issues import Fault
from ..layouts import Part
from .kind import Columns, Encoder, Kind, Nested, Placed, left_justified


@dataclass(frozen=True, slots=True)
class Variant(Kind):
    """The value of the field ``chosen_by`` picks the layout; with ``fallback``, any other value
    leaves the text as it stands."""

    chosen_by: str
    layouts: Mapping[str, type[Part]]
    fallback: bool = False

    NOTHING = None
    NEEDS = frozenset({"chosen_by", "layouts"})
    TAKES = frozenset({"fallback", "none"})

    def read(self, layout: Columns, field: Placed) -> Part | str | None:
        text = layout.text(field.name)
        if field.is_nothing(text):
            return None
        chosen = self.chosen(layout)
        if chosen is not None:
            return chosen(layout.line)
        if not self.fallback:
            raise ValueError(f"{self.chosen_by} has no layout for this value")
        return text.rstrip(" ")

    def nested(self, field: Placed) -> Iterator[Nested]:
        for layout in dict.fromkeys(self.layouts.values()):
            codes = " ".join(code for code, chosen in self.layouts.items() if chosen is layout)
            yield Nested(f"when {self.chosen_by} is {codes}", layout, 0)

    def part(self, layout: Columns, field: Placed) -> Part | None:
        if field.is_nothing(layout.text(field.name)):
            return None
        chosen = self.chosen(layout)
        return chosen(layout.line) if chosen is not None else None

    def chosen(self, layout: Columns) -> type[Part] | None:
        """The layout that the record's own columns choose."""
        return self.layouts.get(layout.text(self.chosen_by).rstrip(" "))

    def encode(self, value: Any, width: int) -> str:
        if any(isinstance(value, layout) for layout in self.layouts.values()):
            return str(value.own_text())
        if self.fallback or isinstance(value, str):
            return left_justified(value, width)
        wanted = " or ".join(layout.__name__ for layout in dict.fromkeys(self.layouts.values()))
        raise ValueError(f"{wanted} is needed, not {type(value).__name__}")

    def encoder(self, field: Placed, names: Sequence[str]) -> Encoder:
        layouts, width = self.layouts, field.width
        chooser_at = names.index(self.chosen_by) if self.chosen_by in names else -1

        def encode(value: Any, values: Sequence[Any]) -> str:
            chooser = values[chooser_at] if chooser_at >= 0 else None
            chosen = layouts.get(chooser) if isinstance(chooser, str) else None
            if chosen is None or not isinstance(value, chosen):
                return ""
            return value.own_text().ljust(width)

        return encode

    def refusal(self, layout: Columns, value: Any) -> str:
        chosen = self.chosen(layout)
        if value is None or (chosen is None and isinstance(value, str)):
            return ""
        if chosen is None or not isinstance(value, chosen):
            wanted = chosen.__name__ if chosen is not None else "a text"
            return f"{self.chosen_by} asks for {wanted}, not {type(value).__name__}"
        return ""

    def check(self, layout: Columns, field: Placed, text: str) -> Iterator[Fault]:
        chosen = self.chosen(layout)
        if chosen is not None:
            for fault in chosen(layout.line).faults():
                yield fault._replace(field=f"{field.name}.{fault.field}")
