"""`jcq check`: its output, masking and exit codes."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from jcq_formats.cli import main

from tests.made_up.lines import BASEDATA, ENTRIES, ENTRY, as_bytes, changed, padded


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(name: str, lines: list[str]) -> str:
    Path(name).write_bytes(as_bytes(lines))
    return name


def test_a_clean_file_is_said_to_be_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", written("S6G26_98.X01", BASEDATA)]) == 0
    assert capsys.readouterr() == ("1 file, 6 lines: 0 errors, 0 warnings\n", "")


def test_errors_come_with_the_line_carets_and_what_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = changed(BASEDATA, line6=padded("S96G26_00000090000001"))
    assert main(["check", written("S6G26_98.X01", lines)]) == 1
    out, err = capsys.readouterr()
    assert out.split("\n") == [
        "S6G26_98.X01:6:8: error file.record-count: record_count: the file trailer"
        " says 9 records; the file has 6 records",
        "    S96G26_00000090000001                        ",
        "           ^^^^^^^",
        "    -> Compare with whoever made the file: records are missing or duplicated.",
        "1 file, 6 lines: 1 error, 0 warnings",
        "",
    ]
    assert err == ""


def test_warnings_alone_return_nought(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", written("S6G26_98.X02", BASEDATA)]) == 0
    assert "0 errors, 1 warning" in capsys.readouterr().out


def test_what_to_do_is_said_once_for_each_rule(capsys: pytest.CaptureFixture[str]) -> None:
    lines = changed(BASEDATA, line3=" ".join(BASEDATA[2]), line4=" ".join(BASEDATA[3]))
    main(["check", written("S6G26_98.X01", lines)])
    out = capsys.readouterr().out
    assert out.count("warning record.unknown") + out.count("error record.unknown") == 2
    assert out.count("-> Look at this line in the file.") == 1


def test_personal_data_is_masked_unless_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    name = written("E9999998.X01", changed(ENTRIES, line3=ENTRY.replace("020110", "320110")))
    assert main(["check", name]) == 1
    masked = capsys.readouterr().out
    assert "date_of_birth: this date does not exist" in masked
    for personal in ("AARDVARK", "320110", "999990230001C", "9990000017"):
        assert personal not in masked
    assert main(["check", name, "--show-personal-data"]) == 1
    assert "320110" in capsys.readouterr().out


def test_control_characters_of_a_file_never_reach_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = changed(BASEDATA, line3=padded("S51MA    \x1b[2J\x9bMATHEMATICS"))
    main(["check", written("S6G26_98.X01", lines)])
    out = capsys.readouterr().out
    assert "S51MA    .[2J.MATHEMATICS" in out
    assert not {"\x1b", "\x9b"} & set(out)


def test_rules_can_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    lines = changed(BASEDATA, line6="S96G26_00000090000001")
    name = written("S6G26_98.X01", lines)
    assert main(["check", name, "--disable", "file.record-count,record.short"]) == 0
    assert capsys.readouterr().out == "1 file, 6 lines: 0 errors, 0 warnings\n"


def test_a_rule_that_is_misspelt_is_not_left_out_silently(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", written("S6G26_98.X01", BASEDATA), "--disable", "record.shart"]) == 2
    assert "unknown rule 'record.shart'; did you mean record.short?" in capsys.readouterr().err


def test_a_rule_like_no_other_gets_the_nearest_and_where_rules_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", written("S6G26_98.X01", BASEDATA), "--only", "foo"]) == 2
    said = capsys.readouterr().err
    assert "unknown rule 'foo'; the nearest of " in said
    assert "`jcq check` names the rule of each issue, after its severity" in said
    assert len(said) < 200


def test_quiet_prints_one_line_an_issue(capsys: pytest.CaptureFixture[str]) -> None:
    lines = changed(BASEDATA, line3=BASEDATA[2] + "X", line4=BASEDATA[3].rstrip())
    assert main(["check", "--quiet", written("S6G26_98.X01", lines)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_what_cannot_be_read_is_said_and_the_rest_is_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("letter.pdf").write_bytes(b"%PDF-1.4")
    good = written("S6G26_98.X01", BASEDATA)
    assert main(["check", "letter.pdf", "missing.x01", good]) == 3
    out, err = capsys.readouterr()
    assert err.split("\n") == [
        "jcq: missing.x01: No such file or directory",
        "jcq: letter.pdf: this is not an exam file, but a PDF document",
        "",
    ]
    assert out == "1 file, 6 lines: 0 errors, 0 warnings\n2 inputs could not be read\n"


def test_standard_input_is_checked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(as_bytes(BASEDATA))))
    assert main(["check", "-"]) == 0
    assert capsys.readouterr().out == "1 file, 6 lines: 0 errors, 0 warnings\n"
