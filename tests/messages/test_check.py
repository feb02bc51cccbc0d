"""Messages in XML, each with one thing wrong: its rule is reported, and nothing personal."""

from __future__ import annotations

import io
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats import a2c
from jcq_formats.cli import main

from tests.made_up.files import BASEDATA, RESULTS
from tests.made_up.message import NAME, Learner, learners, message, outcome, roles, uci
from tests.messages.cases import BLOCKS, CASES, HEADER, TEXT, VALUE_1

BASEDATA_SETS = jcq.read_basedata(BASEDATA)


def check(text: str, name: str = NAME) -> list[jcq.Issue]:
    return jcq.check(text.encode(), name=name)


@pytest.mark.parametrize("name", CASES)
def test_a_defect_gives_its_rule(name: str) -> None:
    case = CASES[name]
    assert case.old in TEXT
    issues = check(TEXT.replace(case.old, case.new, 1))
    found = {issue.rule for issue in issues}
    # The centre says who has given a number, and the sender whose outcomes these are.
    found -= {"message.no-candidate-number", "message.other-awarding-body"} - {case.rule}
    assert found == {case.rule}
    issue = next(issue for issue in issues if issue.rule == case.rule)
    assert case.said in issue.message
    assert (issue.severity, issue.about) == (case.severity, case.about)
    assert issue.text == ""
    assert issue.line_number > 0 and issue.start > 0


@pytest.mark.parametrize("mark", ["5O", "-5", "+999", "9" * 19, "5,5", "A"])
def test_a_mark_that_is_no_number_is_reported_without_basedata(mark: str) -> None:
    (issue,) = check(message([Learner(uci(1), "0001", {"1/1": mark})]))
    assert (issue.rule, issue.field) == ("message.value", "value")
    assert mark not in issue.message or len(mark) == 1


def test_a_mark_of_many_digits_is_held_against_the_maximum() -> None:
    data = message([Learner(uci(1), "0001", {"1HI/C": "9" * 10})]).encode()
    issues = jcq.check(data, name=NAME, basedata=BASEDATA_SETS)
    assert [issue.rule for issue in issues] == ["message.above-maximum"]


def test_a_value_that_holds_an_element_is_read_and_reported() -> None:
    text = TEXT.replace(VALUE_1, VALUE_1.replace(">1<", ">58<Unit>raw</Unit><"), 1)
    assert next(jcq.component_results(text.encode())).value == "58"
    said = {issue.rule: issue.message for issue in check(text)}
    assert set(said) == {"message.value", "message.unknown-element"}
    assert said["message.value"] == (
        "value: it holds another element: only the text beside that is read"
    )


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace(HEADER + BLOCKS, BLOCKS + HEADER),
        TEXT.replace(HEADER, HEADER + HEADER.replace(">99999<", ">88888<")),
    ],
)
def test_results_are_the_same_wherever_the_header_is(text: str) -> None:
    data = text.encode()
    expected = [(r.centre_number, r.candidate_number) for r in jcq.component_results(TEXT.encode())]
    for source in (data, jcq.read_message(data)):
        found = [(r.centre_number, r.candidate_number) for r in jcq.component_results(source)]
        assert found == expected


def test_what_is_missing_is_said_once_and_not_as_a_difference() -> None:
    for name in ("no header", "no centre", "no awarding body of an outcome", "no results"):
        case = CASES[name]
        rules = [issue.rule for issue in check(TEXT.replace(case.old, case.new, 1))]
        assert set(rules) == {"message.missing"}, name
    assert len(check(TEXT.replace(HEADER, "", 1))) == 1


def test_500_candidates_are_clean() -> None:
    assert check(message(learners(500))) == []
    assert jcq.check(jcq.read_message(TEXT.encode(), name=NAME)) == []
    assert jcq.check(io.BytesIO(TEXT.encode()), name=NAME) == []


def test_an_issue_says_where(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text(TEXT.replace("<QE_Outcome_Date>2026-08-13", "<QE_Outcome_Date>now", 1), "utf-8")
    (issue,) = jcq.check(path)
    line = TEXT.split("\n")[issue.line_number - 1]
    assert line[issue.start - 1 :].startswith("<QE_Outcome_Date>")
    assert (issue.record, issue.field, issue.file) == ("Outcome", "outcome_date", str(path))
    assert issue.grade == "C"


def test_a_check_letter() -> None:
    wrong = uci(1)[:12] + ("A" if uci(1)[12] != "A" else "B")
    issues = check(message([Learner(wrong, "0001", {"1/1": "1"})]))
    assert [(i.rule, i.field, i.about) for i in issues] == [
        ("message.uci", "learner", "candidate 99999 0001")
    ]
    assert "check letter" in issues[0].message
    assert wrong not in str(issues)


def test_a_candidate_number_of_two_and_two_of_one() -> None:
    first, second = learners(2)
    issues = check(message([first, second._replace(number="0001")]))
    assert [i.message for i in issues] == ["2 candidates have the candidate number 0001"] * 2
    other = roles("99999", first._replace(number="0009"))[0]
    at = "  <PartyRelationshipRole>"
    issues = check(TEXT.replace(at, f"  {other}\n{at}", 1))
    assert [i.message for i in issues] == [
        "the candidate has several candidate numbers: 0009, 0001"
    ]


def test_a_second_outcome_of_another_type_is_no_duplicate() -> None:
    other = outcome("98", "1001/01", "B", "Grade")
    text = TEXT.replace("</QEOutcome_CN></QEOutcome>", f"</QEOutcome_CN>{other}</QEOutcome>", 1)
    assert [issue.rule for issue in check(text)] == ["message.unknown-value"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (NAME.replace(".xml", " (1).xml"), f"the file was renamed: it should be called {NAME}"),
        (f"Copy of {NAME}", f"it should be called {NAME}"),
        ("marks.xml", f"the file should have a name such as {a2c.FORMAT.name_example}"),
    ],
)
def test_a_name_that_was_changed(name: str, said: str) -> None:
    (issue,) = check(TEXT, name)
    assert issue.rule == "message.renamed"
    assert said in issue.message


