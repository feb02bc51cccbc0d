"""Facts that an author may leave out: they are derived, and present in the spec that the generator
reads."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.__main__ import checked_spec
from generator.resolve.fields import FieldSpec, every_field
from generator.resolve.model import RecordSpec, VersionSpec

BASE = Path(__file__).parent / "base"
BOOKS = Path("v01") / "books.yaml"
CODES = Path("v01") / "codes.yaml"
FIRST = Path("v01") / "format.yaml"
SECOND = Path("v02") / "format.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the valid spec."""
    return Path(shutil.copytree(BASE, tmp_path / "spec"))


def versions(folder: Path, *changes: tuple[Path, str, str]) -> Sequence[VersionSpec]:
    """The versions of the spec after these changes; each text must occur there once."""
    for file, old, new in changes:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return checked_spec(folder).versions


def record(version: VersionSpec, key: str) -> RecordSpec:
    return next(r for r in version.records if r.key == key)


def field(record: RecordSpec, name: str) -> FieldSpec:
    return next(f for f in every_field(record.fields) if f.name == name)


def literals(record: RecordSpec) -> list[tuple[str, int, int, str, str]]:
    return [
        (f.name, f.start, f.width, f.words["literal"], f.meaning)
        for f in record.fields
        if f.kind_name == "literal"
    ]


def test_the_first_fields_follow_from_the_key(folder: Path) -> None:
    old, _ = versions(folder)
    assert literals(record(old, "B5")) == [
        ("data_type", 1, 1, "B", "Books, always B."),
        ("record_type", 2, 1, "5", "Always 5."),
    ]


def test_a_key_of_one_character_is_the_record_type(folder: Path) -> None:
    old, _ = versions(folder)
    header = record(old, "1")
    assert literals(header) == [("record_type", 2, 1, "1", "Always 1.")]
    assert [f.name for f in header.fields] == ["data_type", "record_type", "library", "books"]


def test_a_copy_has_a_key_of_its_own(folder: Path) -> None:
    old, _ = versions(folder)
    assert [text for *_, text, _ in literals(record(old, "B6"))] == ["B", "6"]
    assert [text for *_, text, _ in literals(record(old, "B5"))] == ["B", "5"]


def test_what_follows_from_the_key_stands_where_the_key_does(folder: Path) -> None:
    old, _ = versions(folder)
    book = record(old, "B5")
    data_type = book.fields[0].words
    assert data_type.mark_of("literal") == book.words.mark_of("key")
    assert data_type.path_of("literal") == "records[1].key"


def test_a_role_is_record_and_field(folder: Path) -> None:
    old, new = versions(folder)
    assert field(record(old, "B5"), "price").role == "book.price"
    assert field(record(old, "B5"), "reader").role == "book.reader"
    assert field(record(old, "B5"), "pages").role == "book.pages"
    assert field(record(new, "B5"), "stamp").role == "book.stamp"


def test_the_first_part_of_a_role_stands_before_the_name(folder: Path) -> None:
    old, _ = versions(folder)
    assert field(record(old, "1"), "library").role == "file.library"


def test_a_field_can_have_no_role(folder: Path) -> None:
    old, _ = versions(folder, (BOOKS, "name: subject,", "name: subject, role: none,"))
    assert field(record(old, "B5"), "subject").role == ""
    assert field(record(old, "B5"), "unused_paper").role == ""


def test_a_renamed_field_keeps_its_role(folder: Path) -> None:
    change = "{replace: price, with: {width: 3, name: cost}}"
    _, new = versions(folder, (SECOND, "{replace: price, with: {width: 3}}", change))
    assert field(record(new, "B5"), "cost").role == "book.price"


def test_the_meaning_of_a_filler_follows_from_its_kind(folder: Path) -> None:
    old, _ = versions(folder)
    assert field(record(old, "B5"), "unused_paper").meaning == "Not used."
    assert field(record(old, "B5"), "unknown_disc").meaning == "Not established."


