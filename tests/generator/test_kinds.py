"""Keys of kinds that no version has yet, in an invented record, everywhere that values are
shown."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.__main__ import main
from generator.emit.json_schema import record_schema
from generator.resolve.spec import load_spec
from tests.generator.made_up_fields import COMPARED, DATES, FLAGS, NUMBERS, TIMES
from tests.generator.packages import run, run_emitted_tests
from tests.generator.test_growth import copy_one_version

FIELDS = (*DATES, *TIMES, *NUMBERS, *COMPARED, *FLAGS)
LENGTH = 2 + sum(len(field.columns[0]) for field in FIELDS)
LINES = ["Q5" + "".join(field.columns[n] for field in FIELDS) for n in range(3)]
"""Two valid lines, and one on which no field can be decoded."""

MADE_UP = """
data_types:
  - code: "Q"
    name: made_up
    title: Made up
    meaning: Nothing of this is real.
    direction: centre
    length: {length}
    grade: D
    sources: [inference]

rules:
{rules}
records:
  - key: "Q5"
    class: MadeUp
    title: Made up
    meaning: One line of the made-up data type.
    grade: D
    sources: [inference]
    fields:
{rows}
    meanings:
{meanings}
"""

RULE = """\
  - id: field.{kind}
    severity: error
    grade: D
    sources: [inference]
    meaning: The field holds something else.
    why: Made up.
    do: Correct it.
"""
RULES = "".join(RULE.format(kind=kind) for kind in ("time", "flag"))
"""The rules that the kinds need, which a version without such fields lacks."""

CHANGED = """
changed:
  - data_type: "Q"
    with: {{length: {length}}}
  - record: "Q5"
    fields:
{rows}
"""


def made_up() -> str:
    """The invented data type with its record, as YAML."""
    rows, start = [], 3
    for name, row, columns, *_ in FIELDS:
        width, kind, *rest = row.split(", ", 2)
        said = ", ".join([f"start: {start}", width, kind, f"name: {name}", *rest])
        rows.append(f"      - {{{said}}}")
        start += len(columns[0])
    meanings = [f"      {field.name}: Made up." for field in FIELDS]
    return MADE_UP.format(
        length=LENGTH, rules=RULES, rows="\n".join(rows), meanings="\n".join(meanings)
    )


def changed() -> str:
    """The changes of version 15, as YAML."""
    newer = [field for field in FIELDS if field.newer]
    rows = [f"      - {{replace: {field.name}, with: {{{field.newer}}}}}" for field in newer]
    longer = sum(len(field.upgraded[0]) - len(field.columns[0]) for field in newer)
    return CHANGED.format(length=LENGTH + longer, rows="\n".join(rows))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a package of versions 14 and 15 with the invented record."""
    folder = tmp_path_factory.mktemp("kinds")
    spec, out = folder / "spec", folder / "generated"
    copy_one_version(spec)
    (spec / "v14" / "made_up.yaml").write_text(made_up(), "utf-8")
    assert main(["new", "15", "--from", "14", "--spec", str(spec)]) == 0
    path = spec / "v15" / "format.yaml"
    text = path.read_text("utf-8").replace("YYYY-MM-DD", "2031-09-01")
    text = text.replace('year: YYYY, month: "M"', 'year: 2031, month: "9"')
    text = text.replace("booklet-15", "inference")
    for line in ('"Q"  # Made up', '"Q5"  # Made up'):
        text = text.replace(f"    - {line}\n", "")
    path.write_text(text + changed(), "utf-8")
    assert main(["build", "--spec", str(spec), "--out", str(out)]) == 0
    (folder / "made_up.txt").write_text("".join(line + "\r\n" for line in LINES), "latin-1")
    return folder


def use(built: Path, program: str) -> list[str]:
    """The output of a program with the package, in which `lines` are lines 1 to 3 of the file."""
    start = (
        "import datetime, decimal, json, jcq_formats as jcq, jcq_formats.v14 as v\n"
        "lines = open('made_up.txt', newline='').read().split('\\r\\n')\n"
    )
    return run("-c", start + program, cwd=built, path=built / "generated").splitlines()


def exported(built: Path, suffix: str) -> Path:
    """The file exported as version 14; each field of line 3 is an issue."""
    out = built / f"exported.{suffix}"
    if not out.exists():
        to = ("--to", suffix, "--output", str(out), "--format-version", "14", "--incomplete")
        command = ("-m", "jcq_formats", "export", "made_up.txt", *to)
        said = run(*command, cwd=built, path=built / "generated", codes=(1,))
        assert all(field.name in said for field in FIELDS)
    return out


def test_the_emitted_tests_pass_in_both_versions(built: Path) -> None:
    run_emitted_tests(built / "generated", "Q5 or made_up or MadeUp")


