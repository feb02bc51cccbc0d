"""Differences between files: each kind of file, grades up and down, folders, refusals."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats import v14

from tests.made_up.files import AMENDMENTS, BASEDATA, CENTRE, ENTRIES, RESULTS, candidate, new
from tests.made_up.lines import FORECASTS, as_bytes, changed, padded

SETS = jcq.read_basedata(BASEDATA)


def edited(file: jcq.File, old: str, by: str) -> bytes:
    data = file.to_bytes()
    assert data.count(old.encode()) == 1
    return data.replace(old.encode(), by.encode())


def changes(difference: jcq.Difference) -> list[tuple[str, str, object, object]]:
    return [(c.field, c.item, c.old, c.new) for c in difference.changes]


def test_a_result_that_changed() -> None:
    (found,) = jcq.diff(RESULTS, edited(RESULTS, "7AR1  U078b", "7AR1  U080 "))
    assert found.kind is jcq.DifferenceKind.CHANGED
    assert (found.record, found.title, found.code) == ("R5", "Result", "7AR1")
    assert list(found.key.values()) == ["99999", "0004", "7AR1"]
    assert changes(found) == [("outcome.score", "", 78, 80), ("outcome.grade", "", "b", None)]


@pytest.mark.parametrize(
    ("grade", "direction"), [("9", "up"), ("7", "down"), ("U", "down"), ("X", None), ("A", None)]
)
def test_a_grade_goes_up_or_down_by_the_gradeset_of_its_option(
    grade: str, direction: str | None
) -> None:
    new_file = edited(RESULTS, "1MAH  1MAH  18", f"1MAH  1MAH  1{grade}")
    (found,) = jcq.diff(RESULTS, new_file, basedata=SETS)
    assert [change.direction for change in found.changes] == [direction]
    (unknown,) = jcq.diff(RESULTS, new_file)
    assert [change.direction for change in unknown.changes] == [None]


def test_the_order_of_a_forecast_is_that_of_its_forecast_gradeset() -> None:
    other = changed(FORECASTS, line3=padded("F59999900011MAH  9"))
    found = jcq.diff(as_bytes(FORECASTS), as_bytes(other), basedata=SETS)
    assert [change.direction for one in found for change in one.changes] == ["up"]
    count = found.summary.by_code["1MAH"]
    assert (count.title, count.changed, count.up) == ("MATHEMATICS (HIGHER)", 1, 1)


def test_a_result_of_another_type_is_told_field_by_field() -> None:
    (found,) = jcq.diff(RESULTS, edited(RESULTS, "1MAH  1MAH  18", "1MAH  1MAH  U0888"))
    assert changes(found) == [
        ("result_type", "", "1", "U"),
        ("outcome.score", "", None, 88),
    ]


def test_entries_are_compared_by_candidate_over_records_and_in_any_order() -> None:
    codes = [f"1M{n:02}" for n in range(14)]
    old = new([candidate("0001", *codes), candidate("0002", "1HI01")])
    same = new([candidate("0002", "1HI01"), candidate("0001", *reversed(codes))])
    assert not jcq.diff(old, same)
    (found,) = jcq.diff(
        old, new([candidate("0001", *codes[1:], "7AR1"), candidate("0002", "1HI01")])
    )
    assert list(found.key.values()) == ["99999", "0001"]
    assert changes(found) == [("entries", "1M00", "1M00", None), ("entries", "7AR1", None, "7AR1")]


def test_a_flag_an_entry_made_twice_and_particulars() -> None:
    old = new([candidate("0001", "1MAH", "1HI01")])
    flagged = jcq.OptionEntry("1MAH", "F")
    (found,) = jcq.diff(old, new([candidate("0001", flagged, "1HI01", "1HI01", sex="F")]))
    assert changes(found) == [
        ("sex", "", "M", "F"),
        ("entries.entry_flag", "1MAH", None, "F"),
        ("entries", "1HI01", None, "1HI01"),
    ]
    summary = jcq.diff(old, new([candidate("0001", flagged, "1HI01", "1HI01", sex="F")])).summary
    assert summary.by_record["E5"].changed == 1
    assert (summary.by_code["1MAH"].changed, summary.by_code["1HI01"].added) == (1, 1)


def test_amendments_are_compared_as_entries_are() -> None:
    other = edited(AMENDMENTS, "CROW-COOT:CLEO", "CROW-COOT:CARO")
    (found,) = jcq.diff(AMENDMENTS, other)
    assert found.record == "A5"
    (change,) = found.changes
    assert change.personal
    assert "CARO" not in repr(found) + repr(change) + str(found.as_dict())
    assert "CARO" in str(found.as_dict(show_personal_data=True))


def test_a_new_issue_of_basedata(tmp_path: Path) -> None:
    options = BASEDATA / "O6G26_98.X02"
    data = options.read_bytes().replace(b"04250", b"04300", 1).replace(b"6G26_98002", b"6G26_98003")
    (tmp_path / "O6G26_98.X03").write_bytes(data)
    (found,) = jcq.diff(options, tmp_path / "O6G26_98.X03")
    assert found.code == "1MAF"
    assert changes(found) == [("fee", "", 4250, 4300)]
    assert found.shown(found.changes[0]) == ("£42.50", "£43.00")
    for path in BASEDATA.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    differences = jcq.diff(BASEDATA, tmp_path)
    assert differences.found == [found]
    assert [Path(name).name for name in differences.superseded] == ["O6G26_98.X02"]


def test_a_zip_and_a_folder_are_compared_file_by_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        for path in BASEDATA.iterdir():
            if not path.name.startswith("D"):
                archive.write(path, path.name)
    found = jcq.diff(BASEDATA, tmp_path / "set.zip", exactly=True)
    assert {one.record for one in found} == {"D5"}
    assert {one.kind for one in found} == {jcq.DifferenceKind.REMOVED}
    assert [str(one) for one in found.byte_differences] == [
        f"{BASEDATA / 'D6G26_98.X01'}: only in old"
    ]


def test_of_a_key_in_two_files_the_later_one_counts(tmp_path: Path) -> None:
    first, second = (tmp_path / name for name in ("first", "second"))
    for folder in (first, second):
        folder.mkdir()
        (folder / "R9999998.X01").write_bytes(RESULTS.to_bytes())
    later = new([v14.Result(RESULTS.records[0].line.replace("18 ", "19 "))], sequence_number=2)
    (second / "R9999998.X02").write_bytes(later.to_bytes())
    (found,) = jcq.diff(first, second)
    assert changes(found) == [("outcome.first_grade", "", "8", "9")]


def test_what_nobody_describes_is_compared_and_hidden() -> None:
    line = RESULTS.records[1].line
    other = RESULTS.to_bytes().replace(line.encode(), (line[:53] + "AB" + line[55:]).encode())
    (found,) = jcq.diff(RESULTS, other)
    assert changes(found) == [("outcome.positions_54_to_57", "", None, "AB")]
    assert found.shown(found.changes[0]) == ("", "**")


def test_an_unknown_line_is_all_key_and_all_hidden() -> None:
    other = RESULTS.to_bytes().replace(b"R7", b"R6SECRET\r\nR7")
    (found,) = jcq.diff(RESULTS, other, incomplete=True)
    assert (found.kind, found.certain) == (jcq.DifferenceKind.ADDED, False)
    assert "SECRET" not in str(found.as_dict())
    assert "SECRET" in str(found.as_dict(show_personal_data=True))


def test_another_series_is_a_difference() -> None:
    (found,) = jcq.diff(RESULTS, RESULTS.to_bytes().replace(b"6G26", b"6G27"))
    assert changes(found) == [("year", "", "26", "27")]


def test_bytes_are_compared_where_that_is_asked_for() -> None:
    data = RESULTS.to_bytes()
    found = jcq.diff(data, data.replace(b"190826", b"200826"), exactly=True)
    (one,) = found.byte_differences
    assert (one.line, one.position) == (10, 15)
    assert found
    assert not found.found
    assert not jcq.diff(io.BytesIO(data), RESULTS, exactly=True)
    (cut,) = jcq.diff(data, data + b"\x1a", exactly=True).byte_differences
    assert (cut.line, cut.position) == (12, 1)


@pytest.mark.parametrize("incomplete", [b"", b"R7"])
def test_a_file_that_is_cut_off_is_refused(incomplete: bytes) -> None:
    data = RESULTS.to_bytes()
    short = data[: data.index(incomplete) if incomplete else -50]
    with pytest.raises(jcq.JcqError, match="is incomplete"):
        jcq.diff(data, short)
    assert not jcq.diff(data, short, incomplete=True)


def test_files_of_different_kinds_are_refused() -> None:
    with pytest.raises(jcq.JcqError, match="two of one kind are needed: the old one is entries"):
        jcq.diff(ENTRIES, AMENDMENTS)
    with pytest.raises(jcq.JcqError, match="two of one kind are needed"):
        jcq.diff(CENTRE, BASEDATA)
    with pytest.raises(jcq.JcqError, match="old: a path, bytes"):
        jcq.diff(12, RESULTS)


def test_a_record_without_a_key_is_compared_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    from jcq_formats.exams.diff import record_rows

    monkeypatch.setattr(record_rows, "key_fields", lambda layout: [])
    found = jcq.diff(RESULTS, edited(RESULTS, "1MAH  1MAH  18", "1MAH  1MAH  19"))
    assert sorted(one.kind for one in found) == ["added", "removed"]
