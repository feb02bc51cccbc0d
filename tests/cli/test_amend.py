"""`jcq amend`: its output, its questions, and the files that it writes."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TARGET = Path("A9999998.X03")

pytestmark = pytest.mark.usefixtures("_sent")


@pytest.fixture
def _sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The entries and the first amendments of a centre in a folder, and nobody who answers."""
    monkeypatch.chdir(tmp_path)
    Path("sent").mkdir()
    for name in ("E9999998.X01", "A9999998.X02"):
        shutil.copy(SAMPLES / "centre" / name, "sent")
    monkeypatch.setattr("sys.stdin", io.StringIO())


def amend(*arguments: str) -> int:
    return main(["amend", "--sent", "sent", *arguments])


def written() -> list[str]:
    return [f"{one.candidate_number} {' '.join(one.option_entry_codes)}" for one in found()]


def found() -> list[jcq.Candidate]:
    return jcq.candidates(jcq.read(TARGET))


def test_of_a_season_s_folder_only_entries_and_amendments_are_used(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for path in ((SAMPLES / "centre/R9999998.X01"), *(SAMPLES / "basedata").iterdir()):
        shutil.copy(path, "sent")
    assert amend("--withdraw", "0001", "--yes") == 0
    assert written() == ["0001 "]
    given = ["--sent", "sent/E9999998.X01", "sent/R9999998.X01", "--withdraw", "0001"]
    assert main(["amend", *given]) == 3
    assert "R9999998.X01 is not a file of amendments" in capsys.readouterr().err


def test_each_change_is_shown_and_written_on_a_yes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert amend("--withdraw", "0001", "--change", "0004:7ARA=1MAH", "--add", "0003:LEAF12") == 0
    assert capsys.readouterr().out == (
        "A9999998.X03: amendments of centre 99999 for awarding body 98, series 6G26\n"
        "  0001  withdrawn\n"
        "        before  1MAH 1HI01\n"
        "        after   no entries\n"
        "  0003  changed\n"
        "        before  no entries\n"
        "        after   LEAF12\n"
        "  0004  changed\n"
        "        before  7ARA 7AR1 7AR2\n"
        "        after   1MAH 7AR1 7AR2\n"
        "Write A9999998.X03? [y/N] A9999998.X03: 3 data records\n"
    )
    assert written() == ["0001 ", "0003 LEAF12", "0004 1MAH 7AR1 7AR2"]


@pytest.mark.parametrize("said", ["", "n\n", "\n", "perhaps\n"])
def test_any_other_answer_writes_nothing(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(said))
    assert amend("--withdraw", "0001") == 1
    assert not TARGET.exists()


def test_one_option_can_be_taken_away(capsys: pytest.CaptureFixture[str]) -> None:
    assert amend("--withdraw", "0001:1MAH", "--yes") == 0
    assert written() == ["0001 1HI01"]


def test_nothing_to_send_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert amend("--yes") == 0
    assert (
        capsys.readouterr().out
        == "nothing to send: the entries already sent are as you want them\n"
    )
    assert not TARGET.exists()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--withdraw", "0099"], "0099: no candidate 0099 in the files sent"),
        (["--withdraw", "0001:7ARA"], "not entered for '7ARA', only for 1MAH, 1HI01"),
        (["--withdraw", "0003:7ARA"], "not entered for '7ARA', and has no entries"),
        (["--change", "0001:7ARA=1MAF"], "not entered for '7ARA'"),
        (["--change", "0001:1MAH=1HI01"], "is entered for '1HI01' already"),
        (["--change", "0001:1MAH"], "NUMBER:OLD=NEW is needed"),
        (["--add", "0001"], "NUMBER:OPTION is needed"),
        (["--add", "0001:1MAH"], "is entered for '1MAH' already"),
        (["--add", "0001:TOOLONG"], "7 characters do not fit in 6"),
    ],
)
def test_a_change_that_cannot_be_is_refused(
    arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert amend(*arguments, "--yes") == 2
    assert reason in capsys.readouterr().err
    assert not TARGET.exists()


def test_options_that_exclude_each_other_are_an_error_with_basedata(
    capsys: pytest.CaptureFixture[str],
) -> None:
    change = ["--add", "0002:1HI01", "--yes"]
    assert amend(*change, "--basedata", str(SAMPLES / "basedata")) == 1
    said = capsys.readouterr().err
    assert "cross.disallowed" in said
    assert said.endswith("nothing was written: 1 error to correct\n")
    assert not TARGET.exists()


def test_an_option_in_small_letters_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert amend("--add", "0003:1leaf", "--yes") == 0
    assert "the code 1leaf has small letters: use 1LEAF" in capsys.readouterr().err


def test_the_entries_wanted_come_from_a_csv_file(capsys: pytest.CaptureFixture[str]) -> None:
    main(["export", "sent/E9999998.X01", "--to", "csv", "--output", "wanted.csv"])
    rows = Path("wanted.csv").read_text().replace("AARDVARK:ADA", "AARDVARK:EDA").splitlines()
    Path("wanted.csv").write_text("\n".join(rows[:4]))
    capsys.readouterr()
    assert amend("--wanted", "wanted.csv", "--yes") == 0
    said = capsys.readouterr().out
    assert "other   candidate_name (--show-personal-data shows them)" in said
    assert "AARDVARK" not in said
    assert written() == ["0001 1MAH 1HI01", "0002 1MAF 1HIS LEAF12", "0003 1MAH 1HI01", "0004 "]
    assert amend("--wanted", "wanted.csv", "--show-personal-data", "--yes", "--force") == 0
    said = capsys.readouterr().out
    assert "candidate_name: 'AARDVARK:ADA MAY' becomes 'AARDVARK:EDA MAY'" in said


def test_entries_in_small_letters_are_named_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    Path("small.X01").write_bytes(Path("sent/E9999998.X01").read_bytes().lower())
    for arguments in (
        ["--sent", "small.X01", "--withdraw", "0001"],
        ["--sent", "sent", "--wanted", "small.X01"],
    ):
        assert main(["amend", *arguments]) == 3
        said = "jcq: small.X01 cannot be read reliably: line 1 begins with a small letter"
        assert capsys.readouterr().err.startswith(said)


def test_files_sent_that_are_not_there_are_the_only_reason(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["amend", "--sent", "nowhere", "--withdraw", "0001"]) == 3
    assert capsys.readouterr().err == "jcq: nowhere: No such file or directory\n"


def test_wanted_entries_that_are_cut_off_cannot_be_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("E9999998.X01").write_bytes(Path("sent/E9999998.X01").read_bytes()[:700])
    assert amend("--wanted", "E9999998.X01", "--yes") == 3
    assert "E9999998.X01 is incomplete: " in capsys.readouterr().err
    assert not TARGET.exists()


def test_incomplete_accepts_files_that_are_cut_off() -> None:
    sent = Path("sent/E9999998.X01")
    sent.write_bytes(b"".join(sent.read_bytes().splitlines(keepends=True)[:-1]))
    assert amend("--withdraw", "0004", "--yes") == 3
    assert amend("--withdraw", "0004", "--yes", "--incomplete") == 0
    assert jcq.read(TARGET).records[0].line[8:12] == "0004"
    Path("E9999998.X01").write_bytes(sent.read_bytes())
    assert amend("--wanted", "E9999998.X01", "--yes", "--incomplete", "--force") == 0


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (b"6G26", b"6G25", "its file year is '25', not '26'"),
        (b"99999", b"99998", "its centre number is '99998', not '99999'"),
    ],
)
def test_wanted_entries_of_another_centre_or_series_are_refused(
    before: bytes, after: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = Path("sent/E9999998.X01").read_bytes().splitlines(keepends=True)
    Path("wanted.X01").write_bytes(b"".join(line.replace(before, after, 1) for line in lines))
    sent = jcq.read("sent/E9999998.X01")
    with pytest.raises(jcq.JcqError, match=said):
        jcq.amendment(sent, jcq.read("wanted.X01"))
    assert amend("--wanted", "wanted.X01", "--yes") == 3
    assert f"wanted.X01 does not belong to these entries: {said}" in capsys.readouterr().err
    assert not TARGET.exists()


def test_the_entries_wanted_come_from_a_file_of_entries() -> None:
    assert amend("--wanted", "sent/E9999998.X01", "--yes") == 0
    assert written() == ["0002 1MAF 1HIS LEAF12", "0003 1MAH 1HI01"]


def test_late_candidates_come_from_a_csv_file_without_the_centre() -> None:
    columns = "candidate_number,candidate_name,sex,entries_1_option_entry_code"
    Path("late.csv").write_text(f"{columns}\n0009,MOLE:ADRIAN,M,1MAH\n0010,VOLE:VERA,F,7ARA\n")
    assert amend("--late", "late.csv", "--yes") == 0
    assert written() == ["0009 1MAH", "0010 7ARA"]
    assert {one.centre_number for one in found()} == {"99999"}


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("0001,MOLE:ADRIAN,M,1MAF", "candidate 0001 is entered already: use --add"),
        ("0009,MOLE:ADRIAN,,1MAF", "late.csv:2: sex: must not be blank"),
        ("0009,MOLE:ADRIAN,M,1MAF\n0010,,M,1MAF", "late.csv:3: candidate_name: must not be blank"),
    ],
)
def test_a_row_that_makes_no_late_candidate_is_refused(
    rows: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = "candidate_number,candidate_name,sex,entries_1_option_entry_code"
    Path("late.csv").write_text(f"{columns}\n{rows}\n")
    assert amend("--late", "late.csv", "--yes") == 2
    assert reason in capsys.readouterr().err


def test_a_late_candidate_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = ["", "0009", "MOLE:ADRIAN", "M", "2010-05-03", *[""] * 7, "1MAH 1HI01", "y"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers)))
    assert amend("--late") == 0
    assert "candidate_number (needed): candidate_name (needed): sex (needed): " in (
        capsys.readouterr().out
    )
    assert written() == ["0009 1MAH 1HI01"]