@pytest.mark.parametrize("name", [NAME, NAME.upper(), f"a/b/{NAME}", "", "-"])
def test_a_name_that_is_right(name: str) -> None:
    assert check(TEXT, name) == []


def test_the_name_of_a_copy_is_held_against_the_header() -> None:
    name = NAME.replace("99999", "11111").replace(".xml", " (1).xml")
    assert [issue.rule for issue in check(TEXT, name)] == ["message.renamed", "message.file-name"]


def test_components_of_the_basedata() -> None:
    marks = {"1HI/C": "51", "LEAF/1": "30", "1HI": "9", "NONE/1": "3", "1MA/F1": "999"}
    data = message([Learner(uci(1), "0001", marks)]).encode()
    for basedata in (BASEDATA_SETS, next(iter(BASEDATA_SETS.values()))):
        issues = jcq.check(data, name=NAME, basedata=basedata)
        assert [(i.rule, i.severity, i.about) for i in issues] == [
            ("message.above-maximum", "warning", "candidate 99999 0001"),
            ("message.component-unknown", "warning", ""),
        ]
        assert "51 is above the maximum mark of 1HI/C, 50" in issues[0].message
        assert "'NONE/1' is not in the basedata (O6G26_98.X02, issue 002)" in issues[1].message


def test_a_value_of_another_type_is_not_held_against_the_maximum_mark() -> None:
    data = message([Learner(uci(1), "0001", {"1HI/C": "51"})], value_type="UMS").encode()
    issues = jcq.check(data, name=NAME, basedata=BASEDATA_SETS)
    assert [issue.rule for issue in issues] == ["message.unknown-value"]


def test_basedata_of_another_awarding_body_is_not_used() -> None:
    data = message([Learner(uci(1), "0001", {"NONE": "51"})], board="02").encode()
    name = NAME.replace(".98.", ".02.")
    assert jcq.check(data, name=name, basedata=BASEDATA_SETS) == []


def numbers_of_results() -> list[str]:
    return sorted({record.text("candidate_number") for record in RESULTS.records})


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """A results file and the component results of its candidates, one left out and one more."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    jcq.write(RESULTS, folder / "R9999998.X01")
    numbers = [*numbers_of_results()[1:], "9998"]
    who = [Learner(uci(n), number, {"1HI/C": "5"}) for n, number in enumerate(numbers, 1)]
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
    assert said[1] == f"1 candidate (9998) with component results and no result in {name}"
    first = numbers_of_results()[0]
    assert said[2] == f"1 candidate ({first}) with a result in {name} and no component results"


def test_of_several_results_files_any_can_be_the_one(downloads: Path) -> None:
    (downloads / "R9999998.X02").write_bytes((downloads / "R9999998.X01").read_bytes())
    said = [i.message for i in jcq.check_files(downloads) if i.rule.startswith("message.")]
    names = "R9999998.X01 or R9999998.X02"
    assert said[0].startswith(f"these are the same results as in {names}, whichever is of the same")
    assert said[1:] == [f"1 candidate (9998) with component results and no result in {names}"]


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
    assert "error message.not-well-formed: not well-formed XML:" in capsys.readouterr().out


def test_a_doctype_is_unreadable(downloads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = downloads / NAME
    text = path.read_text("utf-8").replace("<A2C", "<!DOCTYPE A2CMessage><A2C", 1)
    path.write_text(text, "utf-8")
    assert main(["check", str(path)]) == 3
    assert f"jcq: {path}: a document type declaration (DOCTYPE) is refused" in (
        capsys.readouterr().err
    )
    with pytest.raises(jcq.FormatError, match="DOCTYPE"):
        jcq.check(path)


def test_rules_are_switched_off_and_severities_are_changed() -> None:
    text = TEXT.replace("<QE_Outcome_Date>2026-08-13", "<QE_Outcome_Date>now", 1)
    assert jcq.check(text.encode(), name=NAME, disable=["message.value"]) == []
    (issue,) = jcq.check(text.encode(), name=NAME, severity={"message.value": "error"})
    assert issue.severity == "error"
    with pytest.raises(jcq.JcqError, match=r"unknown rule 'message\.valu'; did you mean"):
        jcq.check(text.encode(), disable=["message.valu"])


def test_no_rule_prints_personal_data() -> None:
    who = [Learner("TEGAN99999999", "GOOSANDER", {"1/1": "1"}, "Tegan", "Goosander")]
    text = message(who).replace("2008-02-29", "29 FEBRUARY 2008")
    for case in CASES.values():
        shown = "\n".join(map(repr, check(text.replace(case.old, case.new, 1))))
        for secret in ("TEGAN", "Tegan", "GOOS", "Goos", "FEBRUARY", "2008"):
            assert secret not in shown, case


def test_every_rule_has_a_case() -> None:
    covered = {case.rule for case in CASES.values()} | {
        "message.above-maximum",
        "message.component-unknown",
        "message.other-candidates",
        "message.renamed",
        "message.same-results",
        "message.uci",
    }
    assert covered == set(a2c.FORMAT.rules)
