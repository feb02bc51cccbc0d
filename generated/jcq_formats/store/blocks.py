"""Splits a file into issues: a block for each centre, with the rows of its records."""  # Copied from generator/runtime/store/blocks.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..core.errors import JcqError, what_check_shows
from ..core.files import File
from ..core.issues import Issue
from ..core.kinds.kind import is_number
from ..core.messages.formats import MessageFormat, message_begun
from ..core.messages.reading import scanned
from ..core.places import Place
from ..core.reading import read
from ..core.records import Record
from ..core.roles import text_or_blank
from ..core.sources import Source
from ..exams.certainty import refuse_uncertain
from ..exams.component_results import AWARDING_BODY, TIME_STAMP
from ..exams.component_results import CENTRE_NUMBER as MESSAGE_CENTRE
from ..exams.envelope import CENTRE_NUMBER, SEQUENCE_NUMBER, date_produced_of
from ..exams.exam_series import ExamSeries, exam_series_of
from ..exams.results import is_unread
from ..tables.columns import Column
from ..tables.messages import SeenMessages, message_rows
from ..tables.origin import CENTRE, LINE_NUMBER, SAME_SERIES
from ..tables.rows import row_of
from ..tables.schema import RecordTable
from .kinds import Kind, Kinds
from .schema import REPEAT

PORTION = 5_000
"""The number of rows written at once."""

HEAD = 4096
"""The number of bytes read to distinguish a message from a file of records."""

NUL, INSTEAD = "\0", "\ufffd"
"""Not every database stores ``NUL``, so columns have ``INSTEAD`` in its place. The file that is
kept has its bytes unchanged."""


class Slot(NamedTuple):
    """Identifies a sequence of issues, in which a later issue takes precedence over an earlier one.

    ``holds`` is the data type of a file, or the name of a message format.
    """

    holds: str
    awarding_body: str
    series: str
    year: str
    centre_number: str

    @property
    def in_words(self) -> str:
        """The slot in words."""
        series = f", series {self.series}{self.year}" if self.year else ""
        centre = f", centre {self.centre_number}" if self.centre_number else ""
        return f"awarding body {self.awarding_body}{series}{centre}"

    @property
    def origins(self) -> dict[str, str]:
        """The values from the headers, by the names of these columns in tables."""
        said = zip(SAME_SERIES, (self.awarding_body, self.series, self.year), strict=True)
        return {**dict(said), CENTRE: self.centre_number}


@dataclass(slots=True)
class Block:
    """An issue, of one centre or (basedata) of all. ``stamp`` is the time stamp of a message."""

    slot: Slot
    title: str
    number: int | None = None
    produced: datetime.date | None = None
    stamp: str = ""
    records: list[tuple[int, Record]] = field(default_factory=list)
    outcomes: list[list[Any]] = field(default_factory=list)

    @property
    def size(self) -> int:
        """The number of records or outcomes."""
        return len(self.records) + len(self.outcomes)

    def position(self, digest: str) -> str:
        """The text that sorts it among the issues of its slot: the number, then the date or time
        stamp, then the hash of the file. The order of loading therefore makes no difference."""
        said = self.stamp or str(self.produced or "")
        return f"{self.number or 0:09}/{said}/{digest}"


@dataclass(frozen=True, slots=True)
class Contents:
    """The blocks of a file. ``version`` is the format version it was read by, blank for a message.

    ``file`` is None for a message.
    """

    name: str
    version: str
    blocks: list[Block]
    file: File | None


def contents_of(
    data: bytes, name: str, version: str | None, kinds: Kinds, *, incomplete: bool
) -> Contents:
    """The blocks of a file, in order.

    Raises FormatError if it cannot be read, and JcqError if its data type is unknown or it has two
    blocks of one centre. Also raises JcqError if it is incomplete or cannot be read for certain,
    unless ``incomplete`` is set.
    """
    message = message_begun(data[:HEAD])
    if message is not None:
        return Contents(name, "", [_message(data, name, message, kinds)], None)
    file = read(io.BytesIO(data), version=version or None, name=name)
    if not incomplete:
        refuse_uncertain(file, is_unread)
    return Contents(name, file.format.version, list(_blocks(file)), file)


def _blocks(file: File) -> Iterator[Block]:
    data_type, series = file.data_type, exam_series_of(file)
    if data_type is None:
        raise JcqError(f"{file.name or 'a file'}: unknown data type")
    seen: set[str] = set()
    block: Block | None = None
    for number, record in enumerate(file, 1):
        if record.PLACE is Place.CENTRE_HEADER or (block is None and record.PLACE is Place.DATA):
            if block is not None and block.records:
                yield block
            block = _begun(record, data_type.code, data_type.title, series, data_type.is_broadcast)
            if block.slot.centre_number in seen:
                shown = block.slot.centre_number or "no centre"
                cure = what_check_shows(file.name)
                raise JcqError(f"{file.name or 'a file'}: two blocks of {shown}: {cure}")
            seen.add(block.slot.centre_number)
        if record.PLACE is Place.DATA and block is not None:
            block.records.append((number, record))
        if record.PLACE is Place.CENTRE_TRAILER and block is not None:
            block.produced = date_produced_of(record)
    if block is not None:
        yield block


