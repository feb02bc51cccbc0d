"""A file of 500 candidates from end to end: shown, checked, exported, masked, written back."""

from __future__ import annotations

import csv
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

from tests.made_up.message import NAME, NAMES, learners, message

CANDIDATES = learners(500)
OUTCOMES = sum(len(learner.marks) for learner in CANDIDATES)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / NAME
    found.write_text(message(CANDIDATES), "utf-8")
    return found


def test_it_is_shown_without_personal_data(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(path), "--records", str(OUTCOMES)]) == 0
    shown = capsys.readouterr().out
    assert f"500 candidates, {OUTCOMES:,} outcomes" in shown
    assert sum("Scaled/Weighted Mark" in line for line in shown.splitlines()) == OUTCOMES
    assert not any(learner.uci in shown for learner in CANDIDATES)
    assert not any(family in shown for _, family in NAMES)


def test_it_is_checked_clean(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(path)]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out


def test_every_outcome_is_exported(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "marks.csv"
    assert main(["export", str(path), "--to", "csv", "--output", str(target)]) == 0
    with target.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    found = [(r["candidate_number"], r["component_code"], r["value"]) for r in rows]
    assert found == [(who.number, *mark) for who in CANDIDATES for mark in who.marks.items()]


def test_it_is_masked_and_still_holds_every_mark(path: Path) -> None:
    masked = jcq.read_message(path).masked().to_bytes()
    text = masked.decode("utf-8")
    assert not any(learner.uci in text for learner in CANDIDATES)
    assert not any(family in text for _, family in NAMES)
    found = [result.value for result in jcq.component_results(masked)]
    assert found == [mark for who in CANDIDATES for mark in who.marks.values()]


def test_it_is_written_back_with_the_same_bytes(path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.xml"
    jcq.write(jcq.read_message(path), again)
    assert again.read_bytes() == path.read_bytes()
