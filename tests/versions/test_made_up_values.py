"""Invented records meet the conditions of later versions, whatever the kinds of their fields."""

from __future__ import annotations

from pathlib import Path

from tests.versions.next_version import printed

USE = """
import datetime, decimal, jcq_formats as jcq
from jcq_formats.testing.filling import completed
v = jcq.v15
half = decimal.Decimal("12.5")
def item(status, mark=None):
    about = {"candidate.number": "0001", "mark_sheet.status": status, "mark_sheet.mark": mark}
    return completed(v.CandidateMark, about)
"""


def test_a_value_that_another_one_asks_for_is_invented_or_left_out(built: Path) -> None:
    use = """
print([item(status, mark).mark for status, mark in (("V", None), ("F", None), ("A", half))])
"""
    assert printed(built, "-c", USE + use) == ["[Decimal('0.0'), None, None]"]


def test_of_two_values_that_are_compared_the_one_that_was_not_given_follows(built: Path) -> None:
    use = """
values = {"centre.number": "999998", "mark_sheet.marks": [item("F")]}
values["mark_sheet.highest_mark"] = half
for day in None, datetime.date(2028, 5, 3):
    sheet = completed(v.MarkSheet, {**values, "mark_sheet.marked_on": day})
    print(sheet.maximum_mark, sheet.marked_on, sheet.sent_on, sheet.issues())
"""
    assert printed(built, "-c", USE + use) == [
        "12.5 None 2000-01-01 []",
        "12.5 2028-05-03 2028-05-03 []",
    ]
