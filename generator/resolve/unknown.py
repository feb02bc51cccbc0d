"""The problem of an unknown name, with suggestions."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from generator.load.nodes import Problem, SpecMapping


def unknown(
    words: SpecMapping,
    word: str,
    message: str,
    known: Iterable[str],
    *,
    near: str = "",
    to_add: str = "",
) -> Problem:
    """The problem of a key whose value, or the name ``near`` in it, is not one of the known ones.

    ``to_add`` follows the list of these, and says how to add one.
    """
    names = list(known)
    like = difflib.get_close_matches(near or str(words[word]), names, 1)
    advice = (
        f"Did you mean {like[0]}?"
        if like
        else f"Known: {', '.join(names) or 'none'}. {to_add}".rstrip()
    )
    return Problem(words.mark_of(word), f"{words.path}.{word}", message, advice)
