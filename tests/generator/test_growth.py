"""The spec and the kinds grow without a change to the generator."""

from __future__ import annotations

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
    """Copies version 14 alone; all others would have to say what they know of a new record."""
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


TIME_CODEC = '''
"""A time of day, HHMM."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..rules import rule
from .kind import Kind, is_number


@rule("field.integer")
@dataclass(frozen=True, slots=True)
class Time(Kind):
    """A time of day."""

    NOTHING = None

    def decode(self, text: str) -> datetime.time:
        if not is_number(text):
            raise ValueError("not a time: HHMM in digits 0-9 is needed")
        return datetime.time(int(text[:2]), int(text[2:]))

    def encode(self, value: datetime.time, width: int) -> str:
        return f"{value.hour:02}{value.minute:02}"

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        try:
            self.decode(text)
        except ValueError as error:
            yield "field.integer", str(error)

    def pattern(self, width: int) -> str:
        return "(?:[01][0-9]|2[0-3])[0-5][0-9]"

    def schema(self, width: int) -> dict[str, Any]:
        return {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}:[0-9]{2}$"}

    def width_error(self, width: int) -> str:
        return "" if width == 4 else "a time is 4 wide"
'''

TIME_MACROS = """
{% macro type(field) -%}datetime.time{%- endmacro %}
{% macro body(field) -%}
value: datetime.time | None = self.decode("{{ field.name }}")
return value
{%- endmacro %}
{% macro imports(field) -%}datetime{%- endmacro %}
"""

TIME_STRATEGY = '''
"""A time of day, HHMM."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts

NOTHING = None
SETTABLE = True


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Any minute of the day."""
    return st.times().map(lambda t: _text(t.hour, t.minute))


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """The first and the last minute."""
    return [_text(0, 0), _text(23, 59)]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A character that is no digit."""
    texts = ("A" + text[1:], text[:3] + " ")
    yield InvalidTexts("a character that is no digit", texts, ("field.integer",))


def _text(hour: int, minute: int) -> FieldText:
    return FieldText(f"{hour:02}{minute:02}", datetime.time(hour, minute))
'''


def copy_generator(folder: Path) -> None:
    """Copies all that version 14 alone is generated with."""
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    copy_one_version(folder / "spec")
    shutil.copy(ROOT / "pyproject.toml", folder)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def test_a_new_attribute_of_a_field_is_declared_once(tmp_path: Path) -> None:
    """The schema and the field: from there it goes into FIELDS and into `spec.json` by itself."""
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
        'name: fee, none: ["00000"], blank_when: {fee_defined: ["N"]}}',
        'name: fee, none: ["00000"], blank_when: {fee_defined: ["N"]}, shown_as: [pounds]}',
    )
    run("-m", "generator", "build", cwd=tmp_path, path=tmp_path)
    use = """
import json, pathlib, jcq_formats as jcq
print(jcq.v14.Option.FIELDS["fee"].shown_as, jcq.v14.Option.FIELDS["process"].shown_as)
print(pathlib.Path(jcq.__file__).with_name("spec.json").read_text("utf-8").count("shown_as"))
"""
    said = run("-c", use, cwd=tmp_path, path=tmp_path / "generated")
    assert said == "('pounds',) ()\n1\n"


def test_a_new_kind_needs_a_macro_file_a_codec_and_a_strategy(tmp_path: Path) -> None:
    copy_generator(tmp_path)
    kinds = tmp_path / "generator" / "runtime" / "core" / "kinds"
    (kinds / "time.py").write_text(TIME_CODEC, "utf-8")
    strategies = tmp_path / "generator" / "runtime" / "testing" / "strategies" / "kinds"
    (strategies / "time.py").write_text(TIME_STRATEGY, "utf-8")
    (tmp_path / "templates" / "kinds" / "time.jinja").write_text(TIME_MACROS, "utf-8")
    queries = DATA_TYPE.replace("made-up", "inference").replace(
        "      - {start: 11, width: 30, kind: text, name: question}\n    meanings:\n",
        "      - {start: 11, width: 26, kind: text, name: question}\n"
        "      - {start: 37, width: 4, kind: time, name: time}\n"
        "    meanings:\n      time: The time.\n",
    )
    (tmp_path / "spec" / "v14" / "queries.yaml").write_text(queries, "utf-8")
    run("-m", "generator", "build", cwd=tmp_path, path=tmp_path)
    out = tmp_path / "generated"
    run_emitted_tests(out, "v14.quer")
    use = "import jcq_formats.v14 as v; print(v.Query('Q5' + ' ' * 34 + '0930').time)"
    assert run("-c", use, cwd=tmp_path, path=out) == "09:30:00\n"
