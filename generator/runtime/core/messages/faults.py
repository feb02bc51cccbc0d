"""Faults in a message and their places; they become issues when reported."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import FieldError
from ..issues import Fault, Issue
from .formats import MessageFormat
from .kinds import AsItems
from .views import View

VALUE_RULE = "message.value"
"""The id of the rule for text that is not a valid value."""


def fault_at(view: View, rule_id: str, said: str, field: str = "") -> Fault:
    """A fault of an element or, with ``field``, of the element of that field."""
    node = (view.node_of(field) if field else None) or view.node
    return Fault(rule_id, said, node.column, node.column, field, line_number=node.line)


def value_faults(view: View) -> Iterator[Fault]:
    """A fault for each field whose text cannot be decoded, nested elements excepted."""
    for name, field in view.FIELDS.items():
        if isinstance(field.kind, AsItems):
            continue
        node = view.node_of(name)
        if field.has_text and node is not None and node.children:
            said = "contains another element: only the text around that is read"
            yield fault_at(view, VALUE_RULE, said, name)
        try:
            view.decode(name)
        except FieldError as error:
            yield fault_at(view, VALUE_RULE, error.reason, name)


def issue_of(
    fault: Fault,
    form: MessageFormat,
    *,
    file: str = "",
    view: View | None = None,
    candidate: tuple[str, str] = ("", ""),
) -> Issue:
    """A fault as an issue, about a candidate given by centre and candidate number. It never quotes
    the file, in which any text may be a name."""
    found = form.rules[fault.rule]
    return Issue(
        rule=found.id,
        severity=found.severity_on(fault.grade or form.grade),
        grade=found.grade_on(fault.grade or form.grade),
        message=f"{fault.field}: {fault.message}" if fault.field else fault.message,
        file=file,
        line_number=fault.line_number,
        record=type(view).__name__ if view is not None else "",
        field=fault.field,
        start=fault.start,
        end=fault.end,
        centre_number=candidate[0],
        candidate_number=candidate[1],
        advice=found.do,
    )
