"""The guarantees of the loader, which no text makes crash."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.load.documents import (
    SCHEMA,
    Mark,
    Problem,
    SpecError,
    SpecMapping,
    SpecSequence,
    load_file,
    load_folder,
    load_sources,
)

BASE = Path(__file__).parent / "base"
FILES = sorted(BASE.rglob("*.yaml"))
MESSAGES = SCHEMA.with_name("message.schema.json")
README = SCHEMA.parent.parent / "README.md"


@pytest.fixture
def books() -> SpecMapping:
    return load_folder(BASE / "v01", BASE)["books"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_data_is_what_yaml_reads(path: Path) -> None:
    assert load_file(path, BASE) == yaml.safe_load(path.read_text(encoding="utf-8"))


def test_a_folder_is_loaded_in_the_order_of_its_names() -> None:
    assert list(load_folder(BASE / "v01", BASE)) == [
        "books",
        "codes",
        "format",
        "more_rules",
        "rules",
    ]


def test_nodes_know_where_they_stand(books: SpecMapping) -> None:
    fields = books["records"][1]["fields"]
    width = fields[2]
    lines = (BASE / "v01" / "books.yaml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "name: bought," in text)
    assert width.mark == fields.mark_of(2) == Mark("v01/books.yaml", line, 9)
    assert width.key_mark("width") == Mark("v01/books.yaml", line, 20)
    assert width.mark_of("width") == Mark("v01/books.yaml", line, 27)
    assert width.end == Mark("v01/books.yaml", line, len(lines[line - 1]) + 1)
    assert books["records"].mark.line < line and books["records"][1].end is None
    assert width.path == fields.path_of(2) == "records[1].fields[2]"
    assert width.path_of("width") == "records[1].fields[2].width"
    assert books.path_of("records") == books["records"].path == "records"


def test_what_does_not_stand_there_is_placed_where_it_should_be(books: SpecMapping) -> None:
    record = books["records"][0]
    assert record.mark_of("note") == record.key_mark("note") == record.mark
    assert books["records"].mark_of(99) == books["records"].mark


def test_plain_scalars_keep_their_text(books: SpecMapping) -> None:
    field = books["records"][1]["fields"][2]
    assert (field.plain("width"), field.plain("none"), field.plain("title")) == ("6", None, None)
    assert (field["none"].plain(0), field["window"].plain(1)) == (None, "2049")


def test_merged_words_keep_their_places(books: SpecMapping) -> None:
    record, other = books["records"][0], books["records"][1]["fields"][2]
    merged = record.merged(other.without("start"))
    assert (merged.mark, merged.path) == (record.mark, record.path)
    assert merged.mark_of("width") == other.mark_of("width")
    assert merged.mark_of("title") == record.mark_of("title")
    assert "start" not in merged and merged["name"] == "bought"
    assert record.merged({"title": "New"}).mark_of("title") == record.mark
    assert record["title"] == "File header"


def test_replaced_items_keep_their_places(books: SpecMapping) -> None:
    fields = books["records"][1]["fields"]
    replaced = fields.replaced([fields[3], "text"])
    assert isinstance(replaced, SpecSequence) and replaced.mark == fields.mark
    assert (replaced.mark_of(0), replaced.mark_of(1)) == (fields[3].mark, fields.mark)


def test_an_error_lists_its_problems_in_order_and_once() -> None:
    late = Problem(Mark("b.yaml", 2, 1), "", "late", "Wait.")
    early = Problem(Mark("b.yaml", 1, 7), "rules[0]", "early", "Hurry.")
    error = SpecError([late, early, late])
    assert error.problems == [early, late]
    assert str(error) == "b.yaml:1:7: rules[0]: early. Hurry.\nb.yaml:2:1: late. Wait."


def test_what_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(
        SpecError, match=r"sources\.yaml:1:1: the file cannot be read: No such file"
    ):
        load_sources(tmp_path / "sources.yaml", tmp_path)
    with pytest.raises(SpecError, match="v99:1:1: there is no spec file here"):
        load_folder(tmp_path / "v99", tmp_path)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_a_file_can_be_nested_too_deeply(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "deep.yaml"
    path.write_text("records: " + opening * 3000)
    with pytest.raises(SpecError):
        load_file(path, tmp_path)


def test_of_several_branches_the_nearest_speaks(tmp_path: Path) -> None:
    schema, path = tmp_path / "schema.json", tmp_path / "a.yaml"
    number = {"type": "object", "properties": {"width": {"type": "integer", "minimum": 1}}}
    schema.write_text(json.dumps({"properties": {"a": {"anyOf": [{"type": "string"}, number]}}}))
    path.write_text("a: {width: 0}\n")
    with pytest.raises(SpecError) as caught:
        load_file(path, tmp_path, schema)
    assert str(caught.value) == "a.yaml:1:12: a.width: 0 is too small. At least 1."


@settings(deadline=None, max_examples=300)
@given(text=st.text(st.sampled_from("ab:- \t\n[]{}#&*!|>'\"%@`,?=<~01_.\\\x85\ufeff"), max_size=40))
def test_no_text_makes_it_fall_over(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(text.encode())
    _load_or_say(path)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_slip_makes_it_fall_over(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(FILES)).read_bytes()
    start = data.draw(st.integers(0, len(text)))
    end = start + data.draw(st.integers(0, 20))
    put = data.draw(st.sampled_from([b"", b"#", b"\n", b" ", b": ", b"01", b"~", b"- ", b"\xff"]))
    path = tmp_path_factory.getbasetemp() / "slip.yaml"
    path.write_bytes(text[:start] + put + text[end:])
    _load_or_say(path)


def _load_or_say(path: Path) -> None:
    try:
        load_file(path, path.parent)
    except SpecError as error:
        for problem in error.problems:
            assert problem.mark.file == path.name and problem.mark.line and problem.mark.column
            assert problem.message and not problem.message.endswith(".")
            assert problem.advice.endswith((".", "?")), problem


# --- The schema ---


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(inner, dict | list):
            yield from _objects(inner)


LANGUAGE = json.loads(SCHEMA.read_text(encoding="utf-8"))
OF_MESSAGES = json.loads(MESSAGES.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", [LANGUAGE, OF_MESSAGES], ids=["versions", "messages"])
def test_every_word_is_described(language: dict[str, Any]) -> None:
    defined = language["$defs"]
    for schema in _objects(language):
        for word, meant in schema.get("properties", {}).items():
            if isinstance(meant, dict) and "const" not in meant:
                reference = defined.get(meant.get("$ref", "").rpartition("/")[2], {})
                description = meant.get("description") or reference.get("description", "")
                assert "; e.g. " in description or "not" in meant, word


@pytest.mark.parametrize("language", [LANGUAGE, OF_MESSAGES], ids=["versions", "messages"])
def test_no_unknown_word_is_let_through(language: dict[str, Any]) -> None:
    for schema in _objects(language):
        words = schema.get("properties", {})
        only_narrows = "$ref" in schema or all("not" in w or "const" in w for w in words.values())
        if words and not only_narrows:
            assert schema.get("additionalProperties") is False, list(words)


def test_every_word_of_the_language_is_in_the_schema() -> None:
    languages = (*_objects(LANGUAGE), *_objects(OF_MESSAGES))
    known = {word for schema in languages for word in schema.get("properties", {})}
    told = README.read_text(encoding="utf-8")
    blocks = "\n".join(
        re.sub(r'"[^"]*"| #.*', "", block)
        for block in told.splitlines()
        if block.startswith("    ")
    )
    said = set(re.findall(r"^ *(?:- )?([a-z_]+): ", blocks, re.M)) | set(
        re.findall(r"[{,] ?([a-z_]+): ", blocks)
    )
    # Names of fields: those of rows, and as `blank_when` and `filled_when` hold them.
    fields = {*re.findall(r"name: (\w+)", blocks), "item", "teacher_marks", "fee_defined"}
    fields |= {"timetabled", "time_allowed", "awarding_body"}
    assert said - known == (fields - known) & said
