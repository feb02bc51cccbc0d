"""Changes to the fields within a group or a variant, without restating the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.load.nodes import Problem, SpecMapping, SpecSequence, Written
from generator.load.table_form import Table
from generator.load.unknown import known_words

ADD, REMOVE = "add", "remove"
"""The keys next to the classes of the layouts that differ."""

Changed = Callable[[SpecMapping, SpecMapping, Table, str], SpecMapping]
"""Applies a change to a group or layout."""


@dataclass(frozen=True, slots=True)
class Nested:
    """Applies changes within groups and variants to their rows; ``role`` is the record's."""

    changed: Changed
    table: Table
    role: str

    def put_in(self, fields: list[SpecMapping], change: SpecMapping) -> SpecMapping:
        """The rest of the change: groups and variants that are written in full, and other keys."""
        rest = change.without()
        known = {row["name"]: index for index, row in enumerate(fields)}
        for block, put in (("items", self._items), ("layouts", self._layouts)):
            said = change.get(block, SpecMapping())
            reached = [name for name in said if name in known and _is_partial(said[name])]
            for name in reached:
                fields[known[name]] = put(fields[known[name]], said[name])
            if reached:
                rest.put_from(block, change, block, said.without(*reached))
        return rest

    def _items(self, row: SpecMapping, change: SpecMapping) -> SpecMapping:
        if "class" not in row or "fields" not in row:
            message = f"`{row['name']}` has no items here that could change"
            return self._refused(row, change, message, "Write its class and fields.")
        return self.changed(row, change, self.table, self.role)

    def _layouts(self, row: SpecMapping, change: SpecMapping) -> SpecMapping:
        if "layouts" not in row:
            message = f"`{row['name']}` has no layouts here that could change"
            return self._refused(row, change, message, "Write a list of them.")
        layouts = {layout.get("layout", layout.get("class")): layout for layout in row["layouts"]}
        for name in change.keys() - {ADD, REMOVE}:
            if self._is_known(name, layouts, change, name):
                layouts[name] = self._layout(layouts[name], change[name])
        for index, name in enumerate(change.get(REMOVE, ())):
            if self._is_known(name, layouts, change[REMOVE], index):
                del layouts[name]
        added = [self.table.whole(layout, self.role) for layout in change.get(ADD, ())]
        if not layouts and not added:
            return self._refused(row, change, "no layout is left", "Keep at least one.")
        merged = SpecMapping(change.mark, change.path).merged(row)
        every = SpecSequence(change.mark, change.path).replaced([*layouts.values(), *added])
        merged.put("layouts", change.mark, every, Written(change.mark, path=change.path))
        return merged

    def _layout(self, layout: SpecMapping, change: SpecMapping) -> SpecMapping:
        if "layout" not in layout:
            return self.changed(layout, change, self.table, layout.get("role", self.role))
        own = change.get("with", SpecMapping())
        if change.keys() - {"with", "why", "note"} or own.keys() - {"when", "note"}:
            name = layout["layout"]
            message = f"{name} is a shared layout, which is the same in all records"
            advice = f"Change it under `changed`, as `layout: {name}`; here only its `when`."
            return self._refused(layout, change, message, advice)
        return SpecMapping(change.mark, change.path).merged(layout).merged(own)

    def _is_known(
        self,
        name: str,
        layouts: dict[str, SpecMapping],
        node: SpecMapping | SpecSequence,
        at: str | int,
    ) -> bool:
        if name in layouts:
            return True
        if isinstance(node, SpecMapping):
            place = node.key_mark(str(at)), node.path_of(str(at))
        else:
            place = node.mark_of(int(at)), node.path_of(int(at))
        advice = known_words(name, layouts, said="Layouts")
        self.table.problems.append(Problem(*place, f"there is no layout {name!r} here", advice))
        return False

    def _refused(
        self, words: SpecMapping, change: SpecMapping, message: str, advice: str
    ) -> SpecMapping:
        self.table.problems.append(Problem(change.mark, change.path, message, advice))
        return words


def _is_partial(said: SpecMapping | SpecSequence) -> bool:
    """Whether this has only differences, and not the whole group or every layout."""
    return isinstance(said, SpecMapping) and "fields" not in said
