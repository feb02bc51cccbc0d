"""Small files of literal lines, for the tests of reading and checking."""

from __future__ import annotations

BASEDATA = [
    "S16G26_986G26BSAMPLE 00114                   ",
    "S36G26_986G26001                             ",
    "S51MA    MATHEMATICS                         ",
    "S51HI    HISTORY                             ",
    "S76G26_0000004120126                         ",
    "S96G26_00000060000001                        ",
]
"""A file of syllabuses without a fault."""

FORECASTS = [
    "F199999986G26SSAMPLE 00114",
    "F399999986G26001ZZ99 9ZZ  ",
    "F59999900011MAH  7        ",
    "F7999990000003050526      ",
    "F99999900000050000001     ",
]
"""A file of one centre without a fault."""

ENTRY = (
    "E5C999990001" + "AARDVARK:ADA MAY".ljust(40) + "F" + "020110" + "9999902300"
    "01C" + " " * 13 + "9990000017" + " " * 13 + "1MAH  " + " " + " " * 77
)
"""One candidate, 192 columns."""

ENTRIES = [
    "E199999986G26SSAMPLE 00114".ljust(192),
    "E399999986G26001ZZ99 9ZZ".ljust(192),
    ENTRY,
    "E7999990000003100226".ljust(192),
    "E99999900000050000001".ljust(192),
]
"""A file of entries without a fault."""


def as_bytes(lines: list[str], end: str = "\r\n") -> bytes:
    """The lines as a file."""
    return "".join(line + end for line in lines).encode("latin-1")


def changed(lines: list[str], **by_number: str) -> list[str]:
    """The lines with some of them, named line3=..., in another form."""
    new = list(lines)
    for name, line in by_number.items():
        new[int(name.removeprefix("line")) - 1] = line
    return new
