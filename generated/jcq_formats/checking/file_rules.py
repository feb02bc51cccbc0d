"""The base class of rules about a file."""  # Copied from generator/runtime/checking/file_rules.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar, TypeAlias

from ..core.issues import Fault
from ..core.records import Record
from ..core.roles import records_of_role
from .context import Context
from .progress import NumberedRecord, Progress

ABOUT_FILES = "file"
"""The subject under which classes of `FileRules` are registered."""

Suspects: TypeAlias = Callable[[Sequence[str]], Iterable[int]]
"""The numbers, from 0, of those among successive lines that need further checks."""


class FileRules:
    """Rules that need more than one line; one object checks one file.

    ``ON_SPOILT_LINES``: the rules also apply to data lines whose fields are unreliable, and to
    trailers that are cut off.
    """

    ON_SPOILT_LINES: ClassVar[bool] = False

    def __init__(self, progress: Progress, context: Context) -> None:
        self.progress = progress
        self.context = context

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        """Checks a header or trailer. Yields the faults found so far."""
        return iter(())

    def fast_check(self, record: type[Record]) -> Suspects | None:
        """Fast path: returns a function that tells which lines of this data record need further
        checks, or None if none of them does. Called again after each header or trailer."""
        return None

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        """Checks a data record that is among the suspects of `fast_check`."""
        return iter(())

    def finish(self) -> Iterator[Fault]:
        """Checks the file as a whole, at its end."""
        return iter(())


def check_every_line(lines: Sequence[str]) -> Iterable[int]:
    """The suspects of rules without a fast path: every line."""
    return range(len(lines))


def may_have(progress: Progress, *roles: str) -> bool:
    """Whether the file's data records may have one of these roles."""
    letters = {key for role in roles for key, _ in records_of_role(progress.format, role)}
    return not progress.letter or progress.letter in letters
