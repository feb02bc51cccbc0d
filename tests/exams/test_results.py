"""Results in an exams officer's terms."""

from __future__ import annotations

import jcq_formats as jcq
import pytest
from jcq_formats import v14

from tests.made_up.files import BASEDATA, RESULTS
from tests.made_up.lines import padded

START = "R5999990001" + " " * 23


def one(option_entry: str, option_result: str, outcome: str, **more: object) -> jcq.CandidateResult:
    line = padded(f"{START}{option_entry:<6}{option_result:<6}{outcome}")
    (found,) = jcq.results([v14.Result(line)], **more)  # type: ignore[arg-type]
    return found


def test_a_grade_stands_as_it_is() -> None:
    found = one("1MAH", "1MAH", "18")
    assert (found.option_entry_code, found.option_result_code) == ("1MAH", "1MAH")
    assert (found.result_type, found.result_type_meaning) == ("1", "grades")
    assert (found.score, found.grades, found.endorsements) == (None, (jcq.Grade("8"),), ())
    assert (found.centre_number, found.candidate_number) == ("99999", "0001")
    assert (found.uci, found.uln) == ("", "")
    assert not found.returned_against_another_option
    assert not found.partial_absence


def test_scores_grades_endorsements_and_partial_absence() -> None:
    assert one("7AR1", "7AR1", "U078b").score == 78
    mark = one("1HI01", "1HI01", "B0171A*")
    assert (mark.score, mark.grades) == (171, (jcq.Grade("A*"),))
    found = one("1EN", "1EN", "1A B D P # #  ")
    assert found.grades == (jcq.Grade("A", "", True), jcq.Grade("B"))
    assert found.endorsements == (jcq.Grade("D", "", True), jcq.Grade("P"))
    assert found.partial_absence


def test_special_grades_are_said_in_words() -> None:
    assert str(one("1MAH", "1MAH", "1X").grades[0]) == (
        "X (no result issued: absent from all, or withheld)"
    )
    assert str(one("1MAH", "1MAH", "U   Q").grades[0]) == "Q (pending)"


def test_a_result_against_another_option_is_told() -> None:
    assert one("1MAF", "1MAH", "14").returned_against_another_option
    assert not one("", "1MAH", "14").returned_against_another_option
    assert not one("1MAH", "", "14").returned_against_another_option


def test_btec_codes_are_spelled_out_only_where_the_option_tells() -> None:
    option = next(r for r in jcq.read(BASEDATA / "O6G26_98.X02").records)
    assert isinstance(option, v14.Option)
    first = option.replace(first_grade_gradeset="3")
    assert str(one("1MAF", "1MAF", "1D1", options={"1MAF": first}).grades[0]) == "D1 (D*D*)"
    assert str(one("1MAF", "1MAF", "1D3", options={"1MAF": first}).grades[0]) == "D3"
    assert str(one("1MAF", "1MAF", "1D1", options={"1MAF": option}).grades[0]) == "D1"
    assert str(one("1MAF", "1MAF", "1D1").grades[0]) == "D1"
    assert str(one("1MAF", "", "1D1", options={"1MAF": first}).grades[0]) == "D1 (D*D*)"


def test_an_outcome_that_cannot_be_read_is_kept() -> None:
    assert one("1MAH", "1MAH", "Z12AB").unread == "12AB"
    found = one("7AR1", "7AR1", "U7O0b")
    assert (found.score, found.unread, found.grades) == (None, "7O0b", ())


@pytest.mark.parametrize("outcome", [" 171A*", "0 71A*", "01 1A*", "017 A*", "0171 A*", "171A*"])
def test_no_half_of_an_outcome_that_slipped_is_taken_for_a_grade(outcome: str) -> None:
    found = one("1HI01", "1HI01", f"B{outcome}")
    assert (found.score, found.grades, found.unread) == (None, (), outcome)


def test_a_grade_that_rests_on_part_of_the_work_prints_so() -> None:
    assert str(jcq.Grade("4", partial_absence=True)) == "4 #"
    assert str(jcq.Grade("D1", "D*D*", True)) == "D1 # (D*D*)"


def test_results_of_a_file_and_their_options() -> None:
    options = jcq.options_by_code(jcq.scan(BASEDATA / "O6G26_98.X02"))
    found = list(jcq.results(RESULTS, options=options))
    assert len(found) == 7
    assert all(result.option is not None for result in found)
    assert [str(result.grades[0]) for result in found] == ["8", "A*", "4 #", "C", "b", "c", "B"]
    assert [result.candidate_number for result in found if result.partial_absence] == ["0002"]
    assert (found[0].uci, found[0].uln) == ("999990230001C", "9990000017")
    assert "999990230001C" not in repr(found[0])
