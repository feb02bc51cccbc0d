"""`jcq show`: the type of a file, its header, its record counts, and the first records as a
table."""  # Copied from generator/runtime/cli/show.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import itertools
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..core.errors import JcqError, hint
from ..core.fields import Field
from ..core.files import File
from ..core.formats import newest_first
from ..core.former_names import former_names
from ..core.kinds.kind import is_number
from ..core.places import Place
from ..core.printable import counted
from ..core.reading import read
from ..core.records import Record
from ..core.sources import Source
from ..exams.basedata import Basedata
from ..exams.basedata_sets import read_basedata
from ..exams.certainty import refusal_of
from ..exams.exam_series import ExamSeries
from ..exams.results import is_unread
from . import UNREADABLE
from .embargo import add_embargo_argument
from .inputs import Inputs, add_basedata_argument, add_file_arguments, terminal_width
from .printing import say
from .show_line import drawn_line
from .show_message import field_names, shown_message
from .shown import GAP, Shown, lines_of_fields

LISTED = "`jcq layout` and a record, such as R5, lists the fields of the record"
WIDE_TEXT = 20
"""The width from which a text is of interest in a table."""

NARROWEST = 16
"""The least width for values of several parts, which are wrapped."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = "Example: jcq show R9999998.X01 --records 5"
    add_file_arguments(parser)
    add_embargo_argument(parser)
    parser.add_argument(
        "--records",
        type=_number,
        default=10,
        metavar="N",
        help="the number of records (default: 10)",
    )
    parser.add_argument(
        "--fields",
        type=_field_names,
        metavar="A,B,C",
        help="the fields of the table (default: what fits)",
    )
    add_basedata_argument(parser, "basedata with the titles of components in XML")
    parser.add_argument(
        "--line",
        type=_number,
        metavar="N",
        help="draw one line of the file, with a ruler and each field under its positions",
    )
    parser.add_argument(
        "--long", action="store_true", help="every field of the records, one below the other"
    )


def _number(given: str) -> int:
    """A number of records."""
    if not is_number(given):
        raise argparse.ArgumentTypeError(f"{given!r} is not a number of records: use 0 or more")
    return int(given)


def _field_names(given: str) -> list[str]:
    """Names of fields of any version, separated by commas."""
    layouts = [record for form in newest_first() for record in form.records.values()]
    former = former_names(layouts)
    known = [*dict.fromkeys(name for record in layouts for name in record.FIELDS), *field_names()]
    names = [former.get(name, name) for name in given.split(",")]
    for name in names:
        if name not in known:
            raise argparse.ArgumentTypeError(f"unknown field {name!r}; {hint(name, known, LISTED)}")
    return names


def run(options: argparse.Namespace) -> int:
    """Shows the files: 0, or 3 if one cannot be read."""
    inputs = Inputs.under_embargo(options, options.files, messages=True)
    try:
        sets = read_basedata(*options.basedata) if options.basedata else {}
    except (JcqError, OSError) as error:
        inputs.refuse(error)
        return UNREADABLE
    for number, source in enumerate(inputs):
        try:
            lines = list(_lines(source, options, sets))
        except (JcqError, OSError) as error:
            inputs.refuse(error)
            continue
        if number:
            say()
        for line in lines:
            say(line)
    return UNREADABLE if inputs.unreadable else 0


def _lines(
    source: Source, options: argparse.Namespace, sets: Mapping[ExamSeries, Basedata]
) -> Iterator[str]:
    """The output for a file, or for an XML message."""
    form = source.message_format()
    with source.open() as stream:
        if form is not None:
            yield from shown_message(stream, source.name, form, options, sets)
            return
        file = read(stream, version=options.format_version, name=source.name)
    if options.line is not None:
        yield from drawn_line(file, options.line, show_personal_data=options.show_personal_data)
        return
    yield from _file(file, options)


def _file(file: File, options: argparse.Namespace) -> Iterator[str]:
    data_type = file.data_type
    letter = data_type.code if data_type is not None else ""
    title = data_type.title if data_type is not None else "Unknown data type"
    yield file.name
    yield f"{title}, version {file.format.version} of the formats"
    yield from _doubts(file)
    if file.header is not None:
        yield ""
        yield f"{file.header.TITLE}"
        yield from lines_of_fields(
            Shown(file.header, options.show_personal_data, letter, meanings=True)
        )
    yield ""
    yield from _counts(file)
    shown = file.records[: options.records]
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
                yield from lines_of_fields(
                    Shown(record, options.show_personal_data, letter, meanings=True)
                )
        else:
            yield from _table(kind, records, options, letter)


def _doubts(file: File) -> Iterator[str]:
    """A notice if the file is incomplete, or cannot be read reliably."""
    refusal = refusal_of(replace(file, name=""), is_unread)
    if refusal is not None:
        said = str(refusal)
        yield from textwrap.wrap(f"Warning: {said}.", terminal_width(), break_on_hyphens=False)


def _counts(file: File) -> Iterator[str]:
    """The number of records of each type; blank lines and marks are not records."""
    records = [record for record in file if record.line.strip(" \x1a")]
    numbers = Counter(
        (r.line[:2] if r.PLACE is not Place.UNKNOWN else "", r.TITLE) for r in records
    )
    width = max((len(title) for _, title in numbers), default=0)
    blocks = counted(len(file.centres), "centre block")
    yield f"{counted(len(records), 'record')}, {blocks}"
    for (key, title), count in numbers.items():
        yield f"  {key:<2}  {title:<{width}}  {count:>9,}"


@dataclass(slots=True)
class Column:
    """A field as a column of a table, with its width."""

    field: Field
    cells: list[str]
    width: int = 0

    @property
    def heads(self) -> list[str]:
        """The name, broken into lines at its underscores."""
        return self.field.name.split("_")

    @property
    def full_width(self) -> int:
        """The width at which nothing is wrapped."""
        return max(map(len, (*self.heads, *self.cells)))

    @property
    def is_wrapped(self) -> bool:
        """Whether long values continue in the line below: those of several parts."""
        return any(self.field.kind.nested(self.field))

    @property
    def rank(self) -> tuple[bool, bool, bool, bool, int]:
        """The priority of a column if the table is too wide: keys, then the subject of a record,
        then wide texts, then values that vary."""
        field = self.field
        is_alike = len(set(self.cells)) == 1
        return not field.key, not self.is_wrapped, field.width < WIDE_TEXT, is_alike, field.start


def _table(
    kind: type[Record], records: Sequence[Record], options: argparse.Namespace, letter: str
) -> Iterator[str]:
    """Records as rows: the requested fields, or those that fit; names are broken at underscores."""
    rows = [Shown(record, options.show_personal_data, letter) for record in records]
    columns = [
        Column(field, [row.value(field) for row in rows]) for field in _wanted(kind, options.fields)
    ]
    without: list[str] = []
    if options.fields is None:
        filled = [column for column in columns if any(column.cells)]
        masked = [c for c in filled if c.field.personal and not options.show_personal_data]
        columns = _fitting([c for c in filled if c not in masked], terminal_width())
        left_out = [c.field.name for c in filled if c not in (*columns, *masked)]
        if masked:
            names = ", ".join(column.field.name for column in masked)
            without.append(f"Personal data: {names}; --show-personal-data shows it.")
        if left_out:
            advice = "--fields A,B shows those named, --long shows all."
            without.append(f"No room for {', '.join(left_out)}: {advice}")
    else:
        for column in columns:
            column.width = column.full_width
        if not columns:
            without.append(f"It has no field {' and no field '.join(options.fields)}.")
    yield from _rows(columns)
    for sentence in without:
        yield from textwrap.wrap(
            sentence,
            terminal_width(),
            initial_indent=GAP,
            subsequent_indent=GAP,
            break_on_hyphens=False,
        )


def _rows(columns: Sequence[Column]) -> Iterator[str]:
    """The heads, then every row; a row has several lines if a value is wrapped."""
    if not columns:
        return
    height = max(len(column.heads) for column in columns)
    heads = [[*[""] * (height - len(column.heads)), *column.heads] for column in columns]
    cells = zip(*(column.cells for column in columns), strict=True)
    for row in (
        heads,
        *([_wrapped(t, c.width) for t, c in zip(r, columns, strict=True)] for r in cells),
    ):
        for line in itertools.zip_longest(*row, fillvalue=""):
            padded = (f"{text:<{c.width}}" for text, c in zip(line, columns, strict=True))
            yield f"{GAP}{GAP.join(padded)}".rstrip(" ")


def _wrapped(text: str, width: int) -> list[str]:
    if len(text) <= width:
        return [text]
    return textwrap.wrap(text, width, break_on_hyphens=False)


def _wanted(kind: type[Record], names: list[str] | None) -> list[Field]:
    """The requested fields that this record has."""
    if names is None:
        return [f for f in kind.FIELDS.values() if f.kind.SETTABLE]
    return [kind.FIELDS[name] for name in names if name in kind.FIELDS]


def _fitting(columns: list[Column], width: int) -> list[Column]:
    """The columns that fit, in their own order; those of several parts share the remaining
    width."""
    left = width - len(GAP)
    chosen: list[Column] = []
    for column in sorted(columns, key=lambda c: c.rank):
        column.width = column.full_width
        if column.is_wrapped:
            column.width = min(column.width, NARROWEST)
        if column.width + len(GAP) <= left or not chosen:
            chosen.append(column)
            left -= column.width + len(GAP)
    for column in chosen:
        more = min(column.full_width - column.width, max(left, 0))
        column.width += more
        left -= more
    return sorted(chosen, key=lambda c: c.field.start)
