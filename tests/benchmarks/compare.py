"""Rows per second and peak memory, compared with other readers of such files: `make bench`.

Every measurement runs in a separate process. The ways take turns, round after round, and the best
result of each counts. First, all must give the same values. Prints Markdown; `--record` also stores
the figures for the page and the chart that `make generate` produces.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import contestants
import files
import recording
from contestants import OBJECTS, TABLES, Task

SLOW = {"pandas.read_fwf", "pyfixwidth, all fields", "pyfixwidth, as text"}
"""Tasks that are measured once, because they take long enough to be certain."""

SIZES = (10_000, 100_000, 1_000_000, 5_000_000)


def measured(arguments: list[str]) -> tuple[float, float]:
    """Seconds and MiB of a task in a separate process."""
    command = [sys.executable, __file__, "--one", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)


def one(what: str, name: str, path: Path, rows: int, task: Task) -> None:
    """One measurement: prints seconds and MiB. Libraries are imported before the clock starts."""
    contestants.ROWS = rows
    run: Callable[[], Any]
    if what == "table":
        with tempfile.TemporaryDirectory() as folder:
            small = Path(folder, path.name)
            with path.open("rb") as stream:
                head = [stream.readline() for _ in range(12)]
            # Without its headers it is not a whole file, which would lack its trailers.
            small.write_bytes(b"".join(head[2:]))
            contestants.ROWS = 10
            TABLES[name](small, task)
            contestants.ROWS = rows
        run = lambda: TABLES[name](path, task)  # noqa: E731
    elif what == "floor":
        run = lambda: getattr(contestants, name)(path)  # noqa: E731
    elif what == "build":
        run = _builder(name, rows)
    else:
        run = lambda: OBJECTS[what][name](path)  # noqa: E731
    start = time.perf_counter()
    kept = run()
    seconds = time.perf_counter() - start
    print(seconds, peak())
    del kept


def peak() -> float:
    """The peak memory of this process in MiB, without that of the process it was forked from."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _builder(key: str, rows: int) -> Callable[[], Any]:
    import jcq_formats as jcq

    record: Any = jcq.load_version("14").records[key]
    found = files._world()[key[0]].records[:1000]
    settable = [name for name, field in record.FIELDS.items() if field.kind.SETTABLE]
    values = [dict(zip(settable, r.values(), strict=True)) for r in found]

    def run() -> None:
        for number in range(rows):
            record.build(**values[number % len(values)])

    return run


def best(rows: dict[str, list[str]], rounds: int) -> dict[str, tuple[float, float]]:
    """The best time and the least peak memory of each, taking turns."""
    found: dict[str, tuple[float, float]] = {}
    for turn in range(rounds):
        for name, arguments in rows.items():
            if turn and name in SLOW:
                continue
            seconds, peak = measured(arguments)
            before = found.get(name, (seconds, peak))
            found[name] = min(before[0], seconds), min(before[1], peak)
            print(f"  {name}: {seconds:.2f} s, {peak:.0f} MiB", file=sys.stderr, flush=True)
    return found


def table(title: str, rows: int, found: dict[str, tuple[float, float]], first: str) -> None:
    """A Markdown table; the ratio is to the time of ``first``."""
    recording.table(title, {n: (rows / seconds, peak) for n, (seconds, peak) in found.items()})
    print(f"\n| {title} | rows a second | times as long | peak MiB |\n| --- | ---: | ---: | ---: |")
    for name, (seconds, peak) in found.items():
        ratio = seconds / found[first][0]
        print(f"| {name} | {rows / seconds:,.0f} | {ratio:.2f} | {peak:,.0f} |", flush=True)


def compare_tables(path: Path, record: str, rows: int, rounds: int, sample: Path) -> None:
    for typed in (False, True):
        task = Task(record, typed)
        contestants.ROWS = SAMPLE
        wanted = contestants.digests("jcq_formats", sample, task)
        for name in TABLES:
            got = contestants.digests(name, sample, task)
            wrong = [c.name for c, a, b in zip(task.columns, wanted, got, strict=True) if a != b]
            if wrong:
                raise SystemExit(f"{name} does not agree on {record}: {', '.join(wrong)}")
        turns = {name: ["table", name, str(path), str(rows), record, str(typed)] for name in TABLES}
        kind = "typed" if typed else "as text"
        title = f"{record} {kind}, {len(task.columns)} columns"
        table(title, rows, best(turns, rounds), "jcq_formats")


