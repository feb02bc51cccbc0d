# Generated from spec/v11/ by `make generate`; edit that, not this.
"""The laws of the records of v11.envelope; `laws` says what each law is."""

from __future__ import annotations

import laws
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jcq_formats import v11 as v
from jcq_formats.testing import strategies
from jcq_formats.testing.strategies import Aim, Written

VERSION = "11"


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


@pytest.mark.parametrize("aim", strategies.aims(v.FileHeader), ids=str)
@settings(max_examples=5)
@given(data=st.data())
def test_wrong_file_header_is_told_by_exactly_the_rules_it_breaks(
    aim: Aim, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_lines(v.FileHeader, aim))
    laws.wrong_as_expected(v.FileHeader, wrong, v.FORMAT.rules)
