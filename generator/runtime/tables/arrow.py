"""Reads files to Arrow tables: whole, or in batches in constant memory."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..core.errors import FormatError, JcqError
from ..core.issues import Issue
from ..core.messages.formats import message_format
from ..core.messages.views import View
from ..core.reading import OpenedBytes, opened_bytes
from ..core.records import Record
from ..core.several import refusal
from ..core.sources import Source
from ..exams.basedata import Basedata
from ..exams.embargo import refuse_restricted
from ..exams.exam_series import ExamSeries
from .arrow_origin import Origin, origin_field
from .block_completeness import BlockCompleteness
from .blocks import blocks_of
from .columns import Column
from .decoding import Decoder, arrow_type
from .extras import missing
from .long import LONG_TABLES, LongScan, key_of_table, long_scan_of
from .message_scan import MessageScan, message_scan_of
from .messages import MESSAGE_ORIGINS, MessageTable, message_of_outcomes
from .misread_blocks import refuse_doubtful_lines, refuse_misread_block
from .origin import chosen_origins
from .scans import Scan, warn_of_undecoded
from .schema import RecordTable, Table
from .tabular import Tabular, sources_of
from .titled_scan import titled_scan
from .titles import Titles, with_series
from .uniting import VersionRecord, united
from .versions import beginnings, records_of, version_of
from .wide_rows import WideRows

try:
    import pyarrow as pa
except ImportError as error:
    raise missing("arrow", error) from None

CHUNK = 1 << 20
"""The number of bytes decoded at once: what fits in a processor's cache."""


def to_arrow(
    source: Tabular,
    record: str | type[Record] | type[View],
    *,
    columns: str | Iterable[str] | None = None,
    origin: bool | str | Iterable[str] = False,
    as_text: bool = False,
    version: str | None = None,
    issues: list[Issue] | None = None,
    incomplete: bool = False,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    embargo_until: datetime.datetime | None = None,
) -> pa.Table:
    """The records of one type as an Arrow table.

    ``source`` is a file, a folder, a zip, bytes or a binary stream, or several of them. ``record``
    is the key of a record (``R5``) or its class, or the name of a message (``component_results``)
    or the class of its outcomes; other lines and files are ignored. ``columns`` names those to
    read (default: all); ``origin`` adds the source of each row, in columns whose names begin with
    ``source_``: ``True``, or names out of file, line_number, version, centre_number,
    sequence_number, awarding_body, series, year.

    ``record`` may also be ``entries``, ``amendments`` or ``results``: long tables for analysis. The
    first two have a row for each entry, in the order of the file, with its place in the record; a
    candidate without entries has none. The third has one score and one grade, whatever the result
    type, and whether the grade is based on part of the work only.

    The columns are those of the versions that the files have, by role and name, under the names
    of the newest of them, null where a version has no such column. With ``version``, files are read
    as that version, and the columns are its columns; with a class, they are those of the class.

    Integers are of the smallest type that holds their digits, dates are dates, codes a dictionary,
    all else text; ``as_text`` gives everything as text without trailing blanks. A value that
    cannot be decoded is null and an issue: it is added to ``issues``, and without such a list a
    warning says how many there are.

    A file with a header is refused if it is incomplete: it lacks a trailer, has wrong counts, or
    records that are cut off; and if the text of a line whose values cannot be decoded may have
    slipped, or a line has tabs or is UTF-8. ``incomplete`` accepts it.

    With ``basedata``, as `read_basedata` gives it, a column is added: ``option_title`` to results
    and forecast grades, by the option that a result is for, or ``component_title`` to component
    results, by the latest series that has the component.

    Before the local time ``embargo_until``, files of results are refused; this prevents accidents
    and is not a security measure.

    Raises FormatError and OSError as `read` does, and where a file has values for which the class
    has no column, or records with the layout of another version than it is read by; JcqError
    where there is no such record or column, where fields of two versions cannot be one column, and
    where a file is incomplete.
    """
    scan = scan_arrow(
        source,
        record,
        columns=columns,
        origin=origin,
        as_text=as_text,
        version=version,
        issues=issues,
        incomplete=incomplete,
        basedata=basedata,
        embargo_until=embargo_until,
    )
    return scan.to_arrow()


def scan_arrow(
    source: Tabular,
    record: str | type[Record] | type[View],
    *,
    columns: str | Iterable[str] | None = None,
    origin: bool | str | Iterable[str] = False,
    as_text: bool = False,
    version: str | None = None,
    issues: list[Issue] | None = None,
    incomplete: bool = False,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    embargo_until: datetime.datetime | None = None,
) -> Scan:
    """The records of one type, to be read batch by batch: for files larger than memory.

    Arguments and errors are those of `to_arrow`. Only the beginning of each file is read at first,
    to find its version; errors are raised, and issues added, when the batches of the file are read.
    """
    message = message_format(record) if isinstance(record, str) else message_of_outcomes(record)
    if embargo_until is not None:
        source = sources_of(source, messages=message is not None)
        refuse_restricted([(one, version) for one in source], embargo_until)
    if basedata is not None:
        titles, origins = Titles(basedata), chosen_origins(origin)
        if message is not None and origin is True:
            origins = MESSAGE_ORIGINS
        scan = scan_arrow(
            source,
            record,
            origin=with_series(origins) if message is None else origins,
            as_text=as_text,
            version=version,
            issues=issues,
            incomplete=incomplete,
        )
        return titled_scan(scan, _table_of(scan), titles, columns, origins)
    if message is not None:
        return message_scan_of(
            sources_of(source, messages=True),
            message,
            columns=columns,
            origin=origin,
            as_text=as_text,
            issues=issues,
        )
    sources = sources_of(source)
    if isinstance(record, str) and record in LONG_TABLES:
        versions = {file.version for file in beginnings(sources, version)}
        key = key_of_table(record, versions if version is None else [version])
        whole = scan_arrow(
            sources,
            key,
            origin=origin,
            as_text=as_text,
            version=version,
            issues=issues,
            incomplete=incomplete,
        )
        assert isinstance(whole, ArrowScan)
        return long_scan_of(record, whole.records[0].record, whole, whole.columns, columns)
    if isinstance(record, str):
        key = record.upper()
        files = beginnings(sources, None) if version is None else ()
        records = records_of(key, files, version)
    elif not isinstance(record, type):
        raise JcqError(f"give the key of a record or one class, not {type(record).__name__}")
    elif not issubclass(record, Record):
        raise JcqError(f"{record.__name__} is neither a record nor the outcomes of a message")
    else:
        key, records = record.KEY, (VersionRecord(version_of(record), record),)
    return scan_of(
        sources,
        key,
        records,
        columns=columns,
        origin=origin,
        as_text=as_text,
        version=version,
        issues=issues,
        incomplete=incomplete,
    )


