"""Candidates collected from their records, and amendments applied in sequence."""

from __future__ import annotations

import datetime

import jcq_formats as jcq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats.exams.entries import entries_of, key_and_codes

from tests.made_up.files import AMENDMENTS, ENTRIES, RESULTS, candidate, moved, new

ADDED_LATER = new(list(candidate("0005", "1HI01").records), after=[ENTRIES, AMENDMENTS])


def codes(found: jcq.AmendedEntries) -> dict[str, tuple[str, ...]]:
    return {one.candidate_number: one.option_entry_codes for one in found.candidates}


def test_a_candidate_says_what_the_records_say() -> None:
    first = jcq.candidates(ENTRIES)[0]
    assert first.key == ("99999", "0001")
    assert (first.candidate_name, first.sex) == ("AARDVARK:ADA MAY", "F")
    assert first.date_of_birth == datetime.date(2010, 1, 2)
    assert (first.uci, first.upn, first.uln) == ("999990230001C", "", "9990000017")
    assert first.entries == (jcq.OptionEntry("1MAH"), jcq.OptionEntry("1HI01"))
    assert "AARDVARK" not in repr(first)


@pytest.mark.parametrize("entries", ["1MAH", jcq.OptionEntry("1MAH"), jcq.v14.EntryItem("1MAH   ")])
def test_a_single_entry_is_not_taken_for_several(entries: object) -> None:
    with pytest.raises(jcq.BuildError, match=r'entries: a list is needed, such as \["1MAH"\]'):
        candidate("0001", entries=entries)


def test_further_records_need_not_follow_one_another() -> None:
    many = candidate("0001", *(f"OP{number}" for number in range(13)))
    other = candidate("0002", "1MAH")
    found = jcq.candidates([many.records[0], *other.records, many.records[1]])
    assert found == [many, other]


def test_records_of_a_candidate_that_differ_are_told() -> None:
    many = candidate("0001", *(f"OP{number}" for number in range(13)))
    renamed = many.records[1].replace(candidate_name="MOLE:ALBERT")  # type: ignore[attr-defined]
    (found,) = jcq.candidates([many.records[0], renamed])
    assert many.alike
    assert not found.alike


def test_the_short_way_to_the_codes_passes_over_a_hole_too() -> None:
    (record,) = candidate("0001", "1MAH", "1HI01", "7ARA").records
    gap = type(record)(record.line.replace("1HI01", "     "))
    assert key_and_codes(gap) == ("999990001", ["1MAH", "7ARA"])
    assert entries_of(gap) == [jcq.OptionEntry("1MAH"), jcq.OptionEntry("7ARA")]
    assert key_and_codes(record) == ("999990001", ["1MAH", "1HI01", "7ARA"])


def test_amendments_replace_all_entries_of_a_candidate() -> None:
    found = jcq.apply_amendments(ENTRIES, [AMENDMENTS])
    assert codes(found) == {
        "0001": ("1MAH", "1HI01"),
        "0002": ("1MAH", "1HIS", "LEAF12"),
        "0003": (),
        "0004": ("7ARA", "7AR1", "7AR2"),
    }
    assert [one.candidate_number for one in found.entered] == ["0001", "0002", "0004"]
    assert found.changes == [
        jcq.Change(jcq.ChangeKind.CHANGED, "99999", "0002", 2, ("1MAH",), ("1MAF",), ()),
        jcq.Change(jcq.ChangeKind.WITHDRAWN, "99999", "0003", 2, (), ("1MAH", "1HI01"), ()),
    ]
    assert found.issues == []


def test_entries_after_a_hole_are_entered_and_nobody_is_withdrawn() -> None:
    second = AMENDMENTS.records[0]
    line = second.line[:108] + " " * 7 + second.line[115:]
    amended = AMENDMENTS.to_bytes().replace(second.line.encode(), line.encode())
    found = jcq.apply_amendments(ENTRIES, [jcq.read(amended, name="A9999998.X02")])
    assert codes(found)["0002"] == ("1HIS", "LEAF12")
    assert found.changes[0].removed == ("1MAF",)
    assert found.changes[0].kind is jcq.ChangeKind.CHANGED


def test_a_new_candidate_and_changed_particulars_are_reported() -> None:
    renamed = candidate("0001", "1MAH", "1HI01")
    file = new([*candidate("0005", "1HI01").records, *renamed.records], after=[ENTRIES])
    new_one, changed = jcq.apply_amendments(ENTRIES, [file]).changes
    assert (new_one.kind, new_one.added) == (jcq.ChangeKind.NEW, ("1HI01",))
    assert (changed.kind, changed.added, changed.removed) == (jcq.ChangeKind.CHANGED, (), ())
    assert changed.fields == ("candidate_name", "sex", "date_of_birth", "uci", "uln")


def test_what_is_told_of_entries_is_more_than_their_codes() -> None:
    flagged = [jcq.OptionEntry("1MAH", "X"), "1HI01"]
    first = new(list(candidate("0001", "1MAH", "1HI01").records), after=[])
    second = new(list(candidate("0001", *flagged).records), after=[first])
    third = new(list(candidate("0001", *flagged, "1HI01").records), after=[first, second])
    fourth = new(list(candidate("0001", "1MAH", "7ARA").records), after=[first, second, third])
    assert [
        (change.added, change.removed, change.fields)
        for change in jcq.apply_amendments(first, [second, third, fourth]).changes
    ] == [
        ((), (), ("entries",)),
        ((), (), ("entries",)),
        (("7ARA",), ("1HI01", "1HI01"), ("entries",)),
    ]


