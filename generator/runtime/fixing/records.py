"""Fixes of single records: their length, capitals in names, and blank places among entries."""

from __future__ import annotations

from ..core.fields import Field
from ..core.files import File, Line
from ..core.kinds.group import Group
from ..core.layouts import Layout
from ..core.masking import is_sound
from ..core.places import Place
from ..core.printable import counted
from ..core.records import Record
from ..core.roles import by_role
from ..core.spliced import spliced
from ..exams.completeness import Completeness
from ..exams.names import NAME
from .steps import Steps, with_lines


def padding(file: File, steps: Steps) -> File:
    """Gives every sound record the length of its data type: with spaces, or without those after
    its end. A file that may be cut off is left as it is."""
    completeness = Completeness(file.format)
    for record in file:
        completeness.add(record)
    missing = completeness.cut_off()
    for what in missing:
        steps.leave(0, f"{what}, so spaces could hide what is missing")
    if missing:
        return file
    lines, padded = [], 0
    for number, line in enumerate(file.lines, 1):
        record = line.record
        wanted = record.line[: record.length].ljust(record.length)
        if record.PLACE is Place.UNKNOWN or wanted == record.line:
            lines.append(line)
        elif record.line[record.length :].strip(" ") or not is_sound(record):
            steps.leave(number, "the length is wrong, but so is something else")
            lines.append(line)
        else:
            lines.append(Line(type(record)(wanted), line.end))
            padded += 1
    if padded:
        steps.change(0, f"{counted(padded, 'record')} now of the length of the format")
    return with_lines(file, lines)


def names(file: File, steps: Steps) -> File:
    """Writes names of candidates in capitals, where nothing else is wrong with them."""
    lines = []
    for number, line in enumerate(file.lines, 1):
        record = line.record
        found = by_role(record, NAME) if is_sound(record) else None
        if found is not None:
            record = _in_capitals(record, *found, number, steps)
        lines.append(Line(record, line.end))
    return with_lines(file, lines)


def _in_capitals(record: Record, field: Field, layout: Layout, number: int, steps: Steps) -> Record:
    """The record with a field in capitals; unchanged if something else is wrong with that."""
    text = layout.text(field.name)
    upper = text.upper()
    if upper == text:
        return record
    if len(upper) != field.width or spliced(layout, field.start, upper).is_wrong(field.name):
        steps.leave(number, "the name has small letters, and characters of other kinds")
        return record
    steps.change(number, "the name is written in capitals")
    return spliced(record, field.start, upper)


def holes(file: File, steps: Steps) -> File:
    """Moves the items behind a blank place of a group forward, in their order."""
    lines = []
    for number, line in enumerate(file.lines, 1):
        record = line.record
        for field in record.FIELDS.values():
            if isinstance(field.kind, Group) and field.kind.has_holes:
                record = _closed(record, field.name, field.kind, number, steps)
        lines.append(Line(record, line.end))
    return with_lines(file, lines)


def _closed(record: Record, name: str, group: Group, number: int, steps: Steps) -> Record:
    """The record without blank places among the items of a group."""
    text = record.text(name)
    size = group.item.END
    places = [text[at : at + size] for at in range(0, len(text), size)]
    filled = [place for place in places if place.strip(" ")]
    if places[: len(filled)] == filled:
        return record
    if not is_sound(record):
        steps.leave(number, f"{name} has blank places, but something else is wrong as well")
        return record
    closed = "".join(filled).ljust(len(text))
    made = spliced(record, record.FIELDS[name].start, closed)
    steps.change(number, f"{counted(len(filled), 'item')} of {name} now one after another")
    return type(record)(made.line[: len(record.line)])
