"""Output files of commands: never over an input, over other files only if asked, all or nothing."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import jcq_formats
import pytest
from jcq_formats.cli import main, refuse
from jcq_formats.tables.export import FORMATS

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples"
ENTRIES = SAMPLES / "centre" / "E9999998.X01"
RESULTS = SAMPLES / "centre" / "R9999998.X01"
OPTIONS = SAMPLES / "basedata" / "O6G26_98.X02"
BOARD = ["--awarding-body", "98", "--series", "6G", "--year", "26"]

SYSTEM = {**os.environ, "PYTHONPATH": str(Path(jcq_formats.__file__).parents[1])}
JCQ = [sys.executable, "-m", "jcq_formats"]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check_to(target: str) -> list[str]:
    return ["check", "in/E9999998.X01", "--output", target]


def export_to(target: str) -> list[str]:
    return ["export", "in/E9999998.X01", "--to", "sqlite", "--output", target]


def diff_to(target: str) -> list[str]:
    return ["diff", "in/E9999998.X01", "in/E9999998.X01", "--output", target]


def results_to(target: str) -> list[str]:
    return ["results", str(RESULTS), "in/E9999998.X01", "--output", target]


def upgrade_to(target: str) -> list[str]:
    return ["upgrade", "in/E9999998.X01", "--to", "14", "--output", target]


def split_to(target: str) -> list[str]:
    return ["split", "in/E9999998.X01", "--to", str(Path(target).parent)]


def build_to(target: str) -> list[str]:
    folder = str(Path(target).parent)
    return ["build", "in/E5.csv", "--type", "E", *BOARD, "--to", folder]


COMMANDS = [check_to, diff_to, results_to, export_to, upgrade_to, split_to, build_to]
Command = Callable[[str], list[str]]


@pytest.fixture
def inputs() -> Path:
    Path("in").mkdir()
    shutil.copyfile(ENTRIES, "in/E9999998.X01")
    assert main(["export", str(ENTRIES), "--to", "csv", "--output", "in/E5.csv"]) == 0
    return Path("in/E9999998.X01")


@pytest.mark.usefixtures("inputs")
@pytest.mark.parametrize("command", COMMANDS)
def test_an_existing_file_is_replaced_with_force_alone(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    target = Path("out/E9999998.X01")
    target.parent.mkdir()
    target.write_bytes(b"mine")
    assert main(command(str(target))) == 2
    said = "out/E9999998.X01: the file exists already: --force replaces it; nothing was written"
    assert said in capsys.readouterr().err
    assert target.read_bytes() == b"mine"
    assert main([*command(str(target)), "--force"]) == 0
    assert target.read_bytes() != b"mine"
    assert [path.name for path in target.parent.iterdir()] == ["E9999998.X01"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("link", ["", "symbolic", "hard"])
def test_an_input_is_never_replaced_whatever_it_is_called(
    command: Command, link: str, inputs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = inputs.with_name("E5.csv") if command is build_to else inputs
    before = source.read_bytes()
    target = Path("out/E9999998.X01")
    target.parent.mkdir()
    if link == "symbolic":
        target.symlink_to(source.resolve())
    elif link == "hard":
        os.link(source, target)
    elif command is not build_to:
        target = source
    else:
        return  # A built file never has the name of the CSV file that it is built from.
    assert main([*command(str(target)), "--force"]) == 2
    assert "this is one of the files that are read; nothing was written" in capsys.readouterr().err
    assert source.read_bytes() == before


def test_a_zip_that_is_read_is_an_input() -> None:
    with zipfile.ZipFile("set.zip", "w") as archive:
        archive.write(OPTIONS, OPTIONS.name)
    before = Path("set.zip").read_bytes()
    assert main(["check", "set.zip", "--output", "set.zip", "--force"]) == 2
    assert main(["check", str(RESULTS), "--basedata", "set.zip", "--output", "set.zip"]) == 2
    arguments = ["export", "set.zip", "--to", "sqlite", "--output", "set.zip", "--force"]
    assert main(arguments) == 2
    assert Path("set.zip").read_bytes() == before


def test_the_settings_are_an_input() -> None:
    Path("jcq.toml").write_text("[check]\n")
    assert main(["check", str(OPTIONS), "--output", "jcq.toml", "--force"]) == 2
    assert Path("jcq.toml").read_text() == "[check]\n"


@pytest.mark.usefixtures("inputs")
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("what", ["a link", "a pipe", "a folder", "a socket"])
def test_what_is_no_file_is_never_replaced(
    command: Command, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = Path("out/E9999998.X01")
    target.parent.mkdir()
    if what == "a link":
        Path("elsewhere").write_bytes(b"")
        target.symlink_to(Path("elsewhere").resolve())
    elif what == "a pipe":
        os.mkfifo(target)
    elif what == "a folder":
        if command is upgrade_to:
            return  # It takes the file into itself.
        target.mkdir()
    else:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(target))
    assert main([*command(str(target)), "--force"]) == 2
    assert f"{what} is never replaced; nothing was written" in capsys.readouterr().err


def test_a_device_is_never_replaced() -> None:
    assert main(["check", str(ENTRIES), "--output", "/dev/null", "--force"]) == 2
    assert main(["export", str(ENTRIES), "--to", "csv", "--output", "/dev/null"]) in (2, 3)


@pytest.mark.usefixtures("inputs")
def test_what_holds_personal_data_can_be_read_by_its_owner_alone() -> None:
    for number, command in enumerate(COMMANDS):
        target = Path(f"out{number}/E9999998.X01")
        target.parent.mkdir()
        shown = ["--show-personal-data"] if command is check_to else []
        assert main([*command(str(target)), *shown]) == 0
        assert target.stat().st_mode & 0o777 == 0o600
    assert main(["export", str(ENTRIES), "--to", "csv", "--output", "E5.csv"]) == 0
    assert Path("E5.csv").stat().st_mode & 0o777 == 0o600


def test_what_holds_none_can_be_read_by_whoever_may() -> None:
    Path("theirs").write_bytes(b"")
    assert main(["upgrade", str(OPTIONS), "--to", "13", "--output", "ours"]) == 0
    assert main(["export", str(OPTIONS), "--to", "csv", "--output", "O5.csv"]) == 0
    assert main(["check", str(ENTRIES), "--output", "report"]) == 0
    for name in ("ours", "O5.csv", "report"):
        assert Path(name).stat().st_mode == Path("theirs").stat().st_mode


@pytest.mark.parametrize("size", [0, 40])
@pytest.mark.parametrize("to", FORMATS)
def test_a_full_disk_is_told_and_leaves_nothing(to: str, size: int) -> None:
    target = {"csv": "folder/E5.csv", "jsonl": "folder/E5.jsonl", "parquet": "folder/E5.parquet"}
    output = target.get(to, f"folder/all.{to}")

    def little() -> None:
        # Writing more than this is an error, as on a full disk.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = subprocess.run(
        [*JCQ, "export", str(ENTRIES), "--to", to, "--output", output],
        env={**SYSTEM, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=little,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert (done.returncode, done.stderr.count(b"\n")) == (3, 1)
    assert done.stderr.startswith(b"jcq: folder/")
    assert not Path("folder").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_report_that_is_interrupted_leaves_the_older_one(number: int) -> None:
    Path("report.txt").write_text("older")
    os.mkfifo("E9999998.X01")
    command = [*JCQ, "check", "E9999998.X01", "--output", "report.txt", "--force"]
    # The pipe opens for writing as soon as the command opens it for reading.
    with (
        subprocess.Popen(command, env=SYSTEM, stderr=subprocess.PIPE) as running,
        Path("E9999998.X01").open("wb") as stream,
    ):
        stream.write(ENTRIES.read_bytes()[:100])
        stream.flush()
        time.sleep(0.2)
        running.send_signal(number)
        _, said = running.communicate(timeout=20)
    assert (running.returncode, said) == (128 + number, b"")
    assert Path("report.txt").read_text() == "older"
    assert sorted(path.name for path in Path().iterdir()) == ["E9999998.X01", "report.txt"]


@pytest.mark.parametrize("command", ["show", "check --format html", "upgrade --to 14"])
def test_a_closed_or_full_standard_output_is_told(command: str) -> None:
    for end in (">&-", ">/dev/full"):
        script = f"{' '.join(JCQ)} {command} {ENTRIES} {end}"
        done = subprocess.run(
            ["sh", "-c", script], env=SYSTEM, stderr=subprocess.PIPE, text=True, check=False
        )
        assert done.returncode == 3
        assert done.stderr in (
            "jcq: standard output: it is closed\n",
            "jcq: No space left on device\n",
        )


def test_too_little_memory_is_told() -> None:
    lines = "E5\n" * 2_000_000
    script = f"ulimit -v 200000; exec {' '.join(JCQ)} show -"
    done = subprocess.run(
        ["sh", "-c", script], env=SYSTEM, input=lines, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (
        3,
        "jcq: there is not enough memory for so large a file\n",
    )


def test_a_closed_standard_input_is_told() -> None:
    script = f"{' '.join(JCQ)} show - <&-"
    done = subprocess.run(
        ["sh", "-c", script], env=SYSTEM, stderr=subprocess.PIPE, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (3, "jcq: standard input is closed\n")


def test_input_without_an_end_is_refused_by_its_beginning() -> None:
    assert main(["check", "/dev/zero"]) == 3
    assert main(["build", "/dev/zero", "--type", "E", *BOARD]) == 3


def test_names_that_are_not_utf_8_and_control_the_terminal_are_printed_as_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = Path(os.fsdecode(b"in\xff\x1b[31m\xc2\x9b"))
    folder.mkdir()
    shutil.copyfile(ENTRIES, folder / "E9999998.X01")
    (folder / os.fsdecode(b"other\xfe\x07.txt")).write_bytes(b"")
    given = str(folder)
    for arguments in (
        ["show", given],
        ["check", given],
        ["check", given, "--format", "json"],
        ["check", given, "--format", "html"],
        ["split", given, "--to", "split"],
        ["upgrade", given, "--to", "14", "--output", "upgraded"],
        ["upgrade", given, "--to", "13", "--output", "older"],
        *(
            ["export", given, "--to", to, "--origin", "--output", f"exported.{to}"]
            for to in FORMATS
        ),
    ):
        assert main(arguments) in (0, 3)
        out, err = capsys.readouterr()
        text = (out + err).replace("\n", "")
        assert text.isprintable() and text.isascii(), arguments
    row = json.loads(Path("exported.jsonl").read_text("utf-8").splitlines()[0])
    assert row["source_file"] == "in\\xff\x1b[31m\x9b/E9999998.X01"
    assert Path("exported.jsonl").read_text("utf-8").replace("\n", "").isprintable()


@pytest.mark.parametrize("to", FORMATS)
def test_an_output_whose_name_is_not_utf_8_is_written(to: str) -> None:
    source = Path(os.fsdecode(b"E9999998\xff.X01"))
    shutil.copyfile(ENTRIES, source)
    target = Path(os.fsdecode(b"on\xff." + to.encode()))
    given = ["export", str(source), "--to", to, "--origin", "--output"]
    assert main([*given, str(target)]) == 0
    assert target.stat().st_size > 0
    folder = Path(os.fsdecode(b"in\xff"))
    folder.mkdir()
    assert main([*given, str(folder / f"o.{to}")]) == (2 if to == "duckdb" else 0)
    assert not list(folder.glob(".jcq*"))


@pytest.mark.parametrize("made", [Path.touch, os.mkfifo])
@pytest.mark.parametrize(
    "arguments",
    [
        *(["export", str(ENTRIES), "--to", to, "--output", "there"] for to in ("csv", "jsonl")),
        ["export", str(ENTRIES), "--to", "parquet", "--output", "there/within"],
        ["export", str(ENTRIES), "--to", "sqlite", "--output", "there/o.sqlite"],
        ["check", str(ENTRIES), "--output", "there/o.html"],
        ["split", str(ENTRIES), "--to", "there"],
        ["upgrade", str(ENTRIES), "--to", "14", "--output", "there/o.X01"],
    ],
    ids=" ".join,
)
def test_a_file_where_a_folder_is_needed_is_wrong_usage(
    arguments: list[str], made: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    made(Path("there"))
    assert main([*arguments, "--force"]) == 2
    said = "jcq: there: this must be a folder, but is not; nothing was written\n"
    assert capsys.readouterr().err == said
    assert [*Path().iterdir()] == [Path("there")]


R = str(RESULTS)
INTO_NO_FOLDER = [
    (["check", str(ENTRIES), "--output", "a/b/o"], 0),
    (["diff", str(ENTRIES), str(ENTRIES), "--output", "a/b/o"], 0),
    (["results", str(RESULTS), "--output", "a/b/o"], 0),
    (["results", str(RESULTS), "--to", "csv", "--output", "a/b/o.csv"], 0),
    (["export", str(ENTRIES), "--to", "csv", "--output", "a/b/o.csv"], 0),
    (["upgrade", str(ENTRIES), "--to", "14", "--output", "a/b/o"], 0),
    (["split", str(ENTRIES), "--to", "a/b"], 0),
    (["load", str(ENTRIES), "--database", "a/b/o.sqlite"], 0),
    (["merge", "--base", R, "--theirs", R, "--ours", R, "--output", "a/b/o"], 0),
    (["sample", "a/b", "--candidates", "3"], 0),
]


@pytest.mark.parametrize(("arguments", "code"), INTO_NO_FOLDER, ids=str)
def test_every_command_makes_the_folder_that_it_writes_into(
    arguments: list[str], code: int
) -> None:
    assert main(arguments) == code
    assert [*Path("a/b").iterdir()]


def test_a_folder_is_not_left_behind_if_nothing_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["export", str(ENTRIES), "--to", "csv", "--record", "E5", "--output", "a/b/o"]) == 0
    shutil.rmtree("a")
    Path("E9999998.X01").write_bytes(b"E3" + ENTRIES.read_bytes())
    for command in (
        ["export", "E9999998.X01", "--to", "csv", "--output", "a/b/o"],
        ["split", "E9999998.X01", "--to", "a/b"],
        ["diff", "E9999998.X01", str(ENTRIES), "--output", "a/b/o"],
    ):
        assert main(command) in (2, 3)
        assert capsys.readouterr().err
        assert not Path("a").exists()


def test_several_types_into_one_file_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    given = ["export", str(ENTRIES), str(RESULTS), "--to", "csv", "--output", "o.csv"]
    assert main(given) == 2
    assert "one file takes one type" in capsys.readouterr().err
    assert [*Path().iterdir()] == []


def test_an_error_that_a_library_makes_of_a_signal_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("jcq_formats.cli._signals", [signal.SIGTERM])
    assert refuse(OSError(5, "it could not be written (Traceback ...)", "o.duckdb")) == 143
    assert capsys.readouterr().err == ""
