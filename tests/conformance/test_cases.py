"""Every case in ``cases/`` gives exactly its issues, and every rule has one. See README.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pytest
import yaml
from jcq_formats.checking.many_files import Checking
from jcq_formats.checking.one_file import in_order
from jcq_formats.core.sources import sources_at

from generator.emit.kit import edited_sample

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
SAID = HERE / "said.txt"
CASES = sorted((HERE / "cases").glob("*.yaml"))


def said(issue: jcq.Issue) -> str:
    """An issue as it is written in the cases."""
    columns = f":{issue.start}-{issue.end}" if issue.start else ""
    return f"{issue.line_number}{columns} {issue.severity} {issue.rule}"


def issues_of(words: dict[str, Any], folder: Path) -> list[jcq.Issue]:
    """The issues of the edited file, checked with the other files that the case names."""
    edited = edited_sample(SAMPLES, words)
    if "as" in words:
        number = words["line"]
        line = jcq.v14.FORMAT.records[words["as"]](edited.lines[number - 1][0])
        return line.issues(line_number=number)
    data = edited.to_bytes()
    assert jcq.read(data, version=words.get("version")).to_bytes() == data
    if "upgrade_to" in words:
        return jcq.upgrade(jcq.read(data), words["upgrade_to"], drop=True, incomplete=True).issues
    if "together" not in words:
        return jcq.check(data, name=edited.name)
    for other in words["together"]:
        beside = edited_sample(SAMPLES, other)
        (folder / beside.name).write_bytes(beside.to_bytes())
    (folder / edited.name).write_bytes(data)
    checking = Checking(sources_at(str(folder)).found)
    issues = in_order(issue for checked in checking.files() for issue in checked.issues)
    return [issue for issue in issues if Path(issue.file).name == edited.name]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_defect_is_said_where_it_stands(case: Path, tmp_path: Path) -> None:
    words = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert [said(issue) for issue in issues_of(words, tmp_path)] == words["issues"]


def test_what_is_said_reads_so(tmp_path: Path) -> None:
    lines = []
    for case in CASES:
        words = yaml.safe_load(case.read_text(encoding="utf-8"))
        folder = tmp_path / case.stem
        folder.mkdir()
        messages = [issue.message for issue in issues_of(words, folder)]
        lines += [case.stem, *(f"    {m.replace(f'{folder}/', '')}" for m in messages)]
    found = tmp_path / SAID.name
    found.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert (
        found.read_text("utf-8").splitlines() == SAID.read_text("utf-8").splitlines()
    ), f"if it is meant to read so: cp {found} {SAID}"


@pytest.mark.parametrize(
    "sample", sorted(SAMPLES.glob("*/*")), ids=lambda path: str(path.relative_to(SAMPLES))
)
def test_the_samples_are_clean(sample: Path) -> None:
    assert [said(issue) for issue in jcq.check(sample) if issue.severity != "information"] == []


def _unedited(words: dict[str, Any]) -> dict[str, Any]:
    together = [o if isinstance(o, str) else o["file"] for o in words.get("together", ())]
    return {**words, "edits": [], **({"together": together} if together else {})}


def test_every_rule_is_fired_by_the_edits_of_a_case_and_silent_without_them(tmp_path: Path) -> None:
    fired = set()
    for case in CASES:
        words = yaml.safe_load(case.read_text(encoding="utf-8"))
        folder = tmp_path / case.stem
        folder.mkdir()
        without = {said(issue) for issue in issues_of(_unedited(words), folder)}
        assert without <= {"5:56-56 information cross.partial-absence"}, case.stem
        fired |= {issue.split()[-1] for issue in set(words["issues"]) - without}
    assert fired == set(jcq.v14.FORMAT.rules)
