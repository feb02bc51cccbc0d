"""Issues as data: whom they are about, the faulty value if it may be printed, and what to do."""

from __future__ import annotations

import json

import jcq_formats as jcq

from tests.made_up.files import CENTRE
from tests.made_up.lines import padded
from tests.made_up.message import message

ENTRIES = (CENTRE / "E9999998.X01").read_bytes().split(b"\r\n")


def issues_of(line: str) -> list[jcq.Issue]:
    """The issues of the sample's entries with this line among them."""
    data = b"\r\n".join([*ENTRIES[:2], padded(line).encode("latin-1"), *ENTRIES[3:]])
    return jcq.check(data, name="E9999998.X01")


def issue_with(field: str, line: str) -> jcq.Issue:
    """The only issue about a field."""
    (found,) = (issue for issue in issues_of(line) if issue.field == field)
    return found


def entry(*, status: str = "C", born: str = "171205") -> str:
    """A candidate's record."""
    name = "WREN:ORLA".ljust(40)
    return f"E5{status}999990042{name}F{born}" + " " * 43 + "1MAH"


def test_an_issue_is_plain_data_with_the_candidate_the_value_and_what_to_do() -> None:
    issue = issue_with("candidate_status", entry(status="Q"))
    data = issue.as_dict()
    assert (data["centre_number"], data["candidate_number"]) == ("99999", "0042")
    assert (data["value"], data["line"], data["start"], data["end"]) == ("Q", 3, 3, 3)
    assert data["advice"] == jcq.v14.FORMAT.rules[issue.rule].do
    assert issue.about == "candidate 99999 0042"
    assert json.loads(json.dumps(data)) == data


def test_a_personal_value_is_never_carried() -> None:
    issue = issue_with("date_of_birth", entry(born="310299"))
    assert issue.value == ""
    assert "310299" not in str(issue.as_dict())
    assert "310299" in issue.as_dict(show_personal_data=True)["text"]


def test_a_value_is_not_carried_where_columns_have_moved() -> None:
    moved = entry(status="Q")[:20] + "XX" + entry()[20:]
    issues = [issue for issue in issues_of(moved) if issue.line_number == 3]
    assert issues
    assert {(i.value, i.candidate_number) for i in issues} == {("", "")}


def test_issues_of_messages_say_who_and_what_to_do_but_never_the_text() -> None:
    text = message().replace("<QE_Outcome_Value>1</", "<QE_Outcome_Value></", 1)
    (issue,) = jcq.check(text.encode(), only=["message.missing"])
    assert (issue.centre_number, issue.candidate_number) == ("99999", "0001")
    assert issue.advice
    assert issue.value == ""
