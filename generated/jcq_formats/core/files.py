"""A file: every physical line in order, with its line end. Everything else is a view of them."""  # Copied from generator/runtime/core/files.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, overload

from .character_encodings import encoded
from .choosing import A, B, C, D, chosen_keys
from .errors import JcqError
from .formats import DataType, Format
from .places import Place
from .records import Record


class Line(NamedTuple):
    """A record and its line end: CR LF, LF, CR or, at the end of a file, nothing."""

    record: Record
    end: str


class Centre(NamedTuple):
    """The block of one centre: header, data records and trailer. A missing one of them is None."""

    header: Record | None
    records: list[Record]
    trailer: Record | None


@dataclass(slots=True)
class File:
    """A whole file as read. Nothing is lost: `to_bytes` returns the bytes it was read from."""

    name: str
    format: Format
    lines: list[Line] = field(default_factory=list)
    byte_order_mark: bytes = b""

    def __repr__(self) -> str:
        return f"File({self.name!r}, version {self.format.version}, {len(self.lines):,} lines)"

    def __iter__(self) -> Iterator[Record]:
        """All records in order, including headers, trailers and unknown ones."""
        return (line.record for line in self.lines)

    @property
    def header(self) -> Record | None:
        """The file header."""
        return next((r for r in self if r.PLACE is Place.FILE_HEADER), None)

    @property
    def trailer(self) -> Record | None:
        """The file trailer."""
        return next((r for r in self if r.PLACE is Place.FILE_TRAILER), None)

    @property
    def records(self) -> list[Record]:
        """The data records, of all centres."""
        return [r for r in self if r.PLACE is Place.DATA]

    @overload
    def records_of(self, first: type[A], /) -> list[A]: ...

    @overload
    def records_of(self, first: type[A], second: type[B], /) -> list[A | B]: ...

    @overload
    def records_of(self, first: type[A], second: type[B], third: type[C], /) -> list[A | B | C]: ...

    @overload
    def records_of(
        self, first: type[A], second: type[B], third: type[C], fourth: type[D], /
    ) -> list[A | B | C | D]: ...

    def records_of(self, *classes: type[Record]) -> list[Any]:
        """The records of one to four classes, in order, typed accordingly.

        Raises FormatError if none of the classes belongs to the file's version.
        """
        chosen_keys(self.format, classes)
        return [record for record in self if isinstance(record, classes)]

    @property
    def centres(self) -> list[Centre]:
        """The blocks of the centres, in order; a broadcast file has one."""
        blocks: list[Centre] = []
        current: Centre | None = None
        for record in self:
            if record.PLACE is Place.CENTRE_HEADER:
                current = Centre(record, [], None)
                blocks.append(current)
            elif record.PLACE is Place.DATA:
                if current is None:
                    current = Centre(None, [], None)
                    blocks.append(current)
                current.records.append(record)
            elif record.PLACE is Place.CENTRE_TRAILER:
                if current is None:
                    blocks.append(Centre(None, [], record))
                else:
                    blocks[-1] = current._replace(trailer=record)
                current = None
            elif record.PLACE is Place.FILE_TRAILER:
                current = None
        return blocks

    @property
    def data_type(self) -> DataType | None:
        """What the file contains, from its header or else from the first known record."""
        first = self.header or next((r for r in self if r.PLACE is not Place.UNKNOWN), None)
        return self.format.data_types.get(first.line[:1]) if first is not None else None

    def put(self, index: int, record: Record) -> None:
        """Replaces the record of line ``index`` (from 0); the line end is kept.

        Raises JcqError for anything but a record.
        """
        if not isinstance(record, Record):
            raise JcqError(f"record: a record is needed, not {type(record).__name__}")
        self.lines[index] = self.lines[index]._replace(record=record)

    def to_bytes(self) -> bytes:
        """The bytes of the file: those it was read from, unless a record was replaced."""
        text = "".join(part for line in self.lines for part in (line.record.line, line.end))
        return self.byte_order_mark + encoded(text, self.format.encoding)
