"""The text of docstrings and reference pages: position tables, conditions, grades, sources."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.resolve.fields import CodeListSpec, FieldSpec, LayoutSpec, every_field
from generator.resolve.model import RecordSpec, VersionSpec
from generator.runtime.core.fields import Counts, Total
from generator.runtime.core.issues import WEAK_GRADES
from generator.runtime.core.kinds.code import Code
from generator.runtime.core.listing import listed
from generator.runtime.core.totals import RECORDS

WIDTH = 96
"""The width of a docstring's text in characters."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a position table; ``depth`` is the nesting of the field."""

    field: FieldSpec
    depth: int
    heading: str = ""


def rows(fields: Sequence[FieldSpec], depth: int = 0) -> Iterator[Row]:
    """The fields and nested fields, in order of position."""
    for field in fields:
        yield Row(field, depth)
        for layout in field.layouts:
            first, *others = rows(layout.fields, depth + 1)
            yield Row(first.field, first.depth, heading(field, layout))
            yield from others


def heading(field: FieldSpec, layout: LayoutSpec) -> str:
    """The heading above the fields of a nested layout."""
    if field.repeat:
        said = f"{layout.class_name}, {field.repeat} times; the positions are those of the first"
    else:
        said = f"{layout.class_name}, when {field.chooser} is {' '.join(layout.when)}"
    return f"{said}. {layout.note}" if layout.note else said


def snake(class_name: str) -> str:
    """`file_header` for the class FileHeader."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", class_name).lower()


def conditions(field: FieldSpec) -> list[str]:
    """The rules of the spec about blank, null, and dependencies between fields."""
    said = [*(["key"] if field.key else ()), *field.kind.details()]
    if field.blank and field.settable:
        said.append("may be blank")
    if field.none:
        said.append(f"{listed(field.none, 'or')} means null")
    said += beyond_its_type(field)
    if field.wildcard:
        said.append(f"a final {field.wildcard} stands for any ending")
    if field.special:
        said.append(f"or a code of {field.special.name}")
    if field.personal:
        said.append("personal data")
    return said


def beyond_its_type(field: FieldSpec) -> list[str]:
    """The rules for a value in addition to its type: from other fields, lines and check letters."""
    lists = field.kind.codes_when if isinstance(field.kind, Code) else ()
    said = [f"a code of {one.codes.name} when {one.case_in_words}" for one in lists]
    said += [field.requirement_of(condition, "needed") for condition in field.all_conditions]
    if field.compared_outside:
        said.append(field.compared_outside)
    characters = field.character_set
    if characters is not None and characters.byte_counted and not characters.characters.isascii():
        said.append(f"at most {field.width} bytes of UTF-8")
    if field.forbidden:
        said.append(f"never {listed(field.forbidden, 'or')}")
    if field.refers_to:
        said.append(f"found in {listed(field.refers_to, 'or')}")
    if field.identifier_name:
        said.append(f"checked as a {field.identifier_name.replace('_', ' ').upper()}")
    if field.counts:
        said.append(_counted(field.counts))
    if field.total:
        said.append(_total(field.total))
    if field.agrees:
        said.append(f"agrees through the {field.agrees}")
    return said


def _total(total: Total) -> str:
    records = "records" if total.over == RECORDS else f"{total.over} records"
    if total.checksum is not None:
        return f"the {total.checksum.TITLE} of the {records} around it"
    return f"the sum of {total.field} in the {records} around it"


def _counted(counts: Counts) -> str:
    matching = f" of the same {counts.matching}" if counts.matching else ""
    return f"counts the {counts.what}{matching} in the {counts.within}"


def record_docstring(record: RecordSpec) -> str:
    """The docstring of a record's class, with its position table."""
    said = [*_about_record(record), wrapped(_length_and_grade(record)), ""]
    return "\n".join([*said, *position_table(record.fields)])


def _about_record(record: RecordSpec) -> list[str]:
    note = [wrapped(record.note), ""] if record.note else []
    title = wrapped(f"{record.title} ({'/'.join(record.keys)}).")
    return [title, "", wrapped(record.meaning), "", *note]


def _length_and_grade(record: RecordSpec) -> str:
    lengths = sorted(set(record.lengths.values()))
    if len(lengths) == 1:
        length = f"Length {lengths[0]}."
    else:
        by_type = ", ".join(f"{code} {length}" for code, length in record.lengths.items())
        length = f"{record.end} characters, padded to the length of the data type: {by_type}."
    grade = f"Grade {record.grade} ({', '.join(record.sources)})."
    if record.grade_by_data_type:
        by_type = ", ".join(f"{c} {g}" for c, g in record.grade_by_data_type.items())
        grade = f"Grade {record.grade}, but by data type {by_type} ({', '.join(record.sources)})."
    return f"{length} {grade}"


def layout_docstring(layout: LayoutSpec) -> str:
    """The docstring of the class of a nested layout."""
    where = f"Positions {layout.first}-{layout.fields[-1].end} of its record"
    if layout.repeated:
        where += " (those of the first; the table counts from 1)"
    grade = f"Grade {layout.grade} ({', '.join(layout.sources)})."
    title = [f"{layout.title}."] if layout.title else []
    meaning = [wrapped(layout.meaning)] if layout.meaning else []
    table = "\n".join(position_table(layout.class_fields))
    return "\n\n".join([*title, *meaning, wrapped(f"{where}. {grade}"), table])


def position_table(fields: Sequence[FieldSpec]) -> list[str]:
    """A table of positions, kinds and names."""
    entries = [(str(f.start), str(f.end), str(f.width), f.kind_name, f.name) for f in fields]
    head = ("start", "end", "width", "kind", "field")
    kind_width = max(len(entry[3]) for entry in (head, *entries))
    lines = []
    for start, end, width, kind, name in (head, *entries):
        lines.append(f"    {start:>5} {end:>4} {width:>5}  {kind:<{kind_width}}  {name}")
    return lines


def list_docstring(codes: CodeListSpec) -> str:
    """The docstring of a code list's constant."""
    kind = "closed: any other code is an error" if codes.closed else "open: other codes occur"
    grade = f"Grade {codes.grade} ({', '.join(codes.sources)}); {kind}."
    return wrapped(f"{codes.title}: {codes.list_meaning} {grade}")


@dataclass(frozen=True, slots=True)
class Weak:
    """A record, or a field of one, that is based on a fact of grade C or D."""

    record: str
    field: str
    grade: str
    sources: tuple[str, ...]


def weak(version: VersionSpec) -> Iterator[Weak]:
    """All records of grade C or D, and all fields that are weaker than their record."""
    for record in version.records:
        if record.grade in WEAK_GRADES:
            yield Weak(record.key, "(the whole record)", record.grade, record.sources)
        for field in every_field(record.fields):
            if field.grade in WEAK_GRADES and field.grade > record.grade:
                yield Weak(record.key, field.name, field.grade, field.sources)


def wrapped(text: str, width: int = WIDTH) -> str:
    """The text in lines of at most this width."""
    return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))
