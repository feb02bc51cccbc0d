"""Conditions, comparisons and conditional code lists, in an invented record of two versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import main
from generator.emit.json_schema import record_schema
from generator.emit.kaitai import record_ksy
from generator.resolve.spec import load_spec
from tests.generator.packages import run, run_emitted_tests
from tests.generator.test_growth import copy_one_version

HERE = Path(__file__).parent

CHANGED = """
changed:
  - record: "W5"
    fields:
      - {replace: outcome, with: {codes_when: {made_up_mark: {result_type: ["M", "S"]}}}}
      - {replace: moderator, without: [filled_when_all]}
      - {replace: highest, with: {compare: {at_least: middle}}}
    layouts:
      span:
        - class: MarkSpan
          title: Span of marks
          when: ["M"]
          fields:
            - {start: 36, width: 2, kind: integer, name: first}
            - {start: 38, width: 2, kind: integer, name: last}
            - {start: 40, width: 1, kind: text,    name: kept, blank: allowed}
          meanings:
            first: The first.
            last: The last.
            kept: Where it is kept.
    items:
      sittings:
        class: Sitting
        fields:
          - {start: 41, width: 6, kind: date,    name: day,   window: [2000, 2099]}
          - {start: 47, width: 1, kind: integer, name: least}
          - {start: 48, width: 1, kind: integer, name: most}
        meanings:
          day: The day.
          least: At least so many.
          most: At most so many.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a package of versions 14 and 15 with the invented record."""
    folder = tmp_path_factory.mktemp("conditions")
    spec, out = folder / "spec", folder / "generated"
    copy_one_version(spec)
    text = (HERE / "conditions.yaml").read_text("utf-8")
    (spec / "v14" / "made_up.yaml").write_text(text, "utf-8")
    assert main(["new", "15", "--from", "14", "--spec", str(spec)]) == 0
    path = spec / "v15" / "format.yaml"
    text = path.read_text("utf-8").replace("YYYY-MM-DD", "2031-09-01")
    text = text.replace('year: YYYY, month: "M"', 'year: 2031, month: "9"')
    text = text.replace("booklet-15", "inference")
    path.write_text(text.replace('    - "W5"  # Made up\n', "") + CHANGED, "utf-8")
    assert main(["build", "--spec", str(spec), "--out", str(out)]) == 0
    return folder


START = """
import datetime
import jcq_formats as jcq
import jcq_formats.v14 as v


def sitting(day, least=1, most=2):
    return v.Sitting.build(day=datetime.date(2026, 5, day), least=least, most=most)


mark = v.Written.build(
    result_type="M", moderated="Y", outcome="01", moderator="ANN", lowest=1, middle=2, highest=3,
    started=datetime.date(2026, 5, 4), span=v.MarkSpan.build(first=1, last=2),
    sittings=[sitting(4), sitting(5)],
)
grade = v.Written.build(
    result_type="G", moderated="Y", outcome="A", moderator="ANN", lowest=1, middle=2, highest=3,
    started=datetime.date(2026, 5, 4), span="X", sittings=[sitting(4)],
)


def changed(record, **texts):
    line = record.line
    for name, text in texts.items():
        field = v.Written.FIELDS[name]
        line = line[: field.start - 1] + text.ljust(field.width) + line[field.end :]
    return v.Written(line)


def said(issues):
    places = (f"{one.start}-{one.end} {one.rule}: {one.message}" for one in issues)
    return "; ".join(places) or "sound"


def checked(record, awarding_body):
    header = v.FileHeader.build(
        data_type="W", address=v.CentreAddress.build(centre_number="99999"),
        awarding_body=awarding_body, series="6G", year="26", distribution="S",
        software_package="TEST", software_version="1",
    )
    data = f"{header.line}\\r\\n{record.line}\\r\\n".encode()
    return said(one for one in jcq.check(data) if one.line_number == 2 and one.field)
