"""Scans with titles from basedata as one more column."""  # Copied from generator/runtime/tables/titled_scan.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..core.errors import JcqError, hint
from ..core.several import several
from .extras import missing
from .origin import origin_name
from .scans import Scan
from .schema import Table
from .titles import Lookup, Titles, lookup_of

try:
    import pyarrow as pa
except ImportError as error:
    raise missing("arrow", error) from None

TYPE = pa.dictionary(pa.int32(), pa.string())


@dataclass(frozen=True, slots=True, kw_only=True)
class TitledScan(Scan):
    """The rows of another scan with a title each."""

    inner: Scan
    lookup: Lookup

    @property
    def names(self) -> list[str]:
        """The names of its columns and origins."""
        return [*(column.name for column in self.columns), *map(origin_name, self.origins)]

    @property
    def schema(self) -> pa.Schema:
        """The columns with their types."""
        title = pa.field(self.lookup.column.name, TYPE)
        inner = self.inner.schema
        return pa.schema([title if n == title.name else inner.field(n) for n in self.names])

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        schema, title = self.schema, self.lookup.column.name
        for batch in self.inner:
            arrays = [
                self._titles(batch) if name == title else batch.column(name)
                for name in schema.names
            ]
            yield pa.record_batch(arrays, schema=schema)

    def _titles(self, batch: pa.RecordBatch) -> pa.Array:
        names = [*self.lookup.codes, *self.lookup.series]
        columns = [batch.column(name).to_pylist() for name in names]
        known: dict[tuple[Any, ...], str | None] = {}
        titles = []
        for said in zip(*columns, strict=True):
            if said not in known:
                known[said] = self.lookup.title_in(dict(zip(names, said, strict=True)))
            titles.append(known[said])
        return pa.array(titles, pa.string()).dictionary_encode()


def with_titles(inner: Scan, lookup: Lookup, origins: Iterable[str]) -> TitledScan:
    """A scan with titles after its own columns, and of its origins these alone."""
    columns = (*inner.columns, lookup.column)
    return TitledScan(columns=columns, origins=tuple(origins), inner=inner, lookup=lookup)


def titled_scan(
    whole: Scan,
    table: Table,
    titles: Titles,
    columns: str | Iterable[str] | None,
    origins: Iterable[str],
) -> TitledScan:
    """A scan of all columns of a table with titles, of which these columns and origins are given.

    Raises JcqError if the table has no titles, or a column is unknown.
    """
    lookup = lookup_of(table, titles)
    if lookup is None:
        raise JcqError(
            f"{table.name}: titles belong to results, forecast grades and component results;"
            " leave basedata out"
        )
    known = {column.name: column for column in (*whole.columns, lookup.column)}
    given = list(known) if columns is None else columns
    names = list(several(given, (str,), "columns", "names of columns are needed"))
    for name in names:
        if name not in known:
            raise JcqError(f"{table.name}: no column {name!r}; {hint(name, known)}")
    kept = tuple(known[name] for name in dict.fromkeys([*names, lookup.column.name]))
    wanted = [*names, *map(origin_name, origins), *lookup.codes, *lookup.series]
    return TitledScan(
        columns=kept, origins=tuple(origins), inner=whole.selected(wanted), lookup=lookup
    )
