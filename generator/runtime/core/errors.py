"""The exceptions: one family of ValueErrors. Their messages give positions, never personal data."""

from __future__ import annotations

from collections.abc import Collection

from .listing import listed


class JcqError(ValueError):
    """The base class of all errors of this package."""


class FormatError(JcqError):
    """The input is not a file of these formats, or its version is not known."""


class FieldError(JcqError):
    """The text of a field cannot be decoded.

    ``record``, ``field``, ``start`` and ``end`` give the place (positions from 1, inclusive).
    """

    def __init__(self, record: str, field: str, start: int, end: int, reason: str) -> None:
        super().__init__(f"{record}.{field}, positions {start}-{end}: {reason}")
        self.record = record
        self.field = field
        self.start = start
        self.end = end
        self.reason = reason

    def __reduce__(self) -> tuple[type[FieldError], tuple[str, str, int, int, str]]:
        """Supports pickling and copying, so that it can be raised from a process pool."""
        return type(self), (self.record, self.field, self.start, self.end, self.reason)


class IdentifierError(JcqError):
    """A text is not a valid identifier of its kind. The message does not contain the text."""


class BuildError(JcqError):
    """A value does not fit in its field. Values are never truncated."""


def what_check_shows(name: str) -> str:
    """What to do about a file with this name, which may be empty."""
    return f"`jcq check {name or 'FILE'}` shows what is wrong"


MOST_NAMED = 12
"""The most known names that a message lists; of more, it names the nearest few."""

NEAREST = 3

GIVE_VERSION = "give the version (--format-version on the command line, version= in Python)"
"""What to do if the version cannot be taken from a file, for readers of either."""


def hint(word: str, known: Collection[str], where: str = "") -> str:
    """Suggests known names for an unknown one; those that contain it come first.

    ``where`` tells in a sentence where all of them are listed. An empty word is one that is not
    quoted.
    """
    import difflib

    names = [*known]
    within = [name for name in names if len(word) > 2 and word.casefold() in name.casefold()]
    near = within[:NEAREST] or difflib.get_close_matches(word, names, 1)
    if near:
        return f"did you mean {listed(near, 'or')}?"
    if len(names) <= MOST_NAMED:
        return f"known: {', '.join(names)}"
    some = difflib.get_close_matches(word, names, NEAREST, 0) if word else names[:NEAREST]
    kind = "nearest" if word else "first"
    all_of_them = f"; {where}" if where else ""
    return f"the {kind} of {len(names)} known ones are {listed(some)}{all_of_them}"
