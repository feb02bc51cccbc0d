"""Positions: fields follow one another without gap or overlap and fill their record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.walk import Owner, at, owners
from generator.model import Field, Version
from generator.nodes import Problem
from generator.tables import positions


def column_problems(version: Version) -> Iterator[Problem]:
    """Gaps, overlaps, and fields that end before or behind their record."""
    for owner in owners(version):
        if owner.shared and owner.parent is not None:
            yield from _shared(owner, owner.parent)
        else:
            yield from _in_line(owner)
        yield from _nesting(owner)


def _in_line(owner: Owner) -> Iterator[Problem]:
    expected = owner.first
    previous: Field | None = None
    for field in owner.fields:
        behind = f"behind `{previous.name}`" if previous else f"at the start of {owner.name}"
        if field.start > expected:
            message = f"columns {expected}-{field.start - 1} are in no field, {behind}"
            advice = f"Start `{field.name}` in column {expected}, or say what stands between."
            yield at(field, "start", message, advice)
        elif field.start < expected and previous is None:
            message = f"`{field.name}` starts in column {field.start}, {owner.name} in {expected}"
            yield at(field, "start", message, f"Start it in column {expected}.")
        elif field.start < expected:
            assert previous is not None
            message = f"`{field.name}` overlaps `{previous.name}`, which ends in {previous.end}"
            yield at(field, "start", message, f"Start it in column {expected}.")
        expected = max(expected, field.end + 1)
        previous = field
    if owner.last is None or previous is None:
        return
    if previous.end > owner.last:
        message = (
            f"`{previous.name}` ends in column {previous.end}, but {owner.name} in {owner.last}"
        )
        yield at(previous, "width", message, "Correct the width, or the length it must fit in.")
    elif previous.end < owner.last:
        message = f"columns {previous.end + 1}-{owner.last} of {owner.name} are in no field"
        yield owner.problem(message, "Say what stands there: a `filler`, or `unestablished`.")


def _shared(owner: Owner, variant: Field) -> Iterator[Problem]:
    """A layout that several records share stands where each of its variants stands."""
    first, last = owner.fields[0].start, owner.fields[-1].end
    if (first, last) != (variant.start, variant.end):
        message = f"{owner.name} covers {first}-{last}, but `{variant.name}` {positions(variant)}"
        advice = "Move the layout, or write it out here."
        yield at(variant, "layouts", message, advice)


def _nesting(owner: Owner) -> Iterator[Problem]:
    for field in owner.fields:
        if field.layouts and (owner.parent is not None or owner.shared):
            message = f"a {field.kind} within a layout is not supported"
            yield at(field, "kind", message, "Write its fields out in the layout.")
        if field.repeat and field.width % field.repeat:
            message = f"{field.width} columns cannot hold {field.repeat} items of the same width"
            yield at(field, "width", message, "The width is `repeat` times that of one item.")