"""


def printed(built: Path, program: str) -> str:
    """The value of an expression in a program with a mark, a grade and these functions."""
    program = f"{START}\nprint({program})"
    return run("-c", program, cwd=built, path=built / "generated").removesuffix("\n")


def test_the_emitted_tests_pass_in_both_versions(built: Path) -> None:
    run_emitted_tests(built / "generated", "Written or made_up", "brief")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ('mark.replace(outcome="A")', "outcome: use 01, 02 or B"),
        ('grade.replace(outcome="01")', "outcome: use PA, B or A"),
        ('mark.replace(result_type="S")', "outcome: use PA, B or A"),
        (
            'mark.replace(moderator="")',
            "moderator: must be filled when moderated is Y and result_type is M or G",
        ),
        ('mark.replace(moderated="N")', "moderator: must be blank when moderated is N"),
        ("mark.replace(lowest=3)", "middle: must be at least lowest"),
        ("mark.replace(middle=3)", "highest: must be more than middle"),
        (
            "grade.replace(ended=datetime.date(2026, 5, 3))",
            "ended: must not be before started when result_type is G and moderated is Y",
        ),
        (
            "mark.replace(sittings=[sitting(5), None, sitting(5)])",
            "sittings: [2].day: must be after that of the place before",
        ),
        ("sitting(4, 3, 2)", "most: must be at least least"),
        ("v.MarkSpan.build(first=3, last=2)", "last: must be at least first"),
        (
            "mark.replace(sittings=[sitting(4), sitting(5, 1, 4)])",
            "sittings[1].most: must be at most highest of the record",
        ),
        (
            "mark.replace(span=v.MarkSpan.build(first=1, last=3))",
            "span.last: must be less than highest of the record",
        ),
        (
            "mark.replace(middle=1, highest=2)",
            "span.last: must be less than highest of the record",
        ),
    ],
)
def test_values_that_others_forbid_are_refused(built: Path, change: str, message: str) -> None:
    program = f"{START}\ntry:\n    {change}\nexcept jcq.BuildError as error:\n    print(error)"
    said = run("-c", program, cwd=built, path=built / "generated")
    assert said.partition(".")[2] == f"{message}\n"


@pytest.mark.parametrize(
    "change",
    [
        'grade.replace(outcome="PA")',
        'mark.replace(outcome="B")',
        'mark.replace(result_type="S", outcome="B", moderator="", span="X")',
        "mark.replace(ended=datetime.date(2026, 5, 3))",
        "mark.replace(lowest=2)",
        "mark.replace(sittings=[sitting(4, 1, 3)])",
    ],
)
def test_values_that_others_allow_are_taken(built: Path, change: str) -> None:
    assert printed(built, f"said({change}.issues()), {change}.accepted") == "sound True"


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ('mark, outcome="A"', "5-6 field.closed-code: outcome: must be 01, 02 or B"),
        ('mark, result_type="X"', "3-3 field.closed-code: result_type: must be M, G or S"),
        (
            'grade, ended="030526"',
            "25-30 record.ended-early: ended: must not be before started when result_type is G and"
            " moderated is Y",
        ),
        (
            'mark, lowest="X01"',
            "10-12 field.integer: lowest: this is not a number: it must be 3 digits (0-9)",
        ),
        ('mark, span="0302"', "38-39 field.condition: span.last: must be at least first"),
        (
            'mark, sittings="0505261204052612"',
            "49-54 field.condition: sittings[1].day: must be after that of the place before",
        ),
        (
            'mark, sittings="05052621"',
            "48-48 field.condition: sittings[0].most: must be at least least",
        ),
        (
            'mark, sittings="0405261205052614"',
            "56-56 field.condition: sittings[1].most: must be at most highest of the record",
        ),
        (
            'mark, span="0103"',
            "38-39 field.condition: span.last: must be less than highest of the record",
        ),
    ],
)
def test_a_line_is_wrong_where_the_fields_beside_say_so(
    built: Path, record: str, found: str
) -> None:
    assert printed(built, f"said(changed({record}).issues())") == found
    assert printed(built, f"changed({record}).accepted") == "False"


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ('mark, "70"', "sound"),
        (
            'mark, "72"',
            "31-33 record.reason-needed: reason: must be filled when awarding_body of the file"
            " header is 72",
        ),
        ('mark.replace(reason="ILL"), "72"', "sound"),
        (
            'mark.replace(address="UP"), "98"',
            "40-40 field.condition: span.kept: must be filled when awarding_body of the file header"
            " is 98",
        ),
        ('grade.replace(outcome="PA"), "70"', "5-6 field.closed-code: outcome: must be A or B"),
        ('grade.replace(outcome="PA", reason="ILL"), "72"', "sound"),
        ('grade.replace(reason="ILL"), "72"', "5-6 field.closed-code: outcome: must be PA or B"),
        ('mark.replace(reason="ILL"), "72"', "sound"),
    ],
)
def test_a_record_is_what_its_file_header_asks(built: Path, record: str, found: str) -> None:
    assert printed(built, f"checked({record})") == found


def test_codes_are_shown_with_the_meaning_of_their_list(built: Path) -> None:
    program = (
        "*(v.Written.FIELDS['outcome'].kind.list_of(one, 'B').name for one in (mark, grade)),"
        " v.Written.FIELDS['outcome'].kind.every_code"
    )
    said = "made_up_mark made_up_award ('A', 'B', '01', '02', 'PA')"
    assert printed(built, program) == said


def test_the_reference_the_layout_and_the_changes_say_the_words(built: Path) -> None:
    reference = (built / "generated" / "docs" / "v14" / "W5.md").read_text("utf-8")
    layout = run(
        *("-m", "jcq_formats", "layout", "W5", "--format-version", "14"),
        cwd=built,
        path=built / "generated",
    )
    for words in (
        "a code of made_up_mark when result_type is M",
        "needed when moderated is Y and result_type is M or G",
        "not before started when result_type is G and moderated is Y",
        "after that of the place before",
        "needed when awarding_body of the file header is 72",
    ):
        assert words in reference
        inside = words.removeprefix("needed ").removeprefix("a code of made_up_mark ")
        assert inside.lower() in " ".join(layout.split()).lower()
    changes = (built / "generated" / "docs" / "changes-14-15.md").read_text("utf-8")
    for field, how in (
        ("highest", "condition: at least middle instead of more than middle"),
        ("moderator", "condition: nothing instead of filled when moderated is Y and result_type"),
        ("outcome", "codes of another list: made_up_mark is result_type is M or S instead of"),
        ("sittings`, Sitting: `day", "condition: nothing instead of after that of the place"),
    ):
        assert f"| `{field}` | {how}" in changes


def test_schema_and_kit_say_what_they_do_not_check(built: Path) -> None:
    spec, problems = load_spec(built / "spec")
    assert not problems
    record = next(one for one in spec.versions[0].records if one.key == "W5")
    properties = record_schema(record)["properties"]
    assert properties["outcome"]["enum"] == ["A", "B", "01", "02", "PA"]
    assert properties["outcome"]["description"] == (
        "What came out. Beyond this schema: a code of made_up_mark when result_type is M;"
        " a code of made_up_award when awarding_body of the file header is 72."
    )
    assert "at least lowest" in properties["middle"]["description"]
    assert "no value is checked here" in record_ksy(spec.versions[0], record, "made_up")


def test_values_are_carried_to_the_other_version_and_back(built: Path) -> None:
    program = """
for record in mark, grade:
    file = jcq.read((record.line + "\\r\\n").encode(), version="14")
    up = jcq.upgrade(file, "15")
    down = jcq.upgrade(up.file, "14")
    print(down.file.to_bytes() == file.to_bytes(), up.issues, down.issues)
"""
    said = run("-c", START + program, cwd=built, path=built / "generated")
    assert said.splitlines() == ["True [] []"] * 2
