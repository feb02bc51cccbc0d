"""A rehearsal: an invented version 15, in YAML alone, becomes a complete package."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.generator import packages

ROOT = Path(__file__).resolve().parents[2]

SAMPLE = ("-m", "jcq_formats", "sample", "--seed", "3", "--version", "15")

CHANGED = """
changed:
  - data_type: "C"
    with: {length: {columns: 76, grade: A, sources: [inference]}}
  - record: "C5"
    fields:
      - {replace: time_allowed, with: {width: 4, none: ["0000"]}}
  - data_type: "O"
    with: {length: {columns: 116, grade: A, sources: [inference]}}
  - record: "O5"
    fields:
      - insert: {width: 1, kind: code, name: assessed_in, codes: language, blank: allowed}
        after: item
    meanings:
      assessed_in: The language.
  - record: "1"
    fields:
      - {remove: software_version}
      - insert: {width: 3, kind: text, name: software_version, role: file, blank: allowed}
        after: formats_version
    meanings:
      software_version: Behind the version of the formats now.
  - record: "R5"
    fields:
      - {replace: option_result_code, with: {name: awarded_option_code}}
  - code_list: level
    add: [{code: "L4", meaning: level 4}]
  - code_list: session
    remove: ["D"]
  - file_name: centre
    with: {data_types: ["A", "E", "F", "Q", "R", "X"]}

retired:
  - {rule: file.end-of-file-mark, why: Nobody writes one any more.}

rules:
  - id: record.fee-needed
    severity: error
    grade: A
    sources: [inference]
    meaning: A fee is defined and not given.
    why: The booklet asks for it.
    do: Give the fee, or say that there is none.
    record: "O5"
    when: {fee_defined: ["Y"]}
    filled: [fee]
"""

QUERIES = """\
data_types:
  - code: "Q"
    name: queries
    title: Queries
    meaning: Questions that a centre asks.
    direction: centre
    length: 40
    grade: A
    sources: [inference]

code_lists:
  - name: query_kind
    title: Kind of query
    meaning: What is asked about.
    closed: true
    grade: A
    sources: [inference]
    codes:
      - {code: "M", meaning: a mark}
      - {code: "G", meaning: a grade}

records:
  - key: "Q5"
    class: Query
    title: Query
    meaning: One question of a centre.
    role: query
    grade: A
    sources: [inference]
    fields:
      - {start: 3, width: 5, kind: digits, name: centre_number, role: centre.number, agrees: centre}
      - {start: 8, width: 1, kind: code, name: query_kind, codes: query_kind}
      - {start: 9, width: 5, kind: variant, name: asked, chosen_by: query_kind}
      - {start: 14, width: 27, kind: group, name: options, repeat: 3, holes: allowed}
    meanings:
      centre_number: The centre.
      query_kind: The kind.
      asked: The mark or the grade that is doubted.
      options: The options that are asked about.
    items:
      options:
        class: QueriedOption
        fields:
          - {start: 14, width: 6, kind: text,    name: option_entry_code}
          - {start: 20, width: 3, kind: integer, name: times}
        meanings:
          option_entry_code: Option.
          times: How often.
    layouts:
      asked:
        - class: DoubtedMark
          title: Doubted mark
          when: ["M"]
          fields:
            - {start:  9, width: 3, kind: integer, name: mark}
            - {start: 12, width: 2, kind: filler,  name: filler}
          meanings:
            mark: The mark.
        - class: DoubtedGrade
          title: Doubted grade
          when: ["G"]
          fields:
            - {start:  9, width: 2, kind: text, name: grade}
            - {start: 11, width: 3, kind: text, name: component, blank: allowed}
          meanings:
            grade: The grade.
            component: The component.
