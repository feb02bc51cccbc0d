"""Amendments to send: together with the files sent, they give the wanted entries."""

from __future__ import annotations

import random
from collections.abc import Callable

import jcq_formats as jcq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made_up.files import AMENDMENTS, ENTRIES, RESULTS, candidate, new

STANDING = jcq.standing_entries([AMENDMENTS, ENTRIES]).candidates
OPTIONS = ["1MAF", "1MAH", "1HI01", "1HIS", *(f"2X{number:02}" for number in range(16))]

Wanted = list[jcq.Candidate]


def only(file: jcq.File | None) -> jcq.Candidate:
    assert file is not None
    (found,) = jcq.candidates(file)
    return found


def without(number: str) -> Wanted:
    return [one for one in STANDING if one.candidate_number != number]


def with_other(number: str, **values: object) -> Wanted:
    return [one.replace(**values) if one.candidate_number == number else one for one in STANDING]


def entered(candidates: Wanted) -> dict[str, tuple[str, str, list[jcq.OptionEntry]]]:
    """The name, sex and sorted entries of each candidate sent."""
    return {
        one.candidate_number: (one.candidate_name, one.sex, sorted(one.entries))
        for one in candidates
        if one.entries
    }


def test_files_sent_are_found_in_any_order_and_counted_once() -> None:
    assert jcq.standing_entries([AMENDMENTS, ENTRIES, AMENDMENTS, ENTRIES]).entered == [
        one for one in STANDING if one.entries
    ]
    assert jcq.standing_entries(ENTRIES).candidates == jcq.candidates(ENTRIES)


def test_what_is_wanted_already_needs_no_file() -> None:
    assert jcq.amendment([ENTRIES, AMENDMENTS], STANDING) is None
    turned = with_other("0001", entries=["1HI01", "1MAH"])
    assert jcq.amendment([ENTRIES, AMENDMENTS], turned) is None
    assert jcq.amendment(ENTRIES, ENTRIES) is None


def test_the_file_has_the_next_number_and_what_the_files_before_say() -> None:
    made = jcq.amendment([ENTRIES, AMENDMENTS], without("0001"))
    assert made is not None
    assert made.name == "A9999998.X03"
    assert [record.line.rstrip(" ") for record in made] == [
        "A199999986G26S          14",
        "A399999986G26003ZZ99 9ZZ",
        "A5C999990001AARDVARK:ADA MAY                        "
        "F020110999990230001C             9990000017",
        "A7999990000003000000",
        "A99999900000050000001",
    ]


def test_a_candidate_left_out_is_withdrawn() -> None:
    found = only(jcq.amendment([ENTRIES, AMENDMENTS], without("0001")))
    assert (found.candidate_number, found.entries) == ("0001", ())
    assert found.candidate_name == "AARDVARK:ADA MAY"


def test_a_candidate_who_was_withdrawn_and_is_left_out_needs_nothing() -> None:
    assert jcq.amendment([ENTRIES, AMENDMENTS], without("0003")) is None


def test_a_changed_candidate_is_sent_with_all_entries() -> None:
    wanted = with_other("0001", entries=["1MAF", "1HI01", "7ARA"])
    found = only(jcq.amendment([ENTRIES, AMENDMENTS], wanted))
    assert found.option_entry_codes == ("1MAF", "1HI01", "7ARA")


def test_a_change_of_particulars_alone_is_sent() -> None:
    found = only(jcq.amendment([ENTRIES, AMENDMENTS], with_other("0004", sex="F")))
    assert (found.sex, found.option_entry_codes) == ("F", ("7ARA", "7AR1", "7AR2"))


def test_a_late_candidate_is_sent_and_one_without_entries_is_not() -> None:
    late = candidate("0009", "1MAH")
    found = only(jcq.amendment([ENTRIES, AMENDMENTS], [*STANDING, late, candidate("0010")]))
    assert found.option_entry_codes == ("1MAH",)


def test_records_stand_for_candidates() -> None:
    records = [record for one in without("0001") for record in one.records]
    assert only(jcq.amendment([ENTRIES, AMENDMENTS], records)).candidate_number == "0001"