def _begun(record: Record, holds: str, title: str, series: ExamSeries, is_broadcast: bool) -> Block:
    centre = "" if is_broadcast else text_or_blank(record, CENTRE_NUMBER)
    number = text_or_blank(record, SEQUENCE_NUMBER)
    return Block(Slot(holds, *series, centre), title, int(number) if is_number(number) else None)


def _message(data: bytes, name: str, form: MessageFormat, kinds: Kinds) -> Block:
    """A message as a block. Its rows are read in one pass over the message, because candidates are
    separate from their marks."""
    views = scanned(io.BytesIO(data), name)
    header = next((view for view in views if view.ROLE == form.header.ROLE), None)
    said = ["", "", ""]
    if header is not None:
        roles = (AWARDING_BODY, MESSAGE_CENTRE, TIME_STAMP)
        said = [header.text_of_role(role) for role in roles]
    block = Block(Slot(form.name, said[0], "", "", said[1]), form.title, stamp=said[2])
    table = kinds.by_message[form.name].table
    source = Source(name, lambda: io.BytesIO(data))
    assert not isinstance(table, RecordTable)
    issues: list[Issue] = []
    rows = message_rows(source, form, table.columns, (LINE_NUMBER,), issues, SeenMessages())
    block.outcomes += rows
    return block


class Row(NamedTuple):
    """A row of a kind's table, without the columns ``issue_id`` and ``repeat``."""

    kind: Kind
    values: dict[str, Any]


def rows_of(block: Block, form: str, kinds: Kinds, issues: list[Issue]) -> Iterator[Row]:
    """The rows of a block, in the order of the file. ``form`` is the version it was read by.

    A value that cannot be decoded is None, and adds to ``issues``.
    """
    origins = block.slot.origins
    places: dict[type[Record], list[Column | None]] = {}
    for number, record in block.records:
        kind = kinds.by_record[type(record)]
        table = kind.table
        assert isinstance(table, RecordTable)
        if type(record) not in places:
            where = f"version {form}"
            places[type(record)] = table.united.places_in(type(record), table.columns, where)
        values, faults = row_of(record, places[type(record)])
        issues += (record.issue(fault, line_number=number) for fault in faults)
        yield Row(kind, {**_row(kind, values, origins), LINE_NUMBER: number})
    if block.outcomes:
        kind = kinds.by_message[block.slot.holds]
        for values in block.outcomes:
            yield Row(kind, {**_row(kind, values[:-1], origins), LINE_NUMBER: values[-1]})


def _row(kind: Kind, values: list[Any], origins: dict[str, str]) -> dict[str, Any]:
    """A row by the names of its columns. Blanks around the values of keys are removed."""
    names = (column.name for column in kind.columns)
    row = {name: _storable(value) for name, value in zip(names, values, strict=True)}
    row |= {name: origins[place] for name, place in kind.origins.items()}
    row |= {name: (row[name] or "").strip(" ") for name in kind.own}
    return row


def _storable(value: Any) -> Any:
    return value.replace(NUL, INSTEAD) if isinstance(value, str) and NUL in value else value


class BlockBegun(NamedTuple):
    """The beginning of a block as the store keeps it; its rows follow."""

    slot: Slot
    title: str
    number: int | None
    produced: datetime.date | None
    position: str
    size: int


class RowsRead(NamedTuple):
    """Rows of the block that has begun, each with the name of its table, and the values in them
    that could not be decoded."""

    rows: list[tuple[str, dict[str, Any]]]
    undecodable: list[Issue]


def rows_by_block(contents: Contents, digest: str, kinds: Kinds) -> Iterator[BlockBegun | RowsRead]:
    """The blocks of a file with this hash, each before its rows."""
    for block in contents.blocks:
        position = block.position(digest)
        yield BlockBegun(
            block.slot, block.title, block.number, block.produced, position, block.size
        )
        seen: dict[tuple[str, ...], int] = {}
        issues: list[Issue] = []
        rows = rows_of(block, contents.version, kinds, issues)
        while portion := list(itertools.islice(rows, PORTION)):
            found = []
            for kind, values in portion:
                key = (kind.name, *(values[name] for name in kind.own))
                seen[key] = seen.get(key, 0) + 1
                values[REPEAT] = seen[key]
                found.append((kind.name, values))
            yield RowsRead(found, [*issues])
            issues.clear()
