"""The resolved spec as plain data, with facts and evidence together, and without defaults."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from types import ModuleType
from typing import Any, TypeAlias

from generator.resolve.fields import (
    CharacterSetSpec,
    CodeEvidence,
    CodeListSpec,
    FieldSpec,
    LayoutSpec,
)
from generator.resolve.model import (
    DataTypeSpec,
    DivisionSpec,
    FileStructureSpec,
    FirstSeriesSpec,
    LeftOpen,
    MoveSpec,
    NameFormSpec,
    OpenGap,
    RecordSpec,
    RuleSpec,
    Source,
    VersionSpec,
)
from generator.runtime.core.character_encodings import LATIN_1
from generator.runtime.core.codes import CharacterSet, CodeList
from generator.runtime.core.conditions import Condition
from generator.runtime.core.fields import Counts, Field, Total
from generator.runtime.core.formats import NamePart
from generator.runtime.core.structures import StructureRow

Plain: TypeAlias = dict[str, Any]

LINE_ENDS = {"\r\n": "CRLF", "\n": "LF"}

WORDS = dataclasses.fields(Condition)
"""The keys of a condition."""

RESOLVED_WORDS = frozenset(
    {"characters", "chosen_by", "codes", "fields", "layouts", "none", "starts_with"}
)
"""The keys of kinds that are written differently; all others are as the author wrote them."""


def version(said: VersionSpec) -> Plain:
    """A version, complete."""
    return _plain(
        version=said.version,
        title=said.title,
        publisher=said.publisher,
        effective=said.effective,
        applies_from=first_series(said.applies_from),
        line_end=LINE_ENDS[said.format.line_end],
        encoding=said.format.encoding if said.format.encoding != LATIN_1 else "",
        grade=said.grade,
        sources=said.sources,
        extends=said.extends,
        base_folder=said.base_folder,
        data_types=[data_type(d) for d in said.data_types],
        character_sets=[character_set(c) for c in said.character_sets],
        code_lists=[code_list(c) for c in said.code_lists],
        shared_layouts=[layout(x) for x in said.shared_layouts],
        records=[record(r) for r in said.records],
        rules=[rule(r) for r in said.rules],
        file_names=[name_form(form) for form in said.file_names],
        file_structures=[file_structure(one) for one in said.file_structures],
        open_gaps=[open_gap(gap) for gap in said.open_gaps],
        left_open=[left_open(item) for item in said.left_open],
        retired=[left_open(item) for item in said.retired],
    )


def first_series(said: FirstSeriesSpec | None) -> Plain | None:
    """The first series of a version."""
    if said is None:
        return None
    return _plain(
        year=said.year, month=said.month, grade=said.grade, sources=said.sources, note=said.note
    )


def source(said: Source) -> Plain:
    """A source."""
    return _plain(
        id=said.id,
        title=said.title,
        what=said.what,
        establishes=said.establishes,
        grade=said.grade,
    )


def data_type(said: DataTypeSpec) -> Plain:
    """A data type."""
    return _plain(
        code=said.code,
        name=said.name,
        title=said.title,
        meaning=said.meaning,
        direction=said.direction,
        form=said.form,
        length=said.length,
        length_grade=said.length_grade,
        length_at_least=said.length_at_least,
        grade=said.grade,
        sources=said.sources,
        note=said.note,
        personal=said.personal,
        is_sent=said.is_sent,
    )


def character_set(said: CharacterSetSpec) -> Plain:
    """A character set."""
    return _plain(
        name=said.name,
        meaning=said.meaning,
        characters=said.characters,
        grade=said.grade,
        sources=said.sources,
    )


def code_list(said: CodeListSpec) -> Plain:
    """A code list, with its codes in order."""
    return _plain(
        name=said.name,
        title=said.title,
        meaning=said.list_meaning,
        closed=said.closed,
        grade=said.grade,
        sources=said.sources,
        note=said.note,
        codes=[_code(said, evidence) for evidence in said.evidence],
    )


def _code(codes: CodeListSpec, evidence: CodeEvidence) -> Plain:
    code = evidence.code
    return _plain(
        code=code,
        meaning=codes[code],
        grade=evidence.grade,
        note=evidence.note,
        stands_for=codes.stands_for.get(code, ()),
        stands_for_grade=evidence.stands_for_grade,
        spelled_by=codes.spelled_by.get(code, ""),
        not_established=evidence.not_established,
    )


def layout(said: LayoutSpec) -> Plain:
    """A nested layout."""
    return _plain(
        class_name=said.class_name,
        title=said.title,
        meaning=said.meaning,
        grade=said.grade,
        sources=said.sources,
        fields=[field(f) for f in said.fields],
        when=said.when,
        repeated=said.repeated,
    )


def record(said: RecordSpec) -> Plain:
    """A record."""
    return _plain(
        key=said.key,
        class_name=said.class_name,
        title=said.title,
        meaning=said.meaning,
        note=said.note,
        role=said.role,
        place=said.place,
        grade=said.grade,
        grade_by_data_type=said.grade_by_data_type,
        sources=said.sources,
        fields=[field(f) for f in said.fields],
        width=said.width,
        lengths=said.lengths,
        moves=[move(m) for m in said.moves],
        divisions=[division(d) for d in said.divisions],
    )


def field(said: FieldSpec) -> Plain:
    """A field, with its lists and character set by name, and the keys of its kind."""
    kind = said.kind_class
    of_kind = (kind.NEEDS | kind.TAKES) - RESOLVED_WORDS if kind is not None else ()
    own = {word: said.words[word] for word in said.words if word in of_kind}
    facts = {f.name: _fact(getattr(said, f.name)) for f in dataclasses.fields(Field)}
    facts |= {"kind": said.kind_name, "grade": said.established}
    return _plain(
        **facts,
        note=said.note,
        sources=said.sources,
        layouts=[layout(x) for x in said.layouts],
        chooser=said.chooser,
        only=said.only,
        code_list=_fact(said.code_list),
        starts_with=_fact(said.starts_with),
        character_set=_fact(said.character_set),
        **own,
    )


def _fact(value: Any) -> Any:
    """A fact of a field; anything with a name is referred to by name."""
    if isinstance(value, CodeList | CharacterSet):
        return value.name
    if isinstance(value, ModuleType):
        return value.__name__.rpartition(".")[2]
    if value and isinstance(value, tuple) and isinstance(value[0], Condition):
        return [_plain(**{word.name: getattr(one, word.name) for word in WORDS}) for one in value]
    if isinstance(value, Counts):
        words = {"what": value.what, "in": value.within}
        return words | _plain(matching=value.matching, zero_allowed=value.zero_allowed)
    if isinstance(value, Total):
        return _plain(over=value.over, field=value.field, checksum=_fact(value.checksum))
    return value


def move(said: MoveSpec) -> Plain:
    """A field that has another place in the version that is extended."""
    return _plain(field=said.field_name, to=said.to, when=said.when)


def division(said: DivisionSpec) -> Plain:
    """A field that is split or merged between this version and the one that is extended."""
    return _plain(fields=said.fields, to=said.to, at=said.at)


def rule(said: RuleSpec) -> Plain:
    """A rule."""
    return _plain(
        id=said.id,
        scope=said.scope,
        severity=said.severity,
        grade=said.grade,
        sources=said.sources,
        meaning=said.meaning,
        why=said.why,
        do=said.do,
        received=said.received,
        own_evidence=said.own_evidence,
        header=said.header,
        note=said.note,
    )


def name_form(said: NameFormSpec) -> Plain:
    """A pattern of file names."""
    return _plain(
        name=said.name,
        data_types=said.data_types,
        example=said.example,
        parts=[_name_part(part) for part in said.parts],
        grade=said.grade,
        sources=said.sources,
    )


def _name_part(said: NamePart) -> Plain:
    return _plain(
        width=said.width,
        literal=said.literal,
        part=said.part,
        digits=said.digits,
        agrees_with=said.agrees_with,
        last=said.last,
    )


def file_structure(said: FileStructureSpec) -> Plain:
    """The records of a file."""
    return _plain(
        name=said.name,
        title=said.title,
        meaning=said.meaning,
        note=said.note,
        data_types=said.data_types,
        records=[_structure_row(row) for row in said.rows],
        grade=said.grade,
        sources=said.sources,
    )


def _structure_row(said: StructureRow) -> Plain:
    return _plain(
        record=said.record,
        occurs=said.occurs,
        place=said.place,
        under=said.under,
        continues=said.continues,
    )


def open_gap(said: OpenGap) -> Plain:
    """Something known to exist that is not established."""
    return _plain(
        id=said.id,
        title=said.title,
        known=said.known,
        not_established=said.not_established,
        sources=said.sources,
    )


def left_open(said: LeftOpen) -> Plain:
    """An item of the extended version that is open or absent in this one."""
    return _plain(what=said.what, name=said.name, why=said.why)


def _plain(**members: Any) -> Plain:
    return {name: _value(value) for name, value in members.items() if value}


def _value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _value(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_value(item) for item in value]
    return str(value) if isinstance(value, str) else value
