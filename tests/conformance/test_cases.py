"""Every case in ``cases/`` is found as it says, and every rule has one. See README.md."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pytest
import yaml
from jcq_formats.core.checking.checker import RULES_OF_FILES
from jcq_formats.core.fields import CONDITION_RULE
from jcq_formats.core.layouts import IDENTIFIER_RULE
from jcq_formats.core.records import RECORD_RULES
from jcq_formats.core.sources import sources_at
from jcq_formats.core.upgrading import UPGRADE_RULES
from jcq_formats.exams.checking import Checking, in_order
from jcq_formats.exams.entries import AMENDMENT_RULES
from jcq_formats.exams.rules.registry import FUNCTIONS

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
CASES = sorted((HERE / "cases").glob("*.yaml"))
ENDS = {"CR LF": "\r\n", "LF": "\n", "CR": "\r", "none": ""}
MARKS = {"UTF-8": (b"\xef\xbb\xbf", b""), "Ctrl-Z": (b"", b"\x1a")}


class Edited:
    """A sample file and what the edits of a case make of it."""

    def __init__(self, file: str) -> None:
        text = (SAMPLES / file).read_bytes().decode("latin-1")
        self.name = Path(file).name
        self.first, self.last = b"", b""
        self.lines = [[line, "\r\n"] for line in text.removesuffix("\r\n").split("\r\n")]
        self.further: dict[int, list[str]] = {}
        self.removed: set[int] = set()

    def edit(self, change: dict[str, Any]) -> None:
        """Make one edit; lines keep the numbers that they have in the sample."""
        match change:
            case {"name": name}:
                self.name = name
            case {"mark": mark}:
                self.first, self.last = MARKS[mark]
            case {"after": number, "text": text}:
                width = len(self.lines[max(number - 1, 0)][0])
                self.further.setdefault(number, []).append(text.ljust(width))
            case {"line": number, "remove": True}:
                self.removed.add(number)
            case {"line": number, "end": end}:
                self.lines[number - 1][1] = ENDS[end]
            case {"line": number}:
                self.lines[number - 1][0] = _edited(self.lines[number - 1][0], change)
            case _:
                raise AssertionError(f"no such edit: {change}")

    def to_bytes(self) -> bytes:
        """The file, edited."""
        text = "".join(line + "\r\n" for line in self.further.get(0, ()))
        for number, (line, end) in enumerate(self.lines, 1):
            if number not in self.removed:
                text += line + end
            text += "".join(line + "\r\n" for line in self.further.get(number, ()))
        return self.first + text.encode("latin-1") + self.last


def _edited(line: str, change: dict[str, Any]) -> str:
    match change:
        case {"columns": columns, "text": text}:
            start, _, end = str(columns).partition("-")
            assert int(end or start) - int(start) + 1 == len(text), f"{text!r} has another width"
            new = line[: int(start) - 1] + text + line[int(end or start) :]
        case {"text": text}:
            new = text.ljust(len(line))
        case {"cut": column}:
            new = line[:column]
        case {"more": text}:
            new = line + text
        case _:
            raise AssertionError(f"no such edit: {change}")
    assert new != line, f"the edit changes nothing: {change}"
    return str(new)


def said(issue: jcq.Issue) -> str:
    """An issue as the cases write it."""
    columns = f":{issue.start}-{issue.end}" if issue.start else ""
    return f"{issue.line_number}{columns} {issue.severity} {issue.rule}"


def issues_of(words: dict[str, Any], folder: Path) -> list[jcq.Issue]:
    """What is said of the edited file, with the other files that the case names."""
    edited = Edited(words["file"])
    for change in words["edits"]:
        edited.edit(change)
    if "as" in words:
        number = words["line"]
        line = jcq.v14.FORMAT.records[words["as"]](edited.lines[number - 1][0])
        return line.issues(line_number=number)
    data = edited.to_bytes()
    assert jcq.read(data).to_bytes() == data
    if "upgrade_to" in words:
        return jcq.upgrade(jcq.read(data), words["upgrade_to"], drop=True).issues
    if "together" not in words:
        return jcq.check(data, name=edited.name)
    for other in words["together"]:
        shutil.copy(SAMPLES / other, folder)
    (folder / edited.name).write_bytes(data)
    checking = Checking(sources_at(str(folder)).found)
    issues = in_order(issue for checked in checking.files() for issue in checked.issues)
    return [issue for issue in issues if Path(issue.file).name == edited.name]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_defect_is_said_where_it_stands(case: Path, tmp_path: Path) -> None:
    words = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert [said(issue) for issue in issues_of(words, tmp_path)] == words["issues"]


@pytest.mark.parametrize(
    "sample", sorted(SAMPLES.glob("*/*")), ids=lambda path: str(path.relative_to(SAMPLES))
)
def test_the_samples_are_clean(sample: Path) -> None:
    assert [said(issue) for issue in jcq.check(sample) if issue.severity != "information"] == []


def test_every_rule_is_fired_by_the_edits_of_a_case_and_silent_without_them(tmp_path: Path) -> None:
    fired = set()
    for case in CASES:
        words = yaml.safe_load(case.read_text(encoding="utf-8"))
        folder = tmp_path / case.stem
        folder.mkdir()
        without = {said(issue) for issue in issues_of({**words, "edits": []}, folder)}
        assert without <= {"5:56-56 information cross.partial-absence"}, case.stem
        fired |= {issue.split()[-1] for issue in set(words["issues"]) - without}
    assert fired == set(jcq.v14.FORMAT.rules)


def test_catalogue_and_code_name_the_same_rules() -> None:
    layouts = [*jcq.v14.FORMAT.records.values()]
    of_kinds: set[str] = set()
    for layout in layouts:
        for field in layout.FIELDS.values():
            of_kinds.update(field.kind.RULES)
            if field.identifier is not None:
                of_kinds.add(IDENTIFIER_RULE)
            layouts += [nested.layout for nested in field.kind.nested(field)]
    found = {*RULES_OF_FILES, *RECORD_RULES, *AMENDMENT_RULES, *FUNCTIONS, *of_kinds}
    found |= {CONDITION_RULE, *UPGRADE_RULES}
    assert found == set(jcq.v14.FORMAT.rules)
