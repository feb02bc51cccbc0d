"""Lines per second and peak memory of `jcq check` on results, with all rules: `make bench`.

Results, their entries and their basedata are invented. Then, each in a separate process, the
results are read (`scan`), checked alone (`alone`), against basedata (`basedata`), and together with
their entries and amendments, which are checked too (`together`).
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jcq_formats import scan
from jcq_formats.checking.many_files import Checking
from jcq_formats.core.sources import sources_at
from jcq_formats.testing import World

SIZES = (10_000, 100_000, 1_000_000)
RESULTS_OF_A_CANDIDATE = 6.4
CANDIDATES_OF_A_CENTRE = 2_000


def make(folder: Path, lines: int) -> None:
    """Writes basedata and each centre's files, with about this many results."""
    candidates = int(lines / RESULTS_OF_A_CANDIDATE)
    centres = max(1, candidates // CANDIDATES_OF_A_CENTRE)
    World(candidates=candidates, centres=centres).write(folder)
    for path in folder.glob("F*"):
        path.unlink()


def measure(folder: Path, what: str) -> None:
    """Prints the lines per second of one way, and the memory of this process."""
    results = sorted(folder.glob("R*"))
    found = sources_at(str(folder)).found
    broadcast = [s for s in found if Path(s.name).name[0] in "SOLCD"]
    beside = {"basedata": broadcast} if what == "basedata" else {}
    if what in ("alone", "basedata"):
        found = [source for source in found if Path(source.name).name.startswith("R")]
    start = time.perf_counter()
    if what == "scan":
        lines = sum(1 for path in results for _ in scan(path))
    else:
        lines = 0
        for checked in Checking(found, beside).files():
            for _ in checked.issues:
                pass
            lines += checked.lines
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:>10} {lines:>10,} lines {lines / seconds:>10,.0f} lines/s {peak:>6.0f} MiB")


def main() -> None:
    """Measures each size and each way in a separate process."""
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]), sys.argv[2])
        return
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), size)
            print(f"{size:,} results", flush=True)
            for what in ("scan", "alone", "basedata", "together"):
                subprocess.run([sys.executable, __file__, folder, what], check=True)


if __name__ == "__main__":
    main()
