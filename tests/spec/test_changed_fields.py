"""Fields that a version changes: positions follow, other keys are kept, nested fields move
along."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.runtime.core.conditions import FILLED, Condition
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
        (FORMAT, "characters: 43", "characters: 42"),
    )
    assert [f.name for f in record(new, "B5").fields][3:7] == [
        "subject",
        "bought_on",
        "stamp",
        "price",
    ]


NARROWER = (
    (FORMAT, "{replace: price, with: {width: 3}}", "{replace: price, with: {width: 1}}"),
    (FORMAT, "characters: 43", "characters: 41"),
)
"""Moves the size and the loans two characters to the left."""

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
        (FORMAT, "characters: 43", "characters: 40"),
    )
    after = field(record(new, "B5"), "loans")
    assert (after.start, after.end, after.repeat) == (27, 35, 3)
    assert columns(after.layouts[0].fields) == [("reader", 27, 28), ("late", 29, 29)]


def test_a_shared_layout_moves_with_all_the_variants_that_have_it(folder: Path) -> None:
    old, new = versions(folder, *NARROWER)
    assert [v.shared_layouts[0].first for v in (old, new)] == [21, 19]


KEPT = (
    FORMAT,
    '\nretired:\n  - {record: "B6", why: Libraries lend each other books no longer.}\n',
    "",
)
"""Version 02 lends books as well."""

SAME_COPY = (FORMAT, '  records: ["1"]', '  records: ["1", "B6"]')


def test_a_shared_layout_is_not_moved_where_its_variants_move_apart(folder: Path) -> None:
    copy = """  - record: "B6"
    fields:
      - {insert: {width: 2, kind: filler, name: filler}, after: price}
      - {replace: stamp, with: {width: 1}}
"""
    with pytest.raises(ValueError, match="Disc covers 21-26, but `size` covers 19-24"):
        versions(folder, *NARROWER, KEPT, (FORMAT, "\nopen:\n", copy + "\nopen:\n"))


# --- What is within a group or a variant ---

LONGER = """    items:
      loans:
        changed:
          - {replace: reader, with: {width: 4}}
          - {insert: {width: 1, kind: text, name: renewed, blank: allowed}, after: late}
        meanings:
          renewed: Whether it was lent again.
"""


def within(words: str, columns: int) -> tuple[tuple[Path, str, str], ...]:
    """Version 02 with more keys of the changed book, and records of this length."""
    return (
        (FORMAT, "      stamp: A stamp.\n", f"      stamp: A stamp.\n{words}"),
        (FORMAT, "characters: 43", f"characters: {columns}"),
    )


def test_a_field_within_a_group_changes_and_the_rest_of_the_record_moves(folder: Path) -> None:
    more = (
        FORMAT,
        "      - {remove: bought}\n",
        "      - {remove: bought}\n      - {replace: loans, with: {repeat: 4}}\n",
    )
    old, new = versions(folder, more, *within(LONGER, 55))
    loans = field(record(new, "B5"), "loans")
    assert (loans.start, loans.end, loans.repeat) == (27, 50, 4)
    assert columns(loans.layouts[0].fields) == [
        ("reader", 27, 30),
        ("late", 31, 31),
        ("renewed", 32, 32),
    ]
    reader, before = loans.layouts[0].fields[0], field(record(old, "B5"), "loans").layouts[0]
    assert (reader.personal, reader.meaning) == (True, before.fields[0].meaning)
    assert columns(record(new, "B5").fields)[-2:] == [("shelved_with", 51, 54), ("stamp", 55, 55)]


def test_a_field_within_a_layout_of_a_variant_changes_without_the_other_layouts(
    folder: Path,
) -> None:
    size = """    layouts:
      size:
        Paper:
          with: {title: Sheets}
          changed:
            - {replace: pages, with: {width: 4, name: sheets}}
            - {replace: unused_paper, with: {width: 2}}
