# Copied from generator/runtime/exams/names.py by `make generate`; edit that, not this.
r"""Names of candidates: SURNAME:FORENAMES, made out of real names as awarding bodies accept them.

What a name may hold, and how much of it, is what the spec says of the field. Awarding bodies turn
lower case to upper and drop what they do not accept (grade B): here it is done beforehand and said.

>>> name = candidate_name("O\u2019Brien-\u0141ukasz", "Zo\u00eb Anne")
>>> name.text
"O'BRIEN-LUKASZ:ZOE ANNE"
>>> [ascii(change) for change in name.changes][1:]
["'\\u0141 written as L'", "'capitals'", "'\\xeb written as E'"]
>>> candidate_name("Featherstonehaugh-Cholmondeley", "Bartholomew Peregrine").text
'FEATHERSTONEHAUGH-CHOLMONDELEY:B P'
>>> split_name("O'BRIEN:ZOE ANNE")
("O'BRIEN", 'ZOE ANNE')
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from ..core.errors import BuildError
from ..core.formats import load, newest_version
from ..core.kinds.text import Text
from ..core.roles import fields_by_role

NAME = "candidate.name"
BETWEEN = ":"

APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bb\u02bc\u02b9\u02c8\u00b4\u0060\u2032\uff07\ua78c\u05f3"
HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u00ad"

SPELLED = {
    "ß": "SS",
    "ẞ": "SS",
    "æ": "AE",
    "œ": "OE",
    "ø": "O",
    "ł": "L",
    "đ": "D",
    "ð": "D",
    "þ": "TH",
    "ħ": "H",
    "\u0131": "I",
    "ĸ": "K",
    "ŋ": "NG",
    "ŧ": "T",
    "ə": "A",
}
"""Letters that are no letter with an accent."""


class CandidateName(NamedTuple):
    """A name as a file has it, and what was changed on the way; changes never repeat the name."""

    text: str
    changes: tuple[str, ...]


def candidate_name(
    surname: str, forenames: str = "", *, version: str | None = None
) -> CandidateName:
    """A name for a file of entries, in the permitted characters and at most as wide as its field.

    Accents are taken off, apostrophes and hyphens of all kinds become the plain ones, and letters
    capitals; what cannot be written is left out, and said. Where the name is too long, forenames
    become initials, from the last to the first. Raises BuildError where it still does not fit, or
    there is no surname: nothing is ever cut.
    """
    permitted, width = _field(version)
    changes: dict[str, None] = {}
    last = _written(surname, permitted, changes)
    first = _written(forenames, permitted, changes)
    if not last:
        raise BuildError("a surname is needed, in letters that can be written")
    parts = first.split(" ") if first else []
    shortened = 0
    while len(_joined(last, parts)) > width and shortened < len(parts):
        shortened += 1
        parts[-shortened] = parts[-shortened][0]
    text = _joined(last, parts)
    if len(text) > width:
        raise BuildError(f"the name has {len(text)} characters, but at most {width} fit")
    if shortened:
        changes[f"{shortened} of {len(parts)} forenames as initials"] = None
    return CandidateName(text, tuple(changes))


def split_name(text: str) -> tuple[str, str]:
    """Surname and forenames of a name in a file; no forenames where there is no colon."""
    surname, _, forenames = text.partition(BETWEEN)
    return surname.strip(" "), forenames.strip(" ")


def _field(version: str | None) -> tuple[str, int]:
    """The permitted characters and the width of the field, as the version has them."""
    for record in load(version or newest_version()).records.values():
        field = fields_by_role(record).get(NAME)
        if field is not None and isinstance(field.kind, Text):
            return field.kind.characters.characters.replace(BETWEEN, ""), field.width
    raise BuildError("this version of the formats has no names")


def _joined(surname: str, forenames: list[str]) -> str:
    return f"{surname}{BETWEEN}{' '.join(forenames)}"


def _written(name: str, permitted: str, changes: dict[str, None]) -> str:
    """The name in permitted characters, single blanks between words."""
    spaced = "".join(" " if c.isspace() else c for c in unicodedata.normalize("NFC", name))
    written = "".join(_character(c, permitted, changes) for c in spaced)
    upper = written.upper()
    if upper != written:
        changes["capitals"] = None
    words = upper.split()
    if " ".join(words) != upper:
        changes["blanks that are not needed left out"] = None
    lettered = [word for word in words if any(map(str.isalpha, word))]
    if lettered != words:
        changes["what has no letter left out"] = None
    return " ".join(lettered)


def _character(character: str, permitted: str, changes: dict[str, None]) -> str:
    if character in permitted:
        return character
    if character in APOSTROPHES:
        changes[f"{character} written as an apostrophe"] = None
        return "'"
    if character in HYPHENS:
        changes["another dash written as a hyphen"] = None
        return "-"
    spelled = SPELLED.get(character.lower())
    if spelled is None:
        plain = unicodedata.normalize("NFKD", character)
        spelled = "".join(c for c in plain if c in permitted).upper()
    if spelled:
        changes[f"{character} written as {spelled}"] = None
        return spelled
    if not unicodedata.combining(character):
        said = character if character.isprintable() else f"U+{ord(character):04X}"
        changes[f"{said} left out"] = None
    return ""
