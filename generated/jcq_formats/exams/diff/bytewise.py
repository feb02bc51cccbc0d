"""Finds the first byte in which two files differ: order, padding, dates and line ends count."""  # Copied from generator/runtime/exams/diff/bytewise.py by `make generate`; edit that, not this.

from __future__ import annotations

from dataclasses import dataclass

from ...core.lines import CHUNK
from ...core.sources import Source


@dataclass(frozen=True, slots=True)
class ByteDifference:
    """The place where two files first differ: line and position, both from 1. A file that is
    missing on one side has no name there, and no line."""

    old: str
    new: str
    line: int = 0
    position: int = 0

    def __str__(self) -> str:
        if not self.old or not self.new:
            return f"{self.old or self.new}: only in {'old' if self.old else 'new'}"
        return f"{self.old} and {self.new}: bytes differ from line {self.line:,}:{self.position}"


def first_difference(old: Source, new: Source) -> ByteDifference | None:
    """The place where two files first differ; None if their bytes are equal. Raises OSError."""
    line, start, at = 1, 0, 0
    with old.open() as one, new.open() as other:
        while True:
            first, second = one.read(CHUNK), other.read(CHUNK)
            if first == second:
                if not first:
                    return None
                line, start = _after(first, line, start, at)
                at += len(first)
                continue
            same = next(
                (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
                min(len(first), len(second)),
            )
            line, start = _after(first[:same], line, start, at)
            return ByteDifference(old.name, new.name, line, at + same - start + 1)


def _after(data: bytes, line: int, start: int, at: int) -> tuple[int, int]:
    """The line in which these bytes end, and the offset of its beginning."""
    ends = data.count(b"\n")
    return (line + ends, at + data.rfind(b"\n") + 1) if ends else (line, start)
