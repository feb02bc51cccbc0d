"""Plain spec data of one version: its files put together, `extends` and `like` resolved.

Everything here is still the author's YAML, as mappings with marks; `model` makes it typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.load.nodes import Mark, Problem, SpecMapping, SpecSequence

IDENTIFIERS = {
    "character_sets": "name",
    "data_types": "code",
    "file_names": "name",
    "open_gaps": "id",
    "code_lists": "name",
    "layouts": "class",
    "records": "key",
    "rules": "id",
}
"""The top-level words that hold lists, and the word that identifies an item of each."""

SINGULAR = {
    "character_set": "character_sets",
    "data_type": "data_types",
    "file_name": "file_names",
    "code_list": "code_lists",
    "layout": "layouts",
    "record": "records",
    "rule": "rules",
}
"""How `changed`, `open` and `retired` name an item of each list; gaps are each version's own."""

GRADES = frozenset({"grade", "stands_for_grade"})
GRADES_BY_DATA_TYPE = "grade_by_data_type"
"""The words that say how well something is established."""


@dataclass(slots=True)
class Item:
    """One item of a top-level list: its words, and the file it stands in."""

    words: SpecMapping
    module: str


@dataclass(slots=True)
class VersionData:
    """One version: its `format` mapping and its items, by top-level word and identifier."""

    format: SpecMapping
    items: dict[str, dict[str, Item]]
    extends: str = ""
    base_folder: str = ""
    left_open: list[SpecMapping] = field(default_factory=list)
    retired: list[SpecMapping] = field(default_factory=list)


def gather(documents: Mapping[str, SpecMapping], problems: list[Problem]) -> VersionData | None:
    """The files of one version put together; None where no file holds `format`."""
    formats = [d["format"] for d in documents.values() if "format" in d]
    if not formats:
        for document in documents.values():
            problems.append(
                Problem(
                    document.mark, "", "no file of this folder holds `format`", "Add format.yaml."
                )
            )
            break
        return None
    for extra in formats[1:]:
        problems.append(
            Problem(extra.mark, extra.path, "`format` stands twice", "Keep one of the two.")
        )
    data = VersionData(formats[0], {word: {} for word in IDENTIFIERS})
    for module, document in documents.items():
        for word, identifier in IDENTIFIERS.items():
            for words in document.get(word, ()):
                _add(data.items[word], words[identifier], Item(words, module), problems)
        data.left_open += document.get("open", ())
        data.retired += document.get("retired", ())
    if "extends" not in data.format:
        _resolve_likes(data, problems)
    return data


def extend(
    data: VersionData,
    base: VersionData,
    documents: Mapping[str, SpecMapping],
    problems: list[Problem],
) -> VersionData:
    """The version with all that it takes from the one that it extends."""
    named = _Named(base, problems)
    inherited: dict[str, dict[str, Item]] = {word: {} for word in IDENTIFIERS}
    for change in _list(documents, "changed"):
        word, identifier, item = named.take(change)
        if item is not None:
            changed = _changed(item.words.without("moves"), change, problems)
            inherited[word][identifier] = Item(changed, item.module)
    for dropped in (*data.left_open, *data.retired):
        named.take(dropped)
    for same in _same(documents):
        for word in (word for word in IDENTIFIERS if word in same):
            for identifier, item in named.same(same, word, same[word]):
                words = _as_well_established(item.words.without("moves"), same)
                inherited[word][identifier] = Item(words, item.module)
    named.report_forgotten(data.format)
    for word, own in data.items.items():
        merged = {k: inherited[word][k] for k in base.items[word] if k in inherited[word]}
        for identifier, item in own.items():
            _add(merged, identifier, item, problems)
        data.items[word] = merged
    _resolve_likes(data, problems)
    return data


