"""Laws of differences, on drawn files: results with known outcomes, and any files."""

from __future__ import annotations

import datetime
import random
from typing import NamedTuple

import jcq_formats as jcq
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats import a2c, v14
from jcq_formats.exams.diff import comparing
from jcq_formats.testing.strategies.files import files, letters
from jcq_formats.testing.strategies.messages import DrawnMessage, messages

from tests.made_up.files import new

CODES = ("1MAH", "1HI01", "7AR1", "7ARA")


class Key(NamedTuple):
    """The candidate and the option of a result."""

    candidate: str
    code: str


class Outcome(NamedTuple):
    """A mark with its grade."""

    score: int
    grade: str


Awards = dict[Key, Outcome]

AWARDS = st.dictionaries(
    st.builds(Key, st.sampled_from(("0001", "0002", "0003")), st.sampled_from(CODES)),
    st.builds(Outcome, st.integers(0, 200), st.sampled_from("ABC")),
    min_size=1,
)


def result(key: Key, outcome: Outcome) -> v14.Result:
    return v14.Result.build(
        centre_number="99999",
        candidate_number=key.candidate,
        option_result_code=key.code,
        result_type="B",
        outcome=v14.MarkAndGradeOutcome.build(score=outcome.score, grade=outcome.grade),
    )


def file(awards: Awards) -> jcq.File:
    return new([result(*one) for one in awards.items()])


def key_of(difference: jcq.Difference) -> Key:
    return Key(difference.key["candidate_number"], difference.key["option_result_code"])


def mirrored(difference: jcq.Difference) -> tuple[object, ...]:
    """A difference seen from the other side."""
    other = {"added": "removed", "removed": "added", "changed": "changed"}[difference.kind]
    changes = {(outer(c), c.item, repr_of(c.new), repr_of(c.old)) for c in difference.changes}
    return other, difference.record, tuple(difference.key.items()), frozenset(changes)


def told(difference: jcq.Difference) -> tuple[object, ...]:
    changes = {(outer(c), c.item, repr_of(c.old), repr_of(c.new)) for c in difference.changes}
    key = tuple(difference.key.items())
    return difference.kind.value, difference.record, key, frozenset(changes)


def outer(change: jcq.FieldChange) -> str:
    """The outer field. One with the same role may have another name in another layout: the name is
    that of the new side."""
    return change.field.partition(".")[0]


def repr_of(value: object) -> str:
    return repr(value)


@given(AWARDS, AWARDS)
def test_results_that_differ_are_told_once_and_with_both_values(old: Awards, now: Awards) -> None:
    found = {key_of(one): one for one in jcq.diff(file(old), file(now))}
    assert len(found) == len(jcq.diff(file(old), file(now)))
    assert found.keys() == {k for k in {**old, **now} if old.get(k) != now.get(k)}
    for key, one in found.items():
        was, is_now = old.get(key), now.get(key)
        assert one.kind == ("added" if was is None else "removed" if is_now is None else "changed")
        values = {c.field.rpartition(".")[2]: (c.old, c.new) for c in one.changes}
        for place, name in enumerate(Outcome._fields):
            pair = (was[place] if was else None, is_now[place] if is_now else None)
            assert values.get(name, (None, None)) == (pair if pair[0] != pair[1] else (None, None))


@given(AWARDS, st.randoms())
def test_order_padding_line_ends_and_headers_do_not_count(
    awards: Awards, chance: random.Random
) -> None:
    keys = list(awards)
    chance.shuffle(keys)
    one = file(awards)
    other = new(
        [result(key, awards[key]) for key in keys],
        sequence_number=7,
        date_produced=datetime.date(2026, 8, 20),
        software_package="OTHER",
    )
    trimmed = b"\n".join(line.rstrip(b" ") for line in other.to_bytes().split(b"\r\n"))
    assert not jcq.diff(one, other)
    assert not jcq.diff(one.to_bytes(), trimmed)
    assert jcq.diff(one, other, exactly=True).byte_differences


@given(st.data())
def test_a_file_has_no_difference_from_itself(data: st.DataObject) -> None:
    version = data.draw(st.sampled_from(jcq.known_versions()))
    drawn = data.draw(files(data.draw(st.sampled_from(letters(version))), version=version))
    assert not jcq.diff(drawn.data, drawn.data, exactly=True, incomplete=True)
    ends = drawn.with_ends("\n", last=False, trimmed=True)
    assert not jcq.diff(drawn.data, ends, incomplete=True)


@given(st.data())
def test_the_other_way_round_says_the_same_mirrored(data: st.DataObject) -> None:
    letter = data.draw(st.sampled_from(letters("14")))
    old, now = (data.draw(files(letter, version="14")).data for _ in range(2))
    there = jcq.diff(old, now, incomplete=True)
    back = jcq.diff(now, old, incomplete=True)
    assert {told(one) for one in there} == {mirrored(one) for one in back}
    assert len(there) == len(back)


@given(messages(a2c.FORMAT), messages(a2c.FORMAT))
def test_messages_likewise(old: DrawnMessage, now: DrawnMessage) -> None:
    assert not jcq.diff(old.data, old.data, exactly=True)
    there, back = jcq.diff(old.data, now.data), jcq.diff(now.data, old.data)
    shown = [one for one in there if one.record]
    assert {told(one) for one in shown} <= {mirrored(one) for one in back}
    assert len(there) == len(back)


@given(AWARDS, AWARDS)
def test_what_is_read_in_portions_is_the_same(old: Awards, now: Awards) -> None:
    whole = {told(one) for one in jcq.diff(file(old), file(now))}
    before = comparing.AT_ONCE
    try:
        comparing.AT_ONCE = 2
        assert {told(one) for one in jcq.diff(file(old), file(now))} == whole
    finally:
        comparing.AT_ONCE = before


@given(AWARDS, AWARDS)
def test_the_counts_are_those_of_the_differences(old: Awards, now: Awards) -> None:
    found = jcq.diff(file(old), file(now))
    for code in CODES:
        kinds = [one.kind.value for one in found if one.code == code]
        count = found.summary.by_code.get(code)
        counted = (count.added, count.removed, count.changed) if count else (0, 0, 0)
        assert counted == tuple(kinds.count(kind) for kind in ("added", "removed", "changed"))
