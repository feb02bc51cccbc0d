"""Whole files from data records: envelope, counts, padding, sequence number and name."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made_up.files import AMENDMENTS, BASEDATA, CENTRE, ENTRIES, candidate, new, trouble

SAMPLE = {
    "software_package": "SAMPLE",
    "software_version": "001",
    "centre_postcode": "ZZ99 9ZZ",
}
SEQUENCE = {"A9999998.X02": 2, "O6G26_98.X02": 2}
DATES = {"E": (10, 2), "A": (3, 3), "F": (5, 5), "R": (19, 8)}


def test_candidates_stand_for_their_records() -> None:
    many = candidate("0001", *(f"OP{number}" for number in range(13)))
    other = candidate("0002", "1MAH")
    assert new([many, *other.records]).records == new([*many.records, *other.records]).records
    assert new(jcq.candidates(ENTRIES), sequence_number=1).records == ENTRIES.records


def test_what_is_no_record_is_refused_by_its_type() -> None:
    with pytest.raises(jcq.BuildError, match="records or candidates are needed, not str"):
        new(["E5C999990001"])


@pytest.mark.parametrize("path", sorted(CENTRE.iterdir()), ids=lambda path: path.name)
def test_a_centre_file_is_made_again_out_of_its_data(path: Path) -> None:
    file = jcq.read(path)
    day, month = DATES[path.name[0]]
    made = new(
        file.records,
        sequence_number=SEQUENCE.get(path.name, 1),
        date_produced=datetime.date(2026, month, day),
        **SAMPLE,
    )
    assert made.name == path.name
    assert made.to_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", sorted(BASEDATA.iterdir()), ids=lambda path: path.name)
def test_a_broadcast_file_is_made_again_out_of_its_data(path: Path) -> None:
    made = new(
        jcq.read(path).records,
        sequence_number=SEQUENCE.get(path.name, 1),
        date_produced=datetime.date(2026, 1, 12),
        software_package="SAMPLE",
        software_version="001",
    )
    assert (made.name, made.to_bytes()) == (path.name, path.read_bytes())


@pytest.mark.parametrize(("given", "written"), [({}, "_"), ({"language": "C"}, "C")])
def test_a_broadcast_file_is_in_a_language(given: dict[str, str], written: str) -> None:
    path = next(path for path in BASEDATA.iterdir() if path.name.startswith("L"))
    made = new(jcq.read(path).records, **given)
    assert made.name == f"L6G26{written}98.X01"
    assert {line.record.line[6] for line in (made.lines[0], made.lines[-1])} == {written}


def test_the_first_file_is_of_entries_and_the_next_of_amendments() -> None:
    first = new(AMENDMENTS.records, after=[])
    assert (first.name, {r.line[0] for r in first}) == ("E9999998.X01", {"E"})
    second = new(ENTRIES.records[:1], after=[first])
    assert (second.name, {r.line[0] for r in second}) == ("A9999998.X02", {"A"})
    third = new(ENTRIES.records[:1], after=[second, first])
    assert third.name == "A9999998.X03"
    for file in (first, second, third):
        assert trouble(file) == []


def test_files_sent_before_must_be_of_the_same_series() -> None:
    with pytest.raises(jcq.BuildError, match="file series '6G', but the new one '6B'"):
        new(ENTRIES.records, series="6B", after=[ENTRIES])


def test_files_of_other_data_types_have_numbers_of_their_own() -> None:
    forecasts = jcq.read(CENTRE / "F9999998.X01")
    assert new(ENTRIES.records, after=[forecasts]).name == "E9999998.X01"
    assert new(ENTRIES.records, after=[forecasts, ENTRIES]).name == "A9999998.X02"
    assert new(forecasts.records, after=[ENTRIES, AMENDMENTS]).name == "F9999998.X01"
    assert new(forecasts.records, after=[ENTRIES, forecasts]).name == "F9999998.X02"
    with pytest.raises(jcq.BuildError, match="file series '6G', but the new one '6B'"):
        new(ENTRIES.records, series="6B", after=[forecasts])


@pytest.mark.parametrize("name", ["centre/R9999998.X01", "basedata/O6G26_98.X02"])
def test_files_that_a_centre_receives_cannot_have_been_sent_before(name: str) -> None:
    received = jcq.read(CENTRE.parent / name)
    for records in (ENTRIES.records, jcq.read(CENTRE / "F9999998.X01").records):
        with pytest.raises(jcq.BuildError, match=f"{received.name} holds .*give the files that"):
            new(records, after=[ENTRIES, received])
    with pytest.raises(jcq.BuildError, match="holds entries, which cannot have been sent"):
        new(jcq.read(CENTRE / "R9999998.X01").records, after=ENTRIES)


def test_amendments_are_never_the_first_file() -> None:
    with pytest.raises(jcq.BuildError, match="never the first file"):
        new(AMENDMENTS.records)
    assert new(AMENDMENTS.records, sequence_number=7).name == "A9999998.X07"


def test_headers_and_trailers_are_no_data() -> None:
    with pytest.raises(jcq.BuildError, match=r"give the data records alone \(file.records\)"):
        new(list(ENTRIES))


def test_padding_that_was_cut_off_is_put_back() -> None:
    trimmed = [jcq.v14.Entry(record.line.rstrip(" ")) for record in ENTRIES.records]
    assert new(list(trimmed)).to_bytes() == new(ENTRIES.records).to_bytes()


def test_a_name_has_the_last_two_digits_of_the_sequence_number() -> None:
    made = new(ENTRIES.records, sequence_number=284)
    assert made.name == "E9999998.X84"
    assert trouble(made) == []


def test_what_does_not_go_into_one_file_is_refused() -> None:
    elsewhere = candidate("0001", "1MAH", centre_number="88888")
    with pytest.raises(jcq.BuildError, match=r"more than one centre \(88888, 99999\)"):
        new([*ENTRIES.records, *elsewhere.records])
    with pytest.raises(jcq.BuildError, match=r"more than one data type \(A, E\)"):
        new([*ENTRIES.records, *AMENDMENTS.records])
    with pytest.raises(jcq.BuildError, match="no data type ''"):
        new([])
    with pytest.raises(jcq.BuildError, match="sequence_number: must be 3 digits"):
        new(ENTRIES.records, sequence_number=1000)
    with pytest.raises(jcq.BuildError, match="sequence_number: 1 or more is needed"):
        new(ENTRIES.records, sequence_number=0)
    with pytest.raises(jcq.BuildError, match="series"):
        new(ENTRIES.records, series="6GX")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"series": "6"}, "series: 2 characters are needed in version 14"),
        ({"series": "6 "}, "series: 2 characters are needed in version 14"),
        ({"year": "6"}, "year: two or four digits are needed"),
        ({"year": "1999", "version": "14"}, "year: the year 1999 is not within 2000-2099"),
    ],
)
def test_a_series_and_a_year_are_as_wide_as_in_headers(wrong: dict[str, Any], message: str) -> None:
    given = {"awarding_body": "98", "series": "6G", "year": "26", **wrong}
    with pytest.raises(jcq.BuildError, match=message):
        jcq.new_file([], data_type="E", centre_number="99999", **given)


def test_a_year_is_written_as_headers_have_it() -> None:
    made, same = (
        new([], data_type="E", centre_number="99999", year=year) for year in ("2026", "26")
    )
    assert made.to_bytes() == same.to_bytes()


def test_a_file_without_records_can_be_made() -> None:
    made = new([], data_type="E", centre_number="99999")
    assert [record.line[:2] for record in made] == ["E1", "E3", "E7", "E9"]
    assert [issue.rule for issue in trouble(made)] == ["file.nothing-entered"]


def test_a_new_file_is_written_and_read_under_its_name(tmp_path: Path) -> None:
    made = new(ENTRIES.records)
    jcq.write(made, tmp_path / made.name)
    assert jcq.read(tmp_path / made.name).records == made.records
    assert trouble(jcq.read(tmp_path / made.name)) == []


CODES = st.lists(st.from_regex(r"[0-9A-Z]{1,6}", fullmatch=True), max_size=40, unique=True)


@given(st.dictionaries(st.integers(1, 9999), CODES, min_size=1, max_size=5))
def test_candidates_come_back_with_all_their_entries(entered: dict[int, list[str]]) -> None:
    made = [candidate(f"{number:04}", *codes) for number, codes in entered.items()]
    file = new([record for one in made for record in one.records])
    again = jcq.candidates(jcq.read(file.to_bytes()))
    assert again == made
    assert [one.option_entry_codes for one in again] == [tuple(c) for c in entered.values()]
    assert all(
        one.alike and len(one.records) == max(1, -(-len(one.entries) // 12)) for one in again
    )
    rules = [issue.rule for issue in trouble(file)]
    assert rules == ([] if any(entered.values()) else ["file.nothing-entered"])


def test_a_file_is_of_the_version_in_force_for_its_series() -> None:
    older = jcq.upgrade(jcq.read(BASEDATA / "O6G26_98.X02"), "12").file
    given = {"awarding_body": "98", "series": "6G", "year": "10"}
    made = jcq.new_file(older.records, **given)
    assert (made.format.version, made.lines[0].record.line[24:26]) == ("12", "12")
    with pytest.raises(jcq.BuildError, match="not those of version 14: upgrade their file first"):
        jcq.new_file(older.records, version="14", **given)
    refused = "not those of version 14, which is in force for the series 6G26: upgrade"
    with pytest.raises(jcq.BuildError, match=refused):
        jcq.new_file(older.records, **given | {"year": "26"})


def test_another_version_is_written_where_it_is_asked_for() -> None:
    records = jcq.read(BASEDATA / "O6G26_98.X02").records
    made = jcq.new_file(records, awarding_body="98", series="6G", year="10", version="14")
    assert made.lines[0].record.line[24:26] == "14"


def test_a_centre_number_that_is_none_is_not_repeated() -> None:
    sent = ENTRIES.records
    slipped = type(sent[0])(sent[0].line[:3] + "QUAIL" + sent[0].line[8:])
    with pytest.raises(jcq.BuildError, match=r"of more than one centre: make a file of each$"):
        jcq.new_file([*sent, slipped], awarding_body="98", series="6G", year="26")
