# Generated from spec/v14/results.yaml by `make generate`; edit that, not this.
"""Round trips of the records of v14.results: values to line to values, line to bytes."""

from __future__ import annotations

from typing import Any

import jcq_formats as jcq
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats import v14 as v
from jcq_formats.identifiers import uci, uln

from strategies import (
    Columns,
    always,
    blanks,
    chosen,
    codes,
    digits,
    identifiers,
    integers,
    line,
    nothing,
    part,
    texts,
    values,
)

PUBLISHED_CHARACTERS = (
    " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`"
)
NAMES_CHARACTERS = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'().:-"
GRADES_CHARACTERS = (
    " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`^"
)
BYTES = st.characters(min_codepoint=1, max_codepoint=255, exclude_characters="\r\n")


@st.composite
def grades_outcome_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid GradesOutcome, field by field."""
    drawn: dict[str, Columns] = {}
    filled = texts(2, GRADES_CHARACTERS)
    drawn["first_grade"] = draw(filled)
    filled = texts(2, GRADES_CHARACTERS)
    drawn["second_grade"] = draw(st.one_of(nothing("", "  "), filled))
    filled = texts(2, GRADES_CHARACTERS)
    drawn["first_endorsement"] = draw(st.one_of(nothing("", "  "), filled))
    filled = texts(2, GRADES_CHARACTERS)
    drawn["second_endorsement"] = draw(st.one_of(nothing("", "  "), filled))
    filled = codes(1, ("#",))
    drawn["first_grade_partial_absence"] = draw(st.one_of(nothing("", " "), filled))
    filled = codes(1, ("#",))
    drawn["second_grade_partial_absence"] = draw(st.one_of(nothing("", " "), filled))
    filled = codes(1, ("#",))
    drawn["first_endorsement_partial_absence"] = draw(st.one_of(nothing("", " "), filled))
    filled = codes(1, ("#",))
    drawn["second_endorsement_partial_absence"] = draw(st.one_of(nothing("", " "), filled))
    filled = blanks(2)
    drawn["filler"] = draw(filled)
    return {
        name: drawn[name]
        for name in (
            "first_grade",
            "second_grade",
            "first_endorsement",
            "second_endorsement",
            "first_grade_partial_absence",
            "second_grade_partial_absence",
            "first_endorsement_partial_absence",
            "second_endorsement_partial_absence",
            "filler",
        )
    }


@st.composite
def mark_outcome_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid MarkOutcome, field by field."""
    drawn: dict[str, Columns] = {}
    filled = integers(3)
    drawn["score"] = draw(st.one_of(nothing(None, "   "), filled))
    filled = texts(2, GRADES_CHARACTERS)
    drawn["grade"] = draw(st.one_of(nothing("", "  "), filled))
    filled = blanks(9)
    drawn["filler"] = draw(filled)
    return {
        name: drawn[name]
        for name in (
            "score",
            "grade",
            "filler",
        )
    }


@st.composite
def mark_and_grade_outcome_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid MarkAndGradeOutcome, field by field."""
    drawn: dict[str, Columns] = {}
    filled = integers(4)
    drawn["score"] = draw(st.one_of(nothing(None, "    "), filled))
    filled = texts(2, GRADES_CHARACTERS)
    drawn["grade"] = draw(st.one_of(nothing("", "  "), filled))
    filled = nothing("", "    ")
    drawn["columns_54_to_57"] = draw(st.one_of(nothing("", "    "), filled))
    filled = codes(1, ("#",))
    drawn["first_grade_partial_absence"] = draw(st.one_of(nothing("", " "), filled))
    filled = nothing("", "   ")
    drawn["columns_59_to_61"] = draw(st.one_of(nothing("", "   "), filled))
    return {
        name: drawn[name]
        for name in (
            "score",
            "grade",
            "columns_54_to_57",
            "first_grade_partial_absence",
            "columns_59_to_61",
        )
    }


@st.composite
def result_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid Result, field by field."""
    drawn: dict[str, Columns] = {}
    filled = always("R")
    drawn["data_type"] = draw(filled)
    filled = always("5")
    drawn["record_type"] = draw(filled)
    filled = digits(5)
    drawn["centre_number"] = draw(filled)
    filled = digits(4).filter(lambda c: c.value not in ("0000",))
    drawn["candidate_number"] = draw(filled)
    filled = identifiers(uci)
    drawn["uci"] = draw(st.one_of(nothing("", "             "), filled))
    filled = identifiers(uln)
    drawn["uln"] = draw(st.one_of(nothing("", "          "), filled))
    filled = texts(6, PUBLISHED_CHARACTERS)
    drawn["option_entry_code"] = draw(st.one_of(nothing("", "      "), filled))
    filled = texts(6, PUBLISHED_CHARACTERS)
    drawn["option_result_code"] = draw(filled)
    filled = codes(1, ("1", "2", "3", "U", "M", "B", "C"))
    drawn["result_type"] = draw(filled)
    filled = chosen(
        drawn["result_type"],
        {
            "1": grades_outcome_columns(),
            "2": grades_outcome_columns(),
            "3": grades_outcome_columns(),
            "U": mark_outcome_columns(),
            "M": mark_outcome_columns(),
            "B": mark_and_grade_outcome_columns(),
            "C": mark_and_grade_outcome_columns(),
        },
        14,
    )
    drawn["outcome"] = draw(filled)
    return {
        name: drawn[name]
        for name in (
            "data_type",
            "record_type",
            "centre_number",
            "candidate_number",
            "uci",
            "uln",
            "option_entry_code",
            "option_result_code",
            "result_type",
            "outcome",
        )
    }


