"""`jcq mask`."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

from tests.made_up.files import CENTRE
from tests.made_up.message import NAME, Learner, message


def test_a_folder_becomes_files_with_invented_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["mask", str(CENTRE), "--to", str(tmp_path)]) == 0
    made = sorted(tmp_path.iterdir())
    assert [path.name[:1] + path.name[6:] for path in made] == [
        path.name[:1] + path.name[6:] for path in sorted(CENTRE.iterdir())
    ]
    for path in made:
        assert path.stat().st_mode & 0o077 == 0
    before, after = ([i.rule for i in jcq.check_files(place)] for place in (CENTRE, tmp_path))
    assert before == after
    said = capsys.readouterr().out
    assert max(map(len, said.splitlines()[-3:])) <= 80
    assert "Look at the files before you hand them on." in " ".join(said.split())


def test_how_many_lines_are_shapes_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "E9999998 (1).X01"
    path.write_bytes((CENTRE / "E9999998.X01").read_bytes().replace(b"\nE5C", b"\nE5 C", 1))
    assert main(["mask", str(path), "--to", str(tmp_path / "out")]) == 0
    assert "98 (1).X01: 8 lines, of which 1 is not sound: only the shape" in capsys.readouterr().out


def test_nothing_is_replaced_and_an_unreadable_file_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.X01"
    page.write_text("<html>")
    out = tmp_path / "out"
    (tmp_path / NAME).write_text(message([Learner("999990260001T", "0001", {"1/1": "5"})]))
    assert main(["mask", str(page), str(tmp_path / NAME), "--to", str(out)]) == 3
    (made,) = out.iterdir()
    assert b"999990260001T" not in made.read_bytes()
    made.rename(out / "kept.xml")
    (out / "masked-1.X01").write_text("mine")
    assert main(["mask", str(CENTRE / "E9999998.X01"), str(page), "--to", str(out)]) == 3
    twice = [str(CENTRE / "E9999998.X01"), str(CENTRE)]
    assert main(["mask", *twice, "--to", str(out)]) == 2
    assert "two files would get this name; nothing was written" in capsys.readouterr().err
