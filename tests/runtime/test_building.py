"""`build` has a fast path, which gives the same as the slow path, field by field."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jcq_formats.core.kinds.code import Code
from jcq_formats.core.records import Record

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
FORM = jcq.load_version("14")
RECORDS = sorted(set(FORM.records.values()), key=lambda record: record.__name__)
NASTY: st.SearchStrategy[Any] = st.one_of(
    st.text("A1 0*#\n\xe9\u2019", max_size=8),
    st.sampled_from([None, True, 0, 1, 10**9, -1, 1.5, b"A", (), [None], datetime.datetime.min]),
    st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 1, 1)),
)


@st.composite
def values(draw: st.DrawFn, record: type[Record]) -> dict[str, Any]:
    """A value for every field: usually one that may be valid, from another record of the same
    class."""
    drawn: dict[str, Any] = {}
    for name, field in record.FIELDS.items():
        if not field.kind.SETTABLE:
            continue
        likely: list[Any] = ["", None, "1MAH", "0001", "12345", 7, datetime.date(2010, 1, 2)]
        if isinstance(field.kind, Code):
            likely = [*field.kind.codes, ""]
        drawn[name] = draw(NASTY if draw(st.integers(0, 9)) == 0 else st.sampled_from(likely))
    return drawn


def outcome(build: Any, given: Any) -> object:
    try:
        return build(given).line
    except jcq.BuildError as error:
        return str(error)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(RECORDS).flatmap(lambda r: st.tuples(st.just(r), values(r))))
def test_both_ways_give_the_same(drawn: tuple[type[Record], dict[str, Any]]) -> None:
    record, given = drawn
    generated: Any = record
    short = outcome(lambda found: generated.build(**found), given)
    assert short == outcome(record._built_field_by_field, given)


def test_records_of_the_samples_take_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    built = 0
    for path in sorted(SAMPLES.rglob("?*.X*")):
        for found in jcq.scan(path):
            record: Any = type(found)
            settable = [name for name, field in record.FIELDS.items() if field.kind.SETTABLE]
            given = dict(zip(settable, found.values(), strict=True))
            with monkeypatch.context() as patch:
                patch.setattr(record, "_built_field_by_field", None)
                built += record.build(**given) == found
    assert built > 70


@pytest.mark.parametrize("name", ["syllabus_code", "syllabus_title"])
def test_no_text_may_end_with_a_blank_wherever_it_stands(name: str) -> None:
    values = {"syllabus_code": "1MA", "syllabus_title": "MATHEMATICS"}
    assert jcq.v14.Syllabus.build(**values).syllabus_title == "MATHEMATICS"
    with pytest.raises(jcq.BuildError, match=f"{name}: a text cannot end with a blank"):
        jcq.v14.Syllabus.build(**{**values, name: f"{values[name]} "})
