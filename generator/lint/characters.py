"""Character sets: valid ranges, and characters that a line can hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.walk import at, owners
from generator.load.nodes import Problem
from generator.resolve.fields import CharacterSetSpec, every_field
from generator.resolve.model import RecordSpec, VersionSpec
from generator.runtime.core.character_encodings import LATIN_1, UTF_8_BYTES, UTF_8_CHARACTERS
from generator.runtime.core.headers import VERSION_ROLE
from generator.runtime.core.places import Place

NO_CHARACTER = "It is a control character or a line end; remove it."
IN_BYTES = "Fields are counted in bytes: write codes and fixed texts in ASCII."


def character_problems(version: VersionSpec) -> Iterator[Problem]:
    """Empty ranges, sets of blanks only, and characters that no line can hold."""
    last = "\xff" if version.format.encoding == LATIN_1 else "\U0010ffff"
    for characters in version.character_sets:
        backwards = list(_backwards(characters))
        yield from backwards
        if invalid := unwritable(characters.characters, last):
            message = f"{invalid} cannot be written"
            advice = "Lines are Latin-1 text; remove it." if last == "\xff" else NO_CHARACTER
            yield at(characters, "characters", message, advice)
        if not backwards and not characters.characters.strip(" "):
            message = f"no text can be written with the set {characters.name}"
            yield at(characters, "characters", message, "Add characters other than the blank.")


def _backwards(characters: CharacterSetSpec) -> Iterator[Problem]:
    listed = characters.words["characters"]
    for index, text in enumerate(listed):
        if len(text) == 3 and text[1] == "-" and text[0] > text[2]:
            message = f"the range {text!r} is reversed"
            advice = f"Write {text[2]}-{text[0]}; for three characters, put the - first or last."
            yield Problem(listed.mark_of(index), listed.path_of(index), message, advice)


def encoding_problems(version: VersionSpec) -> Iterator[Problem]:
    """Letters that move the positions before the encoding is known, and codes and literals that do
    not fit in a version counted in bytes."""
    encoding = version.format.encoding
    if encoding == UTF_8_CHARACTERS:
        for record in version.records:
            if record.cls.PLACE is Place.FILE_HEADER:
                yield from _before_version(record)
    if encoding == UTF_8_BYTES:
        for codes in version.code_lists:
            for code in codes.evidence:
                if not code.code.isascii():
                    message = f"the code {code.code!r} has letters that take several bytes"
                    yield at(code, "code", message, IN_BYTES)
        for owner in owners(version):
            for field in owner.fields:
                for word in ("literal", "none", "default", "forbidden"):
                    if not "".join(field.words.get(word, "")).isascii():
                        message = f"`{field.name}` has letters that take several bytes"
                        yield at(field, word, message, IN_BYTES)


def _before_version(record: RecordSpec) -> Iterator[Problem]:
    said = next((f.start for f in record.fields if f.role == VERSION_ROLE), 0)
    for field in every_field([f for f in record.fields if f.start <= said]):
        characters = field.character_set
        if characters is not None and not characters.characters.isascii():
            message = f"`{field.name}` comes before the version and may contain more than ASCII"
            yield at(
                field, "characters", message, "The version decides the encoding: name an ASCII set."
            )


def unwritable(text: str, last: str = "\xff") -> str:
    """The characters that no line can hold, as code points: controls, and those after the last
    one."""
    invalid = [
        c
        for c in text
        if not " " <= c <= last or "\x7f" <= c <= "\x9f" or c in "\u2028\u2029\ufeff"
    ]
    return " ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(invalid))
