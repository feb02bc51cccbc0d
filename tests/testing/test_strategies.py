"""The strategies themselves: small cases, readable ones, and every field in every way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import jcq_formats as jcq
import pytest
from hypothesis import HealthCheck, find, given, settings
from jcq_formats.identifiers import uci, uln, upn
from jcq_formats.testing import strategies
from jcq_formats.testing.strategies import identifiers
from jcq_formats.testing.strategies.spec import FieldSpec, specs
from jcq_formats.testing.strategies.wrong_lines import mutations_of
from stdnum.gb import upn as published_upn

from tests.made_up.lines import padded

VERSIONS = sorted(specs())
CLASSES = list(dict.fromkeys(c for v in VERSIONS for c in jcq.load_version(v).records.values()))


@pytest.mark.parametrize("strategy", [strategies.files, strategies.wrong_files])
def test_a_data_type_or_version_that_is_not_known_is_named(strategy: Any) -> None:
    with pytest.raises(jcq.JcqError, match="no files of data type 'Q'; known: A, C, D"):
        strategy("Q")
    with pytest.raises(jcq.JcqError, match="no version '99'; known: 11, 12, 13, 14"):
        strategy("O", version="99")


def test_cases_shrink_to_what_a_person_can_read() -> None:
    line = find(strategies.lines(jcq.v14.Link), lambda line: True)
    assert line == padded("L5A     A")
    line = find(strategies.lines(jcq.v14.Result), lambda line: line[46] == "U")
    assert line.rstrip(" ") == "R5000000001" + " " * 29 + "A     U000"
    file = find(strategies.files("L"), lambda drawn: len(drawn.lines) > 4)
    assert len(file.lines) == 5


def test_a_case_that_is_looked_for_is_small() -> None:
    wanted = find(strategies.values(jcq.v14.Link), lambda v: len(v["component_code"]) == 3)
    assert wanted == {"option_entry_code": "A", "component_code": "000"}


def test_values_are_what_build_takes() -> None:
    values = find(strategies.values(jcq.v14.Result), lambda v: v["result_type"] == "B")
    assert isinstance(values["outcome"], jcq.v14.MarkAndGradeOutcome)
    assert jcq.v14.Result.build(**values).issues() == []


def test_a_class_of_no_version_is_refused() -> None:
    with pytest.raises(LookupError, match="UnknownRecord is not a record of any version"):
        strategies.lines(jcq.UnknownRecord)


@pytest.mark.parametrize(
    ("ours", "apart"),
    [(uci, identifiers.UCI()), (uln, identifiers.ULN()), (upn, identifiers.UPN())],
    ids=["uci", "uln", "upn"],
)
def test_identifiers_worked_out_apart_are_the_same(
    ours: Any, apart: identifiers.Identifier
) -> None:
    assert [text for text in apart.EXAMPLES if not ours.is_valid(text)] == []

    @given(apart.valid())
    def same(text: str) -> None:
        assert ours.validate(text) == text
        assert ours is not upn or published_upn.calc_check_digit(text[1:]) == text[0]

    same()


def test_without_hypothesis_the_extra_is_named() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import jcq_formats.testing.strategies"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert 'pip install "jcq-formats[testing]"' in done.stderr


CAN_BE = {
    "a character outside the set": lambda f: f["kind"] == "text",
    "a blank in front": lambda f: f["kind"] in ("text", "code"),
    "a code outside the list": lambda f: f["kind"] == "code" or "starts_with" in f,
    "a first column that is no digit": lambda f: f["kind"] in ("digits", "integer"),
    "a last column that is none": lambda f: f["kind"] in ("digits", "integer"),
    "a column that is no digit": lambda f: f["kind"] == "date",
    "a day or a month that does not exist": lambda f: f["kind"] == "date",
    "a day that February does not have": lambda f: f["kind"] == "date",
    "another text": lambda f: f["kind"] == "literal",
    "something in blank columns": lambda f: f["kind"] in ("filler", "unestablished"),
    "an item after a blank one": lambda f: f["kind"] == "group",
    "blank": lambda f: not f.get("blank") and f["kind"] not in ("literal", "filler"),
    "another shape": lambda f: "identifier" in f,
    "a code that refers to nothing": lambda f: "refers_to" in f,
    "another number than there are": lambda f: "counts" in f,
    "the key of another record": lambda f: "key" in f,
}
"""Ways in which a field can be wrong, and the keys of the spec that make it possible."""

NOT_TRIED = {
    "a character outside the set": (
        lambda f: "starts_with" in f and f["width"] == 1,
        "its one column must be a code of a list",
    ),
    "a blank in front": (
        lambda f: f["width"] == 1 or (f["kind"] == "code" and f["full"]),
        "there is no room for a blank: every code or text fills the columns",
    ),
    "blank": (
        lambda f: f["alone"],
        "the layout would be blank as a whole, which is tried as the field around it",
    ),
    "a code that refers to nothing": (
        lambda f: True,
        "needs other files; tests/conformance has cases for set.reference and cross.option-unknown",
    ),
    "another number than there are": (
        lambda f: True,
        "needs the rest of the file, and is tried there; in a set, by tests/conformance",
    ),
    "the key of another record": (
        lambda f: True,
        "no rule: nobody has established that a key stands once",
    ),
}
"""Faults that the spec makes possible and that are not tested, with reasons; computed, not typed
in."""


def leaves(
    fields: list[FieldSpec], path: str = "", nested: bool = False
) -> Iterator[tuple[str, dict[str, Any]]]:
    settable = [f for f in fields if f["kind"] not in ("literal", "filler", "unestablished")]
    for field in fields:
        yield path + field["name"], {**field, "alone": nested and settable == [field]}
        separator = "[0]." if "repeat" in field else "."
        for layout in field.get("layouts", ()):
            yield from leaves(layout["fields"], path + field["name"] + separator, True)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_field_is_wrong_in_every_way_but_for_those_with_a_reason(version: str) -> None:
    spec = specs()[version]
    tried, left_out = 0, 0
    for record in spec.content["records"]:
        found = {(one.field, one.way) for one in mutations_of(spec, record)}
        for path, field in leaves(record["fields"]):
            if field["kind"] == "code":
                codes = field.get("only") or spec.codes(field["code_list"])
                field["full"] = all(len(code) == field["width"] for code in codes)
            left = {way for way, (holds, _) in NOT_TRIED.items() if holds(field)}
            ways = {way for way, can_be in CAN_BE.items() if can_be(field)}
            ways |= {f"the forbidden {value}" for value in field.get("forbidden", ())}
            ways |= {f"filled though {name} forbids it" for name in field.get("blank_when", {})}
            ways |= {f"blank though {name} needs it" for name in field.get("filled_when", {})}
            for way in ways:
                assert ((path, way) in found) != (way in left), (record["key"], path, way)
            tried += len(ways - left)
            left_out += len(ways & left)
    assert tried > 3 * left_out > 0
    print(f"version {version}: {tried} fields x ways tried, {left_out} left out with a reason")


@settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)
@given(strategies.sets())
def test_the_records_of_a_set_are_counted_and_found(
    files: tuple[strategies.DrawnFile, ...],
) -> None:
    by_letter = {file.lines[0][0]: file.lines[2:-2] for file in files}
    options = {line[2:8] for line in by_letter["O"]}
    assert {line[2:8] for line in by_letter["L"]} <= options
    for line in by_letter["O"]:
        assert int(line[113:115]) == sum(one[2:8] == line[2:8] for one in by_letter["L"])
