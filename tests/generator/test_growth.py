"""The spec and the kinds grow without a change to the generator."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.generator.packages import run, run_emitted_tests

ROOT = Path(__file__).resolve().parents[2]

DATA_TYPE = """
data_types:
  - code: "Q"
    name: queries
    title: Queries
    meaning: Questions that a centre asks.
    direction: centre
    length: 40
    grade: D
    sources: [made-up]

code_lists:
  - name: query_reason
    title: Reason
    meaning: Why the centre asks.
    closed: true
    grade: D
    sources: [made-up]
    codes:
      - {code: "01", meaning: a mark}
      - {code: "02", meaning: a fee}

records:
  - key: "Q5"
    class: Query
    title: Query
    meaning: One question of a centre.
    grade: D
    sources: [made-up]
    fields:
      - {start: 3, width: 2, kind: code, name: reason, codes: query_reason}
      - {start: 5, width: 6, kind: date, name: asked, window: [2000, 2099]}
      - {start: 11, width: 30, kind: text, name: question}
    meanings:
      reason: Why.
      asked: When.
      question: What is asked.
"""

SOURCE = """
  - id: made-up
    title: Made up for a test
    what: Nothing of this is real.
    establishes: Nothing.
    grade: D
"""

USE = """
import datetime
import jcq_formats as jcq
query = jcq.v14.Query.build(reason="02", asked=datetime.date(2026, 5, 4), question="WHY 20 POUNDS")
assert query.line == "Q502040526WHY 20 POUNDS".ljust(40), query.line
header = jcq.v14.FileHeader.build(
    data_type="Q", address=jcq.v14.CentreAddress.build(centre_number="99999"), awarding_body="98",
    series="6G", year="26", distribution="S", software_package="TEST", software_version="1",
)
data = "\\r\\n".join([header.line, query.line, query.replace(reason="01").line, ""]).encode()
file = jcq.read(data)
assert [r.reason for r in file.records] == ["02", "01"]
assert file.to_bytes() == data
assert query.issues() == []
bad = jcq.v14.Query("Q503310226" + " " * 30)
assert [i.rule for i in bad.issues()] == ["field.closed-code", "field.date", "field.required"]
assert {i.severity for i in bad.issues()} == {jcq.Severity.WARNING}
"""


def copy_one_version(spec: Path) -> None:
    """Copies version 14 alone; the others would have to mention a new record."""
    shutil.copytree(ROOT / "spec", spec, ignore=shutil.ignore_patterns("v[0-9]*"))
    shutil.copytree(ROOT / "spec" / "v14", spec / "v14")


def test_a_made_up_data_type_needs_yaml_alone(tmp_path: Path) -> None:
    spec, out = tmp_path / "spec", tmp_path / "generated"
    copy_one_version(spec)
    (spec / "v14" / "queries.yaml").write_text(DATA_TYPE, "utf-8")
    with (spec / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write(SOURCE)
    run("-m", "generator", "build", "--spec", str(spec), "--out", str(out), cwd=tmp_path, path=ROOT)
    run("-c", USE, cwd=tmp_path, path=out)
    run_emitted_tests(out, "v14.quer")
    assert "[Q5](v14/Q5.md)" in (out / "docs" / "README.md").read_text("utf-8")
    assert "Query" in run("-m", "jcq_formats", "layout", "Q5", cwd=tmp_path, path=out)


DURATION_CODEC = '''
"""How long something takes: hours and minutes, HHMM."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..registry import rule
from ..values import ColumnType
from .kind import Kind, is_number


@rule("field.integer")
@dataclass(frozen=True, slots=True)
class Duration(Kind):
    """A number of minutes."""

    NOTHING = None
    COLUMN = ColumnType.INTEGER

    def decode(self, text: str) -> int:
        if not is_number(text) or text[2] > "5":
            raise ValueError("this is not a duration: it must be written HHMM in digits (0-9)")
        return int(text[:2]) * 60 + int(text[2:])

    def encode(self, value: int, width: int) -> str:
        return f"{value // 60:02}{value % 60:02}"

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        try:
            self.decode(text)
        except ValueError as error:
            yield "field.integer", str(error)

    def pattern(self, width: int) -> str:
        return "[0-9]{2}[0-5][0-9]"

    def schema(self, width: int) -> dict[str, Any]:
        return {"type": "integer", "minimum": 0, "maximum": 99 * 60 + 59}

    def to_text(self, value: Any) -> str:
        return "" if value is None else f"{value // 60}:{value % 60:02}"

    def from_text(self, text: str) -> int:
        hours, _, minutes = text.partition(":")
        if not is_number(hours) or not is_number(minutes):
            raise ValueError("a duration is needed, such as 1:30")
        return int(hours) * 60 + int(minutes)

    def width_error(self, width: int) -> str:
        return "" if width == 4 else "a duration is 4 wide"
