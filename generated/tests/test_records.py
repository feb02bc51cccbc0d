# Generated from spec/ by `make generate`; edit that, not this.
"""The laws of records, tested on every layout of `layouts.RECORDS`."""

from __future__ import annotations

from typing import Any

import jcq_formats as jcq
import pytest
from budget import budget
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats.core.character_encodings import encoded
from jcq_formats.testing import strategies
from jcq_formats.testing.strategies import Mutation, Written, arguments
from jcq_formats.testing.strategies.conditions import depends_on
from jcq_formats.testing.strategies.records import spec_of_record
from layouts import GRADED, RECORDS

BYTES = st.characters(min_codepoint=1, max_codepoint=255, exclude_characters="\r\n")
STRONG = ("A", "B")
"""The grades on which errors can rest."""


def name_of(record: type[jcq.Record]) -> str:
    """The version and the class."""
    return f"{record.__module__.split('.')[1]}.{record.__name__}"


every_record = pytest.mark.parametrize("record", RECORDS, ids=name_of)

every_mutation = pytest.mark.parametrize(
    ("record", "mutation"),
    [
        pytest.param(record, mutation, id=f"{name_of(record)}-{mutation}")
        for record in RECORDS
        for mutation in strategies.mutations(record)
    ],
)


@every_record
@budget(100)
@given(data=st.data())
def test_what_is_built_reads_back(record: type[jcq.Record], data: st.DataObject) -> None:
    """Values are encoded as the spec prescribes, and decoded again without an issue."""
    one: Written = data.draw(strategies.written(record))
    built = build(record, one.values)
    assert built.line == one.line
    read = record(one.line)
    assert read.as_dict() == one.values
    assert read.values() == tuple(getattr(read, name) for name in one.values)
    assert read.issues() == []


@every_record
@budget(100)
@given(data=st.data())
def test_a_line_becomes_fields_and_the_same_line_again(
    record: type[jcq.Record], data: st.DataObject
) -> None:
    """A record built from the values of a line has the same values, field by field."""
    read = record(data.draw(strategies.lines(record)))
    values = {
        name: read.decode(name) for name, field in record.FIELDS.items() if field.kind.SETTABLE
    }
    generated: Any = record
    rebuilt = generated.build(**values)
    assert rebuilt.as_dict() == read.as_dict()
    for name, field in record.FIELDS.items():
        assert rebuilt.text(name) == read.text(name) or field.is_nothing(read.text(name))
    assert rebuilt.replace(**values) == rebuilt


@every_record
@budget(100)
@given(data=st.data())
def test_a_line_is_kept_to_the_byte(record: type[jcq.Record], data: st.DataObject) -> None:
    """A line is read and written unchanged, padded or not, with any line end."""
    line = data.draw(strategies.lines(record))
    end = data.draw(st.sampled_from(["\r\n", "\n", "\r", ""]))
    for text in (line, line.rstrip(" ")):
        content = encoded(text + end, jcq.load_version(version_of(record)).encoding)
        file = jcq.read(content, version=version_of(record))
        assert file.lines[0].record == record(line)
        assert file.lines[0].record.line == text
        assert file.to_bytes() == content


@every_record
@budget(50)
@given(data=st.data())
def test_replace_leaves_every_other_field(record: type[jcq.Record], data: st.DataObject) -> None:
    """A replaced field has the new value; all other characters of the line are kept."""
    one: Written = data.draw(strategies.written(record))
    other: Written = data.draw(strategies.written(record))
    before: Any = record(one.line)
    old, new = arguments(record, one.values), arguments(record, other.values)
    for name in independent_fields(record):
        field = record.FIELDS[name]
        after = before.replace(**{name: new[name]})
        start, end = field.start - 1, field.start - 1 + field.width
        assert after.as_dict()[name] == other.values[name]
        assert after.line[:start] + after.line[end:] == one.line[:start] + one.line[end:]
        assert after.replace(**{name: old[name]}).as_dict() == one.values


