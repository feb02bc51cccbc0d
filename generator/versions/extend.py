"""Plain spec data of one version: its files combined, `extends` and `like` resolved.

The result is still the author's YAML, as mappings with positions, completed with the facts that
follow from it (`table_form`); `model` makes it typed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.load.nodes import Mark, Problem, SpecMapping, SpecSequence
from generator.load.table_form import BLOCKS, KeyFields, Table
from generator.load.unknown import known_words, some_of
from generator.load.whole_items import each_named, whole_codes, whole_data_type, whole_rule
from generator.versions.changed_codes import changed_codes
from generator.versions.changed_fields import all_moved, changed_fields, standing_at
from generator.versions.following import BETWEEN_VERSIONS, Following
from generator.versions.item import Item
from generator.versions.renamed import NAMED_BY, Renamed, following_names, refuse_taken_names

IDENTIFIERS = {
    "character_sets": "name",
    "data_types": "code",
    "file_names": "name",
    "file_structures": "name",
    "open_gaps": "id",
    "code_lists": "name",
    "layouts": "class",
    "records": "key",
    "rules": "id",
}
"""The top-level keys with lists, and the key that identifies an item of each."""

SINGULAR = {
    "character_set": "character_sets",
    "data_type": "data_types",
    "file_name": "file_names",
    "file_structure": "file_structures",
    "code_list": "code_lists",
    "layout": "layouts",
    "record": "records",
    "rule": "rules",
}
"""The keys by which `changed`, `open` and `retired` refer to an item of each list; gaps belong to
each version alone."""

GRADES = frozenset({"grade", "stands_for_grade"})
GRADES_BY_DATA_TYPE = "grade_by_data_type"
"""The keys for evidence grades."""


@dataclass(slots=True)
class VersionData:
    """One version: its `format` mapping and its items, by top-level key and identifier.

    ``renamed`` has the names of items here, by their names in the version that is extended;
    ``lost`` the keys of records with a mistake, which no version has.
    """

    format: SpecMapping
    items: dict[str, dict[str, Item]]
    extends: str = ""
    base_folder: str = ""
    left_open: list[SpecMapping] = field(default_factory=list)
    retired: list[SpecMapping] = field(default_factory=list)
    key_fields: list[SpecMapping] = field(default_factory=list)
    kinds: dict[str, SpecMapping] = field(default_factory=dict)
    renamed: dict[str, dict[str, str]] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)

    def names(self) -> dict[str, dict[str, str]]:
        """The meanings of codes, by the list to which a key field refers."""
        words = {k: [item.words for item in found.values()] for k, found in self.items.items()}
        called = {"data_types": {d["code"]: d["name"] for d in words["data_types"]}}
        for codes in words["code_lists"]:
            called[codes["name"]] = {c["code"]: c["meaning"] for c in codes.get("codes", ())}
        return {
            name: {code: text[:1].upper() + text[1:].replace("_", " ") for code, text in of.items()}
            for name, of in called.items()
        }


def gather(documents: Mapping[str, SpecMapping], problems: list[Problem]) -> VersionData | None:
    """The files of one version combined; None if no file has `format`."""
    formats = [d["format"] for d in documents.values() if "format" in d]
    if not formats:
        for document in documents.values():
            problems.append(
                Problem(
                    document.mark, "", "no file of this folder has `format`", "Add format.yaml."
                )
            )
            break
        return None
    for extra in formats[1:]:
        problems.append(
            Problem(extra.mark, extra.path, "`format` appears twice", "Keep one of the two.")
        )
    data = VersionData(formats[0], {word: {} for word in IDENTIFIERS})
    for module, document in documents.items():
        for word, identifier in IDENTIFIERS.items():
            for words in document.get(word, ()):
                _add(data.items[word], words[identifier], Item(words, module), problems)
        data.left_open += each_named(document.get("open", ()), tuple(SINGULAR))
        data.retired += each_named(document.get("retired", ()), tuple(SINGULAR))
        data.key_fields += document.get("key_fields", ())
        data.kinds.update({words["kind"]: words for words in document.get("kinds", ())})
    if "extends" not in data.format:
        _make_whole(data, data.items, problems)
    return data


def _make_whole(
    data: VersionData, own: Mapping[str, Mapping[str, Item]], problems: list[Problem]
) -> None:
    """Completes the version's own items with what their authors may leave out."""
    for item in own["data_types"].values():
        item.words = whole_data_type(item.words)
    for item in own["rules"].values():
        item.words = whole_rule(item.words)
    for item in own["code_lists"].values():
        item.words = whole_codes(item.words, problems)
    table = Table(data.kinds, problems)
    key_fields = KeyFields(data.key_fields, data.names())
    for item in own["layouts"].values():
        item.words = table.whole(item.words)
    for item in own["records"].values():
        if "fields" in item.words:
            item.words = table.whole(item.words)
            key_fields.put_in(item.words)
    _resolve_likes(data, table, key_fields, problems)


