"""XML messages together with results files and with each other, and the command that checks
them."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

from tests.made_up.files import BASEDATA, RESULTS
from tests.made_up.message import NAME, Learner, message, uci

TEXT = message()


def candidates_of_results() -> dict[str, str]:
    """The UCIs in the results file by candidate number."""
    return {r.text("candidate_number"): r.text("uci") for r in RESULTS.records if r.KEY == "R5"}


def numbers_of_results() -> list[str]:
    return sorted(candidates_of_results())


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """A results file and the component results of its candidates, with one left out and one
    added."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    jcq.write(RESULTS, folder / "R9999998.X01")
    known = candidates_of_results() | {"9998": uci(9998)}
    numbers = [*numbers_of_results()[1:], "9998"]
    who = [Learner(known[number], number, {"1HI/C": "5"}) for number in numbers]
    (folder / NAME).write_text(message(who), "utf-8")
    return folder


def test_the_results_file_beside(downloads: Path) -> None:
    issues = [i for i in jcq.check_files(downloads) if i.rule.startswith("message.")]
    assert {i.rule: i.severity for i in issues} == {
        "message.same-results": "information",
        "message.other-candidates": "warning",
    }
    name = "R9999998.X01"
    said = [i.message for i in issues]
    assert f"these are the same results as in {name}: load that file first" in said[0]
    assert said[1] == f"1 candidate (9998) with component results but no result in {name}"
    first = numbers_of_results()[0]
    assert said[2] == f"1 candidate ({first}) with a result in {name} but no component results"


def test_of_several_results_files_any_can_be_the_one(downloads: Path) -> None:
    (downloads / "R9999998.X02").write_bytes((downloads / "R9999998.X01").read_bytes())
    said = [i.message for i in jcq.check_files(downloads) if i.rule.startswith("message.")]
    names = "R9999998.X01 or R9999998.X02"
    assert said[0].startswith(f"these are the same results as in {names} (whichever has the same")
    assert said[1:] == [f"1 candidate (9998) with component results but no result in {names}"]


def rewritten(folder: Path, old: str, new: str) -> None:
    path = folder / NAME
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def said_beside(folder: Path) -> dict[str, str]:
    return {i.rule: i.message for i in jcq.check_files(folder) if i.rule.startswith("message.")}


def test_results_of_another_year_are_not_the_same(downloads: Path) -> None:
    rewritten(downloads, ">2026-", ">2019-")
    assert said_beside(downloads) == {}


def test_results_of_the_next_year_may_be_the_same(downloads: Path) -> None:
    """Results of a series late in the year may be issued in the next."""
    rewritten(downloads, ">2026-", ">2027-")
    (said,) = said_beside(downloads).values()
    assert said.startswith("these may be the same results as in R9999998.X01, because some")
    assert "that file is of the year before" in said


def test_results_without_a_year_may_be_the_same(downloads: Path) -> None:
    rewritten(downloads, ">2026-", ">soon-")
    said = said_beside(downloads)["message.same-results"]
    assert said.startswith("these may be the same results as in R9999998.X01")
    assert "one of the files has no readable year" in said


def test_results_with_no_candidate_in_common_are_not_the_same(downloads: Path) -> None:
    for number, known in candidates_of_results().items():
        if known in (downloads / NAME).read_text("utf-8"):
            rewritten(downloads, known, uci(int(number) + 5000))
    said = said_beside(downloads)
    assert set(said) == {"message.other-candidates", "message.other-uci"}
    assert "have a different UCI in R9999998.X01" in said["message.other-uci"]
    assert "swapped" not in said["message.other-uci"]


def test_two_candidates_swapped(downloads: Path) -> None:
    known = candidates_of_results()
    first, second = numbers_of_results()[1:3]
    rewritten(downloads, known[first], "@")
    rewritten(downloads, known[second], known[first])
    rewritten(downloads, "@", known[second])
    assert said_beside(downloads)["message.other-uci"] == (
        f"2 candidates ({first}, {second}) have a different UCI in R9999998.X01, which belongs to"
        " another candidate here: their results may be swapped"
    )


