"""Files that were drawn, and what a file that is to be drawn must fulfil."""  # Copied from generator/runtime/testing/strategies/drawn_files.py by `make generate`; edit that, not this.

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...core.character_encodings import LATIN_1, encoded
from .conditions import Values


@dataclass(frozen=True, slots=True)
class FileConstraints:
    """What a file must fulfil beyond being valid.

    ``one_centre`` for a single block, ``records`` for the least number of data records in each
    block, ``address`` for an address in every header and trailer, ``year_before`` for the year of
    its series, ``whole`` for every header and trailer that there can be; ``header`` has values to
    choose from, by role, of fields of the file header.
    """

    one_centre: bool = False
    records: int = 0
    address: bool = False
    year_before: int = 10000
    whole: bool = False
    header: Values = dataclasses.field(default_factory=dict)


ANY_FILE = FileConstraints()


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """A file: its name, its lines without line ends, and the number of its centres and of its data
    records."""

    name: str
    version: str
    lines: tuple[str, ...]
    centres: int = 1
    encoding: str = LATIN_1
    records: int = 0

    @property
    def data(self) -> bytes:
        """The bytes of the file; every line ends in CR LF."""
        return self.with_ends("\r\n")

    def with_ends(self, end: str, *, last: bool = True, trimmed: bool = False) -> bytes:
        """The bytes with another line end, with none after the last line, or without padding."""
        lines = [line.rstrip(" ") if trimmed else line for line in self.lines]
        text = end.join(lines) + (end if last else "")
        return encoded(text, self.encoding)

    def with_lines(self, lines: Sequence[str]) -> DrawnFile:
        """The same file with other lines."""
        return replace(self, lines=tuple(lines))
