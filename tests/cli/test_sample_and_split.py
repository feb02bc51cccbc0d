"""`jcq sample` and `jcq split`: the files that they write, without overwriting any."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main


def test_sample_writes_a_world_that_checks_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "world"
    assert main(["sample", str(folder), "--candidates", "20", "--seed", "3"]) == 0
    said = capsys.readouterr().out
    assert said.endswith(f" lines in {folder}\n")
    assert main(["check", str(folder)]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out


def test_sample_never_writes_into_a_folder_that_holds_something(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    assert main(["sample", str(tmp_path)]) == 2
    assert "not an empty folder; nothing was written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_sample_refuses_more_candidates_than_a_centre_takes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sample", str(tmp_path / "new"), "--candidates", "9001"]) == 2
    assert "a centre takes at most 9,000 candidates" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.fixture
def joined(tmp_path: Path) -> Path:
    main(["sample", str(tmp_path / "world"), "--candidates", "20", "--centres", "2"])
    results = [jcq.read(path) for path in sorted((tmp_path / "world").glob("R*"))]
    jcq.write(jcq.join_centres(results), tmp_path / "from the board.x01")
    return tmp_path / "from the board.x01"


def test_split_writes_each_centre_its_file(
    joined: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["split", str(joined), "--to", str(tmp_path / "out")]) == 0
    assert "R9999998.X01: " in capsys.readouterr().out
    for path in (tmp_path / "out").iterdir():
        assert path.read_bytes() == (tmp_path / "world" / path.name).read_bytes()


def test_the_results_of_all_centres_can_be_made_in_one_file(tmp_path: Path) -> None:
    about = ["--candidates", "6", "--centres", "2"]
    main(["sample", str(tmp_path / "apart"), *about])
    main(["sample", str(tmp_path / "world"), *about, "--together"])
    names = {path.name for path in (tmp_path / "world").glob("R*")}
    assert names == {"R6G26_98.X01"}
    assert main(["check", str(tmp_path / "world"), "--quiet"]) == 0
    assert (
        main(["split", str(tmp_path / "world" / "R6G26_98.X01"), "--to", str(tmp_path / "s")]) == 0
    )
    for path in (tmp_path / "s").iterdir():
        assert path.read_bytes() == (tmp_path / "apart" / path.name).read_bytes()


def test_split_overwrites_nothing(
    joined: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["split", str(joined), "--to", str(tmp_path / "world")]) == 2
    assert (
        "the file exists already: --force replaces it; nothing was written"
        in capsys.readouterr().err
    )
    assert main(["split", str(joined), str(joined), "--to", str(tmp_path / "out")]) == 2
    assert not (tmp_path / "out").exists()


def test_split_says_why_a_file_cannot_be_split(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "R9999998.X01"
    path.write_bytes(b"R199999986G26SSAMPLE 00114\r\n")
    assert main(["split", str(path), "--to", str(tmp_path / "out")]) == 3
    assert "a header or trailer is missing: `jcq check " in capsys.readouterr().err


def test_split_takes_a_file_whose_counts_disagree_only_where_that_is_meant(
    joined: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = joined.read_bytes().splitlines(keepends=True)
    joined.write_bytes(b"".join(lines[:2] + lines[3:]))
    arguments = ["split", str(joined), "--to", str(tmp_path / "out")]
    assert main(arguments) == 3
    assert "from the board.x01 is incomplete: line" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert main([*arguments, "--incomplete"]) == 0
    assert len(list((tmp_path / "out").iterdir())) == 2
