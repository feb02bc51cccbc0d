"""Reading keeps every byte, and refuses only files of other formats."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path

import jcq_formats as jcq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats.core.formats import version_today

from tests.made_up.lines import BASEDATA, ENTRIES, FORECASTS, as_bytes, changed, padded

ODD_LINES = [
    *BASEDATA,
    *FORECASTS,
    "",
    "   ",
    "X9",
    "s51MA",
    "S5",
    "S",
    "O5" + "x" * 200,
    "\0\0",
    "\x1a",
    "é²\x85",
]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "the file is empty"),
        (b"  \r\n \r\n", "the file has only blanks"),
        (b"%PDF-1.7\n%\xe2\xe3", "this is not an exam file, but a PDF document"),
        (b"PK\x03\x04abc", "this is not an exam file, but a zip archive"),
        (b"\xff\xfeS\x001\x00", "this is not an exam file, but UTF-16 text"),
        (b"\xfe\xff\x00S\x001", "this is not an exam file, but UTF-16 text"),
        ("S16G26".encode("utf-16-le"), "this is UTF-16 text or binary data"),
        ("S16G26".encode("utf-32-be"), "this is UTF-16 text or binary data"),
        (b"S5\0", "this is UTF-16 text or binary data"),
        (b"<html><body>", "this is not an exam file, but an XML or HTML document"),
        (
            b"hello\nworld\n",
            "this is not an exam file: no line begins with a data type (A C D E F L",
        ),
        (b"x" * 10_000_000, "this is not an exam file: no line begins with a data type"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_no_such_file_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(jcq.FormatError) as error:
        jcq.read(data, name="some.x01")
    assert str(error.value).startswith(f"some.x01: {why}")
    with pytest.raises(jcq.FormatError):
        list(jcq.scan(data))
    with pytest.raises(jcq.FormatError):
        jcq.check(data)


@pytest.mark.parametrize(("zeros", "binary"), [(66, False), (67, True)])
def test_a_third_of_the_first_200_bytes_as_zeros_is_binary_data(zeros: int, binary: bool) -> None:
    data = b"x" * (200 - zeros) + b"\0" * (zeros + 1)
    with pytest.raises(jcq.FormatError) as error:
        jcq.read(data)
    assert ("binary data" in str(error.value)) is binary


def test_a_version_that_is_not_known_is_refused_with_those_that_are() -> None:
    line = padded("S16G26_986G26BSAMPLE 00199")
    data = as_bytes(changed(BASEDATA, line1=line))
    with pytest.raises(jcq.FormatError, match=r"version 99 .* not known; known: .*14"):
        jcq.read(data)
    assert jcq.read(data, version="14").to_bytes() == data
    with pytest.raises(jcq.FormatError, match=r"'98' .* not known"):
        jcq.read(data, version="98")


@pytest.mark.parametrize("version", ["  ", "1 ", "x4", "1"])
def test_a_header_without_a_readable_version_is_read_by_that_of_today(version: str) -> None:
    file = jcq.read(as_bytes(changed(BASEDATA, line1=f"S16G26_986G26BSAMPLE 001{version}")))
    assert file.format.version == version_today()


def test_a_file_as_views_over_its_lines() -> None:
    file = jcq.read(as_bytes(FORECASTS), name="F9999998.X01")
    assert isinstance(file.header, jcq.v14.FileHeader)
    assert isinstance(file.trailer, jcq.v14.FileTrailer)
    assert file.data_type is not None
    assert file.data_type.name == "forecast_grades"
    (centre,) = file.centres
    assert isinstance(centre.header, jcq.v14.CentreHeader)
    assert isinstance(centre.trailer, jcq.v14.CentreTrailer)
    assert [record.line for record in centre.records] == [FORECASTS[2]]
    assert [line.end for line in file.lines] == ["\r\n"] * 5


def test_blocks_of_several_centres_stay_apart() -> None:
    block = FORECASTS[1:4]
    file = jcq.read(as_bytes([FORECASTS[0], *block, *block, FORECASTS[4]]))
    assert [len(centre.records) for centre in file.centres] == [1, 1]


def test_a_line_of_no_known_record_does_not_end_the_block_of_a_centre() -> None:
    file = jcq.read(as_bytes([*FORECASTS[:3], "Q5 what is this", *FORECASTS[2:]]))
    (centre,) = file.centres
    assert [record.line for record in centre.records] == [FORECASTS[2]] * 2


def test_records_behind_the_file_trailer_belong_to_no_centre_before_it() -> None:
    file = jcq.read(as_bytes([*FORECASTS[:3], FORECASTS[4], FORECASTS[2]]))
    assert [len(centre.records) for centre in file.centres] == [1, 1]
    assert file.centres[1].header is None


def test_a_record_put_in_place_keeps_the_line_end() -> None:
    file = jcq.read(as_bytes(FORECASTS, "\n"))
    forecast = file.records[0]
    assert isinstance(forecast, jcq.v14.Forecast)
    file.put(2, forecast.replace(first_grade="8"))
    assert file.to_bytes() == as_bytes(changed(FORECASTS, line3=padded("F59999900011MAH  8")), "\n")


def test_a_path_a_stream_and_bytes_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "S6G26_98.X01"
    path.write_bytes(as_bytes(BASEDATA))
    for source in (path, str(path), io.BytesIO(as_bytes(BASEDATA)), as_bytes(BASEDATA)):
        assert [record.line for record in jcq.read(source)] == BASEDATA
    for source in (path, io.BytesIO(as_bytes(BASEDATA))):
        assert [record.line for record in jcq.scan(source)] == BASEDATA
    assert jcq.read(path).name == str(path)


def test_a_byte_order_mark_is_kept_apart() -> None:
    data = b"\xef\xbb\xbf" + as_bytes(BASEDATA)
    file = jcq.read(data)
    assert file.lines[0].record.line == BASEDATA[0]
    assert file.to_bytes() == data


def test_records_of_no_known_type_are_kept() -> None:
    data = as_bytes([*BASEDATA[:3], "Q5 what is this", "s51MA", *BASEDATA[3:]])
    file = jcq.read(data)
    assert [type(r) for r in file][3:5] == [jcq.UnknownRecord, jcq.UnknownRecord]
    assert file.to_bytes() == data


@pytest.mark.parametrize("lines", [BASEDATA, ENTRIES, FORECASTS], ids=["S", "E", "F"])
def test_a_file_cut_anywhere_is_read_or_refused_and_never_loses_a_byte(lines: list[str]) -> None:
    data = as_bytes(lines)
    content = len(as_bytes(lines[:-1])) + jcq.v14.FileTrailer.END
    for length in range(len(data)):
        cut = data[:length]
        try:
            file = jcq.read(cut)
        except jcq.FormatError:
            assert length < 2
            continue
        assert file.to_bytes() == cut
        severities = {issue.severity for issue in jcq.check(cut)}
        assert severities
        assert (jcq.Severity.ERROR in severities) == (length < content)


@given(
    st.lists(st.tuples(st.sampled_from(ODD_LINES), st.sampled_from(["\r\n", "\n", "\r"]))),
    st.sampled_from(["", "S5", "\x1a", "S96G26_"]),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
)
def test_whatever_is_read_is_written_back_to_the_byte_and_checked_without_a_traceback(
    lines: list[tuple[str, str]], last: str, mark: bytes
) -> None:
    data = mark + ("".join(text + end for text, end in lines) + last).encode("latin-1")
    try:
        file = jcq.read(data)
    except jcq.FormatError:
        return
    assert file.to_bytes() == data
    assert [r.line for r in jcq.scan(data)] == [r.line for r in file]
    by_reading = [str(issue) for issue in jcq.check(file)]
    assert [str(issue) for issue in jcq.check(data, name=file.name)] == by_reading


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_read_or_refused(data: bytes) -> None:
    for start in (b"", b"S1", b"S16G26_986G26BSAMPLE 00114"):
        try:
            assert jcq.read(start + data).to_bytes() == start + data
            jcq.check(start + data)
        except jcq.FormatError:
            pass


def test_a_line_of_ten_megabytes_is_kept_and_reported() -> None:
    long = BASEDATA[2] + "x" * 10_000_000
    data = as_bytes(changed(BASEDATA, line3=long))
    assert jcq.read(data).to_bytes() == data
    (issue,) = jcq.check(data)
    assert (issue.rule, issue.line_number, issue.start) == ("record.long", 3, 46)


def test_scanning_takes_no_more_memory_for_a_longer_file(tmp_path: Path) -> None:
    def peak(copies: int) -> int:
        path = tmp_path / f"{copies}.x01"
        path.write_bytes(as_bytes([BASEDATA[0], BASEDATA[1], *[BASEDATA[2]] * copies]))
        tracemalloc.start()
        try:
            assert sum(1 for _ in jcq.scan(path)) == copies + 2
            assert sum(1 for _ in jcq.iter_issues(path)) > 0
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)
    assert peak(100_000) < 1.5 * peak(20_000)


def test_what_is_read_shows_itself_in_a_line() -> None:
    file = jcq.read(as_bytes(BASEDATA), name="O6G26_98.X01")
    assert repr(file) == "File('O6G26_98.X01', version 14, 6 lines)"
    assert repr(file.format) == "Format('14')"
    assert repr(jcq.Basedata.of_files([file])) == "Basedata(no options)"
