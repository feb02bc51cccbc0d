"""The property-based tests of a package: the laws once, and the layouts to which they are
applied."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.emit.plain import LINE_ENDS
from generator.emit.spec_json import plain_versions
from generator.emit.templates import Templates
from generator.resolve.model import Spec
from generator.runtime.testing.strategies import spec as drawn
from generator.runtime.testing.strategies.spec import RecordSpec

MODULES = ("conftest.py", "budget.py", "layouts.py", "test_records.py", "test_files.py")

PROSE = frozenset({"title", "meaning", "note", "sources", "why", "do", "class_name"})
"""Keys of the spec on which no law depends."""

EVIDENCE = frozenset({"grade", "grade_by_data_type", "length_grade"})
"""Keys on which only the severity of an issue depends."""


WRITTEN_ENDS = {said: end for end, said in LINE_ENDS.items()}


@dataclass(frozen=True, slots=True)
class RecordLayout:
    """A record whose layout no earlier version has; or one has it, but with ``other_grades``."""

    version: str
    class_name: str
    other_grades: bool


@dataclass(frozen=True, slots=True)
class FileLayout:
    """A kind of file whose layout no earlier version has."""

    version: str
    letter: str
    name: str
    line_end: str


def test_files(spec: Spec, templates: Templates) -> Iterator[tuple[str, bytes]]:
    """All files of the tests."""
    contents = plain_versions(spec)
    specs = in_order_of_extension({n: drawn.Spec(content) for n, content in contents.items()})
    records = list(record_layouts(specs))
    layouts = {
        "records": [layout for layout in records if not layout.other_grades],
        "graded": [layout for layout in records if layout.other_grades],
        "files": list(file_layouts(specs)),
        "sets": list(set_versions(specs)),
        "folders": sorted({f"v{layout.version}" for layout in records}),
    }
    for name in MODULES:
        yield templates.file(f"tests/{name}", f"tests/{name}.jinja", "spec/", **layouts)
    if spec.messages:
        name = "test_messages.py"
        folders = [message.folder for message in spec.messages]
        yield templates.file(f"tests/{name}", f"tests/{name}.jinja", "spec/", folders=folders)


def in_order_of_extension(specs: Mapping[str, drawn.Spec]) -> list[drawn.Spec]:
    """Every version after the one that it extends; otherwise newer ones first."""
    ordered: list[drawn.Spec] = []
    waiting = [spec for _, spec in sorted(specs.items(), reverse=True)]
    while waiting:
        done = {spec.version for spec in ordered}
        ready = [s for s in waiting if s.content.get("extends", "") in done | {""}]
        ordered += ready
        waiting = [s for s in waiting if s not in ordered]
    return ordered


def record_layouts(specs: list[drawn.Spec]) -> Iterator[RecordLayout]:
    """All records, unless an earlier version has one with the same layout and grades."""
    layouts, known = set[Hashable](), set[Hashable]()
    for spec in specs:
        for record in spec.content["records"]:
            layout = _content(spec, record, PROSE | EVIDENCE), _rules(spec), spec.encoding
            graded = _content(spec, record, PROSE), layout
            if graded not in known:
                yield RecordLayout(spec.version, record["class_name"], layout in layouts)
            layouts.add(layout)
            known.add(graded)


def file_layouts(specs: list[drawn.Spec]) -> Iterator[FileLayout]:
    """All kinds of file, unless an earlier version has one with the same layout."""
    known = set[Hashable]()
    for spec in specs:
        for letter in spec.letters:
            content = _file(spec, letter)
            if content not in known:
                known.add(content)
                name = str(spec.data_type(letter)["name"])
                line_end = WRITTEN_ENDS[spec.content["line_end"]]
                yield FileLayout(spec.version, letter, name, line_end)


def set_versions(specs: list[drawn.Spec]) -> Iterator[str]:
    """All versions with broadcast files that are not the same in an earlier version."""
    known = set[Hashable]()
    for spec in specs:
        broadcast = [x for x in spec.letters if spec.data_type(x)["direction"] == "broadcast"]
        content = tuple(_file(spec, letter) for letter in broadcast)
        if content and content not in known:
            known.add(content)
            yield spec.version


def _file(spec: drawn.Spec, letter: str) -> Hashable:
    """Everything on which the laws of files depend, except for the version number in the header."""
    rows = spec.structure(letter)
    found = (spec.record_in(letter, row) for row in rows)
    records = [_of_data_type(record, letter) for record in found if record is not None]
    parts = (rows, records, spec.data_type(letter), spec.name_parts(letter))
    layout = tuple(_content(spec, part, PROSE | EVIDENCE) for part in parts)
    return layout, spec.content["line_end"], spec.encoding, _rules(spec)


def _of_data_type(record: RecordSpec, letter: str) -> RecordSpec:
    """A record that is shared by several data types, for one of them."""
    length = record["lengths"][letter]
    choosers = {field["name"] for field in record["fields"] if "only" in field}
    fields = []
    for field in record["fields"]:
        one = dict(field)
        if field["name"] in choosers:
            one = {"name": field["name"], "start": field["start"], "width": field["width"]}
        one.pop("default", None)
        if field.get("chooser") in choosers:
            one["layouts"] = [x for x in field["layouts"] if letter in x["when"]]
            one["layouts"] = [{**layout, "when": [letter]} for layout in one["layouts"]]
        fields.append(one)
    return {**record, "lengths": {letter: length}, "fields": fields}


def _rules(spec: drawn.Spec) -> Hashable:
    return _content(spec, spec.content["rules"], PROSE)


def _content(spec: drawn.Spec, item: Any, but: frozenset[str]) -> Hashable:
    """The spec of an item for comparison: without these keys, and with lists of codes by their
    codes."""
    if isinstance(item, Mapping):
        return frozenset(
            (key, _resolved(spec, key, value, but)) for key, value in item.items() if key not in but
        )
    if isinstance(item, Sequence) and not isinstance(item, str):
        return tuple(_content(spec, one, but) for one in item)
    assert isinstance(item, Hashable)
    return item


def _resolved(spec: drawn.Spec, key: str, value: Any, but: frozenset[str]) -> Hashable:
    if key == "codes_when":
        lists = (spec.code_list(name) for name in value)
        return _content(spec, [*zip(lists, value.values(), strict=True)], but)
    if key in ("code_list", "special", "starts_with"):
        return _content(spec, spec.code_list(value), but)
    if key == "character_set":
        return spec.characters(value)
    return _content(spec, value, but)
