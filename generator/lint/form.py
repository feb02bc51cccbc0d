"""The form of the spec: a field or code is one line, and facts that follow are not written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.load.nodes import Problem, SpecMapping, SpecSequence
from generator.load.table_form import NO_ROLE, key_literals
from generator.resolve.model import Spec, VersionSpec
from generator.versions.nested import ADD, REMOVE

WIDEST = 130
"""The most characters in the line of a row."""

ANYWAY = {"blank": "never", "key": False, "personal": False}
"""The defaults of a field."""

LEAVE_OUT = "Remove it."


def form_problems(spec: Spec) -> Iterator[Problem]:
    """Rows that are not one line, and keys whose values follow from others."""
    folders = {version.folder: version for version in spec.versions}
    for version in spec.versions:
        chain = [version]
        while chain[-1].base_folder in folders:
            chain.append(folders[chain[-1].base_folder])
        kinds: dict[str, SpecMapping] = {}
        key_fields: list[SpecMapping] = []
        for ancestor in chain:
            files = spec.documents[ancestor.folder].values()
            kinds = {k["kind"]: k for d in files for k in d.get("kinds", ())} | kinds
            key_fields = key_fields or [row for d in files for row in d.get("key_fields", ())]
        form = _Form(version, kinds, key_fields)
        for document in spec.documents[version.folder].values():
            yield from form.problems(document)


@dataclass(frozen=True, slots=True)
class _Form:
    version: VersionSpec
    kinds: Mapping[str, SpecMapping]
    key_fields: list[SpecMapping]

    def problems(self, document: SpecMapping) -> Iterator[Problem]:
        for row in document.get("key_fields", ()):
            yield from _line(row, "start", "width", "kind", "name")
        for data_type in document.get("data_types", ()):
            yield from _length(data_type)
        for structure in document.get("file_structures", ()):
            for row in structure["records"]:
                yield from _line(row, "record", "occurs")
        for codes in document.get("code_lists", ()):
            yield from _codes(codes)
        for layout in document.get("layouts", ()):
            yield from self._table(layout, layout)
        for record in document.get("records", ()):
            yield from self._key_literals(record)
            yield from self._table(record, record)
            yield from self._changes(record, record.get("changed", ()), record.get("role", ""))
        for change in document.get("changed", ()):
            yield from self._changes(change, change.get("fields", ()), self._role_of(change))

    def _role_of(self, change: SpecMapping) -> str:
        keys = {record.key: record.role for record in self.version.records}
        return keys.get(change.get("record", ""), "")

    def _table(
        self, owner: SpecMapping, evidence: SpecMapping, role: str = ""
    ) -> Iterator[Problem]:
        """A record or layout; ``evidence`` has the grade and sources that its parts inherit."""
        role = owner.get("role", role)
        rows = {row["name"]: row for row in owner.get("fields", ())}
        for row in owner.get("fields", ()):
            yield from _line(row, "start", "width", "kind", "name")
            yield from self._follows(row, row["name"], row["kind"], role)
            yield from _established(row, evidence)
            meanings = owner.get("meanings", SpecMapping())
            known = self.kinds.get(row["kind"], SpecMapping()).get("meaning")
            if known is not None and meanings.get(row["name"]) == known:
                place = meanings.key_mark(row["name"]), meanings.path_of(row["name"])
                yield Problem(*place, "the kind of the field already says this", LEAVE_OUT)
        details: dict[str, SpecMapping] = owner.get("details", {})
        for name, words in details.items():
            if name in rows:
                yield from _room(rows[name], words, f"`{name}`")
                yield from self._follows(words, name, rows[name]["kind"], role)
                yield from _established(words, evidence)
        yield from self._nested(owner, evidence, role)

    def _nested(self, owner: SpecMapping, evidence: SpecMapping, role: str) -> Iterator[Problem]:
        items: dict[str, SpecMapping] = owner.get("items", {})
        variants: dict[str, SpecSequence | SpecMapping] = owner.get("layouts", {})
        for item in items.values():
            if "fields" in item:
                yield from self._table(item, evidence, role)
            else:
                yield from self._changes(item, item.get("changed", ()), role)
        for said in variants.values():
            if isinstance(said, SpecMapping):
                for name in said.keys() - {ADD, REMOVE}:
                    yield from self._changes(said[name], said[name].get("changed", ()), role)
                yield from self._layouts(said.get(ADD, ()), evidence, role)
            else:
                yield from self._layouts(said, evidence, role)

    def _layouts(
        self, layouts: Iterable[SpecMapping], evidence: SpecMapping, role: str
    ) -> Iterator[Problem]:
        for layout in layouts:
            yield from _established(layout, evidence)
            own = evidence.merged({k: layout[k] for k in ("grade", "sources") if k in layout})
            yield from self._table(layout, own, role)

    def _changes(
        self, owner: SpecMapping, operations: SpecSequence, role: str
    ) -> Iterator[Problem]:
        for operation in operations:
            if "insert" in operation:
                row = operation["insert"]
                yield from _line(row, "width", "kind", "name")
                yield from self._follows(row, row["name"], row["kind"], role)
        if "fields" not in owner or "key" not in owner:
            yield from self._nested(owner, SpecMapping(), role)

    def _follows(self, words: SpecMapping, name: str, kind: str, role: str) -> Iterator[Problem]:
        for word, anyway in ANYWAY.items():
            if words.get(word) == anyway:
                yield _at(words, word, "this is the default", LEAVE_OUT)
        said = words.get("role")
        if said is None:
            return
        follows = self.kinds.get(kind, SpecMapping()).get("role", role)
        if said == follows or (role and follows == role and said == f"{role}.{name}"):
            source = "record and the name" if follows == role else "kind of the field"
            yield _at(words, "role", f"the role follows from the {source}", LEAVE_OUT)
        elif said != NO_ROLE and said.endswith(f".{name}"):
            first = said.removesuffix(f".{name}")
            yield _at(words, "role", "the role ends in the name of the field", f"Write {first}.")

    def _key_literals(self, record: SpecMapping) -> Iterator[Problem]:
        names = [row["name"] for row, _ in key_literals(self.key_fields, record["key"])]
        message = "the key of the record already gives this field"
        for row in record.get("fields", ()):
            if row["name"] in names:
                yield Problem(row.mark, row.path, message, LEAVE_OUT)
        for operation in record.get("changed", ()):
            if operation.get("replace") in names and "literal" in operation.get("with", ()):
                yield Problem(operation.mark, operation.path, message, LEAVE_OUT)


def _at(words: SpecMapping, word: str, message: str, advice: str) -> Problem:
    return Problem(words.mark_of(word), words.path_of(word), message, advice)


def _line(row: SpecMapping, *first: str) -> Iterator[Problem]:
    """A row must be one line, not too wide, and begin with these keys."""
    shown = ", ".join(f"{word}: ..." for word in first)
    if row.end is None or row.end.line != row.mark.line:
        advice = f"Write {{{shown}}}; what does not fit goes below, by name."
        yield Problem(row.mark, row.path, "this is not one line in braces", advice)
    elif row.end.column - 1 > WIDEST:
        message = f"this line has {row.end.column - 1} characters"
        advice = f"At most {WIDEST}; what does not fit goes below, under `details`."
        yield Problem(row.mark, row.path, message, advice)
    if tuple(row)[: len(first)] != first:
        message = f"this does not begin with {', '.join(first)}"
        yield Problem(row.mark, row.path, message, "Put these keys first, in this order.")


def _room(row: SpecMapping, details: SpecMapping, name: str) -> Iterator[Problem]:
    """Keys below a row that it already contains, or could."""
    for word in details:
        if word in row:
            message = f"`{word}` is already in the row of {name}"
            yield Problem(
                details.key_mark(word), details.path_of(word), message, "Keep one of them."
            )
    if row.end is None or details.end is None or details.end.line != details.mark.line:
        return
    written = details.end.column - details.mark.column - len("{}")
    if row.end.column - 1 + len(", ") + written <= WIDEST:
        message = f"these keys fit in the row of {name}"
        yield Problem(details.mark, details.path, message, "Write them there.")


def _established(words: SpecMapping, evidence: SpecMapping) -> Iterator[Problem]:
    """A grade and sources that equal those of the enclosing item."""
    if "grade" not in words or "grade" not in evidence or words is evidence:
        return
    same_sources = words.get("sources", evidence.get("sources")) == evidence.get("sources")
    if words["grade"] == evidence["grade"] and same_sources:
        message = "grade and sources are the same as those around it"
        yield _at(words, "grade", message, "Remove them.")


def _length(data_type: SpecMapping) -> Iterator[Problem]:
    length: Any = data_type.get("length")
    if not isinstance(length, SpecMapping) or length.keys() != {"characters", "grade", "sources"}:
        return
    if (length["grade"], length["sources"]) == (data_type["grade"], data_type["sources"]):
        message = "the length is as well established as its data type"
        yield _at(data_type, "length", message, f"Write {length['characters']}.")


def _codes(codes: SpecMapping) -> Iterator[Problem]:
    rows = {row["code"]: row for row in codes.get("codes", ())}
    for row in rows.values():
        yield from _line(row, "code", "meaning")
    details: dict[str, SpecMapping] = codes.get("details", {})
    for code, words in details.items():
        if code in rows:
            yield from _room(rows[code], words, code)