def _same(documents: Mapping[str, SpecMapping]) -> Iterator[SpecMapping]:
    """Every mapping of items that are the same: one under `same`, or several."""
    for same in (document["same"] for document in documents.values() if "same" in document):
        yield from [same] if isinstance(same, SpecMapping) else same


def _as_well_established(words: SpecMapping, same: SpecMapping) -> SpecMapping:
    """The words of an item that is the same, no better established than that it is the same."""
    if "grade" not in same:
        return words
    weakened: SpecMapping = _weakened(words, same["grade"])
    if "sources" in words:
        known = words["sources"]
        further = [source for source in same["sources"] if source not in known]
        weakened["sources"] = known.replaced([*known, *further])
    return weakened


def _weakened(node: Any, grade: str) -> Any:
    """A copy in which every grade within is this one at best."""
    if isinstance(node, SpecMapping):
        copy = node.without()
        for word, value in node.items():
            copy[word] = _weakened_word(word, value, grade)
        return copy
    if isinstance(node, SpecSequence) and any(isinstance(item, SpecMapping) for item in node):
        return node.replaced(_weakened(item, grade) for item in node)
    return node


def _weakened_word(word: str, value: Any, grade: str) -> Any:
    if word in GRADES:
        return max(value, grade)
    if word == GRADES_BY_DATA_TYPE:
        weakened = value.without()
        weakened.update({code: max(own, grade) for code, own in value.items()})
        return weakened
    return _weakened(value, grade)


class _Named:
    """Which items of the base version have been named so far, and by what."""

    def __init__(self, base: VersionData, problems: list[Problem]) -> None:
        self.base = base
        self.problems = problems
        self.seen: dict[tuple[str, str], Mark] = {}

    def take(self, change: SpecMapping) -> tuple[str, str, Item | None]:
        singular = next(word for word in SINGULAR if word in change)
        word = SINGULAR[singular]
        return word, change[singular], self._take(word, change[singular], change, singular)

    def same(
        self, same: SpecMapping, word: str, names: str | SpecSequence
    ) -> Iterator[tuple[str, Item]]:
        if isinstance(names, str):
            left = {k: i for k, i in self.base.items[word].items() if (word, k) not in self.seen}
            self.seen.update(((word, identifier), same.mark) for identifier in left)
            yield from left.items()
            return
        for name in names:
            item = self._take(word, name, same, word)
            if item is not None:
                yield name, item

    def _take(self, word: str, name: str, node: SpecMapping, at: str) -> Item | None:
        mark, path = node.mark_of(at), f"{node.path}.{at}"
        item = self.base.items[word].get(name)
        if item is None:
            advice = f"Known there: {', '.join(self.base.items[word]) or 'none'}."
            message = f"the version that is extended has no {name!r} among its {word}"
            self.problems.append(Problem(mark, path, message, advice))
        elif (word, name) in self.seen:
            message = (
                f"{name!r} of {word} is named twice, first in line {self.seen[word, name].line}"
            )
            self.problems.append(Problem(mark, path, message, "It is the same, changed or open."))
            return None
        else:
            self.seen[word, name] = mark
        return item

    def report_forgotten(self, form: SpecMapping) -> None:
        for word in SINGULAR.values():
            items = self.base.items[word]
            left = [name for name in items if (word, name) not in self.seen]
            if left:
                message = f"nothing is said of these {word}: {', '.join(left)}"
                advice = "Name each under `same`, `changed`, `open` or `retired`."
                self.problems.append(Problem(form.mark, form.path, message, advice))


