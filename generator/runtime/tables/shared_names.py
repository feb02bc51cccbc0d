"""One name for a value that is in several layouts of a record, from its role, such as `grade`."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.kinds.variant import Variant
from ..core.records import Record
from ..exams.results import PARTIAL_ABSENCE
from .columns import Column, columns_of, flattened

ONE_GRADE = "result.first_grade"
NAMES = {ONE_GRADE: "grade", ONE_GRADE + PARTIAL_ABSENCE: "grade_partial_absence"}
"""Column names, by role, that are not the last part of the role."""


def shared_names(record: type[Record], columns: Iterable[Column]) -> dict[Column, str]:
    """The columns that only some layouts of a record have, each with its name for all of them. A
    name of another column is not used again."""
    variants = [
        flattened(f.name, "") for f in record.FIELDS.values() if isinstance(f.kind, Variant)
    ]
    columns = list(columns)
    taken = {column.name for column in columns}
    found = {}
    for column in columns:
        outer = next((v for v in variants if column.name.startswith(v)), "")
        role = min(column.roles, default="")
        name = NAMES.get(role, role.rpartition(".")[2]) or column.name.removeprefix(outer)
        if outer and name not in taken:
            found[column] = name
    return found


def columns_by_name(record: type[Record]) -> dict[str, list[Column]]:
    """The columns of a record by their own names, and by the names that layouts share."""
    columns = columns_of(record)
    found: dict[str, list[Column]] = {column.name: [column] for column in columns}
    for column, name in shared_names(record, columns).items():
        found.setdefault(name, []).append(column)
    return found
