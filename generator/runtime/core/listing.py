"""Joins words to a list in a sentence."""

from __future__ import annotations

from collections.abc import Iterable


def listed(words: Iterable[str], link: str = "and") -> str:
    """`a, b and c`; empty without words."""
    *others, last = ("", *words)
    return f"{', '.join(others[1:])} {link} {last}" if others[1:] else last
