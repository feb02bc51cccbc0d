"""Compares results with their options."""  # Copied from generator/runtime/checking/rules/results.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ...core.errors import FieldError
from ...core.issues import Fault
from ...core.kinds.integer import Integer
from ...core.needs import needs
from ...core.registry import rule
from ...core.roles import text_of, value_of
from ...exams.results import ENDORSEMENTS, GRADES, KNOWN_GRADES, OPTION, PARTIAL_ABSENCE, RESULT
from ..file_rules import ABOUT_FILES
from ..progress import fault_at
from .gradesets import gradeset_faults
from .outcomes import Awarded, Outcomes

needs(
    "results against options",
    (OPTION,),
    {
        "option.result_type": (),
        "option.maximum_mark": (Integer,),
        **{GRADES[role]: () for role in KNOWN_GRADES},
        **dict.fromkeys(ENDORSEMENTS.values(), ()),
    },
)


@rule("cross.option-unknown", "cross.not-entered", about=ABOUT_FILES)
class Results(Outcomes):
    """Rules about results, which name the option entered for and the option of the result."""

    ROLE = RESULT
    CODES = ("result.option_entry_code", "result.option_result_code")


@rule("cross.result-type", about=RESULT)
def result_type(awarded: Awarded) -> Iterator[Fault]:
    """A result must have the type given by its option."""
    if awarded.option is not None:
        found = awarded.texts.get("result.type")
        expected = text_of(awarded.option, "option.result_type")
        if None not in (found, expected) and found != expected:
            unquoted = f"the basedata has type {expected!r} for this option"
            message = f"the type is {found!r}, but {unquoted}"
            fault = fault_at(awarded.record, "result.type", "cross.result-type", message)
            yield fault._replace(unquoted=unquoted)


@rule("cross.score", about=RESULT)
def score(awarded: Awarded) -> Iterator[Fault]:
    """A score must not exceed the maximum mark of its option."""
    if awarded.option is None:
        return
    try:
        scored = value_of(awarded.record, "result.score")
        maximum = value_of(awarded.option, "option.maximum_mark")
    except FieldError:
        return
    if scored is not None and maximum is not None and scored > maximum:
        unquoted = f"above the maximum mark of the option, {maximum}"
        fault = fault_at(awarded.record, "result.score", "cross.score", f"{scored} is {unquoted}")
        yield fault._replace(unquoted=unquoted)


@rule("cross.grade", about=RESULT)
def grade(awarded: Awarded) -> Iterator[Fault]:
    """A grade or endorsement must be in the option's gradeset, if that is established."""
    if awarded.option is not None:
        for role, gradeset in {**GRADES, **ENDORSEMENTS}.items():
            if awarded.texts.get(role):
                yield from gradeset_faults(
                    awarded.record, role, awarded.option, gradeset, "cross.grade"
                )


@rule("cross.other-option", about=RESULT)
def other_option(awarded: Awarded) -> Iterator[Fault]:
    """Reports a result for another option than the one entered for."""
    entered = awarded.texts.get("result.option_entry_code")
    returned = awarded.texts.get("result.option_result_code")
    if entered and returned and entered != returned:
        message = f"the result is for {returned}, but the candidate was entered for {entered}"
        role = "result.option_result_code"
        fault = fault_at(awarded.record, role, "cross.other-option", message)
        yield fault._replace(unquoted="the result is for a different option from the one entered")


@rule("cross.partial-absence", about=RESULT)
def partial_absence(awarded: Awarded) -> Iterator[Fault]:
    """Reports a result that is based on part of the work only."""
    for role in (*GRADES, *ENDORSEMENTS):
        if awarded.texts.get(role + PARTIAL_ABSENCE):
            message = "the grade is based on part of the work only (partial absence)"
            yield fault_at(awarded.record, role + PARTIAL_ABSENCE, "cross.partial-absence", message)
