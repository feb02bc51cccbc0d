"""Compares outcomes with the components in the basedata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from ...core.errors import FieldError
from ...core.issues import Fault
from ...core.kinds.integer import Integer
from ...core.listing import listed
from ...core.messages.faults import fault_at
from ...core.messages.needs import message_needs
from ...core.needs import needs
from ...core.printable import visible
from ...core.registry import rule
from ...core.roles import value_of
from ...exams.basedata import Basedata
from ...exams.component_results import COMPONENT, OUTCOME, VALUE, VALUE_TYPE, has_value
from .context import ABOUT_MESSAGES, Found, MessageContext, Repeated

MAXIMUM_MARK = "component.maximum_mark"
SCALED_MARK = "scaled_mark"

needs("marks against components", ("component",), {MAXIMUM_MARK: (Integer,)})
message_needs("marks against components", OUTCOME, VALUE_TYPE, values={VALUE_TYPE: SCALED_MARK})

MARK = re.compile(r"[0-9]{1,18}(\.[0-9]{1,18})?")
"""The format of a mark."""


@rule("message.no-basedata", about=ABOUT_MESSAGES)
def no_basedata(context: MessageContext) -> Iterator[Found]:
    """If basedata is given, some of it must be that of the awarding body of the message."""
    if context.beside.no_basedata:
        said = f"{context.beside.no_basedata}, so components and marks were not checked"
        yield Found(Fault("message.no-basedata", said))


@rule("message.component-unknown", about=ABOUT_MESSAGES)
def known_components(context: MessageContext) -> Iterator[Found]:
    """A component must be in the basedata. The code used for outcomes of a whole qualification is
    not established, so codes of options and syllabuses are accepted as well."""
    sets = [found for found in context.beside.basedata if found.components]
    counts = Repeated()
    for result in context.results if sets else ():
        code = result.component_code
        if code and not any(_is_known(code, found) for found in sets):
            counts.add((code,), result.outcome)
    for (code,), (view, times) in counts.items().items():
        issue = listed((found.issue for found in sets), "or")
        said = f"component {visible(code)!r} is not in the basedata ({issue}){times}"
        field = view.field_of_role(COMPONENT)
        name = field.name if field is not None else ""
        yield Found(fault_at(view, "message.component-unknown", said, name), view)


def _is_known(code: str, basedata: Basedata) -> bool:
    return code in basedata.components or code in basedata.options or code in basedata.syllabuses


@rule("message.above-maximum", about=ABOUT_MESSAGES)
def maximum_marks(context: MessageContext) -> Iterator[Found]:
    """A mark after scaling or weighting must not exceed the maximum mark of its component."""
    maxima: dict[str, int | None] = {}
    for result in context.results if context.beside.basedata else ():
        view, code = result.outcome, result.component_code
        if not has_value(view, VALUE_TYPE, SCALED_MARK) or MARK.fullmatch(result.value) is None:
            continue
        if code not in maxima:
            maxima[code] = _maximum(code, context.beside.basedata)
        maximum = maxima[code]
        if maximum is not None and Decimal(result.value) > maximum:
            said = f"{result.value} is above the maximum mark of {visible(code)}, {maximum}"
            field = view.field_of_role(VALUE)
            fault = fault_at(view, "message.above-maximum", said, field.name if field else "")
            yield Found(fault, view, context.candidate(result.uci))


def _maximum(code: str, sets: Iterable[Basedata]) -> int | None:
    """The highest maximum mark of a component among sets; None if none gives one."""
    marks: list[int] = []
    for basedata in sets:
        record: Any = basedata.components.get(code)
        if record is None:
            continue
        try:
            mark = value_of(record, MAXIMUM_MARK)
        except FieldError:
            return None
        if mark is not None:
            marks.append(mark)
    return max(marks, default=None)
