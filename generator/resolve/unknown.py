"""The problem of an unknown name, with suggestions."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from generator.load.nodes import Problem, SpecMapping

NONE_AT_ALL = "The version has none at all: is a file missing from its folder?"
"""The advice if nothing of this sort is known, which a single mistake cannot explain."""


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
    advice = known_words(near or str(words[word]), known, to_add)
    return Problem(words.mark_of(word), f"{words.path}.{word}", message, advice)


def known_words(name: str, known: Iterable[str], to_add: str = "", *, said: str = "Known") -> str:
    """The advice for an unknown name: the nearest of the known ones, or all of them."""
    names = list(known)
    like = difflib.get_close_matches(name, names, 1)
    if like:
        return f"Did you mean {like[0]}?"
    return f"{said}: {', '.join(names)}. {to_add}".rstrip() if names else NONE_AT_ALL
