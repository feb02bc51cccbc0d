"""Files to measure: any number of invented records with headers and trailers."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import jcq_formats as jcq
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
        stream.writelines(line.record.line + "\r\n" for line in world.lines[-2:])
    return path
