"""The versions 11 to 13 against positions, lengths and grades copied by hand from the evidence."""

from __future__ import annotations

import jcq_formats as jcq
import pytest

V11_OPTION = {
    "option_entry_code": (3, 8),
    "syllabus_code": (9, 14),
    "certification_qualification": (15, 18),
    "certification_level": (19, 21),
    "item": (22, 22),
    "process": (23, 23),
    "classification_code": (24, 27),
    "accreditation_number": (28, 35),
    "option_title": (36, 71),
    "fee_defined": (72, 72),
    "fee": (73, 77),
    "first_forecast_gradeset": (78, 78),
    "second_forecast_gradeset": (79, 79),
    "result_type": (80, 80),
    "first_grade_gradeset": (81, 81),
    "second_grade_gradeset": (82, 82),
    "first_endorsement_gradeset": (83, 83),
    "second_endorsement_gradeset": (84, 84),
    "maximum_mark": (85, 87),
    "component_count": (88, 89),
}

V11_COMPONENT = {
    "component_code": (3, 14),
    "component_title": (15, 50),
    "teacher_marks": (51, 51),
    "maximum_mark": (52, 54),
    "component_gradeset": (55, 55),
    "due_date": (56, 61),
    "timetabled": (62, 62),
    "timetable_date": (63, 68),
    "session": (69, 69),
    "time_allowed": (70, 72),
}

LENGTHS = {
    "13": {"C": 75, "D": 26, "L": 26, "O": 115, "S": 45},
    "12": {"C": 75, "D": 26, "L": 26, "O": 114, "S": 45},
    "11": {"C": 72, "D": 26, "L": 26, "O": 89, "S": 45},
}

GRADES = {
    "13": {"C5": "B", "D5": "C", "L5": "C", "O5": "B", "S5": "C"},
    "12": {"C5": "B", "D5": "C", "L5": "C", "O5": "B", "S5": "C"},
    "11": {"C5": "B", "D5": "C", "L5": "C", "O5": "C", "S5": "C"},
}

EFFECTIVE = {"11": "2008-09", "12": "2009-09", "13": "2010-09", "14": "2011-09"}


def positions(record: type[jcq.Record]) -> dict[str, tuple[int, int]]:
    settable = (f for f in record.FIELDS.values() if f.kind.SETTABLE)
    return {f.name: (f.start, f.end) for f in settable}


def test_version_11_has_one_qualification_and_narrow_gradesets() -> None:
    assert positions(jcq.v11.Option) == V11_OPTION
    assert positions(jcq.v11.Component) == V11_COMPONENT


def test_version_12_has_a_maximum_mark_of_three_columns() -> None:
    twelve, fourteen = positions(jcq.v12.Option), positions(jcq.v14.Option)
    assert twelve == fourteen | {"maximum_mark": (110, 112), "component_count": (113, 114)}


def test_version_13_has_the_basedata_of_version_14() -> None:
    for key in ("C5", "D5", "L5", "O5", "S5"):
        assert positions(jcq.v13.FORMAT.records[key]) == positions(jcq.v14.FORMAT.records[key])


@pytest.mark.parametrize("version", LENGTHS)
def test_lengths_are_those_of_the_version(version: str) -> None:
    form = jcq.load_version(version)
    assert {code: d.length for code, d in form.data_types.items()} == LENGTHS[version]
    for key, record in form.records.items():
        assert record.LENGTHS[key[0]] == LENGTHS[version][key[0]]


@pytest.mark.parametrize("version", GRADES)
def test_grades_are_those_of_the_version_and_its_headers_are_deduced(version: str) -> None:
    records = jcq.load_version(version).records
    said = {key: record.GRADE for key, record in records.items()}
    assert {key: grade for key, grade in said.items() if key[1] == "5"} == GRADES[version]
    assert {grade for key, grade in said.items() if key[1] != "5"} == {"D"}


@pytest.mark.parametrize("version", GRADES)
def test_the_files_of_centres_are_open_with_a_reason(version: str) -> None:
    form = jcq.load_version(version)
    assert sorted(form.open_data_types) == ["A", "E", "F", "R", "X", "Z"]
    assert all(form.open_data_types.values())


def test_versions_took_effect_in_september() -> None:
    found = {version: jcq.load_version(version).effective[:7] for version in EFFECTIVE}
    assert found == EFFECTIVE


def test_no_class_of_one_version_is_that_of_another() -> None:
    versions = [jcq.load_version(version) for version in jcq.known_versions()]
    for form in versions:
        for record in form.records.values():
            (base,) = record.__bases__
            assert base is jcq.Record
            assert record.__module__.split(".")[1] == f"v{form.version}"


def test_a_record_of_any_version_has_one_name() -> None:
    syllabus = "S51MA    MATHEMATICS                         "
    for version in (jcq.v11, jcq.v12, jcq.v13, jcq.v14):
        assert isinstance(version.Syllabus(syllabus), jcq.records.Syllabus)
        assert not isinstance(version.Syllabus(syllabus), jcq.records.Option)


V11_LINE = (
    "O51011  2010  GCE ASBCEDC  50022520GCE ARCHAEOLOGY AS                  Y02490A UB   20002"
)
V11_UNIT = (
    "O51012  2010  GCE B  UE            GCE ARCHAEOLOGY UNIT 1              N00000  UB   10001"
)


def test_a_line_of_version_11_reads_by_its_own_columns() -> None:
    option = jcq.v11.Option(V11_LINE)
    assert (option.item, option.process, option.classification_code) == ("C", "E", "DC")
    assert (option.fee, option.first_forecast_gradeset, option.result_type) == (2490, "A", "U")
    assert (option.maximum_mark, option.component_count) == (200, 2)
    assert jcq.v11.Option(V11_UNIT).certification_qualification == "GCE"


def test_what_rests_on_one_program_only_warns() -> None:
    without_option = "L5      1MA/F1            "
    (older,) = jcq.v13.Link(without_option).issues()
    (newest,) = jcq.v14.Link(without_option).issues()
    assert (older.rule, older.severity) == ("field.required", jcq.Severity.WARNING)
    assert (newest.rule, newest.severity) == ("field.required", jcq.Severity.ERROR)
