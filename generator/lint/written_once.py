"""What is written once for all records: the fields that a key fills, and the facts about kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.nodes import Problem, SpecMapping
from generator.load.unknown import known_words, some_of
from generator.resolve.kinds import names_of_kinds
from generator.resolve.model import Spec, VersionSpec
from generator.runtime.core import kinds as runtime_kinds

KEY_WIDTH = 2
"""The characters that every line begins with: its data type and its record type."""

FILLED_IN = re.compile(r"\{(name|code)\}")


def written_once_problems(spec: Spec, version: VersionSpec) -> Iterator[Problem]:
    """Mistakes in `key_fields` and `kinds`, from which much in every record follows."""
    documents = spec.documents[version.folder].values()
    rows = [row for document in documents for row in document.get("key_fields", ())]
    yield from _positions(rows)
    lists = ["data_types", *(codes.name for codes in version.code_lists)]
    for row in rows:
        if row.get("named_in", lists[0]) not in lists:
            message = f"there is no code list {row['named_in']!r}"
            yield _at(row, "named_in", message, known_words(row["named_in"], lists))
        if set("{}") & set(FILLED_IN.sub("", row["meaning"])):
            message = "only {name} and {code} are filled in"
            yield _at(row, "meaning", message, "Correct what is in braces.")
    seen: dict[str, SpecMapping] = {}
    for words in (words for document in documents for words in document.get("kinds", ())):
        kind, known = words["kind"], names_of_kinds(runtime_kinds)
        if kind not in known:
            yield _at(words, "kind", f"unknown kind {kind!r}", known_words(kind, known))
        elif kind in seen:
            message = f"the kind {kind} appears twice, first in line {seen[kind].mark.line}"
            yield _at(words, "kind", message, "Combine the two.")
        seen.setdefault(kind, words)


def _positions(rows: list[SpecMapping]) -> Iterator[Problem]:
    """Key fields follow each other, and fill the characters of a key."""
    start = 1
    for row in rows:
        if row["start"] != start:
            message = f"`{row['name']}` begins at position {row['start']}, not {start}"
            yield _at(row, "start", message, "Key fields follow each other from position 1.")
            return
        start += row["width"]
    if rows and start != KEY_WIDTH + 1:
        names = some_of(row["name"] for row in rows)
        message = f"lines begin with {KEY_WIDTH} characters of a key, not {start - 1}"
        advice = f"Add, remove or correct a field. Key fields: {names}."
        yield Problem(rows[0].mark, rows[0].path, message, advice)


def _at(words: SpecMapping, word: str, message: str, advice: str) -> Problem:
    return Problem(words.mark_of(word), words.path_of(word), message, advice)
