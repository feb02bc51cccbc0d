"""The file: its version, its data types, and the records around the data."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.lint.walk import at, inherited
from generator.load.nodes import Problem
from generator.resolve.model import RecordSpec, VersionSpec
from generator.runtime.core.places import Place


def file_problems(version: VersionSpec) -> Iterator[Problem]:
    """Checks the version as a whole."""
    yield from _version(version)
    yield from _keys(version)
    yield from _senders(version)
    for record in version.records:
        yield from _grades(record, version)
        yield from _width(record, version)


def _version(version: VersionSpec) -> Iterator[Problem]:
    form = version.form
    try:
        datetime.date.fromisoformat(version.effective)
    except ValueError:
        message = f"{version.effective!r} is not a date"
        mark, path = form.mark_of("effective"), form.path_of("effective")
        yield Problem(mark, path, message, "Write it as 2011-09-01.")
    if version.folder[1:].upper() != version.version:
        message = f"version {version.version!r} is in the folder {version.folder}"
        mark, path = form.mark_of("version"), form.path_of("version")
        yield Problem(mark, path, message, "A folder has the name of its version, such as v14.")


def _keys(version: VersionSpec) -> Iterator[Problem]:
    """No two records begin with the same two characters."""
    seen: dict[str, RecordSpec] = {}
    for record in version.records:
        twice = [key for key in record.keys if key in seen]
        if twice:
            message = (
                f"lines that begin with {', '.join(twice)} are {seen[twice[0]].class_name} already"
            )
            yield at(record, "key", message, "Correct one of the keys.")
        seen |= dict.fromkeys(record.keys, record)


def _senders(version: VersionSpec) -> Iterator[Problem]:
    """Broadcast files come from the awarding body: `sender` is only stated for others."""
    for data_type in version.data_types:
        if data_type.is_broadcast and "sender" in data_type.words:
            message = "broadcast files come from the awarding body"
            yield at(data_type, "sender", message, "Remove `sender`.")


def _grades(record: RecordSpec, version: VersionSpec) -> Iterator[Problem]:
    """Grades must be for data types of the record; those from the extended version may be for
    more."""
    grades = record.words.get("grade_by_data_type")
    if grades is None or inherited(grades, version):
        return
    for code in grades:
        if code not in record.lengths:
            message = f"{record.class_name} does not occur in data type {code!r}"
            advice = f"It occurs in {', '.join(record.lengths)}."
            yield at(record, "grade_by_data_type", message, advice)


def _width(record: RecordSpec, version: VersionSpec) -> Iterator[Problem]:
    """Headers and trailers must state their own width; without a row in the structure this is
    unclear."""
    rows = (row for code in record.lengths for row in version.format.structure_of(code))
    if not any(row.record == record.key[-1] for row in rows):
        return
    if record.place is Place.DATA:
        # A record `like` one with a width has it too; it is reported in the original.
        if record.words.plain("width") is not None:
            message = "a data record has the length of its data type"
            yield at(record, "width", message, "Remove `width`.")
    elif record.width is None:
        message = f"a {record.place.in_words} has its own length"
        yield at(record, "width", message, "Add `width`.")
