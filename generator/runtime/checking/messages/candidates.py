"""The candidates of a message: their identity, and that nobody has an outcome twice."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.messages.faults import fault_at
from ...core.printable import visible
from ...core.registry import rule
from ...exams.component_results import (
    AWARDING_BODY,
    COMPONENT,
    LEARNER,
    OUTCOME_AWARDING_BODY,
    VALUE_TYPE,
)
from ...identifiers import candidate_number
from .context import ABOUT_MESSAGES, Found, MessageContext, Repeated


@rule("message.no-role", about=ABOUT_MESSAGES)
def no_role(context: MessageContext) -> Iterator[Found]:
    """Everybody with outcomes must have the role of a candidate."""
    for learner, view in context.learners_with_outcomes():
        if learner not in context.learners.with_role:
            said = "the message has outcomes for a person who is not among its candidates"
            yield Found(fault_at(view, "message.no-role", said), view)


@rule("message.no-candidate-number", about=ABOUT_MESSAGES)
def no_candidate_number(context: MessageContext) -> Iterator[Found]:
    """Every candidate with outcomes must have a candidate number at the centre."""
    for learner, view in context.learners_with_outcomes():
        known = learner in context.learners.with_role
        # Without a centre all numbers are missing, which another rule reports.
        has_centre = bool(context.learners.centre_number)
        if known and has_centre and not context.learners.number_of(learner):
            said = "the message has no candidate number of this candidate at the centre"
            yield Found(fault_at(view, "message.no-candidate-number", said), view)


@rule("message.candidate-number", about=ABOUT_MESSAGES)
def candidate_numbers(context: MessageContext) -> Iterator[Found]:
    """A candidate number must be valid and belong to one candidate."""
    holders: dict[str, int] = {}
    for numbers in context.learners.numbers.values():
        for number in numbers:
            holders[number] = holders.get(number, 0) + 1
    for learner, view in context.learners_with_outcomes():
        numbers = context.learners.numbers.get(learner, [])
        for said in _faults_of(numbers, holders):
            fault = fault_at(view, "message.candidate-number", said)
            yield Found(fault, view, context.candidate(learner))


def _faults_of(numbers: list[str], holders: dict[str, int]) -> Iterator[str]:
    valid = [number for number in numbers if candidate_number.is_valid(number)]
    if len(valid) < len(numbers):
        yield "the candidate number must be 0001 to 9999"
    if len(valid) > 1:
        yield f"the candidate has several candidate numbers: {', '.join(valid)}"
    for number in valid:
        if holders[number] > 1:
            yield f"{holders[number]} candidates have candidate number {number}"


@rule("message.uci", about=ABOUT_MESSAGES)
def identifiers(context: MessageContext) -> Iterator[Found]:
    """The identifier of everybody with outcomes must be valid."""
    for learner, view in context.learners_with_outcomes():
        field = view.field_of_role(LEARNER)
        if field is None or field.identifier is None:
            continue
        wrong = field.identifier.fault(learner)
        if wrong is not None:
            fault = fault_at(view, "message.uci", wrong[0], field.name)
            yield Found(fault._replace(grade=wrong[1]), view, context.candidate(learner))


@rule("message.duplicate", about=ABOUT_MESSAGES)
def duplicates(context: MessageContext) -> Iterator[Found]:
    """A candidate must not have two outcomes of the same type for a component."""
    seen: set[tuple[str, ...]] = set()
    reported: set[tuple[str, ...]] = set()
    for result in context.results:
        view = result.outcome
        kinds = [view.text(name) for name, f in view.FIELDS.items() if f.values]
        key = (result.uci, result.component_code, *kinds)
        if result.component_code and key in seen and key not in reported:
            reported.add(key)
            component = visible(view.text_of_role(COMPONENT))
            kind = visible(view.text_of_role(VALUE_TYPE))
            said = f"there is a second outcome for component {component} of type {kind}"
            fault = fault_at(view, "message.duplicate", said)
            yield Found(fault, view, context.candidate(result.uci))
        seen.add(key)


@rule("message.other-awarding-body", about=ABOUT_MESSAGES)
def awarding_bodies(context: MessageContext) -> Iterator[Found]:
    """Outcomes must be those of the awarding body that sent the message."""
    header = context.whole.header
    sender = header.text_of_role(AWARDING_BODY) if header is not None else ""
    counts = Repeated()
    for result in context.results:
        if sender and result.awarding_body not in ("", sender):
            counts.add((result.awarding_body,), result.outcome)
    for (other,), (view, times) in counts.items().items():
        field = view.field_of_role(OUTCOME_AWARDING_BODY)
        said = (
            f"the outcome is of {visible(other)!r}{times}, but the message of {visible(sender)!r}"
        )
        name = field.name if field is not None else ""
        yield Found(fault_at(view, "message.other-awarding-body", said, name), view)