def _resolve_likes(data: VersionData, problems: list[Problem]) -> None:
    records = data.items["records"]

    def resolve(key: str, pending: tuple[str, ...]) -> SpecMapping | None:
        words = records[key].words
        if "like" not in words:
            return words
        mark, path = words.mark_of("like"), f"{words.path}.like"
        model = words["like"]
        if model in (*pending, key):
            chain = " -> ".join((*pending, key, model))
            problems.append(
                Problem(mark, path, f"`like` runs in a circle: {chain}", "Write one of them out.")
            )
            return None
        if model not in records:
            message = f"there is no record {model!r}"
            problems.append(Problem(mark, path, message, f"Known: {', '.join(records)}."))
            return None
        base = resolve(model, (*pending, key))
        if base is None:
            return None
        own = words.without("like", "changed")
        merged = _standing_at(words, base, own)
        merged["fields"] = base["fields"]
        if "changed" in words:
            merged["fields"] = _changed_fields(base["fields"], words["changed"], problems)
        records[key].words = merged
        return merged

    for key in list(records):
        if resolve(key, ()) is None:
            del records[key]


def _changed(words: SpecMapping, change: SpecMapping, problems: list[Problem]) -> SpecMapping:
    """The words of an item after a change of `with`, `fields`, `moves`, `add` and `remove`."""
    own = change.get("with", SpecMapping())
    further = change.keys() & {"fields", "moves", "add", "remove"}
    merged = _standing_at(change if further else own, words, own)
    if "moves" in change:
        merged["moves"] = change["moves"]
    if "fields" in change:
        merged["fields"] = _changed_fields(words["fields"], change["fields"], problems)
    if ("add" in change or "remove" in change) and "codes_from" in merged:
        message = f"the codes of this list come from its {merged['codes_from']}"
        advice = "Change those instead: neither `add` nor `remove` has a place here."
        problems.append(Problem(change.mark, change.path, message, advice))
    elif "add" in change or "remove" in change:
        merged["codes"] = _changed_codes(merged["codes"], change, problems)
    return merged


def _standing_at(place: SpecMapping, words: SpecMapping, own: SpecMapping) -> SpecMapping:
    """The words, the own ones put in; a mistake in what was taken over is said at ``place``, where
    the author took it over."""
    taken = SpecMapping(place.mark, place.path)
    taken.update(words)
    return taken.merged(own)


def _changed_codes(
    codes: SpecSequence, change: SpecMapping, problems: list[Problem]
) -> SpecSequence:
    removed = list(change.get("remove", ()))
    for position, code in enumerate(removed):
        if code not in [c["code"] for c in codes]:
            mark = change["remove"].mark_of(position)
            problems.append(
                Problem(
                    mark, f"{change.path}.remove", f"there is no code {code!r}", "Remove this line."
                )
            )
    left = [*(c for c in codes if c["code"] not in removed), *change.get("add", ())]
    if not left:
        message = "no code is left of this list"
        advice = "Name the list under `retired` instead."
        problems.append(Problem(change.mark, f"{change.path}.remove", message, advice))
        return codes
    return codes.replaced(left)


def _changed_fields(
    fields: SpecSequence, operations: SpecSequence, problems: list[Problem]
) -> SpecSequence:
    """The fields after the operations, in order; each keeps its place behind the one before it."""
    changed: list[SpecMapping] = list(fields)
    for operation in operations:
        _operate(changed, operation, problems)
    if not changed:
        problems.append(
            Problem(operations.mark, operations.path, "no field is left", "Keep one at least.")
        )
        return fields
    start = fields[0]["start"]
    placed = []
    for words in changed:
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
        own = operation["with"]
        for index in positions("replace"):
            left = _without(fields[index], operation, problems)
            fields[index] = _standing_at(own, left, own)


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
            message = f"`{words['name']}` has no word `{word}`"
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


def _add(items: dict[str, Item], identifier: str, item: Item, problems: list[Problem]) -> None:
    if identifier in items:
        first = items[identifier].words.mark
        message = f"{identifier!r} stands twice, first in {first.file}:{first.line}"
        words = item.words
        problems.append(Problem(words.mark, words.path, message, "Rename or remove one of them."))
    else:
        items[identifier] = item


def _list(documents: Mapping[str, SpecMapping], word: str) -> Iterator[Any]:
    for document in documents.values():
        yield from document.get(word, ())
