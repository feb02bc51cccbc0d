"""Fees, deadlines and timetables: entries and basedata together."""

from __future__ import annotations

import datetime

import jcq_formats as jcq
import pytest
from jcq_formats.exams.planning.fees import NO_FEE, NO_OPTION

from tests.made_up.files import CENTRE

NO_SESSION = "the basedata does not give the session of each, so they may clash"
BASEDATA = jcq.read_basedata(CENTRE.parent / "basedata")
ENTRIES, AMENDMENTS = (jcq.read(CENTRE / name) for name in ("E9999998.X01", "A9999998.X02"))
(SERIES,) = BASEDATA


def with_components(**changes: str) -> jcq.Basedata:
    """The basedata with other texts from position 65 of a component on: whether it is timetabled,
    date, session and minutes."""
    found = jcq.Basedata.of(record for file in BASEDATA[SERIES].files for record in file)
    for name, text in changes.items():
        code = name.replace("_", "/")
        component = found.components[code]
        found.components[code] = type(component)(component.line[:64] + text)
    found.files = BASEDATA[SERIES].files
    return found


def of_entries(code: str) -> list[tuple[str, str]]:
    """The candidates entered for an option after the amendments."""
    amended = jcq.standing_entries([ENTRIES, AMENDMENTS])
    return [c.key for c in amended.candidates if code in [e.option_entry_code for e in c.entries]]


def test_fees_are_those_of_the_current_entries() -> None:
    found = jcq.fees([ENTRIES, AMENDMENTS], BASEDATA)
    by_option = found.by(lambda fee: (fee.option_entry_code,))
    for (code,), total in by_option.items():
        assert total.entries == len(of_entries(code))
    option = BASEDATA[SERIES].options["1MAH"]
    assert by_option["1MAH",].pence == option.fee * len(of_entries("1MAH")) > 0  # type: ignore[operator]
    assert found.total.pence == sum(row.pence or 0 for row in found.rows)
    assert found.total.unknown == len(found.unknown) == 3
    assert {row.reason for row in found.unknown} == {NO_FEE}


def test_an_option_that_the_basedata_lacks_has_no_fee() -> None:
    changed = ENTRIES.to_bytes().replace(b"1HI01", b"9ZZ99", 1)
    found = jcq.fees(jcq.read(changed, name="E9999998.X01"), BASEDATA)
    (row,) = [row for row in found.unknown if row.option_entry_code == "9ZZ99"]
    assert (row.pence, row.reason, row.title) == (None, NO_OPTION, "")


def test_a_candidate_whose_record_has_slipped_is_left_out_and_counted() -> None:
    slipped = ENTRIES.to_bytes().replace(b"\nE5C", b"\nE5 C", 1)
    file = jcq.read(slipped, name="E9999998.X01")
    with pytest.raises(jcq.JcqError, match=r"E9999998.X01"):
        jcq.fees(file, BASEDATA)
    assert jcq.fees(file, BASEDATA, incomplete=True).left_out == 1
    found = jcq.timetable(file, BASEDATA, incomplete=True)
    assert (found.left_out, jcq.timetable(ENTRIES, BASEDATA).left_out) == (1, 0)


def test_what_is_due_is_in_order_of_date_with_the_number_of_candidates() -> None:
    found = jcq.deadlines([ENTRIES, AMENDMENTS], BASEDATA)
    assert [(d.due, d.component_code, d.what, d.candidates) for d in found] == [
        (datetime.date(2026, 5, 7), "1HI/C", "marks", 1),
        (datetime.date(2026, 5, 15), "LEAF/1", "grades", 1),
    ]


def test_a_timetable_has_each_paper_once_and_counts_seats() -> None:
    found = jcq.timetable([ENTRIES, AMENDMENTS], BASEDATA)
    (paper,) = {s.paper for s in found.sittings if s.paper.component_code == "1MA/H1"}
    assert paper[:3] == (datetime.date(2026, 5, 14), "A", "morning")
    assert paper.minutes == 90
    (seats,) = [s for s in found.seats() if s.paper == paper]
    assert seats.candidates == len(of_entries("1MAH")) == 2
    assert found.clashes() == []
    twice = jcq.timetable([ENTRIES, AMENDMENTS, ENTRIES], BASEDATA)
    assert twice == found


@pytest.mark.parametrize(
    ("text", "most_minutes", "expected"),
    [
        ("T140526A105", None, ["2 papers in one session (morning)"]),
        ("T140526P105", None, []),
        ("T140526P105", 194, ["195 minutes in one day"]),
        ("T140526P105", 195, []),
        ("T140526P   ", 89, ["90 minutes or more in one day"]),
        (
            "T140526 105",
            None,
            ["the basedata does not give the session of each, so they may clash"],
        ),
        ("T000000P105", 1, ["90 minutes in one day"]),
    ],
)
def test_what_clashes_is_named(text: str, most_minutes: int | None, expected: list[str]) -> None:
    found = jcq.timetable([ENTRIES, AMENDMENTS], with_components(**{"1HI_1": text}))
    clashes = [c for c in found.clashes(most_minutes) if c.candidate_number == "0001"]
    on_the_day = [c for c in clashes if c.papers[0].date == datetime.date(2026, 5, 14)]
    assert [clash.why for clash in on_the_day] == expected


def test_three_papers_in_a_day_are_named() -> None:
    basedata = with_components(**{"1HI_1": "T140526P105", "1MA_H2": "T140526E090"})
    found = jcq.timetable([ENTRIES, AMENDMENTS], basedata)
    (clash,) = [c for c in found.clashes() if c.candidate_number == "0001"]
    assert clash.why == "3 papers in one day"
    assert [paper.component_code for paper in clash.papers] == ["1MA/H1", "1MA/H2", "1HI/1"]


@pytest.mark.parametrize("work", [jcq.fees, jcq.deadlines, jcq.timetable])
def test_without_basedata_of_the_series_or_entries_nothing_is_guessed(work: object) -> None:
    assert callable(work)
    other = jcq.ExamSeries("70", "6G", "26")
    with pytest.raises(jcq.JcqError, match=r"there is no basedata for awarding body 98, series 6G"):
        work(ENTRIES, {other: BASEDATA[SERIES]})
    with pytest.raises(jcq.JcqError, match=r"A9999998.X02: the file of entries is missing"):
        work(AMENDMENTS, BASEDATA)
    cut = jcq.read(ENTRIES.to_bytes()[:900], name="E9999998.X01")
    with pytest.raises(jcq.JcqError, match=r"is incomplete"):
        work(cut, BASEDATA)
    work(cut, BASEDATA, incomplete=True)