def test_a_candidate_wanted_twice_is_refused() -> None:
    with pytest.raises(jcq.BuildError, match=r"^candidate 0001 is wanted twice$"):
        jcq.amendment(ENTRIES, [*STANDING, STANDING[0].replace(entries=["1MAF"])])


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        ([], "the file of entries is missing: give it together with its amendments"),
        ([AMENDMENTS], "the file of entries is missing"),
        (
            [ENTRIES, new(list(candidate("0001", "1MAF").records))],
            "there are 2 different files of entries .*E9999998.X01 and E9999998.X01",
        ),
        ([ENTRIES, RESULTS], "is not a file of amendments"),
    ],
)
def test_files_that_are_not_those_of_a_series_are_refused(
    sent: list[jcq.File], reason: str
) -> None:
    for act in (jcq.standing_entries, lambda files: jcq.amendment(files, STANDING)):
        with pytest.raises(jcq.JcqError, match=reason):
            act(sent)


def test_a_file_missing_from_the_sequence_is_asked_for() -> None:
    third = jcq.amendment([ENTRIES, AMENDMENTS], without("0001"))
    assert third is not None
    with pytest.raises(jcq.JcqError, match=r"file 2 is missing before this file; give these files"):
        jcq.amendment([ENTRIES, third], STANDING)
    assert jcq.amendment([ENTRIES, third], STANDING, incomplete=True) is not None


def test_a_wanted_file_that_cannot_be_read_for_certain_is_refused() -> None:
    broken = jcq.read(ENTRIES.to_bytes().rstrip()[:-30], name="E9999998.X01")
    with pytest.raises(jcq.JcqError, match=r"E9999998\.X01"):
        jcq.amendment(ENTRIES, broken)


def for_board(awarding_body: str) -> jcq.File:
    return jcq.new_file(
        jcq.candidates(ENTRIES), awarding_body=awarding_body, series="6G", year="26"
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda one: one.replace(entries=()), "0001 is withdrawn"),
        (lambda one: one.replace(entries=["1MAH"]), "0001 loses 1HI01"),
        (lambda one: one.replace(sex="M"), "0001 has another sex"),
        (lambda one: one.replace(sex="M", entries=["7ARA"]), "loses 1MAH, 1HI01 and has another"),
    ],
)
def test_an_awarding_body_that_takes_additions_alone_gets_no_other_change(
    change: Callable[[jcq.Candidate], jcq.Candidate], reason: str
) -> None:
    sent = for_board("72")
    first, *others = jcq.candidates(sent)
    with pytest.raises(jcq.BuildError, match=f"may only add entries, but .*{reason}"):
        jcq.amendment(sent, [change(first), *others])
    more = first.replace(entries=[*first.entries, "7ARA"])
    added = jcq.amendment(sent, [more, *others, candidate("0009", "1MAH")])
    assert added is not None
    assert [len(one.entries) for one in jcq.candidates(added)] == [3, 1]
    assert jcq.amendment(for_board("70"), [change(first), *others]) is not None


def test_a_candidate_is_replaced_over_all_records() -> None:
    many = candidate("0001", *OPTIONS[:14])
    assert len(many.records) == 2
    assert {one.text("sex") for one in many.replace(sex="M").records} == {"M"}
    assert len(many.replace(entries=OPTIONS[:12]).records) == 1
    assert many.replace(entries=many.entries) == many


def test_records_that_differ_in_particulars_take_no_other_entries() -> None:
    first, second = candidate("0001", *OPTIONS[:14]).records
    (mixed,) = jcq.candidates([first, second.replace(sex="F")])  # type: ignore[attr-defined]
    with pytest.raises(
        jcq.BuildError, match=r"^candidate 0001: the records differ in particulars$"
    ):
        mixed.replace(entries=["1MAH"])


people = st.dictionaries(
    st.integers(1, 6),
    st.tuples(st.sampled_from("MF"), st.lists(st.sampled_from(OPTIONS), unique=True, max_size=15)),
    min_size=1,
)


@given(st.lists(people, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_what_is_sent_gives_what_is_wanted(
    wishes: list[dict[int, tuple[str, list[str]]]], order: random.Random
) -> None:
    first, *later = (
        [candidate(f"{number:04}", *codes).replace(sex=sex) for number, (sex, codes) in who.items()]
        for who in wishes
    )
    sent = [new(first)]
    for wanted in later:
        made = jcq.amendment(sent, wanted)
        sent += [made] if made is not None else []
        order.shuffle(sent)
        standing = jcq.standing_entries(sent)
        assert entered(standing.candidates) == entered(wanted)
        assert standing.issues == []
        assert jcq.amendment(sent, wanted) is None
