"""Rows in portions, made ready for a writer in whichever process reads their files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from ..core.errors import JcqError
from ..core.issues import Issue
from ..core.sources import Source
from ..core.values import Value
from .rows import Rows
from .schema import Table
from .titles import Titles, titled_rows, with_series
from .versions import Beginning

PORTION = 4096
"""The number of rows in a portion."""


class Prepared(NamedTuple):
    """A number of rows of a table, as its writer adds them."""

    table: Table
    number: int
    rows: Any


class Portion(NamedTuple):
    """Rows by table, in the order in which the tables appear; the values in them that could not be
    decoded, and the lines left out by file."""

    of_tables: list[Prepared]
    issues: list[Issue]
    left_out: Counter[str]


Preparing: TypeAlias = Callable[[Table, list[list[Value]]], Any]
"""What makes of rows what the writer of a format adds."""


@dataclass(frozen=True, slots=True)
class Portions:
    """How files become portions. ``files`` are the beginnings of all of them, ``titles`` are added;
    the other attributes are those of `Rows`."""

    keys: Sequence[str]
    origins: tuple[str, ...]
    version: str | None
    files: frozenset[Beginning]
    titles: Titles | None
    prepared: Preparing

    def of(self, sources: Iterable[Source]) -> Iterator[Portion]:
        """The portions of files. Raises what reading them raises, after the rows before it."""
        issues: list[Issue] = []
        left_out: Counter[str] = Counter()
        read = self.origins if self.titles is None else with_series(self.origins)
        rows: Iterable[tuple[Table, list[Value]]] = Rows(
            sources, self.keys, read, self.version, self.files, issues, left_out
        )
        if self.titles is not None:
            rows = titled_rows(rows, self.titles, self.origins)
        return portions_of(rows, self.prepared, issues, left_out)


def portions_of(
    rows: Iterable[tuple[Table, list[Value]]],
    prepared: Preparing,
    issues: list[Issue],
    left_out: Counter[str],
) -> Iterator[Portion]:
    """Rows in portions, each with what was collected in ``issues`` and ``left_out`` meanwhile."""
    waiting: dict[Table, list[list[Value]]] = {}

    def portion() -> Portion:
        of_tables = [
            Prepared(table, len(own), prepared(table, own)) for table, own in waiting.items()
        ]
        made = Portion(of_tables, [*issues], Counter(left_out))
        for gathered in (waiting, issues, left_out):
            gathered.clear()
        return made

    try:
        for number, (table, values) in enumerate(rows, 1):
            waiting.setdefault(table, []).append(values)
            if number % PORTION == 0:
                yield portion()
    except (JcqError, OSError):
        yield portion()
        raise
    yield portion()
