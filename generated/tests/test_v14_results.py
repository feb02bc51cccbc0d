# Generated from spec/v14/results.yaml by `make generate`; edit that, not this.
"""The laws of the records of v14.results; `laws` says what each law is."""

from __future__ import annotations

import laws
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jcq_formats import v14 as v
from jcq_formats.testing import strategies
from jcq_formats.testing.strategies import Mutation, Written

VERSION = "14"


@given(strategies.written(v.Result))
def test_result_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.Result, one)


@given(strategies.lines(v.Result))
def test_result_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.Result, line)


@given(strategies.lines(v.Result), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_result_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.Result, line, end, VERSION)


@given(strategies.written(v.Result), strategies.written(v.Result))
def test_result_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = (
        "centre_number",
        "candidate_number",
        "uci",
        "uln",
        "option_entry_code",
        "option_result_code",
    )
    laws.replace_keeps_the_rest(v.Result, one, other, names)


@given(strategies.lines(v.Result), st.data())
def test_result_accept_pattern_agrees_with_the_single_rules(line: str, data: st.DataObject) -> None:
    laws.pattern_agrees_with_rules(v.Result, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.Result), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_result_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.Result, mutation))
    laws.wrong_as_expected(v.Result, wrong, v.FORMAT.rules)
