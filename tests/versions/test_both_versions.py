"""Files of two versions side by side: tables include both, and names of both are parsed."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.generator import packages
from tests.versions import next_version

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
ENTRIES, RESULTS = "E9999998.X01", "R9999998.X01"

NEW_FILES = """
import jcq_formats as jcq
v = jcq.v15
entry = v.Entry.build(
    candidate_status="C", centre_number="999999", candidate_number="0007",
    candidate_name="MOLE:ADRIAN", sex="M", gender="N",
    entries=[v.EntryItem.build(option_entry_code="1MAH")],
)
result = v.Result.build(
    centre_number="999999", candidate_number="0007", option_result_code="1MAH",
    option_entry_code="1MAH", result_type="U", outcome=v.MarkOutcome.build(score=61),
)
for record in entry, result:
    about = {"awarding_body": "98", "series": "6GA", "year": "28", "version": "15"}
    file = jcq.new_file([record], **about)
    jcq.write(file, "both/" + file.name)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package with version 15, and in `both` entries and results of 14 and of 15."""
    folder = tmp_path_factory.mktemp("both")
    next_version.built(next_version.written(folder))
    (folder / "both").mkdir()
    for name in (ENTRIES, RESULTS):
        shutil.copy(SAMPLES / "centre" / name, folder / "both" / name)
    said(folder, "-c", NEW_FILES)
    assert sorted(path.name for path in (folder / "both").iterdir()) == [
        "E9999998.X01",
        "E99999998.X01",
        "R9999998.X01",
        "R99999998.X01",
    ]
    return folder


def said(folder: Path, *command: str, codes: Sequence[int] = (0,)) -> str:
    path = folder / "generated"
    return packages.run(*command, cwd=folder, path=path, codes=tuple(codes))


def exported(folder: Path, *arguments: str, codes: Sequence[int] = (0,)) -> str:
    command = ("-m", "jcq_formats", "export", "--force", *arguments)
    return said(folder, *command, codes=codes)


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize(("name", "key", "rows"), [(ENTRIES, "E5", 4), (RESULTS, "R5", 7)])
def test_a_file_of_the_version_before_is_exported_as_ever(
    folder: Path, name: str, key: str, rows: int
) -> None:
    exported(folder, f"both/{name}", "--to", "csv", "--output", "old.csv")
    found = csv_rows(folder / "old.csv")
    assert len(found) == rows
    with_version = ("--format-version", "14", "--output", "as_14.csv")
    exported(folder, f"both/{name}", "--to", "csv", *with_version)
    assert (folder / "old.csv").read_bytes() == (folder / "as_14.csv").read_bytes()
    assert "uln" in found[0] and "gender" not in found[0]
    use = f"import jcq_formats as jcq; print(*jcq.to_arrow('both/{name}', '{key}').column_names)"
    assert said(folder, "-c", use).split() == list(found[0])


def test_a_folder_of_both_is_one_table_with_the_columns_of_both(folder: Path) -> None:
    exported(folder, "both", "--to", "csv", "--output", "out")
    rows = csv_rows(folder / "out" / "E5.csv")
    names = list(rows[0])
    assert names[names.index("sex") :][:6] == [
        *("sex", "gender", "date_of_birth", "uci", "upn", "uln"),
    ]
    assert [(row["centre_number"], row["sex"], row["gender"], row["uln"]) for row in rows] == [
        ("99999", "F", "", "9990000017"),
        ("99999", "M", "", "9990000122"),
        ("99999", "F", "", "9990000238"),
        ("99999", "M", "", "9990000343"),
        ("999999", "M", "N", ""),
    ]


def test_a_database_has_null_where_a_version_has_no_such_column(folder: Path) -> None:
    exported(folder, "both", "--to", "sqlite", "--output", "both.sqlite")
    query = (
        "SELECT source_version, count(*), count(uln), max(outcome_score) FROM R5 GROUP BY 1",
        "SELECT source_version, count(*), count(gender) FROM E5 GROUP BY 1 ORDER BY 1",
    )
    with closing(sqlite3.connect(folder / "both.sqlite")) as database:
        results, entries = [database.execute(text).fetchall() for text in query]
    assert [row[:3] for row in results] == [("14", 7, 7), ("15", 1, 0)]
    assert results[1] == ("15", 1, 0, 61)
    assert entries == [("14", 4, 0), ("15", 1, 1)]


ARROW = """
import json, pathlib
import jcq_formats as jcq
def shape(table, name):
    return [name in table.column_names, table.num_rows, table.num_columns]
found = {
    "both": jcq.to_arrow("both", "E5").select(["gender", "uln"]).to_pylist(),
    "scan": jcq.scan_arrow("both", "E5").to_arrow().equals(jcq.to_arrow("both", "E5")),
    "polars": jcq.to_polars("both", "E5").shape,
    "lazy": jcq.scan_arrow("both", "E5").to_polars().select("uln").collect().shape,
    "old": shape(jcq.to_arrow("both/E9999998.X01", "E5"), "gender"),
    "new": shape(jcq.to_arrow("both/E99999998.X01", "E5"), "uln"),
    "class": shape(jcq.to_arrow("both/E9999998.X01", jcq.v14.Entry), "gender"),
    "none": shape(jcq.to_arrow([], jcq.v14.Entry), "gender"),
    "bytes": shape(jcq.to_arrow(pathlib.Path("both/E99999998.X01").read_bytes(), "E5"), "uln"),
    "named": jcq.to_arrow("both", jcq.v14.Entry, columns=["uln"]).num_rows,
}
with open("both/E9999998.X01", "rb") as stream:
    found["stream"] = shape(jcq.to_arrow(stream, "E5"), "gender")
