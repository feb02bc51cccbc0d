"""Tables of text."""

from __future__ import annotations

import doctest

from jcq_formats.report import text_table as module
from jcq_formats.report.text_table import text_table


def test_the_example_holds() -> None:
    assert doctest.testmod(module) == (0, 2)


def test_a_long_text_is_cut_and_says_so() -> None:
    rows = [["1", "A TITLE THAT IS LONG", "9"]]
    assert [*text_table(["code", "title", "n"], rows, 28, shortened="title")] == [
        "  code  title              n",
        "  1     A TITLE THAT I...  9",
    ]
    assert max(map(len, text_table(["code", "title", "n"], rows, 80, shortened="title"))) == 31