'''

DURATION_MACROS = """
{% macro type(field) -%}int{%- endmacro %}
{% macro body(field) -%}
value: int | None = self.decode("{{ field.name }}")
return value
{%- endmacro %}
"""

DURATION_STRATEGY = '''
"""How long something takes, HHMM."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts

NOTHING = None
SETTABLE = True


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Any number of minutes."""
    return st.integers(0, 5999).map(_text)


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """The shortest and the longest."""
    return [_text(0), _text(59), _text(5999)]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A character that is no digit, and sixty minutes."""
    texts = ("A" + text[1:], text[:3] + " ", text[:2] + "60")
    yield InvalidTexts("a character that is no digit", texts, ("field.integer",))


def _text(minutes: int) -> FieldText:
    return FieldText(f"{minutes // 60:02}{minutes % 60:02}", minutes)
'''

KINDS = "generator/runtime/core/kinds"
STRATEGIES = "generator/runtime/testing/strategies/kinds"


def copy_generator(folder: Path) -> None:
    """Copies everything needed to generate version 14 alone."""
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    copy_one_version(folder / "spec")
    shutil.copy(ROOT / "pyproject.toml", folder)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def test_a_new_attribute_of_a_field_is_declared_once(tmp_path: Path) -> None:
    """The schema and the field suffice: it reaches FIELDS and `spec.json` without further edits."""
    copy_generator(tmp_path)
    edit(
        tmp_path / "spec" / "schema" / "spec.schema.json",
        '        "personal": {',
        '        "shown_as": {"type": "array"},\n        "personal": {',
    )
    edit(
        tmp_path / "generator" / "runtime" / "core" / "fields.py",
        "    personal: bool = False\n",
        "    personal: bool = False\n    shown_as: tuple[str, ...] = ()\n",
    )
    edit(
        tmp_path / "spec" / "v14" / "basedata.yaml",
        'name: timetable_date,     window: [2000, 2099], none: ["000000"]}',
        'name: timetable_date,     window: [2000, 2099], none: ["000000"], shown_as: [day]}',
    )
    run("-m", "generator", "build", cwd=tmp_path, path=tmp_path)
    use = """
import json, pathlib, jcq_formats as jcq
fields = jcq.v14.Component.FIELDS
print(fields["timetable_date"].shown_as, fields["due_date"].shown_as)
print(pathlib.Path(jcq.__file__).with_name("spec.json").read_text("utf-8").count("shown_as"))
"""
    said = run("-c", use, cwd=tmp_path, path=tmp_path / "generated")
    assert said == "('day',) ()\n1\n"


def test_a_new_kind_needs_a_macro_file_a_codec_and_a_strategy(tmp_path: Path) -> None:
    copy_generator(tmp_path)
    (tmp_path / KINDS / "duration.py").write_text(DURATION_CODEC, "utf-8")
    (tmp_path / STRATEGIES / "duration.py").write_text(DURATION_STRATEGY, "utf-8")
    (tmp_path / "templates" / "kinds" / "duration.jinja").write_text(DURATION_MACROS, "utf-8")
    queries = DATA_TYPE.replace("made-up", "inference").replace(
        "      - {start: 11, width: 30, kind: text, name: question}\n    meanings:\n",
        "      - {start: 11, width: 26, kind: text, name: question}\n"
        "      - {start: 37, width: 4, kind: duration, name: taken, blank: allowed}\n"
        "    meanings:\n      taken: How long it took.\n",
    )
    (tmp_path / "spec" / "v14" / "queries.yaml").write_text(queries, "utf-8")
    run("-m", "generator", "build", cwd=tmp_path, path=tmp_path)
    out = tmp_path / "generated"
    run_emitted_tests(out, "v14.quer")
    start = "Q501040526" + "?".ljust(26)
    lines = [start + text for text in ("0930", "    ", "0160", "0005")]
    (tmp_path / "queries.txt").write_text("\r\n".join([*lines, ""]), "latin-1")
    for suffix in ("csv", "jsonl"):
        to = ("--to", suffix, "--output", f"Q5.{suffix}", "--format-version", "14", "--incomplete")
        said = run(
            "-m", "jcq_formats", "export", "queries.txt", *to, cwd=tmp_path, path=out, codes=(1,)
        )
        assert "field.integer" in said
    csv = (tmp_path / "Q5.csv").read_text("utf-8").splitlines()
    assert [line.rpartition(",")[2] for line in csv] == ["taken", "9:30", "", "", "0:05"]
    objects = (tmp_path / "Q5.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(one)["taken"] for one in objects] == [570, None, None, 5]
    use = """
