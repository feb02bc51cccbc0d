"""How to write a character with permitted ones, and how to name it in a message."""  # Copied from generator/runtime/core/characters.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = (
    "\x91\x92\u2018\u2019\u201a\u201b\u2032\u2035\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb"
    "\u00b4\u0060\u0384\u055a\u05f3\u07f4\u07f5\u1fbd\u1fbf\u1fef\u1ffd\u1ffe\ua78c\uff07\uff40"
)
HYPHENS = "\x96\x97\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u00ad"
"""Characters written for a hyphen; the first two are unconverted Windows bytes."""

SPELLED = {
    "ß": "SS",
    "œ": "OE",
    "ð": "D",
    "þ": "TH",
    "\u0131": "I",
    "ĸ": "K",
    "ŋ": "NG",
    "ə": "A",
    "ǝ": "E",
    "ɛ": "E",
    "ɔ": "O",
    "\u0269": "I",
    "ʊ": "U",
    "ʒ": "Z",
}
"""Letters that Unicode does not name after another, as it names O WITH STROKE after O."""

CALLED = {
    "\0": "a NUL byte",
    "\t": "a tab",
    "\x1a": "Ctrl-Z",
    "\x1b": "an escape character",
    "\xa0": "a no-break space",
    **dict.fromkeys(APOSTROPHES, "another kind of apostrophe"),
    **dict.fromkeys(HYPHENS, "another kind of hyphen"),
}
"""Characters with a common name."""

SMALL_LETTERS = "has small letters: write all letters as capitals"
"""The message about an identifier that would be well formed in capitals."""

_NAMED_AFTER = re.compile(r"LATIN SMALL LETTER (AE|[A-Z]) ?(?:WITH .*)?")


def spelled(character: str, permitted: str) -> str:
    """The character in permitted ones, without accents or as a capital; empty if there are none."""
    plain = unicodedata.normalize("NFKD", character).replace(" ", "")
    return "".join(_spelled(part, permitted) for part in plain)


def _spelled(character: str, permitted: str) -> str:
    if character in permitted:
        return character.upper()
    if character in APOSTROPHES:
        return "'"
    small = character.lower()
    named_after = _NAMED_AFTER.fullmatch(unicodedata.name(small, ""))
    return SPELLED.get(small) or (named_after[1] if named_after is not None else "")


def named(character: str, permitted: str) -> str:
    """The name of a character that is not permitted, and what to write instead."""
    if character in CALLED or not character.isprintable():
        return sort_of(character)
    instead = spelled(character, permitted)
    is_permitted = instead and set(instead) <= set(permitted)
    return f"{character} (use {instead})" if is_permitted else character


def sort_of(character: str) -> str:
    """The kind of a character, which does not reveal a letter of a name."""
    if character in CALLED:
        return CALLED[character]
    if not character.isprintable():
        return "a control character"
    if character.isalpha():
        if not character.isascii():
            return "a letter with an accent or of another alphabet"
        return "a small letter" if character.islower() else "a letter"
    return "a digit" if character.isdecimal() else "a symbol"


def unwritable(character: str) -> str:
    """The reason why no line can hold a character, and what to do. It reveals no letter of a
    name."""
    cure = "remove it"
    if character in APOSTROPHES:
        cure = "use '"
    elif character in HYPHENS:
        cure = "use -"
    elif character.isalpha():
        cure = "use A to Z"
    return f"{sort_of(character)} cannot be written: {cure}"
