# Generated from spec/v11/ by `make generate`; edit that, not this.
"""Round trips of the records of v11.basedata: values to line to values, line to bytes."""

from __future__ import annotations

from typing import Any

import jcq_formats as jcq
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats import v11 as v

from strategies import Columns, always, codes, dates, integers, line, nothing, texts, values

PUBLISHED_CHARACTERS = (
    " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`"
)
NAMES_CHARACTERS = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'().:-"
GRADES_CHARACTERS = (
    " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`^"
)
BYTES = st.characters(min_codepoint=1, max_codepoint=255, exclude_characters="\r\n")


@st.composite
def option_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid Option, field by field."""
    drawn: dict[str, Columns] = {}
    filled = always("O")
    drawn["data_type"] = draw(filled)
    filled = always("5")
    drawn["record_type"] = draw(filled)
    filled = texts(6, PUBLISHED_CHARACTERS)
    drawn["option_entry_code"] = draw(filled)
    filled = texts(6, PUBLISHED_CHARACTERS)
    drawn["syllabus_code"] = draw(filled)
    filled = codes(
        4,
        (
            "GCE",
            "GCSE",
            "PREU",
            "CNAT",
            "EL",
            "PL",
            "L1L2",
            "OCRQ",
            "FCSE",
            "BTEC",
            "FSKL",
            "FSMQ",
            "L1PJ",
            "L2PJ",
            "EXPJ",
            "L3",
            "AEA",
            "GPR",
            "ABQ",
            "ADIP",
            "ICE",
        ),
    )
    drawn["certification_qualification"] = draw(filled)
    filled = codes(
        3,
        (
            "FC",
            "SC",
            "DA",
            "A",
            "ASB",
            "ASD",
            "AAS",
            "B",
            "1&2",
            "L1",
            "L2",
            "L3",
            "EL1",
            "EL2",
            "EL3",
            "O",
            "H",
            "F",
            "I",
            "DI",
            "CE",
            "AW3",
        ),
    )
    drawn["certification_level"] = draw(filled)
    filled = codes(1, ("C", "U", "B"))
    drawn["item"] = draw(filled)
    filled = codes(1, ("E", "R"))
    drawn["process"] = draw(filled)
    filled = texts(4, PUBLISHED_CHARACTERS)
    drawn["classification_code"] = draw(st.one_of(nothing("", "    "), filled))
    filled = texts(8, PUBLISHED_CHARACTERS)
    drawn["accreditation_number"] = draw(st.one_of(nothing("", "        "), filled))
    filled = texts(36, PUBLISHED_CHARACTERS)
    drawn["option_title"] = draw(filled)
    filled = codes(1, ("Y", "N"))
    drawn["fee_defined"] = draw(filled)
    filled = codes(
        1,
        (
            "4",
            "A",
            "B",
            "C",
            "F",
            "Q",
            "G",
            "N",
            "H",
            "3",
            "5",
            "6",
            "7",
            "8",
            "9",
            "D",
            "E",
            "L",
            "M",
            "R",
        ),
    )
    drawn["first_forecast_gradeset"] = draw(st.one_of(nothing("", " "), filled))
    filled = codes(
        1,
        (
            "4",
            "A",
            "B",
            "C",
            "F",
            "Q",
            "G",
            "N",
            "H",
            "3",
            "5",
            "6",
            "7",
            "8",
            "9",
            "D",
            "E",
            "L",
            "M",
            "R",
        ),
    )
    drawn["second_forecast_gradeset"] = draw(st.one_of(nothing("", " "), filled))
    filled = codes(1, ("1", "2", "3", "U", "M", "B", "C"))
    drawn["result_type"] = draw(filled)
    filled = codes(
        1,
        (
            "4",
            "A",
            "B",
            "C",
            "F",
            "Q",
            "G",
            "N",
            "H",
            "3",
            "5",
            "6",
            "7",
            "8",
            "9",
            "D",
            "E",
            "L",
            "M",
            "R",
        ),
    )
    drawn["first_grade_gradeset"] = draw(filled)
    filled = codes(
        1,
        (
            "4",
            "A",
            "B",
            "C",
            "F",
            "Q",
            "G",
            "N",
            "H",
            "3",
            "5",
            "6",
            "7",
            "8",
            "9",
            "D",
            "E",
            "L",
            "M",
            "R",
        ),
    )
    drawn["second_grade_gradeset"] = draw(st.one_of(nothing("", " "), filled))
    filled = codes(
        1,
        (
            "4",
            "A",
            "B",
            "C",
            "F",
            "Q",
            "G",
            "N",
            "H",
            "3",
            "5",
            "6",
            "7",
            "8",
            "9",
            "D",
            "E",
            "L",
            "M",
            "R",
        ),
    )
    drawn["first_endorsement_gradeset"] = draw(st.one_of(nothing("", " "), filled))
    filled = codes(
        1,
        (
            "4",
            "A",
            "B",
            "C",
            "F",
            "Q",
            "G",
            "N",
            "H",
            "3",
            "5",
            "6",
            "7",
            "8",
            "9",
            "D",
            "E",
            "L",
            "M",
            "R",
        ),
    )
    drawn["second_endorsement_gradeset"] = draw(st.one_of(nothing("", " "), filled))
    filled = integers(3).filter(lambda c: c.text not in ("000",))
    drawn["maximum_mark"] = draw(st.one_of(nothing(None, "000"), filled))
    filled = integers(2)
    drawn["component_count"] = draw(filled)
    filled = integers(5).filter(lambda c: c.text not in ("00000",))
    drawn["fee"] = draw(
        nothing(None, "00000")
        if drawn["fee_defined"].value in ("N",)
        else st.one_of(nothing(None, "00000"), filled)
    )
    return {
        name: drawn[name]
        for name in (
            "data_type",
            "record_type",
            "option_entry_code",
            "syllabus_code",
            "certification_qualification",
            "certification_level",
            "item",
            "process",
            "classification_code",
            "accreditation_number",
            "option_title",
            "fee_defined",
            "fee",
            "first_forecast_gradeset",
            "second_forecast_gradeset",
            "result_type",
            "first_grade_gradeset",
            "second_grade_gradeset",
            "first_endorsement_gradeset",
            "second_endorsement_gradeset",
            "maximum_mark",
            "component_count",
        )
    }


def option_arguments(drawn: dict[str, Columns]) -> dict[str, Any]:
    """What `build` takes for these columns."""
    return {
        "option_entry_code": drawn["option_entry_code"].value,
        "syllabus_code": drawn["syllabus_code"].value,
        "certification_qualification": drawn["certification_qualification"].value,
        "certification_level": drawn["certification_level"].value,
        "item": drawn["item"].value,
        "process": drawn["process"].value,
        "classification_code": drawn["classification_code"].value,
        "accreditation_number": drawn["accreditation_number"].value,
        "option_title": drawn["option_title"].value,
        "fee_defined": drawn["fee_defined"].value,
        "fee": drawn["fee"].value,
        "first_forecast_gradeset": drawn["first_forecast_gradeset"].value,
        "second_forecast_gradeset": drawn["second_forecast_gradeset"].value,
        "result_type": drawn["result_type"].value,
        "first_grade_gradeset": drawn["first_grade_gradeset"].value,
        "second_grade_gradeset": drawn["second_grade_gradeset"].value,
        "first_endorsement_gradeset": drawn["first_endorsement_gradeset"].value,
        "second_endorsement_gradeset": drawn["second_endorsement_gradeset"].value,
        "maximum_mark": drawn["maximum_mark"].value,
        "component_count": drawn["component_count"].value,
    }


@given(option_columns())
def test_option_is_built_as_the_booklet_writes_it_and_reads_back(drawn: dict[str, Columns]) -> None:
    record = v.Option.build(**option_arguments(drawn))
    assert record.line == line(drawn).ljust(record.length)
    assert record.as_dict() == values(drawn)
    assert record.values() == tuple(getattr(record, name) for name in values(drawn))
    assert record.issues() == []


@given(option_columns(), st.sampled_from(["\r\n", "\n", "\r", ""]), st.booleans())
def test_option_line_is_kept_to_the_byte(
    drawn: dict[str, Columns], end: str, trimmed: bool
) -> None:
    text = line(drawn).rstrip(" ") if trimmed else line(drawn)
    data = (text + end).encode("latin-1")
    file = jcq.read(data, version="11")
    assert file.lines[0].record == v.Option(text)
    assert file.to_bytes() == data


@given(option_columns(), option_columns(), st.data())
def test_option_replace_touches_only_its_own_columns(
    drawn: dict[str, Columns], other: dict[str, Columns], data: st.DataObject
) -> None:
    field = v.Option.FIELDS[
        data.draw(
            st.sampled_from(
                [
                    "option_entry_code",
                    "syllabus_code",
                    "certification_qualification",
                    "certification_level",
                    "item",
                    "process",
                    "classification_code",
                    "accreditation_number",
                    "option_title",
                    "first_forecast_gradeset",
                    "second_forecast_gradeset",
                    "result_type",
                    "first_grade_gradeset",
                    "second_grade_gradeset",
                    "first_endorsement_gradeset",
                    "second_endorsement_gradeset",
                    "maximum_mark",
                    "component_count",
                ]
            )
        )
    ]
    record = v.Option.build(**option_arguments(drawn))
    changed = record.replace(**{field.name: option_arguments(other)[field.name]})
    assert changed.text(field.name) == other[field.name].text
    assert changed.line[: field.start - 1] == record.line[: field.start - 1]
    assert changed.line[field.end :] == record.line[field.end :]


@given(option_columns(), st.data())
def test_option_accept_pattern_agrees_with_the_single_rules(
    drawn: dict[str, Columns], data: st.DataObject
) -> None:
    text = v.Option.build(**option_arguments(drawn)).line
    for _ in range(data.draw(st.integers(0, 3))):
        position = data.draw(st.integers(1, len(text) - 1))
        text = text[:position] + data.draw(BYTES) + text[position + 1 :]
    text = data.draw(st.sampled_from([text, text[:-1], text + " ", text + "x", text.rstrip(" ")]))
    record = v.Option(text)
    assert record.accepted == (list(record.faults()) == [])


@st.composite
def component_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid Component, field by field."""
    drawn: dict[str, Columns] = {}
    filled = always("C")
    drawn["data_type"] = draw(filled)
    filled = always("5")
    drawn["record_type"] = draw(filled)
    filled = texts(12, PUBLISHED_CHARACTERS)
    drawn["component_code"] = draw(filled)
    filled = texts(36, PUBLISHED_CHARACTERS)
    drawn["component_title"] = draw(filled)
    filled = codes(1, ("N", "Y", "G", "E"))
    drawn["teacher_marks"] = draw(filled)
    filled = codes(1, ("T", "N", "C"))
    drawn["timetabled"] = draw(filled)
    filled = codes(1, ("A", "P", "X", "D"))
    drawn["session"] = draw(st.one_of(nothing("", " "), filled))
    filled = integers(3).filter(lambda c: c.text not in ("000",))
    drawn["time_allowed"] = draw(st.one_of(nothing(None, "000"), filled))
    filled = integers(3).filter(lambda c: c.text not in ("000",))
    drawn["maximum_mark"] = draw(
        nothing(None, "000")
        if drawn["teacher_marks"].value in ("N", "G", "E")
        else st.one_of(nothing(None, "000"), filled)
    )
    filled = codes(
        1,
        (
            "4",
            "A",
            "B",
            "C",
            "F",
            "Q",
            "G",
            "N",
            "H",
            "3",
            "5",
            "6",
            "7",
            "8",
            "9",
            "D",
            "E",
            "L",
            "M",
            "R",
        ),
    )
    drawn["component_gradeset"] = draw(
        filled if drawn["teacher_marks"].value in ("G",) else st.one_of(nothing("", " "), filled)
    )
    filled = dates((2000, 2099)).filter(lambda c: c.text not in ("000000",))
    drawn["due_date"] = draw(
        nothing(None, "000000")
        if drawn["teacher_marks"].value in ("N",)
        else st.one_of(nothing(None, "000000"), filled)
    )
    filled = dates((2000, 2099)).filter(lambda c: c.text not in ("000000",))
    drawn["timetable_date"] = draw(
        nothing(None, "000000")
        if drawn["timetabled"].value in ("N", "C")
        else st.one_of(nothing(None, "000000"), filled)
    )
    return {
        name: drawn[name]
        for name in (
            "data_type",
            "record_type",
            "component_code",
            "component_title",
            "teacher_marks",
            "maximum_mark",
            "component_gradeset",
            "due_date",
            "timetabled",
            "timetable_date",
            "session",
            "time_allowed",
        )
    }


