"""CPU time and peak memory for results of 10 thousand to 5 million lines, to see whether both grow
in step with the lines: `python tests/benchmarks/growth.py [LINES ...]`.

The results of one invented centre, about 10,000 lines, are repeated as those of further centres, a
file for each. Each way runs in a separate process, first with a single file, so that imports do not
count. The time is that of the process: other work on the machine counts little.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import jcq_formats as jcq
from compare import peak
from files import _world
from jcq_formats.core.sources import sources_at
from jcq_formats.tables.export import export

SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
FIRST_CENTRE = 10_000
CENTRE = slice(2, 7)
OPTION, OUTCOME = slice(34, 46), slice(46, None)
"""The columns that are repeated, and those that change, in each line of results."""


def make(folder: Path, centres: int) -> int:
    """Writes a file for each centre in ``old``, and one with two changed results in ``new``;
    returns the number of lines."""
    lines = [line.record.line for line in _world()["R"].lines]
    first = next(n for n, line in enumerate(lines) if line[:2] == "R5")
    second = next(
        number
        for number, line in enumerate(lines)
        if line[OPTION] == lines[first][OPTION] and line[OUTCOME] != lines[first][OUTCOME]
    )
    changed = [*lines]
    for at, other in ((first, second), (second, first)):
        changed[at] = lines[at][: OUTCOME.start] + lines[other][OUTCOME]
    for name, texts in (("old", lines), ("new", changed)):
        (folder / name).mkdir(parents=True)
        for centre in map(str, range(FIRST_CENTRE, FIRST_CENTRE + centres)):
            text = "".join(f"{t[: CENTRE.start]}{centre}{t[CENTRE.stop :]}\r\n" for t in texts)
            (folder / name / f"R{centre}98.X01").write_bytes(text.encode("latin-1"))
    return centres * len(lines)


def _pairs(folder: Path) -> Iterator[tuple[jcq.File, jcq.File]]:
    for path in sorted((folder / "old").iterdir()):
        yield jcq.read(path), jcq.read(folder / "new" / path.name)


def _check(folder: Path) -> None:
    for issues in jcq.check_files(folder / "old"):
        del issues


def _scan(folder: Path) -> None:
    for path in (folder / "old").iterdir():
        for _ in jcq.scan(path):
            pass


def _to_arrow(folder: Path) -> None:
    assert jcq.to_arrow(folder / "old", "R5").num_rows


def _export(folder: Path) -> None:
    found = sources_at(str(folder / "old")).found
    export(found, "parquet", folder / "r5.parquet", records=["R5"], force=True)


def _diff(folder: Path) -> None:
    assert sum(1 for _ in jcq.diff(folder / "old", folder / "new"))


def _merge(folder: Path) -> None:
    for old, new in _pairs(folder):
        assert not jcq.merge(old, new, old).conflicts


def _load(folder: Path) -> None:
    jcq.load(folder / "old", database=folder / "store.sqlite")


WAYS: dict[str, Callable[[Path], None]] = {
    "scan": _scan,
    "to_arrow": _to_arrow,
    "check": _check,
    "export to Parquet": _export,
    "diff": _diff,
    "merge": _merge,
    "load": _load,
}


def one(way: str, folder: Path) -> None:
    """Prints the seconds of a way with the files of a folder, and the MiB of this process."""
    with tempfile.TemporaryDirectory() as name:
        make(Path(name), 1)
        WAYS[way](Path(name))
    start = time.process_time()
    WAYS[way](folder)
    print(time.process_time() - start, peak())


def main() -> None:
    """Measures each way with each size, and prints Markdown."""
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
        return
    print("| way | lines | CPU seconds | lines a second | peak MiB |", flush=True)
    print("| --- | ---: | ---: | ---: | ---: |", flush=True)
    per_centre = len(_world()["R"].lines)
    for size in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
        with tempfile.TemporaryDirectory() as name:
            lines = make(Path(name), max(1, round(size / per_centre)))
            for way in WAYS:
                command = [sys.executable, __file__, "--one", way, name]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                seconds, used = map(float, done.stdout.split())
                print(
                    f"| {way} | {lines:,} | {seconds:.2f} | {lines / seconds:,.0f} | {used:,.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
