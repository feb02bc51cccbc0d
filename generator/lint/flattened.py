"""Names in tables: fields of a group or variant become columns of the record's table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.lint.walk import at
from generator.load.nodes import Problem
from generator.resolve.fields import FieldSpec
from generator.resolve.model import VersionSpec
from generator.runtime.core.values import ColumnType
from generator.runtime.tables.columns import PREFIX, flattened

Path = tuple[str | int, ...]


def flattened_problems(version: VersionSpec) -> Iterator[Problem]:
    """Two values for one column of a table, or a name that the tables reserve."""
    for record in version.records:
        seen: dict[str, tuple[Path, FieldSpec]] = {}
        for path, field in _columns(record.fields, ()):
            name = ""
            for part in path:
                name = flattened(name, part)
            first, other = seen.setdefault(name, (path, field))
            if name.startswith(PREFIX):
                message = f"`{PREFIX}` is how the names of a table's own columns begin"
                yield at(field, "name", message, "Choose another name.")
            elif first != path:
                message = f"tables would have two columns {name}: that of `{other.name}` as well"
                yield at(field, "name", message, "Choose another name.")
            elif len(path) > 1 and _type(other) is not _type(field):
                message = (
                    f"the column {name} of tables would hold {_type(other)} in one layout"
                    f" and {_type(field)} in another"
                )
                yield at(field, "name", message, "Choose another name, or the same kind.")


def _columns(fields: Sequence[FieldSpec], outer: Path) -> Iterator[tuple[Path, FieldSpec]]:
    """All fields that give a column, with the names and numbers of which its name consists."""
    for field in fields:
        path = (*outer, field.name)
        for layout in field.layouts:
            for number in range(1, field.repeat + 1):
                yield from _columns(layout.fields, (*path, number))
            if not field.repeat:
                yield from _columns(layout.fields, path)
        if (not field.layouts and field.settable) or "fallback" in field.words:
            yield path, field


def _type(field: FieldSpec) -> ColumnType:
    return field.kind_class.COLUMN if field.kind_class is not None else ColumnType.TEXT
