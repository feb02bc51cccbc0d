"""Issues as text: carets under the field, personal data masked, no cursor movements."""

from __future__ import annotations

import jcq_formats as jcq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats.report.text import issue_text, visible, windowed


def issue(text: str, start: int, end: int, personal: tuple[tuple[int, int], ...] = ()) -> jcq.Issue:
    return jcq.Issue(
        rule="field.date",
        severity=jcq.Severity.ERROR,
        message="born: this date does not exist",
        file="E9999998.X01",
        line_number=3,
        record="E5",
        field="born",
        start=start,
        end=end,
        text=text,
        personal=personal,
    )


def test_carets_stand_under_the_columns() -> None:
    assert issue_text(issue("E5 ADA  310299 X", 9, 14)).split("\n") == [
        "E9999998.X01:3:9: error field.date: born: this date does not exist",
        "    E5 ADA  310299 X",
        "            ^^^^^^",
    ]


def test_personal_columns_are_masked_unless_asked_for() -> None:
    found = issue("E5 ADA  310299 X", 9, 14, personal=((4, 8), (9, 14)))
    assert issue_text(found).split("\n")[1] == "    E5 ***  ****** X"
    assert issue_text(found, show_personal_data=True).split("\n")[1] == "    E5 ADA  310299 X"
    assert "ADA" not in repr(found.masked())
    assert found.masked().text == "E5 ***  ****** X"


def test_columns_that_a_line_lacks_have_carets_too() -> None:
    assert issue_text(issue("E5 ADA", 9, 14)).split("\n")[1:] == [
        "    E5 ADA",
        "            ^^^^^^",
    ]


def test_an_issue_of_the_whole_line_has_no_carets() -> None:
    assert issue_text(issue("E5 ADA", 0, 0)).split("\n")[1:] == ["    E5 ADA"]


def test_a_long_line_is_shown_around_the_columns() -> None:
    line = "".join(f"{number:<10}" for number in range(0, 190, 10))
    assert windowed(line, 101, 103, 40) == (
        "...     90        100       110      ...",
        "                  ^^^",
    )
    assert windowed(line, 1, 2, 40)[0] == "0         10        20        30     ..."
    assert windowed(line, 181, 183, 40) == (
        "...       160       170       180       ",
        "                              ^^^",
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jwiped", ".[2Jwiped"),
        ("a\tb\x7fc\x9bd\xade", "a.b.c.d.e"),
        ("ÉMILE £5", "ÉMILE £5"),
        ("S6G26\u202e\xa0", "S6G26.."),
    ],
)
def test_control_characters_show_as_full_stops(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.integers(1, 250), st.integers(1, 250), st.integers(0, 60), st.integers(12, 120))
def test_carets_stand_under_what_is_meant_wherever_it_is(
    length: int, start: int, more: int, width: int
) -> None:
    line = "".join(chr(0x21 + column % 90) for column in range(length))
    shown, carets = windowed(line, start, start + more, width)
    assert len(shown) <= width
    assert len(carets) <= width
    first = carets.index("^")
    if start <= length and shown[first : first + 1] != ".":
        assert shown[first] == line[start - 1]
