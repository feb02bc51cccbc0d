"""The steps from one version to another, along the versions that each of them extends."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .errors import JcqError
from .formats import Division, Format, Move, load


class Step(NamedTuple):
    """A step from one version to the next, and the fields that are moved or divided there."""

    old: Format
    new: Format
    moves: Mapping[str, Sequence[Move]]
    divisions: Mapping[str, Sequence[Division]]


def steps_between(source: Format, target: Format) -> Iterator[Step]:
    """The steps between two versions, along the versions that each of them extends."""
    up, down = list(_ancestry(source)), list(_ancestry(target))
    versions = [form.version for form in down]
    meeting = next((form.version for form in up if form.version in versions), None)
    if meeting is None:
        raise JcqError(
            f"files cannot be converted from version {source.version} to {target.version}"
        )
    rising = up[: [form.version for form in up].index(meeting) + 1]
    falling = down[: versions.index(meeting) + 1][::-1]
    for old, new in itertools.pairwise(rising):
        yield Step(old, new, old.moves, old.divisions)
    for old, new in itertools.pairwise(falling):
        turned = {
            key: [Move(move.to, move.field_name, move.when) for move in moves]
            for key, moves in new.moves.items()
        }
        divided = {
            key: [Division(one.to, one.fields, one.at) for one in divisions]
            for key, divisions in new.divisions.items()
        }
        yield Step(old, new, turned, divided)


def _ancestry(form: Format) -> Iterator[Format]:
    yield form
    while form.extends:
        form = load(form.extends)
        yield form
