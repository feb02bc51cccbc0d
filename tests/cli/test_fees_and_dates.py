"""`jcq fees`, `jcq deadlines` and `jcq timetable`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from jcq_formats.cli import main

from tests.made_up.files import CENTRE

WITH = (str(CENTRE), "--basedata", str(CENTRE.parent / "basedata"))
COMMANDS = ("fees", "deadlines", "timetable")


@pytest.mark.parametrize("command", COMMANDS)
def test_text_fits_and_tables_have_the_same_rows(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, *WITH]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert "HERON" not in out
    for suffix in ("csv", "json"):
        assert main([command, *WITH, "--output", str(tmp_path / f"out.{suffix}")]) == 0
    rows = json.loads((tmp_path / "out.json").read_text("utf-8"))
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream))
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows] == table
    assert rows
    assert main([command, *WITH, "--output", str(tmp_path / "out.json")]) == 2


def test_fees_by_candidate_and_seats_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fees", *WITH, "--by", "candidate"]) == 0
    assert "  99999   0001             2" in capsys.readouterr().out
    assert main(["timetable", *WITH, "--seats", "--most-minutes", "100"]) == 0
    out = capsys.readouterr().out
    assert "99999 0001\n" not in out
    assert "99999 0001, Tue 19 May 2026: 105 minutes in one day\n    1HI/1\n" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_missing_is_said(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(CENTRE)]) == 2
    assert "--basedata DIR is needed" in capsys.readouterr().err
    assert main([command, str(CENTRE / "R9999998.X01"), *WITH[1:]]) == 3
    assert "there are no entries in these files" in capsys.readouterr().err
    assert main([command, str(tmp_path / "none"), *WITH[1:]]) == 3
    assert main([command, str(CENTRE), "--basedata", str(tmp_path)]) == 3
