# Generated from spec/v14/entries.yaml by `make generate`; edit that, not this.
"""The laws of the records of v14.entries; `laws` says what each law is."""

from __future__ import annotations

import laws
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jcq_formats import v14 as v
from jcq_formats.testing import strategies
from jcq_formats.testing.strategies import Mutation, Written

VERSION = "14"


@given(strategies.written(v.Entry))
def test_entry_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.Entry, one)


@given(strategies.lines(v.Entry))
def test_entry_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.Entry, line)


@given(strategies.lines(v.Entry), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_entry_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.Entry, line, end, VERSION)


@given(strategies.written(v.Entry), strategies.written(v.Entry))
def test_entry_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = (
        "candidate_status",
        "centre_number",
        "candidate_number",
        "candidate_name",
        "sex",
        "date_of_birth",
        "uci",
        "upn",
        "uln",
        "previous_qualifier_flag",
        "optional_centre_number",
        "optional_candidate_number",
        "documentation_group",
        "entries",
    )
    laws.replace_keeps_the_rest(v.Entry, one, other, names)


@given(strategies.lines(v.Entry), st.data())
def test_entry_accept_pattern_agrees_with_the_single_rules(line: str, data: st.DataObject) -> None:
    laws.pattern_agrees_with_rules(v.Entry, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.Entry), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_entry_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.Entry, mutation))
    laws.wrong_as_expected(v.Entry, wrong, v.FORMAT.rules)


@given(strategies.written(v.Amendment))
def test_amendment_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.Amendment, one)


@given(strategies.lines(v.Amendment))
def test_amendment_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.Amendment, line)


@given(strategies.lines(v.Amendment), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_amendment_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.Amendment, line, end, VERSION)


@given(strategies.written(v.Amendment), strategies.written(v.Amendment))
def test_amendment_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = (
        "candidate_status",
        "centre_number",
        "candidate_number",
        "candidate_name",
        "sex",
        "date_of_birth",
        "uci",
        "upn",
        "uln",
        "previous_qualifier_flag",
        "optional_centre_number",
        "optional_candidate_number",
        "documentation_group",
        "entries",
    )
    laws.replace_keeps_the_rest(v.Amendment, one, other, names)


@given(strategies.lines(v.Amendment), st.data())
def test_amendment_accept_pattern_agrees_with_the_single_rules(
    line: str, data: st.DataObject
) -> None:
    laws.pattern_agrees_with_rules(v.Amendment, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.Amendment), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_amendment_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.Amendment, mutation))
    laws.wrong_as_expected(v.Amendment, wrong, v.FORMAT.rules)