def extend(
    data: VersionData,
    base: VersionData,
    documents: Mapping[str, SpecMapping],
    problems: list[Problem],
) -> VersionData:
    """The version with all items from the one that it extends."""
    data.key_fields = data.key_fields or base.key_fields
    data.kinds = {**base.kinds, **data.kinds}
    data.lost |= base.lost
    table = Table(data.kinds, problems)
    named = _Named(base, problems)
    inherited: dict[str, dict[str, Item]] = {word: {} for word in IDENTIFIERS}
    changes = list(_list(documents, "changed"))
    following = Following(base.items["records"], changes, table)
    for change in changes:
        word, identifier, item = named.take(change)
        if item is not None:
            found: list[Problem] = []
            followed = following.words(item)
            words = _changed(followed, change, Table(data.kinds, found), found)
            problems += following.advised(item, found)
            called = words[IDENTIFIERS[word]]
            if called != identifier:
                data.renamed.setdefault(word, {})[identifier] = called
            inherited[word][identifier] = replace(item, words=words)
    for dropped in (*data.left_open, *data.retired):
        named.take(dropped)
    for same in _same(documents):
        for word in (word for word in IDENTIFIERS if word in same):
            for identifier, item in named.same(same, word, same[word]):
                words = _as_well_established(following.words(item), same)
                inherited[word][identifier] = replace(item, words=words)
    named.report_forgotten(data.format)
    refuse_taken_names(inherited, data.renamed, IDENTIFIERS, problems)
    _call_as_now(inherited, data.renamed)
    written = dict(data.items)
    for word, own in written.items():
        names = data.renamed.get(word, {})
        merged = {
            names.get(k, k): inherited[word][k] for k in base.items[word] if k in inherited[word]
        }
        for identifier, item in own.items():
            _add(merged, identifier, item, problems)
        data.items[word] = merged
    _make_whole(data, written, problems)
    _move_layouts(data, inherited["layouts"])
    return data


def _call_as_now(inherited: Mapping[str, Mapping[str, Item]], renamed: Renamed) -> None:
    """Names what is called otherwise now as it is called now, wherever something refers to it."""
    if not any(word in NAMED_BY for word in renamed):
        return
    for of_word in inherited.values():
        for item in of_word.values():
            item.words = following_names(item.words, renamed)


def _move_layouts(data: VersionData, inherited: Mapping[str, Item]) -> None:
    """Moves each inherited shared layout to the position of all variants that have it."""
    for name, item in inherited.items():
        starts = {
            row["start"]
            for record in data.items["records"].values()
            for row in record.words["fields"]
            if any(layout.get("layout") == name for layout in row.get("layouts", ()))
        }
        if len(starts) == 1:
            fields = all_moved(item.words["fields"], starts.pop())
            item.words = item.words.merged({"fields": fields})


def _same(documents: Mapping[str, SpecMapping]) -> Iterator[SpecMapping]:
    """All mappings under `same`: one, or several."""
    for same in (document["same"] for document in documents.values() if "same" in document):
        yield from [same] if isinstance(same, SpecMapping) else same


def _as_well_established(words: SpecMapping, same: SpecMapping) -> SpecMapping:
    """The keys of an unchanged item, with grades no better than that of the claim that it is
    unchanged."""
    if "grade" not in same:
        return words
    weakened: SpecMapping = _weakened(words, same["grade"])
    if "sources" in words:
        known = words["sources"]
        further = [source for source in same["sources"] if source not in known]
        weakened["sources"] = known.replaced([*known, *further])
    return weakened


def _weakened(node: Any, grade: str) -> Any:
    """A copy in which no grade is better than this one."""
    if isinstance(node, SpecMapping):
        copy = node.without()
        for word, value in node.items():
            copy[word] = _weakened_word(word, value, grade)
        return copy
    if isinstance(node, SpecSequence) and any(isinstance(item, SpecMapping) for item in node):
        return node.replaced(_weakened(item, grade) for item in node)
    return node


def _weakened_word(word: str, value: Any, grade: str) -> Any:
    if word in GRADES and isinstance(value, str):
        return max(value, grade)
    if word == GRADES_BY_DATA_TYPE:
        weakened = value.without()
        weakened.update({code: max(own, grade) for code, own in value.items()})
        return weakened
    return _weakened(value, grade)


