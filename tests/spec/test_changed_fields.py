"""Fields that a version changes: positions follow, other words stay, nested fields move along."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spec.extended import BOOKS, FORMAT, SHARED, columns, field, record, versions


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


def test_a_condition_on_the_direction_is_one_on_the_data_types_that_go_so(folder: Path) -> None:
    books = folder / "v01" / "books.yaml"
    row = "name: library, role: file"
    books.write_text(books.read_text("utf-8").replace(row, f"{row}, blank: allowed"), "utf-8")
    rules = folder / "v01" / "rules.yaml"
    stated = PRICED.replace('"B5"', '"1"').replace('shape: ["P"]', "direction: [none, broadcast]")
    rules.write_text(rules.read_text("utf-8") + stated.replace("shelved_with", "library"), "utf-8")
    old, _ = versions(folder)
    library = field(record(old, "1"), "library")
    assert library.filled_when == {"data_type": ("B",)}
    assert library.condition_rules == {"filled_when": {"data_type": "record.priced"}}
