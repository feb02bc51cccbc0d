"""Long tables: a row for each entry, and one score and one grade for each result."""

from __future__ import annotations

import io
from typing import Any

import jcq_formats as jcq
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made_up.files import AMENDMENTS, CENTRE, ENTRIES, RESULTS, candidate, new

CODES = ["1MAF", "1MAH", "1HI01", "LEAF12", *(f"2X{number:02}" for number in range(16))]


def rows(source: Any, table: str, *columns: str, **more: Any) -> list[tuple[Any, ...]]:
    found = jcq.to_arrow(source, table, columns=columns or None, **more)
    return [tuple(row.values()) for row in found.to_pylist()]


def test_each_entry_has_a_row_with_its_candidate_and_place() -> None:
    columns = ("candidate_number", "sex", "place", "option_entry_code")
    assert rows(ENTRIES.to_bytes(), "entries", *columns)[:4] == [
        ("0001", "F", 1, "1MAH"),
        ("0001", "F", 2, "1HI01"),
        ("0002", "M", 1, "1MAF"),
        ("0002", "M", 2, "1HIS"),
    ]


def test_amendments_are_a_table_of_their_own_and_a_withdrawal_has_no_row() -> None:
    found = rows(str(CENTRE), "amendments", "candidate_number", "option_entry_code")
    assert found == [("0002", "1MAH"), ("0002", "1HIS"), ("0002", "LEAF12")]
    assert len(AMENDMENTS.records) == 2


def test_a_hole_among_the_entries_has_no_row() -> None:
    text = ENTRIES.to_bytes().replace(b"1MAF   1HIS   ", b"1MAF          ")
    found = rows(text, "entries", "candidate_number", "place", "option_entry_code")
    assert [row for row in found if row[0] == "0002"] == [
        ("0002", 1, "1MAF"),
        ("0002", 3, "LEAF12"),
    ]


def test_whatever_the_result_type_there_is_one_score_and_one_grade() -> None:
    columns = ("option_result_code", "result_type", "score", "grade", "grade_partial_absence")
    assert rows(RESULTS.to_bytes(), "results", *columns) == [
        ("1MAH", "1", None, "8", ""),
        ("1HI01", "B", 171, "A*", ""),
        ("1MAH", "1", None, "4", "#"),
        ("1HIS", "B", 61, "C", ""),
        ("7AR1", "U", 78, "b", None),
        ("7AR2", "U", 211, "c", None),
        ("7ARA", "B", 289, "B", ""),
    ]


def test_the_columns_are_those_of_the_record_under_their_own_names() -> None:
    names = jcq.scan_arrow(RESULTS.to_bytes(), "results").schema.names
    assert names[:8] == [
        "centre_number",
        "candidate_number",
        "uci",
        "uln",
        "option_entry_code",
        "option_result_code",
        "result_type",
        "outcome",
    ]
    assert {"second_grade", "first_endorsement", "positions_54_to_57"} <= set(names)
    entries = jcq.scan_arrow(ENTRIES.to_bytes(), "entries").schema.names
    assert entries[-3:] == ["place", "option_entry_code", "entry_flag"]


def test_an_outcome_of_no_known_layout_is_kept_as_text() -> None:
    line = next(r.line for r in RESULTS.records)
    text = RESULTS.to_bytes().replace(line.encode(), line[:46].encode() + b"Z8             ")
    found = rows(text, "results", "result_type", "outcome", "grade", "score")
    assert found[0] == ("Z", "8", None, None)


def test_where_a_row_comes_from_goes_with_it() -> None:
    found = rows(ENTRIES.to_bytes(), "entries", "place", origin=["line_number", "awarding_body"])
    assert found[:3] == [(1, 3, "98"), (2, 3, "98"), (1, 4, "98")]


def test_types_are_those_of_the_records_and_text_where_that_is_asked_for() -> None:
    typed = jcq.scan_arrow(RESULTS.to_bytes(), "results", columns=["score"])
    assert typed.schema.types == [pa.int16()]
    text = jcq.scan_arrow(RESULTS.to_bytes(), "results", columns=["score"], as_text=True)
    assert text.schema.types == [pa.string()]
    assert text.to_arrow()["score"].to_pylist()[1] == "0171"


def test_a_query_reads_the_columns_it_needs() -> None:
    lazy = jcq.scan_arrow(str(CENTRE), "entries").to_polars()
    found = lazy.select("option_entry_code").collect()["option_entry_code"].to_list()
    assert found.count("1MAH") == 2


def test_an_unknown_column_is_refused_with_one_that_is_like_it() -> None:
    with pytest.raises(jcq.JcqError, match=r"results: no column 'grades'; .*grade"):
        jcq.to_arrow(RESULTS.to_bytes(), "results", columns=["grades"])


def test_a_file_that_is_not_all_there_is_refused() -> None:
    broken = ENTRIES.to_bytes().rstrip()[:-30]
    with pytest.raises(jcq.JcqError, match="incomplete"):
        jcq.to_arrow(io.BytesIO(broken), "entries")
    assert rows(io.BytesIO(broken), "entries", "place", incomplete=True)


@given(
    st.dictionaries(
        st.integers(1, 9), st.lists(st.sampled_from(CODES), unique=True, max_size=15), min_size=1
    )
)
def test_the_rows_are_the_entries_of_the_records(who: dict[int, list[str]]) -> None:
    file = new([candidate(f"{number:04}", *codes) for number, codes in who.items()])
    expected = [
        (one.candidate_number, entry.option_entry_code)
        for one in jcq.candidates(file)
        for entry in one.entries
    ]
    assert rows(file.to_bytes(), "entries", "candidate_number", "option_entry_code") == expected
