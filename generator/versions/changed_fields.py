"""Applies the operations of `changed` to the fields of a record or layout."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.nodes import Mark, Problem, SpecMapping, SpecSequence, Written
from generator.load.table_form import Table
from generator.load.unknown import known_words
from generator.versions.nested import Nested

NEEDED = ("start", "width", "kind", "name")
"""The keys that every field has."""


def standing_at(place: SpecMapping, words: SpecMapping, own: SpecMapping) -> SpecMapping:
    """The keys, with the own ones added. A mistake in an inherited one is reported at ``place``,
    where the author refers to it."""
    taken = SpecMapping(place.mark, place.path)
    taken.update(words)
    return taken.merged(own)


def changed_fields(
    fields: SpecSequence, change: SpecMapping, word: str, table: Table, role: str
) -> SpecSequence:
    """The fields after the operations under the key, in order, and with the changes by name to them
    or to nested fields. Each field follows the one before it."""
    known = len(table.problems)
    changed: list[SpecMapping] = list(fields)
    replaced: dict[str, Mark] = {}
    for operation in change.get(word, ()):
        for name, mark, path in _named(operation, "remove"):
            if name in replaced:
                message = f"{name!r} is replaced above, in line {replaced[name].line}"
                advice = "Keep one of the two: replace it, or remove it."
                table.problems.append(Problem(mark, path, message, advice))
        _operate(changed, operation, table.problems)
        replaced |= {name: mark for name, mark, _ in _named(operation, "replace")}
    if not changed:
        operations = change[word]
        table.problems.append(
            Problem(operations.mark, operations.path, "no field is left", "Keep at least one.")
        )
        return fields
    complete = len(table.problems) == known
    rest = Nested(changed_part, table, role).put_in(changed, change)
    whole = table.rows(fields.replaced(changed), rest, role, complete)
    if not change.keys() & {word, "items", "layouts", "details"}:
        return whole
    start = fields[0]["start"]
    placed = []
    said = set(_widths_said(change.get(word, ())))
    for words in whole:
        sized = words if words["name"] in said else _as_wide_as_its_items(words)
        placed.append(moved(sized, start))
        start += sized["width"]
    return fields.replaced(placed)


def changed_part(words: SpecMapping, change: SpecMapping, table: Table, role: str) -> SpecMapping:
    """A group with other items, or a layout with other fields: its own keys, and nested ones."""
    part = standing_at(change, words, change.get("with", SpecMapping()))
    part["fields"] = changed_fields(words["fields"], change, "changed", table, role)
    return part


def _widths_said(operations: SpecSequence | tuple[()]) -> Iterator[str]:
    """The fields whose width these operations set."""
    for operation in operations:
        if "insert" in operation:
            yield operation["insert"]["name"]
        elif "width" in operation.get("with", ()):
            yield from (name for name, _, _ in _named(operation, "replace"))


def _as_wide_as_its_items(words: SpecMapping) -> SpecMapping:
    """A group with the total width of its items; any other field unchanged."""
    if "repeat" not in words or "fields" not in words:
        return words
    width = words["repeat"] * sum(row["width"] for row in words["fields"])
    if width == words["width"]:
        return words
    sized = words.without()
    sized.put("width", words.mark, width, Written(words.mark, path=words.path))
    return sized


def _operate(fields: list[SpecMapping], operation: SpecMapping, problems: list[Problem]) -> None:
    def positions(word: str) -> Iterator[int]:
        """The indexes of the fields that the key names: one, or several."""
        for name, mark, path in _named(operation, word):
            known = [words["name"] for words in fields]
            if name in known:
                yield known.index(name)
                continue
            message = f"there is no field {name!r} here"
            advice = known_words(name, known, said="Fields")
            problems.append(Problem(mark, path, message, advice))

    if "insert" in operation:
        beside = "after" if "after" in operation else "before"
        row = operation["insert"]
        if row["name"] in [words["name"] for words in fields]:
            message = f"there is a field {row['name']!r} here already"
            advice = "Remove this line, or give the new field another name."
            problems.append(Problem(row.mark_of("name"), row.path_of("name"), message, advice))
            return
        for index in positions(beside):
            fields.insert(index + (beside == "after"), row)
    elif "remove" in operation:
        for index in positions("remove"):
            del fields[index]
    else:
        own = operation.get("with", SpecMapping())
        for index in positions("replace"):
            left = _without(fields[index], operation, problems)
            fields[index] = standing_at(own if own else operation, left, own)


def _named(node: SpecMapping, word: str) -> Iterator[tuple[str, Mark, str]]:
    """The name under a key, or each of its names, with the position; none without the key."""
    names = node.get(word, ())
    if isinstance(names, str):
        yield names, node.mark_of(word), f"{node.path}.{word}"
        return
    for position, name in enumerate(names):
        yield name, names.mark_of(position), names.path_of(position)


def _without(words: SpecMapping, operation: SpecMapping, problems: list[Problem]) -> SpecMapping:
    """The keys of a field without the removed ones."""
    if "without" not in operation:
        return words
    for word, mark, path in _named(operation, "without"):
        if word in NEEDED:
            message = f"every field has a `{word}`"
            advice = f"Remove it here; write another {word} under `with`."
            problems.append(Problem(mark, path, message, advice))
        elif word not in words:
            message = f"`{words['name']}` has no key `{word}`"
            problems.append(Problem(mark, path, message, "Remove it here."))
    return words.without(*(word for word in operation["without"] if word not in NEEDED))


def moved(words: SpecMapping, start: int) -> SpecMapping:
    """A field in its new position; nested fields move with it."""
    copy = words.without()
    copy["start"] = start
    if "fields" in copy:
        copy["fields"] = all_moved(copy["fields"], start)
    if "layouts" in copy:
        layouts = []
        for layout in copy["layouts"]:
            part = layout.without()
            if "fields" in part:
                part["fields"] = all_moved(part["fields"], start)
            layouts.append(part)
        copy["layouts"] = copy["layouts"].replaced(layouts)
    return copy


def all_moved(fields: SpecSequence, start: int) -> SpecSequence:
    """The fields of a group or layout that begins there."""
    by = start - fields[0]["start"]
    return fields.replaced([moved(f, f["start"] + by) for f in fields])
