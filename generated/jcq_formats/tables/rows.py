# Copied from generator/runtime/tables/rows.py by `make generate`; edit that, not this.
"""Records as rows of plain values, one after the other, by the standard library alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ..core.issues import Fault
from ..core.records import Record
from .columns import Choice, Column, ColumnType, Condition, Place

Value = str | int | datetime.date | None


def row_of(record: Record, columns: Sequence[Column]) -> tuple[list[Value], list[Fault]]:
    """The values of these columns, and what is wrong where one cannot be decoded and is None."""
    values: list[Value] = []
    faults: list[Fault] = []
    for column in columns:
        place = _place(record.line, column)
        values.append(None)
        if place is None:
            continue
        text = _text(record.line, place)
        if column.type in (ColumnType.TEXT, ColumnType.CODE):
            values[-1] = text.rstrip(" ")
            continue
        try:
            values[-1] = place.field.decode(text)
        except ValueError:
            faults += faults_at(record, [place])
    return values, faults


def faults_at(record: Record, places: Sequence[Place]) -> Iterator[Fault]:
    """What is wrong with values that cannot be decoded."""
    starts = {place.start + 1 for place in places}
    rules = {rule for place in places for rule in place.field.kind.RULES}
    return (f for f in record.faults() if f.start in starts and f.rule in rules)


def _place(line: str, column: Column) -> Place | None:
    """Where a line has the value of a column; None where it has none."""
    for reading in column.readings:
        if all(_holds(line, condition) for condition in reading.when):
            return reading.place
    return None


def _holds(line: str, condition: Condition) -> bool:
    if not isinstance(condition, Choice):
        return bool(line[condition.start : condition.end].strip(" "))
    if condition.place.field.is_nothing(_text(line, condition.place)):
        return False
    chosen = _text(line, condition.chooser).rstrip(" ") in condition.codes
    return chosen is not condition.others


def _text(line: str, place: Place) -> str:
    return line[place.start : place.end].ljust(place.field.width)
