"""Character sets: ranges the right way round, and characters that a line can hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.walk import at
from generator.load.nodes import Problem
from generator.resolve.fields import CharacterSetSpec
from generator.resolve.model import VersionSpec


def character_problems(version: VersionSpec) -> Iterator[Problem]:
    """Ranges that hold nothing, sets of blanks alone, and characters outside of Latin-1."""
    for characters in version.character_sets:
        backwards = list(_backwards(characters))
        yield from backwards
        if invalid := unwritable(characters.characters):
            message = f"{invalid} cannot be written"
            yield at(characters, "characters", message, "Lines are Latin-1 text; leave it out.")
        if not backwards and not characters.characters.strip(" "):
            message = f"no text could be made of the set {characters.name}"
            yield at(characters, "characters", message, "Name more than the blank.")


def _backwards(characters: CharacterSetSpec) -> Iterator[Problem]:
    listed = characters.words["characters"]
    for index, text in enumerate(listed):
        if len(text) == 3 and text[1] == "-" and text[0] > text[2]:
            message = f"the range {text!r} runs backwards"
            advice = f"Write {text[2]}-{text[0]}; for three characters, put the - first or last."
            yield Problem(listed.mark_of(index), listed.path_of(index), message, advice)


def unwritable(text: str) -> str:
    """The characters that no line can hold, as code points; lines are Latin-1 without controls."""
    invalid = [c for c in text if not " " <= c <= "\xff" or "\x7f" <= c <= "\x9f"]
    return " ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(invalid))
