"""Files to measure: any number of invented records with headers and trailers."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jcq_formats as jcq
from jcq_formats.core.counting import Tally, miscounts
from jcq_formats.core.places import Place
from jcq_formats.testing import World


@functools.cache
def _world() -> dict[str, jcq.File]:
    with tempfile.TemporaryDirectory() as folder:
        World(candidates=1_500).write(Path(folder))
        return {path.name[0]: jcq.read(path) for path in sorted(Path(folder).iterdir())}


def make(folder: Path, record: str, rows: int) -> Path:
    """A file of this many records, CR LF: the records of the world repeated, options with their own
    codes."""
    world = _world()[record[0]]
    data = [r.line for r in world.records]
    path = folder / Path(world.name).name
    with path.open("w", encoding="latin-1", newline="") as stream:
        stream.writelines(line.record.line + "\r\n" for line in world.lines[:2])
        for first in range(0, rows, len(data)):
            lines = data[: rows - first]
            if record == "O5":
                lines = [f"{t[:2]}{first + n:06}{t[8:]}" for n, t in enumerate(lines)]
            stream.write("".join(line + "\r\n" for line in lines))
        stream.writelines(line + "\r\n" for line in _trailers(world, record, rows))
    return path


def _trailers(world: jcq.File, record: str, rows: int) -> Iterator[str]:
    """The trailers of a file of one centre with this many records."""
    assert world.data_type is not None
    tally = Tally()
    for header in world.lines[:2]:
        if header.record.PLACE is Place.CENTRE_HEADER:
            tally.begin_centre()
        tally.count(header.record.line[:2], 1)
    tally.count(record, rows)
    for line in world.lines[-2:]:
        trailer: Any = line.record
        tally.count(trailer.line[:2], 1)
        for field, *_, found in miscounts(trailer, tally, world.data_type.direction):
            trailer = trailer.replace(**{field.name: found})
        yield trailer.line