def test_one_candidate_with_another_uci(downloads: Path) -> None:
    first = numbers_of_results()[1]
    rewritten(downloads, candidates_of_results()[first], uci(5000))
    said = said_beside(downloads)["message.other-uci"]
    assert said == f"1 candidate ({first}) has a different UCI in R9999998.X01"


def test_a_candidate_without_a_uci_is_the_same_by_the_number(downloads: Path) -> None:
    for known in candidates_of_results().values():
        if known in (downloads / NAME).read_text("utf-8"):
            rewritten(downloads, known, "*" * 13)
    said = said_beside(downloads)
    assert "message.other-uci" not in said


def test_the_same_message_twice(tmp_path: Path) -> None:
    other = NAME.replace("cdef.xml", "cdee.xml")
    for name in (NAME, other):
        (tmp_path / name).write_text(TEXT, "utf-8")
    issues = list(jcq.check_files(tmp_path))
    assert [(i.rule, i.severity, Path(i.file).name) for i in issues] == [
        ("message.same-message", "warning", NAME)
    ]
    assert f"{other}: both have the same identifier" in issues[0].message
    (tmp_path / other).write_text(TEXT.replace("<MessageID>0", "<MessageID>f"), "utf-8")
    assert list(jcq.check_files(tmp_path)) == []


def test_a_results_file_of_another_centre_or_body_is_not_the_same(downloads: Path) -> None:
    path = downloads / NAME
    text = path.read_text("utf-8")
    path.write_text(text.replace(">99999<", ">11111<"), "utf-8")
    path.rename(downloads / NAME.replace("99999", "11111"))
    rules = {i.rule for i in jcq.check_files(downloads)}
    assert "message.same-results" not in rules
    (downloads / NAME.replace("99999", "11111")).unlink()
    (downloads / NAME.replace(".98.", ".02.")).write_text(text.replace(">98<", ">02<"), "utf-8")
    assert "message.same-results" not in {i.rule for i in jcq.check_files(downloads)}


def test_a_results_file_addressed_to_no_one_centre_may_be_the_same(downloads: Path) -> None:
    path = downloads / "R9999998.X01"
    lines = path.read_bytes().splitlines(keepends=True)
    several = {0: b"6G26_", -1: b"00000"}
    for at, address in several.items():
        lines[at] = lines[at][:2] + address + lines[at][7:]
    path.write_bytes(b"".join(lines))
    assert "message.same-results" in said_beside(downloads)
    lines[0] = lines[0].replace(b"6G26_", b"12345")
    path.write_bytes(b"".join(lines))
    assert said_beside(downloads) == {}


def test_the_command(downloads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(downloads), "--basedata", str(BASEDATA)]) == 0
    shown = capsys.readouterr().out
    assert "warning message.other-candidates: 1 candidate (9998)" in shown
    assert "Load the results file (R) first." in shown
    assert "2 files" in shown
    assert main(["check", str(downloads), "--format", "json", "--only", "message.uci"]) == 0
    assert main(["check", str(downloads), "--format", "html"]) == 0


def test_a_message_that_is_cut_off_is_an_error(
    downloads: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = downloads / NAME
    path.write_text(path.read_text("utf-8")[:-30], "utf-8")
    assert main(["check", str(path)]) == 1
    assert "error message.not-well-formed: this is not well-formed XML:" in capsys.readouterr().out


def test_a_doctype_is_unreadable(downloads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = downloads / NAME
    text = path.read_text("utf-8").replace("<A2C", "<!DOCTYPE A2CMessage><A2C", 1)
    path.write_text(text, "utf-8")
    assert main(["check", str(path)]) == 3
    assert f"jcq: {path}: the file has a document type declaration (DOCTYPE), which is refused" in (
        capsys.readouterr().err
    )
    with pytest.raises(jcq.FormatError, match="DOCTYPE"):
        jcq.check(path)
