"""Turns the nodes of one version into objects of the runtime, and reports unresolved references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, is_dataclass, replace
from dataclasses import fields as dataclass_fields
from types import ModuleType
from typing import Any, TypeVar

from generator.load.nodes import TO_ADD_ONE, Problem, SpecMapping
from generator.load.unknown import unknown
from generator.resolve import items
from generator.resolve.attributes import attributes_of, frozen
from generator.resolve.conditions import (
    STATED,
    Statement,
    by_data_type,
    lists_when,
    own_conditions,
    simple_conditions,
    stated_conditions,
)
from generator.resolve.fields import DIRECTION, CharacterSetSpec, FieldSpec, LayoutSpec
from generator.resolve.kinds import (
    find_kinds,
    identifiers_known,
    surplus_words,
    words_of_kinds,
)
from generator.resolve.model import DataTypeSpec, RecordSpec, VersionSpec
from generator.resolve.totals import counts, default_of, total_of
from generator.runtime.core.character_encodings import LATIN_1
from generator.runtime.core.fields import field_table
from generator.runtime.core.formats import Format
from generator.runtime.core.kinds.kind import Kind
from generator.runtime.core.parts import Part
from generator.runtime.core.places import Place
from generator.runtime.core.records import Record
from generator.runtime.core.structures import StructureRow
from generator.versions.extend import VersionData

T = TypeVar("T")

LINE_ENDS = {"CRLF": "\r\n", "LF": "\n"}

UNRESOLVED = Kind()
"""The kind of a field whose own kind has an error."""


@dataclass(frozen=True, slots=True)
class Within:
    """The defaults for fields of an item, and the module of their classes."""

    module: str
    grade: str
    sources: tuple[str, ...]
    conditions: Mapping[str, Sequence[Statement]]
    record_grade: str
    """The grade of the record; empty for a layout that records share."""


class Resolver:
    """Resolves one version; unresolved references are added to ``problems``."""

    def __init__(
        self, data: VersionData, folder: str, kinds: ModuleType, problems: list[Problem]
    ) -> None:
        self.data = data
        self.folder = folder
        self.kinds = find_kinds(kinds)
        self.kind_words = words_of_kinds(self.kinds)
        self.problems = problems
        found = data.items
        self.data_types = {
            k: items.data_type(i.words, personal=False) for k, i in found["data_types"].items()
        }
        self.character_sets = {
            k: items.character_set(i.words, data.format.get("encoding", LATIN_1))
            for k, i in found["character_sets"].items()
        }
        self.code_lists = {
            k: items.code_list(i.words, self.data_types) for k, i in found["code_lists"].items()
        }
        structures = [i.words for i in found["file_structures"].values()]
        self.structures = items.file_structures(structures, self.data_types.values())
        self.rules = [items.rule(i.words) for i in found["rules"].values()]
        self.layouts: dict[str, LayoutSpec] = {}
        self.default_characters: CharacterSetSpec | None = None

    def version(self) -> VersionSpec:
        """The version as a whole."""
        form, found = self.data.format, self.data.items
        self.default_characters = self._look_up(form, "characters", self.character_sets)
        for name, item in found["layouts"].items():
            self.layouts[name] = self._layout(item.words, Within(item.module, "", (), {}, ""))
        conditions = stated_conditions(self.data, self.problems)
        records = [
            self._record(item.words, item.module, conditions.get(key, {}))
            for key, item in found["records"].items()
        ]
        data_types = [self._with_personal(d, records) for d in self.data_types.values()]
        file_names = [items.name_form(i.words) for i in found["file_names"].values()]
        left_open = [items.left_open(words) for words in self.data.left_open]
        applies_from = items.first_series(form)
        return VersionSpec(
            format=Format(
                version=form["version"],
                title=form["title"],
                effective=form["effective"],
                line_end=LINE_ENDS[form["line_end"]],
                encoding=form.get("encoding", LATIN_1),
                data_types={d.code: d for d in data_types},
                records={key: record.cls for record in records for key in record.keys},
                code_lists=dict(self.code_lists),
                rules={rule.id: rule for rule in self.rules},
                file_names=tuple(file_names),
                structures=tuple(self.structures),
                applies_from=applies_from,
                extends=self.data.extends,
                moves={record.key: record.moves for record in records if record.moves},
                divisions={r.key: r.divisions for r in records if r.divisions},
                open_data_types={o.name: o.why for o in left_open if o.what == "data_type"},
            ),
            folder=self.folder,
            publisher=form["publisher"],
            note=form.get("note", ""),
            grade=form["grade"],
            sources=tuple(form["sources"]),
            applies_from=applies_from,
            base_folder=self.data.base_folder,
            data_types=data_types,
            character_sets=list(self.character_sets.values()),
            code_lists=list(self.code_lists.values()),
            shared_layouts=list(self.layouts.values()),
            records=records,
            rules=self.rules,
            file_names=file_names,
            file_structures=self.structures,
            open_gaps=[items.open_gap(i.words) for i in found["open_gaps"].values()],
            left_open=left_open,
            retired=[items.left_open(words) for words in self.data.retired],
            renamed=self.data.renamed,
            words=[
                form,
                *(item.words for named in found.values() for item in named.values()),
                *self.data.left_open,
                *self.data.retired,
            ],
        )

    def _with_personal(self, data_type: DataTypeSpec, records: list[RecordSpec]) -> DataTypeSpec:
        """The data type; it is personal if any field of its records is."""
        own = [record for record in records if data_type.code in record.lengths]
        return replace(data_type, personal=any(record.cls.PERSONAL for record in own))

    def _record(
        self, words: SpecMapping, module: str, conditions: Mapping[str, Sequence[Statement]]
    ) -> RecordSpec:
        key: str = words["key"]
        codes = [key[0]] if len(key) == 2 else list(self.data_types)
        known = [self.data_types[code] for code in codes if code in self.data_types]
        if not known:
            self.problems.append(
                unknown(words, "key", f"unknown data type {key[0]!r}", self.data_types)
            )
        lengths = {d.code: d.length for d in known if d.length is not None}
        if known and not lengths:
            message = f"data type {key[0]!r} has no records: its form is {known[0].form}"
            self.problems.append(unknown(words, "key", message, ()))
        grade = words["grade"]
        within = Within(module, grade, tuple(words["sources"]), conditions, grade)
        fields = self._fields(words, within)
        if len(key) == 1 and fields:
            fields[0] = replace(fields[0], only=tuple(lengths))
        row = self._row_of(key[-1], lengths)
        attributes = {
            "KEY": key,
            "ROLE": words.get("role", ""),
            "TITLE": words["title"],
            "PLACE": row.place if row is not None else Place.DATA,
            "CONTINUES": row is not None and row.continues,
            "GRADE": grade,
            "GRADE_BY_DATA_TYPE": dict(words.get("grade_by_data_type", {})),
            "LENGTHS": lengths,
            "RULES": {rule.id: rule for rule in self.rules},
            "FIELDS": field_table(*fields),
        }
        return RecordSpec(
            cls=type(words["class"], (Record,), {"__slots__": (), **attributes}),
            meaning=words["meaning"],
            note=words.get("note", ""),
            sources=tuple(words["sources"]),
            fields=fields,
            width=words.get("width"),
            moves=tuple(items.move(move) for move in words.get("moves", ())),
            divisions=tuple(
                items.division(said)
                for word in ("splits", "merges")
                for said in words.get(word, ())
            ),
            module=module,
            words=words,
        )

    def _row_of(self, record_type: str, data_types: Iterable[str]) -> StructureRow | None:
        """The first row for such records in a structure for these data types."""
        for structure in self.structures:
            if not set(data_types).isdisjoint(structure.data_types):
                for row in structure.rows:
                    if row.record == record_type:
                        return row
        return None

    def _layout(self, words: SpecMapping, within: Within) -> LayoutSpec:
        own = Within(
            within.module,
            words.get("grade", within.grade),
            tuple(words.get("sources", within.sources)),
            {},
            within.record_grade,
        )
        fields = self._fields(words, own)
        if own.record_grade:
            fields = [
                replace(f, grade="" if f.established == own.record_grade else f.established)
                for f in fields
            ]
        repeated = "repeat" in words
        offset = fields[0].start - 1 if repeated and fields else 0
        of_class = [replace(f, start=f.start - offset) for f in fields]
        attributes = {"__slots__": (), "FIELDS": field_table(*of_class)}
        return LayoutSpec(
            cls=type(words["class"], (Part,), attributes),
            title=words.get("title", ""),
            meaning=words.get("meaning", ""),
            grade=own.grade,
            note=words.get("note", ""),
            sources=own.sources,
            fields=fields,
            when=tuple(words.get("when", ())),
            module=within.module,
            repeated=repeated,
            words=words,
        )

    def _fields(self, owner: SpecMapping, within: Within) -> list[FieldSpec]:
        names = [words["name"] for words in owner["fields"]]
        return [self._field(words, names, within) for words in owner["fields"]]

    def _field(self, words: SpecMapping, names: list[str], within: Within) -> FieldSpec:
        kind_class = self.kinds.get(words["kind"])
        if kind_class is None:
            message = f"unknown kind {words['kind']!r}"
            lacking = unknown(words, "kind", message, self.kinds, to_add=TO_ADD_ONE)
            self.problems.append(lacking)
        grade = words.get("grade", within.grade)
        sources = tuple(words.get("sources", within.sources))
        layouts = self._layouts_of(
            words, Within(within.module, grade, sources, {}, within.record_grade)
        )
        stated = within.conditions.get(words["name"], ())
        going = (names[0], self._data_types_that_go)
        together = (*own_conditions(words), *(one.condition for one in stated))
        one_by_one = {word: simple_conditions(words, word, *going) for word in STATED.values()}
        kind = self._kind(words, kind_class, layouts, names)
        total = total_of(words)
        return FieldSpec(
            **attributes_of(words),
            kind=kind,
            total=total,
            blank=words.get("blank") == "allowed"
            or (kind_class is not None and kind_class.BLANK_ALLOWED),
            blank_when=one_by_one["blank_when"],
            filled_when=one_by_one["filled_when"],
            conditions=tuple(by_data_type(together, *going)),
            default=self._default(words) or default_of(total, kind, words["width"]),
            special=self._look_up(words, "special", self.code_lists),
            counts=counts(words["counts"]) if "counts" in words else None,
            identifier=identifiers_known().get(words.get("identifier", "")),
            kind_name=words["kind"],
            kind_class=kind_class,
            note=words.get("note", ""),
            established=grade,
            sources=sources,
            layouts=tuple(layouts),
            words=words,
        )

    def _default(self, words: SpecMapping) -> str:
        """The value that `build` writes if none is given: the author's text, or the version."""
        if "default_from" in words:
            return str(self.data.format[words["default_from"]])
        return str(words.get("default", ""))

    def _kind(
        self,
        words: SpecMapping,
        kind: type[Kind] | None,
        layouts: Sequence[LayoutSpec],
        names: list[str],
    ) -> Kind:
        """The kind of the package; `UNRESOLVED` if it has an error."""
        chooser = self._chooser(words, names) if "chosen_by" in words else ""
        by_code: dict[str, list[type[Part]]] = {}
        for layout in layouts:
            for code in layout.when:
                by_code.setdefault(code, []).append(layout.cls)
        values: dict[str, Any] = {
            "codes": self._look_up(words, "codes", self.code_lists),
            "codes_when": tuple(
                by_data_type(
                    lists_when(words, self.code_lists, self.problems),
                    names[0],
                    self._data_types_that_go,
                )
            ),
            "starts_with": self._look_up(words, "starts_with", self.code_lists),
            "characters": self._characters(words),
            "item": layouts[0].cls if layouts else None,
            "chosen_by": chooser,
            "layouts": {code: of_code[0] for code, of_code in by_code.items()},
            "alternatives": {c: tuple(rest) for c, (_, *rest) in by_code.items() if rest},
            "fallback": "fallback" in words,
        }
        if kind is None or not self._words_fit(words, kind, values):
            return UNRESOLVED
        taken = (
            {f.name: f for f in dataclass_fields(kind)} if is_dataclass(kind) else dict[str, Any]()
        )
        values |= {name: frozen(words[name]) for name in taken if name in words.keys() - values}
        needed = (name for name, argument in taken.items() if argument.default is MISSING)
        return kind(**dict.fromkeys(needed) | {n: values[n] for n in taken if n in values})

    def _characters(self, words: SpecMapping) -> CharacterSetSpec | None:
        if "characters" in words:
            return self._look_up(words, "characters", self.character_sets)
        return self.default_characters

    def _chooser(self, words: SpecMapping, names: list[str]) -> str:
        """The field that chooses: for the direction the data type, the first character."""
        chosen_by: str = words["chosen_by"]
        if chosen_by == DIRECTION:
            return names[0]
        if chosen_by in names:
            return chosen_by
        self.problems.append(
            unknown(words, "chosen_by", f"there is no field {chosen_by!r} here", names)
        )
        return ""

    def _words_fit(self, words: SpecMapping, kind: type[Kind], values: Mapping[str, Any]) -> bool:
        """Whether the keys belong to the kind, and everything that they refer to is known."""
        given = self.kind_words & words.keys()
        needed, taken = kind.words(words)
        missing = sorted(needed - given)
        for word in missing:
            message = f"a field of kind {words['kind']} needs `{word}`"
            self.problems.append(Problem(words.mark, words.path, message, f"Add `{word}:`."))
        self.problems += surplus_words(words, sorted(given - needed - taken))
        return not missing and all(
            values[word]
            for word in ("codes", "starts_with", "characters", "chosen_by")
            if word in given or (word == "characters" and word in kind.TAKES)
        )

    def _layouts_of(self, words: SpecMapping, within: Within) -> list[LayoutSpec]:
        """The item of a group, or the layouts of a variant."""
        if "class" in words and "fields" in words:
            return [self._layout(words, within)]
        layouts = []
        for reading in words.get("layouts", ()):
            if "layout" in reading:
                shared = self._look_up(reading, "layout", self.layouts)
                if shared is None:
                    continue
                layout = replace(shared, when=tuple(reading["when"]))
            else:
                layout = self._layout(reading, within)
            if words.get("chosen_by") == DIRECTION:
                layout = replace(layout, when=self._data_types_that_go(layout.when))
            layouts.append(layout)
        # A layout for a direction without data types does not belong to this version.
        return [layout for layout in layouts if layout.when] or layouts

    def _data_types_that_go(self, directions: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            d.code
            for d in self.data_types.values()
            if d.direction in directions and d.length is not None
        )

    def _look_up(self, words: SpecMapping, word: str, known: Mapping[str, T]) -> T | None:
        """The item that the key refers to; an unknown name is reported."""
        if word not in words:
            return None
        found = known.get(words[word])
        if found is None:
            self.problems.append(unknown(words, word, f"unknown {words[word]!r}", known))
        return found
