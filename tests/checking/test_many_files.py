"""Checks of many files together, and how issues mention candidates and doubt."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.checking.many_files import Checking
from jcq_formats.core.sources import sources_at
from jcq_formats.exams.basedata import Basedata
from jcq_formats.exams.sequences import issues_of_sequence

from tests.made_up.files import (
    AMENDMENTS,
    BASEDATA,
    CENTRE,
    ENTRIES,
    RESULTS,
    candidate,
    moved,
    new,
)
from tests.made_up.lines import ENTRY, FORECASTS, as_bytes, padded

SETS = jcq.read_basedata(BASEDATA)
(BASE,) = SETS.values()
ENTRIES_NAME = "E9999998.X01"


def rules_of(folder: Path, *more: str) -> list[tuple[str, str]]:
    """File and rule of the issues of a folder, without partial absences."""
    issues = jcq.check_files(folder, *more, disable=["cross.partial-absence"])
    return [(Path(issue.file).name, issue.rule) for issue in issues]


def amendment(number: int) -> bytes:
    data = AMENDMENTS.to_bytes()
    return data.replace(b"6G26002", b"6G26%03d" % number)


def test_amendments_are_counted_among_themselves_where_the_entries_are_not_here(
    tmp_path: Path,
) -> None:
    (tmp_path / "A9999998.X02").write_bytes(amendment(2))
    (tmp_path / "A9999998.X05").write_bytes(amendment(5))
    assert rules_of(tmp_path) == [("A9999998.X05", "cross.sequence-gap")]


@pytest.mark.parametrize(("name", "called"), [("", "a file"), ("E9999998.X01", "E9999998.X01")])
def test_without_a_centre_header_no_sequence_number_can_be_pointed_at(
    name: str, called: str
) -> None:
    file = jcq.read(as_bytes([ENTRY]), name=name)
    with pytest.raises(jcq.JcqError, match=f"^{called} has no centre header$"):
        list(issues_of_sequence(file, "cross.second-entries", "stands twice"))


def test_the_same_entries_twice_are_said(tmp_path: Path) -> None:
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        jcq.write(ENTRIES, tmp_path / folder / "E9999998.X01")
    found = rules_of(tmp_path)
    assert {rule for _, rule in found} == {"cross.sequence-repeat", "cross.second-entries"}


def test_a_file_that_is_named_twice_is_checked_once() -> None:
    sources = [*sources_at(str(CENTRE)).found, *sources_at(str(CENTRE / ENTRIES_NAME)).found]
    assert [checked.name for checked in Checking(sources).files()].count(sources[-1].name) == 1


def test_results_of_several_centres_are_held_against_the_entries_that_are_here(
    tmp_path: Path,
) -> None:
    jcq.write(ENTRIES, tmp_path / "E9999998.X01")
    jcq.write(AMENDMENTS, tmp_path / "A9999998.X02")
    without_entries = jcq.read(moved_results("99998"))
    both = jcq.join_centres([without_entries, RESULTS])
    jcq.write(both, tmp_path / "results")
    issues = list(jcq.check_files(tmp_path, tmp_path / "results", only=["cross.not-entered"]))
    assert [(issue.line_number, issue.about) for issue in issues] == []
    other = RESULTS.to_bytes().replace(b"1HI01 1HI01 ", b"1HIS  1HIS  ")
    both = jcq.join_centres([without_entries, jcq.read(other)])
    jcq.write(both, tmp_path / "results")
    issues = list(jcq.check_files(tmp_path, tmp_path / "results", only=["cross.not-entered"]))
    assert [issue.about for issue in issues] == ["candidate 99999 0001"]


def test_results_are_held_against_entries_that_were_never_amended(tmp_path: Path) -> None:
    jcq.write(new([*ENTRIES.records[1:]], after=[]), tmp_path / ENTRIES_NAME)
    jcq.write(RESULTS, tmp_path / "R9999998.X01")
    issues = list(jcq.check_files(tmp_path, only=["cross.not-entered"]))
    assert "candidate 99999 0001" in {issue.about for issue in issues}


def test_results_are_held_against_no_amendments_without_their_entries(tmp_path: Path) -> None:
    jcq.write(AMENDMENTS, tmp_path / "A9999998.X02")
    jcq.write(RESULTS, tmp_path / "R9999998.X01")
    assert list(jcq.check_files(tmp_path, only=["cross.not-entered"])) == []


@pytest.mark.parametrize(("said", "rules"), [(b"98??26", []), (b"98??25", ["cross.other-series"])])
def test_results_of_no_series_are_held_against_the_only_basedata_of_their_year(
    said: bytes, rules: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "R9999998.X01"
    path.write_bytes(RESULTS.to_bytes().replace(b"986G26", said))
    only = ["cross.no-basedata", "cross.other-series", "cross.option-unknown"]
    issues = jcq.check_files(path, basedata=[BASEDATA], only=only)
    assert [issue.rule for issue in issues] == rules


def moved_results(centre: str) -> bytes:
    """The sample's results at another centre, without identifiers."""
    lines = RESULTS.to_bytes().split(b"\r\n")
    text = [line[:2] + centre.encode() + line[7:] if line else line for line in lines]
    blank = [t[:11] + b" " * 23 + t[34:] if t.startswith(b"R5") else t for t in text]
    return b"\r\n".join(blank)


