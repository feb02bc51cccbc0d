"""The exceptions: one family of ValueErrors. Messages carry positions, never personal text."""

from __future__ import annotations

from collections.abc import Collection

from .listing import listed


class JcqError(ValueError):
    """Anything this package refuses."""


class FormatError(JcqError):
    """The input is no file of these formats, or of no version that is known."""


class FieldError(JcqError):
    """The text of a field cannot be decoded.

    ``record``, ``field``, ``start`` and ``end`` say where (columns from 1, inclusive).
    """

    def __init__(self, record: str, field: str, start: int, end: int, reason: str) -> None:
        super().__init__(f"{record}.{field}, positions {start}-{end}: {reason}")
        self.record = record
        self.field = field
        self.start = start
        self.end = end
        self.reason = reason

    def __reduce__(self) -> tuple[type[FieldError], tuple[str, str, int, int, str]]:
        """How it is pickled and copied, so that it comes out of a process pool as it is."""
        return type(self), (self.record, self.field, self.start, self.end, self.reason)


class IdentifierError(JcqError):
    """A text is no valid identifier of its kind; the message does not hold the text."""


class BuildError(JcqError):
    """A value that its field cannot hold: nothing is ever cut to fit."""


MOST_NAMED = 20
"""Known words that a message lists."""


def hint(word: str, known: Collection[str]) -> str:
    """What somebody who wrote an unknown word may have meant: words that contain it come first."""
    import difflib

    within = [name for name in known if len(word) > 2 and word.casefold() in name.casefold()]
    near = within[:3] or difflib.get_close_matches(word, known, 1)
    if near:
        return f"did you mean {listed(near, 'or')}?"
    more = f", and {len(known) - MOST_NAMED} more" if len(known) > MOST_NAMED else ""
    return f"known: {', '.join([*known][:MOST_NAMED])}{more}"