@every_record
@budget(100)
@given(data=st.data())
def test_the_pattern_accepts_what_the_rules_accept(
    record: type[jcq.Record], data: st.DataObject
) -> None:
    """The accept pattern and the single rules accept the same lines, also damaged ones."""
    line = data.draw(strategies.lines(record))
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(1, len(line) - 1))
        line = line[:at] + data.draw(BYTES) + line[at + 1 :]
    line = data.draw(st.sampled_from([line, line[:-1], line + " ", line + "x", line.rstrip(" ")]))
    read = record(line)
    assert read.accepted == (list(read.faults()) == [])


@every_record
@budget(50)
@given(data=st.data())
def test_lines_are_accepted_whatever_was_accepted_before(
    record: type[jcq.Record], data: st.DataObject
) -> None:
    """The beginning of one line and the end of another are accepted if they fit together."""
    lines = [data.draw(strategies.lines(record)) for _ in range(3)]
    at = data.draw(st.integers(1, len(lines[0]) - 1))
    ends = {record.END, *(field.end for field in record.FIELDS.values())}
    for cut in (at, *data.draw(st.permutations(sorted(ends)))[:3]):
        mixed = [first[:cut] + other[cut:] for first in lines for other in lines]
        for line in data.draw(st.permutations(mixed)):
            read = record(line)
            assert read.accepted == (list(read.faults()) == [])


@every_mutation
@budget(5)
@given(data=st.data())
def test_a_wrong_line_breaks_exactly_the_rules_expected(
    record: type[jcq.Record], mutation: Mutation, data: st.DataObject
) -> None:
    """Every issue has rule, field and positions, and a severity that its evidence allows."""
    wrong = data.draw(strategies.wrong_lines(record, mutation))
    read = record(wrong.line)
    issues = read.issues()
    assert {(issue.rule, issue.field) for issue in issues} == wrong.broken
    assert not read.accepted
    for issue in issues:
        assert 1 <= issue.start <= issue.end
        assert_severity_follows_the_grade(record, issue)
    assert jcq.UnknownRecord(wrong.line).line == wrong.line == read.line


@pytest.mark.parametrize("record", GRADED, ids=name_of)
@budget(50)
@given(data=st.data())
def test_only_strong_evidence_makes_errors(record: type[jcq.Record], data: st.DataObject) -> None:
    """If a layout has another grade, the severity of its issues follows from that."""
    wrong = data.draw(strategies.wrong_lines(record))
    issues = record(wrong.line).issues()
    assert {(issue.rule, issue.field) for issue in issues} == wrong.broken
    for issue in issues:
        assert_severity_follows_the_grade(record, issue)


def assert_severity_follows_the_grade(record: type[jcq.Record], issue: jcq.Issue) -> None:
    """An error with weak evidence is a warning; no issue has a better grade than its rule."""
    rule = jcq.load_version(version_of(record)).rules[issue.rule]
    is_weak = rule.severity is jcq.Severity.ERROR and issue.grade not in STRONG
    assert issue.grade >= rule.grade
    assert issue.severity is (jcq.Severity.WARNING if is_weak else rule.severity)


def version_of(record: type[jcq.Record]) -> str:
    """The version of the class."""
    return spec_of_record(record)[0].version


def build(record: type[jcq.Record], values: dict[str, Any]) -> jcq.Record:
    """A record with these values, given as plain data."""
    generated: Any = record
    built: jcq.Record = generated.build(**arguments(record, values))
    return built


def independent_fields(record: type[jcq.Record]) -> list[str]:
    """The fields that can be changed alone, without conditions or choices on others."""
    fields = spec_of_record(record)[1]["fields"]
    tied = set[str]()
    for field in fields:
        others = depends_on(field)
        tied |= {field["name"], *others} if others else set()
    return [
        field["name"]
        for field in fields
        if record.FIELDS[field["name"]].kind.SETTABLE and field["name"] not in tied
    ]
