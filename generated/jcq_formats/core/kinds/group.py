"""A repeated group: the same few fields several times."""  # Copied from generator/runtime/core/kinds/group.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ..conditions import CONDITION_RULE, Texts, comparison_holds, must_be
from ..issues import Fault
from ..outside import faults_against
from ..parts import Part
from ..registry import rule
from .kind import Columns, Encoder, Kind, Nested, Placed

P = TypeVar("P", bound=Part)

ALLOWED = "allowed"
ENDED = "field.group"
HOLE = "field.group-hole"


@rule(ENDED, HOLE)
@dataclass(frozen=True, slots=True)
class Group(Kind):
    """Up to ``repeat`` items, each in its own place. The first blank place ends the group; if
    ``holes`` are allowed, blank places are skipped instead."""

    item: type[Part]
    repeat: int
    holes: str = ""

    NOTHING = ()
    NEEDS = frozenset({"repeat", "class", "fields"})
    TAKES = frozenset({"holes"})

    @property
    def has_holes(self) -> bool:
        """Whether items after a blank place are read."""
        return self.holes == ALLOWED

    def decode(self, text: str) -> tuple[Part, ...]:
        return read_group(text, self.item, holes=self.has_holes)

    def encode(self, value: Iterable[Part], width: int) -> str:
        if not isinstance(value, Iterable):
            raise ValueError(f"items are needed, not {type(value).__name__}")
        items = list(value)
        if len(items) > self.repeat:
            raise ValueError(f"{len(items)} items do not fit in {self.repeat}")
        texts = [self._place_text(item) for item in items]
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

    def holds(self, text: str, value: Any) -> bool:
        return isinstance(value, (list, tuple)) and tuple(value) == self.decode(text)

    def filled(self, text: str) -> Iterator[tuple[int, Part]]:
        """The number of each place that is read, from 0, and its item."""
        size = self.item.END
        for number, start in enumerate(range(0, len(text), size)):
            columns = text[start : start + size]
            if columns.strip(" "):
                yield number, self.item(columns)
            elif not self.has_holes:
                return

    def rules(self) -> tuple[str, ...]:
        return (HOLE,) if self.has_holes else (ENDED,)

    def check(self, layout: Columns, field: Placed, text: str) -> Iterator[Fault]:
        size = self.item.END
        behind = 0
        for number, item in self.filled(text):
            if number * size > behind:
                message = "a blank place is followed by filled ones, which are read all the same"
                hole = field.fault(HOLE, message, field.start + behind)
                yield hole._replace(end=field.start - 1 + number * size)
            behind = (number + 1) * size
            yield from self._placed(field, number, item.faults())
        if text[behind:].strip(" "):
            start = field.start + behind
            yield field.fault(ENDED, "items after a blank one are not read", start)
        for number, fault in self._order_faults(self.filled(text)):
            yield from self._placed(field, number, [fault])

    def check_in(self, layout: Columns, field: Placed, header: Texts) -> Iterator[Fault]:
        for number, item in self.filled(layout.text(field.name)):
            yield from self._placed(field, number, item.faults_in(header))

    def check_against(self, layout: Columns, field: Placed) -> Iterator[Fault]:
        for number, item in self.filled(layout.text(field.name)):
            yield from self._placed(field, number, faults_against(layout, item))

    def compares(self, layout: Columns, field: Placed) -> bool:
        items = list(self.filled(layout.text(field.name)))
        return all(item.compares() for _, item in items) and not any(self._order_faults(items))

    def refusal(self, layout: Columns, value: Any) -> str:
        items = [(place, item) for place, item in enumerate(value or ()) if item is not None]
        found = next(self._order_faults(items), None)
        return f"[{found[0]}].{found[1].field}: {found[1].message}" if found is not None else ""

    def _placed(self, field: Placed, number: int, faults: Iterable[Fault]) -> Iterator[Fault]:
        """Faults of the item in this place, as faults of the whole field."""
        offset = field.start - 1 + number * self.item.END
        for fault in faults:
            yield fault._replace(
                start=fault.start + offset,
                end=fault.end + offset,
                field=f"{field.name}[{number}].{fault.field}",
            )

    def _order_faults(self, items: Iterable[tuple[int, Part]]) -> Iterator[tuple[int, Fault]]:
        """The place and fault of each value that is out of order, compared with the last valid
        value before it."""
        compared = [field for field in self.item.FIELDS.values() if field.compare_previous]
        last: dict[str, Any] = {}
        for number, item in items if compared else ():
            wrong = {fault.field for fault in item.faults()}
            for field in compared:
                value = item.decode(field.name) if field.name not in wrong else None
                if not comparison_holds(field.compare_previous, value, last.get(field.name)):
                    message = must_be(field.order_of_places)
                    yield number, field.fault(CONDITION_RULE, message)
                if value is not None:
                    last[field.name] = value

    def parts(self, layout: Columns, field: Placed) -> Sequence[Columns]:
        return self.decode(layout.text(field.name))

    def nested(self, field: Placed) -> Iterator[Nested]:
        yield Nested(f"{self.repeat} times, the first", self.item, field.start - 1)

    def details(self) -> tuple[str, ...]:
        return ("blank items may stand among the others",) if self.has_holes else ()

    def width_error(self, width: int) -> str:
        if width != self.repeat * self.item.END:
            needed = self.repeat * self.item.END
            return f"{self.repeat} items of {self.item.END} characters need {needed}"
        return ""

    def _place_text(self, item: Part | None) -> str:
        if item is None and self.has_holes:
            return " " * self.item.END
        if not isinstance(item, self.item):
            raise ValueError(f"{self.item.__name__} is needed, not {type(item).__name__}")
        text = item.own_text()
        if not text.strip(" "):
            if self.has_holes:
                raise ValueError("an item is blank: use None to leave its place blank")
            raise ValueError("an item is blank, which would end the group")
        return text


def read_group(text: str, item: type[P], *, holes: bool = False) -> tuple[P, ...]:
    """The items up to the first blank one; with ``holes``, all items that are not blank."""
    size = item.END
    items = []
    for start in range(0, len(text), size):
        columns = text[start : start + size]
        if columns.strip(" "):
            items.append(item(columns))
        elif not holes:
            break
    return tuple(items)