def result_arguments(drawn: dict[str, Columns]) -> dict[str, Any]:
    """What `build` takes for these columns."""
    return {
        "centre_number": drawn["centre_number"].value,
        "candidate_number": drawn["candidate_number"].value,
        "uci": drawn["uci"].value,
        "uln": drawn["uln"].value,
        "option_entry_code": drawn["option_entry_code"].value,
        "option_result_code": drawn["option_result_code"].value,
        "result_type": drawn["result_type"].value,
        "outcome": part(
            drawn["result_type"],
            drawn["outcome"],
            {
                "1": v.GradesOutcome,
                "2": v.GradesOutcome,
                "3": v.GradesOutcome,
                "U": v.MarkOutcome,
                "M": v.MarkOutcome,
                "B": v.MarkAndGradeOutcome,
                "C": v.MarkAndGradeOutcome,
            },
        ),
    }


@given(result_columns())
def test_result_is_built_as_the_booklet_writes_it_and_reads_back(drawn: dict[str, Columns]) -> None:
    record = v.Result.build(**result_arguments(drawn))
    assert record.line == line(drawn).ljust(record.length)
    assert record.as_dict() == values(drawn)
    assert record.values() == tuple(getattr(record, name) for name in values(drawn))
    assert record.issues() == []


@given(result_columns(), st.sampled_from(["\r\n", "\n", "\r", ""]), st.booleans())
def test_result_line_is_kept_to_the_byte(
    drawn: dict[str, Columns], end: str, trimmed: bool
) -> None:
    text = line(drawn).rstrip(" ") if trimmed else line(drawn)
    data = (text + end).encode("latin-1")
    file = jcq.read(data, version="14")
    assert file.lines[0].record == v.Result(text)
    assert file.to_bytes() == data


@given(result_columns(), result_columns(), st.data())
def test_result_replace_touches_only_its_own_columns(
    drawn: dict[str, Columns], other: dict[str, Columns], data: st.DataObject
) -> None:
    field = v.Result.FIELDS[
        data.draw(
            st.sampled_from(
                [
                    "centre_number",
                    "candidate_number",
                    "uci",
                    "uln",
                    "option_entry_code",
                    "option_result_code",
                ]
            )
        )
    ]
    record = v.Result.build(**result_arguments(drawn))
    changed = record.replace(**{field.name: result_arguments(other)[field.name]})
    assert changed.text(field.name) == other[field.name].text
    assert changed.line[: field.start - 1] == record.line[: field.start - 1]
    assert changed.line[field.end :] == record.line[field.end :]


@given(result_columns(), st.data())
def test_result_accept_pattern_agrees_with_the_single_rules(
    drawn: dict[str, Columns], data: st.DataObject
) -> None:
    text = v.Result.build(**result_arguments(drawn)).line
    for _ in range(data.draw(st.integers(0, 3))):
        position = data.draw(st.integers(1, len(text) - 1))
        text = text[:position] + data.draw(BYTES) + text[position + 1 :]
    text = data.draw(st.sampled_from([text, text[:-1], text + " ", text + "x", text.rstrip(" ")]))
    record = v.Result(text)
    assert record.accepted == (list(record.faults()) == [])
