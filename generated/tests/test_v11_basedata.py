# Generated from spec/v11/ by `make generate`; edit that, not this.
"""The laws of the records of v11.basedata; `laws` says what each law is."""

from __future__ import annotations

import laws
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jcq_formats import v11 as v
from jcq_formats.testing import strategies
from jcq_formats.testing.strategies import Mutation, Written

VERSION = "11"


@given(strategies.written(v.Syllabus))
def test_syllabus_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.Syllabus, one)


@given(strategies.lines(v.Syllabus))
def test_syllabus_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.Syllabus, line)


@given(strategies.lines(v.Syllabus), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_syllabus_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.Syllabus, line, end, VERSION)


@given(strategies.written(v.Syllabus), strategies.written(v.Syllabus))
def test_syllabus_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = ("syllabus_code", "syllabus_title")
    laws.replace_keeps_the_rest(v.Syllabus, one, other, names)


@given(strategies.lines(v.Syllabus), st.data())
def test_syllabus_accept_pattern_agrees_with_the_single_rules(
    line: str, data: st.DataObject
) -> None:
    laws.pattern_agrees_with_rules(v.Syllabus, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.Syllabus), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_syllabus_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.Syllabus, mutation))
    laws.wrong_as_expected(v.Syllabus, wrong, v.FORMAT.rules)


@given(strategies.written(v.Option))
def test_option_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.Option, one)


@given(strategies.lines(v.Option))
def test_option_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.Option, line)


@given(strategies.lines(v.Option), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_option_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.Option, line, end, VERSION)


@given(strategies.written(v.Option), strategies.written(v.Option))
def test_option_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = (
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
    )
    laws.replace_keeps_the_rest(v.Option, one, other, names)


@given(strategies.lines(v.Option), st.data())
def test_option_accept_pattern_agrees_with_the_single_rules(line: str, data: st.DataObject) -> None:
    laws.pattern_agrees_with_rules(v.Option, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.Option), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_option_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.Option, mutation))
    laws.wrong_as_expected(v.Option, wrong, v.FORMAT.rules)


@given(strategies.written(v.Link))
def test_link_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.Link, one)


@given(strategies.lines(v.Link))
def test_link_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.Link, line)


@given(strategies.lines(v.Link), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_link_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.Link, line, end, VERSION)


@given(strategies.written(v.Link), strategies.written(v.Link))
def test_link_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = ("option_entry_code", "component_code")
    laws.replace_keeps_the_rest(v.Link, one, other, names)


@given(strategies.lines(v.Link), st.data())
def test_link_accept_pattern_agrees_with_the_single_rules(line: str, data: st.DataObject) -> None:
    laws.pattern_agrees_with_rules(v.Link, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.Link), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_link_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.Link, mutation))
    laws.wrong_as_expected(v.Link, wrong, v.FORMAT.rules)


@given(strategies.written(v.Component))
def test_component_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.Component, one)


@given(strategies.lines(v.Component))
def test_component_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.Component, line)


@given(strategies.lines(v.Component), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_component_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.Component, line, end, VERSION)


@given(strategies.written(v.Component), strategies.written(v.Component))
def test_component_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = ("component_code", "component_title", "session", "time_allowed")
    laws.replace_keeps_the_rest(v.Component, one, other, names)


@given(strategies.lines(v.Component), st.data())
def test_component_accept_pattern_agrees_with_the_single_rules(
    line: str, data: st.DataObject
) -> None:
    laws.pattern_agrees_with_rules(v.Component, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.Component), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_component_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.Component, mutation))
    laws.wrong_as_expected(v.Component, wrong, v.FORMAT.rules)


@given(strategies.written(v.DisallowedCombination))
def test_disallowed_combination_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.DisallowedCombination, one)


@given(strategies.lines(v.DisallowedCombination))
def test_disallowed_combination_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.DisallowedCombination, line)


@given(strategies.lines(v.DisallowedCombination), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_disallowed_combination_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.DisallowedCombination, line, end, VERSION)


@given(strategies.written(v.DisallowedCombination), strategies.written(v.DisallowedCombination))
def test_disallowed_combination_replace_touches_only_its_own_columns(
    one: Written, other: Written
) -> None:
    names = ("first_code", "second_code", "third_code")
    laws.replace_keeps_the_rest(v.DisallowedCombination, one, other, names)


@given(strategies.lines(v.DisallowedCombination), st.data())
def test_disallowed_combination_accept_pattern_agrees_with_the_single_rules(
    line: str, data: st.DataObject
) -> None:
    laws.pattern_agrees_with_rules(v.DisallowedCombination, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.DisallowedCombination), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_disallowed_combination_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.DisallowedCombination, mutation))
    laws.wrong_as_expected(v.DisallowedCombination, wrong, v.FORMAT.rules)
