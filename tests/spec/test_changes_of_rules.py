"""The output of `generator diff` for keys of rules and data types, and for new fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diff.sections import sections
from tests.spec.extended import FORMAT, versions


def changes(folder: Path, rule: str) -> list[str]:
    """The changes of the second version if it changes a rule so."""
    changed = f"changed:\n  - rule: field.integer\n    with: {rule}\n"
    old, new = versions(folder, (FORMAT, "changed:\n", changed))
    rules = next(section for section in sections(old, new) if section.title == "Rules")
    return [change.how for change in rules.changes if change.what == "`field.integer`"]


@pytest.mark.parametrize(
    ("rule", "how"),
    [
        ("{severity: warning}", "severity changes from error to warning"),
        ("{received: warning}", "severity in received files changes from error to warning"),
        ("{header: {data_type: ['B']}}", "for files where data_type is B instead of all files"),
        ("{own_evidence: true}", "its grade does not depend on the grade of the record"),
    ],
)
def test_each_word_of_a_rule_that_changes_is_said(folder: Path, rule: str, how: str) -> None:
    assert changes(folder, rule) == [how]


@pytest.mark.parametrize(
    ("key", "writer"),
    [
        ("", "It must be given."),
        (", blank: allowed", "It may be left out."),
        (
            ", blank: allowed, filled_when: {subject: ['01']}",
            "It must be given when subject is 01.",
        ),
    ],
)
def test_a_new_field_says_when_a_writer_must_give_it(folder: Path, key: str, writer: str) -> None:
    row = "{width: 1, kind: text, name: stamp"
    old, new = versions(folder, (FORMAT, f"{row}, blank: allowed}}", f"{row}{key}}}"))
    records = [section for section in sections(old, new) if section.title.startswith("Record B5")]
    said = [change for record in records for change in record.changes if change.what == "`stamp`"]
    assert [change.writer for change in said] == [writer]