SAMPLE = 20_000


def compare_objects(path: Path, rows: int, rounds: int) -> None:
    for what, ways in OBJECTS.items():
        counted = {name: way(path) for name, way in ways.items()} if rows <= SAMPLE else {}
        if len(set(counted.values())) > 1:
            raise SystemExit(f"{what}: no agreement: {counted}")
        if counted:
            continue
        turns = {name: [what, name, str(path), str(rows), "O5", "False"] for name in ways}
        table(f"O5 objects, {what}", rows, best(turns, rounds), next(iter(ways)))


def floors(path: Path, rows: int, rounds: int) -> None:
    named = {"reading the bytes": "floor_bytes", "and splitting lines": "floor_lines"}
    turns = {
        shown: ["floor", name, str(path), str(rows), "O5", "False"] for shown, name in named.items()
    }
    table("floor, O5", rows, best(turns, rounds), "reading the bytes")


def growth(folder: Path, sizes: tuple[int, ...], rounds: int) -> None:
    print("\n| records | to_arrow R5, rows a second | peak MiB | scan, rows a second |")
    print("| ---: | ---: | ---: | ---: |")
    for rows in sizes:
        path = files.make(folder, "R5", rows)
        turns = {
            "to_arrow": ["table", "jcq_formats", str(path), str(rows), "R5", "True"],
            "scan": ["floor", "package_scan", str(path), str(rows), "R5", "False"],
        }
        found = best(turns, rounds)
        seconds, peak = found["to_arrow"]
        scanned = rows / found["scan"][0]
        recording.growth(rows, rows / seconds, peak, scanned)
        print(f"| {rows:,} | {rows / seconds:,.0f} | {peak:,.0f} | {scanned:,.0f} |", flush=True)
        path.unlink()


def small_things(folder: Path, rounds: int) -> None:
    """Measures building, importing, and checking a small file."""
    print("\n| small things | measured | aim |\n| --- | ---: | ---: |")
    for key in ("O5", "R5", "F5"):
        seconds, _ = best({key: ["build", key, "-", "100000", key, "False"]}, rounds)[key]
        print(f"| `build` of {key} | {100_000 / seconds:,.0f} a second | 400,000 |")
        recording.aim(f"`build` of {key}", 100_000 / seconds, 400_000, "a second")
    bare = _milliseconds([sys.executable, "-c", "pass"])
    package = _milliseconds([sys.executable, "-c", "import jcq_formats"])
    print(f"| `import jcq_formats` over bare Python | {package - bare:.0f} ms | 40 ms |")
    recording.aim("`import jcq_formats` over bare Python", package - bare, 40, "ms")
    path = files.make(folder, "R5", 3_000)
    jcq = [sys.executable, "-m", "jcq_formats", "check", "--quiet", str(path)]
    checked = _milliseconds(jcq)
    print(f"| `jcq check` of 3,000 lines | {checked:.0f} ms | 150 ms |")
    recording.aim("`jcq check` of 3,000 lines", checked, 150, "ms")


def _milliseconds(command: list[str]) -> float:
    seconds = []
    for _ in range(15):
        start = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        seconds.append(time.perf_counter() - start)
    return min(seconds) * 1000


def machine() -> str:
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()};"
        f" load {load}"
    )


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        what, name, path, rows, record, typed = sys.argv[2:]
        one(what, name, Path(path), int(rows), Task(record, typed == "True"))
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--record", action="store_true", help="keep the figures for the docs")
    options = parser.parse_args()
    on = machine()
    print(on)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for record in ("O5", "R5"):
            sample = files.make(folder, record, SAMPLE).rename(folder / f"sample-{record}")
            path = files.make(folder, record, options.rows)
            compare_tables(path, record, options.rows, options.rounds, sample)
            if record == "O5":
                compare_objects(sample, SAMPLE, 1)
                compare_objects(path, options.rows, options.rounds)
                floors(path, options.rows, options.rounds)
            path.unlink()
        growth(folder, tuple(n for n in SIZES if n <= 5 * options.rows), options.rounds)
        small_things(folder, options.rounds)
    if options.record:
        recording.write(on)
    print(f"\nThe load at the end: {' '.join(f'{value:.1f}' for value in os.getloadavg())}")


if __name__ == "__main__":
    main()
