"""Patterns for any of several texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats.core.codes import any_of


@pytest.mark.parametrize(
    ("texts", "pattern"),
    [
        (["A"], "A"),
        (["C", "A", "B", "E"], "[ABCE]"),
        (["GCE ", "GCSE"], r"GC(?:E\ |SE)"),
        (["1 ", "2 ", "12"], r"(?:1[\ 2]|2\ )"),
        (["A", "AB"], "A(?:B)?"),
    ],
)
def test_what_texts_begin_with_alike_is_looked_at_once(texts: list[str], pattern: str) -> None:
    assert any_of(texts) == pattern


@given(st.lists(st.text("AB-]^ ", max_size=4), min_size=1), st.text("AB-]^ ", max_size=4))
def test_the_pattern_takes_these_texts_and_no_other(texts: list[str], other: str) -> None:
    matches = re.compile(any_of(texts)).fullmatch
    assert all(matches(text) for text in texts)
    assert (matches(other) is not None) == (other in texts)


def test_a_pattern_has_a_range_for_four_characters_in_a_row_and_no_fewer() -> None:
    assert any_of("ABC") == "[ABC]"
    assert any_of("ABCD") == "[A-D]"
    assert any_of("ABCDG") == "[A-DG]"
