"""Pairs the files of the two sides."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.errors import JcqError
from ..given_files import Given


@dataclass(frozen=True, slots=True)
class Pair:
    """Old and new files of one kind; on either side the latest comes first. ``superseded`` names
    earlier issues, which do not count."""

    old: list[Given]
    new: list[Given]
    superseded: list[str]

    @property
    def example(self) -> Given:
        """One of the files."""
        return (self.new or self.old)[0]


def paired(old: list[Given], new: list[Given]) -> list[Pair]:
    """Pairs files of the same kind; a single file with a single one, whatever their series.

    Raises JcqError if no two files are of the same kind.
    """
    if len(old) == len(new) == 1 and old[0].kind.holds == new[0].kind.holds:
        return [_pair(old, new)]
    kinds = sorted({given.kind for given in (*old, *new)})
    pairs = []
    for kind in kinds:
        sides = [[given for given in side if given.kind == kind] for side in (old, new)]
        pairs.append(_pair(*sides))
    if not any(pair.old and pair.new for pair in pairs):
        said = [", ".join(sorted({_said(g) for g in side})) for side in (old, new)]
        raise JcqError(f"two of one kind are needed: the old one is {said[0]}, the new {said[1]}")
    return pairs


def _said(given: Given) -> str:
    body = given.kind.series.awarding_body
    title = given.title[:1].lower() + given.title[1:]
    if not given.kind.holds:
        return f"of an unknown kind (`jcq check {given.name}` says why)"
    if not body:
        return title
    return f"{title} of {given.kind.series if given.kind.series.year else f'awarding body {body}'}"


def _pair(old: list[Given], new: list[Given]) -> Pair:
    superseded: list[str] = []
    sides = []
    for side in (old, new):
        ordered = sorted(side, key=lambda g: (g.order, g.name), reverse=True)
        if ordered and ordered[0].is_broadcast:
            superseded += [given.name for given in ordered[1:]]
            ordered = ordered[:1]
        sides.append(ordered)
    return Pair(sides[0], sides[1], superseded)
