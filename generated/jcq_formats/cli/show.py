"""`jcq show`: what a file is, its header, how many records of what, and the first as a table."""  # Copied from generator/runtime/cli/show.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from ..core.errors import FieldError, JcqError, hint
from ..core.fields import Field
from ..core.files import File
from ..core.formats import newest_first
from ..core.kinds.code import Code
from ..core.layouts import Layout
from ..core.places import Place
from ..core.reading import read
from ..core.records import Record
from . import UNREADABLE
from .inputs import Inputs, add_file_arguments, terminal_width
from .printing import say

MASK = "*"
UNDECODABLE = "?!"
GAP = "  "
WIDE_TEXT = 20
"""From this width on a text is what people look for in a table."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    add_file_arguments(parser)
    parser.add_argument(
        "--records", type=int, default=10, metavar="N", help="how many records (default: 10)"
    )
    parser.add_argument(
        "--fields",
        type=_field_names,
        metavar="A,B,C",
        help="the fields of the table (default: what fits)",
    )
    parser.add_argument(
        "--long", action="store_true", help="every field of the records, one below the other"
    )


def _field_names(given: str) -> list[str]:
    """Names of fields of any version, with commas between them."""
    layouts = (record for form in newest_first() for record in form.records.values())
    known = list(dict.fromkeys(name for record in layouts for name in record.FIELDS))
    for name in given.split(","):
        if name not in known:
            raise argparse.ArgumentTypeError(f"there is no field {name!r}; {hint(name, known)}")
    return given.split(",")


def run(options: argparse.Namespace) -> int:
    """Shows the files: 0, or 3 where one cannot be read."""
    inputs = Inputs(options.files)
    for number, source in enumerate(inputs):
        try:
            with source.open() as stream:
                file = read(stream, version=options.format_version, name=source.name)
            lines = list(_file(file, options))
        except (JcqError, OSError) as error:
            inputs.refuse(error)
            continue
        if number:
            say()
        for line in lines:
            say(line)
    return UNREADABLE if inputs.unreadable else 0


def _file(file: File, options: argparse.Namespace) -> Iterator[str]:
    data_type = file.data_type
    title = data_type.title if data_type is not None else "Unknown data type"
    yield file.name
    yield f"{title}, version {file.format.version} of the formats"
    if file.header is not None:
        yield ""
        yield f"{file.header.TITLE}"
        yield from _fields(file.header, options.show_personal_data)
    yield ""
    yield from _counts(file)
    shown = file.records[: max(options.records, 0)]
    if not shown:
        return
    yield ""
    kinds = dict.fromkeys(type(record) for record in shown)
    for kind in kinds:
        records = [record for record in shown if type(record) is kind]
        total = sum(type(record) is kind for record in file)
        yield f"{kind.TITLE}: {len(records)} of {total:,}"
        if options.long:
            for record in records:
                yield ""
                yield from _fields(record, options.show_personal_data)
        else:
            yield from _table(kind, records, options)


def _counts(file: File) -> Iterator[str]:
    """How many records of what; blank lines and marks are no records."""
    records = [record for record in file if record.line.strip(" \x1a")]
    counted = Counter(
        (r.line[:2] if r.PLACE is not Place.UNKNOWN else "", r.TITLE) for r in records
    )
    width = max((len(title) for _, title in counted), default=0)
    yield f"{len(records):,} records, {len(file.centres):,} centre block(s)"
    for (key, title), count in counted.items():
        yield f"  {key:<2}  {title:<{width}}  {count:>9,}"


def _fields(layout: Layout, personal: bool, depth: int = 1) -> Iterator[str]:
    """Every field with its value, and what a code means."""
    fields = [f for f in layout.FIELDS.values() if f.kind.SETTABLE]
    width = max(len(field.name) for field in fields)
    for field in fields:
        value = _value(layout, field, personal)
        meaning = ""
        if isinstance(field.kind, Code) and value in field.kind.codes:
            meaning = f"{GAP}{field.kind.codes[value]}"
        positions = f"{field.start}-{field.end}"
        yield f"{'  ' * depth}{positions:>7}  {field.name:<{width}}  {value}{meaning}".rstrip()


def _value(layout: Layout, field: Field, personal: bool) -> str:
    """A value as text: masked where personal, as it stands and marked where undecodable."""
    text = layout.text(field.name)
    if field.personal and not personal:
        return "".join(c if c == " " else MASK for c in text).rstrip(" ")
    try:
        value = layout.decode(field.name)
    except FieldError:
        return f"{text.rstrip(' ')} {UNDECODABLE}"
    if isinstance(value, tuple):
        return " ".join(_part(item, personal) for item in value)
    return _part(value, personal) if isinstance(value, Layout) else field.kind.to_text(value)


def _part(value: Layout, personal: bool) -> str:
    fields = [f for f in value.FIELDS.values() if f.kind.SETTABLE and value.text(f.name).strip()]
    if len(fields) == 1:
        return _value(value, fields[0], personal)
    return ", ".join(f"{f.name} {_value(value, f, personal)}" for f in fields)


def _table(
    kind: type[Record], records: Sequence[Record], options: argparse.Namespace
) -> Iterator[str]:
    """Records as rows: the fields asked for, or those that fit; names run down at underscores."""
    personal = options.show_personal_data
    wanted = _wanted(kind, options.fields)
    columns = [
        (field, field.name.split("_"), [_value(record, field, personal) for record in records])
        for field in wanted
    ]
    left_out: list[str] = []
    if options.fields is None:
        filled = [c for c in columns if any(c[2])]
        columns = _fitting(filled, terminal_width())
        left_out = [field.name for field, *_ in filled if field not in [c[0] for c in columns]]
    height = max((len(names) for _, names, _ in columns), default=0)
    widths = [_width(names, cells) for _, names, cells in columns]
    for row in range(-height, 0):
        heads = [names[row] if len(names) >= -row else "" for _, names, _ in columns]
        yield _row(heads, widths)
    for number in range(len(records)):
        yield _row([cells[number] for _, _, cells in columns], widths)
    if left_out:
        yield from textwrap.wrap(
            f"No room for {', '.join(left_out)}: --fields A,B shows those named, --long shows all.",
            terminal_width(),
            initial_indent=GAP,
            subsequent_indent=GAP,
            break_on_hyphens=False,
        )


def _wanted(kind: type[Record], names: list[str] | None) -> list[Field]:
    """The fields that were asked for, as far as this record has them."""
    if names is None:
        return [f for f in kind.FIELDS.values() if f.kind.SETTABLE]
    return [kind.FIELDS[name] for name in names if name in kind.FIELDS]


Column = tuple[Field, list[str], list[str]]


def _fitting(columns: list[Column], width: int) -> list[Column]:
    """The columns that fit, in their own order: keys before wide texts before what differs from
    row to row."""

    def rank(column: Column) -> tuple[bool, bool, bool, int]:
        field, _, cells = column
        return not field.key, field.width < WIDE_TEXT, len(set(cells)) == 1, field.start

    ranked = sorted(columns, key=rank)
    left = width - len(GAP)
    chosen: list[Column] = []
    for column in ranked:
        needed = _width(column[1], column[2]) + len(GAP)
        if needed <= left or not chosen:
            chosen.append(column)
            left -= needed
    return sorted(chosen, key=lambda c: c[0].start)


def _width(names: list[str], cells: list[str]) -> int:
    return max(len(text) for text in (*names, *cells))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True))
    return f"{GAP}{GAP.join(padded)}".rstrip(" ")
