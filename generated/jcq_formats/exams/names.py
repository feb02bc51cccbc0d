r"""Names of candidates: SURNAME:FORENAMES, made from real names as awarding bodies accept them.

The spec of the field gives the permitted characters and the length. Awarding bodies convert lower
case to upper and drop other characters (grade B). Here this is done beforehand, and the changes are
listed.

>>> name = candidate_name("O\u2019Brien-\u0141ukasz", "Zo\u00eb Anne")
>>> name.text
"O'BRIEN-LUKASZ:ZOE ANNE"
>>> print(*name.changes, sep="; ")
another kind of apostrophe written as the plain one; letters with accents spelled out; capitals
>>> candidate_name("Featherstonehaugh-Cholmondeley", "Bartholomew Peregrine").text
'FEATHERSTONEHAUGH-CHOLMONDELEY:B P'
>>> split_name("O'BRIEN:ZOE ANNE")
("O'BRIEN", 'ZOE ANNE')
"""  # Copied from generator/runtime/exams/names.py by `make generate`; edit that, not this.

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
from ..core.several import text_given
from .in_force import version_wanted

NAME = "candidate.name"
BETWEEN = ":"

needs("names of candidates", ("entry",), {NAME: (Text,)})

SEPARATORS = ":/\\|,;&+_\u00b7\u30fb"
"""Characters that separate two names, and are replaced by a blank."""


class CandidateName(NamedTuple):
    """A name as written in a file, and the changes made to it; these never repeat the name."""

    text: str
    changes: tuple[str, ...]


def candidate_name(
    surname: str, forenames: str = "", *, version: str | None = None
) -> CandidateName:
    """A name for a file of entries, in permitted characters, that fits in its field.

    Accents are removed, apostrophes and hyphens of all kinds become plain ones, letters become
    capitals, and other characters are dropped; ``changes`` lists all of this. If the name is too
    long, forenames become initials, from the last to the first. The field is that of the version in
    force today, unless ``version`` is given. Raises BuildError if the name still does not fit, or
    there is no surname: names are never truncated. Raises JcqError if one of them is not text.
    """
    surname, forenames = text_given(surname, "surname"), text_given(forenames, "forenames")
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
    """Surname and forenames of a name in a file; without a colon there are no forenames.

    Raises JcqError if it is not text.
    """
    surname, _, forenames = text_given(text, "name").partition(BETWEEN)
    return surname.strip(" "), forenames.strip(" ")


def _field(version: str | None) -> tuple[str, int]:
    """The permitted characters and the length of the field in a version."""
    for record in load(version_wanted(version)).records.values():
        field = fields_by_role(record).get(NAME)
        if field is not None and isinstance(field.kind, Text):
            return field.kind.characters.characters.replace(BETWEEN, ""), field.width
    raise BuildError("this version of the formats has no names")


def _joined(surname: str, forenames: list[str]) -> str:
    return f"{surname}{BETWEEN}{' '.join(forenames)}"


def _initial(name: str) -> str:
    """The first letter of a forename, inside its brackets if it has any."""
    letter = next(filter(str.isalpha, name))
    return f"({letter})" if name.startswith("(") and name.endswith(")") else letter


def _written(name: str, permitted: str, changes: dict[str, None]) -> str:
    """The name in permitted characters, with single blanks between words."""
    spaced = "".join(" " if c.isspace() else c for c in unicodedata.normalize("NFC", name))
    written = "".join(_character(c, permitted, changes) for c in spaced)
    upper = written.upper()
    if upper != written:
        changes["capitals"] = None
    words = upper.split()
    if " ".join(words) != upper:
        changes["unnecessary blanks left out"] = None
    lettered = [word for word in words if any(map(str.isalpha, word))]
    if lettered != words:
        changes["parts without letters left out"] = None
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
