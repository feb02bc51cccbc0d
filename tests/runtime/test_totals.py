"""Sums and checksums: computed record by record, in trailers and in headers."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import Any

import jcq_formats as jcq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats import v14
from jcq_formats.checksums import adler32, crc32
from jcq_formats.core.fields import Field, Total
from jcq_formats.core.kinds.integer import Integer
from jcq_formats.core.kinds.text import Text
from jcq_formats.core.totals import with_totals, wrong_totals
from jcq_formats.v14.codes import PUBLISHED_CHARACTERS

MARKS = Total("C5", "maximum_mark")


def holding(known: type[jcq.Record], *totals: tuple[str, int, Total]) -> type[jcq.Record]:
    """A header or trailer with further fields for these totals, each of the total's width."""
    fields, start = dict(known.FIELDS), known.END + 1
    for name, width, total in totals:
        kind: Any = Integer() if total.checksum is None else Text(PUBLISHED_CHARACTERS)
        fields[name] = Field(name, start, width, kind, total=total, blank=True)
        start += width
    about = {word: getattr(known, word) for word in ("KEY", "TITLE", "ROLE", "LENGTHS", "PLACE")}
    return type(known.__name__, (jcq.Record,), {"__slots__": (), "FIELDS": fields, **about})


HEADER = holding(v14.FileHeader, ("marks_to_come", 6, MARKS))
BEGIN = holding(v14.CentreHeader, ("components_to_come", 8, Total("C5", checksum=crc32)))
END = holding(v14.CentreTrailer, ("marks", 6, MARKS))
LAST = holding(
    v14.FileTrailer, ("marks", 6, MARKS), ("checksum", 8, Total("records", checksum=crc32))
)
FORMAT = replace(
    v14.FORMAT, records=v14.FORMAT.records | {"C1": HEADER, "C3": BEGIN, "C7": END, "C9": LAST}
)


def component(mark: int | None) -> jcq.Record:
    return v14.Component("C5" + " " * 49 + ("   " if mark is None else f"{mark:03}"))


def file_of(*blocks: list[int | None]) -> list[jcq.Record]:
    """The records of a file without totals."""
    records: list[jcq.Record] = [HEADER("C1".ljust(26) + "~" * 6)]
    for marks in blocks:
        records += [BEGIN("C3"), *map(component, marks), END("C7")]
    return [*records, LAST("C9")]


def said(records: list[jcq.Record], *names: str) -> list[Any]:
    return [r.decode(n) for r in records for n in names if n in r.FIELDS]


def test_headers_and_trailers_hold_what_their_file_or_block_has() -> None:
    made = list(with_totals(FORMAT, file_of([100, None, 25], [], [7])))
    assert said(made, "marks_to_come", "marks") == [132, 125, 0, 7, 132]
    data = [r.line.rstrip(" ").encode() for r in made]
    assert made[-1].decode("checksum") == f"{zlib.crc32(b''.join(data[:-1])):08X}"
    blocks = [b"".join(data[2:5]), b"", data[9]]
    assert said(made, "components_to_come") == [f"{zlib.crc32(block):08X}" for block in blocks]


def test_a_file_after_another_begins_anew() -> None:
    twice = [*file_of([100]), *file_of([3])]
    assert said(list(with_totals(FORMAT, twice)), "marks") == [100, 100, 3, 3]
    assert list(wrong_totals(FORMAT, with_totals(FORMAT, twice))) == []


def test_a_block_without_a_trailer_does_not_take_the_checksum_of_the_next() -> None:
    made = list(with_totals(FORMAT, file_of([100], [7])))
    del made[3]
    wrong = {(held.number, held.field.name) for held in wrong_totals(FORMAT, made)}
    assert (1, "components_to_come") not in wrong


def test_a_sum_of_what_cannot_be_read_is_left_as_it_is() -> None:
    records = file_of([100])
    records[2] = v14.Component("C5" + " " * 49 + "1O0")
    records[3] = END("C7".ljust(20) + "000007")
    made = list(with_totals(FORMAT, records))
    assert made[3].decode("marks") == 7
    assert [held.field.name for held in wrong_totals(FORMAT, made)] == []


def test_a_total_that_does_not_fit_is_refused() -> None:
    narrow = holding(v14.CentreTrailer, ("marks", 2, MARKS))
    form = replace(FORMAT, records=FORMAT.records | {"C7": narrow})
    records = file_of([100])
    records[3] = narrow("C7")
    with pytest.raises(jcq.BuildError, match=r"CentreTrailer\.marks: 100 does not fit in 2 digits"):
        list(with_totals(form, records))


BLOCKS = st.lists(st.lists(st.one_of(st.none(), st.integers(0, 999)), max_size=4), max_size=3)


@given(blocks=BLOCKS)
def test_totals_that_are_computed_are_right_and_computed_once(
    blocks: list[list[int | None]],
) -> None:
    made = list(with_totals(FORMAT, file_of(*blocks)))
    assert list(wrong_totals(FORMAT, made)) == []
    assert [r.line for r in with_totals(FORMAT, made)] == [r.line for r in made]
    assert said(made, "marks")[-1] == sum(m or 0 for block in blocks for m in block)


@given(blocks=BLOCKS, data=st.data())
def test_a_changed_mark_is_noticed_by_every_total_over_it(
    blocks: list[list[int | None]], data: st.DataObject
) -> None:
    made = list(with_totals(FORMAT, file_of([100], *blocks)))
    at = data.draw(st.sampled_from([i for i, r in enumerate(made) if r.line.startswith("C5")]))
    before = made[at].decode("maximum_mark") or 0
    made[at] = component(data.draw(st.integers(0, 999).filter(lambda mark: mark != before)))
    wrong = [(type(held.record), held.field.name) for held in wrong_totals(FORMAT, made)]
    assert sorted(name for _, name in wrong) == [
        "checksum",
        "components_to_come",
        "marks",
        "marks",
        "marks_to_come",
    ]


@pytest.mark.parametrize("rule", [crc32, adler32])
@given(parts=st.lists(st.binary(max_size=20), max_size=4))
def test_a_checksum_of_records_is_that_of_their_bytes(rule: Any, parts: list[bytes]) -> None:
    so_far = rule.begin()
    for part in parts:
        so_far = rule.add(so_far, part)
    known = {crc32: zlib.crc32, adler32: zlib.adler32}[rule]
    assert rule.text(so_far) == f"{known(b''.join(parts)):08X}"
    assert len(rule.text(so_far)) == rule.WIDTH
