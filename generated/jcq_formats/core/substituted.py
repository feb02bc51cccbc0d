"""Lines in which one character is in place of another: a tab or a no-break space in place of a
space, the letter O in place of the digit 0."""  # Copied from generator/runtime/core/substituted.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Mapping

from .issues import Fault
from .masking import is_sound
from .records import Record

TABS = "file.tabs"
NO_BREAK_SPACES = "file.no-break-spaces"
LETTERS_O = "record.letter-o"

CHARACTERS = "field.characters"

IN_PLACE_OF_SPACES = {"\t": TABS, "\xa0": NO_BREAK_SPACES}

SINGLE = {
    TABS: "there is a tab in place of a space",
    NO_BREAK_SPACES: "there is a no-break space in place of a space",
    LETTERS_O: "the letter O is in place of the digit 0",
}
"""The message about a single line with a cause."""

_ZEROS = str.maketrans("Oo", "00")


def as_meant(record: Record) -> Mapping[str, Record]:
    """The record as it was meant, by the rule that the line breaks; empty if it breaks none of
    them. Only a line whose other text is in its place, and without fault, shows what was meant."""
    found: dict[str, Record] = {}
    layout = type(record)
    for character, rule in IN_PLACE_OF_SPACES.items():
        is_in_place = character != "\t" or len(record.line) == record.length
        if character in record.line and is_in_place:
            record = layout(record.line.replace(character, " "))
            found[rule] = record
    zeros = _with_zeros(record)
    if zeros.line != record.line and zeros.accepted:
        found[LETTERS_O] = record = zeros
    return found if found and is_sound(record) else {}


def _with_zeros(record: Record) -> Record:
    """The record with the digit 0 for the letter O in fields that are right with it."""
    line = record.line
    if "O" not in line and "o" not in line:
        return record
    for fault in record.faults():
        field, text = record.FIELDS.get(fault.field), line[fault.start - 1 : fault.end]
        zeros = text.translate(_ZEROS)
        is_right = zeros.strip(" ").isdecimal()
        if field is not None and field.identifier is not None:
            is_right = field.identifier.fault(zeros) is None
        if fault.field and zeros != text and is_right:
            line = line[: fault.start - 1] + zeros + line[fault.end :]
    return type(record)(line)


def faults_of_single(record: Record, rule: str) -> list[Fault]:
    """The faults of a single line with a cause: those of its fields if they name the character,
    otherwise the cause in its position."""
    own = [f for f in record.faults() if f.field]
    if rule == LETTERS_O or (own and all(f.rule == CHARACTERS for f in own)):
        return own
    character = next(c for c, known in IN_PLACE_OF_SPACES.items() if known == rule)
    start, end = record.line.index(character) + 1, record.line.rindex(character) + 1
    return [Fault(rule, SINGLE[rule], start, end)]
