"""The known elements of a message: in order, not repeated, and complete enough for results."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import Fault
from ...core.messages.faults import fault_at
from ...core.messages.nodes import Node
from ...core.messages.places import Misplaced, misplaced_around, misplaced_in
from ...core.messages.views import View
from ...core.registry import rule
from ...exams.component_results import (
    AWARDING_BODY,
    CENTRE_NUMBER,
    COMPONENT,
    LEARNER,
    OUTCOME_AWARDING_BODY,
    VALUE,
)
from .context import ABOUT_MESSAGES, Found, MessageContext

ORDER, REPEATED, MISSING = "message.order", "message.repeated", "message.missing"


@rule(ORDER, about=ABOUT_MESSAGES)
def order(context: MessageContext) -> Iterator[Found]:
    """Known elements must be in order."""
    for found, times in _misplaced(context, is_order=True):
        said = f"{found.node.name} is after {found.before}, but should be before it{times}"
        yield Found(_at(found.node, ORDER, said))


@rule(REPEATED, about=ABOUT_MESSAGES)
def repeated(context: MessageContext) -> Iterator[Found]:
    """An element of which only one is read must not be repeated."""
    for found, times in _misplaced(context, is_order=False):
        said = f"{found.node.name} is here a second time{times}: only the first is read"
        yield Found(_at(found.node, REPEATED, said))


def _misplaced(context: MessageContext, *, is_order: bool) -> Iterator[tuple[Misplaced, str]]:
    """Misplaced elements of one sort, the first of each name, and their number in words."""
    found = list(misplaced_around(context.format, context.whole.root))
    for view in context.every_view():
        found += misplaced_in(view)
    first: dict[str, Misplaced] = {}
    numbers: dict[str, int] = {}
    for one in found:
        if bool(one.before) == is_order:
            first.setdefault(one.node.name, one)
            numbers[one.node.name] = numbers.get(one.node.name, 0) + 1
    for name, one in first.items():
        yield one, "" if numbers[name] == 1 else f" ({numbers[name]:,} times)"


@rule(MISSING, about=ABOUT_MESSAGES)
def missing(context: MessageContext) -> Iterator[Found]:
    """Whose result it is, for what, and its value must be given."""
    root, header = context.whole.root, context.whole.header
    if header is None:
        said = "the header is missing, so the centre and the awarding body are not known"
        yield Found(_at(root, MISSING, said))
    else:
        yield from _lacking(header, (AWARDING_BODY, CENTRE_NUMBER))
    if not context.results:
        yield Found(_at(root, MISSING, "the message has no results"))
    for view in context.views:
        yield from _lacking(view, (LEARNER,))
    for result in context.results:
        candidate = context.candidate(result.uci)
        yield from _lacking(result.outcome, (OUTCOME_AWARDING_BODY, COMPONENT, VALUE), candidate)


def _lacking(
    view: View, roles: tuple[str, ...], candidate: tuple[str, str] = ("", "")
) -> Iterator[Found]:
    for role in roles:
        field = view.field_of_role(role)
        if field is not None and not view.text(field.name):
            node = view.node_of(field.name)
            said = "is missing" if node is None else "is empty"
            yield Found(fault_at(view, MISSING, said, field.name), view, candidate)


def _at(node: Node, rule_id: str, said: str) -> Fault:
    return Fault(rule_id, said, node.column, node.column, line_number=node.line)
