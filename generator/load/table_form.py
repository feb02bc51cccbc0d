"""Completes the fields of a record from their table, one row each: adds the facts below the rows,
and those that follow from the kind of a field, its record and the record's key.

The rest of the generator reads only complete rows. Each key keeps its original position.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.load.nodes import Problem, SpecMapping, SpecSequence, Written
from generator.load.unknown import known_words

BLOCKS = ("details", "meanings", "notes", "layouts", "items")
"""The keys below the rows of a table, each of which has facts by name of field."""

NO_ROLE = "none"
"""The role of a field that has none."""


class Table:
    """Completes tables with the version's facts about kinds; failures are problems."""

    def __init__(self, kinds: Mapping[str, SpecMapping], problems: list[Problem]) -> None:
        self._kinds = kinds
        self.problems = problems

    def whole(self, owner: SpecMapping, role: str = "") -> SpecMapping:
        """A record or layout with complete rows; ``role`` is that of the record with the layout."""
        if "fields" not in owner:
            return owner
        copy = owner.without(*BLOCKS)
        rows = self.rows(owner["fields"], owner, owner.get("role", role))
        copy.put_from("fields", owner, "fields", rows)
        return copy

    def rows(
        self, fields: SpecSequence, owner: SpecMapping, role: str, complete: bool = True
    ) -> SpecSequence:
        """The rows with the owner's facts about them, which take precedence; not ``complete`` if
        rows are missing because of a known mistake."""
        if complete:
            self._report_unknown(fields, owner)
        return fields.replaced(self._row(words, owner, role) for words in fields)

    def _row(self, words: SpecMapping, owner: SpecMapping, role: str) -> SpecMapping:
        name = words["name"]
        row = words.without()
        for block, word in (("meanings", "meaning"), ("notes", "note")):
            if name in owner.get(block, ()):
                row.put_from(word, owner[block], name)
        details = owner.get("details", {}).get(name, SpecMapping())
        for word in details:
            row.put_from(word, details, word)
        if name in owner.get("layouts", ()):
            layouts = owner["layouts"][name]
            whole = layouts.replaced(self.whole(layout, role) for layout in layouts)
            row.put_from("layouts", owner["layouts"], name, whole)
        if name in owner.get("items", ()):
            item = self.whole(owner["items"][name], role)
            row.put_from("class", item, "class")
            row.put_from("fields", item, "fields")
        self._put_what_follows(row, role)
        return row

    def _put_what_follows(self, row: SpecMapping, role: str) -> None:
        """Adds the meaning and the role if the author left them out."""
        name = row["name"]
        of_kind = self._kinds.get(row["kind"], SpecMapping())
        if "meaning" not in row and "meaning" in of_kind:
            row.put_from("meaning", of_kind, "meaning")
        if "meaning" not in row:
            self._report(row, f"`{name}` has no meaning", "Add it under `meanings`.")
            row["meaning"] = ""
        if "repeat" in row and "fields" not in row:
            message = f"`{name}` does not say what its items are"
            self._report(row, message, "Add their class and fields under `items`.")
        if "chosen_by" in row and "layouts" not in row:
            message = f"`{name}` does not say what its layouts are"
            self._report(row, message, "Add them under `layouts`.")
        said = row.get("role", of_kind.get("role", role))
        if said == NO_ROLE:
            row["role"] = ""
        elif said and "." not in said:
            row["role"] = f"{said}.{name}"
        else:
            row["role"] = said

    def _report(self, row: SpecMapping, message: str, advice: str) -> None:
        self.problems.append(Problem(row.mark, row.path, message, advice))

    def _report_unknown(self, fields: SpecSequence, owner: SpecMapping) -> None:
        names = [words["name"] for words in fields]
        for block in BLOCKS:
            said = owner.get(block, SpecMapping())
            for name in said:
                if name not in names:
                    message = f"there is no field {name!r} here"
                    advice = known_words(name, names, said="Fields")
                    place = said.key_mark(name), said.path_of(name)
                    self.problems.append(Problem(*place, message, advice))


class KeyFields:
    """The fields with a record's key: literals, written once for all records.

    ``names`` has the meanings of codes, by the list that a key field names.
    """

    def __init__(self, rows: Sequence[SpecMapping], names: Mapping[str, Mapping[str, str]]) -> None:
        self._rows = rows
        self._names = names

    def put_in(self, record: SpecMapping) -> None:
        """Adds the fields that follow from the record's key."""
        fields = list(record["fields"])
        known = {words["name"] for words in fields}
        for row in self._of(record):
            if row["name"] not in known:
                later = (i for i, words in enumerate(fields) if words["start"] > row["start"])
                fields.insert(next(later, len(fields)), row)
        record["fields"] = record["fields"].replaced(fields)

    def copied(self, model: SpecMapping, record: SpecMapping) -> SpecSequence:
        """The fields of a record that another copies, with the key of the copy."""
        before = {row["name"]: row["literal"] for row in self._of(model)}
        after = {row["name"]: row for row in self._of(record)}
        fields: SpecSequence = model["fields"]
        return fields.replaced(
            (
                after.get(words["name"], words)
                if words["name"] in before and words.get("literal") == before[words["name"]]
                else words
            )
            for words in fields
        )

    def _of(self, record: SpecMapping) -> Iterator[SpecMapping]:
        for words, literal in key_literals(self._rows, record["key"]):
            row = SpecMapping(record.mark_of("key"), record.path_of("key"))
            called = self._names.get(words.get("named_in", ""), {}).get(literal, literal)
            meaning = words["meaning"].replace("{name}", called).replace("{code}", literal)
            values = {word: words[word] for word in ("start", "width", "kind", "name")}
            for word, value in {**values, "literal": literal, "meaning": meaning}.items():
                row.put(word, row.mark, value, Written(row.mark, path=row.path))
            row["role"] = ""
            yield row


def key_literals(rows: Sequence[SpecMapping], key: str) -> Iterator[tuple[SpecMapping, str]]:
    """The key fields filled by a key, from its last character backwards, each with its text."""
    at = len(key) - sum(words["width"] for words in rows)
    for words in rows:
        if at >= 0:
            yield words, key[at : at + words["width"]]
        at += words["width"]
