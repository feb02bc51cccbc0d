"""Writes conflicts of a merge to a CSV file, and reads the decisions that a person adds."""  # Copied from generator/runtime/cli/decisions.py by `make generate`; edit that, not this.

from __future__ import annotations

import csv
from pathlib import Path

from ..core.errors import BuildError
from ..core.printable import name_of_path
from ..core.writing import whole
from ..exams.diff.differences import NOTHING
from ..exams.merging import Conflict, ResultKey, Side
from ..tables.csv_rows import csv_rows
from ..tables.exports.csv import neutralised

SIDES = ("base", *Side)
DECISION = "decision"
COLUMNS = (*ResultKey._fields, *SIDES, DECISION)
NO_RESULT = "no result"


def write_conflicts(conflicts: list[Conflict], path: Path, *, overwrite: bool) -> None:
    """Writes each conflict with its three values, and a column for the decision. Raises OSError."""
    with (
        whole(path, overwrite=overwrite, private=True) as temporary,
        temporary.open("w", encoding="utf-8-sig", newline="") as stream,
    ):
        rows = csv.writer(stream)
        rows.writerow(COLUMNS)
        for conflict in conflicts:
            sides = values_of(conflict)
            cells = [*conflict.key, *(sides[side] for side in SIDES), conflict.decision or ""]
            rows.writerow([neutralised(cell, str) for cell in cells])


def read_decisions(path: Path) -> dict[ResultKey, Side]:
    """The decisions in a file written by `write_conflicts`; results without one are left out.

    Raises BuildError, with file and line, for an invalid decision, and OSError.
    """
    found = {}
    faults: list[str] = []
    for number, row in csv_rows(path, COLUMNS, [*ResultKey._fields, DECISION]):
        word = row.get(DECISION, "").strip().casefold()
        if word and word not in list(Side):
            where = f"{name_of_path(path)}:{number}"
            faults.append(f"{where}: {DECISION}: use {' or '.join(Side)}")
        elif word:
            found[ResultKey(*(row[name].strip() for name in ResultKey._fields))] = Side(word)
    if faults:
        raise BuildError("; ".join(faults))
    return found


def values_of(conflict: Conflict, *, show_personal_data: bool = False) -> dict[str, str]:
    """The values of each side in the fields that differ: `score 78, grade b`."""
    values = conflict.values(show_personal_data=show_personal_data)
    found = {}
    for side in SIDES:
        said = [f"{f.rpartition('.')[2]} {v[side] or NOTHING}" for f, v in values.items()]
        is_there = getattr(conflict, side) is not None
        found[side] = ", ".join(said) if is_there else NO_RESULT
    return found
