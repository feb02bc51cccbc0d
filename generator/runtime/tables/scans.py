"""Data that is read in batches: as a table, or by every library that accepts Arrow."""

from __future__ import annotations

import warnings
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, Self

from ..core.issues import Issue
from ..core.printable import counted
from .extras import missing
from .origin import origin_name

try:
    import pyarrow as pa
except ImportError as error:
    raise missing("arrow", error) from None

if TYPE_CHECKING:
    import duckdb
    import polars


def warn_of_undecoded(issues: Sequence[Issue]) -> None:
    """Warns the user of a scan about values that became null, if there were any."""
    if issues:
        warnings.warn(
            f"{counted(len(issues), 'value')} could not be decoded and became null, first"
            f" {issues[0]}; give issues=[] to collect all",
            stacklevel=3,
        )


class Named(Protocol):
    """A column of a scan."""

    @property
    def name(self) -> str:
        """Its name in the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan(ABC):
    """Rows of one type, read again each time they are iterated.

    It is an iterable of record batches, and an Arrow stream for every library that accepts one
    (``duckdb.from_arrow(scan)``, ``polars.from_arrow(scan)``).
    """

    columns: tuple[Named, ...]
    origins: tuple[str, ...]

    @property
    @abstractmethod
    def schema(self) -> pa.Schema:
        """The columns with their types."""

    @abstractmethod
    def __iter__(self) -> Iterator[pa.RecordBatch]:
        """The batches."""

    def selected(self, names: Iterable[str] | None) -> Self:
        """The same with only these columns, in their own order; all of them if no names are
        given."""
        if names is None:
            return self
        wanted = set(names)
        return replace(
            self,
            columns=tuple(c for c in self.columns if c.name in wanted),
            origins=tuple(o for o in self.origins if origin_name(o) in wanted),
        )

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.reader().__arrow_c_stream__(requested_schema)

    def reader(self) -> pa.RecordBatchReader:
        """The batches as a reader of the Arrow library."""
        return pa.RecordBatchReader.from_batches(self.schema, self)

    def to_arrow(self) -> pa.Table:
        """The whole table, in memory."""
        return pa.Table.from_batches(self, self.schema).unify_dictionaries()

    def to_duckdb(self, connection: duckdb.DuckDBPyConnection | None = None) -> Any:
        """A DuckDB relation that reads the files each time it is evaluated."""
        try:
            import duckdb
        except ImportError as error:
            raise missing("duckdb", error) from None
        return duckdb.from_arrow(self, connection=connection or duckdb.default_connection())

    def to_polars(self) -> polars.LazyFrame:
        """A polars LazyFrame, which reads only the columns and rows that a query needs."""
        try:
            import polars
            from polars.io.plugins import register_io_source
        except ImportError as error:
            raise missing("polars", error) from None
        empty = polars.from_arrow(self.schema.empty_table())
        assert isinstance(empty, polars.DataFrame)

        def frames(
            columns: list[str] | None, predicate: Any, rows: int | None, size: int | None
        ) -> Iterator[polars.DataFrame]:
            for batch in self.selected(columns):
                frame = polars.from_arrow(batch)
                assert isinstance(frame, polars.DataFrame)
                if predicate is not None:
                    frame = frame.filter(predicate)
                if rows is not None:
                    frame = frame.head(rows)
                    rows -= frame.height
                yield frame
                if rows == 0:
                    return

        return register_io_source(frames, schema=empty.schema)
