"""Lines that are all too long, and lines that slipped within a field, have one cause."""

from __future__ import annotations

import jcq_formats as jcq
import pytest

from tests.checking.test_causes import FILES, every_file, joined, lines_of


@every_file
@pytest.mark.parametrize("more", [b" ", b",", b";;;"])
def test_lines_that_are_all_too_long_are_one_issue(name: str, more: bytes) -> None:
    data = FILES[name].replace(b"\r\n", more + b"\r\n")
    long = [i for i in jcq.check(data, name=name) if i.rule == "record.long"]
    others = data.count(b"\r\n") - 1
    assert [(i.line_number, f"(and so are {others} more lines)" in i.message) for i in long] == [
        (1, True)
    ]
    (alone,) = jcq.check(
        FILES[name].replace(b"\r\n", more + b"\r\n", 1), name=name, only="record.long"
    )
    assert "more line" not in alone.message


@pytest.mark.parametrize(
    ("name", "extra"), [("R9999998.X01", b" "), ("O6G26_98.X02", b" "), ("O6G26_98.X02", b"7")]
)
def test_a_slip_within_a_field_is_one_cause_for_its_lines(name: str, extra: bytes) -> None:
    first, second, *records, a, b, end = lines_of(name)
    # The last character of these records is padding.
    moved = [line[:20] + extra + line[20:-1] for line in records]
    issues = jcq.check(joined([first, second, *moved, a, b, end]), name=name)
    errors = [issue for issue in issues if issue.severity is not jcq.Severity.INFORMATION]
    assert {issue.rule for issue in errors} == {"record.slipped"}
    assert len(errors) < 3
