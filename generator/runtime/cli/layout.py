"""`jcq layout`: the fields of a record, with their positions."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterable, Iterator

from ..core.codes import CodeList
from ..core.errors import hint
from ..core.fields import Field
from ..core.formats import Format, load
from ..core.kinds.code import Code
from ..core.kinds.literal import Literal
from ..core.listing import listed
from ..core.records import Record
from ..exams.in_force import version_wanted
from . import WRONG_USAGE
from .inputs import add_version_argument, terminal_width
from .printing import complain, say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = "Example: jcq layout R5. Without a record, it lists all records."
    parser.add_argument("record", nargs="?", help="the record, such as R5 for results")
    add_version_argument(parser, "the one in force today")


def run(options: argparse.Namespace) -> int:
    """Prints a layout; 2 if there is no such record."""
    form = load(version_wanted(options.format_version))
    if options.record is None:
        for line in _overview(form):
            say(line)
        return 0
    record = form.record_class(options.record)
    if record is None:
        known = hint(options.record, list(form.records), "`jcq layout` lists them")
        complain(f"jcq: unknown record {options.record!r} in version {form.version}; {known}")
        return WRONG_USAGE
    for line in _layout(record, form):
        say(line)
    return 0


def _overview(form: Format) -> Iterator[str]:
    yield f"Version {form.version}, effective from {form.effective}"
    yield ""
    for record in dict.fromkeys(form.records.values()):
        letters = "" if len(record.KEY) == 2 else f" ({' '.join(record.LENGTHS)})"
        yield f"  {record.KEY:<3} {record.TITLE}{letters}, grade {record.GRADE}"
    without = [d for d in form.data_types.values() if d.length is None]
    for data_type in without:
        yield f"  {data_type.code:<3} {data_type.title}: {data_type.form}, no records"


def _layout(record: type[Record], form: Format) -> Iterator[str]:
    yield f"{record.KEY}  {record.TITLE} (version {form.version}, grade {record.GRADE})"
    lengths = sorted(set(record.LENGTHS.values()))
    if len(lengths) == 1:
        yield f"    length {lengths[0]}"
    else:
        by_type = ", ".join(f"{code} {length}" for code, length in record.LENGTHS.items())
        yield f"    {record.END} characters, padded to {by_type}"
    yield ""
    yield f"{'start':>5} {'end':>4} {'width':>5}  {'kind':<14} field"
    width = terminal_width()
    for field, start, depth in _fields(record.FIELDS.values(), 0, 0):
        if isinstance(field, str):
            yield f"{'':<18}{'  ' * depth}{field}"
            continue
        end = start + field.width - 1
        name = f"{'  ' * depth}{field.name}"
        yield f"{start:>5} {end:>4} {field.width:>5}  {_kind(field):<14} {name}"
        yield from textwrap.wrap(
            _about(field), width, initial_indent=" " * 34, subsequent_indent=" " * 34
        )


def _fields(
    fields: Iterable[Field], offset: int, depth: int
) -> Iterator[tuple[Field | str, int, int]]:
    """Fields and nested fields, each with its first position; headings as text."""
    for field in fields:
        yield field, field.start + offset, depth
        for nested in field.kind.nested(field):
            yield f"{nested.when}:", 0, depth + 1
            moved = offset + nested.offset
            yield from _fields(nested.layout.FIELDS.values(), moved, depth + 1)


def _kind(field: Field) -> str:
    kind = type(field.kind).__name__.lower()
    return f"{kind} {field.kind.literal}" if isinstance(field.kind, Literal) else kind


def _about(field: Field) -> str:
    about = [field.meaning]
    if isinstance(field.kind, Code):
        about.append(f"{_code_list(field.kind.codes)}.")
        for one in field.kind.codes_when:
            about.append(f"{_code_list(one.codes)} when {one.case_in_words}.")
    if field.blank and field.kind.SETTABLE:
        about.append("May be blank.")
    if field.none:
        about.append(f"{listed(field.none, 'or')} means null.")
    about += [f"{_capital(field.requirement_of(one))}." for one in field.all_conditions]
    if field.compared_outside:
        about.append(f"{_capital(field.compared_outside)}.")
    if field.personal:
        about.append("Personal data.")
    if field.grade:
        about.append(f"Grade {field.grade}.")
    return " ".join(about)


def _code_list(codes: CodeList) -> str:
    members = f": {' '.join(codes)}" if len(codes) <= 12 else f" ({len(codes)} codes)"
    return f"{'Closed' if codes.closed else 'Open'} code list {codes.name}{members}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