"""

MOVED = (
    '"C"  # Component definitions',
    '"C5"  # Component definition',
    '"O"  # Option definitions',
    '"O5"  # Option definition',
    '"1"  # File header',
    '"R5"  # Result',
    '"level"  # Level',
    '"session"  # Session',
    '"centre"  # E1234570.X01',
    '"file.end-of-file-mark"',
)
"""The lines of the skeleton's `same` that the booklet changes."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the package with version 15, built from a copy of the spec."""
    folder = tmp_path_factory.mktemp("rehearsal")
    spec, out = folder / "spec", folder / "generated"
    shutil.copytree(ROOT / "spec", spec)
    before = contents(spec)
    assert main(["new", "15", "--from", "14", "--spec", str(spec)]) == 0
    path = spec / "v15" / "format.yaml"
    text = path.read_text("utf-8").replace("YYYY-MM-DD", "2031-09-01")
    text = text.replace('{year: YYYY, month: "M"}', '{year: 2031, month: "9"}')
    text = text.replace("booklet-15", "inference")
    for line in MOVED:
        assert text.count(f"    - {line}\n") == 1, line
        text = text.replace(f"    - {line}\n", "")
    path.write_text(text + CHANGED, "utf-8")
    (spec / "v15" / "queries.yaml").write_text(QUERIES, "utf-8")
    assert contents(spec, but="v15") == before
    assert main(["build", "--spec", str(spec), "--out", str(out)]) == 0
    return out


def contents(folder: Path, but: str = "") -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file() and but not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def run(built: Path, *command: str) -> str:
    """The output of Python with the package; the command line exits with 1 if a file has errors."""
    return packages.run(*command, cwd=built, path=built, codes=(0, 1))


def test_all_but_the_new_version_is_as_it_was(built: Path) -> None:
    """The classes of older versions are the same text; the package only has one version more."""
    for folder in ("v11", "v12", "v13", "v14"):
        there = contents(built / "jcq_formats" / folder)
        here = contents(ROOT / "generated" / "jcq_formats" / folder)
        assert there == {name: data for name, data in here.items() if "__pycache__" not in name}


@pytest.mark.parametrize("profile", ["brief", pytest.param("normal", marks=pytest.mark.slow)])
def test_the_package_passes_the_tests_that_were_emitted_with_it(built: Path, profile: str) -> None:
    packages.run_emitted_tests(built, "v15", profile)


def test_the_new_version_adds_its_records_to_those_that_there_are(built: Path) -> None:
    use = """
import jcq_formats as jcq
old, new = jcq.load_version("14").records, jcq.load_version("15").records
print(*(key for key in new if key not in old))
print(issubclass(new["S5"], jcq.records.Syllabus), issubclass(new["S5"], old["S5"]))
"""
    added, kept = run(built, "-c", use).splitlines()
    assert added.split() == ["Q1", "Q3", "Q7", "Q9", "Q5"]
    assert kept == "True False"


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
    assert [line for line in after if line.endswith("v15/*.json")]


def test_it_reads_writes_and_checks_files_of_the_new_version(built: Path) -> None:
    use = """
import jcq_formats as jcq
v = jcq.v15
query = v.Query.build(
    centre_number="99999", query_kind="M", asked=v.DoubtedMark.build(mark=7),
    options=[v.QueriedOption.build(option_entry_code="1MAF", times=2)],
)
file = jcq.new_file([query], awarding_body="98", series="6G", year="32")
jcq.write(file, "Q9999998.X01")
again = jcq.read("Q9999998.X01")
assert again.format.version == "15" and again.to_bytes() == file.to_bytes()
assert again.records[0].asked.mark == 7 and again.records[0].options[0].times == 2
assert jcq.check("Q9999998.X01") == []
bad = again.records[0].line.replace("M007", "M0O7")
assert [i.rule for i in v.Query(bad).issues()] == ["field.integer"]
print(again.name)
"""
    assert run(built, "-c", use) == "Q9999998.X01\n"


def test_the_sample_world_is_of_the_new_version_and_clean(built: Path) -> None:
    run(built, *SAMPLE, "world", "--candidates", "12")
    said = run(built, "-m", "jcq_formats", "check", "--quiet", "world")
    assert ": 0 errors, 0 warnings" in said, said
    header = next((built / "world").glob("O*")).read_bytes()[:26]
    assert header[21:23] == b"15"


