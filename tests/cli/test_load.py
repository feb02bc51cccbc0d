"""`jcq load` and `jcq override`: what they say, and their exit codes."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from jcq_formats.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
RESULTS = SAMPLES / "centre" / "R9999998.X01"
DATABASE = ["--database", "season.sqlite"]
KEY = ["result", "candidate_number=0002", "option_result_code=1HIS"]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("R9999998.X01").write_bytes(RESULTS.read_bytes())
    second = RESULTS.read_bytes().replace(b"G26001", b"G26002")
    Path("R9999998.X02").write_bytes(second.replace(b"1HIS  B0061C", b"1HIS  B0064B"))


def test_a_missing_library_is_named_with_the_extra_that_brings_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n.startswith("jcq_formats.store")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    assert main(["load", "R9999998.X01"]) == 2
    assert "pip install 'jcq-formats[sql]'" in capsys.readouterr().err


def test_a_load_that_is_refused_leaves_no_new_database(capsys: pytest.CaptureFixture[str]) -> None:
    Path("R9999998.X03").write_bytes(RESULTS.read_bytes()[:300])
    assert main(["load", "R9999998.X03", *DATABASE]) == 3
    assert "R9999998.X03 is incomplete" in capsys.readouterr().err
    assert not Path("season.sqlite").exists()
    assert main(["load", "R9999998.X01", *DATABASE]) == 0
    before = Path("season.sqlite").read_bytes()
    assert main(["load", "R9999998.X03", *DATABASE]) == 3
    assert Path("season.sqlite").read_bytes() == before


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out.splitlines()


def test_loading_says_what_became_of_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "load", "R9999998.X02", *DATABASE) == [
        "R9999998.X02: Results number 2, centre 99999: 7 records",
        "season.sqlite: 1 file loaded",
    ]
    assert said(capsys, "load", "R9999998.X01", "R9999998.X02", *DATABASE) == [
        "R9999998.X01: Results number 1, centre 99999: 7 records; older than number 2, which"
        " counts first",
        "R9999998.X02: loaded before",
        "season.sqlite: 1 file loaded, 1 file loaded before",
    ]
    assert stat.S_IMODE(Path("season.sqlite").stat().st_mode) == 0o600


def test_manual_changes_are_made_listed_touched_and_withdrawn(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said(capsys, "load", "R9999998.X01", *DATABASE)
    changed = ["result 99999 0002 1HIS: outcome_score 70 (review)"]
    given = [*KEY, "--set", "score=70", "--reason", "review"]
    assert said(capsys, "override", *DATABASE, *given) == changed
    assert said(capsys, "override", *DATABASE) == [*changed, "1 record changed by hand"]
    assert said(capsys, "load", "R9999998.X02", *DATABASE)[1:-1] == [
        "1 record changed by hand that these files change as well; your values still count:",
        "  R9999998.X02: 99999 0002 1HIS: outcome_score 61 -> 64, by hand 70",
        "  R9999998.X02: 99999 0002 1HIS: outcome_grade C -> B",
    ]
    assert said(capsys, "override", *DATABASE, *KEY, "--withdraw") == [
        "result 99999 0002 1HIS: the values of the files count again"
    ]


def test_identifiers_are_masked_unless_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "load", "R9999998.X01", *DATABASE)
    given = ["override", *DATABASE, *KEY, "--set", "uci=999990230003X"]
    assert "999990230003X" not in said(capsys, *given)[0]
    assert "999990230003X" not in said(capsys, "override", *DATABASE)[0]
    assert "999990230003X" in said(capsys, "override", *DATABASE, "--show-personal-data")[0]
    data = Path("R9999998.X02").read_bytes().replace(b"999990230002H", b"999990230005K")
    Path("R9999998.X02").write_bytes(data)
    touched = said(capsys, "load", "R9999998.X02", *DATABASE)
    assert [line for line in touched if "uci" in line]
    assert not [line for line in touched if "9999902300" in line]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["load", "R9999998.X01"], 2),
        (["load", "nowhere", *DATABASE], 3),
        (["load", "R9999998.X01", "--database", "R9999998.X02"], 3),
        (["load", "R9999998.X01", *DATABASE, "--embargo-until", "2999-08-13T00:01"], 3),
        (["override", *DATABASE], 3),
        (["override", *DATABASE, "result"], 2),
        (["override", *DATABASE, "--set", "score=1"], 2),
        (["override", *DATABASE, *KEY, "--set", "score"], 2),
    ],
)
def test_what_cannot_be_done_has_its_exit_code(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == code
    assert capsys.readouterr().err.startswith("jcq: ")
    assert not Path("season.sqlite").exists()


def test_a_change_that_does_not_fit_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "load", "R9999998.X01", *DATABASE)
    assert main(["override", *DATABASE, *KEY, "--set", "score=F"]) == 2
    assert "score: a whole number is needed" in capsys.readouterr().err


def test_a_value_is_made_blank_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "load", "R9999998.X01", *DATABASE)
    changed = ["result 99999 0002 1HIS: outcome_grade (blank)"]
    assert said(capsys, "override", *DATABASE, *KEY, "--set", "grade=") == changed
    touched = said(capsys, "load", "R9999998.X02", *DATABASE)
    assert "  R9999998.X02: 99999 0002 1HIS: outcome_grade C -> B, by hand (blank)" in touched


def test_an_issue_that_came_late_is_older_than_all_later_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = Path("R9999998.X02").read_bytes()
    Path("R9999998.X03").write_bytes(data.replace(b"6G26002", b"6G26003"))
    first, *_ = said(capsys, "load", "R9999998.X01", "R9999998.X02", "R9999998.X03", *DATABASE)
    assert first.endswith("7 records; older than numbers 2 and 3, which count first")
