"""Lines that are looked at together are judged as if each were looked at by itself."""

from __future__ import annotations

import jcq_formats as jcq
import pytest
from jcq_formats.checking.ahead import AT_ONCE

from tests.made_up.lines import FORECASTS, as_bytes, padded

OPTIONS = 60
LINES = 3 * AT_ONCE


def forecast(number: int) -> str:
    """The forecasts of one candidate after the other, for 60 options each."""
    candidate, option = divmod(number, OPTIONS)
    return padded(f"F599999{candidate + 1:04}1M{option:02}  7")


CENTRE = [
    *FORECASTS[:2],
    *map(forecast, range(LINES)),
    padded(f"F799999{LINES + 2:07}050526"),
    padded(f"F999999{LINES + 4:07}0000001"),
]
"""A valid file."""

FAULTS = [
    ("F59999900021M00  7", "file.option-repeat"),
    ("F59999800991MAH  7", "file.agreement"),
    ("F5999990099      7", "field.required"),
    ("F59999900991HIST 7".ljust(60) + "X", "record.long"),
]


def test_a_long_run_without_faults_has_no_issues() -> None:
    assert jcq.check(as_bytes(CENTRE)) == []


@pytest.mark.parametrize("number", [LINES // 2, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, LINES + 1])
@pytest.mark.parametrize(("line", "rule"), FAULTS)
def test_one_line_at_fault_in_a_long_run_is_found(number: int, line: str, rule: str) -> None:
    lines = [*CENTRE]
    lines[number] = padded(line)
    assert [(i.line_number, i.rule) for i in jcq.check(as_bytes(lines))] == [(number + 1, rule)]


def test_faults_in_a_long_run_come_in_the_order_of_its_lines() -> None:
    lines = [*CENTRE]
    for at, (line, _) in enumerate(FAULTS):
        lines[200 + 7 * at] = padded(line)
    found = list(jcq.iter_issues(as_bytes(lines)))
    assert [(i.line_number, i.rule) for i in found] == [
        (201 + 7 * at, rule) for at, (_, rule) in enumerate(FAULTS)
    ]
