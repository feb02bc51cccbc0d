"""The command as a process: exit codes, pipes, consoles, imports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import jcq_formats
import pytest
from jcq_formats.cli import main
from jcq_formats.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples"
PACKAGES = Path(jcq_formats.__file__).parents[1]


def jcq(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "jcq_formats", *arguments],
        env={**os.environ, "PYTHONPATH": str(PACKAGES), **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", [["chek"], ["check"], ["check", "--nonsense", "x"]])
def test_wrong_usage_returns_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage: jcq" in capsys.readouterr().err


def test_a_command_that_is_misspelt_gets_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chekc", "E9999998.X01"]) == 2
    assert "jcq: error: unknown command 'chekc'; did you mean check?" in capsys.readouterr().err


def test_options_may_stand_between_files(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (str(SAMPLES / "basedata" / name) for name in ("S6G26_98.X01", "O6G26_98.X02"))
    assert main(["check", first, "--quiet", second]) == 0
    assert capsys.readouterr().out == "2 files, 20 lines: 0 errors, 0 warnings\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_an_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--help"]) == 0
    assert f"Example: jcq {command} " in " ".join(capsys.readouterr().out.split())


def test_jcq_alone_says_what_it_can_do_in_the_order_of_the_year(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 0
    out = capsys.readouterr().out
    groups = ("basedata:", "entries, amendments, forecast grades:", "results:", "after results:")
    places = [out.index(f"\n{group}\n") for group in groups]
    assert places == sorted(places)
    assert max(map(len, out.splitlines())) <= 80
    assert main(["--help"]) == 0
    assert capsys.readouterr().out == out


def test_help_lists_the_commands_and_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    for word in ("show", "check", "layout", "Exit codes: 0 done, perhaps with"):
        assert word in out


def test_a_reader_that_stops_reading_is_no_error() -> None:
    command = f'"{sys.executable}" -m jcq_formats show --records 9999 {SAMPLES} | head -n 1'
    done = subprocess.run(
        ["sh", "-c", command],
        env={**os.environ, "PYTHONPATH": str(PACKAGES)},
        capture_output=True,
        check=False,
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def test_a_console_without_the_character_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "S6G26_98.X01"
    data = (SAMPLES / "basedata" / "S6G26_98.X01").read_bytes()
    path.write_bytes(data.replace(b"HISTORY", b"HIST\xc9RY"))
    done = jcq("show", str(path), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert b"HIST?RY" in done.stdout
    assert done.stderr == b""


def test_a_pipe_sees_no_progress_and_no_colour() -> None:
    done = jcq("check", str(SAMPLES / "basedata"))
    assert done.stdout == b"5 files, 56 lines: 0 errors, 0 warnings" + os.linesep.encode()
    assert done.stderr == b""


def test_start_up_imports_what_the_command_needs_alone() -> None:
    code = (
        "import sys; from jcq_formats.cli import main; main(['layout', 'S5']);"
        "print(sorted({'hypothesis', 'jinja2', 'yaml', 'pyarrow', 'asyncio',"
        " 'jcq_formats.cli.check', 'jcq_formats.cli.show'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(PACKAGES)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


class Interrupting(str):
    """A word at which the command is interrupted while it reads its arguments."""

    def startswith(self, *arguments: object) -> bool:  # type: ignore[override]
        raise KeyboardInterrupt


def test_an_interruption_before_the_command_begins_is_no_traceback() -> None:
    assert main([Interrupting("check")]) == 128 + signal.SIGINT
