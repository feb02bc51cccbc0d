"""One way in which a file can be wrong, and the file that it makes."""  # Copied from generator/runtime/testing/strategies/mutated_files/mutation.py by `make generate`; edit that, not this.

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..drawing import Draw
from ..drawn_files import ANY_FILE, DrawnFile, FileConstraints
from ..files import data_lines
from ..spec import DATA, HEADER, HEADERS, RecordSpec, Spec, SpecItem, spec_of
from ..totals import with_totals


def lines_of(file: DrawnFile, row: SpecItem) -> list[int]:
    """The indexes of the records of a row in a file, from 0."""
    key = file.lines[0][0] + row["record"]
    return [at for at, line in enumerate(file.lines) if line.startswith(key)]


def line_at(file: DrawnFile, row: SpecItem) -> int:
    """The index of the record of a row: the header of the first block, the trailer of the last."""
    found = lines_of(file, row)
    return found[0] if row["place"] in (*HEADERS, HEADER) else found[-1]


def first_data(spec: Spec, file: DrawnFile) -> int:
    """The index of the first data record."""
    return data_lines(spec, file.lines[0][0], file.lines)[0]


def envelope(spec: Spec, letter: str) -> list[tuple[SpecItem, RecordSpec]]:
    """The rows and records around the data, in the order of a file."""
    rows = ((row, spec.record_in(letter, row)) for row in spec.structure(letter))
    return [(row, record) for row, record in rows if record is not None and row["place"] != DATA]


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
    """The file with other lines and their totals, which break these rules."""
    summed = with_totals(spec_of(file.version), lines)
    return WrongFile(file.name, file.with_lines(summed).data, frozenset(rules))


def with_line(file: DrawnFile, at: int, line: str, *rules: str) -> WrongFile:
    """The file with another line, which breaks these rules."""
    lines = list(file.lines)
    lines[at] = line
    return with_lines(file, lines, *rules)