class _Named:
    """Which items of the base version have been referred to so far, and by what."""

    def __init__(self, base: VersionData, problems: list[Problem]) -> None:
        self.base = base
        self.problems = problems
        self.seen: dict[tuple[str, str], Mark] = {}
        self.unknown = Counter[str]()

    def take(self, change: SpecMapping) -> tuple[str, str, Item | None]:
        singular = next(word for word in SINGULAR if word in change)
        word = SINGULAR[singular]
        name, place = change[singular], (change.mark_of(singular), change.path_of(singular))
        return word, name, self._take(word, name, *place)

    def same(
        self, same: SpecMapping, word: str, names: str | SpecSequence
    ) -> Iterator[tuple[str, Item]]:
        if isinstance(names, str):
            left = {k: i for k, i in self.base.items[word].items() if (word, k) not in self.seen}
            self.seen.update(((word, identifier), same.mark) for identifier in left)
            yield from left.items()
            return
        for at, name in enumerate(names):
            place = names.mark_of(at), names.path_of(at)
            item = self._take(word, name, *place)
            if item is not None:
                yield name, item

    def _take(self, word: str, name: str, mark: Mark, path: str) -> Item | None:
        item = self.base.items[word].get(name)
        if item is None and word == "records" and name in self.base.lost:
            return None
        if item is None:
            self.unknown[word] += 1
            advice = known_words(name, self.base.items[word], said="Known there")
            message = f"the version that is extended has no {name!r} among its {word}"
            self.problems.append(Problem(mark, path, message, advice))
        elif (word, name) in self.seen:
            message = (
                f"{name!r} of {word} is named twice, first in line {self.seen[word, name].line}"
            )
            self.problems.append(
                Problem(mark, path, message, "List it once, under `same`, `changed` or `open`.")
            )
            return None
        else:
            self.seen[word, name] = mark
        return item

    def report_forgotten(self, form: SpecMapping) -> None:
        for word in SINGULAR.values():
            items = self.base.items[word]
            left = [name for name in items if (word, name) not in self.seen]
            # Each unknown name may be meant for one of these.
            if len(left) > self.unknown[word]:
                message = f"these {word} are not listed: {some_of(left)}"
                advice = "Name each under `same`, `changed`, `open` or `retired`."
                self.problems.append(Problem(form.mark, form.path, message, advice))


def _resolve_likes(
    data: VersionData, table: Table, key_fields: KeyFields, problems: list[Problem]
) -> None:
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
            message = f"unknown record {model!r}"
            problems.append(Problem(mark, path, message, known_words(model, records)))
            return None
        base = resolve(model, (*pending, key))
        if base is None:
            return None
        merged = standing_at(words, base, words.without("like", "changed", *BLOCKS))
        copied, role = key_fields.copied(base, words), merged.get("role", "")
        merged["fields"] = changed_fields(copied, words, "changed", table, role)
        records[key] = replace(records[key], words=merged, like=model, own=frozenset(words))
        return merged

    for key in list(records):
        if resolve(key, ()) is None:
            del records[key]
            data.lost.add(key)


def _changed(
    words: SpecMapping, change: SpecMapping, table: Table, problems: list[Problem]
) -> SpecMapping:
    """The keys of an item after a change: `with`, `fields` and below, `moves`, `add` ..."""
    own = change.get("with", SpecMapping())
    further = change.keys() & {"fields", *BLOCKS, *BETWEEN_VERSIONS, "add", "remove"}
    merged = standing_at(change if further else own, words, own)
    for word in change.keys() & set(BETWEEN_VERSIONS):
        merged[word] = change[word]
    if "fields" in merged:
        role = merged.get("role", "")
        merged["fields"] = changed_fields(words["fields"], change, "fields", table, role)
    if "data_type" in change:
        merged = whole_data_type(merged)
    if ("add" in change or "remove" in change) and "codes_from" in merged:
        message = f"the codes of this list come from its {merged['codes_from']}"
        advice = "Change those instead; `add` and `remove` are not allowed here."
        problems.append(Problem(change.mark, change.path, message, advice))
    elif "add" in change or "remove" in change:
        merged["codes"] = changed_codes(merged["codes"], change, problems)
    return whole_codes(merged, problems)


def _add(items: dict[str, Item], identifier: str, item: Item, problems: list[Problem]) -> None:
    if identifier in items:
        first = items[identifier].words.mark
        message = f"{identifier!r} appears twice, first in {first.file}:{first.line}"
        words = item.words
        problems.append(Problem(words.mark, words.path, message, "Rename or remove one of them."))
    else:
        items[identifier] = item


def _list(documents: Mapping[str, SpecMapping], word: str) -> Iterator[Any]:
    for document in documents.values():
        yield from document.get(word, ())
