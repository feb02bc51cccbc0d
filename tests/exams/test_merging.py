"""Three-way merges of results: one side's change is taken, changes of both need a decision."""

from __future__ import annotations

import jcq_formats as jcq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made_up.files import ENTRIES, RESULTS, moved, new

Marks = dict[tuple[str, str], tuple[int, str]]
"""Mark and grade, by candidate and option."""

LAST: Marks = {
    ("0001", "7AR1"): (78, "b"),
    ("0001", "7AR2"): (211, "c"),
    ("0002", "7AR1"): (61, "d"),
}


def results(marks: Marks, **more: object) -> jcq.File:
    """A results file, in the order of the candidates."""
    records = [
        jcq.v14.Result.build(
            centre_number="99999",
            candidate_number=candidate,
            option_result_code=option,
            result_type="U",
            outcome=jcq.v14.MarkOutcome.build(score=score, grade=grade),
        )
        for (candidate, option), (score, grade) in sorted(marks.items())
    ]
    return new(records, data_type="R", centre_number="99999", **more)


def marks_in(file: jcq.File | None) -> Marks:
    assert file is not None
    return {
        (one.candidate_number, one.option_result_code): (one.score or 0, one.grades[0].text)
        for one in jcq.results(file)
    }


def said(differences: list[jcq.Difference]) -> list[str]:
    return [f"{one.kind} {' '.join(one.key.values())}" for one in differences]


BASE = results(LAST)


def test_what_one_side_changed_is_taken_from_it() -> None:
    theirs = results({**LAST, ("0001", "7AR1"): (80, "a")})
    ours = results({**LAST, ("0002", "7AR1"): (62, "d")})
    merged = jcq.merge(BASE, theirs, ours)
    assert marks_in(merged.file) == {
        **LAST,
        ("0001", "7AR1"): (80, "a"),
        ("0002", "7AR1"): (62, "d"),
    }
    assert said(merged.theirs) == ["changed 99999 0001 7AR1"]
    assert said(merged.ours) == said(merged.overwritten) == ["changed 99999 0002 7AR1"]
    (change,) = merged.overwritten[0].changes
    assert (change.field, change.old, change.new) == ("outcome.score", 62, 61)
    assert merged.conflicts == []


def test_what_both_changed_is_a_conflict_and_makes_no_file() -> None:
    theirs = results({**LAST, ("0001", "7AR1"): (80, "a")})
    ours = results({**LAST, ("0001", "7AR1"): (81, "b")})
    merged = jcq.merge(BASE, theirs, ours)
    assert merged.file is None
    (conflict,) = merged.undecided
    assert str(conflict.key) == "99999 0001 7AR1"
    sides = (conflict.base, conflict.theirs, conflict.ours)
    assert [one.text("outcome").rstrip() if one else None for one in sides] == [
        "078b",
        "080a",
        "081b",
    ]


@pytest.mark.parametrize(("prefer", "mark"), [("theirs", (80, "a")), (jcq.Side.OURS, (81, "b"))])
def test_a_preference_decides_every_conflict_and_a_decision_goes_first(
    prefer: str, mark: tuple[int, str]
) -> None:
    theirs = results({**LAST, ("0001", "7AR1"): (80, "a"), ("0002", "7AR1"): (60, "d")})
    ours = results({**LAST, ("0001", "7AR1"): (81, "b"), ("0002", "7AR1"): (59, "d")})
    merged = jcq.merge(BASE, theirs, ours, prefer=prefer)
    assert marks_in(merged.file)["0001", "7AR1"] == mark
    key = jcq.ResultKey("99999", "0002", "7AR1")
    for side, score in (("theirs", 60), ("ours", 59)):
        decided = jcq.merge(BASE, theirs, ours, prefer=prefer, decisions={key: side})
        assert marks_in(decided.file)["0001", "7AR1"] == mark
        assert marks_in(decided.file)["0002", "7AR1"][0] == score


def test_both_sides_may_change_a_result_to_the_same() -> None:
    changed = results({**LAST, ("0001", "7AR1"): (80, "a")})
    merged = jcq.merge(BASE, changed, changed)
    assert merged.conflicts == merged.overwritten == []
    assert merged.file is not None
    assert merged.file.to_bytes() == changed.to_bytes()


def test_padding_and_order_are_no_change() -> None:
    text = BASE.to_bytes().replace(b"078b          \r\n", b"078b\r\n")
    assert text != BASE.to_bytes()
    merged = jcq.merge(BASE, BASE, jcq.read(text, name=BASE.name))
    assert merged.ours == []
    assert merged.file is not None
    assert merged.file.to_bytes() == BASE.to_bytes()


def test_a_result_removed_or_added_by_the_centre_changes_the_counts() -> None:
    ours = {key: mark for key, mark in LAST.items() if key != ("0002", "7AR1")}
    ours["0001", "7ARA"] = (289, "B")
    merged = jcq.merge(BASE, results({**LAST, ("0001", "7AR2"): (212, "c")}), results(ours))
    assert marks_in(merged.file) == {**ours, ("0001", "7AR2"): (212, "c")}
    assert said(merged.overwritten) == ["removed 99999 0001 7ARA", "added 99999 0002 7AR1"]
    assert merged.file is not None
    assert [record.line[:20] for record in merged.file.records] == [
        "R5999990001         ",
    ] * 3
    assert not [issue for issue in jcq.check(merged.file) if issue.rule.startswith("count")]


