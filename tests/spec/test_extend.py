"""What a version takes from the one that it extends, and a record from one that it is `like`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.__main__ import checked_spec
from generator.emit import plain
from generator.resolve.model import FieldSpec, RecordSpec, VersionSpec

BASE = Path(__file__).parent / "base"
FORMAT = Path("v02") / "format.yaml"
FIRST_FORMAT = Path("v01") / "format.yaml"
BOOKS = Path("v01") / "books.yaml"

Change = tuple[Path, str, str]

B7 = """records:
  - key: "B7"
    class: Map
    like: "B5"
    title: Map
    meaning: One map of the library.
    role: map
    grade: C
    sources: [old-program]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the valid spec."""
    return Path(shutil.copytree(BASE, tmp_path / "spec"))


def versions(folder: Path, *changes: Change) -> list[VersionSpec]:
    """The versions of the spec after these changes; each text must stand there once."""
    for file, old, new in changes:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return checked_spec(folder).versions


def record(version: VersionSpec, key: str) -> RecordSpec:
    return next(r for r in version.records if r.key == key)


def field(record: RecordSpec, name: str) -> FieldSpec:
    return next(f for f in record.fields if f.name == name)


def columns(fields: list[FieldSpec]) -> list[tuple[str, int, int]]:
    return [(f.name, f.start, f.end) for f in fields]


# --- What becomes of the items of the other version ---


def test_what_is_the_same_is_taken_over_as_it_stands(folder: Path) -> None:
    old, new = versions(folder)
    assert record(new, "1").fields == record(old, "1").fields
    assert [rule.id for rule in new.rules] == [rule.id for rule in old.rules]
    assert [c.characters for c in new.character_sets] == [c.characters for c in old.character_sets]


def test_all_names_what_is_left(folder: Path) -> None:
    old, new = versions(folder)
    assert [codes.name for codes in new.code_lists] == [codes.name for codes in old.code_lists]
    shape = next(codes for codes in new.code_lists if codes.name == "shape")
    assert list(shape) == ["P", "D"]


def test_changed_words_stand_beside_those_that_did_not_change(folder: Path) -> None:
    old, new = versions(folder)
    before, after = old.data_types[0], new.data_types[0]
    assert (before.length, before.length_grade) == (42, "A")
    assert (after.length, after.length_grade) == (43, "C")
    assert (after.title, after.grade) == (before.title, before.grade)
    assert (record(old, "B5").grade, record(new, "B5").grade) == ("A", "C")


def test_the_other_version_is_left_as_it_was(folder: Path) -> None:
    old, _ = versions(folder)
    (alone,) = versions_alone(folder)
    assert plain.version(old) == plain.version(alone)


def versions_alone(folder: Path) -> list[VersionSpec]:
    shutil.rmtree(folder / "v02")
    return checked_spec(folder).versions


def test_what_is_open_or_retired_is_not_there(folder: Path) -> None:
    old, new = versions(folder)
    assert ([form.name for form in old.file_names], new.file_names) == (["broadcast"], [])
    assert [r.key for r in old.records] == ["1", "B5", "B6"]
    assert [r.key for r in new.records] == ["1", "B5"]


def test_what_is_open_is_remembered_with_its_reason(folder: Path) -> None:
    _, new = versions(folder)
    assert [(o.what, o.name, o.why) for o in new.left_open] == [
        ("file_name", "broadcast", "No name of such a file was seen.")
    ]


def test_gaps_are_each_version_s_own(folder: Path) -> None:
    old, new = versions(folder)
    assert ([gap.id for gap in old.open_gaps], new.open_gaps) == (["lost-books"], [])


# --- Codes ---


def test_codes_are_added_and_removed(folder: Path) -> None:
    old, new = versions(folder)
    codes = {v.version: list(v.code_lists[0]) for v in (old, new)}
    assert codes == {"01": ["01", "08", "NO", "##"], "02": ["01", "08", "##", "02"]}


def test_an_added_code_has_the_grade_of_its_list(folder: Path) -> None:
    _, new = versions(folder)
    assert [code.grade for code in new.code_lists[0].evidence] == ["A", "A", "A", "A"]


def test_a_code_is_replaced_by_removing_and_adding_it(folder: Path) -> None:
    _, new = versions(
        folder, (FORMAT, '{code: "02", meaning: cooking}', '{code: "NO", meaning: none}')
    )
    assert list(new.code_lists[0].items())[-1] == ("NO", "none")


# --- Fields and their columns ---


def test_fields_follow_one_another_whatever_was_changed_before_them(folder: Path) -> None:
    _, new = versions(folder)
    assert columns(record(new, "B5").fields) == [
        ("data_type", 1, 1),
        ("record_type", 2, 2),
        ("shelf_mark", 3, 6),
        ("subject", 7, 8),
        ("bought_on", 9, 16),
        ("price", 17, 19),
        ("shape", 20, 20),
        ("size", 21, 26),
        ("loans", 27, 38),
        ("shelved_with", 39, 42),
        ("stamp", 43, 43),
    ]


def test_a_replaced_field_keeps_its_other_words(folder: Path) -> None:
    old, new = versions(folder)
    before, after = field(record(old, "B5"), "price"), field(record(new, "B5"), "price")
    assert (before.width, after.width) == (5, 3)
    assert (after.kind_name, after.blank, after.filled_when) == ("integer", True, {"shape": ("D",)})
    assert after.meaning == before.meaning


def test_a_field_can_be_inserted_before_another(folder: Path) -> None:
    _, new = versions(folder, (FORMAT, "after: subject}", "before: shelf_mark}"))
    assert columns(record(new, "B5").fields)[1:5] == [
        ("record_type", 2, 2),
        ("bought_on", 3, 10),
        ("shelf_mark", 11, 14),
        ("subject", 15, 16),
    ]


def test_changes_are_made_in_their_order(folder: Path) -> None:
    _, new = versions(
        folder,
        (FORMAT, "after: shelved_with}", "after: bought_on}"),
        (FORMAT, "{replace: price, with: {width: 3}}", "{replace: price, with: {width: 2}}"),
        (FORMAT, "columns: 43", "columns: 42"),
    )
    assert [f.name for f in record(new, "B5").fields][3:7] == [
        "subject",
        "bought_on",
        "stamp",
        "price",
    ]


NARROWER = (
    (FORMAT, "{replace: price, with: {width: 3}}", "{replace: price, with: {width: 1}}"),
    (FORMAT, "columns: 43", "columns: 41"),
)
"""Moves the size and the loans two columns to the left."""

SHARED = (
    (BOOKS, '        - {layout: Disc, when: ["D"]}\n', ""),
    (BOOKS, 'when: ["P"]', 'when: ["P", "D"]'),
)
"""Without the layout that is shared, which stays where it is."""


def test_what_is_nested_moves_with_its_field(folder: Path) -> None:
    old, new = versions(folder, *NARROWER, *SHARED)
    for name, first in (("size", 21), ("loans", 27)):
        before, after = field(record(old, "B5"), name), field(record(new, "B5"), name)
        assert (before.start, after.start) == (first, first - 2)
        for was, now in zip(before.layouts[0].fields, after.layouts[0].fields, strict=True):
            assert (now.name, now.start, now.width) == (was.name, was.start - 2, was.width)


def test_nested_fields_that_are_written_anew_begin_where_their_field_does(folder: Path) -> None:
    loans = "      - {replace: loans, with: {width: 9}}\n"
    items = """    items:
      loans:
        class: Loan
        fields:
          - {start: 1, width: 2, kind: text, name: reader}
          - {start: 3, width: 1, kind: text, name: late, blank: allowed}
        meanings:
          reader: Who has it.
          late: Y when late.