def test_files_that_are_not_all_of_a_series_are_unreadable(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("sent/E9999998.X01").unlink()
    assert amend("--withdraw", "0001") == 3
    assert "the file of entries is missing" in capsys.readouterr().err


def test_an_existing_file_is_replaced_with_force_alone(capsys: pytest.CaptureFixture[str]) -> None:
    TARGET.write_bytes(b"mine")
    assert amend("--withdraw", "0001", "--yes") == 2
    assert "the file exists already: --force replaces it" in capsys.readouterr().err
    assert TARGET.read_bytes() == b"mine"
    assert amend("--withdraw", "0001", "--yes", "--force") == 0


def test_the_file_is_for_its_owner_alone() -> None:
    assert amend("--withdraw", "0001", "--yes") == 0
    assert TARGET.stat().st_mode & 0o777 == 0o600


def test_codes_of_a_slipped_line_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    sent = Path("sent/E9999998.X01")
    lines = sent.read_bytes().split(b"\r\n")
    lines[5] = lines[5][:115] + b"QUAIL:ZED OF" + lines[5][115:-12]
    sent.write_bytes(b"\r\n".join(lines))
    amend("--withdraw", "0004", "--yes", "--incomplete")
    said = capsys.readouterr().out
    assert "before  not shown: the line does not fit its layout" in said
    assert "QUAIL" not in said
