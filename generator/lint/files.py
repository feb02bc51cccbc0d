"""The file: its version, its data types, the records around the data, and its names."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

from generator.lint.walk import owners
from generator.model import NameForm, Record, Version
from generator.nodes import Problem
from generator.runtime.core.formats import Place


def file_problems(version: Version) -> Iterator[Problem]:
    """What the version as a whole must be like."""
    try:
        datetime.date.fromisoformat(version.effective)
    except ValueError:
        message = f"{version.effective!r} is no date"
        yield Problem(version.mark, "format.effective", message, "Write it as 2011-09-01.")
    yield from _keys(version)
    yield from _envelope(version)
    roles = {f.role for owner in owners(version) for f in owner.fields if f.role}
    for form in version.file_names:
        yield from _name(form, roles, version)


def _keys(version: Version) -> Iterator[Problem]:
    """No two records begin with the same two characters, and no two have the same role."""
    seen: dict[str, Record] = {}
    roles = Counter(record.role for record in version.records if record.role)
    for record in version.records:
        for key in record.keys:
            if key in seen:
                message = f"{key} is both {seen[key].class_name} and {record.class_name}"
                yield Problem(
                    record.mark, f"{record.path}.key", message, "Correct one of the keys."
                )
            seen[key] = record
        if record.role and roles[record.role] > 1:
            message = f"{roles[record.role]} records have the role {record.role!r}"
            yield Problem(record.mark, f"{record.path}.role", message, "A role is one record's.")
        for code in record.grade_by_data_type:
            if code not in record.lengths:
                message = f"{record.class_name} does not occur in data type {code!r}"
                path = f"{record.path}.grade_by_data_type"
                advice = f"It occurs in {', '.join(record.lengths)}."
                yield Problem(record.mark, path, message, advice)


def _envelope(version: Version) -> Iterator[Problem]:
    """Headers and trailers state their own columns; each place has one record."""
    places: dict[str, Record] = {}
    for record in version.records:
        if record.place == Place.DATA:
            if record.width is not None:
                message = "a data record has the length of its data type"
                path = f"{record.path}.width"
                yield Problem(record.mark, path, message, "Remove `width`.")
            continue
        if record.width is None:
            message = f"a {record.place} has columns of its own"
            yield Problem(record.mark, record.path, message, "Add `width`.")
        if record.place in places:
            message = f"{places[record.place].class_name} is the {record.place} already"
            yield Problem(record.mark, f"{record.path}.place", message, "A file has one.")
        places[record.place] = record


def _name(form: NameForm, roles: set[str], version: Version) -> Iterator[Problem]:
    known = [data_type.code for data_type in version.data_types]
    for code in form.data_types:
        if code not in known:
            message = f"there is no data type {code!r}"
            path = f"{form.path}.data_types"
            yield Problem(form.mark, path, message, f"Known: {', '.join(known)}.")
    for part in form.parts:
        for role in part.agrees_with:
            if role not in roles:
                message = f"no field has the role {role!r}"
                yield Problem(form.mark, f"{form.path}.parts", message, "Correct `is`.")
    width = sum(part.width for part in form.parts)
    if len(form.example) != width:
        message = f"the parts have {width} characters, the example {len(form.example)}"
        yield Problem(form.mark, f"{form.path}.example", message, "Correct one of them.")
