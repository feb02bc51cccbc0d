"""The published basedata: real files of seven awarding bodies, which are kept outside the
repository."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.checking.many_files import Checking
from jcq_formats.core.sources import sources_at

PUBLISHED = Path(__file__).resolve().parents[2] / "shared" / "basedata"
FILES = sorted(PUBLISHED.glob("*.[xX]0*"))

pytestmark = pytest.mark.skipif(not FILES, reason="shared/basedata is not here")

WARNINGS = {
    ("02", "file.name"): 4,
    ("15", "file.last-line-end"): 4,
    ("15", "file.padding-lost"): 4,
}
"""By awarding body and rule: 02's names have another sequence number than its centre headers; 15's
files end without a line end, and its headers and trailers are cut after their last field."""

WARNINGS_OF_SETS = {
    ("02", "set.component-count"): 3,
    ("10", "set.disallowed-unmatched"): 8,
    ("11", "set.disallowed-unmatched"): 12,
    ("40", "set.component-count"): 63,
}
"""Contradictions between the files of a set: counts of components, and disallowed codes that match
nothing; 139 more of 11's match if the blank before their wildcard is ignored."""


def test_all_thirty_six_files_are_looked_at() -> None:
    assert len(FILES) == 36
    assert sum(len(jcq.read(path).lines) for path in FILES) == 17_899


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_record_is_known_and_decodes_and_the_bytes_come_back(path: Path) -> None:
    file = jcq.read(path)
    assert file.to_bytes() == path.read_bytes()
    for record in file:
        assert not isinstance(record, jcq.UnknownRecord)
        assert record.as_dict()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_name_says_what_the_headers_say(path: Path) -> None:
    name = jcq.FileName.parse(path.name)
    header = jcq.read(path).header
    assert isinstance(header, jcq.v14.FileHeader)
    assert name.parts["data_type"] == header.data_type
    assert name.parts["awarding_body"] == header.awarding_body


def test_there_is_no_error_and_only_the_warnings_that_real_files_deserve() -> None:
    issues = [issue for path in FILES for issue in jcq.check(path)]
    bodies = {path.name: path.name.split("_")[1][:2] for path in FILES}
    counted = Counter((bodies[Path(issue.file).name], issue.rule) for issue in issues)
    assert counted == WARNINGS
    assert {issue.severity for issue in issues} == {jcq.Severity.WARNING}


def test_sets_warn_of_nothing_but_what_real_sets_deserve() -> None:
    checking = Checking(sources_at(str(PUBLISHED)).found)
    errors, issues = list[Exception | None](), list[jcq.Issue]()
    for checked in checking.files():
        errors.append(checked.error)
        issues += checked.issues
    assert {issue.severity for issue in issues} == {jcq.Severity.WARNING}
    counted = Counter((Path(i.file).name.split("_")[1][:2], i.rule) for i in issues)
    assert counted == {**WARNINGS, **WARNINGS_OF_SETS}
    assert not any(errors)