"""
    old, new = versions(folder, *within(size, 43))
    before, after = (field(record(v, "B5"), "size") for v in (old, new))
    assert [layout.class_name for layout in after.layouts] == ["Paper", "Disc"]
    assert columns(after.layouts[0].fields) == [("sheets", 21, 24), ("unused_paper", 25, 26)]
    assert (after.layouts[0].title, after.layouts[0].when) == ("Sheets", ("P",))
    assert after.layouts[0].fields[0].meaning == before.layouts[0].fields[0].meaning


def test_layouts_of_a_variant_are_added_and_removed(folder: Path) -> None:
    size = """    layouts:
      size:
        Disc: {with: {when: ["P"]}}
        remove: [Paper]
        add:
          - class: Wax
            title: Wax
            when: ["D"]
            fields:
              - {start: 1, width: 6, kind: integer, name: turns}
            meanings:
              turns: How often it turns.
"""
    _, new = versions(folder, *within(size, 43))
    found = field(record(new, "B5"), "size").layouts
    assert [(layout.class_name, layout.when) for layout in found] == [
        ("Disc", ("P",)),
        ("Wax", ("D",)),
    ]
    assert columns(found[1].fields) == [("turns", 21, 26)]


# --- A record that is like another ---


def test_a_copy_follows_the_record_that_it_is_like(folder: Path) -> None:
    _, new = versions(folder, KEPT, SAME_COPY, *within(LONGER, 49))
    book, lent = record(new, "B5"), record(new, "B6")
    assert columns(lent.fields) == columns(book.fields)
    assert columns(field(lent, "loans").layouts[0].fields) == columns(
        field(book, "loans").layouts[0].fields
    )
    assert [f.words.get("literal") for f in lent.fields[:2]] == ["B", "6"]
    assert [f.role for f in lent.fields[2:]] == [f.role for f in book.fields[2:]]
    assert (lent.title, lent.grade) == ("Lent book", "A")


OF_ITS_OWN = (
    BOOKS,
    "    role: lent_book\n    grade: A\n    sources: [card-index]\n",
    """    role: lent_book
    grade: A
    sources: [card-index]
    changed:
      - {remove: subject}
      - {insert: {width: 2, kind: digits, name: lent_by}, after: bought}
      - {replace: shape, with: {default: "D"}}
    meanings:
      lent_by: Who lends it.
      price: What it cost them.
""",
)


def test_a_copy_follows_but_for_what_is_its_own(folder: Path) -> None:
    dearer = "      - {remove: bought}\n      - {replace: shape, without: [default]}\n"
    _, new = versions(
        folder,
        KEPT,
        OF_ITS_OWN,
        SAME_COPY,
        (FORMAT, "      - {remove: bought}\n", dearer),
        (FORMAT, "      stamp: A stamp.\n", "      stamp: A stamp.\n      price: In pence.\n"),
    )
    book, lent = record(new, "B5"), record(new, "B6")
    assert columns(lent.fields)[2:7] == [
        ("shelf_mark", 3, 6),
        ("bought_on", 7, 14),
        ("lent_by", 15, 16),
        ("price", 17, 19),
        ("shape", 20, 20),
    ]
    assert columns(lent.fields)[-1] == ("stamp", 43, 43)
    assert [field(r, "shape").default for r in (book, lent)] == ["", "D"]
    assert [field(r, "price").meaning for r in (book, lent)] == ["In pence.", "What it cost them."]


def test_several_fields_change_at_once_and_lose_words(folder: Path) -> None:
    _, new = versions(
        folder,
        (
            FORMAT,
            "{replace: price, with: {width: 3}}",
            "{replace: [price, subject], with: {width: 2}, without: [note]}",
        ),
        (FORMAT, "characters: 43", "characters: 42"),
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
    assert beside.conditions == (Condition({"shape": ("P",)}, rule_id="record.priced"),)


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
    stated_of_it = Condition({"data_type": ("B",)}, must=FILLED, rule_id="record.priced")
    assert library.conditions == (stated_of_it,)


def test_a_condition_on_the_direction_and_other_fields_is_one_condition(folder: Path) -> None:
    books = folder / "v01" / "books.yaml"
    below = "    meanings:\n      data_type: The data type of the file.\n"
    stated = 'filled_when_all: {record_type: ["1"], direction: [broadcast]}'
    details = f"    details:\n      library: {{blank: allowed, {stated}}}\n"
    text = books.read_text("utf-8").replace(below, details + below)
    books.write_text(text, "utf-8")
    old, _ = versions(folder)
    library = field(record(old, "1"), "library")
    every = {"record_type": ("1",), "data_type": ("B",)}
    assert library.conditions == (Condition(every, must=FILLED),)
