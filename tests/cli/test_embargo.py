"""Restricted time: results are not disclosed before it; structure can be checked."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

from tests.made_up.message import message

CENTRE = Path(__file__).resolve().parents[1] / "samples" / "centre"
RESULTS, ENTRIES = str(CENTRE / "R9999998.X01"), str(CENTRE / "E9999998.X01")
FUTURE, PAST = "2999-08-13T00:01", "2001-08-13T00:01"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


MERGE = ["merge", "--base", RESULTS, "--theirs", RESULTS, "--ours", RESULTS]
COMMANDS = {
    "show": ["show", RESULTS],
    "results": ["results", RESULTS],
    "diff": ["diff", RESULTS, RESULTS],
    "export": ["export", RESULTS, "--to", "csv", "--output", "out.csv"],
    "merge": [*MERGE, "--output", "out.X02"],
    "split": ["split", RESULTS, "--to", "."],
    "upgrade": ["upgrade", RESULTS, "--to", "14"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_results_are_refused_before_the_time(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*COMMANDS[command], "--embargo-until", FUTURE]) == 3
    said = capsys.readouterr()
    assert "candidates' results are restricted until 13 August 2999, 00:01 (local" in said.err
    assert said.out == ""
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_results_are_as_ever_after_the_time(command: str) -> None:
    assert main([*COMMANDS[command], "--embargo-until", PAST]) == 0


def test_other_files_are_shown_before_the_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", RESULTS, ENTRIES, "--embargo-until", FUTURE]) == 3
    said = capsys.readouterr()
    assert "Entries" in said.out
    assert "R9999998" not in said.out


def test_component_results_are_refused_too(capsys: pytest.CaptureFixture[str]) -> None:
    Path("marks.xml").write_text(message(), encoding="utf-8")
    assert main(["show", "marks.xml", "--embargo-until", FUTURE]) == 3
    assert capsys.readouterr().out == ""


def test_structure_is_checked_without_a_word_of_the_results(
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = (CENTRE / "R9999998.X01").read_bytes()
    Path("R9999998.X01").write_bytes(data.replace(b"1HIS  B", b"1HIS  ?"))
    assert main(["check", "R9999998.X01"]) == 1
    assert "R599999" in capsys.readouterr().out
    assert main(["check", "R9999998.X01", "--embargo-until", FUTURE]) == 1
    said = capsys.readouterr()
    assert "error field.closed-code: A code is not in its list" in said.out
    assert "99999" not in said.out.replace("R9999998", "")
    assert "partial-absence" not in said.out
    assert "only its structure is checked" in said.err


@pytest.mark.parametrize("written", [f"{FUTURE}:00", f'"{FUTURE}"'])
def test_the_settings_hold_the_time(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("jcq.toml").write_text(f"[results]\nembargo-until = {written}\n", encoding="utf-8")
    assert main(["results", RESULTS]) == 3
    assert "restricted until 13 August 2999" in capsys.readouterr().err
    assert main(["results", RESULTS, "--embargo-until", PAST]) == 0
    assert main(["check", RESULTS]) == 0
    assert "only its structure is checked" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("embargo-until = 2026-08-13T00:01:00Z", "without a time zone"),
        ("embargo-until = 2026-08-13", "has no time"),
        ('embargo-until = "soon"', "is not a date and time: write it like 2026-08-13T00:01"),
        ("embargo_until = 2026-08-13T00:01:00", "no key 'embargo_until'"),
    ],
)
def test_settings_that_say_no_local_time_are_wrong_usage(
    written: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("jcq.toml").write_text(f"[results]\n{written}\n", encoding="utf-8")
    assert main(["results", RESULTS]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("given", ["2026-08-13", "soon", "2026-08-13T00:01+01:00"])
def test_a_time_that_is_none_is_wrong_usage(given: str) -> None:
    assert main(["results", RESULTS, "--embargo-until", given]) == 2


def files() -> list[jcq.File]:
    return [jcq.read(RESULTS)] * 3


CALLS: dict[str, Callable[[datetime.datetime], object]] = {
    "read_results": lambda until: jcq.read_results(RESULTS, embargo_until=until),
    "diff": lambda until: jcq.diff(RESULTS, jcq.read(RESULTS), embargo_until=until),
    "merge": lambda until: jcq.merge(*files(), embargo_until=until),
    "load": lambda until: jcq.load(RESULTS, database="out.sqlite", embargo_until=until),
    "to_arrow": lambda until: jcq.to_arrow(RESULTS, "R5", embargo_until=until),
    "to_polars": lambda until: jcq.to_polars(RESULTS, "results", embargo_until=until),
    "to_pandas": lambda until: jcq.to_pandas([CENTRE], "R5", embargo_until=until),
    "scan_arrow": lambda until: jcq.scan_arrow(RESULTS, "R5", embargo_until=until).to_arrow(),
}


@pytest.mark.parametrize("call", CALLS)
def test_python_refuses_likewise(call: str) -> None:
    with pytest.raises(jcq.JcqError, match="restricted until 13 August 2999"):
        CALLS[call](datetime.datetime.fromisoformat(FUTURE))
    assert list(Path.cwd().iterdir()) == []
    assert CALLS[call](datetime.datetime.fromisoformat(PAST)) is not None


def test_a_stream_is_still_whole_after_the_look_at_what_it_holds() -> None:
    until = datetime.datetime.fromisoformat(FUTURE)
    with Path(ENTRIES).open("rb") as stream:
        table = jcq.to_arrow(stream, "E5", embargo_until=until)
    assert table.num_rows == len(jcq.read(ENTRIES).records)
