"""XML messages with one fault each: its rule is reported, and nothing personal."""

from __future__ import annotations

import io
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats import a2c

from tests.made_up.files import BASEDATA
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


@pytest.mark.parametrize("declared", ['<?xml version="1.0" encoding="utf-8"?>\n', ""])
def test_letters_of_another_encoding_than_declared_are_said(declared: str) -> None:
    text = message([Learner(uci(1), "0001", {"1001/01": "5"}, "Siôn", "Ap Môn")])
    data = (declared + text.partition("\n")[2]).encode("latin-1")
    (issue,) = jcq.check(data, name=NAME)
    assert issue.rule == "message.not-well-formed"
    assert "this letter is not in the encoding that the first line states" in issue.message


def test_the_same_fault_of_many_dates_is_reported_once_with_their_number() -> None:
    issues = check(TEXT.replace("-08-", "/08/"))
    said = [issue.message for issue in issues if issue.field == "outcome_date"]
    assert TEXT.count("<QE_Outcome_Date>") > 1
    times = f"({TEXT.count('<QE_Outcome_Date>')} times)"
    assert said == [f"outcome_date: this is not a date: write it like 2017-08-17 {times}"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_that_is_not_declared_is_named_with_the_cure(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="utf-8"?>\n{TEXT.partition(chr(10))[2]}'
    (issue,) = jcq.check(text.encode(encoding), name=NAME)
    assert "the file is in UTF-16, but its first line states another encoding" in issue.message
    assert "save it as UTF-8 in a text editor" in issue.message


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("<MsgHeader>", '<MsgHeader a="1" a="2">', "this tag has the same attribute twice"),
        ("<MsgHeader>", "<x:MsgHeader>", "this name has an undeclared prefix"),
        ("<MsgHeader>", "<MsgHeader>&nbsp;", "& is written &amp;"),
        ("<MsgHeader>", "<MsgHeader>&#1;", "this number (&#...;) stands for no character"),
        ("<MsgHeader>", '<MsgHeader xmlns:x="">', "here is a mistake that stops every program"),
    ],
)
def test_what_is_wrong_with_xml_is_said_in_plain_words(old: str, new: str, why: str) -> None:
    (issue,) = jcq.check(TEXT.replace(old, new, 1).encode(), name=NAME)
    assert issue.message.startswith("this is not well-formed XML: ")
    assert why in issue.message


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
        "value: contains another element: only the text around that is read"
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
    assert [i.message for i in issues] == ["2 candidates have candidate number 0001"] * 2
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
        (NAME.replace(".xml", " (1).xml"), f"the file has been renamed: its name should be {NAME}"),
        (f"Copy of {NAME}", f"its name should be {NAME}"),
        ("marks.xml", f"the name of the file should be like {a2c.FORMAT.name_example}"),
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


def test_basedata_of_another_awarding_body_is_not_used_and_the_issue_says_so() -> None:
    data = message([Learner(uci(1), "0001", {"NONE": "51"})], board="02").encode()
    name = NAME.replace(".98.", ".02.")
    for basedata in (BASEDATA_SETS, next(iter(BASEDATA_SETS.values()))):
        (issue,) = jcq.check(data, name=name, basedata=basedata)
        assert (issue.rule, issue.severity) == ("message.no-basedata", "information")
        assert issue.message.startswith("there is no basedata of awarding body 02, so components")
    assert jcq.check(data, name=name) == []


def test_basedata_beside_a_message_is_of_another_awarding_body(tmp_path: Path) -> None:
    data = message([Learner(uci(1), "0001", {"NONE": "51"})], board="02")
    path = tmp_path / NAME.replace(".98.", ".02.")
    path.write_text(data, "utf-8")
    assert [i.rule for i in jcq.check_files(path, basedata=BASEDATA)] == ["message.no-basedata"]
    assert list(jcq.check_files(path)) == []


def test_basedata_without_components() -> None:
    data = message([Learner(uci(1), "0001", {"NONE": "51"})]).encode()
    known = next(iter(BASEDATA_SETS.values()))
    options = jcq.Basedata.of([*known.options.values()])
    (issue,) = jcq.check(data, name=NAME, basedata=options)
    assert issue.rule == "message.no-basedata"
    assert issue.message.startswith("the basedata of awarding body 98 has no components")


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
        "message.no-basedata",
        "message.other-candidates",
        "message.other-uci",
        "message.renamed",
        "message.same-message",
        "message.same-results",
        "message.uci",
    }
    assert covered == set(a2c.FORMAT.rules)
