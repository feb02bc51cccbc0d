"""The problem of an unknown name, with suggestions."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from generator.load.nodes import Problem, SpecMapping

NONE_AT_ALL = "The version has none at all: is a file missing from its folder?"
"""The advice if nothing of this sort is known, which a single mistake cannot explain."""

MOST = 15
"""The most names that a message lists."""


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


def known_words(
    name: str, known: Iterable[str], to_add: str = "", *, said: str = "Known", likeness: float = 0.6
) -> str:
    """The advice for an unknown name: the nearest of the known ones, or a list of them, which is
    complete if ``to_add`` says how to add one."""
    names = list(known)
    like = difflib.get_close_matches(name, names, 1, likeness)
    if like:
        return f"Did you mean {like[0]}?"
    if not names:
        return NONE_AT_ALL
    return f"{said}: {', '.join(names)}. {to_add}" if to_add else f"{said}: {some_of(names, name)}."


def some_of(names: Iterable[str], near: str = "") -> str:
    """The names as a list; of many, those most like ``near``, and how many more there are."""
    every = list(names)
    if len(every) <= MOST:
        return ", ".join(every)
    like = difflib.SequenceMatcher(b=near)

    def unlike(name: str) -> float:
        like.set_seq1(name)
        return -like.ratio()

    shown = sorted(every, key=unlike)[:MOST]
    return f"{', '.join(shown)} and {len(every) - MOST} more"
