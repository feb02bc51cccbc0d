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

from generator.__main__ import checked_spec
from generator.nodes import SpecError

HERE = Path(__file__).parent
BASE = HERE / "base"
CASES = sorted((HERE / "broken").glob("*.yaml"))


def problems_of(spec: Path) -> list[str]:
    """Every problem of the spec, as its author sees it; without the name of the folder."""
    try:
        checked_spec(spec)
    except SpecError as error:
        return [str(problem).removeprefix(f"{spec.name}/") for problem in error.problems]
    return []


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
    assert problems_of(spec) == words["problems"].splitlines()
