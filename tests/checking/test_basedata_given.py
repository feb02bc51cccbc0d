"""Basedata given by the user: used if it applies, and otherwise reported."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

from tests.made_up.files import BASEDATA, CENTRE, ENTRIES, RESULTS

ENTRIES_PATH = str(CENTRE / "E9999998.X01")
OPTIONS = (BASEDATA / "O6G26_98.X02").read_bytes()
SETS = jcq.read_basedata(BASEDATA)
(BASE,) = SETS.values()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "the file is empty"),
        (b"<html><body>Log in</body></html>", "an XML or HTML document"),
        (OPTIONS.decode("latin-1").encode("utf-16"), "UTF-16 text"),
        (b"\x7fELF" + b"\0" * 200, "a program, such as a self-extracting archive"),
        (OPTIONS.replace(b"00114", b"00157", 1), "the file is in version 57"),
        (OPTIONS.lower(), "in small letters"),
        (OPTIONS[:18] + b" " + OPTIONS[18:], "the file header has slipped"),
        ((CENTRE / "F9999998.X01").read_bytes(), "forecast grades, not basedata"),
        (b"PK\x03\x04 and no more", "if it is a zip, unpack it, or rename it"),
        (OPTIONS.split(b"\r\n", 2)[2], "no header says its awarding body, series and year"),
        (OPTIONS[: OPTIONS.index(b"O5")], "it has no records"),
    ],
    ids=[
        "empty", "html", "utf-16", "program", "version", "small", "slipped", "forecasts", "zip",
        "without headers", "without records",
    ],
)  # fmt: skip
def test_what_is_named_and_cannot_be_used_ends_with_its_name_and_3(
    data: bytes, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "O6G26_98.X02"
    path.write_bytes(data)
    assert main(["check", ENTRIES_PATH, "--basedata", str(path)]) == 3
    out, err = capsys.readouterr()
    assert str(path) in err
    assert why in err
    assert "no basedata was used" in out
    with pytest.raises((jcq.FormatError, jcq.JcqError)):
        list(jcq.check_files(ENTRIES_PATH, basedata=[path]))


def test_no_sets_at_all_are_said_to_be_none() -> None:
    (issue,) = jcq.check(ENTRIES_PATH, basedata={})
    assert issue.rule == "cross.no-basedata"
    assert "there is no basedata for awarding body 98, series 6G26" in issue.message


@pytest.mark.parametrize("name", ["O6G26_98.X02", "L6G26_98.X01"])
def test_a_zip_with_a_damaged_file_cannot_be_used(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "Z6G26_98.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for member in BASEDATA.iterdir():
            archive.write(member, member.name)
    data = path.read_bytes()
    at = data.index(name.encode()) + len(name) + 30
    path.write_bytes(data[:at] + b"#" + data[at + 1 :])
    assert main(["check", ENTRIES_PATH, "--basedata", str(path)]) == 3
    assert f"{path}/{name}: cannot be unpacked" in capsys.readouterr().err
    with pytest.raises(jcq.FormatError, match=f"{name}: cannot be unpacked"):
        list(jcq.check_files(ENTRIES_PATH, basedata=path))
    # In a folder it is one of the files there, and named as not used.
    assert main(["check", ENTRIES_PATH, "--basedata", str(tmp_path)]) == 0
    assert f"not used as basedata: {path}/{name}: cannot be" in capsys.readouterr().out


def test_what_a_folder_holds_and_was_passed_over_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(BASEDATA, tmp_path / "basedata")
    shutil.copy(CENTRE / "F9999998.X01", tmp_path / "basedata")
    (tmp_path / "basedata" / "notes.txt").write_text("notes")
    assert main(["check", ENTRIES_PATH, "--basedata", str(tmp_path / "basedata")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("checked against O6G26_98.X02, issue 002")
    assert lines[1].endswith("F9999998.X01: forecast grades, not basedata")
    assert lines[2].endswith("notes.txt: its name is not that of basedata")


def test_a_folder_of_which_nothing_can_be_used_is_refused_with_the_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "O6G26_98.X02").write_text("hello\n")
    for name in ("E9999998.X01", "F9999998.X01", "R9999998.X01"):
        shutil.copy(CENTRE / name, tmp_path)
    assert main(["check", ENTRIES_PATH, "--basedata", str(tmp_path)]) == 3
    said = capsys.readouterr().err
    assert "none of the 4 files here can be used as basedata: " in said
    assert f"{tmp_path}/O6G26_98.X02: this is not an exam file" in said
    assert f"; {tmp_path}/F9999998.X01: forecast grades, not basedata; and 1 more file" in said


def test_a_second_download_is_used_under_its_changed_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in BASEDATA.iterdir():
        shutil.copy(path, tmp_path / f"{path.stem} (1){path.suffix}")
    assert main(["check", ENTRIES_PATH, "--basedata", str(tmp_path)]) == 0
    assert "checked against O6G26_98 (1).X02" in capsys.readouterr().out


MISTYPED = "the code may be mistyped"
OUTDATED = "you may need a newer issue"


def test_the_set_of_the_series_is_chosen_out_of_what_read_basedata_gives() -> None:
    codes = ENTRIES.to_bytes().replace(b"1HI01", b"9ZZ99")
    (issue,) = jcq.check(codes, basedata=SETS)
    assert issue.rule == "cross.option-unknown"
    assert (issue.line_number, issue.start, issue.end) == (3, 116, 121)


@pytest.mark.parametrize(
    ("produced", "causes"),
    [
        (b"100226", [OUTDATED, MISTYPED]),
        (b"120126", [MISTYPED, OUTDATED]),
        (b"      ", [MISTYPED, OUTDATED]),
    ],
    ids=["after the basedata", "on its day", "undated"],
)
def test_the_likelier_cause_of_an_unknown_option_comes_first(
    produced: bytes, causes: list[str]
) -> None:
    assert str(BASE.date_produced) == "2026-01-12"
    codes = ENTRIES.to_bytes().replace(b"1HI01", b"9ZZ99").replace(b"100226", produced)
    message = next(i.message for i in jcq.check(codes, basedata=SETS) if "9ZZ99" in i.message)
    assert message.endswith(": " + ", or ".join(causes))


def test_in_results_the_basedata_is_doubted_first() -> None:
    codes = RESULTS.to_bytes().replace(b"1HI01 1HI01 ", b"9ZZ99 9ZZ99 ")
    message = next(
        i.message for i in jcq.check(codes, basedata=SETS) if "option 9ZZ99" in i.message
    )
    assert message.endswith(f": {OUTDATED}, or {MISTYPED}")


@pytest.mark.parametrize("basedata", [SETS, BASE], ids=["sets", "set"])
@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (b"6G26", b"6G25", "error cross.other-series: this is a file for 2025; the basedata"),
        (b"6G26", b"3G26", "error cross.other-series: this is a file for the series 3G26; the"),
        (b"986G26", b"706G26", "information cross.no-basedata: there is no basedata for awarding"),
    ],
)
def test_basedata_of_another_series_or_awarding_body_is_noticed(
    basedata: object, old: bytes, new: bytes, found: str
) -> None:
    data = ENTRIES.to_bytes().replace(old, new)
    (issue,) = jcq.check(data, basedata=basedata)  # type: ignore[arg-type]
    assert f"{issue.severity} {issue.rule}: {issue.message}".startswith(found)


def test_a_received_file_of_another_series_is_a_warning() -> None:
    data = RESULTS.to_bytes().replace(b"6G26", b"6G25")
    issues = jcq.check(data, basedata=SETS)
    assert {str(i.severity) for i in issues if i.rule == "cross.other-series"} == {"warning"}


@pytest.mark.parametrize(
    "name", ["E9999998 (1).X01", "E9999998(2).X01", "Copy of E9999998.X01", "e9999998.x01.txt"]
)
def test_a_changed_name_is_an_error_in_files_that_are_sent(name: str) -> None:
    (issue,) = jcq.check(ENTRIES.to_bytes(), name=name)
    assert (str(issue.severity), issue.rule) == ("error", "file.renamed")
    assert issue.message == "the file has been renamed: its name should be E9999998.X01"
    received = jcq.check(RESULTS.to_bytes(), name=name.replace("E9", "R9").replace("e9", "r9"))
    assert {str(i.severity) for i in received if i.rule == "file.renamed"} == {"warning"}
