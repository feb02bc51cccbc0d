"""One way in which a line can be wrong, and the places of fields in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .constraints import Constraints
from .drawing import Draw
from .spec import FieldSpec, own_width
from .texts import overwritten

Broken = tuple[str, str]
"""The id of a rule, and the field that breaks it; empty for the whole line."""


class WrongLine(NamedTuple):
    """A line with one thing wrong, and exactly what it breaks."""

    line: str
    broken: frozenset[Broken]


Mutate = Callable[[Draw, str], WrongLine]
"""Makes a valid line wrong."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One way in which one field can be wrong. ``str`` names both."""

    field: str
    way: str
    constraints: Constraints = dataclasses.field(repr=False)
    mutate: Mutate = dataclasses.field(repr=False)

    def __str__(self) -> str:
        return f"{self.field}: {self.way}"


@dataclass(frozen=True, slots=True)
class Place:
    """A field in a line.

    ``path`` has its name, and those of the fields in which it is nested; ``beside`` are the fields
    of its layout, ``around`` those of the layout that contains this one, in which it is ``called``
    so; ``of_line`` turns constraints of that layout into constraints of the line.
    """

    path: str
    field: FieldSpec
    beside: Sequence[FieldSpec]
    is_nested: bool
    of_line: Callable[[Constraints], Constraints]
    around: Sequence[FieldSpec] = ()
    called: str = ""


def places(
    fields: Sequence[FieldSpec],
    path: str = "",
    is_nested: bool = False,
    of_line: Callable[[Constraints], Constraints] = lambda constraints: constraints,
    around: Sequence[FieldSpec] = (),
    called: str = "",
) -> Iterator[Place]:
    """All fields, and those of the first layout of each kind nested in them."""
    for field in fields:
        name = field["name"]
        yield Place(path + name, field, fields, is_nested, of_line, around, called + name)
        for number, layout in enumerate(field.get("layouts", ())):
            when = _first_for(layout, field)
            if "chooser" in field and not when:
                continue
            separator = "[0]." if "repeat" in field else "."

            def of_layout(
                constraints: Constraints,
                field: FieldSpec = field,
                when: Sequence[str] = tuple(when),
            ) -> Constraints:
                chosen = {field["chooser"]: when} if "chooser" in field else {}
                name = field["name"]
                return of_line(
                    Constraints(
                        texts=constraints.texts,
                        choices=chosen,
                        filled=frozenset({name}),
                        nested={name: constraints},
                    )
                )

            inside = f"{name}.{number}."
            further = (True, of_layout, fields, inside)
            yield from places(layout["fields"], path + name + separator, *further)


def _first_for(layout: FieldSpec, field: FieldSpec) -> list[str]:
    """The values that choose this layout before any other."""
    firsts = {v: one for one in reversed(field["layouts"]) for v in one.get("when", ())}
    return [value for value, first in firsts.items() if first is layout]


def replaced(place: Place, line: str, text: str, *rules: str) -> WrongLine:
    """The line with another text in this place, which breaks these rules."""
    changed = overwritten(line, place.field["start"] - 1, text)
    if "only" in place.field:
        # There is no such data type, so there is no length to pad the line to.
        changed = changed[: own_width(place.beside)]
    return WrongLine(changed, frozenset((rule, place.path) for rule in rules))
