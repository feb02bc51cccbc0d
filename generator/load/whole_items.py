"""Completes items other than tables: adds what authors may leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.load.nodes import Problem, SpecMapping, Written
from generator.load.unknown import known_words

CODE_BLOCKS = ("details", "notes")
"""The keys below the rows of a code list, each of which has facts by code."""


def whole_codes(words: SpecMapping, problems: list[Problem]) -> SpecMapping:
    """A code list whose rows include the facts below them, by code."""
    if "codes" not in words:
        return words
    known = [row["code"] for row in words["codes"]]
    for block in CODE_BLOCKS:
        said = words.get(block, SpecMapping())
        for code in said:
            if code not in known:
                place = said.key_mark(code), said.path_of(code)
                message = f"unknown code {code!r} in this list"
                problems.append(Problem(*place, message, known_words(code, known, said="Codes")))
    copy = words.without(*CODE_BLOCKS)
    rows = words["codes"].replaced(_whole_code(row, words) for row in words["codes"])
    copy.put_from("codes", words, "codes", rows)
    return copy


def _whole_code(row: SpecMapping, owner: SpecMapping) -> SpecMapping:
    whole = row.without()
    details = owner.get("details", {}).get(row["code"], SpecMapping())
    for word in details:
        whole.put_from(word, details, word)
    if row["code"] in owner.get("notes", ()):
        whole.put_from("note", owner["notes"], row["code"])
    return whole


def whole_data_type(words: SpecMapping) -> SpecMapping:
    """A data type with its default form, records, and the grade of its length."""
    copy = words.without()
    copy.setdefault("form", "records")
    if isinstance(words.get("length"), int):
        length = SpecMapping(words.mark_of("length"), words.path_of("length"))
        length.put_from("characters", words, "length")
        for word in ("grade", "sources"):
            length.put_from(word, words, word)
        copy["length"] = length
    return copy


def whole_rule(words: SpecMapping) -> SpecMapping:
    """A rule with its scope, which is the first part of its id."""
    copy = words.without()
    copy["scope"] = words["id"].split(".")[0]
    return copy


def each_named(dropped: Sequence[SpecMapping], words: Sequence[str]) -> Iterator[SpecMapping]:
    """Open or retired items, one by one: one of the keys names an item, or a list of items."""
    for node in dropped:
        word = next(word for word in words if word in node)
        names: Any = node[word]
        if isinstance(names, str):
            yield node
            continue
        for index, name in enumerate(names):
            one = node.without()
            written = Written(names.mark_of(index), names.plain(index), names.path_of(index))
            one.put(word, node.key_mark(word), name, written)
            yield one
