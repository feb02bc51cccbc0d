"""Positions: fields follow one another without gap or overlap and fill their record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.walk import Owner, at, inherited, owners
from generator.load.nodes import Mark, Problem
from generator.resolve.fields import FieldSpec
from generator.resolve.model import RecordSpec, VersionSpec


def column_problems(version: VersionSpec) -> Iterator[Problem]:
    """Gaps, overlaps, and fields that end before or after their record."""
    broken: set[Mark] = set()
    for owner in owners(version):
        marks = {field.words.mark for field in owner.fields}
        if owner.shared and owner.parent is not None:
            yield from _shared(owner, owner.parent)
        elif broken.isdisjoint(marks):
            # Otherwise it is `like` one whose mistakes are reported.
            found = [*_in_line(owner), *_end(owner, version)]
            yield from found
            broken |= marks if found else set()
        yield from _nesting(owner)
    for record in version.records:
        yield from _padded(record)
        yield from _first_two(record)


def _in_line(owner: Owner) -> Iterator[Problem]:
    expected = owner.first
    previous: FieldSpec | None = None
    for field in owner.fields:
        if field.start > expected:
            where = f"after `{previous.name}`" if previous else f"at the start of {owner.name}"
            message = f"{columns(expected, field.start - 1)} in no field, {where}"
            advice = (
                f"Start `{field.name}` at position {expected}, or add a field for what is between."
            )
            yield at(field, "start", message, advice)
        elif field.start < expected and previous is None:
            message = (
                f"`{field.name}` starts at position {field.start}, but {owner.name} at {expected}"
            )
            yield at(field, "start", message, f"Start it at position {expected}.")
        elif field.start < expected:
            assert previous is not None
            message = f"`{field.name}` overlaps `{previous.name}`, which ends at {previous.end}"
            yield at(field, "start", message, f"Start it at position {expected}.")
        if field.end >= expected:
            expected, previous = field.end + 1, field


def _end(owner: Owner, version: VersionSpec) -> Iterator[Problem]:
    """The fields must end where the record does; reported if this version changes them."""
    last = max(owner.fields, key=lambda field: field.end)
    if owner.last is None:
        return
    if last.end > owner.last:
        message = f"`{last.name}` ends at position {last.end}, but {owner.name} at {owner.last}"
        advice = "Correct the width, or the length it must fit in."
        if inherited(last.words, version) and not inherited(owner.words, version):
            yield Problem(owner.words.mark, owner.words.path, message, advice)
        else:
            yield at(last, "width", message, advice)
    elif last.end < owner.last:
        message = f"{columns(last.end + 1, owner.last)} in no field of {owner.name}"
        advice = "Add a field for it: a `filler`, or `unestablished`."
        yield Problem(owner.words.mark, owner.words.path, message, advice)


def _shared(owner: Owner, variant: FieldSpec) -> Iterator[Problem]:
    """A layout shared by several records must have the same position in each of them."""
    first, last = owner.fields[0].start, owner.fields[-1].end
    if (first, last) != (variant.start, variant.end):
        message = (
            f"{owner.name} covers {first}-{last}, but `{variant.name}` covers {variant.positions}"
        )
        advice = "Move the layout, or write it out here."
        yield at(variant, "layouts", message, advice)


def _nesting(owner: Owner) -> Iterator[Problem]:
    for field in owner.fields:
        if field.layouts and (owner.parent is not None or owner.shared):
            message = f"a {field.kind_name} within a layout is not supported"
            yield at(field, "kind", message, "Write its fields out in the layout.")
        if field.repeat and field.width % field.repeat:
            message = f"{field.width} characters cannot hold {field.repeat} items of equal width"
            yield at(field, "width", message, "The width is `repeat` times that of one item.")


def _padded(record: RecordSpec) -> Iterator[Problem]:
    """A header or trailer is padded to the length of its data type, so it must not be longer."""
    if record.width is None:
        return
    shorter = [code for code, length in record.lengths.items() if length < record.width]
    if shorter:
        message = (
            f"{record.class_name} is longer than the records of data type {', '.join(shorter)}"
        )
        yield at(record, "width", message, "Correct the width, or the length of the data type.")


def _first_two(record: RecordSpec) -> Iterator[Problem]:
    """The first two characters are the key: literals there must agree with it."""
    expected = 1
    for field in record.fields:
        if field.start != expected or expected > 2:
            return
        expected = field.end + 1
        if field.end > 2:
            message = f"`{field.name}` overlaps the first two positions, which identify the record"
            yield at(
                field, "start", message, "Give the data type and record type their own fields."
            )
            return
        literal = field.words.get("literal", "")
        wanted = {key[field.start - 1 : field.end] for key in record.keys}
        said = literal[: 3 - field.start]
        if said and field.width == len(literal) and wanted and wanted != {said}:
            message = f"lines of {record.key} begin with {', '.join(record.keys)}"
            message += f", but `{field.name}` is always {literal!r}"
            yield at(record, "key", message, "Correct the key, or the literal.")


def columns(first: int, last: int) -> str:
    """`position 7 is`, or `positions 7-9 are`."""
    return f"position {first} is" if first == last else f"positions {first}-{last} are"