def test_a_filler_may_say_what_else_it_means(folder: Path) -> None:
    said = "            pages: How many pages it has.\n"
    old, _ = versions(folder, (BOOKS, said, f"{said}            unused_paper: Torn out.\n"))
    assert field(record(old, "B5"), "unused_paper").meaning == "Torn out."


DETAILS = """    details:
      shelved_with: {forbidden: ["0000", "1111"], blank_when: {shape: ["D"]}}
"""


def test_details_are_words_of_the_row(folder: Path) -> None:
    below = "    meanings:\n      shelf_mark"
    old, _ = versions(folder, (BOOKS, below, DETAILS + below))
    beside = field(record(old, "B5"), "shelved_with")
    assert (beside.forbidden, beside.blank_when) == (("0000", "1111"), {"shape": ("D",)})
    assert beside.words.path_of("forbidden") == "records[1].details.shelved_with.forbidden"


def test_a_change_says_what_fields_mean_and_need_not_touch_the_row(folder: Path) -> None:
    said = "      stamp: A stamp.\n"
    more = f"{said}      shape: What it is printed on.\n    notes:\n      shape: Or was.\n"
    old, new = versions(folder, (SECOND, said, more))
    before, after = field(record(old, "B5"), "shape"), field(record(new, "B5"), "shape")
    assert (before.meaning, before.note) == ("What it is made of.", "")
    assert (after.meaning, after.note) == ("What it is printed on.", "Or was.")
    assert after.words.mark_of("meaning").file == "spec/v02/format.yaml"


def test_a_code_has_what_stands_below_its_row(folder: Path) -> None:
    long = "It stands so on all the cards and nobody in the village remembers what it is for."
    row = '      - {code: "D", meaning: disc}\n'
    below = f'    details:\n      "D": {{not_established: {long}}}\n    notes:\n      "D": Round.\n'
    old, new = versions(folder, (CODES, row, row + below))
    for version in (old, new):
        shape = next(codes for codes in version.code_lists if codes.name == "shape")
        disc = next(said for said in shape.evidence if said.code == "D")
        assert (disc.not_established, disc.note) == (long, "Round.")


def test_a_length_is_as_well_established_as_its_data_type(folder: Path) -> None:
    change = "with: {length: 43, grade: D, sources: [old-program]}"
    old, new = versions(
        folder,
        (SECOND, "with: {length: {characters: 43, grade: C, sources: [old-program]}}", change),
    )
    lengths = [(v.data_types[0].length, v.data_types[0].length_grade) for v in (old, new)]
    assert lengths == [(42, "A"), (43, "D")]


OTHER = """character_sets:
  - {name: old, meaning: Old., characters: ["A-Z"], grade: A, sources: [card-index]}
  - {name: new, meaning: New., characters: ["a-z"], grade: A, sources: [card-index]}
"""


def test_several_items_are_retired_for_one_reason(folder: Path) -> None:
    retired = "retired:\n  - {character_set: [old, new], why: Nobody minds.}\n"
    _, new = versions(folder, (FIRST, "character_sets:\n", OTHER), (SECOND, "retired:\n", retired))
    assert [(o.what, o.name, o.why) for o in new.retired][:2] == [
        ("character_set", "old", "Nobody minds."),
        ("character_set", "new", "Nobody minds."),
    ]


def test_a_rule_has_the_scope_of_its_id(folder: Path) -> None:
    old, _ = versions(folder)
    assert {rule.scope for rule in old.rules} >= {"field", "record"}
    assert all(rule.id.startswith(f"{rule.scope}.") for rule in old.rules)


def test_a_record_is_data_unless_its_row_says_what_it_is(folder: Path) -> None:
    old, _ = versions(folder)
    assert [(r.key, r.place) for r in old.records] == [
        ("1", "file_header"),
        ("B5", "data"),
        ("B6", "data"),
    ]
