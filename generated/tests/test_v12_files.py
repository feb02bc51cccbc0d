# Generated from spec/v12/ by `make generate`; edit that, not this.
"""The laws of files of version 12; `laws` says what each law is."""

from __future__ import annotations

import laws
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jcq_formats.testing import strategies
from jcq_formats.testing.strategies import DrawnFile, FileMutation

VERSION = "12"
ENDS = (
    ("\r\n", ""),
    ("\n", "file.line-end"),
    ("\r", "file.line-end"),
)
"""Line ends, and the rule that each breaks."""


@settings(max_examples=50)
@given(strategies.files("C", version=VERSION))
def test_a_file_of_components_is_valid(drawn: DrawnFile) -> None:
    laws.file_is_valid(drawn)


@settings(max_examples=10)
@given(strategies.files("C", version=VERSION))
def test_a_file_of_components_survives_whatever_ends_its_lines(drawn: DrawnFile) -> None:
    laws.file_survives(drawn, ENDS)


@pytest.mark.parametrize("mutation", strategies.file_mutations("C", version=VERSION), ids=str)
@settings(max_examples=4)
@given(data=st.data())
def test_a_wrong_file_of_components_is_told_by_exactly_the_rules_it_breaks(
    mutation: FileMutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_files("C", mutation, version=VERSION))
    laws.wrong_file_as_expected(wrong, VERSION)


@settings(max_examples=50)
@given(strategies.files("D", version=VERSION))
def test_a_file_of_disallowed_combinations_is_valid(drawn: DrawnFile) -> None:
    laws.file_is_valid(drawn)


@settings(max_examples=10)
@given(strategies.files("D", version=VERSION))
def test_a_file_of_disallowed_combinations_survives_whatever_ends_its_lines(
    drawn: DrawnFile,
) -> None:
    laws.file_survives(drawn, ENDS)


@pytest.mark.parametrize("mutation", strategies.file_mutations("D", version=VERSION), ids=str)
@settings(max_examples=4)
@given(data=st.data())
def test_a_wrong_file_of_disallowed_combinations_is_told_by_exactly_the_rules_it_breaks(
    mutation: FileMutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_files("D", mutation, version=VERSION))
    laws.wrong_file_as_expected(wrong, VERSION)


@settings(max_examples=50)
@given(strategies.files("L", version=VERSION))
def test_a_file_of_links_is_valid(drawn: DrawnFile) -> None:
    laws.file_is_valid(drawn)


@settings(max_examples=10)
@given(strategies.files("L", version=VERSION))
def test_a_file_of_links_survives_whatever_ends_its_lines(drawn: DrawnFile) -> None:
    laws.file_survives(drawn, ENDS)


@pytest.mark.parametrize("mutation", strategies.file_mutations("L", version=VERSION), ids=str)
@settings(max_examples=4)
@given(data=st.data())
def test_a_wrong_file_of_links_is_told_by_exactly_the_rules_it_breaks(
    mutation: FileMutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_files("L", mutation, version=VERSION))
    laws.wrong_file_as_expected(wrong, VERSION)


@settings(max_examples=50)
@given(strategies.files("O", version=VERSION))
def test_a_file_of_options_is_valid(drawn: DrawnFile) -> None:
    laws.file_is_valid(drawn)


@settings(max_examples=10)
@given(strategies.files("O", version=VERSION))
def test_a_file_of_options_survives_whatever_ends_its_lines(drawn: DrawnFile) -> None:
    laws.file_survives(drawn, ENDS)


@pytest.mark.parametrize("mutation", strategies.file_mutations("O", version=VERSION), ids=str)
@settings(max_examples=4)
@given(data=st.data())
def test_a_wrong_file_of_options_is_told_by_exactly_the_rules_it_breaks(
    mutation: FileMutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_files("O", mutation, version=VERSION))
    laws.wrong_file_as_expected(wrong, VERSION)


@settings(max_examples=50)
@given(strategies.files("S", version=VERSION))
def test_a_file_of_syllabuses_is_valid(drawn: DrawnFile) -> None:
    laws.file_is_valid(drawn)


@settings(max_examples=10)
@given(strategies.files("S", version=VERSION))
def test_a_file_of_syllabuses_survives_whatever_ends_its_lines(drawn: DrawnFile) -> None:
    laws.file_survives(drawn, ENDS)


@pytest.mark.parametrize("mutation", strategies.file_mutations("S", version=VERSION), ids=str)
@settings(max_examples=4)
@given(data=st.data())
def test_a_wrong_file_of_syllabuses_is_told_by_exactly_the_rules_it_breaks(
    mutation: FileMutation, data: st.DataObject
) -> None:
    wrong = data.draw(strategies.wrong_files("S", mutation, version=VERSION))
    laws.wrong_file_as_expected(wrong, VERSION)


@settings(max_examples=25)
@given(strategies.sets(version=VERSION))
def test_the_files_of_a_set_agree_with_one_another(files: tuple[DrawnFile, ...]) -> None:
    laws.set_is_valid(files)