"""
    _, new = versions(
        folder,
        (FORMAT, "      - {remove: bought}\n", f"      - {{remove: bought}}\n{loans}"),
        (FORMAT, "      stamp: A stamp.\n", f"      stamp: A stamp.\n{items}"),
        (FORMAT, "columns: 43", "columns: 40"),
    )
    after = field(record(new, "B5"), "loans")
    assert (after.start, after.end, after.repeat) == (27, 35, 3)
    assert columns(after.layouts[0].fields) == [("reader", 27, 28), ("late", 29, 29)]


def test_a_shared_layout_that_others_use_is_not_moved(folder: Path) -> None:
    with pytest.raises(ValueError, match="Disc covers 21-26, but `size` 19-24"):
        versions(folder, *NARROWER)


# --- like ---


def test_a_record_like_another_has_its_fields_with_the_changes(folder: Path) -> None:
    old, _ = versions(folder)
    book, lent = record(old, "B5"), record(old, "B6")
    assert columns(lent.fields) == columns(book.fields)
    assert [f.words.get("literal") for f in lent.fields[:2]] == ["B", "6"]
    assert [f.words.get("literal") for f in book.fields[:2]] == ["B", "5"]
    assert (lent.place, lent.module, lent.role) == (book.place, book.module, "lent_book")


def test_a_record_stands_where_it_is_written_also_when_it_is_like_another(folder: Path) -> None:
    old, new = versions(folder)
    assert record(old, "B6").words.path == "records[2]"
    assert record(new, "B5").words.path == "changed[2]"
    assert record(new, "B5").words.mark.file == "spec/v02/format.yaml"


def test_a_new_record_can_be_like_an_inherited_one(folder: Path) -> None:
    (folder / "v02" / "books.yaml").write_text(B7, encoding="utf-8")
    _, new = versions(folder)
    assert [r.key for r in new.records] == ["1", "B5", "B7"]
    assert columns(record(new, "B7").fields) == columns(record(new, "B5").fields)
    assert field(record(new, "B7"), "record_type").words["literal"] == "7"


def test_a_third_version_takes_the_changes_of_the_second(folder: Path) -> None:
    text = (folder / FORMAT).read_text(encoding="utf-8")
    head = text[: text.index("same:")].replace('"02"', '"03"').replace('"01"', '"02"')
    everything = ["records", "layouts", "character_sets", "code_lists", "rules", "data_types"]
    same = "same: {" + ", ".join(f"{word}: all" for word in everything) + "}\n"
    (folder / "v03").mkdir()
    (folder / "v03" / "format.yaml").write_text(head + same, encoding="utf-8")
    _, second, third = versions(folder)
    assert (third.version, third.extends, third.base_folder) == ("03", "02", "v02")
    assert columns(record(third, "B5").fields) == columns(record(second, "B5").fields)
    assert list(third.code_lists[0]) == ["01", "08", "##", "02"]
    assert third.left_open == []


# --- What a version no longer needs ---


def test_what_was_taken_over_may_speak_of_a_data_type_that_is_open(folder: Path) -> None:
    card = """data_types:
  - code: "C"
    name: cards
    title: Cards
    meaning: The cards of a library.
    direction: none
    length: 8
    grade: A
    sources: [card-index]
