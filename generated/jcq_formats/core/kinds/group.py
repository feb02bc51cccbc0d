"""A repeated group: the same few fields, several times over, up to the first blank item."""  # Copied from generator/runtime/core/kinds/group.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ..issues import Fault
from ..layouts import Part
from ..registry import rule
from .kind import Columns, Encoder, Kind, Nested, Placed

P = TypeVar("P", bound=Part)


@rule("field.group")
@dataclass(frozen=True, slots=True)
class Group(Kind):
    """At most ``repeat`` items; the first blank one ends them."""

    item: type[Part]
    repeat: int

    NOTHING = ()
    NEEDS = frozenset({"repeat", "class", "fields"})

    def decode(self, text: str) -> tuple[Part, ...]:
        return read_group(text, self.item)

    def encode(self, value: Iterable[Part], width: int) -> str:
        if not isinstance(value, Iterable):
            raise ValueError(f"items are needed, not {type(value).__name__}")
        items = list(value)
        if len(items) > self.repeat:
            raise ValueError(f"{len(items)} items do not fit in {self.repeat}")
        texts = [self._item_text(item) for item in items]
        return "".join(texts).ljust(width)

    def encoder(self, field: Placed, names: Sequence[str]) -> Encoder:
        item, repeat, width = self.item, self.repeat, field.width

        def encode(value: Any, values: Sequence[Any]) -> str:
            if not isinstance(value, (list, tuple)) or len(value) > repeat:
                return ""
            texts = [one.own_text() for one in value if type(one) is item]
            if len(texts) < len(value) or not all(map(str.strip, texts)):
                return ""
            return "".join(texts).ljust(width)

        return encode

    def check(self, layout: Columns, field: Placed, text: str) -> Iterator[Fault]:
        size = self.item.END
        items = read_group(text, self.item)
        for number, item in enumerate(items):
            offset = field.start - 1 + number * size
            for fault in item.faults():
                yield fault._replace(
                    start=fault.start + offset,
                    end=fault.end + offset,
                    field=f"{field.name}[{number}].{fault.field}",
                )
        behind = len(items) * size
        if text[behind:].strip(" "):
            start = field.start + behind
            yield field.fault("field.group", "items behind a blank one are not read", start)

    def parts(self, layout: Columns, field: Placed) -> Sequence[Columns]:
        return read_group(layout.text(field.name), self.item)

    def nested(self, field: Placed) -> Iterator[Nested]:
        yield Nested(f"{self.repeat} times, the first", self.item, field.start - 1)

    def width_error(self, width: int) -> str:
        if width != self.repeat * self.item.END:
            return f"{self.repeat} items of {self.item.END} need {self.repeat * self.item.END}"
        return ""

    def _item_text(self, item: Part) -> str:
        if not isinstance(item, self.item):
            raise ValueError(f"{self.item.__name__} is needed, not {type(item).__name__}")
        text = item.own_text()
        if not text.strip(" "):
            raise ValueError("a blank item would end the group")
        return text


def read_group(text: str, item: type[P]) -> tuple[P, ...]:
    """The items up to the first blank one."""
    size = item.END
    items = []
    for start in range(0, len(text), size):
        columns = text[start : start + size]
        if not columns.strip(" "):
            break
        items.append(item(columns))
    return tuple(items)
