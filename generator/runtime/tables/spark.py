"""A data source for Spark: files are read in place, in pieces that begin with a line.

    from jcq_formats.tables.spark import JcqDataSource

    spark.dataSource.register(JcqDataSource)
    results = spark.read.format("jcq").option("record", "R5").load("/data/results")

Every worker must see the files under the same path. The columns are those of the versions that the
files have, as with `to_arrow`. Options: ``record`` (needed); ``columns`` and
``origin``, names separated by commas (``origin`` may be ``true``); ``as_text``; ``version``;
``split_size``, in bytes. A value that cannot be decoded is null, and ``source_issues`` says why.
Since files are read in pieces, they are not tested for completeness: ``option("what", "issues")``
checks them, as `spark_issues` says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from ..core.errors import JcqError
from ..core.formats import load
from ..core.issues import Issue
from ..core.reading import UTF_8_MARK, OpenedBytes, opened_bytes
from ..core.sources import sources_at
from .arrow import CHUNK, ArrowScan, scan_of
from .extras import missing
from .origin import FILE, LINE_NUMBER, VERSION, chosen_origins, origin_name
from .spark_issues import ISSUES, SCHEMA, IssuesReader
from .versions import Beginning, beginnings, records_of

try:
    import pyarrow as pa
    from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition
    from pyspark.sql.pandas.types import from_arrow_schema
except ImportError as error:
    raise missing("spark", error) from None

SPLIT_SIZE = 64 << 20
"""The number of bytes of a file that a worker reads at once."""

RECORDS = "records"
"""The value of the option ``what`` for records, which are read without it."""

SOURCE_ISSUES = "source_issues"

LINE_END = re.compile(rb"\r\n|\n|\r(?=[^\n])")
"""A line end; the next character decides whether a CR is a whole one."""


@dataclass(frozen=True)
class Piece(InputPartition):  # type: ignore[misc]
    """The lines of a file that begin within these bytes; ``end`` is None for the end of the
    file."""

    path: str
    name: str
    version: str
    start: int = 0
    end: int | None = None


class JcqDataSource(DataSource):  # type: ignore[misc]
    """``spark.read.format("jcq")``."""

    @classmethod
    def name(cls) -> str:
        """The name for `format`."""
        return "jcq"

    def schema(self) -> Any:
        """The columns of `scan_arrow`, codes as text, with the issues of a row; or of issues."""
        if _wants_issues(self.options):
            return from_arrow_schema(SCHEMA)
        return from_arrow_schema(_plain(_scan(self.options, _files(self.options)).schema))

    def reader(self, schema: Any) -> DataSourceReader:
        """The reader of the pieces, or of the issues."""
        if _wants_issues(self.options):
            return IssuesReader(dict(self.options))
        return JcqReader(dict(self.options), _files(self.options))


class JcqReader(DataSourceReader):  # type: ignore[misc]
    """Divides files into pieces, and reads these on the workers."""

    def __init__(self, options: Mapping[str, str], files: Collection[Beginning]) -> None:
        self.options = options
        self.files = files

    def partitions(self) -> Sequence[InputPartition]:
        """Pieces of files; whole files if rows depend on headers above them."""
        path = self.options.get("path", "")
        size = int(self.options.get("split_size", SPLIT_SIZE))
        whole = not {FILE, VERSION}.issuperset(_scan(self.options, self.files).origins)
        pieces: list[Piece] = []
        for source in sources_at(path).found:
            with source.open() as stream:
                version = self.options.get("version")
                with opened_bytes(stream, version, source.name) as found:
                    version = found.format.version
            file = Path(source.name)
            length = file.stat().st_size if file.is_file() and not whole else 0
            starts = range(0, length, size) or [0]
            ends = [*starts[1:], None]
            pieces += (
                Piece(path, source.name, version, start, end)
                for start, end in zip(starts, ends, strict=True)
            )
        return pieces

    def read(self, partition: Piece) -> Iterator[pa.RecordBatch]:
        """The batches of a piece."""
        scan = _scan(self.options, self.files, LINE_NUMBER)
        wanted = _plain(_scan(self.options, self.files).schema)
        issues: list[Issue] = []
        sources = (s for s in sources_at(partition.path).found if s.name == partition.name)
        with next(sources).open() as stream:
            for batch in scan.batches_of(_opened(stream, partition), issues):
                columns = dict(zip(batch.schema.names, batch.columns, strict=True))
                numbers = columns[origin_name(LINE_NUMBER)].to_pylist() if issues else ()
                columns[SOURCE_ISSUES] = _said(issues, numbers, batch.num_rows)
                issues.clear()
                arrays = [columns[field.name].cast(field.type) for field in wanted]
                yield pa.record_batch(arrays, schema=wanted)


def line_start(stream: BinaryIO, position: int) -> int:
    """The beginning of the first line at or after a position; the length of the file if there is
    none."""
    if position == 0:
        return 0
    stream.seek(position - 1)
    window = b""
    while chunk := stream.read(1 << 16):
        window += chunk
        if found := LINE_END.search(window):
            return position - 1 + found.end()
    return position - 1 + len(window)


def _opened(stream: BinaryIO, piece: Piece) -> OpenedBytes:
    """The whole lines of a piece."""
    marked = piece.start == 0 and stream.read(len(UTF_8_MARK)) == UTF_8_MARK
    start = len(UTF_8_MARK) if marked else line_start(stream, piece.start)
    end = line_start(stream, piece.end) if piece.end is not None else None
    stream.seek(start)
    return OpenedBytes(piece.name, load(piece.version), b"", _chunks(stream, start, end))


def _chunks(stream: BinaryIO, start: int, end: int | None) -> Iterator[bytes]:
    left = end - start if end is not None else None
    while chunk := stream.read(CHUNK if left is None else min(CHUNK, left)):
        yield chunk
        if left is not None:
            left -= len(chunk)


def _said(issues: list[Issue], numbers: Sequence[int], rows: int) -> Any:
    """The faults of each row; null if there are none."""
    by_line: dict[int, list[str]] = {}
    for issue in issues:
        by_line.setdefault(issue.line_number, []).append(f"{issue.rule}: {issue.message}")
    said = ["; ".join(by_line[n]) if n in by_line else None for n in numbers] or [None] * rows
    return pa.array(said, pa.string())


def _wants_issues(options: Mapping[str, str]) -> bool:
    """Whether the files are checked. Raises JcqError if neither that nor records are requested."""
    what = options.get("what", RECORDS)
    if what not in (RECORDS, ISSUES):
        raise JcqError(f"what: {RECORDS} or {ISSUES} is needed, not {what!r}")
    return what == ISSUES


def _files(options: Mapping[str, str]) -> Collection[Beginning]:
    """The beginnings of the files; empty if the version is given."""
    if "version" in options:
        return ()
    return beginnings(sources_at(options.get("path", "")).found, None)


def _scan(options: Mapping[str, str], files: Collection[Beginning], *more: str) -> ArrowScan:
    """The requested scan, for the versions of these files, without files yet."""
    if "record" not in options:
        raise JcqError("a record is needed: .option('record', 'R5')")
    origin = options.get("origin", "")
    names = [name.strip() for name in origin.split(",") if name.strip()]
    origins = chosen_origins(True if origin.lower() == "true" else names)
    columns = options.get("columns")
    key, version = options["record"].upper(), options.get("version")
    return scan_of(
        (),
        key,
        records_of(key, files, version),
        columns=[name.strip() for name in columns.split(",")] if columns else None,
        origin=[*origins, *(name for name in more if name not in origins)],
        as_text=options.get("as_text", "").lower() == "true",
        version=version,
    )


def _plain(schema: pa.Schema) -> pa.Schema:
    """The schema without dictionaries and times, which Spark does not support (they become text),
    and with the issues of a row."""
    texts = (pa.types.is_dictionary, pa.types.is_time)
    fields = [
        pa.field(f.name, pa.string() if any(is_one(f.type) for is_one in texts) else f.type)
        for f in schema
    ]
    return pa.schema([*fields, pa.field(SOURCE_ISSUES, pa.string())])
