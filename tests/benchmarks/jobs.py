"""Processor time of commands over many files with one job and with two: `make bench`.

Files of 500 invented centres with their basedata. On a machine that other work shares, seconds by
the clock say little, so this counts the processor time of the process that writes and of those that
read. Two cores cannot finish sooner than half of the sum, or than the process that writes. With
``--record``, the figures go to the docs.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from jcq_formats.testing import World

CENTRES, CANDIDATES = 500, 10_000
COMMANDS = {
    "check": ["check"],
    "export to CSV": ["export", "--to", "csv", "--output", "{target}"],
    "export to Parquet": ["export", "--to", "parquet", "--output", "{target}"],
    "export to SQLite": ["export", "--to", "sqlite", "--output", "{target}.sqlite"],
    "load into SQLite": ["load", "--database", "{target}.db"],
}


def run(arguments: list[str]) -> None:
    """Runs a command; prints the seconds of processor time of this process and of all others."""
    from jcq_formats.cli import main

    output = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    main(arguments)
    own, others = (
        sum(resource.getrusage(whose)[:2])
        for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    os.write(output, f"{own} {others}\n".encode())


def seconds(command: list[str], folder: Path, target: Path, jobs: int) -> tuple[float, float]:
    """The processor time of a command in a process of its own, and of those that it began."""
    given = [part.replace("{target}", str(target)) for part in command]
    given = [given[0], str(folder), *given[1:], "--jobs", str(jobs)]
    found = subprocess.run(
        [sys.executable, __file__, *given], check=True, capture_output=True, text=True
    )
    own, others = map(float, found.stdout.split())
    return own, others


def main() -> None:
    """Measures each command with one job and with two."""
    rows = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "world"
        World(candidates=CANDIDATES, centres=CENTRES).write(folder, jobs=2)
        files = len(list(folder.iterdir()))
        print(f"{files:,} files: seconds of processor time, alone; writing, reading; times as fast")
        for number, (name, command) in enumerate(COMMANDS.items()):
            target = Path(place) / str(number)
            alone, _ = seconds(command, folder, target.with_name(f"{number}-1"), 1)
            writes, read = seconds(command, folder, target.with_name(f"{number}-2"), 2)
            best = min(2, alone / max(writes, (writes + read) / 2))
            print(f"{name:>18} {alone:6.1f} {writes:6.1f} {read:6.1f} {best:5.2f}", flush=True)
            figures = {"alone": alone, "writes": writes, "reads": read, "times_as_fast": best}
            rows.append({"command": name, **{n: round(v, 2) for n, v in figures.items()}})
    if "--record" in sys.argv:
        from recording import record_jobs

        record_jobs(files, rows)


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] != "--record":
        run(sys.argv[1:])
    else:
        main()