def component_arguments(drawn: dict[str, Columns]) -> dict[str, Any]:
    """What `build` takes for these columns."""
    return {
        "component_code": drawn["component_code"].value,
        "component_title": drawn["component_title"].value,
        "teacher_marks": drawn["teacher_marks"].value,
        "maximum_mark": drawn["maximum_mark"].value,
        "component_gradeset": drawn["component_gradeset"].value,
        "due_date": drawn["due_date"].value,
        "timetabled": drawn["timetabled"].value,
        "timetable_date": drawn["timetable_date"].value,
        "session": drawn["session"].value,
        "time_allowed": drawn["time_allowed"].value,
    }


@given(component_columns())
def test_component_is_built_as_the_booklet_writes_it_and_reads_back(
    drawn: dict[str, Columns],
) -> None:
    record = v.Component.build(**component_arguments(drawn))
    assert record.line == line(drawn).ljust(record.length)
    assert record.as_dict() == values(drawn)
    assert record.values() == tuple(getattr(record, name) for name in values(drawn))
    assert record.issues() == []


@given(component_columns(), st.sampled_from(["\r\n", "\n", "\r", ""]), st.booleans())
def test_component_line_is_kept_to_the_byte(
    drawn: dict[str, Columns], end: str, trimmed: bool
) -> None:
    text = line(drawn).rstrip(" ") if trimmed else line(drawn)
    data = (text + end).encode("latin-1")
    file = jcq.read(data, version="11")
    assert file.lines[0].record == v.Component(text)
    assert file.to_bytes() == data


