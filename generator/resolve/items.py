"""Items of a version that refer to no others: lists, data types, rules, names, gaps, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.load.nodes import SpecMapping
from generator.resolve.fields import CharacterSetSpec, CodeEvidence, CodeListSpec
from generator.resolve.model import (
    DataTypeSpec,
    DivisionSpec,
    FileStructureSpec,
    FirstSeriesSpec,
    LeftOpen,
    MoveSpec,
    NameFormSpec,
    OpenGap,
    RuleSpec,
    Source,
)
from generator.runtime.core.character_encodings import UTF_8_BYTES
from generator.runtime.core.formats import NamePart
from generator.runtime.core.issues import Severity
from generator.runtime.core.places import Place
from generator.runtime.core.structures import Occurs, StructureRow
from generator.versions.extend import SINGULAR

ALL = "all"
"""The data types that no other structure names."""


def source(words: SpecMapping) -> Source:
    """A source of facts."""
    return Source(
        words["id"], words["title"], words["what"], words["establishes"], words["grade"], words.mark
    )


def code_list(words: SpecMapping, data_types: Mapping[str, DataTypeSpec]) -> CodeListSpec:
    """A list of codes; it may consist of the data types."""
    codes = list(words.get("codes", ()))
    meanings = {code["code"]: code["meaning"] for code in codes}
    evidence = [
        CodeEvidence(
            code["code"],
            code.get("grade", words["grade"]),
            code.get("note", ""),
            code.get("stands_for_grade", ""),
            code.get("not_established", ""),
            tuple(code.get("sources", ())),
            code,
        )
        for code in codes
    ]
    if "codes_from" in words:
        meanings |= {d.code: d.title.lower() for d in data_types.values()}
        types = data_types.values()
        evidence += [CodeEvidence(d.code, d.grade, "", "", "", (), words) for d in types]
    return CodeListSpec(
        name=words["name"],
        codes=meanings,
        closed=words["closed"],
        grade=words["grade"],
        stands_for={c["code"]: tuple(c["stands_for"]) for c in codes if "stands_for" in c},
        spelled_by={c["code"]: c["spelled_by"] for c in codes if "spelled_by" in c},
        title=words["title"],
        list_meaning=words["meaning"],
        note=words.get("note", ""),
        sources=tuple(words["sources"]),
        evidence=tuple(evidence),
        words=words,
    )


def character_set(words: SpecMapping, encoding: str) -> CharacterSetSpec:
    """Permitted characters; `A-Z` is a range."""
    characters: list[str] = []
    for text in words["characters"]:
        if len(text) == 3 and text[1] == "-":
            characters += (chr(c) for c in range(ord(text[0]), ord(text[2]) + 1))
        else:
            characters += text
    return CharacterSetSpec(
        name=words["name"],
        characters="".join(dict.fromkeys(characters)),
        byte_counted=encoding == UTF_8_BYTES,
        meaning=words["meaning"],
        grade=words["grade"],
        note=words.get("note", ""),
        sources=tuple(words["sources"]),
        words=words,
    )


def data_type(words: SpecMapping, *, personal: bool) -> DataTypeSpec:
    """The contents of a file."""
    length = words.get("length", {})
    return DataTypeSpec(
        code=words["code"],
        name=words["name"],
        title=words["title"],
        meaning=words["meaning"],
        direction=words["direction"],
        form=words["form"],
        length=length.get("characters"),
        grade=words["grade"],
        personal=personal,
        is_sent=words.get("sender") == "centre",
        length_grade=length.get("grade", ""),
        length_at_least=length.get("at_least", False),
        note=words.get("note", ""),
        sources=tuple(words["sources"]),
        words=words,
    )


def rule(words: SpecMapping) -> RuleSpec:
    """One rule of the catalogue."""
    return RuleSpec(
        id=words["id"],
        scope=words["scope"],
        severity=Severity(words["severity"]),
        grade=words["grade"],
        meaning=words["meaning"],
        why=words["why"],
        do=words["do"],
        received=Severity(words["received"]) if "received" in words else None,
        own_evidence=words.get("own_evidence", False),
        header={name: tuple(values) for name, values in words.get("header", {}).items()},
        note=words.get("note", ""),
        sources=tuple(words["sources"]),
        words=words,
    )


def name_form(words: SpecMapping) -> NameFormSpec:
    """A pattern of file names."""
    parts = [
        NamePart(
            width=part["width"] if "part" in part else len(part["literal"]),
            literal=part.get("literal", ""),
            part=part.get("part", ""),
            digits=part.get("digits", False),
            no_digits=part.get("no_digits", False),
            agrees_with=tuple(part.get("is", ())),
            last=part.get("last", 0),
        )
        for part in words["parts"]
    ]
    return NameFormSpec(
        name=words["name"],
        data_types=tuple(words["data_types"]),
        parts=tuple(parts),
        example=words["example"],
        grade=words["grade"],
        note=words.get("note", ""),
        sources=tuple(words["sources"]),
        words=words,
    )


def file_structures(
    all_words: Sequence[SpecMapping], data_types: Iterable[DataTypeSpec]
) -> list[FileStructureSpec]:
    """The structures of files; one of them may be for all data types that no other names."""
    named = [w["data_types"] for w in all_words if w["data_types"] != ALL]
    taken = {code for codes in named for code in codes}
    left = [d.code for d in data_types if d.length is not None and d.code not in taken]
    return [_file_structure(words, left) for words in all_words]


def _file_structure(words: SpecMapping, left: Iterable[str]) -> FileStructureSpec:
    """The records of a file; ``left`` are the data types that no structure names."""
    rows = [
        StructureRow(
            record=row["record"],
            occurs=Occurs(row["occurs"]),
            place=Place(row.get("place", Place.DATA)),
            under=row.get("continues", row.get("under", "")),
            continues="continues" in row,
        )
        for row in words["records"]
    ]
    return FileStructureSpec(
        name=words["name"],
        data_types=tuple(left if words["data_types"] == ALL else words["data_types"]),
        rows=tuple(rows),
        title=words["title"],
        meaning=words["meaning"],
        grade=words["grade"],
        sources=tuple(words["sources"]),
        note=words.get("note", ""),
        words=words,
    )


def first_series(form: SpecMapping) -> FirstSeriesSpec | None:
    """The first series of a version; by default with the grade of the version."""
    if "applies_from" not in form:
        return None
    words: SpecMapping = form["applies_from"]
    return FirstSeriesSpec(
        year=words["year"],
        month=words["month"],
        grade=words.get("grade", form["grade"]),
        sources=tuple(words.get("sources", form["sources"])),
        note=words.get("note", ""),
        words=words,
    )


def move(words: SpecMapping) -> MoveSpec:
    """A field that has another place in the version that is extended."""
    when = {name: tuple(codes) for name, codes in words.get("when", {}).items()}
    return MoveSpec(words["field"], words["to"], when, words=words)


def division(words: SpecMapping) -> DivisionSpec:
    """A field that is several fields in this version, or in the one that is extended."""
    into, at = words["into"], words.get("at", "")
    if "field" in words:
        return DivisionSpec(tuple(into), (words["field"],), at, words=words)
    return DivisionSpec((into,), tuple(words["fields"]), at, words=words)


def open_gap(words: SpecMapping) -> OpenGap:
    """Something known to exist that is not established."""
    return OpenGap(
        words["id"],
        words["title"],
        words["known"],
        words["not_established"],
        tuple(words["sources"]),
    )


def left_open(words: SpecMapping) -> LeftOpen:
    """An item that is open or absent in this version."""
    what = next(word for word in SINGULAR if word in words)
    return LeftOpen(what, words[what], words["why"])
