"""A version that is merged before it applies changes nothing for files of the one in force."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.versions.next_version import printed

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples"
HEADER = "S16G26_986G26BSAMPLE 001"

READ = """
import sys, jcq_formats as jcq
try:
    print(jcq.read(sys.argv[1].encode() + b"\\r\\n").format.version)
except jcq.FormatError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"{HEADER}14", "14"),
        (f"{HEADER}11", "11"),
        (f"{HEADER}  ", "14"),
        ("S16GA2028_986GA2028BSAMPLE 00115", "15"),
        ("S16GA2028_986GA2028BSAMPLE 00116", "16"),
        # Version 13 has no such header, so the others find its number.
        ("E199999986G26SSAMPLE 00113", "13"),
        # Two lines without a line end between them: positions 31-32 have the year of the second.
        ("S16G15_986G15BSAMPLE 00114S36G15_986G15001", "14"),
        ("S16", "14"),
        ("S16G14", "14"),
    ],
)
def test_a_header_is_read_by_the_version_that_finds_its_own_number(
    built: Path, line: str, said: str
) -> None:
    assert printed(built, "-c", READ, line) == [said]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"{HEADER}99", "the file is in version 99 of the formats, which is not known"),
        (
            "S16GA2028_986GA2028BSAMPLE 00117",
            "the file is in version 17 of the formats, which is not known",
        ),
        (
            f"S{HEADER}14",
            "the file header has slipped: there is 1 character too many at its beginning",
        ),
        (
            "S16G26_98 6G26BSAMPLE 00114",
            "the file header has slipped: the version of the formats, 14, is in positions 26-27"
            " instead of 25-26",
        ),
        (
            "S16G26_98      6G26BSAMPLE 00114",
            "the file header has slipped: the version of the formats, 14, is in positions 31-32"
            " instead of 25-26",
        ),
        (
            "S16GA2028_98 6GA2028BSAMPLE 00115",
            "the file header has slipped: the version of the formats, 15, is in positions 32-33"
            " instead of 31-32",
        ),
    ],
)
def test_a_header_that_cannot_be_read_is_refused_as_its_own_version_has_it(
    built: Path, line: str, said: str
) -> None:
    (error,) = printed(built, "-c", READ, line)
    assert error.startswith(said)


def test_a_line_that_fits_several_versions_is_one_of_the_version_in_force(built: Path) -> None:
    options = (SAMPLES / "basedata" / "O6G26_98.X02").as_posix()
    use = f"""
import pathlib, jcq_formats as jcq
data = pathlib.Path({options!r}).read_bytes().replace(b"00114", b"00112", 1)
print(*sorted({{issue.message for issue in jcq.check(data)}}))
"""
    (said,) = printed(built, "-c", use)
    assert "version 14" in said
    assert "version 16" not in said


def test_file_names_are_those_of_the_version_in_force(built: Path) -> None:
    use = """
import jcq_formats as jcq
def refused(call, *given, **parts):
    try:
        print(call(*given, **parts))
    except jcq.JcqError as error:
        print(error)
refused(jcq.FileName.parse, "E12A4570.X01")
refused(jcq.FileName.parse, "E12A4570.X01", version="15")
centre = {"data_type": "E", "awarding_body": "98"}
refused(jcq.FileName.build, "centre", centre_number="99999", **centre)
refused(jcq.FileName.build, "centre", centre_number="999999", **centre)
refused(jcq.FileName.build, "centre", centre_number="999999", sequence_number="01", **centre)
"""
    assert printed(built, "-c", use) == [
        "'E12A4570.X01' is not a file name of a known form"
        " (such as O6G17_70.X02, E1234570.X01, R6G26_98.X01, Z1A13_01.ZIP)",
        "'E12A4570.X01' is not a file name of a form of version 15"
        " (such as O6GA2028_70.X02, E12345670.X01, R6GA2028_98.X01, Z1AB2028_01.ZIP)",
        "sequence_number: 2 characters are needed in a file name of form centre",
        "sequence_number: 2 characters are needed in a file name of form centre",
        "E99999998.X01",
    ]


def test_a_folder_without_exam_files_is_told_names_of_the_version_in_force(
    built: Path, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("notes", "utf-8")
    said = printed(built, "-m", "jcq_formats", "check", str(tmp_path), codes=(3,))
    assert "(they are named like O6G17_70.X02 or E1234570.X01)" in " ".join(said)


def test_a_store_has_the_names_of_the_version_in_force_and_knows_the_others(
    built: Path, tmp_path: Path
) -> None:
    results = (SAMPLES / "centre" / "R9999998.X01").as_posix()
    database = (tmp_path / "season.sqlite").as_posix()
    use = f"""
import sqlite3
from jcq_formats.cli import main
from jcq_formats.store.database import Store
assert main(["load", {results!r}, "--database", {database!r}]) == 0
key = {{"candidate_number": "0002", "awarded_option_code": "1HIS"}}
with Store({database!r}) as store:
    print("option_result_code" in store.rows("result")[0])
    made = store.override("result", key, {{"score": "70"}})
    print(*made.key)
connection = sqlite3.connect({database!r})
with connection:
    # A release in which the later version is in force keeps a change under its own names.
    (kept,) = connection.execute('SELECT "key" FROM override').fetchone()
    kept = kept.replace("option_result_code", "awarded_option_code")
    connection.execute('UPDATE override SET "key" = ?', [kept])
connection.close()
with Store({database!r}) as store:
    print([one.key == made.key for one in store.overrides()])
    print(store.withdraw("R5", key).values)
"""
    said = printed(built, "-c", use)
    names = "centre_number candidate_number option_result_code"
    assert said[-4:] == ["True", names, "[True]", "{}"]