@given(component_columns(), component_columns(), st.data())
def test_component_replace_touches_only_its_own_columns(
    drawn: dict[str, Columns], other: dict[str, Columns], data: st.DataObject
) -> None:
    field = v.Component.FIELDS[
        data.draw(st.sampled_from(["component_code", "component_title", "session", "time_allowed"]))
    ]
    record = v.Component.build(**component_arguments(drawn))
    changed = record.replace(**{field.name: component_arguments(other)[field.name]})
    assert changed.text(field.name) == other[field.name].text
    assert changed.line[: field.start - 1] == record.line[: field.start - 1]
    assert changed.line[field.end :] == record.line[field.end :]


@given(component_columns(), st.data())
def test_component_accept_pattern_agrees_with_the_single_rules(
    drawn: dict[str, Columns], data: st.DataObject
) -> None:
    text = v.Component.build(**component_arguments(drawn)).line
    for _ in range(data.draw(st.integers(0, 3))):
        position = data.draw(st.integers(1, len(text) - 1))
        text = text[:position] + data.draw(BYTES) + text[position + 1 :]
    text = data.draw(st.sampled_from([text, text[:-1], text + " ", text + "x", text.rstrip(" ")]))
    record = v.Component(text)
    assert record.accepted == (list(record.faults()) == [])
