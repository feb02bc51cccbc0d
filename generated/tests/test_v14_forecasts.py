# Generated from spec/v14/forecasts.yaml by `make generate`; edit that, not this.
"""The laws of the records of v14.forecasts; `laws` says what each law is."""

from __future__ import annotations

import laws
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jcq_formats import v14 as v
from jcq_formats.testing import strategies
from jcq_formats.testing.strategies import Mutation, Written

VERSION = "14"


@given(strategies.written(v.Forecast))
def test_forecast_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.Forecast, one)


@given(strategies.lines(v.Forecast))
def test_forecast_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.Forecast, line)


@given(strategies.lines(v.Forecast), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_forecast_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.Forecast, line, end, VERSION)


@given(strategies.written(v.Forecast), strategies.written(v.Forecast))
def test_forecast_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = (
        "centre_number",
        "candidate_number",
        "option_entry_code",
        "first_grade",
        "second_grade",
    )
    laws.replace_keeps_the_rest(v.Forecast, one, other, names)


@given(strategies.lines(v.Forecast), st.data())
def test_forecast_accept_pattern_agrees_with_the_single_rules(
    line: str, data: st.DataObject
) -> None:
    laws.pattern_agrees_with_rules(v.Forecast, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.Forecast), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_forecast_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.Forecast, mutation))
    laws.wrong_as_expected(v.Forecast, wrong, v.FORMAT.rules)