def test_values_read_and_build_the_line_again(built: Path) -> None:
    values = use(
        built,
        "for line in lines[:2]:\n"
        "    record = v.MadeUp(line)\n"
        "    values = {name: getattr(record, name) for name in record.as_dict()}\n"
        "    assert not record.issues() and v.MadeUp.build(**values).line == line\n"
        "    print(*map(repr, values.values()), sep='; ')\n",
    )
    assert values == ["; ".join(field.python[n] for field in FIELDS) for n in range(2)]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("first_mark", "13", "must be at most half"),
        ("half", "decimal.Decimal('11.9')", "first_mark: must be at most half"),
        ("finished", "datetime.date(2026, 5, 3)", "must not be before short"),
        ("short", "datetime.date(2026, 5, 6)", "finished: must not be before short"),
    ],
)
def test_values_that_do_not_compare_are_refused_and_found(
    built: Path, field: str, value: str, message: str
) -> None:
    said = use(
        built,
        f"value = {value}\n"
        "record = v.MadeUp(lines[0])\n"
        f"try:\n    record.replace({field}=value)\nexcept jcq.BuildError as e:\n    print(e)\n"
        f"field = v.MadeUp.FIELDS['{field}']\n"
        "text = field.encode(value)\n"
        "wrong = record.line[:field.start - 1] + text + record.line[field.end:]\n"
        "print(*(i.message for i in v.MadeUp(wrong).issues()), v.MadeUp(wrong).accepted)\n",
    )
    assert message in said[0] and said[0].startswith("MadeUp.")
    assert message in said[1] and said[1].endswith(" False")


def test_every_field_of_a_wrong_line_is_an_issue(built: Path) -> None:
    (said,) = use(built, "print(*(issue.field for issue in v.MadeUp(lines[2]).issues()))")
    assert said.split() == [field.name for field in FIELDS]


def test_csv_has_the_values_and_is_read_back(built: Path) -> None:
    head, *rows = exported(built, "csv").read_text("utf-8").splitlines()
    assert head.split(",") == [field.name for field in FIELDS]
    wanted = [",".join(field.csv[n] for field in FIELDS) for n in range(2)]
    assert rows == [*wanted, "," * (len(FIELDS) - 1)]
    program = (
        "import csv\nfrom jcq_formats.tables.unflattening import record_from\n"
        "for row in list(csv.DictReader(open('exported.csv', newline='')))[:2]:\n"
        "    print(record_from(v.MadeUp, row).line)\n"
    )
    assert use(built, program) == LINES[:2]


def test_json_has_the_values_and_is_what_its_schema_says(built: Path) -> None:
    rows = [json.loads(line) for line in exported(built, "jsonl").read_text("utf-8").splitlines()]
    wanted = [{field.name: field.json[n] for field in FIELDS} for n in range(2)]
    assert rows == [*wanted, {field.name: None for field in FIELDS}]
    spec, problems = load_spec(built / "spec")
    assert not problems
    record = next(r for r in spec.versions[0].records if r.key == "Q5")
    validator = Draft202012Validator(record_schema(record))
    for row in rows[:2]:
        validator.validate(row)


def test_arrow_and_parquet_have_the_types_and_the_values(built: Path) -> None:
    exported(built, "parquet")
    program = """
import pyarrow.parquet as pq
from jcq_formats.tables.arrow import to_arrow
issues = []
table = to_arrow("made_up.txt", "Q5", version="14", issues=issues)
print(*(column.type for column in table.columns), sep="; ")
for row in table.to_pylist():
    print(*map(repr, row.values()), sep="; ")
print(*(issue.field for issue in issues), {issue.line_number for issue in issues})
print(pq.read_table("exported.parquet").to_pylist() == table.to_pylist())
"""
    types, *rows, issues, equal = use(built, program)
    assert types.split("; ") == [field.arrow for field in FIELDS]
    wanted = [[field.python[n] for field in FIELDS] for n in range(2)]
    assert [row.split("; ") for row in rows] == [*wanted, ["None"] * len(FIELDS)]
    assert issues.split() == [*(field.name for field in FIELDS), "{3}"]
    assert equal == "True"


def test_sqlite_has_the_values(built: Path) -> None:
    exported(built, "sqlite")
    names = ", ".join(f'"{field.name}"' for field in FIELDS)
    program = (
        "import sqlite3\n"
        f"""for row in sqlite3.connect('exported.sqlite').execute('SELECT {names} FROM Q5'):\n"""
        "    print(repr(row))\n"
    )
    wanted = [tuple(field.sqlite[n] for field in FIELDS) for n in range(2)]
    assert use(built, program) == [*map(repr, wanted), repr((None,) * len(FIELDS))]


def test_excel_has_a_cell_for_every_value(built: Path) -> None:
    exported(built, "xlsx")
    program = """
import openpyxl
for row in openpyxl.load_workbook("exported.xlsx")["Q5"].iter_rows(min_row=2, max_row=3):
    print(sum(cell.value is not None for cell in row))
"""
    wanted = [str(sum(field.csv[n] != "" for field in FIELDS)) for n in range(2)]
    assert use(built, program) == wanted


