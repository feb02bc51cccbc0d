# Generated from spec/v14/forecasts.yaml by `make generate`; edit that, not this.
"""Round trips of the records of v14.forecasts: values to line to values, line to bytes."""

from __future__ import annotations

from typing import Any

import jcq_formats as jcq
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats import v14 as v

from strategies import Columns, always, blanks, digits, line, nothing, texts, values

PUBLISHED_CHARACTERS = (
    " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`"
)
NAMES_CHARACTERS = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'().:-"
GRADES_CHARACTERS = (
    " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`^"
)
BYTES = st.characters(min_codepoint=1, max_codepoint=255, exclude_characters="\r\n")


@st.composite
def forecast_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid Forecast, field by field."""
    drawn: dict[str, Columns] = {}
    filled = always("F")
    drawn["data_type"] = draw(filled)
    filled = always("5")
    drawn["record_type"] = draw(filled)
    filled = digits(5)
    drawn["centre_number"] = draw(filled)
    filled = digits(4).filter(lambda c: c.value not in ("0000",))
    drawn["candidate_number"] = draw(filled)
    filled = texts(6, PUBLISHED_CHARACTERS)
    drawn["option_entry_code"] = draw(filled)
    filled = texts(2, GRADES_CHARACTERS)
    drawn["first_grade"] = draw(filled)
    filled = texts(2, GRADES_CHARACTERS)
    drawn["second_grade"] = draw(st.one_of(nothing("", "  "), filled))
    filled = blanks(5)
    drawn["filler"] = draw(filled)
    return {
        name: drawn[name]
        for name in (
            "data_type",
            "record_type",
            "centre_number",
            "candidate_number",
            "option_entry_code",
            "first_grade",
            "second_grade",
            "filler",
        )
    }


def forecast_arguments(drawn: dict[str, Columns]) -> dict[str, Any]:
    """What `build` takes for these columns."""
    return {
        "centre_number": drawn["centre_number"].value,
        "candidate_number": drawn["candidate_number"].value,
        "option_entry_code": drawn["option_entry_code"].value,
        "first_grade": drawn["first_grade"].value,
        "second_grade": drawn["second_grade"].value,
    }


@given(forecast_columns())
def test_forecast_is_built_as_the_booklet_writes_it_and_reads_back(
    drawn: dict[str, Columns],
) -> None:
    record = v.Forecast.build(**forecast_arguments(drawn))
    assert record.line == line(drawn).ljust(record.length)
    assert record.as_dict() == values(drawn)
    assert record.values() == tuple(getattr(record, name) for name in values(drawn))
    assert record.issues() == []


@given(forecast_columns(), st.sampled_from(["\r\n", "\n", "\r", ""]), st.booleans())
def test_forecast_line_is_kept_to_the_byte(
    drawn: dict[str, Columns], end: str, trimmed: bool
) -> None:
    text = line(drawn).rstrip(" ") if trimmed else line(drawn)
    data = (text + end).encode("latin-1")
    file = jcq.read(data, version="14")
    assert file.lines[0].record == v.Forecast(text)
    assert file.to_bytes() == data


@given(forecast_columns(), forecast_columns(), st.data())
def test_forecast_replace_touches_only_its_own_columns(
    drawn: dict[str, Columns], other: dict[str, Columns], data: st.DataObject
) -> None:
    field = v.Forecast.FIELDS[
        data.draw(
            st.sampled_from(
                [
                    "centre_number",
                    "candidate_number",
                    "option_entry_code",
                    "first_grade",
                    "second_grade",
                ]
            )
        )
    ]
    record = v.Forecast.build(**forecast_arguments(drawn))
    changed = record.replace(**{field.name: forecast_arguments(other)[field.name]})
    assert changed.text(field.name) == other[field.name].text
    assert changed.line[: field.start - 1] == record.line[: field.start - 1]
    assert changed.line[field.end :] == record.line[field.end :]


@given(forecast_columns(), st.data())
def test_forecast_accept_pattern_agrees_with_the_single_rules(
    drawn: dict[str, Columns], data: st.DataObject
) -> None:
    text = v.Forecast.build(**forecast_arguments(drawn)).line
    for _ in range(data.draw(st.integers(0, 3))):
        position = data.draw(st.integers(1, len(text) - 1))
        text = text[:position] + data.draw(BYTES) + text[position + 1 :]
    text = data.draw(st.sampled_from([text, text[:-1], text + " ", text + "x", text.rstrip(" ")]))
    record = v.Forecast(text)
    assert record.accepted == (list(record.faults()) == [])
