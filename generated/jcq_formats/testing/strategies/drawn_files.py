"""Drawn files, and the constraints on them."""  # Copied from generator/runtime/testing/strategies/drawn_files.py by `make generate`; edit that, not this.

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...core.character_encodings import LATIN_1, encoded
from .conditions import Values


@dataclass(frozen=True, slots=True)
class FileConstraints:
    """Further requirements on a file, besides being valid.

    ``one_centre`` for a single block, ``records`` for the least number of data records in each
    block, ``address`` for an address in every header and trailer, ``year_before`` for the year
    before that of the series, ``whole`` for all headers and trailers that are possible; ``header``
    has values to choose from, by role, for fields of the file header.
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
        """The bytes with another line end, without one after the last line, or without padding."""
        lines = [line.rstrip(" ") if trimmed else line for line in self.lines]
        text = end.join(lines) + (end if last else "")
        return encoded(text, self.encoding)

    def with_lines(self, lines: Sequence[str]) -> DrawnFile:
        """The same file with other lines."""
        return replace(self, lines=tuple(lines))
