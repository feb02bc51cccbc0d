"""A variant is narrowed by its class; each layout has only its own fields."""

from typing import assert_type

from jcq_formats import v14


def known(result: v14.Result) -> None:
    match outcome := result.outcome:
        case v14.MarkOutcome() | v14.MarkAndGradeOutcome():
            assert_type(outcome.score, int | None)
            assert_type(outcome.grade, str)
            outcome.first_endorsement  # wrong: union-attr, reportAttributeAccessIssue
        case v14.GradesOutcome():
            assert_type(outcome.first_endorsement, str)
            assert_type(outcome.second_endorsement_partial_absence, str)
            outcome.score  # wrong: attr-defined, reportAttributeAccessIssue
        case _:
            assert_type(outcome, str | None)
    result.outcome.score  # wrong: union-attr, reportAttributeAccessIssue
