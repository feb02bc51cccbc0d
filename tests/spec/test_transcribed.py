"""The package against the layouts and code lists that were typed by hand: `transcribed/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats import a2c
from jcq_formats.core.fields import Field
from jcq_formats.core.kinds.code import Code
from jcq_formats.core.kinds.date import Date
from jcq_formats.core.kinds.group import Group
from jcq_formats.core.kinds.literal import Literal
from jcq_formats.core.kinds.text import Text
from jcq_formats.core.kinds.variant import Variant
from jcq_formats.core.layouts import Layout
from jcq_formats.core.messages.views import View
from jcq_formats.core.records import Record

HERE = Path(__file__).parent / "transcribed"
VERSIONS = sorted(path.stem.removeprefix("v") for path in HERE.glob("v[0-9][0-9].txt"))


def typed(name: str, *firsts: str) -> list[str]:
    """The lines of a file that begin so, without remarks, blanks only where they part words."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    found = [" ".join(line.split()) for line in lines if line and not line.startswith("# ")]
    return [line for line in found if line.startswith(firsts)] if firsts else found


def records_typed(version: str) -> dict[str, list[str]]:
    """The lines of each record by its key; `as 14` stands for the fields of that version, in which
    the fields below it take the places of those with their names."""
    found: dict[str, list[str]] = {}
    for line in (HERE / f"v{version}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith(("#", " ")) and "=" in line:
            lines = found.setdefault(line.split()[0], [])
        if line and not line.startswith("#"):
            lines.append(" ".join(line.split()))
    return {key: list(_written_out(key, lines)) for key, lines in found.items()}


def _written_out(key: str, lines: list[str]) -> Iterator[str]:
    first, *others = lines
    yield first
    if others[0].startswith("as "):
        changed = {line.split()[3]: line for line in others[1:]}
        others = records_typed(others[0].removeprefix("as "))[key][1:]
        places = [line.split() for line in others]
        assert changed.keys() <= {words[3] for words in places if len(words) > 3}
        others = [
            changed.get(" ".join(w[3:4]), line) for w, line in zip(places, others, strict=True)
        ]
    yield from others


def lists_typed(version: str) -> dict[str, str]:
    """The lines of the code lists by their names: those of 14, or what the version has instead."""
    files = dict.fromkeys(("v14_codes.txt", f"v{version}_codes.txt"))
    lines = [line.split() for name in files for line in typed(name, "closed", "open")]
    return {words[2]: " ".join((*words[:3], *sorted(words[3:]))) for words in lines}


def as_typed(record: type[Record]) -> list[str]:
    """A record of the package in the words of the typed tables."""
    lengths = " ".join(f"{code}={length}" for code, length in sorted(record.LENGTHS.items()))
    by_type = {c: g for c, g in record.GRADE_BY_DATA_TYPE.items() if c in record.LENGTHS}
    grades = ", ".join([record.GRADE, *(f"{c} {g}" for c, g in by_type.items())])
    return [f"{record.KEY} {lengths} | grade {grades}", *_fields(record)]


def _fields(layout: type[Layout]) -> Iterator[str]:
    for field in layout.FIELDS.values():
        said = "; ".join(_said(field))
        kind = type(field.kind).__name__.lower()
        yield f"{field.start} {field.width} {kind} {field.name}{' | ' if said else ''}{said}"
        nested = dict.fromkeys(one.layout for one in field.kind.nested(field))
        for within in nested:
            if isinstance(field.kind, Variant):
                yield " ".join(field.kind.values_by_layout()[within])
            yield from _fields(within)


def _said(field: Field) -> Iterator[str]:
    kind = field.kind
    if isinstance(kind, Literal):
        yield kind.literal
    if field.key:
        yield "key"
    if isinstance(kind, Variant):
        yield f"chosen by {kind.chosen_by}{', else text' if kind.fallback else ''}"
    if isinstance(kind, Group):
        yield f"{kind.repeat} times"
        if kind.has_holes:
            yield "holes"
    if isinstance(kind, Code):
        yield f"list {kind.codes.name}"
    if isinstance(kind, Text):
        if kind.starts_with is not None:
            yield f"begins with {kind.starts_with.name}"
        if kind.characters.name != "published" and field.identifier is None:
            yield f"characters {kind.characters.name}"
    if field.special is not None:
        yield f"or {field.special.name}"
    if field.none:
        yield f"none {' '.join(field.none)}"
    if field.forbidden:
        yield f"never {' '.join(field.forbidden)}"
    needed = [f"not when {name} {' '.join(codes)}" for name, codes in field.filled_when.items()]
    always = field.blank and kind.SETTABLE and type(kind).__name__ != "Unestablished"
    conditions = [f"blank when {name} {' '.join(c)}" for name, c in field.blank_when.items()]
    if always and not (conditions and needed):
        yield "blank"
    if conditions or needed:
        yield ", ".join([*conditions, *needed]) if conditions else "; ".join(needed)
    if isinstance(kind, Date):
        yield "-".join(map(str, kind.window))
    if field.refers_to:
        yield f"found in {' '.join(field.refers_to)}"
    if field.wildcard:
        yield f"wildcard {field.wildcard}"
    if field.counts is not None:
        of = f" of the same {field.counts.matching}" if field.counts.matching else ""
        zero = f", or 0 in {' '.join(field.counts.zero_allowed)}" * bool(field.counts.zero_allowed)
        yield f"counts {field.counts.what}{of} in {field.counts.within}{zero}"
    if field.agrees:
        yield f"agrees {field.agrees}"
    if field.identifier is not None:
        yield str(field.identifier.NAME)  # type: ignore[attr-defined]
    if field.personal:
        yield "personal"
    if field.grade:
        yield f"grade {field.grade}"


def sorted_words(line: str) -> str:
    """The line with its facts about a field in one order."""
    start, _, said = line.partition(" | ")
    return f"{start} | {'; '.join(sorted(said.split('; ')))}" if said else line


def in_file(form: jcq.Format) -> dict[str, type[Record]]:
    return {record.KEY: record for record in form.records.values()}


@pytest.mark.parametrize("version", VERSIONS)
def test_every_record_of_the_version_is_typed(version: str) -> None:
    assert in_file(jcq.load_version(version)).keys() == records_typed(version).keys()


@pytest.mark.parametrize(
    ("version", "key"), [(v, key) for v in VERSIONS for key in records_typed(v)]
)
def test_a_record_is_as_typed(version: str, key: str) -> None:
    record = in_file(jcq.load_version(version))[key]
    expected = [sorted_words(line) for line in records_typed(version)[key]]
    assert [sorted_words(line) for line in as_typed(record)] == expected


@pytest.mark.parametrize("version", VERSIONS)
def test_code_lists_are_as_typed(version: str) -> None:
    form = jcq.load_version(version)
    found = {
        f"{'closed' if x.closed else 'open'} {x.grade} {x.name} {' '.join(sorted(x))}"
        for x in form.code_lists.values()
    }
    assert found == set(lists_typed(version).values())


@pytest.mark.parametrize("version", VERSIONS)
def test_gradesets_stand_for_the_grades_typed(version: str) -> None:
    lists = jcq.load_version(version).code_lists
    stands_for = lists["gradeset"].stands_for
    found = {f"grades {code} {' '.join(grades)}" for code, grades in stands_for.items()}
    of_version = lists_typed(version)["gradeset"].split()[3:]
    typed_grades = typed("v14_codes.txt", "grades ")
    assert found == {line for line in typed_grades if line.split()[1] in of_version}


@pytest.mark.parametrize("version", VERSIONS)
def test_data_types_are_as_typed(version: str) -> None:
    found = {
        f"data type {d.code} {d.direction} {d.length or d.form} {d.grade}"
        for d in jcq.load_version(version).data_types.values()
    }
    assert found == set(typed(f"v{version}_codes.txt", "data type "))


@pytest.mark.parametrize("version", VERSIONS)
def test_characters_are_as_typed(version: str) -> None:
    form = jcq.load_version(version)
    kinds = [f.kind for r in form.records.values() for f in every_field(r)]
    sets = {k.characters.name: set(k.characters.characters) for k in kinds if isinstance(k, Text)}
    lines = [line.split() for line in typed("v14_codes.txt", "characters ")]
    found = {name: {*characters, " "} for _, name, characters in lines}
    assert sets == {name: found[name] for name in sets}
    assert sets.keys() == found.keys() or version != "14"


def every_field(layout: type[Layout]) -> Iterator[Field]:
    for field in layout.FIELDS.values():
        yield field
        for nested in field.kind.nested(field):
            yield from every_field(nested.layout)


@pytest.mark.parametrize("version", VERSIONS)
def test_names_of_files_are_as_typed(version: str) -> None:
    found = set()
    for form in jcq.load_version(version).file_names:
        parts = [
            part.literal or f"{'d' if part.part == 'data_type' else part.part}{part.width}"
            for part in form.parts
        ]
        found.add(" ".join(("name", form.name, *form.data_types, *parts)))
    assert found == set(typed(f"v{version}_codes.txt", "name "))


@pytest.mark.parametrize("version", VERSIONS)
def test_rules_are_as_bad_as_typed(version: str) -> None:
    found = {
        f"{rule.severity} {rule.grade} {rule.id}"
        for rule in jcq.load_version(version).rules.values()
    }
    assert found == rules_typed("v14_codes.txt")


def rules_typed(name: str) -> set[str]:
    lines = [line.split() for line in typed(name, "rules ")]
    return {f"{bad} {grade} {one}" for _, bad, grade, *ids in lines for one in ids}


def test_a_message_is_as_typed() -> None:
    form = a2c.FORMAT
    parts = [part.literal or f"{part.part}{part.width or ''}" for part in form.name_parts]
    found = [
        f"message {form.root} {form.namespace} {form.block} {form.block_name} | grade {form.grade}",
        " ".join(("name", *parts)),
        *(f"block {block.element} {block.holds.ELEMENT}" for block in form.blocks),
    ]
    assert found == typed("a2c.txt", "message ", "name ", "block ")


def test_elements_of_a_message_are_as_typed() -> None:
    lines = typed("a2c.txt")
    start = next(n for n, line in enumerate(lines) if line.startswith("element "))
    by_element: dict[str, list[str]] = {}
    for line in (line for line in lines[start:] if not line.startswith("rules ")):
        if line.startswith("element "):
            within = by_element.setdefault(line.removeprefix("element "), [])
        else:
            within.append(line)
    found = {view.ELEMENT: list(_elements_said(view)) for view in a2c.FORMAT.classes}
    assert found == by_element


def _elements_said(view: type[View]) -> Iterator[str]:
    for field in view.FIELDS.values():
        said = []
        seen = [known.value for known in field.values] or [field.default] * bool(field.default)
        said += [f"seen {', '.join(seen)}"] * bool(seen) + ["optional"] * field.optional
        if field.personal:
            said.append("personal")
        for other, roles in field.personal_unless.items():
            values = [k.value for k in view.FIELDS[other].values if k.role in roles]
            said.append(f"personal unless {', '.join(values)}")
        yield f"{field.path} {field.kind.NAME}{' | ' if said else ''}{'; '.join(said)}"


def test_rules_of_a_message_are_as_bad_as_typed() -> None:
    rules = a2c.FORMAT.rules.values()
    assert {f"{r.severity} {r.grade} {r.id}" for r in rules} == rules_typed("a2c.txt")
