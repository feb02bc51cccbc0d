"""The result of `as_dict`, as JSON, satisfies the JSON Schema of the record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jcq_formats import a2c
from jcq_formats.testing import World, strategies
from jsonschema import Draft202012Validator, ValidationError

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "basedata"
RECORDS = [
    (version, record)
    for version in jcq.known_versions()
    for record in dict.fromkeys(jcq.load_version(version).records.values())
]


def validator(kit: Path, version: str, record: type[jcq.Record]) -> Draft202012Validator:
    index = json.loads((kit / "schemas.json").read_text("utf-8"))
    schema = json.loads((kit / index[version][record.KEY]).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def as_json(values: Any) -> Any:
    return json.loads(json.dumps(values, default=str))


@pytest.mark.parametrize(("version", "record"), RECORDS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_valid_records_fit(
    kit: Path, version: str, record: type[jcq.Record], data: st.DataObject
) -> None:
    one = data.draw(strategies.records(record))
    validator(kit, version, record).validate(as_json(one.as_dict()))


def test_an_invented_world_fits(kit: Path) -> None:
    known = {record.KEY: validator(kit, "14", record) for v, record in RECORDS if v == "14"}
    for planned in World(candidates=20).files():
        for record in planned.records:
            known[record.KEY].validate(as_json(record.as_dict()))


def test_what_is_not_as_the_schema_says_is_refused(kit: Path) -> None:
    link = validator(kit, "14", jcq.v14.Link)
    good = jcq.v14.Link.build(option_entry_code="1MAF", component_code="1MA/F1").as_dict()
    assert link.is_valid(good)
    assert not link.is_valid({**good, "component_code": "1234567890123"})
    assert not link.is_valid({**good, "component_code": None})
    assert not link.is_valid({**good, "more": ""})
    assert not link.is_valid({"option_entry_code": "1MAF"})
    option = validator(kit, "14", jcq.v14.Option)
    full = jcq.read(SAMPLES / "O6G26_98.X02").records[0].as_dict()
    assert option.is_valid({**full, "fee": 99999})
    for fee in (100000, -1, "04250"):
        assert not option.is_valid({**full, "fee": fee})


@pytest.mark.parametrize(
    ("record", "field", "beyond"),
    [
        (jcq.v14.Option, "option_title", ""),
        (jcq.v14.Option, "unit_level", "blank when item is C; needed when item is U or B"),
        (jcq.v14.Forecast, "candidate_number", "never 0000"),
        (jcq.v14.Forecast, "option_entry_code", "found in option.code"),
        (jcq.v14.Entry, "uci", "checked as a UCI"),
        (jcq.v14.FileTrailer, "record_count", "counts the records in the file"),
        (jcq.v14.FileHeader, "series", "agrees through the file"),
    ],
)
def test_what_a_schema_does_not_check_is_said_in_it(
    kit: Path, record: type[jcq.Record], field: str, beyond: str
) -> None:
    schema: Any = validator(kit, "14", record).schema
    about = schema["properties"][field]["description"]
    said = f" Beyond this schema: {beyond}." if beyond else ""
    assert about == record.FIELDS[field].meaning + said


def test_elements_of_messages_fit(kit: Path) -> None:
    index = json.loads((kit / "schemas.json").read_text("utf-8"))["a2c"]
    schemas = {name: json.loads((kit / path).read_text("utf-8")) for name, path in index.items()}
    assert set(schemas) == {found.__name__ for found in a2c.FORMAT.classes}
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    message = World(candidates=5).component_results(0)
    assert message is not None
    for view in (message.header, *message.items()):
        assert view is not None
        Draft202012Validator(schemas[type(view).__name__]).validate(as_json(view.as_dict()))
    party = next(message.of(a2c.Party)).as_dict()
    with pytest.raises(ValidationError):
        Draft202012Validator(schemas["Party"]).validate({**party, "date_of_birth": 1})
