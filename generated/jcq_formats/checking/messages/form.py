"""The form of a message: namespace, blocks, elements, values."""  # Copied from generator/runtime/checking/messages/form.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ...core.errors import FieldError
from ...core.issues import Fault
from ...core.messages.faults import VALUE_RULE, fault_at, value_faults
from ...core.messages.kinds import AsZonedTimestamp
from ...core.messages.nodes import Node
from ...core.messages.unknown import unknown_around, unknown_in
from ...core.messages.views import View
from ...core.printable import visible
from ...core.registry import rule
from ...exams.component_results import VALUE, VALUE_TYPE, has_value
from .components import MARK, SCALED_MARK
from .context import ABOUT_MESSAGES, Found, MessageContext, Repeated


@rule("message.namespace", about=ABOUT_MESSAGES)
def namespace(context: MessageContext) -> Iterator[Found]:
    """The namespace must be the known one."""
    wanted = context.format.namespace
    if context.whole.source.namespace != wanted:
        root = context.whole.root
        said = (
            f"the namespace is not {wanted}: the file may be in a different version of the format"
        )
        yield Found(_at(root, "message.namespace", said))


@rule("message.block-name", about=ABOUT_MESSAGES)
def block_names(context: MessageContext) -> Iterator[Found]:
    """A block must have the name of the element in it."""
    for block in context.whole.blocks:
        if block.form is not None and block.name != block.node.name:
            called = f"is called {visible(block.name)!r}" if block.name else "has no name"
            said = f"the block {called}, but contains {block.node.name}"
            yield Found(_at(block.node, "message.block-name", said))


@rule("message.unknown-element", about=ABOUT_MESSAGES)
def unknown_elements(context: MessageContext) -> Iterator[Found]:
    """Every element must be known; each unknown name is reported once."""
    first: dict[str, Node] = {}
    numbers: dict[str, int] = {}
    nodes = list(unknown_around(context.format, context.whole.root))
    for view in context.views:
        nodes += unknown_in(view)
    for node in nodes:
        first.setdefault(node.name, node)
        numbers[node.name] = numbers.get(node.name, 0) + 1
    for name, node in first.items():
        times = "" if numbers[name] == 1 else f" ({numbers[name]:,} times)"
        said = f"the element {visible(name)} is not known{times}: it is kept as it is"
        yield Found(_at(node, "message.unknown-element", said))


@rule("message.unknown-value", about=ABOUT_MESSAGES)
def unknown_values(context: MessageContext) -> Iterator[Found]:
    """Fields with known values must have one of them; each unknown value is reported once."""
    counts = Repeated()
    for view in context.every_view():
        for name, field in view.FIELDS.items():
            if field.values and not field.may_be_personal:
                text = view.text(name)
                if text and all(known.value != text for known in field.values):
                    counts.add((type(view).__name__, name, text), view)
    for (_, name, text), (view, times) in counts.items().items():
        said = f"{visible(text)!r} is not a known value{times}: it is read as text"
        yield Found(fault_at(view, "message.unknown-value", said, name), view)


@rule(VALUE_RULE, about=ABOUT_MESSAGES)
def values(context: MessageContext) -> Iterator[Found]:
    """Dates, times, numbers and marks must be valid; the same fault of a field is reported once."""
    counts = Repeated()
    for view in context.every_view():
        for fault in value_faults(view):
            counts.add((type(view).__name__, fault.field, fault.message), view)
    for (_, name, said), (view, times) in counts.items().items():
        yield Found(fault_at(view, VALUE_RULE, f"{said}{times}", name), view)
    for result in context.results:
        view, field = result.outcome, result.outcome.field_of_role(VALUE)
        is_mark = field is not None and has_value(view, VALUE_TYPE, SCALED_MARK)
        if field is not None and is_mark and result.value and not MARK.fullmatch(result.value):
            said = "this is not a mark: write it in digits, such as 57 or 57.5"
            yield Found(
                fault_at(view, VALUE_RULE, said, field.name), view, context.candidate(result.uci)
            )


@rule("message.no-time-zone", about=ABOUT_MESSAGES)
def no_time_zone(context: MessageContext) -> Iterator[Found]:
    """A date and time that should have a time zone has one; each field is reported once."""
    counts = Repeated()
    for view in context.every_view():
        for name, field in view.FIELDS.items():
            if isinstance(field.kind, AsZonedTimestamp) and _lacks_zone(view, name):
                counts.add((type(view).__name__, name), view)
    for (_, name), (view, times) in counts.items().items():
        said = f"this date and time has no time zone{times}: it is read as it is"
        yield Found(fault_at(view, "message.no-time-zone", said, name), view)


def _lacks_zone(view: View, name: str) -> bool:
    try:
        moment = view.decode(name)
    except FieldError:
        return False
    return moment is not None and moment.utcoffset() is None


def _at(node: Node, rule_id: str, said: str) -> Fault:
    return Fault(rule_id, said, node.column, node.column, line_number=node.line)
