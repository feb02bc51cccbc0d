"""Loading files into a store: the rows it keeps, the current records, and the files it refuses."""

from __future__ import annotations

import datetime
import sqlite3
import stat
from pathlib import Path

import jcq_formats as jcq
import pytest

from tests.made_up.files import (
    AMENDMENTS,
    BASEDATA,
    CENTRE,
    ENTRIES,
    RESULTS,
    candidate,
    moved,
    new,
)
from tests.made_up.message import message

from .states import loaded, state

FIRST = RESULTS.to_bytes()
KEY = {"candidate_number": "0002", "option_result_code": "1HIS"}


def results(number: int, *changes: tuple[bytes, bytes]) -> bytes:
    """The sample's results as another issue, with some texts replaced."""
    data = FIRST.replace(b"R399999986G26001", f"R399999986G26{number:03}".encode())
    for old, new_text in changes:
        assert data.count(old) == 1
        data = data.replace(old, new_text)
    return data


SECOND = results(2, (b"1HIS  B0061C", b"1HIS  B0064B"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "season.sqlite"


def rows(database: Path, name: str, **where: object) -> list[dict[str, object]]:
    with jcq.Store(database) as store:
        return store.rows(name, **where)


def grades(database: Path, **where: object) -> list[object]:
    return [row["grade"] for row in rows(database, "results_with_titles", **where)]


def test_every_record_stands_in_its_table_with_typed_columns(database: Path) -> None:
    jcq.load(BASEDATA, CENTRE, database=database)
    (row,) = rows(database, "current_option", option_entry_code="1HI01")
    assert (row["fee"], row["awarding_body"], row["series"], row["year"]) == (
        4250,
        "98",
        "6G",
        "26",
    )
    entry = rows(database, "current_entry", candidate_number="0001")[0]
    assert entry["date_of_birth"] == datetime.date(2010, 1, 2)
    with jcq.Store(database) as store:
        assert store.rows("issue", holds="O")[0]["sequence_number"] == 2
        assert store.contents(str(CENTRE / "R9999998.X01")) == FIRST


def test_a_later_issue_counts_and_says_what_it_changed(tmp_path: Path, database: Path) -> None:
    done = loaded(database, ("R9999998.X01", FIRST), ("R9999998.X02", SECOND), folder=tmp_path)
    assert [(f.issues[0].number, f.issues[0].changed) for f in done.files] == [(1, None), (2, 1)]
    assert grades(database, **KEY) == ["B"]
    changes = rows(database, "changes")
    assert [(c["field"], c["old"], c["new"]) for c in changes] == [
        ("outcome_score", "61", "64"),
        ("outcome_grade", "C", "B"),
    ]
    assert len(rows(database, "result", **KEY)) == 2


def test_an_older_issue_never_replaces_a_newer_one(tmp_path: Path, database: Path) -> None:
    loaded(database, ("R9999998.X02", SECOND), folder=tmp_path)
    done = loaded(database, ("R9999998.X01", FIRST), folder=tmp_path)
    assert done.files[0].issues[0].later == (2,)
    assert grades(database, **KEY) == ["B"]
    assert [c["new"] for c in rows(database, "changes")] == ["64", "B"]


def test_number_100_named_00_counts_before_99(tmp_path: Path, database: Path) -> None:
    late = results(100, (b"1HIS  B0061C", b"1HIS  B0064B"))
    loaded(database, ("R9999998.X00", late), ("R9999998.X99", results(99)), folder=tmp_path)
    assert grades(database, **KEY) == ["B"]


def test_the_same_file_twice_does_nothing(tmp_path: Path, database: Path) -> None:
    loaded(database, ("R9999998.X01", FIRST), folder=tmp_path)
    before = state(database)
    done = loaded(database, ("R9999998 (1).X01", FIRST), folder=tmp_path)
    assert done.files[0].status == "already loaded"
    assert done.files[0].same_as.endswith("R9999998.X01")
    assert state(database) == before


def test_a_result_that_a_later_issue_leaves_out_still_stands(
    tmp_path: Path, database: Path
) -> None:
    one = new(RESULTS.records[:1], after=[RESULTS])
    loaded(database, ("R9999998.X01", FIRST), ("R9999998.X02", one.to_bytes()), folder=tmp_path)
    assert len(rows(database, "current_result")) == len(RESULTS.records)


def test_an_option_that_later_basedata_leaves_out_stands_no_longer(
    tmp_path: Path, database: Path
) -> None:
    options = jcq.read(BASEDATA / "O6G26_98.X02")
    less = new(options.records[1:], sequence_number=3)
    both = ("O6G26_98.X02", options.to_bytes()), ("O6G26_98.X03", less.to_bytes())
    loaded(database, *both, folder=tmp_path)
    assert len(rows(database, "current_option")) == len(options.records) - 1
    assert [c["difference"] for c in rows(database, "changes")] == ["removed"]


def test_entries_stand_as_amended_with_the_titles_of_their_options(database: Path) -> None:
    jcq.load(CENTRE, BASEDATA, database=database)
    wanted = jcq.apply_amendments(ENTRIES, AMENDMENTS).entered
    found = [
        (row["candidate_number"], row["option_entry_code"], bool(row["option_title"]))
        for row in rows(database, "standing_entries")
    ]
    assert sorted(found) == sorted(
        (one.candidate_number, code, True) for one in wanted for code in one.option_entry_codes
    )


def test_amendments_without_their_entries_are_named(database: Path) -> None:
    done = jcq.load(CENTRE / "A9999998.X02", database=database)
    assert "its standing entries are not known" in done.notes[0]
    jcq.load(CENTRE / "E9999998.X01", database=database)
    assert rows(database, "standing_entries")


def test_a_file_of_several_centres_is_an_issue_for_each(tmp_path: Path, database: Path) -> None:
    other = moved(ENTRIES, "99998")
    both = jcq.join_centres([ENTRIES, other])
    loaded(database, ("E6G26_98.X01", both.to_bytes()), folder=tmp_path)
    late = new([candidate("0001", "1MAF")], after=[ENTRIES])
    loaded(database, ("A9999998.X02", late.to_bytes()), folder=tmp_path)
    assert [row["centre_number"] for row in rows(database, "issue")] == ["99999", "99998", "99999"]
    found = rows(database, "standing_entries", candidate_number="0001")
    codes = {(row["centre_number"], row["option_entry_code"]) for row in found}
    first = ENTRIES.records[0].as_dict()["entries"]
    assert codes == {("99999", "1MAF")} | {("99998", e["option_entry_code"]) for e in first}


def test_two_files_of_one_number_are_named(tmp_path: Path, database: Path) -> None:
    loaded(database, ("R9999998.X01", FIRST), folder=tmp_path)
    other = results(1, (b"1HIS  B0061C", b"1HIS  B0064B"))
    done = loaded(database, ("R9999998.X01", other), folder=tmp_path)
    assert "two files have the number 1, and other contents" in done.notes[0]


def test_marks_of_messages_count_by_their_time_with_titles(tmp_path: Path, database: Path) -> None:
    text = message()
    later = text.replace("<TimeStamp>2026-08-13", "<TimeStamp>2026-08-20").replace(
        "<QE_Outcome_Value>1</", "<QE_Outcome_Value>5</", 1
    )
    loaded(database, ("b.xml", later.encode()), ("a.xml", text.encode()), folder=tmp_path)
    found = rows(database, "current_component_results", candidate_number="0001")
    assert [(row["component_code"], row["value"]) for row in found] == [
        ("1001/01", "5"),
        ("1001/02", "2"),
    ]
    assert [(c["old"], c["new"]) for c in rows(database, "changes")] == [("1", "5")]
    assert len(rows(database, "component_results_with_titles")) == len(
        rows(database, "current_component_results")
    )


def test_a_load_is_whole_or_nothing(tmp_path: Path, database: Path) -> None:
    loaded(database, ("R9999998.X01", FIRST), folder=tmp_path)
    before = state(database)
    cut = SECOND[: len(SECOND) // 2]
    with pytest.raises(jcq.JcqError, match="incomplete"):
        loaded(database, ("E9999998.X01", ENTRIES.to_bytes()), ("R.X02", cut), folder=tmp_path)
    assert state(database) == before


def test_an_incomplete_file_is_taken_where_that_is_asked_for(
    tmp_path: Path, database: Path
) -> None:
    path = tmp_path / "R9999998.X01"
    path.write_bytes(FIRST[: FIRST.index(b"R7")])
    with pytest.raises(jcq.JcqError, match="incomplete"):
        jcq.load(path, database=database)
    jcq.load(path, database=database, incomplete=True)
    assert len(rows(database, "current_result")) == len(RESULTS.records)


def test_results_are_not_loaded_before_their_time(database: Path) -> None:
    until = datetime.datetime(2999, 8, 13, 0, 1)
    with pytest.raises(jcq.JcqError, match="restricted until"):
        jcq.load(CENTRE, database=database, embargo_until=until)
    assert not database.exists()


def test_the_database_stands_beside_the_folder_and_is_its_owners(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "season"
    folder.mkdir()
    (folder / "R9999998.X01").write_bytes(FIRST)
    done = jcq.load(folder)
    assert done.database == str(tmp_path / "season.sqlite")
    assert stat.S_IMODE((tmp_path / "season.sqlite").stat().st_mode) == 0o600
    with pytest.raises(jcq.JcqError, match="give the database, such as"):
        jcq.load(folder / "R9999998.X01")


def test_what_cannot_be_decoded_is_empty_and_counted(tmp_path: Path, database: Path) -> None:
    odd = results(1, (b"1HIS  B0061C", b"1HIS  B00?1C"))
    done = loaded(database, ("R9999998.X01", odd), folder=tmp_path)
    assert [issue.field for issue in done.files[0].undecodable] == ["outcome.score"]
    assert rows(database, "current_result", **KEY)[0]["outcome_score"] is None


def test_any_program_can_read_the_tables(database: Path) -> None:
    jcq.load(CENTRE, BASEDATA, database=database)
    connection = sqlite3.connect(database)
    query = "SELECT option_title, count(*) FROM results_with_titles WHERE grade = 'B' GROUP BY 1"
    assert connection.execute(query).fetchall() == [("ARCHAEOLOGY", 1)]
    connection.close()
