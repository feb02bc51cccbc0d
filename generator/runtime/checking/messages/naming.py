"""Compares the file name of a message with its header."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import Fault
from ...core.messages.faults import fault_at
from ...core.messages.formats import bare
from ...core.printable import visible
from ...core.registry import rule
from .context import ABOUT_MESSAGES, Found, MessageContext


@rule("message.renamed", about=ABOUT_MESSAGES)
def renamed(context: MessageContext) -> Iterator[Found]:
    """The name must match the pattern of such files."""
    form, name = context.format, context.whole.name
    if not context.is_of_file or form.parts_of(name) is not None:
        return
    before = form.name_within(name)
    if before:
        said = f"the file has been renamed: its name should be {visible(before)}"
    else:
        said = f"the name of the file should be like {form.name_example}"
    yield Found(Fault("message.renamed", said))


@rule("message.file-name", about=ABOUT_MESSAGES)
def file_name(context: MessageContext) -> Iterator[Found]:
    """The name must agree with the header."""
    form, name, header = context.format, context.whole.name, context.whole.header
    parts = form.parts_of(name if form.parts_of(name) is not None else form.name_within(name))
    if parts is None or header is None or not bare(name):
        return
    for part in form.name_parts:
        field = header.field_of_role(part.agrees_with) if part.agrees_with else None
        if field is None:
            continue
        inside = header.text(field.name)
        if inside and inside.upper() != parts[part.part].upper():
            what = part.part.replace("_", " ")
            named = f"the file name says {what} {parts[part.part]!r}"
            said = f"{named}, but the file says {visible(inside)!r}"
            found = fault_at(header, "message.file-name", said, field.name)
            yield Found(found._replace(field=""), header)