def test_an_option_that_is_not_known_is_said_once_for_all_centres() -> None:
    joined = jcq.join_centres([ENTRIES, moved(ENTRIES, "99998")])
    without = Basedata.of(r for o, r in BASE.options.items() if o != "1MAH")
    (issue,) = jcq.check(joined, basedata=without, only=["cross.option-unknown"])
    assert "option 1MAH (4 candidates) is" in issue.message
    assert issue.about == ""


def test_an_unknown_option_counts_candidates_whose_results_are_alike_too() -> None:
    first = next(
        record for record in RESULTS.records if record.text("option_entry_code") == "1MAH  "
    )
    alike = [first.replace(candidate_number=number) for number in ("0001", "0002", "0003")]
    without = Basedata.of(r for o, r in BASE.options.items() if o != "1MAH")
    (issue,) = jcq.check(new(alike), basedata=without, only=["cross.option-unknown"])
    assert "option 1MAH (3 candidates) is" in issue.message


def test_the_issue_of_the_basedata_that_was_used_is_known_when_all_is_well() -> None:
    beside = {"basedata": sources_at(str(BASEDATA)).found}
    checking = Checking(sources_at(str(CENTRE)).found, beside)
    assert [
        i for checked in checking.files() for i in checked.issues if i.severity == "error"
    ] == []
    assert checking.basedata_used == {jcq.ExamSeries("98", "6G", "26"): "O6G26_98.X02, issue 002"}


def test_a_set_without_options_is_no_basedata(tmp_path: Path) -> None:
    (tmp_path / "S6G26_98.X01").write_bytes((BASEDATA / "S6G26_98.X01").read_bytes())
    issues = jcq.check_files(CENTRE / ENTRIES_NAME, basedata=[tmp_path])
    assert [issue.rule for issue in issues] == ["cross.no-basedata"]


def test_a_disallowed_pair_names_the_candidate_and_both_codes() -> None:
    file = new([*candidate("0042", "1MAF", "1HI01", "1MAH").records])
    (issue,) = jcq.check(file, basedata=BASE, only=["cross.disallowed"])
    assert issue.about == "candidate 99999 0042"
    assert "does not allow 1MAF and 1MAH together" in issue.message
    assert issue.severity is jcq.Severity.ERROR


def test_codes_after_a_hole_are_looked_up_and_held_against_one_another() -> None:
    (record,) = candidate("0042", "1MAF", "1HI01", "1MAH", "ZZZ").records
    line = record.line[:115] + " " * 7 + record.line[122:]
    issues = jcq.check(new([jcq.v14.Entry(line)]), basedata=BASE)
    assert {issue.rule for issue in issues if issue.line_number == 3} == {
        *("field.group-hole", "cross.disallowed", "cross.option-unknown"),
    }


def test_a_pair_that_rests_on_an_inference_warns_and_says_so() -> None:
    doubtful = jcq.v14.DisallowedCombination(padded("D51MA * 1HI *"))
    assert doubtful.line[2:14] == "1MA * 1HI * "
    basedata = Basedata.of([*BASE.options.values(), doubtful])
    file = new([*candidate("0042", "1MAF", "1HI01").records])
    (issue,) = jcq.check(file, basedata=basedata, only=["cross.disallowed"])
    assert (issue.severity, issue.grade) == (jcq.Severity.WARNING, "D")
    assert "what a blank before * means is not established" in issue.message
    assert str(issue).endswith(" (not confirmed: this is inferred, and may be wrong)")


def test_what_rests_on_one_program_only_warns() -> None:
    name = "F9999998.X01"
    lines = (CENTRE / name).read_bytes().split(b"\r\n")
    for field in (b"9999X", b"00X1", b"      "):
        at = {5: 2, 4: 7, 6: 11}[len(field)]
        changed = [*lines[:2], lines[2][:at] + field + lines[2][at + len(field) :], *lines[3:]]
        severities = {issue.severity for issue in jcq.check(b"\r\n".join(changed), name=name)}
        assert severities == {jcq.Severity.WARNING}


@pytest.mark.parametrize("name", ["R9999998.X01", "F9999998.X01", "E9999998.X01"])
def test_the_order_of_records_is_a_fact_of_every_data_type(name: str) -> None:
    lines = (CENTRE / name).read_bytes().split(b"\r\n")
    letter = lines[0][:1]
    for changed in (
        lines[1:],
        lines[:-2],
        [*lines[:4], letter.lower() + lines[4][1:], *lines[5:]],
        [*lines[:4], b"Q5 what is this", *lines[4:]],
        [*lines[:4], lines[4][:9] + b"\0" + lines[4][10:], *lines[5:]],
        [*lines[:-1], *lines],
    ):
        issues = jcq.check(b"\r\n".join(changed), name=name)
        assert jcq.Severity.ERROR in {issue.severity for issue in issues}


def test_a_forecast_is_judged_by_the_whole_code_of_its_option() -> None:
    unknown, known = padded("F599999000199AH  A"), padded("F59999900011MAH  A")
    lines = [*FORECASTS[:2], unknown, known, *FORECASTS[3:]]
    found = jcq.check(as_bytes(lines), basedata=BASE)
    assert [(one.rule, one.line_number) for one in found if one.rule.startswith("cross.")] == [
        ("cross.option-unknown", 3),
        ("cross.forecast-grade", 4),
    ]
