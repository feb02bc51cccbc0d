"""A rehearsal: two invented versions, in YAML alone, become a complete package."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.generator import packages
from tests.versions.next_version import NEXT, printed
from tests.versions.rehearsal import MARKS, SERIES, VERSIONS

ROOT = Path(__file__).resolve().parents[2]


def contents(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in paths
        if "__pycache__" not in path.parts
    }


def jcq(built: Path, *command: object, codes: tuple[int, ...] = (0,)) -> list[str]:
    """What the command line says."""
    return printed(built, "-m", "jcq_formats", *map(str, command), codes=codes)


# --- The package ---


def test_all_but_the_new_versions_is_as_it_was(built: Path) -> None:
    """The older versions' classes are the same text; the package only knows of two more."""
    for folder in ("v11", "v12", "v13", "v14"):
        there = contents(built / "jcq_formats" / folder)
        assert there == contents(ROOT / "generated" / "jcq_formats" / folder)


def test_nothing_but_the_spec_is_edited_for_a_version() -> None:
    assert {path.suffix for path in NEXT.rglob("*") if path.is_file()} == {".yaml"}


def test_what_stands_for_an_older_version_stays_where_it_is(built: Path) -> None:
    generated = ROOT / "generated"
    older = [path for path in generated.rglob("*") if re.search(r"v1[1-4]", path.as_posix())]
    files = [p.relative_to(generated) for p in older if p.suffix == ".md"]
    assert len(files) > 30
    same = [
        path for path in files if (built / path).read_bytes() == (generated / path).read_bytes()
    ]
    assert same == files
    before, after = (
        (folder / "conformance" / "SHA256").read_text("ascii").splitlines()
        for folder in (generated, built)
    )
    assert {line.split()[1] for line in {*before} - {*after}} == {"kaitai/*.ksy", "schemas.json"}
    for version in ("v15", "v16"):
        assert [line for line in after if line.endswith(f"{version}/*.json")]


def test_each_version_has_classes_of_its_own_and_the_union_has_them_all(built: Path) -> None:
    use = """
import jcq_formats as jcq
old, new, newest = (jcq.load_version(v).records for v in ("14", "15", "16"))
print(*(key for key in new if key not in old))
print(*(key for key in old if key not in new))
print(issubclass(newest["S5"], jcq.records.Syllabus), issubclass(newest["S5"], new["S5"]))
print(new["M5"].__name__, newest["M5"].__name__)
"""
    added, gone, syllabuses, marks = printed(built, "-c", use)
    assert added == "M1 M3 M7 M9 ES E6 ET M5"
    assert sorted(gone.split()) == ["D1", "D3", "D5", "D7", "D9"]
    assert syllabuses == "True False"
    assert marks == "MarkSheet ComponentMarks"


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_the_package_passes_the_tests_that_were_emitted_with_it(built: Path, version: str) -> None:
    packages.run_emitted_tests(built, f"v{version}")


@pytest.mark.parametrize("of", ["v15 and (Entry or Result)", "v16 and (Amendment or Marks)"])
def test_records_pass_the_tests_that_were_emitted_with_them(built: Path, of: str) -> None:
    packages.run_emitted_tests(built, of, "brief")


# --- Files of all three versions in one folder ---


def test_a_season_of_each_version_is_clean(built: Path, season: Path) -> None:
    said = jcq(built, "check", "--quiet", season)
    assert re.search(r"^27 files, \d+ lines: 0 errors, 0 warnings", said[-1]), said
    names = {version: sorted(p.name for p in (season / version).iterdir()) for version in VERSIONS}
    assert [name[0] for name in names["14"]] == list("ACDEFLORS")
    assert [name[0] for name in names["15"]] == list("ACEFLMORS")
    assert names["15"][1:3] == ["C6GA2028_98.X01", "E99999998.X01"]


