"""The results of `make bench`: tables, targets, and the bars of the chart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.emit.templates import Templates

RECORDED = "docs/data-engineers/recorded.json"
"""Below `templates/`."""

OWN = "jcq_formats"
"""The beginning of the names of the package's own rows."""

NAMES, BARS, WIDTH = 170, 470, 760
"""The position where the bars begin, the length of the longest, and the width of the chart."""

HEAD, ROW, GAP = 30, 20, 14
"""The heights of a panel's heading and of a bar, and what separates two panels."""


@dataclass(frozen=True, slots=True)
class Row:
    """One way to do the task of a table."""

    name: str
    rows_a_second: int
    peak_mib: int
    times_as_long: float
    """Compared with the first row of the table."""

    @property
    def is_own(self) -> bool:
        return self.name.startswith(OWN)


@dataclass(frozen=True, slots=True)
class Table:
    """Several ways to do the same task."""

    title: str
    rows: tuple[Row, ...]
    chart: str
    """Its heading in the chart; empty if it is not drawn."""


@dataclass(frozen=True, slots=True)
class Target:
    """A measurement and its target. Times must be below it, everything else above."""

    what: str
    measured: float
    aim: float
    unit: str

    @property
    def is_met(self) -> bool:
        return self.measured <= self.aim if self.unit == "ms" else self.measured >= self.aim


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its row, position and length."""

    row: Row
    y: int
    width: float


@dataclass(frozen=True, slots=True)
class Panel:
    """A table in the chart: its heading, and its bars, the fastest first."""

    title: str
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class OfJobs:
    """A command with one job, and with two: the seconds of processor time that one job needs, and
    that the writing process and the reading ones need, and how much faster two cores can be."""

    command: str
    alone: float
    writes: float
    reads: float
    times_as_fast: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The results of one run of `make bench`."""

    machine: str
    tables: tuple[Table, ...]
    growth: tuple[dict[str, int], ...]
    aims: tuple[Target, ...]
    files: int
    """The number of files of `jobs`."""
    jobs: tuple[OfJobs, ...]
    note: str
    """A note for readers; empty if there is none."""

    @property
    def missed(self) -> int:
        """The number of targets that are not met."""
        return sum(not aim.is_met for aim in self.aims)

    @property
    def names(self) -> int:
        """The position in the chart where the bars begin."""
        return NAMES

    @property
    def width(self) -> int:
        """The width of the chart."""
        return WIDTH

    @property
    def height(self) -> int:
        """The height of the chart."""
        last = self.panels[-1]
        return last.y + HEAD + ROW * len(last.bars) + GAP

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The tables that are drawn, all on the same scale."""
        return tuple(self._panels())

    def _panels(self) -> Iterator[Panel]:
        drawn = [table for table in self.tables if table.chart]
        most = max(row.rows_a_second for table in drawn for row in table.rows)
        y = GAP
        for table in drawn:
            rows = sorted(table.rows, key=lambda row: -row.rows_a_second)
            bars = [
                Bar(row, y + HEAD + ROW * number, round(BARS * row.rows_a_second / most, 1))
                for number, row in enumerate(rows)
            ]
            yield Panel(table.chart, y, tuple(bars))
            y += HEAD + ROW * len(bars) + GAP


def recorded(templates: Templates) -> Figures:
    """The results of the last recorded run."""
    found: dict[str, Any] = json.loads(templates.source(RECORDED))
    tables = tuple(_table(table) for table in found["tables"])
    aims = tuple(Target(**aim) for aim in found["aims"])
    return Figures(
        machine=found["machine"],
        tables=tables,
        growth=tuple(found["growth"]),
        aims=aims,
        files=found["jobs"]["files"],
        jobs=tuple(OfJobs(**row) for row in found["jobs"]["rows"]),
        note=found.get("note", ""),
    )


def _table(found: dict[str, Any]) -> Table:
    first = found["rows"][0]["rows_a_second"]
    rows = [Row(**row, times_as_long=first / row["rows_a_second"]) for row in found["rows"]]
    return Table(found["title"], tuple(rows), found.get("chart", ""))
