"""The package against the layouts and code lists that were typed by hand: `transcribed/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.core.fields import Field
from jcq_formats.core.kinds.code import Code
from jcq_formats.core.kinds.date import Date
from jcq_formats.core.kinds.group import Group
from jcq_formats.core.kinds.literal import Literal
from jcq_formats.core.kinds.text import Text
from jcq_formats.core.kinds.variant import Variant
from jcq_formats.core.layouts import Layout
from jcq_formats.core.records import Record

HERE = Path(__file__).parent / "transcribed"
VERSIONS = sorted(path.stem.removeprefix("v") for path in HERE.glob("v[0-9][0-9].txt"))


def typed(name: str) -> list[str]:
    """The lines of a file, without remarks, blanks only where they part words."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [" ".join(line.split()) for line in lines if line and not line.startswith("# ")]


def records_typed(version: str) -> dict[str, list[str]]:
    """The lines of each record by its key."""
    found: dict[str, list[str]] = {}
    for line in (HERE / f"v{version}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith(("#", " ")) and "=" in line:
            lines = found.setdefault(line.split()[0], [])
        if line and not line.startswith("#"):
            lines.append(" ".join(line.split()))
    return found


def as_typed(record: type[Record]) -> list[str]:
    """A record of the package in the words of the typed tables."""
    lengths = " ".join(f"{code}={length}" for code, length in sorted(record.LENGTHS.items()))
    grades = ", ".join([record.GRADE, *(f"{c} {g}" for c, g in record.GRADE_BY_DATA_TYPE.items())])
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
    """The line with what is said of a field in one order."""
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
    lines = [line for line in typed("v14_codes.txt") if line.startswith(("closed", "open"))]
    assert found == {" ".join((*line.split()[:3], *sorted(line.split()[3:]))) for line in lines}


@pytest.mark.parametrize("version", VERSIONS)
def test_gradesets_stand_for_the_grades_typed(version: str) -> None:
    lists = jcq.load_version(version).code_lists
    stands_for = lists["gradeset"].stands_for
    found = {f"grades {code} {' '.join(grades)}" for code, grades in stands_for.items()}
    assert found == {line for line in typed("v14_codes.txt") if line.startswith("grades ")}


@pytest.mark.parametrize("version", VERSIONS)
def test_data_types_are_as_typed(version: str) -> None:
    found = {
        f"data type {d.code} {d.direction} {d.length or d.form} {d.grade}"
        for d in jcq.load_version(version).data_types.values()
    }
    assert found == {line for line in typed("v14_codes.txt") if line.startswith("data type ")}


@pytest.mark.parametrize("version", VERSIONS)
def test_characters_are_as_typed(version: str) -> None:
    form = jcq.load_version(version)
    kinds = [f.kind for r in form.records.values() for f in every_field(r)]
    sets = {k.characters.name: set(k.characters.characters) for k in kinds if isinstance(k, Text)}
    lines = [line.split() for line in typed("v14_codes.txt") if line.startswith("characters ")]
    assert sets == {name: {*characters, " "} for _, name, characters in lines}


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
    assert found == {line for line in typed("v14_codes.txt") if line.startswith("name ")}


@pytest.mark.parametrize("version", VERSIONS)
def test_rules_are_as_bad_as_typed(version: str) -> None:
    found = {
        f"{rule.severity} {rule.grade} {rule.id}"
        for rule in jcq.load_version(version).rules.values()
    }
    lines = [line.split() for line in typed("v14_codes.txt") if line.startswith("rules ")]
    assert found == {f"{bad} {grade} {one}" for _, bad, grade, *ids in lines for one in ids}
