"""Values that are invented for fields without a given value."""

from __future__ import annotations

import jcq_formats as jcq
import pytest
from jcq_formats.core.fields import Field
from jcq_formats.testing.filling import completed
from jcq_formats.testing.made_up_values import made_up

PLAIN = [
    pytest.param(field, id=f"{version}-{record.KEY}-{field.name}")
    for version in jcq.known_versions()
    for record in dict.fromkeys(jcq.load_version(version).records.values())
    for field in record.FIELDS.values()
    if field.kind.SETTABLE and not any(True for _ in field.kind.nested(field))
]


@pytest.mark.parametrize("field", PLAIN)
def test_what_is_made_up_has_no_fault(field: Field) -> None:
    for number in (0, 1, 10, 9_999, 10_000, 999_990_001):
        columns = field.encode(made_up(field, number))
        assert not field.is_nothing(columns)
        assert list(field.kind.faults(columns)) == []


def test_another_number_gives_another_code() -> None:
    sex = jcq.v14.Entry.FIELDS["sex"]
    assert [made_up(sex, number) for number in range(3)] == ["F", "M", "F"]


def test_identifiers_are_those_of_their_module() -> None:
    uln = jcq.v14.Entry.FIELDS["uln"]
    assert made_up(uln, 1) == "9000000105"


def test_a_record_is_completed_and_keeps_what_is_given() -> None:
    link = completed(jcq.v14.Link, {"link.option_code": "1MAF", "candidate.uln": "1"})
    assert (link.option_entry_code, link.component_code) == ("1MAF", "000000000000")
    assert link.issues() == []


def test_a_code_that_the_version_does_not_list_gives_way() -> None:
    given = {"component.session": "?", "component.timetabled": "?", "component.code": "1MA/1"}
    component = completed(jcq.v14.Component, given)
    assert (component.session, component.timetabled) == ("", "T")
    assert component.component_title == "MADE UP"
    assert component.issues() == []


def test_a_field_of_fields_is_not_made_up() -> None:
    with pytest.raises(jcq.BuildError, match="no value can be made up for outcome"):
        made_up(jcq.v14.Result.FIELDS["outcome"], 1)


@pytest.mark.parametrize("item", ["C", "U", "B"])
def test_what_the_conditions_of_a_record_need_is_invented(item: str) -> None:
    option = completed(jcq.v14.Option, {"option.item": item})
    filled = [option.certification_level != "", option.unit_level != ""]
    assert filled == [item != "U", item != "C"]
    assert option.issues() == []


def test_what_must_be_blank_beside_given_values_is_left_out() -> None:
    values = {"component.teacher_marks": "N", "component.maximum_mark": 50}
    component = completed(jcq.v14.Component, values)
    assert component.maximum_mark is None
    assert component.issues() == []
