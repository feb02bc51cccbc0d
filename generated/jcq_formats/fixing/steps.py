"""What a fix has changed in a file, and what it has left."""  # Copied from generator/runtime/fixing/steps.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from ..core.files import File, Line
from ..core.records import Record, UnknownRecord


class Step(NamedTuple):
    """One change, or one thing that is left to do: the name of the fix, the number of the line (0
    for the file as a whole), and what in words, without personal data."""

    fix: str
    line_number: int
    what: str


@dataclass(slots=True)
class Steps:
    """The changes and what is left, of one fix after another."""

    fix: str = ""
    done: list[Step] = field(default_factory=list)
    left: list[Step] = field(default_factory=list)

    def change(self, line_number: int, what: str) -> None:
        """Adds a change."""
        self.done.append(Step(self.fix, line_number, what))

    def leave(self, line_number: int, what: str) -> None:
        """Adds something that is left to do."""
        self.left.append(Step(self.fix, line_number, what))


Fix: TypeAlias = Callable[[File, Steps], File]
"""Returns the fixed file, and adds what it changes and what it leaves."""


def with_lines(file: File, lines: Iterable[Line]) -> File:
    """The file with other lines."""
    return replace(file, lines=list(lines))


def record_of(file: File, text: str) -> Record:
    """A line of text as a record of the file's version."""
    return file.format.records.get(text[:2], UnknownRecord)(text)
