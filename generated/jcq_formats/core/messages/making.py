"""Builds new messages from a header and elements."""  # Copied from generator/runtime/core/messages/making.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..errors import BuildError
from .composing import INDENT, leaf, wrapped
from .formats import BlockForm, MessageFormat, message_formats
from .message import Message
from .nodes import escaped
from .views import View, markup_of

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


def new_message(header: View, items: Iterable[View], name: str = "") -> Message:
    """A message with this header and these elements, which are sorted into their blocks.

    Empty blocks are left out. Raises BuildError for an element that belongs to no block, or has
    content that its fields do not hold, and FieldError for one whose text cannot be decoded.
    """
    form = _form_of(header)
    by_class: dict[type[View], list[View]] = {block.holds: [] for block in form.blocks}
    for item in items:
        if type(item) not in by_class:
            known = ", ".join(found.__name__ for found in by_class)
            raise BuildError(
                f"{type(item).__name__} is not an element of a message's blocks; known: {known}"
            )
        by_class[type(item)].append(item)
    lines = [DECLARATION, f'<{form.root} xmlns="{_attribute(form.namespace)}">']
    lines += _indented(markup_of(header))
    for block in form.blocks:
        if by_class[block.holds]:
            lines += _block(form, block, by_class[block.holds])
    text = "\n".join([*lines, f"</{form.root}>", ""])
    return Message(text.encode("utf-8"), name)


def _form_of(header: View) -> MessageFormat:
    for form in message_formats():
        if type(header) is form.header:
            return form
    raise BuildError(f"{type(header).__name__} is not the header of a message")


def _block(form: MessageFormat, block: BlockForm, items: Sequence[View]) -> Iterator[str]:
    inner = [leaf(form.block_name, block.element)]
    inner.append(wrapped(block.element, [markup_of(item) for item in items]))
    yield from _indented(wrapped(form.block, inner))


def _indented(markup: str) -> Iterator[str]:
    return (f"{INDENT}{line}" for line in markup.split("\n"))


def _attribute(text: str) -> str:
    return escaped(text).replace('"', "&quot;")
