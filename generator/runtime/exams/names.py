r"""Names of candidates: SURNAME:FORENAMES, made out of real names as awarding bodies accept them.

What a name may hold, and how much of it, is what the spec says of the field. Awarding bodies turn
lower case to upper and drop what they do not accept (grade B): here it is done beforehand, and the
changes are listed.

>>> name = candidate_name("O\u2019Brien-\u0141ukasz", "Zo\u00eb Anne")
>>> name.text
"O'BRIEN-LUKASZ:ZOE ANNE"
>>> print(*name.changes, sep="; ")
another kind of apostrophe written as the plain one; letters with accents spelled out; capitals
>>> candidate_name("Featherstonehaugh-Cholmondeley", "Bartholomew Peregrine").text
'FEATHERSTONEHAUGH-CHOLMONDELEY:B P'
>>> split_name("O'BRIEN:ZOE ANNE")
("O'BRIEN", 'ZOE ANNE')
"""

from __future__ import annotations

import operator
import unicodedata
from typing import NamedTuple

from ..core.characters import APOSTROPHES, HYPHENS, spelled
from ..core.errors import BuildError
from ..core.formats import load
from ..core.kinds.text import Text
from ..core.needs import needs
from ..core.roles import fields_by_role
from .in_force import version_wanted

NAME = "candidate.name"
BETWEEN = ":"

needs("names of candidates", ("entry",), {NAME: (Text,)})

SEPARATORS = ":/\\|,;&+_\u00b7\u30fb"
"""What keeps two names apart, so that a blank takes its place."""


class CandidateName(NamedTuple):
    """A name as a file has it, and what was changed on the way; changes never repeat the name."""

    text: str
    changes: tuple[str, ...]


def candidate_name(
    surname: str, forenames: str = "", *, version: str | None = None
) -> CandidateName:
    """A name for a file of entries, in the permitted characters and at most as wide as its field.

    Accents are taken off, apostrophes and hyphens of all kinds become the plain ones, and letters
    capitals; what cannot be written is left out; ``changes`` lists all of it. Where the name is too
    long, forenames become initials, from the last to the first. The field is that of the version in
    force today, unless ``version`` says another. Raises BuildError where it still does not fit, or
    there is no surname: nothing is ever cut.
    """
    permitted, width = _field(version)
    changes: dict[str, None] = {}
    last = _written(surname, permitted, changes)
    first = _written(forenames, permitted, changes)
    if not last:
        raise BuildError("a surname is needed, in letters that can be written")
    whole = first.split(" ") if first else []
    parts = list(whole)
    shortened = 0
    while len(_joined(last, parts)) > width and shortened < len(parts):
        shortened += 1
        parts[-shortened] = _initial(parts[-shortened])
    text = _joined(last, parts)
    if len(text) > width:
        raise BuildError(f"the name has {len(text)} characters, but at most {width} fit")
    initials = sum(map(operator.ne, parts, whole))
    if initials:
        changes[f"{initials} of {len(parts)} forenames as initials"] = None
    return CandidateName(text, tuple(changes))


def split_name(text: str) -> tuple[str, str]:
    """Surname and forenames of a name in a file; no forenames where there is no colon."""
    surname, _, forenames = text.partition(BETWEEN)
    return surname.strip(" "), forenames.strip(" ")


def _field(version: str | None) -> tuple[str, int]:
    """The permitted characters and the width of the field, as the version has them."""
    for record in load(version_wanted(version)).records.values():
        field = fields_by_role(record).get(NAME)
        if field is not None and isinstance(field.kind, Text):
            return field.kind.characters.characters.replace(BETWEEN, ""), field.width
    raise BuildError("this version of the formats has no names")


def _joined(surname: str, forenames: list[str]) -> str:
    return f"{surname}{BETWEEN}{' '.join(forenames)}"


def _initial(name: str) -> str:
    """The first letter of a forename; round brackets stay around it."""
    letter = next(filter(str.isalpha, name))
    return f"({letter})" if name.startswith("(") and name.endswith(")") else letter


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
        changes["another kind of apostrophe written as the plain one"] = None
        return "'"
    if character in HYPHENS:
        changes["another kind of hyphen written as the plain one"] = None
        return "-"
    if character in SEPARATORS:
        changes[f"{character} written as a blank"] = None
        return " "
    written = spelled(character, permitted)
    if written:
        changes["letters with accents spelled out"] = None
    elif unicodedata.combining(character):
        changes["accents left out"] = None
    else:
        changes["characters left out that cannot be written"] = None
    return written
