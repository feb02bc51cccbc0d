"""Blocks with letters of several bytes, where a byte is not a position: they are read row by
row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..core.issues import Fault
from ..core.records import Record
from ..core.values import Value
from .blocks import Block
from .columns import Column
from .decoding import arrow_type
from .extras import missing
from .rows import row_of

try:
    import pyarrow as pa
except ImportError as error:
    raise missing("arrow", error) from None


@dataclass(slots=True)
class WideRows:
    """The columns of such a block; ``faults`` has the values that could not be decoded, by row."""

    block: Block
    record: type[Record]
    as_text: bool
    faults: list[tuple[int, Fault]] = field(default_factory=list)

    def arrays(self, columns: Sequence[Column | None]) -> Iterator[Any]:
        """An array for each column, as from `Decoder.array`."""
        rows: list[list[Value]] = []
        for row in range(len(self.block.numbers)):
            record = self.record(self.block.line(row))
            values, faults = row_of(record, columns, as_text=self.as_text)
            rows.append(values)
            self.faults += ((row, fault) for fault in faults)
        for index, column in enumerate(columns):
            if column is None:
                yield pa.nulls(len(rows))
                continue
            kind = arrow_type(column, self.as_text)
            values = [row[index] for row in rows]
            if pa.types.is_dictionary(kind):
                yield pa.array(values, pa.string()).dictionary_encode()
            else:
                yield pa.array(values, kind)
