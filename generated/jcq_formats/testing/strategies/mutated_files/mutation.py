"""One way in which a file can be wrong, and the file that it makes."""  # Copied from generator/runtime/testing/strategies/mutated_files/mutation.py by `make generate`; edit that, not this.

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..drawing import Draw
from ..files import ANY_FILE, DrawnFile, FileConstraints
from ..spec import HEADERS, TRAILERS

PLACES = {HEADERS[0]: 0, HEADERS[1]: 1, TRAILERS[0]: -2, TRAILERS[1]: -1}
"""The lines that every file has: the header of its first block, the trailer of its last."""

FIRST_DATA = 2
"""The line of the first data record, if there is one."""


class WrongFile(NamedTuple):
    """A file with one thing wrong, and exactly the rules that it breaks."""

    name: str
    data: bytes
    rules: frozenset[str]


Mutate = Callable[[Draw, DrawnFile], WrongFile]
"""Makes a valid file wrong."""


@dataclass(frozen=True, slots=True)
class FileMutation:
    """One way in which one part of a file can be wrong. ``str`` names both."""

    where: str
    way: str
    mutate: Mutate = dataclasses.field(repr=False)
    constraints: FileConstraints = dataclasses.field(default=ANY_FILE, repr=False)

    def __str__(self) -> str:
        return f"{self.where}: {self.way}"


def with_lines(file: DrawnFile, lines: Sequence[str], *rules: str) -> WrongFile:
    """The file with other lines, which break these rules."""
    return WrongFile(file.name, file.with_lines(lines).data, frozenset(rules))


def with_line(file: DrawnFile, at: int, line: str, *rules: str) -> WrongFile:
    """The file with another line, which breaks these rules."""
    lines = list(file.lines)
    lines[at] = line
    return with_lines(file, lines, *rules)