def test_an_older_file_says_its_version_where_its_own_header_has_it(built: Path) -> None:
    sample = ROOT / "tests" / "samples" / "basedata" / "S6G26_98.X01"
    use = f"import jcq_formats as jcq; print(jcq.read({str(sample)!r}).format.version)"
    assert run(built, "-c", use) == "14\n"


def test_program_logic_finds_a_renamed_field_by_its_role(built: Path) -> None:
    run(built, *SAMPLE, "logic", "--candidates", "5")
    use = """
import glob, jcq_formats as jcq
records = list(jcq.scan(glob.glob("logic/R*")[0]))
result = next(jcq.results(records))
print(result.option_result_code == result.record.awarded_option_code != "")
"""
    assert run(built, "-c", use) == "True\n"


OPTION = (
    "O51MAF  1MA   GCSEFC C       E221099900011MATHEMATICS (FOUNDATION)            Y04250"
    "40      140              000002"
)


def test_an_added_rule_is_looked_for_and_a_retired_one_is_not(built: Path) -> None:
    use = f"""
import jcq_formats as jcq
line = {OPTION!r}
with_language = line[:22] + "C" + line[22:]
option = jcq.v15.Option(with_language)
assert option.assessed_in == "C" and option.fee == 4250 and option.issues() == []
free = jcq.v15.Option(with_language.replace("Y04250", "Y00000"))
print(*(i.rule for i in free.issues()), *(i.severity for i in free.issues()))
sample = {str(ROOT / "tests/samples/basedata/S6G26_98.X01")!r}
old = open(sample, "rb").read()
print(*(i.rule for i in jcq.check(old + b"\\x1a")))
print(*(i.rule for i in jcq.check(jcq.upgrade(jcq.read(old), "15").file.to_bytes() + b"\\x1a")))
print(*(i.rule for i in jcq.check(old + b"\\x1a", disable=["file.end-of-file-mark"])))
"""
    said = run(built, "-c", use).splitlines()
    assert said == ["record.fee-needed error", "file.end-of-file-mark", "", ""]


def test_files_go_up_and_come_back_to_the_byte(built: Path) -> None:
    use = f"""
import pathlib, jcq_formats as jcq
for path in sorted(pathlib.Path({str(ROOT / "tests/samples")!r}).glob("*/*")):
    file = jcq.read(path)
    up = jcq.upgrade(file, "15")
    assert up.file.format.version == "15" and up.issues == []
    assert [i.rule for i in jcq.check(up.file)] == [i.rule for i in jcq.check(file)]
    assert jcq.upgrade(up.file, "14").file.to_bytes() == file.to_bytes(), path
    print(path.name[0], end="")
component = jcq.upgrade(jcq.read({str(ROOT / "tests/samples/basedata/C6G26_98.X01")!r}), "15").file
wide = component.records[0].replace(time_allowed=1000)
component.put(2, wide)
try:
    jcq.upgrade(component, "14")
except jcq.BuildError as error:
    print("", error)
"""
    said = run(built, "-c", use)
    assert said.startswith("CDLOSAEFR"), said
    assert "time_allowed: 1000 does not fit in 3 digits (version 14)" in said


def test_what_has_changed_is_announced(built: Path) -> None:
    page = (built / "docs" / "changes-14-15.md").read_text("utf-8")
    for said in (
        "| `time_allowed` | 4 characters instead of 3: 73-76 instead of 73-75 |",
        "| `assessed_in` | new, 23, code: The language. |",
        "| `awarded_option_code` | called `option_result_code` before;",
        "| `level` | new: `L4` (level 4) |",
        "| `session` | removed: `D` |",
        "| Q, queries | new |",
        "| `record.fee-needed` | new, error: A fee is defined and not given. |",
        "| `file.end-of-file-mark` | retired:",
    ):
        assert said in page, said
