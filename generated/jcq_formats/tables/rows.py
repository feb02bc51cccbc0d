"""Records as rows of plain values, one by one, using only the standard library."""  # Copied from generator/runtime/tables/rows.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..core.character_encodings import printed
from ..core.issues import Fault, Issue
from ..core.other_versions import misread, misread_error
from ..core.places import Place
from ..core.reading import Opened, opened
from ..core.records import Record, UnknownRecord
from ..core.registry import rules_of
from ..core.sources import Source
from ..core.values import ColumnType, Value
from .columns import Choice, Column, Condition, Span
from .origin import FILE, LINE_NUMBER, VERSION, envelope_keys, origins_below
from .schema import RecordTable, Table
from .versions import Beginning, records_of


def row_of(
    record: Record, columns: Sequence[Column | None], *, as_text: bool = False
) -> tuple[list[Value], list[Fault]]:
    """The values of these columns, and the faults of those that cannot be decoded and are None."""
    values: list[Value] = []
    faults: list[Fault] = []
    for column in columns:
        place = _place(record.line, column) if column is not None else None
        values.append(None)
        if column is None or place is None:
            continue
        text = _text(record.line, place)
        if as_text or column.type in (ColumnType.TEXT, ColumnType.CODE):
            values[-1] = printed(text).rstrip(" ")
            continue
        try:
            values[-1] = place.field.decode(text)
        except ValueError:
            faults += faults_at(record, [place])
    return values, faults


@dataclass(slots=True)
class Rows:
    """The data records of files as rows of their tables, file after file.

    A table has the columns of the versions in ``files``, the beginnings of all files of the table,
    or of the requested ``version``.
    ``keys`` are those of the requested records (default: all data records). ``issues`` collects
    values that cannot be decoded; ``left_out`` counts lines of no known record, by file.
    """

    sources: Iterable[Source]
    keys: Sequence[str]
    origins: tuple[str, ...]
    version: str | None
    files: frozenset[Beginning]
    issues: list[Issue]
    left_out: Counter[str] = field(default_factory=Counter)
    _tables: dict[str, RecordTable] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[Table, list[Value]]]:
        for source in self.sources:
            with source.open() as stream, opened(stream, self.version, source.name) as found:
                yield from self._rows(found)

    def _rows(self, found: Opened) -> Iterator[tuple[Table, list[Value]]]:
        form, envelope = found.format, frozenset(envelope_keys(found.format))
        said: Mapping[str, str] = {FILE: found.name, VERSION: form.version}
        places: dict[str, list[Column | None]] = {}
        for number, (line, _) in enumerate(found.lines, 1):
            record = form.records.get(line[:2], UnknownRecord)
            fitting = misread(line, form)
            if fitting:
                raise misread_error(found.name, number, fitting, form)
            if record is UnknownRecord and line.strip(" \x1a"):
                self.left_out[found.name] += 1
            if line[:2] in envelope:
                said = {**origins_below(form, line, said), FILE: found.name, VERSION: form.version}
            if not is_wanted(record, line[:2], self.keys):
                continue
            table = self._table(record)
            if line[:2] not in places:
                where = f"{found.name}: version {form.version}"
                places[line[:2]] = table.united.places_in(record, table.columns, where)
            values, faults = row_of(record(line), places[line[:2]])
            for fault in faults:
                issue = record(line).issue(fault, file=found.name, line_number=number)
                self.issues.append(issue)
            for origin in self.origins:
                values.append(number if origin == LINE_NUMBER else said.get(origin))
            yield table, values

    def _table(self, record: type[Record]) -> RecordTable:
        """The table of a record, in any version."""
        if record.KEY not in self._tables:
            records = records_of(record.KEY, self.files, self.version)
            self._tables[record.KEY] = RecordTable(records, self.origins)
        return self._tables[record.KEY]


def is_wanted(record: type[Record], first_two: str, keys: Sequence[str]) -> bool:
    """Whether a record has one of these keys; without keys, whether it is a data record."""
    if keys and record is not UnknownRecord:
        return first_two in keys or record.KEY in keys
    return record.PLACE is Place.DATA


def faults_at(record: Record, places: Sequence[Span]) -> Iterator[Fault]:
    """The faults of values that cannot be decoded."""
    starts = {place.start + 1 for place in places}
    rules = {rule for place in places for rule in rules_of(type(place.field.kind))}
    return (f for f in record.faults() if f.start in starts and f.rule in rules)


def _place(line: str, column: Column) -> Span | None:
    """The place of a column's value in a line; None if it has none."""
    for reading in column.readings:
        if all(_holds(line, condition) for condition in reading.when):
            return reading.place
    return None


def _holds(line: str, condition: Condition) -> bool:
    if not isinstance(condition, Choice):
        return bool(line[condition.start : condition.end].strip(" "))
    if condition.place.field.is_nothing(_text(line, condition.place)):
        return False
    return condition.is_made_in(line)


def _text(line: str, place: Span) -> str:
    return line[place.start : place.end].ljust(place.field.width)
