# Generated from spec/v12/ by `make generate`; edit that, not this.
"""The laws of the records of v12.envelope; `laws` says what each law is."""

from __future__ import annotations

import laws
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jcq_formats import v12 as v
from jcq_formats.testing import strategies
from jcq_formats.testing.strategies import Mutation, Written

VERSION = "12"


@given(strategies.written(v.FileHeader))
def test_file_header_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.FileHeader, one)


@given(strategies.lines(v.FileHeader))
def test_file_header_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.FileHeader, line)


@given(strategies.lines(v.FileHeader), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_file_header_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.FileHeader, line, end, VERSION)


@given(strategies.written(v.FileHeader), strategies.written(v.FileHeader))
def test_file_header_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = (
        "awarding_body",
        "series",
        "year",
        "distribution",
        "software_package",
        "software_version",
        "formats_version",
    )
    laws.replace_keeps_the_rest(v.FileHeader, one, other, names)


@given(strategies.lines(v.FileHeader), st.data())
def test_file_header_accept_pattern_agrees_with_the_single_rules(
    line: str, data: st.DataObject
) -> None:
    laws.pattern_agrees_with_rules(v.FileHeader, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.FileHeader), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_file_header_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.FileHeader, mutation))
    laws.wrong_as_expected(v.FileHeader, wrong, v.FORMAT.rules)


@given(strategies.written(v.CentreHeader))
def test_centre_header_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.CentreHeader, one)


@given(strategies.lines(v.CentreHeader))
def test_centre_header_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.CentreHeader, line)


@given(strategies.lines(v.CentreHeader), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_centre_header_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.CentreHeader, line, end, VERSION)


@given(strategies.written(v.CentreHeader), strategies.written(v.CentreHeader))
def test_centre_header_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = ("awarding_body", "series", "year", "sequence_number", "centre_postcode")
    laws.replace_keeps_the_rest(v.CentreHeader, one, other, names)


@given(strategies.lines(v.CentreHeader), st.data())
def test_centre_header_accept_pattern_agrees_with_the_single_rules(
    line: str, data: st.DataObject
) -> None:
    laws.pattern_agrees_with_rules(v.CentreHeader, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.CentreHeader), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_centre_header_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.CentreHeader, mutation))
    laws.wrong_as_expected(v.CentreHeader, wrong, v.FORMAT.rules)


@given(strategies.written(v.CentreTrailer))
def test_centre_trailer_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.CentreTrailer, one)


@given(strategies.lines(v.CentreTrailer))
def test_centre_trailer_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.CentreTrailer, line)


@given(strategies.lines(v.CentreTrailer), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_centre_trailer_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.CentreTrailer, line, end, VERSION)


@given(strategies.written(v.CentreTrailer), strategies.written(v.CentreTrailer))
def test_centre_trailer_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = ("record_count", "date_produced")
    laws.replace_keeps_the_rest(v.CentreTrailer, one, other, names)


@given(strategies.lines(v.CentreTrailer), st.data())
def test_centre_trailer_accept_pattern_agrees_with_the_single_rules(
    line: str, data: st.DataObject
) -> None:
    laws.pattern_agrees_with_rules(v.CentreTrailer, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.CentreTrailer), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_centre_trailer_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.CentreTrailer, mutation))
    laws.wrong_as_expected(v.CentreTrailer, wrong, v.FORMAT.rules)


@given(strategies.written(v.FileTrailer))
def test_file_trailer_is_built_as_written_and_reads_back(one: Written) -> None:
    laws.built_as_written(v.FileTrailer, one)


@given(strategies.lines(v.FileTrailer))
def test_file_trailer_goes_from_line_to_fields_to_line(line: str) -> None:
    laws.line_to_fields_to_line(v.FileTrailer, line)


@given(strategies.lines(v.FileTrailer), st.sampled_from(["\r\n", "\n", "\r", ""]))
def test_file_trailer_is_kept_to_the_byte(line: str, end: str) -> None:
    laws.kept_to_the_byte(v.FileTrailer, line, end, VERSION)


@given(strategies.written(v.FileTrailer), strategies.written(v.FileTrailer))
def test_file_trailer_replace_touches_only_its_own_columns(one: Written, other: Written) -> None:
    names = ("record_count", "centre_count")
    laws.replace_keeps_the_rest(v.FileTrailer, one, other, names)


@given(strategies.lines(v.FileTrailer), st.data())
def test_file_trailer_accept_pattern_agrees_with_the_single_rules(
    line: str, data: st.DataObject
) -> None:
    laws.pattern_agrees_with_rules(v.FileTrailer, line, data)


@pytest.mark.parametrize("mutation", strategies.mutations(v.FileTrailer), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_file_trailer_is_told_by_exactly_the_rules_it_breaks(
    mutation: Mutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.FileTrailer, mutation))
    laws.wrong_as_expected(v.FileTrailer, wrong, v.FORMAT.rules)
