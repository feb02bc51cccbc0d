"""Small files of literal lines, for the tests of reading and checking.

Lines are typed without their padding, and padded to the length in the spec.
"""

from __future__ import annotations

import jcq_formats as jcq


def padded(line: str, version: str = "14") -> str:
    """A line with its padding; one that is longer, or of no known record, unchanged."""
    record = jcq.load_version(version).records.get(line[:2])
    return line if record is None else line.ljust(record(line).length)


BASEDATA = [
    padded("S16G26_986G26BSAMPLE 00114"),
    padded("S36G26_986G26001"),
    padded("S51MA    MATHEMATICS"),
    padded("S51HI    HISTORY"),
    padded("S76G26_0000004120126"),
    padded("S96G26_00000060000001"),
]
"""A valid file of syllabuses."""

FORECASTS = [
    padded("F199999986G26SSAMPLE 00114"),
    padded("F399999986G26001ZZ99 9ZZ"),
    padded("F59999900011MAH  7"),
    padded("F7999990000003050526"),
    padded("F99999900000050000001"),
]
"""A valid file of one centre."""

ENTRY = padded(
    "E5C999990001" + "AARDVARK:ADA MAY".ljust(40) + "F" + "020110" + "9999902300"
    "01C" + " " * 13 + "9990000017" + " " * 13 + "1MAH"
)
"""One candidate."""

ENTRIES = [
    padded("E199999986G26SSAMPLE 00114"),
    padded("E399999986G26001ZZ99 9ZZ"),
    ENTRY,
    padded("E7999990000003100226"),
    padded("E99999900000050000001"),
]
"""A valid file of entries."""


def as_bytes(lines: list[str], end: str = "\r\n") -> bytes:
    """The lines as a file."""
    return "".join(line + end for line in lines).encode("latin-1")


def changed(lines: list[str], **by_number: str) -> list[str]:
    """The lines with some of them replaced, given as line3=..."""
    new = list(lines)
    for name, line in by_number.items():
        new[int(name.removeprefix("line")) - 1] = line
    return new
