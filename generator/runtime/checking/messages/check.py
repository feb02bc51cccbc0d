"""The check of one XML message: it is read whole, then each rule is applied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.parsers import expat

from ...core.issues import Fault, Issue
from ...core.messages.faults import issue_of
from ...core.messages.formats import MessageFormat
from ...core.messages.message import Message
from ...core.messages.parsing import MOST_BYTES, at_fault
from ...core.messages.reading import naming
from ...core.registry import implementations_about, rule
from ..settings import Settings
from . import candidates, components, form, results_file, structure
from . import naming as file_naming
from .context import ABOUT_MESSAGES, Beside, Found, MessageContext, MessageRule

SUBJECTS = (file_naming, form, structure, candidates, components, results_file)
"""The modules of rules, in the order in which they report."""


@rule("message.not-well-formed")
class MessageCheck:
    """Checks one message: `run` yields its issues. ``lines`` counts its lines after it was read.

    ``source`` is a message, or a stream with its bytes; ``beside`` returns what it is checked
    against.
    """

    is_of_centre = True
    """Such files belong to centres, and can be checked against basedata."""

    def __init__(
        self,
        source: Message | BinaryIO,
        name: str,
        form: MessageFormat,
        settings: Settings,
        beside: Callable[[Message], Beside],
    ) -> None:
        self.source = source
        self.name = name
        self.format = form
        self.settings = settings
        self.beside = beside
        self.lines = 0

    def run(self) -> Iterator[Issue]:
        """The issues, rule after rule. Raises FormatError for refused content, and OSError."""
        for found in self._found():
            fault, view, candidate = found
            if self.settings.wants(fault.rule) and fault.rule in self.format.rules:
                issue = issue_of(fault, self.format, file=self.name, view=view, candidate=candidate)
                yield self.settings.judged(issue)

    def _found(self) -> Iterator[Found]:
        try:
            with naming(self.name, refuses=False):
                whole = self._whole()
        except expat.ExpatError as error:
            line, column, what = at_fault(error)
            said = f"this is not well-formed XML: {what}"
            yield Found(Fault("message.not-well-formed", said, column, column, line_number=line))
            return
        context = MessageContext(whole, self.beside(whole))
        modules = [module.__name__ for module in SUBJECTS]
        rules: list[MessageRule] = implementations_about(ABOUT_MESSAGES)
        rules.sort(key=lambda code: modules.index(code.__module__))
        for code in rules:
            yield from code(context)

    def _whole(self) -> Message:
        if isinstance(self.source, Message):
            data = self.source.data
        else:
            data = self.source.read(MOST_BYTES + 1)
        self.lines = data.count(b"\n") + (not data.endswith((b"\n", b"\n\0")))
        if isinstance(self.source, Message):
            return self.source
        return Message(data, self.name)
