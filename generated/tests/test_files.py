# Generated from spec/ by `make generate`; edit that, not this.
"""The laws of files, tested on every layout of `layouts.FILES` and `layouts.SETS`."""

from __future__ import annotations

import tempfile
from pathlib import Path

import jcq_formats as jcq
import pytest
from budget import budget
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats.testing import strategies
from jcq_formats.testing.strategies import DrawnFile, FileMutation
from layouts import FILES, SETS, FileLayout

BY_CHANCE = ("file.code-small-letters", "record.may-have-slipped")
"""The rules about small letters in codes, and text that runs on into the next field: drawn texts
have both by chance."""

every_file = pytest.mark.parametrize("layout", FILES, ids=str)

every_mutation = pytest.mark.parametrize(
    ("layout", "mutation"),
    [
        pytest.param(layout, mutation, id=f"{layout}-{mutation}")
        for layout in FILES
        for mutation in strategies.file_mutations(layout.letter, version=layout.version)
    ],
)


@every_file
@budget(50)
@given(data=st.data())
def test_a_drawn_file_is_valid(layout: FileLayout, data: st.DataObject) -> None:
    """A valid file has no issue, and is read as the records it was made of."""
    drawn: DrawnFile = data.draw(strategies.files(layout.letter, version=layout.version))
    issues = jcq.check(drawn.data, name=drawn.name)
    assert faults_among(issues) == []
    assert len(jcq.check(drawn.data, name=drawn.name.lower())) == len(issues)
    file = jcq.read(drawn.data, name=drawn.name)
    assert file.format.version == drawn.version
    assert [record.line for record in jcq.scan(drawn.data)] == [*drawn.lines]
    assert len(file.centres) == drawn.centres
    assert file.header is not None and file.header.line == drawn.lines[0]
    assert file.trailer is not None and file.trailer.line == drawn.lines[-1]
    assert len(file.records) == drawn.records
    if drawn.name:
        named = jcq.FileName.parse(drawn.name, version=drawn.version)
        assert named.parts["data_type"] == drawn.lines[0][0]
        assert jcq.FileName.parse(drawn.name).form


@every_file
@budget(10)
@given(data=st.data())
def test_a_file_survives_whatever_ends_its_lines(layout: FileLayout, data: st.DataObject) -> None:
    """Read, written and read again, a file has the same bytes and records."""
    drawn: DrawnFile = data.draw(strategies.files(layout.letter, version=layout.version))
    whole = [line.rstrip(" ") for line in drawn.lines]
    shorter = sum(line != padded for line, padded in zip(whole, drawn.lines, strict=True))
    for end in ("\r\n", "\n", "\r"):
        for last in (True, False):
            for trimmed in (False, True):
                content = drawn.with_ends(end, last=last, trimmed=trimmed)
                file = jcq.read(content, name=drawn.name)
                assert file.to_bytes() == content
                again = jcq.read(file.to_bytes(), name=drawn.name)
                assert again == file
                assert [record.line.rstrip(" ") for record in again] == whole
                expected = set() if end == layout.line_end else {"file.line-end"}
                if not last:
                    expected.add("file.last-line-end")
                if trimmed and shorter:
                    expected.add("record.short" if shorter == 1 else "file.padding-lost")
                assert rules_of(jcq.check(file)) == expected


@every_mutation
@budget(4)
@given(data=st.data())
def test_a_wrong_file_breaks_exactly_the_rules_expected(
    layout: FileLayout, mutation: FileMutation, data: st.DataObject
) -> None:
    """Exactly the expected rules are reported, and the bytes are kept."""
    version = layout.version
    wrong = data.draw(strategies.wrong_files(layout.letter, mutation, version=version))
    assert jcq.read(wrong.data, version=version).to_bytes() == wrong.data
    assert rules_of(jcq.check(wrong.data, name=wrong.name, version=version)) == wrong.rules


@pytest.mark.parametrize("version", SETS, ids="v{}".format)
@budget(25)
@given(data=st.data())
def test_the_files_of_a_set_agree_with_one_another(version: str, data: st.DataObject) -> None:
    """A valid basedata set has no issue."""
    files: tuple[DrawnFile, ...] = data.draw(strategies.sets(version=version))
    with tempfile.TemporaryDirectory() as folder:
        for at, drawn in enumerate(files):
            subfolder = Path(folder, str(at))
            subfolder.mkdir()
            (subfolder / drawn.name.replace("/", "_")).write_bytes(drawn.data)
        issues = list(jcq.check_files(folder))
    assert faults_among(issues) == []


def faults_among(issues: list[jcq.Issue]) -> list[jcq.Issue]:
    """All rules above information, except those that random text may break."""
    informing = jcq.Severity.INFORMATION
    return [i for i in issues if i.severity is not informing and i.rule not in BY_CHANCE]


def rules_of(issues: list[jcq.Issue]) -> set[str]:
    """The rules about one file, without those that need other files."""
    return {i.rule for i in issues if not i.rule.startswith("cross.") and i.rule not in BY_CHANCE}
