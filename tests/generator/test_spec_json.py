"""`spec.json`: a version as differences from another, without loss."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jcq_formats.testing.spec import expanded, spec_versions

from generator.__main__ import checked_spec
from generator.emit.spec_json import difference, plain_versions

ROOT = Path(__file__).resolve().parents[2]
SPEC_JSON = ROOT / "generated" / "jcq_formats" / "spec.json"

BASE = {
    "grade": "A",
    "note": "old",
    "lengths": {"S": 45, "O": 115},
    "fields": [
        {"name": "code", "start": 3, "key": True},
        {"name": "title", "start": 9, "sources": ["a", "b"]},
    ],
    "parts": [{"width": 1}, {"width": 2}],
}


def test_every_version_is_whole_again() -> None:
    whole = plain_versions(checked_spec(ROOT / "spec"))
    assert spec_versions() == json.loads(json.dumps(whole))


@pytest.mark.parametrize(
    ("whole", "change"),
    [
        (BASE, {"fields": ["code", "title"], "parts": [{"width": 1}, {"width": 2}]}),
        ({**BASE, "grade": "B"}, {"grade": "B"}),
        ({"grade": "A"}, {"note": None, "lengths": None, "fields": None, "parts": None}),
        ({**BASE, "lengths": {"O": 115, "E": 1}}, {"lengths": {"E": 1, "S": None}}),
        ({**BASE, "fields": BASE["fields"][::-1]}, {"fields": ["title", "code"]}),  # type: ignore[index]
        (
            {**BASE, "fields": [{"name": "title", "start": 9, "sources": ["b"]}]},
            {"fields": [{"name": "title", "sources": ["b"]}]},
        ),
        (
            {**BASE, "fields": [{"name": "more", "start": 1}, {"name": "code", "start": 4}]},
            {"fields": [{"name": "more", "start": 1}, {"name": "code", "start": 4, "key": None}]},
        ),
        ({**BASE, "parts": [{"width": 2}]}, {"parts": [{"width": 2}]}),
    ],
    ids=["same", "member", "gone", "inner", "order", "item", "new", "nameless"],
)
def test_a_change_of_the_base_is_expanded_to_the_whole(
    whole: dict[str, Any], change: dict[str, Any]
) -> None:
    assert expanded(BASE, change) == whole
    assert expanded(BASE, difference(BASE, whole)) == whole


def test_what_is_the_same_is_not_repeated() -> None:
    assert difference(BASE, {**BASE, "grade": "B"}) == {"grade": "B"}
    fields = [{"name": "code", "start": 4, "key": True}, {"name": "title", "start": 9}]
    assert difference(BASE, {**BASE, "fields": fields}) == {
        "fields": [{"name": "code", "start": 4}, {"name": "title", "sources": None}]
    }


def test_each_record_code_list_and_rule_has_a_line() -> None:
    version = json.loads(SPEC_JSON.read_text("utf-8"))["versions"]["14"]
    lines = [line.strip().rstrip(",") for line in SPEC_JSON.read_text("utf-8").splitlines()]
    for items in (version["records"], version["code_lists"], version["rules"]):
        for item in items:
            assert json.dumps(item, ensure_ascii=False) in lines


def test_a_version_names_the_records_that_it_has_of_another_unchanged() -> None:
    versions = json.loads(SPEC_JSON.read_text("utf-8"))["versions"]
    assert "sex" in versions["12"]["code_lists"]
    assert "rules" not in versions["12"]