def test_a_candidate_can_be_withdrawn_renamed_and_entered_again() -> None:
    sent = [new(list(candidate("0001", "1MAH").records), after=[])]
    for more in ({}, {"candidate_name": "MOLE:ALBERT"}, {"entries": ("1MAF",)}):
        sent.append(new(list(candidate("0001", **more).records), after=sent))
    found = jcq.apply_amendments(sent[0], sent[1:])
    assert [(change.kind.value, change.fields) for change in found.changes] == [
        ("withdrawn", ()),
        ("changed", ("candidate_name",)),
        ("changed", ("candidate_name",)),
    ]
    assert codes(found) == {"0001": ("1MAF",)}


def test_amendments_are_applied_by_their_numbers_whatever_the_order_given() -> None:
    there = jcq.apply_amendments(ENTRIES, [AMENDMENTS, ADDED_LATER])
    assert jcq.apply_amendments(ENTRIES, [ADDED_LATER, AMENDMENTS]) == there


def test_the_same_amendment_twice_changes_nothing_more() -> None:
    once = jcq.apply_amendments(ENTRIES, [AMENDMENTS])
    twice = jcq.apply_amendments(ENTRIES, [AMENDMENTS, AMENDMENTS])
    assert (twice.candidates, twice.changes) == (once.candidates, once.changes)
    (issue,) = twice.issues
    assert (issue.rule, issue.severity) == ("cross.sequence-repeat", jcq.Severity.WARNING)
    assert (issue.line_number, issue.start, issue.end) == (2, 14, 16)


def test_a_further_record_that_is_cut_short_where_it_is_blank_is_alike() -> None:
    (record,) = candidate("0001", "1MAH").records
    empty = record.replace(entries=[])
    (both,) = jcq.candidates([record, type(empty)(empty.line.rstrip(" "))])
    assert both.alike
    others = ({"sex": "F"}, {"documentation_group": "  1"}, {"candidate_status": "P"})
    for other in others:
        (one,) = jcq.candidates([record, empty.replace(**other)])
        assert not one.alike


def test_entries_in_another_order_are_no_change() -> None:
    file = new(list(candidate("0001", "B", "A").records), after=[])
    again = new(list(candidate("0001", "A", "B").records), after=[file])
    assert jcq.apply_amendments(file, [again]).changes == []


def test_numbers_before_that_of_the_entries_are_in_the_sequence_too() -> None:
    entries = new(ENTRIES.records, sequence_number=5)
    (issue,) = jcq.apply_amendments(entries, [AMENDMENTS]).issues
    assert (issue.file, issue.rule) == (entries.name, "cross.sequence-gap")
    assert issue.message == "sequence_number: files 3 to 4 are missing before this file"


def test_a_gap_in_the_numbers_is_information() -> None:
    (issue,) = jcq.apply_amendments(ENTRIES, [ADDED_LATER]).issues
    assert (issue.rule, issue.severity) == ("cross.sequence-gap", jcq.Severity.INFORMATION)
    assert issue.message == "sequence_number: file 2 is missing before this file"


@pytest.mark.parametrize(
    ("entries", "amendments", "why"),
    [
        (AMENDMENTS, [AMENDMENTS], "must be entries"),
        (ENTRIES, [RESULTS], "not a file of amendments"),
        (ENTRIES, [moved(AMENDMENTS, "88888")], "its centre number is '88888', not '99999'"),
    ],
)
def test_files_that_do_not_belong_together_are_refused(
    entries: jcq.File, amendments: list[jcq.File], why: str
) -> None:
    with pytest.raises(jcq.JcqError, match=why):
        jcq.apply_amendments(entries, amendments)


def test_a_name_is_never_in_the_message_of_a_refusal() -> None:
    with pytest.raises(jcq.BuildError) as error:
        candidate("0001", "1MAH", candidate_name="AARDVARK:" + "A" * 40)
    assert "AARDVARK" not in str(error.value)


ENTERED = st.dictionaries(
    st.sampled_from(["0001", "0002", "0003"]),
    st.lists(st.sampled_from(["1MAH", "1HI01", "7ARA"]), unique=True),
    min_size=1,
)


@given(ENTERED, st.lists(ENTERED, max_size=4))
def test_the_last_word_on_a_candidate_stands(
    first: dict[str, list[str]], later: list[dict[str, list[str]]]
) -> None:
    sent: list[jcq.File] = []
    for entered in (first, *later):
        records = [r for number, c in entered.items() for r in candidate(number, *c).records]
        sent.append(new(records, after=sent))
    found = jcq.apply_amendments(sent[0], sent[1:])
    expected = dict(first)
    for entered in later:
        expected |= entered
    assert codes(found) == {number: tuple(c) for number, c in expected.items()}
    for change in found.changes:
        assert set(change.added).isdisjoint(change.removed)
