"""What a version inherits from the one that it extends, and a record from one that it is `like`."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.__main__ import checked_spec
from generator.emit import plain
from generator.resolve.model import VersionSpec
from tests.spec.extended import (
    BOOKS,
    FIRST_FORMAT,
    FORMAT,
    SHARED,
    columns,
    field,
    record,
    versions,
)

B7 = """changed:
  - file_structure: library
    with:
      records:
        - {record: "1", occurs: one, place: file_header}
        - {record: "5", occurs: any}
        - {record: "7", occurs: any}

records:
  - key: "B7"
    class: Map
    like: "B5"
    title: Map
    meaning: One map of the library.
    role: map
    grade: C
    sources: [old-program]
"""


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
    _, new = versions(folder, (FORMAT, "  file_structures: all\n", ""))
    assert [r.key for r in new.records] == ["1", "B5", "B7"]
    assert [row.record for row in new.format.structure_of("B")] == ["1", "5", "7"]
    assert columns(record(new, "B7").fields) == columns(record(new, "B5").fields)
    assert field(record(new, "B7"), "record_type").words["literal"] == "7"


def test_a_third_version_takes_the_changes_of_the_second(folder: Path) -> None:
    text = (folder / FORMAT).read_text(encoding="utf-8")
    head = text[: text.index("same:")].replace('"02"', '"03"').replace('"01"', '"02"')
    head = head.replace("1999-09-01", "2000-09-01")
    everything = ["records", "layouts", "character_sets", "code_lists", "rules", "data_types"]
    everything += ["file_structures"]
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
        (FORMAT, "characters: 43", "characters: 47"),
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
        (FORMAT, "  code_lists: all\n  rules: all\n", "    code_lists: all\n    rules: all\n  "),
    )
    before, after = record(old, "1"), record(new, "1")
    assert (before.grade, before.grade_by_data_type) == ("A", {"B": "A"})
    assert (after.grade, after.grade_by_data_type) == ("D", {"B": "D"})
    assert (before.sources, after.sources) == (
        ("card-index",),
        ("card-index", "old-program"),
    )
    assert new.rules[0].grade == old.rules[0].grade
