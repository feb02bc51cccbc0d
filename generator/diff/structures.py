"""Changes in the structure of files, by data type."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.changes import Change
from generator.resolve.model import VersionSpec
from generator.runtime.core.listing import listed
from generator.runtime.core.structures import StructureRow


def structure_changes(old: VersionSpec, new: VersionSpec) -> Iterator[Change]:
    """Rows that are new, removed or changed; data types with the same changes are combined."""
    found: dict[tuple[Change, ...], list[str]] = {}
    for data_type in old.data_types:
        before = old.format.structure_of(data_type.code)
        after = new.format.structure_of(data_type.code)
        changes = tuple(_of_rows(before, after)) if before and after else ()
        if changes:
            found.setdefault(changes, []).append(data_type.code)
    for changes, codes in found.items():
        for change in changes:
            files = f"files of {listed(codes)}: {change.what}"
            yield Change(files, change.how, change.reader, change.writer)


def _of_rows(old: tuple[StructureRow, ...], new: tuple[StructureRow, ...]) -> Iterator[Change]:
    before, after = {row.record: row for row in old}, {row.record: row for row in new}
    for record, row in after.items():
        if record not in before:
            is_needed = row.occurs.is_required
            writer = "It must be there." if is_needed else "It can be left out."
            yield Change(f"record {record}", f"new: {_said(row)}", "It may be there.", writer)
        elif row != before[record]:
            how = f"{_said(row)}, instead of {_said(before[record])}"
            yield Change(
                f"record {record}",
                how,
                "Files with the new structure are valid.",
                "Write it in the new way.",
            )
    for record in before:
        if record not in after:
            yield Change(f"record {record}", "removed", "It is not expected.", "Leave it out.")
    kept = [record for record in after if record in before]
    if kept != [record for record in before if record in after]:
        yield Change(
            "order",
            f"{listed(kept)} in this order",
            "Files with the new structure are valid.",
            "Put records in this order.",
        )


def _said(row: StructureRow) -> str:
    """The number of records of a row, and the record they belong to, in words."""
    under = f" under {row.under}" if row.under else ""
    return f"{row.occurs.in_words}{under}{', which it continues' if row.continues else ''}"
