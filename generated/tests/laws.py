# Generated from spec/ by `make generate`; edit that, not this.
"""The laws that every record and every file keeps, each told once; the tests name whose they are."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import jcq_formats as jcq
from hypothesis import strategies as st
from jcq_formats.testing.strategies import (
    DrawnFile,
    WrongFile,
    WrongLine,
    Written,
    arguments,
)

BYTES = st.characters(min_codepoint=1, max_codepoint=255, exclude_characters="\r\n")
STRONG = ("A", "B")


def built_as_written(record: type[jcq.Record], one: Written) -> None:
    """Values become the line that the booklet writes; it is read back as these values; no issue."""
    built = _build(record, one.values)
    assert built.line == one.line
    read = record(one.line)
    assert read.as_dict() == one.values
    assert read.values() == tuple(getattr(read, name) for name in one.values)
    assert read.issues() == []


def line_to_fields_to_line(record: type[jcq.Record], line: str) -> None:
    """What a line holds, field by field, makes the same line again."""
    read = record(line)
    values = {
        name: read.decode(name) for name, field in record.FIELDS.items() if field.kind.SETTABLE
    }
    generated: Any = record
    rebuilt = generated.build(**values)
    assert rebuilt.as_dict() == read.as_dict()
    for name, field in record.FIELDS.items():
        assert rebuilt.text(name) == read.text(name) or field.is_nothing(read.text(name))
    assert rebuilt.replace(**values) == rebuilt


def kept_to_the_byte(record: type[jcq.Record], line: str, end: str, version: str) -> None:
    """A line is read and written as it stands, padded or not, whatever ends it."""
    for text in (line, line.rstrip(" ")):
        data = (text + end).encode("latin-1")
        file = jcq.read(data, version=version)
        assert file.lines[0].record == record(line)
        assert file.lines[0].record.line == text
        assert file.to_bytes() == data


def replace_keeps_the_rest(
    record: type[jcq.Record], one: Written, other: Written, names: tuple[str, ...]
) -> None:
    """A field that is replaced holds the other's value; every other column keeps its byte."""
    before: Any = record(one.line)
    for name in names:
        field = record.FIELDS[name]
        after = before.replace(**{name: arguments(record, other.values)[name]})
        start, end = field.start - 1, field.start - 1 + field.width
        assert after.as_dict()[name] == other.values[name]
        assert after.line[:start] + after.line[end:] == one.line[:start] + one.line[end:]
        assert after.replace(**{name: arguments(record, one.values)[name]}).as_dict() == one.values


def pattern_agrees_with_rules(record: type[jcq.Record], line: str, data: st.DataObject) -> None:
    """The one pattern and the single rules accept the same lines, spoilt ones too."""
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(1, len(line) - 1))
        line = line[:at] + data.draw(BYTES) + line[at + 1 :]
    line = data.draw(st.sampled_from([line, line[:-1], line + " ", line + "x", line.rstrip(" ")]))
    read = record(line)
    assert read.accepted == (list(read.faults()) == [])


def wrong_as_expected(
    record: type[jcq.Record], wrong: WrongLine, rules: dict[str, jcq.Rule]
) -> None:
    """Exactly the rules that are broken are named, where they are; only A and B facts are errors."""
    read = record(wrong.line)
    issues = read.issues()
    assert {(issue.rule, issue.field) for issue in issues} == wrong.broken
    assert not read.accepted
    for issue in issues:
        rule = rules[issue.rule]
        is_weak = rule.severity is jcq.Severity.ERROR and issue.grade not in STRONG
        assert 1 <= issue.start <= issue.end
        assert issue.grade >= rule.grade
        assert issue.severity is (jcq.Severity.WARNING if is_weak else rule.severity)
    assert jcq.UnknownRecord(wrong.line).line == wrong.line == read.line


def file_survives(drawn: DrawnFile, ends: tuple[tuple[str, str], ...]) -> None:
    """Read, written and read again, a file has the same bytes and records, however it ends lines."""
    whole = [line.rstrip(" ") for line in drawn.lines]
    for end, rule in ends:
        for last in (True, False):
            for trimmed in (False, True):
                data = drawn.with_ends(end, last=last, trimmed=trimmed)
                file = jcq.read(data, name=drawn.name)
                assert file.to_bytes() == data
                again = jcq.read(file.to_bytes(), name=drawn.name)
                assert again == file
                assert [record.line.rstrip(" ") for record in again] == whole
                expected = {rule} - {""} | ({"file.last-line-end"} if not last else set())
                if trimmed and whole != [*drawn.lines]:
                    expected.add("record.short")
                assert _rules(jcq.check(file)) == expected


def file_is_valid(drawn: DrawnFile) -> None:
    """A file that keeps to the booklet has no issue; its parts are what it was made of."""
    issues = jcq.check(drawn.data, name=drawn.name)
    assert [issue for issue in issues if issue.severity is not jcq.Severity.INFORMATION] == []
    assert len(jcq.check(drawn.data, name=drawn.name.lower())) == len(issues)
    file = jcq.read(drawn.data, name=drawn.name)
    assert file.format.version == drawn.version
    assert [record.line for record in jcq.scan(drawn.data)] == [*drawn.lines]
    assert len(file.centres) == drawn.centres
    assert file.header is not None and file.header.line == drawn.lines[0]
    assert file.trailer is not None and file.trailer.line == drawn.lines[-1]
    around = 2 + 2 * drawn.centres
    assert len(file.records) == len(drawn.lines) - around
    if drawn.name:
        assert jcq.FileName.parse(drawn.name).parts["data_type"] == drawn.lines[0][0]


def wrong_file_as_expected(wrong: WrongFile, version: str) -> None:
    """Exactly the rules that are broken are named, and the bytes come back."""
    assert jcq.read(wrong.data, version=version).to_bytes() == wrong.data
    assert _rules(jcq.check(wrong.data, name=wrong.name, version=version)) == wrong.rules


def set_is_valid(files: tuple[DrawnFile, ...]) -> None:
    """The files of a set agree with one another."""
    with tempfile.TemporaryDirectory() as folder:
        for at, drawn in enumerate(files):
            subfolder = Path(folder, str(at))
            subfolder.mkdir()
            (subfolder / drawn.name.replace("/", "_")).write_bytes(drawn.data)
        issues = list(jcq.check_files(folder))
    assert [issue for issue in issues if issue.severity is not jcq.Severity.INFORMATION] == []


def _build(record: type[jcq.Record], values: dict[str, Any]) -> jcq.Record:
    generated: Any = record
    built: jcq.Record = generated.build(**arguments(record, values))
    return built


def _rules(issues: list[jcq.Issue]) -> set[str]:
    """The rules of a file by itself: what results say to an exams officer is not about it."""
    return {issue.rule for issue in issues if not issue.rule.startswith("cross.")}
