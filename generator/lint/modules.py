"""Modules: the files with records and shared layouts become Python modules."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from generator.lint.walk import at, is_shared
from generator.load.nodes import Problem
from generator.resolve.fields import LayoutSpec, every_field
from generator.resolve.model import VersionSpec
from generator.runtime.core.listing import listed

TAKEN = ("codes", "rules", "new_candidates")
"""Modules of a version that are generated from other keys."""


def module_problems(version: VersionSpec) -> Iterator[Problem]:
    """Records in files whose names are not valid for modules, and layouts in files without
    records."""
    reported: set[str] = set()
    for record in version.records:
        name = record.module
        taken = name in TAKEN or not name.isidentifier() or keyword.iskeyword(name)
        if taken and name not in reported:
            reported.add(name)
            message = f"a file called {name}.yaml cannot contain records"
            yield Problem(
                record.words.mark, record.words.path, message, "Move them to another file."
            )
    yield from _homeless(version)


def _homeless(version: VersionSpec) -> Iterator[Problem]:
    """A shared layout becomes a class in the module of its file, so a record there must use it."""
    used = [
        (record.module, layout)
        for record in version.records
        for field in every_field(record.fields)
        for layout in field.layouts
        if is_shared(layout, version)
    ]
    homes = {(module, layout.class_name) for module, layout in used}
    homeless: dict[str, LayoutSpec] = {
        layout.class_name: layout
        for _, layout in used
        if (layout.module, layout.class_name) not in homes
    }
    for layout in homeless.values():
        users = sorted({module for module, name in homes if name == layout.class_name})
        message = f"no record of {layout.module}.yaml uses the layout {layout.class_name}"
        advice = f"Move it to {listed((f'{user}.yaml' for user in users), 'or')}, whose records do."
        yield at(layout, "class", message, advice)