def test_files_are_read_and_written_to_the_byte_in_their_version(built: Path, season: Path) -> None:
    use = f"""
import pathlib, jcq_formats as jcq
for path in sorted(pathlib.Path({str(season)!r}).glob("*/*")):
    file = jcq.read(path)
    assert file.to_bytes() == path.read_bytes(), path
    assert [type(r) for r in jcq.scan(path)] == [type(line.record) for line in file.lines], path
    assert all(type(r)(r.line) == r and not r.issues() for r in file.records), path
    assert file.format.version == path.parent.name, path
    print(path.name[0], end="")
"""
    assert printed(built, "-c", use) == ["ACDEFLORS" + "ACEFLMORS" * 2]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_file_is_shown_whole(built: Path, season: Path, version: str) -> None:
    for path in sorted((season / version).iterdir()):
        said = " ".join(jcq(built, "show", path))
        assert f"version {version} of the formats" in said, path
    if version != "14":
        (path,) = (season / version).glob("M*")
        text = " ".join(" ".join(jcq(built, "show", path)).split())
        assert "12.5" in text and "2028-05-01" in text, text


def test_a_folder_of_all_is_one_table_with_the_columns_of_all(built: Path, season: Path) -> None:
    out = season.parent / "csv"
    jcq(built, "export", season, "--to", "csv", "--output", out)
    with (out / "E5.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    columns = list(rows[0])
    # A column is called as the newest version calls its field.
    assert columns[columns.index("candidate_name") :][:5] == [
        *("candidate_name", "legal_sex", "gender_identity", "date_of_birth", "uci"),
    ]
    with (out / "M5.csv").open(encoding="utf-8", newline="") as stream:
        marks = list(csv.DictReader(stream))
    assert [row["highest_mark"] for row in marks] == ["12.5", "12.5"]
    assert [len(row["centre_number"]) for row in rows] == [5] * 12 + [6] * 24


QUERIES = """
SELECT source_version, count(*), count(uln), count(outcome_first_grade) > 0 FROM R5 GROUP BY 1;
SELECT source_version, count(*), min(length(centre_number)), count(uln) > 0 FROM E5 GROUP BY 1;
SELECT source_version, count(*), max(highest_mark), min(marked_on) FROM M5 GROUP BY 1
"""


def test_a_database_of_all_has_null_where_a_version_has_no_such_column(
    built: Path, season: Path
) -> None:
    out = season.parent / "all.sqlite"
    jcq(built, "export", season, "--to", "sqlite", "--output", out)
    with closing(sqlite3.connect(out)) as database:
        results, entries, marks = (
            database.execute(query).fetchall() for query in QUERIES.split(";")
        )
    assert [(row[0], row[2] > 0, row[3]) for row in results] == [
        ("14", True, 1),
        ("15", False, 1),
        ("16", False, 1),
    ]
    assert entries == [("14", 12, 5, 1), ("15", 12, 6, 0), ("16", 12, 6, 0)]
    assert [(v, n, float(high), day) for v, n, high, day in marks] == [
        ("15", 1, 12.5, "2028-05-01"),
        ("16", 1, 12.5, "2028-05-01"),
    ]


def test_arrow_takes_in_all_of_them(built: Path, season: Path) -> None:
    use = f"""
import json, jcq_formats as jcq
table = jcq.to_arrow({str(season)!r}, "E5", columns=["uln", "date_of_birth"])
print(table.num_rows, table["uln"].null_count, table["date_of_birth"].type)
print(jcq.scan_arrow({str(season)!r}, "E5").to_arrow().num_rows)
marks = jcq.to_arrow({str(season)!r}, "M5")
print(json.dumps(marks.select(["maximum_mark", "sent_on"]).to_pylist(), default=str))
"""
    rows, scanned, marks = printed(built, "-c", use)
    assert rows == "36 24 date32[day]"
    assert scanned == "36"
    assert json.loads(marks) == [{"maximum_mark": "40.0", "sent_on": "2028-05-02"}] * 2


# --- New files ---


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("letter", ["E", "R", "F", "M", "C"])
def test_rows_that_were_exported_become_the_same_records(
    built: Path, season: Path, tmp_path: Path, version: str, letter: str
) -> None:
    found = sorted((season / version).glob(f"{letter}*"))
    if not found:
        assert (version, letter) == ("14", "M")
        return
    rows = tmp_path / "rows.csv"
    record = ("--record", f"{letter}5")
    jcq(built, "export", found[0], "--to", "csv", *record, "--output", rows)
    series, year = SERIES[version]
    about = ("--type", letter, "--awarding-body", "98", "--series", series, "--year", year)
    (tmp_path / "new").mkdir()
    jcq(built, "build", rows, *about, "--to", tmp_path / "new")
    use = f"""
import jcq_formats as jcq
one, other = jcq.read({str(found[0])!r}), jcq.read({str(tmp_path / "new" / found[0].name)!r})
print(one.records == other.records, other.format.version, len(jcq.check(other.to_bytes())))
"""
    assert printed(built, "-c", use) == [f"True {version} 0"]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_several_centres_is_split_and_joined(
    built: Path, tmp_path: Path, version: str
) -> None:
    series, year = SERIES[version]
    about = ("--candidates", "8", "--centres", "2", "--series", series, "--year", year)
    jcq(built, "sample", tmp_path / "world", "--together", *about)
    (several,) = (tmp_path / "world").glob("R*")
    jcq(built, "split", several, "--to", tmp_path / "parts")
    use = f"""
import pathlib, jcq_formats as jcq
parts = sorted(pathlib.Path({str(tmp_path / "parts")!r}).iterdir(), reverse=True)
issues = [issue for path in parts for issue in jcq.check(path)]
print(*(path.name for path in parts), [i.rule for i in issues if i.severity == "error"])
joined = jcq.join_centres([jcq.read(path) for path in parts])
print(joined.name, joined.records == jcq.read({str(several)!r}).records)
"""
    nines = "9" * (5 if version == "14" else 6)
    names = [f"R{nines}98.X01", f"R{nines[:-1]}898.X01"]
    whole = "R6G26_98.X01" if version == "14" else f"R6GA20{year}_98.X01"
    assert several.name == whole
    assert printed(built, "-c", use) == [f"{' '.join(names)} []", f"{whole} True"]


def test_a_new_file_of_marks_holds_to_its_conditions(built: Path) -> None:
    use = """
about = {"awarding_body": "98", "series": "6GA", "year": "28"}
sheet = mark_sheet("15")
file = jcq.new_file([sheet], **about)
print(file.name, file.format.version, jcq.check(file))
print([(one.mark, one.status, one.reason) for one in file.records[0].marks])
for wrong in (
    {"highest_mark": decimal.Decimal("40.5")},
    {"marked_on": datetime.date(2028, 5, 3)},
    {"highest_mark": decimal.Decimal("0.25")},
    {"maximum_mark": 12, "highest_mark": 12},
):
    try:
        sheet.replace(**wrong)
    except jcq.BuildError as error:
        print(error)
item = jcq.v15.CandidateMark
for values in {"status": "A", "reason": "S"}, {"status": "V", "reason": "S"}, {"status": "V"}:
    try:
        item.build(candidate_number="0001", **values)
    except jcq.BuildError as error:
        print(error)
"""
    said = printed(built, "-c", MARKS + use)
    assert said[:2] == [
        "M99999898.X01 15 []",
        "[(Decimal('12.5'), 'V', 'S'), (None, 'A', 'I')]",
    ]
    assert said[2:] == [
        "MarkSheet.highest_mark: must be at most maximum_mark",
        "MarkSheet.marked_on: must not be after sent_on",
        "MarkSheet.highest_mark: at most 1 decimal can be written",
        "MarkSheet.marks[0].mark: must be at most maximum_mark of the record",
        "CandidateMark.reason: use I or R",
        "CandidateMark.mark: must be filled when status is V",
        "CandidateMark.mark: must be filled when status is V",
    ]