for name, source, record in ("old", "both", jcq.v14.Entry), ("new", "both", jcq.v15.Entry):
    try:
        jcq.to_arrow(source, record)
    except jcq.FormatError as error:
        found[f"refused {name}"] = str(error).split(": ", 1)[1]
print(json.dumps(found))
"""


def test_arrow_has_the_columns_of_the_files_or_of_the_class_that_is_named(folder: Path) -> None:
    found = json.loads(said(folder, "-c", ARROW))
    assert found.pop("both") == [
        {"gender": None, "uln": "9990000017"},
        {"gender": None, "uln": "9990000122"},
        {"gender": None, "uln": "9990000238"},
        {"gender": None, "uln": "9990000343"},
        {"gender": "N", "uln": None},
    ]
    give = "give the version (--format-version on the command line, version= in Python)"
    refused = "that has no room in the table: read the files of that version by themselves, and"
    assert found == {
        "scan": True,
        "polars": [5, 55],
        "lazy": [5, 1],
        "old": [False, 4, 37],
        "new": [False, 1, 52],
        "class": [False, 4, 37],
        "none": [False, 0, 37],
        "stream": [False, 4, 37],
        "bytes": [False, 1, 52],
        "named": 5,
        "refused old": f"version 15 of the formats has a gender {refused} {give}",
        "refused new": f"version 14 of the formats has a uln {refused} {give}",
    }


@pytest.mark.parametrize("to", ["jsonl", "parquet", "duckdb", "xlsx"])
def test_every_format_takes_a_folder_of_both(folder: Path, to: str) -> None:
    target = f"out.{to}" if to in ("duckdb", "xlsx") else to
    said_of = exported(folder, "both", "--to", to, "--output", target)
    assert "E5: 5 rows" in said_of and "R5: 8 rows" in said_of


def test_the_version_that_is_asked_for_is_that_of_the_columns(folder: Path) -> None:
    options = ("--format-version", "15", "--output", "new.csv", "--record", "R5")
    exported(folder, "both/R99999998.X01", "--to", "csv", *options)
    assert "uln" not in csv_rows(folder / "new.csv")[0]
    refusal = exported(folder, "both", "--to", "csv", *options, codes=(3,))
    assert "line 3 has the layout of version 14, but the file is read as version 15" in refusal
    unknown = ("--record", "D5", "--format-version", "15", "--output", "no.csv")
    refusal = exported(folder, "both", "--to", "csv", *unknown, codes=(2,))
    assert "version 15: no record 'D5'" in refusal


NAMES = """
import jcq_formats as jcq
for text in "E1234570.X01", "E12345670.X01", "O6G26_98.X01", "o6ga2028_98.x01", "z1ab2013_01.zip":
    name = jcq.FileName.parse(text)
    print(name.form, name.centre_number or name.series, name.awarding_body, *name.versions)
for text, version in ("E1234570.X01", "15"), ("E12345670.X01", "14"), ("O6G26_98.X01", "15"):
    try:
        print(jcq.FileName.parse(text, version=version))
    except jcq.FormatError as error:
        print(error)
parts = {"data_type": "E", "awarding_body": "70", "sequence_number": "1".zfill(3)}
print(jcq.FileName.build("centre", centre_number="12345", **parts))
print(jcq.FileName.build("centre", centre_number="123456", **parts))
print(jcq.FileName.build("centre", "14", centre_number="12345", **parts).versions)
try:
    jcq.FileName.build("centre", "15", centre_number="12345", **parts)
except jcq.BuildError as error:
    print(error)
"""


def test_names_of_both_versions_are_taken_apart_and_put_together(folder: Path) -> None:
    assert said(folder, "-c", NAMES).splitlines() == [
        "centre 12345 70 14",
        "centre 123456 70 16 15",
        "broadcast 6G 98 14 13 12 11",
        "broadcast 6GA 98 16 15",
        "basedata_zip 1AB 01 16 15",
        "'E1234570.X01' is not a file name of a form of version 15 (such as"
        " O6GA2028_70.X02, E12345670.X01, R6GA2028_98.X01, Z1AB2028_01.ZIP)",
        "'E12345670.X01' is not a file name of a form of version 14 (such as O6G17_70.X02,"
        " E1234570.X01, R6G26_98.X01, Z1A13_01.ZIP)",
        "'O6G26_98.X01' is not a file name of a form of version 15 (such as"
        " O6GA2028_70.X02, E12345670.X01, R6GA2028_98.X01, Z1AB2028_01.ZIP)",
        "E1234570.X01",
        "E12345670.X01",
        "('14',)",
        "centre_number: 6 characters are needed in a file name of form centre",
    ]


def test_a_file_is_checked_by_the_names_of_its_own_version(folder: Path) -> None:
    use = """
import jcq_formats as jcq
for name in "E9999998.X01", "E99999998.X01":
    data = open("both/" + name, "rb").read()
    for given in "E9999998.X01", "E99999998.X01":
        rules = [issue.rule for issue in jcq.check(data, name=given) if "name" in issue.rule]
        print(given, *rules)
"""
    assert said(folder, "-c", use).splitlines() == [
        "E9999998.X01",
        "E99999998.X01 file.name-unknown",
        "E9999998.X01 file.name-unknown",
        "E99999998.X01",
    ]


def test_a_file_that_says_no_version_is_read_by_that_of_the_day(folder: Path) -> None:
    use = """
import datetime, jcq_formats as jcq
from jcq_formats.core.formats import version_today
print(version_today(datetime.date(2027, 8, 31)), version_today(datetime.date(2027, 9, 1)))
print(jcq.read(b"S52010   GCE ARCHAEOLOGY").format.version == version_today())
"""
    assert said(folder, "-c", use).splitlines() == ["14 15", "True"]