def test_a_result_removed_on_one_side_and_changed_on_the_other_is_a_conflict() -> None:
    fewer = results({key: mark for key, mark in LAST.items() if key != ("0002", "7AR1")})
    changed = results({**LAST, ("0002", "7AR1"): (70, "c")})
    for theirs, ours in ((fewer, changed), (changed, fewer)):
        (conflict,) = jcq.merge(BASE, theirs, ours).undecided
        assert None in (conflict.theirs, conflict.ours)
        assert marks_in(jcq.merge(BASE, theirs, ours, prefer="ours").file) == marks_in(ours)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (moved(RESULTS, "99998"), "cannot be merged: its number is '99998', that of"),
        (results(LAST, awarding_body="70"), "cannot be merged: its awarding body is '70', that of"),
        (results(LAST, year="25"), "cannot be merged: its year is '25'"),
        (ENTRIES, "results are needed, but it holds entries"),
        (jcq.read(BASE.to_bytes().rstrip()[:-30], name="R9999998.X01"), "incomplete"),
        (
            new([*BASE.records, BASE.records[0]], data_type="R", centre_number="99999"),
            r"R9999998\.X01:6: candidate 0001 has a result for 7AR1 already",
        ),
    ],
)
def test_files_that_do_not_belong_together_are_refused(wrong: jcq.File, reason: str) -> None:
    with pytest.raises(jcq.JcqError, match=reason):
        jcq.merge(BASE, wrong, BASE)
    with pytest.raises(jcq.JcqError, match=reason):
        jcq.merge(BASE, BASE, wrong)


def test_a_decision_about_what_is_no_conflict_is_refused() -> None:
    with pytest.raises(jcq.JcqError, match="decisions: 99999 0001 7AR1 is not a conflict"):
        jcq.merge(BASE, BASE, BASE, decisions={jcq.ResultKey("99999", "0001", "7AR1"): "ours"})
    with pytest.raises(jcq.JcqError, match="use theirs or ours"):
        jcq.merge(BASE, BASE, BASE, prefer="mine")


drawn = st.dictionaries(
    st.tuples(st.sampled_from(["0001", "0002", "0003"]), st.sampled_from(["7AR1", "7AR2"])),
    st.tuples(st.integers(0, 2), st.sampled_from("ab")),
    min_size=1,
)


@given(drawn, drawn)
def test_a_merge_with_an_unchanged_side_gives_the_other(base: Marks, other: Marks) -> None:
    one, two = results(base), results(other)
    merged = jcq.merge(one, two, one)
    assert merged.file is not None
    assert merged.file.to_bytes() == two.to_bytes()
    assert merged.overwritten == []
    assert marks_in(jcq.merge(one, one, two).file) == other


@given(drawn, drawn, drawn)
def test_the_sides_may_be_swapped_with_their_roles(base: Marks, a: Marks, b: Marks) -> None:
    for prefer, swapped in (("theirs", "ours"), ("ours", "theirs")):
        one = jcq.merge(results(base), results(a), results(b), prefer=prefer)
        other = jcq.merge(results(base), results(b), results(a), prefer=swapped)
        assert marks_in(one.file) == marks_in(other.file)
        assert [c.key for c in one.conflicts] == [c.key for c in other.conflicts]


@given(drawn, drawn, drawn)
def test_merging_twice_changes_nothing(base: Marks, a: Marks, b: Marks) -> None:
    once = jcq.merge(results(base), results(a), results(b), prefer="ours").file
    assert once is not None
    again = jcq.merge(results(base), results(a), once, prefer="ours").file
    assert marks_in(again) == marks_in(once)
    assert marks_in(jcq.merge(results(a), results(a), once).file) == marks_in(once)


@given(drawn, drawn, drawn, st.sampled_from(["theirs", "ours"]))
def test_nothing_disappears_without_being_named(
    base: Marks, a: Marks, b: Marks, prefer: str
) -> None:
    merged = jcq.merge(results(base), results(a), results(b), prefer=prefer)
    kept = marks_in(merged.file)
    named = {
        (one.key["candidate_number"], one.key["option_result_code"])
        for one in (*merged.theirs, *merged.ours)
    }
    for side in (base, a, b):
        for key, mark in side.items():
            assert kept.get(key) == mark or key in named
    assert not [i for i in jcq.check(merged.file or b"") if i.severity is jcq.Severity.ERROR]


def at(centre: str, marks: Marks) -> jcq.File:
    """The results at another centre."""
    records = [record.replace(centre_number=centre) for record in results(marks).records]
    return new(records, data_type="R", centre_number=centre)


def both(first: Marks, second: Marks) -> jcq.File:
    """The results of two centres in one file."""
    return jcq.join_centres([results(first), at("99998", second)])


@given(drawn, drawn, drawn, drawn)
def test_files_of_several_centres_are_merged_centre_by_centre(
    base: Marks, theirs: Marks, ours: Marks, other: Marks
) -> None:
    merged = jcq.merge(both(base, other), both(theirs, other), both(ours, base), prefer="ours")
    assert merged.file is not None
    parts = [
        jcq.merge(results(base), results(theirs), results(ours), prefer="ours").file,
        jcq.merge(at("99998", other), at("99998", other), at("99998", base), prefer="ours").file,
    ]
    found = [[r.line for r in split.records] for split in jcq.split_centres(merged.file)]
    assert found == [[record.line for record in part.records] for part in parts if part]
    assert not [issue for issue in jcq.check(merged.file) if "count" in issue.rule]


@pytest.mark.parametrize("sides", [(BASE, both(LAST, LAST)), (both(LAST, LAST), BASE)])
def test_files_of_other_centres_are_refused(sides: tuple[jcq.File, jcq.File]) -> None:
    with pytest.raises(jcq.JcqError, match="its centres are not those of the last file"):
        jcq.merge(*sides, sides[0])
