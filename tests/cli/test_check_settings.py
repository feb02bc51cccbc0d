"""`jcq check` with basedata, settings, and other forms of output."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main
from jcq_formats.report import html, summary

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
RESULTS = SAMPLES / "centre" / "R9999998.X01"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def old_basedata(tmp_path: Path) -> Path:
    """A set that lacks one of the options."""
    folder = tmp_path / "old"
    shutil.copytree(SAMPLES / "basedata", folder)
    options = folder / "O6G26_98.X02"
    lines = [line for line in options.read_bytes().split(b"\r\n") if b"O51MAH" not in line]
    options.write_bytes(
        b"\r\n".join(lines)
        .replace(b"0000010120126", b"0000009120126")
        .replace(b"0000012", b"0000011")
    )
    return folder


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().out.split("\n") if not line.startswith(" ")]


def test_basedata_that_is_old_is_said_once_for_each_option(
    old_basedata: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(RESULTS), "--basedata", str(old_basedata)]) == 1
    assert said(capsys) == [
        f"{RESULTS}:3:35: error cross.option-unknown: option_entry_code: option 1MAH (2"
        " candidates) is not in the basedata (O6G26_98.X02, issue 002): you may need a newer"
        " issue, or the code may be mistyped",
        f"{RESULTS}:5:56: information cross.partial-absence: first_grade_partial_absence:"
        " the grade is based on part of the work only (partial absence) (candidate 99999 0002)",
        "checked against O6G26_98.X02, issue 002: awarding body 98, series 6G26",
        "1 file, 11 lines: 1 error, 0 warnings, 1 for information",
        "",
    ]


def test_basedata_in_a_zip_is_looked_up(
    old_basedata: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.make_archive("set", "zip", old_basedata)
    assert main(["check", str(RESULTS), "--basedata", "set.zip", "--quiet"]) == 1
    assert "option 1MAH (2 candidates)" in capsys.readouterr().out


def test_an_entry_for_an_unknown_option_is_an_error(old_basedata: Path) -> None:
    entries = str(SAMPLES / "centre" / "E9999998.X01")
    assert main(["check", entries, "--basedata", str(old_basedata)]) == 1
    assert main(["check", entries, "--basedata", str(SAMPLES / "basedata")]) == 0


def test_basedata_that_cannot_be_read_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(RESULTS), "--basedata", "nowhere"]) == 3
    assert "jcq: nowhere: No such file or directory" in capsys.readouterr().err


def test_only_some_rules_and_other_severities(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["check", str(RESULTS), "--quiet", "--only", "cross.partial-absence"]
    assert main(arguments) == 0
    capsys.readouterr()
    assert main([*arguments, "--severity", "cross.partial-absence=error"]) == 1
    assert "error cross.partial-absence" in capsys.readouterr().out
    assert main(["check", str(RESULTS), "--only", "file.name"]) == 0
    assert said(capsys) == [
        "no basedata was used, so series, options and grades were not checked"
        " (--basedata gives it)",
        "1 file, 11 lines: 0 errors, 0 warnings",
        "",
    ]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("cross.partial-absence", "needs RULE=LEVEL"),
        ("cross.partial=error", "did you mean cross.partial-absence?"),
        ("file.name=eror", "unknown severity 'eror'; did you mean error?"),
    ],
)
def test_a_severity_that_is_misspelt_is_wrong_usage(
    given: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(RESULTS), "--severity", given]) == 2
    assert why in capsys.readouterr().err


def test_a_configuration_is_taken_from_the_folder(capsys: pytest.CaptureFixture[str]) -> None:
    Path("jcq.toml").write_text(
        '[check]\ndisable = ["cross.other-option"]\n'
        f'basedata = ["{SAMPLES.as_posix()}/basedata"]\n'
        '[check.severity]\n"cross.partial-absence" = "warning"\n'
    )
    assert main(["check", str(RESULTS)]) == 0
    assert said(capsys)[-2] == "1 file, 11 lines: 0 errors, 1 warning"
    assert main(["check", str(RESULTS), "--severity", "cross.partial-absence=error"]) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "[check]\ndisabled = []\n",
            "jcq.toml: [check] has no key 'disabled'; did you mean",
        ),
        ("[chekc]\nonly = []\n", "jcq.toml: there is no table [chekc]; did you mean check?"),
        ("[result]\n", "jcq.toml: there is no table [result]; did you mean results?"),
        ("only = []\n", "jcq.toml: 'only' is below no table: write [check] on a line before it"),
        ('[check]\ndisable = "all"\n', "jcq.toml: [check] disable must be a list of texts"),
        ("[check\n", "jcq.toml: not TOML: "),
        ("check = 3\n", "jcq.toml: `check` must be a table: write [check]"),
        ('[check]\nbasedata = ["\\u0000"]\n', "jcq.toml: [check] basedata holds a NUL character"),
        ("[check]\nonly = [3]\n", "jcq.toml: [check] only must be a list of texts"),
        ("[check]\nseverity = 3\n", "jcq.toml: [check] severity must be a table"),
        ('[check.severity]\n"file.name" = 3\n', "[check.severity] 'file.name' must be a text"),
        ("[check.severity]\nfile.name = 'error'\n", "put the id of the rule in quotation marks"),
        ('[check.severity]\n"file.name" = "bad"\n', "jcq.toml: unknown severity 'bad'"),
        ("x = " + "[" * 5_000 + "]" * 5_000, "jcq.toml: lists or tables within one another"),
        ("x = " + "9" * 5_000, "jcq.toml: not TOML: "),
        ("#" * (1 << 20) + "\n", "jcq.toml: larger than 1,048,576 bytes"),
        ('[check]\ndisable = ["nonsense"]\n', "unknown rule 'nonsense'"),
    ],
)
def test_a_broken_configuration_is_wrong_usage(
    text: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("jcq.toml").write_text(text)
    assert main(["check", str(RESULTS)]) == 2
    assert why in capsys.readouterr().err
    assert main(["check", str(RESULTS), "--config", "missing.toml"]) == 2


@pytest.mark.parametrize(
    ("data", "line"), [(b"\xff\xfe", 1), (b"[check]\nonly = ['\xe9']\n", 2), (b"[check]\n\x80", 2)]
)
def test_a_configuration_that_is_not_utf_8_is_wrong_usage(
    data: bytes, line: int, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("jcq.toml").write_bytes(data)
    assert main(["check", str(RESULTS)]) == 2
    assert f"jcq.toml: line {line} is not UTF-8 text" in capsys.readouterr().err


def test_json_lines_hold_each_issue_and_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(RESULTS), "--format", "json"]) == 0
    issue, counts = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (issue["rule"], issue["line"], issue["start"]) == ("cross.partial-absence", 5, 56)
    assert issue["text"].startswith("R5999990002***********************1MAH")
    assert issue["advice"].startswith("Check whether the centre has")
    assert counts["issues"] == {"information": 1}
    assert counts["rules"] == {"cross.partial-absence": 1}
    assert (counts["files"], counts["lines"], counts["unreadable"]) == (1, 11, 0)


def test_personal_data_is_in_json_and_html_only_when_asked_for() -> None:
    data = RESULTS.read_bytes().replace(b"999990230002H", b"999990230002A")
    Path("R9999998.X01").write_bytes(data)
    for form in ("json", "html"):
        arguments = ["check", "R9999998.X01", "--format", form]
        main([*arguments, "--output", "masked"])
        main([*arguments, "--output", "open", "--show-personal-data"])
        assert "999990230002A" not in Path("masked").read_text("utf-8")
        assert "999990230002A" in Path("open").read_text("utf-8")


def test_quiet_says_that_no_basedata_was_used(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(RESULTS), "--quiet"])
    assert (
        "no basedata was used, so series, options and grades were not checked"
        " (--basedata gives it)" in said(capsys)
    )
    main(["check", str(RESULTS), "--quiet", "--basedata", str(SAMPLES / "basedata")])
    assert not [line for line in said(capsys) if "basedata was used" in line]


def test_more_issues_than_are_kept_are_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(summary, "KEPT_OF_A_RULE", 2)
    data = (SAMPLES / "basedata" / "S6G26_98.X01").read_bytes()
    for title in (b"MATHEMATICS ", b"HISTORY ", b"ARCHAEOLOGY "):
        data = data.replace(title, title.replace(b" ", b"\xc9"))
    Path("S6G26_98.X01").write_bytes(data)
    assert main(["check", "S6G26_98.X01", "--quiet"]) == 0
    lines = said(capsys)
    assert [line.partition(" ")[0] for line in lines[:2]] == [
        "S6G26_98.X01:3:10:",
        "S6G26_98.X01:4:10:",
    ]
    assert lines[2] == "1 issue not shown"


def test_what_is_said_last_is_shown_however_much_was_said_before(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], old_basedata: Path
) -> None:
    monkeypatch.setattr(summary, "KEPT_OF_A_RULE", 1)
    data = RESULTS.read_bytes().replace(
        b"1HI01 1HI01 B0171A*        ", b"1HI01 1HI01 B0171A*    #   "
    )
    Path("R9999998.X01").write_bytes(data)
    main(["check", "R9999998.X01", "--basedata", str(old_basedata), "--quiet"])
    shown = [line.split()[2].rstrip(":") for line in said(capsys) if line.startswith("R")]
    assert shown == ["cross.option-unknown", "cross.partial-absence"]


def test_a_full_page_leaves_out_what_is_least_grave(
    monkeypatch: pytest.MonkeyPatch, old_basedata: Path
) -> None:
    monkeypatch.setattr(html, "KEPT_IN_ALL", 1)
    entries = SAMPLES / "centre" / "E9999998.X01"
    files = [str(RESULTS), str(entries), "--basedata", str(old_basedata)]
    main(["check", *files, "--format", "html", "--output", "page.html"])
    page = Path("page.html").read_text("utf-8")
    assert page.count('<tr data-severity="error"') == page.count("<tr data-severity=") == 1
    assert " issues more than this page shows" in page


def test_which_issue_of_the_basedata_was_used_is_in_every_report(
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ["check", str(RESULTS), "--basedata", str(SAMPLES / "basedata"), "--format"]
    main([*arguments, "json"])
    counts = json.loads(capsys.readouterr().out.splitlines()[-1])
    season = {"awarding_body": "98", "series": "6G", "year": "26"}
    assert counts["basedata"] == [{**season, "issue": "O6G26_98.X02, issue 002"}]
    for form in ("text", "html"):
        main([*arguments, form])
        said = "hecked against O6G26_98.X02, issue 002: awarding body 98, series 6G26"
        assert said in capsys.readouterr().out


def test_the_same_from_python(old_basedata: Path) -> None:
    sets = jcq.read_basedata(old_basedata)
    basedata = sets[jcq.ExamSeries("98", "6G", "26")]
    unknown, absent = jcq.check(RESULTS, basedata=basedata)
    assert (unknown.rule, absent.rule) == ("cross.option-unknown", "cross.partial-absence")
    assert [i.rule for i in jcq.check(RESULTS, only=["cross.partial-absence"])] == [absent.rule]
    (warned,) = jcq.check(RESULTS, severity={"cross.partial-absence": "warning"})
    assert warned.severity is jcq.Severity.WARNING
    assert jcq.check(RESULTS, disable=["cross.partial-absence"]) == []
    with pytest.raises(jcq.JcqError, match="unknown rule 'nonsense'"):
        jcq.check(RESULTS, only=["nonsense"])


def test_many_files_from_python(old_basedata: Path) -> None:
    issues = list(jcq.check_files(RESULTS, basedata=[old_basedata]))
    assert [issue.rule for issue in issues] == ["cross.option-unknown", "cross.partial-absence"]
    assert list(jcq.check_files(SAMPLES, only=["cross.option-unknown"])) == []
    Path("letter.pdf").write_bytes(b"%PDF-1.4")
    with pytest.raises(jcq.FormatError, match="a PDF document"):
        list(jcq.check_files("letter.pdf"))


def test_rules_that_rest_on_weak_evidence_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    lines = RESULTS.read_bytes().replace(b"1MAH  1MAH  18", b"1MAH  1MAH  1B")
    Path("R9999998.X01").write_bytes(lines)
    main(["check", "R9999998.X01", "--basedata", str(SAMPLES / "basedata")])
    printed = capsys.readouterr().out
    assert "This rule is not confirmed (evidence: D), so it may be wrong." in printed
