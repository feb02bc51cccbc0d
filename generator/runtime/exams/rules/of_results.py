"""Results against the options that they are for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...core.errors import FieldError
from ...core.kinds.code import Code
from ...core.records import Record
from ...core.roles import by_role, text_of, value_of
from ..results import ENDORSEMENTS, GRADES, PARTIAL_ABSENCE
from .registry import Remark, rule


@dataclass(frozen=True, slots=True)
class Awarded:
    """A results record, and the record of the option that it is for; None where it is not known."""

    record: Record
    option: Record | None


@rule("cross.result-type")
def result_type(awarded: Awarded) -> Iterator[Remark]:
    """A result is of the type that its option says."""
    if awarded.option is not None:
        said = text_of(awarded.record, "result.type")
        expected = text_of(awarded.option, "option.result_type")
        if said != expected:
            yield Remark("result.type", f"{said!r}, but the option has {expected!r}")


@rule("cross.score")
def score(awarded: Awarded) -> Iterator[Remark]:
    """A score is not above the maximum mark of its option."""
    if awarded.option is None:
        return
    try:
        scored = value_of(awarded.record, "result.score")
        maximum = value_of(awarded.option, "option.maximum_mark")
    except FieldError:
        return
    if scored is not None and maximum is not None and scored > maximum:
        yield Remark("result.score", f"{scored} is above the maximum mark of the option, {maximum}")


@rule("cross.grade")
def grade(awarded: Awarded) -> Iterator[Remark]:
    """A grade or endorsement is in the option's gradeset, where that is established."""
    if awarded.option is not None:
        for role, gradeset_role in {**GRADES, **ENDORSEMENTS}.items():
            yield from not_in_gradeset(awarded.record, role, awarded.option, gradeset_role)


def not_in_gradeset(
    record: Record, role: str, option: Record, gradeset_role: str
) -> Iterator[Remark]:
    """The remark that a grade is not in a gradeset; none where its grades are not established."""
    found, gradeset = by_role(record, role), by_role(option, gradeset_role)
    if found is None or gradeset is None or not isinstance(gradeset[0].kind, Code):
        return
    text = found[1].text(found[0].name).rstrip(" ")
    code = gradeset[1].text(gradeset[0].name).rstrip(" ")
    established = gradeset[0].kind.codes.stands_for.get(code, ())
    special = found[0].special is not None and text in found[0].special
    if text and established and not special and text not in established:
        listed = " ".join(established)
        yield Remark(role, f"{text!r} is not in gradeset {code} of the option ({listed})", "D")


@rule("cross.other-option")
def other_option(awarded: Awarded) -> Iterator[Remark]:
    """A result that came back against another option than the one entered for is reported."""
    entered = text_of(awarded.record, "result.option_entry_code")
    returned = text_of(awarded.record, "result.option_result_code")
    if entered and returned and entered != returned:
        message = f"returned against {returned}, but entered for {entered}"
        yield Remark("result.option_result_code", message)


@rule("cross.partial-absence")
def partial_absence(awarded: Awarded) -> Iterator[Remark]:
    """A result that rests on part of the work alone is reported."""
    for role in (*GRADES, *ENDORSEMENTS):
        if text_of(awarded.record, role + PARTIAL_ABSENCE):
            yield Remark(role + PARTIAL_ABSENCE, "work is missing for some components")


RULES_OF_RESULTS = (result_type, score, grade, other_option, partial_absence)