import csv, jcq_formats as jcq, jcq_formats.v14 as v
from jcq_formats.tables.arrow import to_arrow
from jcq_formats.tables.unflattening import record_from
issues = []
table = to_arrow("queries.txt", "Q5", columns=["taken"], version="14", issues=issues)
print(table.schema.field("taken").type, table["taken"].to_pylist())
print([(issue.line_number, issue.rule) for issue in issues])
with open("Q5.csv", newline="") as stream:
    print([record_from(v.Query, row).taken for row in csv.DictReader(stream)])
try:
    record_from(v.Query, {"reason": "01", "asked": "2026-05-04", "question": "?", "taken": "1.5"})
except jcq.BuildError as error:
    print(error)
"""
    assert run("-c", use, cwd=tmp_path, path=out).splitlines() == [
        "int16 [570, None, None, 5]",
        "[(3, 'field.integer')]",
        "[570, None, None, 5]",
        "taken: a duration is needed, such as 1:30",
    ]


def lint(folder: Path) -> list[str]:
    return run("-m", "generator", "lint", cwd=folder, path=folder, codes=(1,)).splitlines()


def test_lint_says_what_a_kind_lacks(tmp_path: Path) -> None:
    copy_generator(tmp_path)
    codec = DURATION_CODEC.replace("def from_text", "def from_cell").replace("def pattern", "def p")
    (tmp_path / KINDS / "duration.py").write_text(codec, "utf-8")
    (tmp_path / KINDS / "nameless.py").write_text("", "utf-8")
    (tmp_path / KINDS / "unfinished.py").write_text("import unheard_of", "utf-8")
    (tmp_path / STRATEGIES / "other.py").write_text("", "utf-8")
    place = f"{KINDS}/duration.py:15:1: the kind duration"
    assert lint(tmp_path) == [
        f"{place} has no `from_text`. Define it: the value of a cell of CSV.",
        f"{place} has no `pattern`. Define it: a regular expression for valid texts.",
        f"{KINDS}/duration.py:15:1: the values of the kind duration are not texts, but it has no"
        " template. Add templates/kinds/duration.jinja with its `type` and `body`.",
        f"{KINDS}/nameless.py:1:1: the kind nameless has no class Nameless."
        " Add `class Nameless(Kind):`.",
        f"{KINDS}/unfinished.py:1:1: it cannot be imported: No module named 'unheard_of'."
        " Correct it.",
        f"{STRATEGIES}/duration.py:1:1: the kind duration has no strategies, so nothing would"
        f" test it. Add {STRATEGIES}/duration.py with NOTHING, SETTABLE, valid, boundaries and"
        " invalid.",
        f"{STRATEGIES}/other.py:1:1: there is no kind other for these strategies."
        f" Add {KINDS}/other.py.",
        "7 mistakes in the spec",
    ]


def test_lint_says_what_the_strategies_of_a_kind_lack(tmp_path: Path) -> None:
    copy_generator(tmp_path)
    codec = DURATION_CODEC.replace('@rule("field.integer")\n', "")
    (tmp_path / KINDS / "duration.py").write_text(codec, "utf-8")
    strategy = DURATION_STRATEGY.replace("def boundaries", "def edges")
    (tmp_path / STRATEGIES / "duration.py").write_text(strategy, "utf-8")
    (tmp_path / "templates" / "kinds" / "duration.jinja").write_text(DURATION_MACROS, "utf-8")
    assert lint(tmp_path) == [
        f"{KINDS}/duration.py:15:1: the kind duration has no rule."
        ' Put `@rule("field.its-rule")` on its class, and the rule into rules.yaml.',
        f"{STRATEGIES}/duration.py:1:1: the strategies of the kind duration have no `boundaries`."
        " Define it: the texts at the boundaries.",
        "2 mistakes in the spec",
    ]