def test_show_has_the_values_as_csv_has_them(built: Path) -> None:
    program = (
        "from jcq_formats.cli.shown import Shown, lines_of_fields\n"
        "for line in lines[:2]:\n    print(*lines_of_fields(Shown(v.MadeUp(line), True, line[:1])),"
        " sep='; ')\n"
    )
    for n, said in enumerate(use(built, program)):
        shown = [one.split(maxsplit=2)[1:] for one in said.split("; ")]
        assert shown == [[f.name, f.csv[n]] if f.csv[n] else [f.name] for f in FIELDS]


def test_values_are_converted_up_and_down(built: Path) -> None:
    program = """
for line in lines[:2]:
    up = jcq.upgrade(jcq.read(line.encode(), version="14"), "15")
    down = jcq.upgrade(up.file, "14")
    print(up.file.to_bytes().decode(), down.file.to_bytes().decode() == line)
    print(up.issues, down.issues)
"""
    wanted = ["".join(f.upgraded[n] or f.columns[n] for f in FIELDS) for n in range(2)]
    assert use(built, program) == [text for line in wanted for text in (f"Q5{line} True", "[] []")]


def test_the_page_of_changes_and_the_reference_say_the_words(built: Path) -> None:
    page = (built / "generated" / "docs" / "changes-14-15.md").read_text("utf-8")
    for field in FIELDS:
        for how in field.changes:
            assert f"| `{field.name}` | {how} |" in page
    said = (built / "generated" / "docs" / "v14" / "Q5.md").read_text("utf-8")
    for words in (
        "written DDMMYYYY",
        "the last digit is a decimal",
        "the last 2 digits are decimals; with a leading sign",
        "with a trailing sign; padded with blanks",
        "YES is true, NO is false; may be blank",
        "at most half",
    ):
        assert words in said


def test_what_a_schema_or_a_kaitai_description_cannot_hold_is_said_in_it(built: Path) -> None:
    folders = {"--spec": "spec", "--out": "generated", "--to": "kit"}
    places = [text for word, name in folders.items() for text in (word, str(built / name))]
    assert main(["kit", *places]) == 0
    schema = json.loads((built / "kit" / "v14" / "schema-Q5.json").read_text("utf-8"))
    about = schema["properties"]["first_mark"]["description"]
    assert about == "Made up. Beyond this schema: at most half."
    kaitai = built / "kit" / "kaitai" / "jcq_v14_made_up.ksy"
    assert "no value is checked here" in kaitai.read_text("utf-8")


def test_lint_says_what_a_kind_cannot_be(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built / "spec", tmp_path / "spec", ignore=shutil.ignore_patterns("v15"))
    path = tmp_path / "spec" / "v14" / "made_up.yaml"
    text = path.read_text("utf-8")
    for right, wrong in WRONG:
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    path.write_text(text, "utf-8")
    command = ("-m", "generator", "lint", "--spec", str(tmp_path / "spec"))
    root = Path(__file__).resolve().parents[2]
    *said, count = run(*command, cwd=tmp_path, path=root, codes=(1,)).splitlines()
    assert [line.split(": ", 2)[2] for line in said] == list(SAID)
    assert count == f"{len(SAID)} mistakes in the spec"


WRONG = (
    ("name: whole, form: DDMMYYYY", "name: whole, form: DDMMYYYY, window: [2000, 2099]"),
    ("name: short, window: [1950, 2049]", "name: short, form: YYYYMMDD"),
    ("kind: date, name: iso, form: YYYY-MM-DD", "kind: time, name: iso"),
    ("name: half, decimals: 1", "name: half, decimals: 6"),
    ("kind: decimal, name: balance, decimals: 2", "kind: decimal, name: balance"),
    ('name: timed, true_is: "Y", false_is: "N"', 'name: timed, true_is: "Y", false_is: "Y"'),
    ("kind: integer, name: marks", "kind: integer, name: marks, decimals: 1"),
    ("compare: {at_least: short}", "compare: {at_least: half}"),
    ("compare: {at_most: half}", "compare: {at_most: first_mark}"),
)
SAID = (
    "`window` is not allowed in a field of kind date. Remove it, or change the kind.",
    "a time has 4 characters, or 6 with seconds. Correct one of the two.",
    "a date has 8 characters. Correct one of the two.",
    "6 decimals do not fit in 5 digits. Correct one of the two.",
    "a field of kind decimal needs `decimals`. Add `decimals:`.",
    "`decimals` is not allowed in a field of kind integer. Remove it, or change the kind.",
    "date cannot be compared with decimal. "
    "Compare numbers with numbers, dates with dates and times with times.",
    "the field is always at most itself. Name another field.",
    "Y cannot mean both true and false. Correct one of the two.",
)