def scan_of(
    sources: tuple[Source, ...],
    key: str,
    records: tuple[VersionRecord, ...],
    *,
    columns: str | Iterable[str] | None = None,
    origin: bool | str | Iterable[str] = False,
    as_text: bool = False,
    version: str | None = None,
    issues: list[Issue] | None = None,
    incomplete: bool = False,
) -> ArrowScan:
    """The records of one type whose versions are known. The other arguments are those of
    `to_arrow`."""
    if issues is not None and not isinstance(issues, list):
        raise refusal("issues", "give a list, to which they are added", issues)
    return ArrowScan(
        sources=sources,
        key=key,
        records=records,
        columns=united(records).chosen(records[0].record.TITLE, columns),
        origins=chosen_origins(origin),
        as_text=as_text,
        version=version,
        issues=issues,
        incomplete=incomplete,
    )


def _table_of(scan: Scan) -> Table:
    """The table that a scan reads, which finds its columns by their roles."""
    if isinstance(scan, MessageScan):
        return MessageTable(scan.format)
    wide = scan.wide if isinstance(scan, LongScan) else scan
    assert isinstance(wide, ArrowScan)
    return RecordTable(wide.records, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrowScan(Scan):
    """Records of one type, read again each time they are iterated."""

    sources: tuple[Source, ...]
    key: str
    records: tuple[VersionRecord, ...]
    columns: tuple[Column, ...]
    origins: tuple[str, ...]
    as_text: bool
    version: str | None
    issues: list[Issue] | None
    incomplete: bool = False

    def __repr__(self) -> str:
        shape = f"{len(self.columns) + len(self.origins)} columns, {len(self.sources):,} files"
        return f"ArrowScan({self.key}, {shape})"

    @property
    def schema(self) -> pa.Schema:
        """The columns with their types."""
        fields = [pa.field(c.name, arrow_type(c, self.as_text)) for c in self.columns]
        return pa.schema([*fields, *map(origin_field, self.origins)])

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        collected: list[Issue] = [] if self.issues is None else self.issues
        for source in self.sources:
            with (
                source.open() as stream,
                opened_bytes(stream, self.version, source.name, CHUNK) as found,
            ):
                completeness = None if self.incomplete else BlockCompleteness(found.format)
                yield from self.batches_of(found, collected, completeness)
        if self.issues is None:
            warn_of_undecoded(collected)

    def batches_of(
        self,
        found: OpenedBytes,
        issues: list[Issue],
        completeness: BlockCompleteness | None = None,
    ) -> Iterator[pa.RecordBatch]:
        """The batches of one file, or of a part of it in whole lines; issues are added.

        With ``completeness``, raises JcqError for a line that cannot be read reliably, and after
        the last batch of an incomplete file.
        """
        form = found.format
        where = f"{found.name}: version {form.version}"
        record = form.record_class(self.key)
        if record is None:
            before = 0
            for block in blocks_of(found.chunks, [self.key], 2, encoding=form.encoding):
                before += block.count
                if not len(block.numbers):
                    continue
                refuse_misread_block(block, form, record, found.name, before - block.count)
                layout = f"{self.key} of an established layout"
                raise FormatError(f"{where} of the formats has no {layout}")
            return
        schema = self.schema
        columns = united(self.records).places_in(record, self.columns, where)
        keys = [k for k, r in form.records.items() if self.key in (k, r.KEY)]
        origin = Origin(found.name, form, self.origins)
        for block in blocks_of(found.chunks, keys, record.END, origin.beside, form.encoding):
            if completeness is not None:
                completeness.add(block)
            lines_before = origin.lines
            origins = origin.columns(block)
            if not len(block.numbers):
                continue
            refuse_misread_block(block, form, record, found.name, lines_before)
            if block.is_wide:
                wide = WideRows(block, record, self.as_text)
                arrays = list(wide.arrays(columns))
                faults = list(wide.faults)
            else:
                decoder = Decoder(block, self.as_text)
                arrays = [
                    decoder.array(column) if column is not None else pa.nulls(len(block.numbers))
                    for column in columns
                ]
                faults = list(decoder.faults(record))
            if completeness is not None and completeness.has_header:
                rows = (row for row, _ in faults)
                refuse_doubtful_lines(block, form, record, rows, found.name, lines_before)
            for row, fault in faults:
                number = lines_before + int(block.numbers[row]) + 1
                about = record(block.line(row))
                issues.append(about.issue(fault, file=found.name, line_number=number))
            fitted = map(pa.Array.cast, [*arrays, *origins], schema.types)
            yield pa.record_batch(list(fitted), schema=schema)
        if completeness is not None:
            completeness.refuse_incomplete(found.name)
