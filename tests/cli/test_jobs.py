"""Commands give the same whatever the number of processes, and none leaves anything half done."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import jcq_formats as jcq
import openpyxl
import pyarrow.parquet as pq
import pytest
from jcq_formats.cli import main
from jcq_formats.core import sharing
from jcq_formats.testing import World

from tests.made_up.files import BASEDATA

FOLDERS = ("csv", "jsonl", "parquet")


@pytest.fixture(autouse=True)
def _few_files_are_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "SMALL", 0)
    monkeypatch.setattr(sharing, "MOST_AT_ONCE", 3)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sound")
    World(candidates=60, centres=6).write(made)
    return made


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files with values that cannot be decoded, a line of no known record, and one cut off."""
    made = tmp_path_factory.mktemp("spoilt")
    World(candidates=60, centres=6).write(made)
    first, second, *_ = sorted(made.glob("R*"))
    first.write_bytes(first.read_bytes().replace(b"\r\nR9", b"\r\nX9", 1))
    second.write_bytes(second.read_bytes()[:-300])
    born = jcq.v14.Entry.FIELDS["date_of_birth"]
    for entries in sorted(made.glob("E*"))[1:3]:
        data = bytearray(entries.read_bytes())
        at = data.index(b"\r\nE5") + 2 + born.start
        data[at - 1 : at + 5] = b"310299"
        entries.write_bytes(data)
    return made


def content(to: str, at: Path) -> object:
    """What another program reads there."""
    if to == "parquet":
        return {path.name: pq.read_table(path) for path in sorted(at.iterdir())}
    if to in FOLDERS:
        return {path.name: path.read_bytes() for path in sorted(at.iterdir())}
    if to == "sqlite":
        with contextlib.closing(sqlite3.connect(at)) as lite:
            return list(lite.iterdump())
    if to == "duckdb":
        with duckdb.connect(str(at), read_only=True) as database:
            names = [name for (name,) in database.execute("SHOW TABLES").fetchall()]
            return {name: database.execute(f'FROM "{name}"').fetchall() for name in names}
    book = openpyxl.load_workbook(at)
    return {sheet.title: [*sheet.iter_rows(values_only=True)] for sheet in book}


def outcome(
    arguments: list[str], at: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str, str]:
    """The exit code of a command, and what it printed, without the name of its output."""
    capsys.readouterr()
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out.replace(str(at), "OUT"), said.err.replace(str(at), "OUT")


@pytest.mark.parametrize("to", [*FOLDERS, "sqlite", "duckdb", "xlsx"])
def test_an_export_by_several_processes_is_that_by_one(
    to: str, spoilt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = []
    for jobs in ("1", "3"):
        target = tmp_path / f"by-{jobs}{'' if to in FOLDERS else '.' + to}"
        command = ["export", str(spoilt), "--incomplete", "--to", to, "--output", str(target)]
        more = ["--basedata", str(BASEDATA), "--origin", "--jobs", jobs]
        found.append((outcome([*command, *more], target, capsys), content(to, target)))
    assert found[0] == found[1]
    code, _, said = found[0][0]
    assert code == 1
    assert "left out, because" in said and "not decoded" in said


def test_files_are_refused_by_several_processes_as_by_one(
    spoilt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out"
    command = ["export", str(spoilt), "--to", "csv", "--output", str(target), "--jobs"]
    one, three = (outcome([*command, jobs], target, capsys) for jobs in ("1", "3"))
    assert one == three
    assert one[0] == 3 and one[2].count("\n") > 2
    assert not target.exists()


def test_one_table_is_asked_for_by_several_processes_as_by_one(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "all.csv"
    command = ["export", str(sound), "--to", "csv", "--output", str(target), "--jobs"]
    one, three = (outcome([*command, jobs], target, capsys) for jobs in ("1", "3"))
    assert one == three
    assert one[0] == 2 and "one file takes one type" in one[2]
    assert not target.exists()


def test_a_load_by_several_processes_is_that_by_one(
    spoilt: Path, sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results, *_ = sorted(sound.glob("R*"))
    found = []
    for jobs in ("1", "3"):
        target = tmp_path / f"by-{jobs}.sqlite"
        command = ["load", "--database", str(target), "--jobs", jobs]
        said = [
            outcome([*command, str(results)], target, capsys),
            outcome([*command, "--incomplete", str(spoilt), str(sound)], target, capsys),
        ]
        with contextlib.closing(sqlite3.connect(target)) as lite:
            lite.execute("UPDATE file SET loaded_at = ''")
            found.append((said, list(lite.iterdump())))
    assert found[0] == found[1]
    assert [code for code, *_ in found[0][0]] == [0, 0]
    assert "loaded before" in found[0][0][1][1] and "not be decoded" in found[0][0][1][1]


def test_a_file_is_refused_in_a_load_by_several_processes_as_by_one(
    spoilt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "season.sqlite"
    command = ["load", "--database", str(target), str(spoilt), "--jobs"]
    one, three = (outcome([*command, jobs], target, capsys) for jobs in ("1", "3"))
    assert one == three
    assert one[0] == 3
    assert not target.exists()


def children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children")
    return [int(number) for number in listed.read_text("ascii").split()]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads the processes of Linux")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_an_export_that_ends_early_leaves_nothing(
    number: signal.Signals, sound: Path, tmp_path: Path
) -> None:
    """Those that read are killed, or all are interrupted as by Ctrl-C."""
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    out.mkdir()
    results, *_ = sorted(sound.glob("R*"))
    for copy in range(12):
        (source / f"R{copy:05}98.X01").write_bytes(results.read_bytes() * 300)
    command = [sys.executable, "-m", "jcq_formats", "export", str(source), "--incomplete"]
    command += ["--to", "csv", "--output", str(out / "R5.csv"), "--record", "R5", "--jobs", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as begun:
        assert begun.stderr is not None
        while len(others := children(begun.pid)) < 2 and begun.poll() is None:
            time.sleep(0.02)
        time.sleep(0.2)  # Python loses an interrupt that comes while it forks.
        if number == signal.SIGINT:
            os.killpg(begun.pid, number)
        else:
            for other in others:
                os.kill(other, number)
        code, said = begun.wait(120), begun.stderr.read()
    expected = (130, False) if number == signal.SIGINT else (3, True)
    assert (code, "a process ended before" in said) == expected
    assert not any(out.iterdir())
    assert not [child for child in others if Path(f"/proc/{child}").exists()]
