"""The fields of a record or layout after the operations of `changed`: each keeps its place."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.nodes import Mark, Problem, SpecMapping, SpecSequence
from generator.load.table_form import Table


def standing_at(place: SpecMapping, words: SpecMapping, own: SpecMapping) -> SpecMapping:
    """The words, the own ones put in; a mistake in what was taken over is said at ``place``, where
    the author took it over."""
    taken = SpecMapping(place.mark, place.path)
    taken.update(words)
    return taken.merged(own)


def changed_fields(
    fields: SpecSequence, change: SpecMapping, word: str, table: Table, role: str
) -> SpecSequence:
    """The fields after the operations under the word, in order, and with what the change says of
    them by name; each keeps its place behind the one before it."""
    known = len(table.problems)
    changed: list[SpecMapping] = list(fields)
    for operation in change.get(word, ()):
        _operate(changed, operation, table.problems)
    if not changed:
        operations = change[word]
        table.problems.append(
            Problem(operations.mark, operations.path, "no field is left", "Keep at least one.")
        )
        return fields
    complete = len(table.problems) == known
    whole = table.rows(fields.replaced(changed), change, role, complete)
    if not change.keys() & {word, "items", "layouts"}:
        return whole
    start = fields[0]["start"]
    placed = []
    for words in whole:
        placed.append(_moved(words, start))
        start += words["width"]
    return fields.replaced(placed)


def _operate(fields: list[SpecMapping], operation: SpecMapping, problems: list[Problem]) -> None:
    def positions(word: str) -> Iterator[int]:
        """Where the fields stand that the word names: one, or several."""
        for name, mark, path in _named(operation, word):
            known = [words["name"] for words in fields]
            if name in known:
                yield known.index(name)
                continue
            message = f"there is no field {name!r} here"
            problems.append(Problem(mark, path, message, f"Fields: {', '.join(known)}."))

    if "insert" in operation:
        beside = "after" if "after" in operation else "before"
        for index in positions(beside):
            fields.insert(index + (beside == "after"), operation["insert"])
    elif "remove" in operation:
        for index in positions("remove"):
            del fields[index]
    else:
        own = operation.get("with", SpecMapping())
        for index in positions("replace"):
            left = _without(fields[index], operation, problems)
            fields[index] = standing_at(own if own else operation, left, own)


def _named(node: SpecMapping, word: str) -> Iterator[tuple[str, Mark, str]]:
    """The one name under a word, or each of its names, with the place."""
    names = node[word]
    if isinstance(names, str):
        yield names, node.mark_of(word), f"{node.path}.{word}"
        return
    for position, name in enumerate(names):
        yield name, names.mark_of(position), names.path_of(position)


def _without(words: SpecMapping, operation: SpecMapping, problems: list[Problem]) -> SpecMapping:
    """The words of a field less those that it has no more."""
    if "without" not in operation:
        return words
    for word, mark, path in _named(operation, "without"):
        if word not in words:
            message = f"`{words['name']}` has no key `{word}`"
            problems.append(Problem(mark, path, message, "Remove it here."))
    return words.without(*operation["without"])


def _moved(words: SpecMapping, start: int) -> SpecMapping:
    """A field at its new place; what is nested in it begins there too."""
    moved = words.without()
    moved["start"] = start
    if "fields" in moved:
        moved["fields"] = _all_moved(moved["fields"], start)
    if "layouts" in moved:
        layouts = []
        for layout in moved["layouts"]:
            copy = layout.without()
            if "fields" in copy:
                copy["fields"] = _all_moved(copy["fields"], start)
            layouts.append(copy)
        moved["layouts"] = moved["layouts"].replaced(layouts)
    return moved


def _all_moved(fields: SpecSequence, start: int) -> SpecSequence:
    by = start - fields[0]["start"]
    return fields.replaced([_moved(f, f["start"] + by) for f in fields])
