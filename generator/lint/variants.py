"""Variants: the field that chooses, and the layout for each of its values."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.conditions import values_of
from generator.lint.directions import position_problems, unknown_directions
from generator.lint.walk import Owner, at, owners
from generator.load.nodes import Problem
from generator.resolve.fields import DIRECTION, FieldSpec
from generator.resolve.model import VersionSpec


def variant_problems(version: VersionSpec) -> Iterator[Problem]:
    """Layouts of a variant: each value once, all values covered."""
    for owner in owners(version):
        by_name = {f.name: f for f in owner.fields}
        for field in owner.fields:
            if field.layouts and not field.repeat and field.chooser:
                yield from _chosen(field, by_name[field.chooser], owner, version)


def _chosen(
    field: FieldSpec, chooser: FieldSpec, owner: Owner, version: VersionSpec
) -> Iterator[Problem]:
    if chooser is field:
        yield at(field, "chosen_by", "a field cannot choose its own layout", "Name another field.")
        return
    if chooser.layouts or not chooser.readable:
        message = f"`{chooser.name}` is a {chooser.kind_name}, which has no value to choose by"
        yield at(field, "chosen_by", message, "Name a field that holds a text.")
        return
    by_direction = field.words["chosen_by"] == DIRECTION
    misplaced = list(position_problems(field, "chosen_by", owner)) if by_direction else []
    if misplaced:
        yield from misplaced
        return
    seen: dict[str, str] = {}
    for layout in field.layouts:
        for value in layout.when:
            if value in seen and not (owner.is_record and "width" in owner.words):
                message = f"{value!r} chooses both {seen[value]} and {layout.class_name}"
                advice = "Only in a header or trailer are several layouts tried in order."
                yield at(field, "layouts", message, advice)
            seen[value] = layout.class_name
    if by_direction:
        for reading in field.words["layouts"]:
            yield from unknown_directions(reading["when"])
    else:
        yield from _values(field, chooser)
    wanted = _data_types(owner, version) if by_direction else _codes(chooser)
    left = [value for value in wanted if value not in seen]
    if left and "fallback" not in field.words:
        message = f"no layout is chosen when `{chooser.name}` is {', '.join(left)}"
        yield at(field, "layouts", message, "Add a layout, or `fallback: text`.")


def _values(field: FieldSpec, chooser: FieldSpec) -> Iterator[Problem]:
    for layout in field.layouts:
        for message, advice in values_of(chooser, layout.when):
            yield at(field, "layouts", message, advice)


def _data_types(owner: Owner, version: VersionSpec) -> list[str]:
    """The data types of the record with this variant."""
    records = [record for record in version.records if record.fields is owner.fields]
    return [code for record in records for code in record.lengths]


def _codes(chooser: FieldSpec) -> list[str]:
    """The values of the chooser; unknown for an open list, and for any other field."""
    lists = chooser.code_lists
    if not lists or not all(codes.closed for codes in lists):
        return ["any other"]
    return list(dict.fromkeys(code for codes in lists for code in codes))
