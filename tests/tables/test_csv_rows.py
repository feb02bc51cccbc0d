"""Rows of CSV files: accepted if they are unambiguous, otherwise refused with a remedy."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.tables.csv_rows import csv_rows

KNOWN = ("name", "code", "date")
ROWS = [(2, {"name": "ZOË", "code": "1MAH", "date": ""})]


def read(path: Path, data: bytes) -> list[tuple[int, dict[str, str]]]:
    path.write_bytes(data)
    return list(csv_rows(path, KNOWN, ("name",), {"former_code": "code"}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_what_a_spreadsheet_saves_is_read(
    encoding: str, separator: str, end: str, tmp_path: Path
) -> None:
    lines = ["name,code,date", "ZOË,1MAH,"]
    text = "".join(line.replace(",", separator) + end for line in lines)
    assert read(tmp_path / "a.csv", text.encode(encoding)) == ROWS


def test_a_line_that_says_the_separator_is_followed(tmp_path: Path) -> None:
    text = 'sep=;\r\n"name";"code";"date"\r\n"ZOË";"1MAH";\r\n'
    assert read(tmp_path / "a.csv", text.encode()) == [(3, ROWS[0][1])]


def test_a_column_is_taken_by_its_former_name(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", "name,former_code,date\n\nZOË,1MAH,\n".encode()) == [
        (3, ROWS[0][1])
    ]


def test_rows_and_columns_of_separators_alone_hold_nothing(tmp_path: Path) -> None:
    text = "name,code,date,,\n,,,,\nZOË,1MAH,,,\n , ,\n\n,,,,,,,\n"
    assert read(tmp_path / "a.csv", text.encode()) == [(3, ROWS[0][1])]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"name,code\nADA,1MAH\nZO\xcb,1MAH\n",
            "a.csv:3: this CSV file is not UTF-8.* save it as CSV UTF-8",
        ),
        ("name,code\n".encode("utf-16-le"), "a.csv: this is not text, or UTF-16 without"),
        (b"\xff\xfen\x00a", "a.csv:1: this CSV file is not UTF-16"),
        (b"E199999986G26SSAMPLE 00114\r\n", "a.csv: this is an exam file, not CSV: `jcq export` c"),
        (b"", "a.csv: the file is empty"),
        (b"\r\n \r\n", "a.csv: the file is empty"),
        (b"<!DOCTYPE html><html>", "a.csv: this is HTML or XML, not CSV: get the file again"),
        (b"PK\x03\x04\x00\x00", "a.csv: this is a workbook, not CSV: save it as CSV UTF-8"),
        (b"name,code,former_code\nA,1,2\n", "a.csv:1: the column code appears twice: remove one"),
        (b"name,code,name\nA,1,B\n", "a.csv:1: the column name appears twice: remove one"),
        (b"name,cod\nA,1\n", "a.csv:1: no column is called 'cod' here; did you mean code"),
        (b"name;cod\nA;1\n", "a.csv:1: no column is called 'cod' here; did you mean code"),
        (b"code,date\n1,\n", "a.csv:1: the column name is missing"),
        (b"nome,B,C\nA,1\n", "a.csv:1: the headings are missing: the first line must name"),
        (b"code,B,C\nA,1\n", "a.csv:1: heading 2 is not a known column; known: name"),
        (b"name,code\nA,1,9ZZ\n", "a.csv:2: cell 3 has a value but no heading"),
        (b"name,code,\nA,1,9ZZ\n", "a.csv:2: cell 3 has a value but no heading"),
        (b'name,code\nA,1\n"B,2\nC,3\n', "a.csv:3: cannot be read as a row"),
        (b'name,code\nA,"1"2\n', "a.csv:2: cannot be read as a row"),
        (b"name,code\nA," + b"1" * 140_000 + b"\n", "a.csv:2: cannot be read as a row"),
    ],
)
def test_what_is_not_certain_is_refused_with_the_cure(
    data: bytes, message: str, tmp_path: Path
) -> None:
    with pytest.raises(jcq.BuildError, match=message):
        read(tmp_path / "a.csv", data)


@pytest.mark.parametrize("separator", [":", ";", "\t", "|", ",", " "])
@pytest.mark.parametrize("more", ["", "code;", "code,"])
def test_a_row_of_values_where_the_headings_belong_is_not_quoted(
    separator: str, more: str, tmp_path: Path
) -> None:
    cells = separator.join(("AARDVARK:ZOE MAY", "99999", "2010-01-02", "9990000017", "1MAH"))
    with pytest.raises(jcq.BuildError, match=r"a\.csv:1: ") as error:
        read(tmp_path / "a.csv", f"{more}{cells}\n".encode())
    assert not any(piece in str(error.value) for piece in ("AARD", "ZOE", "2010", "9990", "1MAH"))


def test_a_heading_may_be_the_former_name_of_a_column(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("called,code\nZOË,1MAH\n".encode())
    found = list(csv_rows(path, KNOWN, ("name",), {"called": "name"}))
    assert found == [(2, {"name": "ZOË", "code": "1MAH"})]
