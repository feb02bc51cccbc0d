"""Text with one of several layouts, chosen by another field."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..conditions import Texts
from ..issues import Fault
from ..listing import listed
from ..outside import faults_against
from ..parts import Part
from .kind import Columns, Encoder, Kind, Nested, Placed, left_justified


@dataclass(frozen=True, slots=True)
class Variant(Kind):
    """The value of the field ``chosen_by`` selects the layout. With ``fallback``, any other value
    leaves the text as it is.

    ``alternatives`` has further layouts for some of these values: the first layout without a fault
    applies, or that of ``layouts`` if all have one.
    """

    chosen_by: str
    layouts: Mapping[str, type[Part]]
    fallback: bool = False
    alternatives: Mapping[str, tuple[type[Part], ...]] = dataclasses.field(default_factory=dict)

    NOTHING = None
    NEEDS = frozenset({"chosen_by", "layouts"})
    TAKES = frozenset({"fallback", "none"})

    @property
    def decided_by(self) -> tuple[str, ...]:
        return (self.chosen_by,)

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
        for layout, values in self.values_by_layout().items():
            yield Nested(f"when {self.chosen_by} is {' '.join(values)}", layout, 0)

    def values_by_layout(self) -> dict[type[Part], list[str]]:
        """All layouts, each with the values of ``chosen_by`` that may select it."""
        values: dict[type[Part], list[str]] = {}
        for code, first in self.layouts.items():
            for layout in (first, *self.alternatives.get(code, ())):
                values.setdefault(layout, []).append(code)
        return values

    def part(self, layout: Columns, field: Placed) -> Part | None:
        if field.is_nothing(layout.text(field.name)):
            return None
        chosen = self.chosen(layout)
        return chosen(layout.line) if chosen is not None else None

    def chosen(self, layout: Columns) -> type[Part] | None:
        """The layout that applies in this record."""
        choices = self.choices(layout.text(self.chosen_by).rstrip(" "))
        if len(choices) > 1:
            clean = (c for c in choices if next(iter(c(layout.line).faults()), None) is None)
            return next(clean, choices[0])
        return choices[0] if choices else None

    def chosen_like(self, layout: Columns, part: Columns | None) -> type[Part] | None:
        """The layout for a part of another version: the one with the same name, if there is one."""
        choices = self.choices(layout.text(self.chosen_by).rstrip(" "))
        alike = (choice for choice in choices if choice.__name__ == type(part).__name__)
        return next(alike, choices[0] if choices else None)

    def choices(self, value: object) -> tuple[type[Part], ...]:
        """The layouts for a value of ``chosen_by``, the preferred one first."""
        first = self.layouts.get(value) if isinstance(value, str) else None
        return () if first is None else (first, *self.alternatives.get(str(value), ()))

    def encode(self, value: Any, width: int) -> str:
        layouts = tuple(self.values_by_layout())
        if isinstance(value, layouts):
            return value.own_text()
        if self.fallback or isinstance(value, str):
            return left_justified(value, width)
        wanted = listed((layout.__name__ for layout in layouts), "or")
        raise ValueError(f"{wanted} is needed, not {type(value).__name__}")

    def encoder(self, field: Placed, names: Sequence[str]) -> Encoder:
        width = field.width
        chooser_at = names.index(self.chosen_by) if self.chosen_by in names else -1

        def encode(value: Any, values: Sequence[Any]) -> str:
            choices = self.choices(values[chooser_at] if chooser_at >= 0 else None)
            return value.own_text().ljust(width) if isinstance(value, choices) else ""

        return encode

    def refusal(self, layout: Columns, value: Any) -> str:
        choices = self.choices(layout.text(self.chosen_by).rstrip(" "))
        if value is None or (not choices and isinstance(value, str)):
            return ""
        if not isinstance(value, choices):
            wanted = listed((choice.__name__ for choice in choices), "or") or "a text"
            return f"{self.chosen_by} needs {wanted}, not {type(value).__name__}"
        return ""

    def check(self, layout: Columns, field: Placed, text: str) -> Iterator[Fault]:
        chosen = self.chosen(layout)
        if chosen is not None:
            yield from _within(field, chosen(layout.line).faults())

    def check_in(self, layout: Columns, field: Placed, header: Texts) -> Iterator[Fault]:
        part = self.part(layout, field)
        if part is not None:
            yield from _within(field, part.faults_in(header))

    def check_against(self, layout: Columns, field: Placed) -> Iterator[Fault]:
        part = self.part(layout, field)
        if part is not None:
            yield from _within(field, faults_against(layout, part))

    def compares(self, layout: Columns, field: Placed) -> bool:
        part = self.part(layout, field)
        return part is None or part.compares()


def _within(field: Placed, faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults of a nested layout, as faults of the field that contains it."""
    for fault in faults:
        yield fault._replace(field=f"{field.name}.{fault.field}")
