"""Reads XML messages to Arrow batches."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..core.errors import JcqError, hint
from ..core.issues import Issue
from ..core.messages.formats import MessageFormat
from ..core.sources import Source
from ..core.values import ColumnType
from .extras import missing
from .messages import MESSAGE_ORIGINS, MessageColumn, SeenMessages, chosen_columns, message_rows
from .origin import LINE_NUMBER, chosen_origins, origin_name
from .scans import Scan, warn_of_undecoded

try:
    import pyarrow as pa
except ImportError as error:
    raise missing("arrow", error) from None

ROWS = 1 << 14
"""The most rows of a batch."""

TYPES = {
    ColumnType.INTEGER: pa.int64(),
    ColumnType.DATE: pa.date32(),
    ColumnType.TRUTH: pa.bool_(),
}
"""The types of columns that are not text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageScan(Scan):
    """The outcomes of messages, read again each time they are iterated."""

    sources: tuple[Source, ...]
    format: MessageFormat
    columns: tuple[MessageColumn, ...]
    origins: tuple[str, ...]
    as_text: bool
    issues: list[Issue] | None

    def __repr__(self) -> str:
        shape = f"{len(self.columns) + len(self.origins)} columns, {len(self.sources):,} files"
        return f"MessageScan({self.format.name}, {shape})"

    @property
    def schema(self) -> pa.Schema:
        """The columns with their types."""
        types = [(c.name, pa.string() if self.as_text else _type(c)) for c in self.columns]
        for name in self.origins:
            kind = pa.int64() if name == LINE_NUMBER else pa.string()
            types.append((origin_name(name), kind))
        return pa.schema(types)

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        collected: list[Issue] = [] if self.issues is None else self.issues
        schema, seen = self.schema, SeenMessages()
        for source in self.sources:
            rows = message_rows(
                source,
                self.format,
                self.columns,
                self.origins,
                collected,
                seen,
                as_text=self.as_text,
            )
            while portion := list(itertools.islice(rows, ROWS)):
                arrays = map(pa.array, zip(*portion, strict=True), schema.types)
                yield pa.record_batch(list(arrays), schema=schema)
        if self.issues is None:
            warn_of_undecoded(collected)


def message_scan_of(
    sources: tuple[Source, ...],
    form: MessageFormat,
    *,
    columns: Iterable[str] | None = None,
    origin: bool | Iterable[str] = False,
    as_text: bool = False,
    issues: list[Issue] | None = None,
) -> MessageScan:
    """The outcomes of messages. Arguments and errors are those of `to_arrow`; the source columns of
    a message are only the file and the line."""
    origins = MESSAGE_ORIGINS if origin is True else chosen_origins(origin)
    for name in origins:
        if name not in MESSAGE_ORIGINS:
            raise JcqError(f"a message has no origin {name!r}; {hint(name, MESSAGE_ORIGINS)}")
    return MessageScan(
        sources=sources,
        format=form,
        columns=chosen_columns(form, columns),
        origins=origins,
        as_text=as_text,
        issues=issues,
    )


def _type(column: MessageColumn) -> pa.DataType:
    return TYPES.get(column.type, pa.string())
