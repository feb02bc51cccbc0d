"""The files that `python -m generator` writes, removes and leaves alone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.emit.build import difference, put_in_place

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "spec" / "base"
DATE = re.compile(rb"20(?:2[5-9]|[3-9][0-9])-[01][0-9]-[0-3][0-9]")


def build(out: Path, spec: Path = BASE, command: str = "build") -> int:
    return main([command, "--spec", str(spec), "--out", str(out)])


def contents(folder: Path) -> dict[str, bytes]:
    files = (p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "generated"
    assert build(out) == 0
    return out


def test_a_second_build_writes_nothing(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    times = {p: p.stat().st_mtime_ns for p in built.rglob("*.py")}
    assert build(built) == 0
    assert capsys.readouterr().out.endswith("0 written, 0 removed\n")
    assert {p: p.stat().st_mtime_ns for p in built.rglob("*.py")} == times


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "4711", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati"},
    ],
)
def test_the_output_depends_on_neither_hash_seed_locale_nor_folder(
    built: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "generator", "build", "--spec", str(BASE)]
    out = tmp_path / "generated"
    env = {**os.environ, **environment, "PYTHONPATH": str(ROOT)}
    subprocess.run([*command, "--out", str(out)], cwd=tmp_path, env=env, check=True)
    assert contents(out) == contents(built)


def test_every_date_in_the_output_stands_in_its_source(built: Path) -> None:
    """None is the date of the build."""
    sources = [contents(ROOT / folder) for folder in ("generator", "templates")] + [contents(BASE)]
    known = {date for files in sources for data in files.values() for date in DATE.findall(data)}
    found = {(n, date) for n, data in contents(built).items() for date in DATE.findall(data)}
    assert {(name, date) for name, date in found if date not in known} == set()


def test_check_names_what_differs_and_writes_nothing(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "generated"
    shutil.copytree(built, out)
    (out / "jcq_formats" / "v01" / "codes.py").write_text("x = 1\n")
    (out / "jcq_formats" / "old.py").write_text("y = 1\n")
    (out / "docs" / "sources.md").unlink()
    before = contents(out)
    assert build(out, command="check") == 1
    assert capsys.readouterr().out.splitlines() == [
        "missing: generated/docs/sources.md",
        "differs: generated/jcq_formats/v01/codes.py",
        "stale: generated/jcq_formats/old.py",
    ]
    assert contents(out) == before


def test_check_is_content_with_what_build_wrote(built: Path) -> None:
    assert build(built, command="check") == 0


def test_a_build_removes_what_is_stale_and_the_folders_it_leaves_empty(
    built: Path, tmp_path: Path
) -> None:
    out = tmp_path / "generated"
    shutil.copytree(built, out)
    stale = out / "jcq_formats" / "v99" / "codes.py"
    stale.parent.mkdir()
    stale.write_text("x = 1\n")
    assert build(out) == 0
    assert contents(out) == contents(built)
    assert not stale.parent.exists()


def test_a_build_that_fails_in_the_spec_leaves_everything_as_it_was(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, spec = tmp_path / "generated", tmp_path / "spec"
    shutil.copytree(built, out)
    shutil.copytree(BASE, spec)
    codes = spec / "v01" / "codes.yaml"
    codes.write_text(codes.read_text("utf-8").replace('code: "01"', "code: 01"), "utf-8")
    assert build(out, spec) == 1
    assert "codes.yaml:" in capsys.readouterr().err
    assert contents(out) == contents(built)


def test_a_build_that_fails_in_a_template_leaves_everything_as_it_was(
    built: Path, tmp_path: Path
) -> None:
    out, templates = tmp_path / "generated", tmp_path / "templates"
    shutil.copytree(built, out)
    shutil.copytree(ROOT / "templates", templates)
    with (templates / "docs" / "rules.md.jinja").open("a", encoding="utf-8") as template:
        template.write("{{ version.no_such_word }}")
    arguments = ["build", "--spec", str(BASE), "--out", str(out), "--templates", str(templates)]
    with pytest.raises(Exception, match="no_such_word"):
        main(arguments)
    assert contents(out) == contents(built)


def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "generated"
    put_in_place({"a.py": b"1", "b.py": b"2"}, out)
    written = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "b.py":
            raise OSError("no space left on device")
        return written(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="no space"):
        put_in_place({"a.py": b"3", "b.py": b"4"}, out)
    assert contents(out) == {"a.py": b"1", "b.py": b"2"}
    assert [p.name for p in tmp_path.iterdir()] == ["generated"]


def test_caches_are_neither_stale_nor_removed(tmp_path: Path) -> None:
    put_in_place({"package/a.py": b"1"}, tmp_path)
    cache = tmp_path / "package" / "__pycache__" / "a.pyc"
    cache.parent.mkdir()
    cache.write_bytes(b"")
    assert not difference({"package/a.py": b"1"}, tmp_path)
    put_in_place({"package/a.py": b"2"}, tmp_path)
    assert cache.exists()


def test_what_is_committed_is_what_the_spec_gives(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0, capsys.readouterr().out
