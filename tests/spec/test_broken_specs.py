"""A small valid spec, broken by each case in ``broken/``: exactly these problems are reported.

A case is a YAML file::

    about: Why somebody makes this mistake, or what it would lead to.
    edits:
      - {file: v01/codes.yaml, replace: 'code: "01"', by: "code: 01"}
      - {file: v01/more.yaml, text: "..."}          # a whole file
      - {file: sources.yaml, encoding: utf-16}      # the file in another encoding
    problems: |
      one line for each problem, as the author of the spec sees it
"""

from __future__ import annotations

import ast
import copy
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.__main__ import checked_spec
from generator.emit.render import render
from generator.lint.names import CONSTANTS, IMPORTED
from generator.load.nodes import SpecError
from generator.resolve.spec import load_spec

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BASE = HERE / "base"
CASES = sorted((HERE / "broken").glob("*.yaml"))


def problems_of(spec: Path) -> list[str]:
    """All problems of the spec, as its author sees them, without the name of the folder."""
    try:
        checked_spec(spec)
    except SpecError as error:
        return [str(problem).removeprefix(f"{spec.name}/") for problem in error.problems]
    return []


def edit(spec: Path, change: dict[str, Any]) -> None:
    """Makes one edit of a case; refuses one that would change nothing, or more than one place."""
    path = spec / change["file"]
    text = change["text"] if "text" in change else path.read_text(encoding="utf-8")
    if "replace" in change:
        assert text.count(change["replace"]) == 1, f"{change['replace']!r} must stand there once"
        text = text.replace(change["replace"], change["by"])
    path.write_bytes(text.encode(change.get("encoding", "utf-8")))


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A copy of the valid spec."""
    return Path(shutil.copytree(BASE, tmp_path / "spec"))


def test_the_base_spec_is_valid(spec: Path) -> None:
    assert problems_of(spec) == []


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_broken_spec_is_told_what_to_do(case: Path, spec: Path) -> None:
    words = yaml.safe_load(case.read_text(encoding="utf-8"))
    for change in words["edits"]:
        edit(spec, change)
    assert problems_of(spec) == words["problems"].splitlines()


def test_readings_of_a_variant_may_share_a_role(spec: Path) -> None:
    books = spec / "v01" / "books.yaml"
    text = books.read_text(encoding="utf-8")
    for name in ("minutes", "pages"):
        text = text.replace(f"name: {name}}}", f"name: {name}, role: book.extent}}")
    books.write_text(text, encoding="utf-8")
    assert problems_of(spec) == []


def test_a_code_that_an_open_list_lacks_may_be_forbidden(spec: Path) -> None:
    edit(
        spec,
        {
            "file": "v01/books.yaml",
            "replace": 'codes: shape, default: "P"',
            "by": 'codes: shape, default: "P", forbidden: ["X"]',
        },
    )
    assert problems_of(spec) == []


def test_every_name_that_the_modules_of_a_version_import_is_known_to_be_taken(spec: Path) -> None:
    runtime = ROOT / "generator" / "runtime"
    files = render(load_spec(spec)[0], ROOT / "templates", runtime, spec, "0")
    records = ("Book", "Disc", "FileHeader", "LentBook", "Loan", "Paper")
    own = {name + part for name in records for part in ("", "Changes", "Values")}
    imported = set()
    for path in ("v01/__init__.py", "v01/books.py", "v02/__init__.py", "v02/books.py"):
        tree = ast.parse(files[f"jcq_formats/{path}"])
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                imported |= {alias.asname or alias.name for alias in node.names}
    classes = {name for name in imported if name[0].isupper() and not name.isupper()}
    assert classes - own - {"Any"} <= IMPORTED
    lists = {"SUBJECT", "SHAPE", "PLAIN_CHARACTERS"}
    patterns = {"SHAPE_PATTERN_1", "SUBJECT_PATTERN_2", "PLAIN_FIRST", "PLAIN_FURTHER"}
    assert {name for name in imported if name.isupper()} - lists - patterns <= CONSTANTS


@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_no_slip_makes_it_fall_over(spec: Path, data: st.DataObject) -> None:
    """A misplaced or missing value is a mistake or not, but never a crash."""
    documents = {p: yaml.safe_load(p.read_text(encoding="utf-8")) for p in spec.rglob("*.yaml")}
    original = {path: path.read_bytes() for path in documents}
    places = [
        (path, *place)
        for path, document in sorted(documents.items())
        for place in containers(document)
    ]
    path, parent, key = data.draw(st.sampled_from(places))
    likes = [other[at] for _, other, at in places if at == key and isinstance(key, str)]
    put = data.draw(st.sampled_from([None, *likes]))
    if put is None:
        del parent[key]
    else:
        parent[key] = copy.deepcopy(put)
    try:
        path.write_text(yaml.safe_dump(documents[path], allow_unicode=True), encoding="utf-8")
        for line in problems_of(spec):
            assert line.endswith((".", "?")), line
    finally:
        for written, before in original.items():
            written.write_bytes(before)


def containers(node: Any) -> Iterator[tuple[Any, Any]]:
    """All mappings and lists of a document, with each of their keys and indexes."""
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield node, key
            yield from containers(value)


def test_a_missing_file_is_one_mistake_of_each_version(spec: Path) -> None:
    (spec / "v01" / "codes.yaml").unlink()
    said = [problem for problem in problems_of(spec) if "is a file missing" in problem]
    assert [problem.partition("/")[0] for problem in said] == ["v01", "v02"]
    assert "v01/books.yaml" in said[0]


def test_a_source_that_several_versions_repeat_is_one_mistake(spec: Path) -> None:
    edit(
        spec,
        {
            "file": "v01/codes.yaml",
            "replace": "closed: true\n    grade: A\n    sources: [card-index]",
            "by": "closed: true\n    grade: A\n    sources: [card-indx]",
        },
    )
    assert problems_of(spec) == [
        "v01/codes.yaml:8:15: code_lists[0].sources[0]: unknown source 'card-indx'."
        " Did you mean card-index?"
    ]


@pytest.mark.parametrize("rule", ["file.sum", "file.checksum"])
def test_a_version_needs_the_rule_of_its_totals_alone(rule: str, spec: Path) -> None:
    counted = 'integer, name: books, counts: {what: "B5", in: file, zero_allowed: [broadcast]}'
    total = 'integer, name: books, sum_of: {field: price, over: "B5"}'
    if rule == "file.checksum":
        total = 'text,    name: books, checksum: {rule: crc32, over: "B5"}'
    about = "severity: error, grade: A, sources: [card-index], meaning: A., why: B., do: C."
    before = "  - id: field.integer\n"
    edit(spec, {"file": "v01/books.yaml", "replace": counted, "by": total})
    edit(
        spec,
        {
            "file": "v01/rules.yaml",
            "replace": before,
            "by": f"  - {{id: {rule}, {about}}}\n{before}",
        },
    )
    (other,) = {"file.sum", "file.checksum"} - {rule}
    assert [problem for problem in problems_of(spec) if other in problem] == []
