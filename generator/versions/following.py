"""A record that is `like` another follows it: a change of the original in the next version applies
to both, except for properties of the copy itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.load.nodes import Problem, SpecMapping, SpecSequence
from generator.load.table_form import BLOCKS, Table
from generator.versions.changed_fields import changed_fields
from generator.versions.item import Item

WORD_OF_BLOCK = {"meanings": "meaning", "notes": "note"}
"""The key of a row for each block below the rows; `items` and `layouts` are contents of the row."""

BETWEEN_VERSIONS = ("moves", "splits", "merges")
"""The keys of a record that say how its values are carried from the version that is extended."""


class Following:
    """The records of a version, prepared for the changes of one that extends it."""

    def __init__(
        self, records: Mapping[str, Item], changes: Iterable[SpecMapping], table: Table
    ) -> None:
        self._records = records
        self._changes = {change["record"]: change for change in changes if "record" in change}
        self._table = table

    def words(self, item: Item) -> SpecMapping:
        """The keys of an item; for a copy, after the changes of the record that it copies."""
        words = item.words.without(*BETWEEN_VERSIONS)
        for model, change in self._changes_of(item.like):
            own = change.get("with", SpecMapping())
            words = words.merged(own.without(*item.own))
            adapted = _Adapted(model.words, item.words, change).change(words)
            role = model.words.get("role", "")
            words["fields"] = changed_fields(words["fields"], adapted, "fields", self._table, role)
            names = {row["name"] for row in words["fields"]}
            for word in BETWEEN_VERSIONS:
                if word in change:
                    kept = (said for said in change[word] if names.issuperset(_here(said)))
                    words[word] = change[word].replaced(kept)
        return words

    def advised(self, item: Item, problems: Sequence[Problem]) -> Iterator[Problem]:
        """Problems of a change to a copy, which may repeat a change that it follows."""
        for problem in problems:
            if any(self._changes_of(item.like)):
                also = f" It is like {item.like}, whose changes it has already."
                problem = replace(problem, advice=problem.advice + also)
            yield problem

    def _changes_of(self, key: str) -> Iterator[tuple[Item, SpecMapping]]:
        """The changes of a record and of those that it copies itself, the first of them first."""
        if key not in self._records:
            return
        yield from self._changes_of(self._records[key].like)
        if key in self._changes:
            yield self._records[key], self._changes[key]


@dataclass(frozen=True, slots=True)
class _Adapted:
    """The change of an original, as far as it applies to its copy."""

    model: SpecMapping
    copy: SpecMapping
    original: SpecMapping

    def change(self, words: SpecMapping) -> SpecMapping:
        """The operations on fields that the copy has, and the changes to them by name."""
        names = [row["name"] for row in words["fields"]]
        adapted = self.original.without("with")
        operations = [
            operation
            for written in self.original.get("fields", ())
            for operation in self._operation(written, names)
        ]
        if "fields" in self.original:
            adapted["fields"] = self.original["fields"].replaced(operations)
        for block in BLOCKS:
            named = self.original.get(block, SpecMapping())
            word = WORD_OF_BLOCK.get(block, block)
            left = [name for name in named if name not in names or self._is_own(name, word)]
            if left:
                adapted.put_from(block, self.original, block, named.without(*left))
        return adapted

    def _operation(self, operation: SpecMapping, names: list[str]) -> Iterator[SpecMapping]:
        """The operation for the copy, if it applies; ``names`` receives the names of its fields."""
        if "insert" in operation:
            name = operation["insert"]["name"]
            beside = "after" if "after" in operation else "before"
            if name in names:
                return
            at = self._beside(operation[beside], beside, names)
            yield operation.without("after", "before").merged(at)
            side, anchor = next(iter(at.items()))
            names.insert(names.index(anchor) + (side == "after"), name)
        elif "remove" in operation:
            if operation["remove"] in names:
                names.remove(operation["remove"])
                yield operation
        else:
            said = operation["replace"]
            for name in [said] if isinstance(said, str) else list(said):
                if name in names:
                    yield from self._replaced(operation, name, names)

    def _replaced(
        self, operation: SpecMapping, name: str, names: list[str]
    ) -> Iterator[SpecMapping]:
        """The operation on one field, without the keys that the copy sets itself."""
        one = operation.without("replace", "with", "without").merged({"replace": name})
        for word in ("with", "without"):
            given = operation.get(word, ())
            kept = [said for said in given if not self._is_own(name, said)]
            if isinstance(given, SpecMapping):
                one[word] = given.without(*(given.keys() - set(kept)))
            elif isinstance(given, SpecSequence):
                one[word] = given.replaced(kept)
        if one.get("with") or one.get("without"):
            yield one
            names[names.index(name)] = one.get("with", {}).get("name", name)

    def _beside(self, anchor: str, beside: str, names: list[str]) -> Mapping[str, Any]:
        """The position next to a field; if the copy lacks that field, next to the one before it."""
        if anchor in names:
            return {beside: anchor}
        before = []
        for row in self.model["fields"]:
            if row["name"] == anchor:
                break
            before.append(row["name"])
        known = [name for name in before if name in names]
        return {"after": known[-1]} if known else {"before": names[0]}

    def _is_own(self, name: str, word: str) -> bool:
        """Whether the copy differs from its original in a key of a field."""
        here, there = _row(self.copy, name), _row(self.model, name)
        return here is not None and there is not None and here.get(word) != there.get(word)


def _row(words: SpecMapping, name: str) -> SpecMapping | None:
    return next((row for row in words["fields"] if row["name"] == name), None)


def _here(said: SpecMapping) -> Iterator[str]:
    """The fields of this version in a move, split or merger."""
    names = said["into"] if "into" in said else said["field"]
    yield from [names] if isinstance(names, str) else names