"""
    dropped = 'open:\n  - {data_type: "C", why: None was seen.}\n'
    old, new = versions(
        folder,
        (FIRST_FORMAT, "data_types:\n", card),
        (BOOKS, 'grade_by_data_type: {"B": A}', 'grade_by_data_type: {"B": A, "C": B}'),
        (FORMAT, "open:\n", dropped),
    )
    assert [list(record(v, "1").lengths) for v in (old, new)] == [["C", "B"], ["B"]]


def test_a_code_list_that_was_taken_over_may_have_lost_its_fields(folder: Path) -> None:
    change = """  - code_list: subject
    add: [{code: "02", meaning: cooking}]
    remove: ["NO"]
"""
    _, new = versions(
        folder,
        (FORMAT, change, ""),
        (FORMAT, "{remove: bought}", "{remove: subject}"),
        (FORMAT, "after: subject}", "after: shelf_mark}"),
        (FORMAT, "columns: 43", "columns: 47"),
        *SHARED,
    )
    assert "subject" in [codes.name for codes in new.code_lists]


def test_a_reading_for_a_direction_without_data_types_is_left_out(folder: Path) -> None:
    old, _ = versions(
        folder,
        (BOOKS, "chosen_by: shape", "chosen_by: direction"),
        (BOOKS, 'when: ["P"]', "when: [broadcast]"),
        (BOOKS, '{layout: Disc, when: ["D"]}', "{layout: Disc, when: [centre]}"),
    )
    size = field(record(old, "B5"), "size")
    assert [(layout.class_name, layout.when) for layout in size.layouts] == [("Paper", ("B",))]


# --- How well established ---


def test_what_is_the_same_is_no_better_established_than_that_it_is(folder: Path) -> None:
    old, new = versions(
        folder,
        (FORMAT, '  records: ["1"]\n', ""),
        (
            FORMAT,
            "same:\n",
            'same:\n  - grade: D\n    sources: [old-program]\n    records: ["1"]\n  - ',
        ),
        (FORMAT, "  -   layouts: all\n  character", "  - layouts: all\n    character"),
        (FORMAT, "  code_lists: all\n  rules: all", "    code_lists: all\n    rules: all"),
    )
    before, after = record(old, "1"), record(new, "1")
    assert (before.grade, before.grade_by_data_type) == ("A", {"B": "A"})
    assert (after.grade, after.grade_by_data_type) == ("D", {"B": "D"})
    assert (before.sources, after.sources) == (
        ("card-index",),
        ("card-index", "old-program"),
    )
    assert new.rules[0].grade == old.rules[0].grade


def test_several_fields_change_at_once_and_lose_words(folder: Path) -> None:
    _, new = versions(
        folder,
        (
            FORMAT,
            "{replace: price, with: {width: 3}}",
            "{replace: [price, subject], with: {width: 2}, without: [note]}",
        ),
        (FORMAT, "columns: 43", "columns: 42"),
        (
            BOOKS,
            "    items:\n",
            "    notes:\n      price: Guessed.\n      subject: Guessed.\n    items:\n",
        ),
        *SHARED,
    )
    fields = record(new, "B5").fields
    assert {f.name: (f.width, f.note) for f in fields if f.name in ("price", "subject")} == {
        "subject": (2, ""),
        "price": (2, ""),
    }


def test_a_move_is_said_against_the_version_that_is_extended_and_not_inherited(
    folder: Path,
) -> None:
    move = '    moves: [{field: bought_on, to: bought, when: {shape: ["P"]}}]\n'
    _, new = versions(folder, (FORMAT, "    with: {grade: C}\n", "    with: {grade: C}\n" + move))
    (found,) = record(new, "B5").moves
    assert (found.field_name, found.to, found.when) == ("bought_on", "bought", {"shape": ("P",)})


PRICED = """
  - id: record.priced
    severity: warning
    grade: A
    sources: [card-index]
    meaning: A book on paper has no price.
    why: Somebody asked for it.
    do: Ask what it cost.
    record: "B5"
    when: {shape: ["P"]}
    filled: [shelved_with]
"""


def test_a_rule_can_state_a_condition_of_a_field(folder: Path) -> None:
    rules = folder / "v01" / "rules.yaml"
    rules.write_text(rules.read_text("utf-8") + PRICED, "utf-8")
    old, _ = versions(folder)
    beside = field(record(old, "B5"), "shelved_with")
    assert beside.filled_when == {"shape": ("P",)}
    assert beside.condition_rules == {"filled_when": {"shape": "record.priced"}}


def test_a_default_can_be_the_version(folder: Path) -> None:
    old, new = versions(
        folder,
        (BOOKS, "name: library, role: file,", "name: library, role: file, default_from: version,"),
    )
    said = [field(record(version, "1"), "library").default for version in (old, new)]
    assert said == ["01", "02"]
