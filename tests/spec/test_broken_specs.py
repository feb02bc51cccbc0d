"""A small valid spec, broken by each case in ``broken/``: exactly these problems are said.

A case is a YAML file::

    about: Why somebody makes this mistake, or what it would lead to.
    edits:
      - {file: v01/codes.yaml, replace: 'code: "01"', by: "code: 01"}
      - {file: v01/more.yaml, text: "..."}          # a whole file
      - {file: sources.yaml, encoding: utf-16}      # the file in another encoding
    problems: |
      one line for each problem, as the author of the spec sees it
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.load import Problem, SpecError, load_folder, load_sources

HERE = Path(__file__).parent
BASE = HERE / "base"
CASES = sorted((HERE / "broken").glob("*.yaml"))


def problems_of(spec: Path) -> list[Problem]:
    """Every problem of the sources and of each version's folder."""
    problems: list[Problem] = []
    try:
        load_sources(spec / "sources.yaml", spec)
    except SpecError as error:
        problems += error.problems
    for folder in sorted(spec.glob("v*")):
        try:
            load_folder(folder, spec)
        except SpecError as error:
            problems += error.problems
    return sorted(problems)


def edit(spec: Path, change: dict[str, Any]) -> None:
    """Make one edit of a case; refuses one that would change nothing, or more than one place."""
    path = spec / change["file"]
    text = change["text"] if "text" in change else path.read_text(encoding="utf-8")
    if "replace" in change:
        assert text.count(change["replace"]) == 1, f"{change['replace']!r} must stand there once"
        text = text.replace(change["replace"], change["by"])
    path.write_bytes(text.encode(change.get("encoding", "utf-8")))


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A copy of the valid spec."""
    return Path(shutil.copytree(BASE, tmp_path / "spec"))


def test_the_base_spec_is_valid(spec: Path) -> None:
    assert problems_of(spec) == []


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_broken_spec_is_told_what_to_do(case: Path, spec: Path) -> None:
    words = yaml.safe_load(case.read_text(encoding="utf-8"))
    for change in words["edits"]:
        edit(spec, change)
    lines = [str(problem) for problem in problems_of(spec)]
    assert lines == words["problems"].splitlines()
