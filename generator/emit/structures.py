"""The structure of files as trees, for the reference."""

from __future__ import annotations

from collections.abc import Iterator

from generator.resolve.model import FileStructureSpec, RecordSpec, VersionSpec
from generator.runtime.core.places import Place
from generator.runtime.core.structures import StructureRow


def trees(version: VersionSpec, structure: FileStructureSpec) -> Iterator[tuple[list[str], str]]:
    """The records of a file, one line each, with the data types that have this structure."""
    found: dict[str, list[str]] = {}
    for data_type in version.data_types:
        if data_type.code in structure.data_types:
            tree = "\n".join(_tree(version, data_type.code))
            found.setdefault(tree, []).append(data_type.code)
    for tree, codes in found.items():
        yield codes, tree


def _tree(version: VersionSpec, code: str) -> Iterator[str]:
    """A line for each record: its type, under the one that it belongs to, and the number."""
    rows = version.format.structure_of(code)
    depths = {"": -1}
    for row in rows:
        depths[row.record] = depths[row.under] + 1
    titles = ["  " * depths[row.record] + _title(version, code, row) for row in rows]
    width = max(map(len, titles), default=0)
    for row, title in zip(rows, titles, strict=True):
        yield f"{row.record}  {title:<{width}}  {row.occurs.in_words}"


def _title(version: VersionSpec, code: str, row: StructureRow) -> str:
    """The title of a record; data records that continue no other are just called data, since the
    title depends on the data type."""
    if row.place is Place.DATA and not row.continues:
        return "Data"
    return next(title_of(r) for r in version.records if code + row.record in r.keys)


def title_of(record: RecordSpec) -> str:
    """The title of a record in the booklet, and whether it continues another."""
    return f"{record.title}, which continues it" if record.cls.CONTINUES else record.title
