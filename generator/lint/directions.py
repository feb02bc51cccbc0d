"""Directions: conditions in headers and trailers on the direction of files of their data type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.lint.walk import Owner, Written, at
from generator.load.nodes import Problem, SpecSequence
from generator.resolve.fields import DIRECTION

DIRECTIONS = ("broadcast", "centre", "none")


def unknown_directions(written: SpecSequence) -> Iterator[Problem]:
    """Directions that no files have."""
    for index, direction in enumerate(written):
        if direction not in DIRECTIONS:
            message = f"there is no direction {direction!r}"
            advice = f"Known: {', '.join(DIRECTIONS)}."
            yield Problem(written.mark_of(index), written.path_of(index), message, advice)


def position_problems(written: Written, word: str, owner: Owner) -> Iterator[Problem]:
    """A direction that decides although the data type is not at position 1."""
    chooser = owner.fields[0]
    if chooser.end != 1:
        message = (
            f"the direction is that of the data type, but `{chooser.name}` is not at position 1"
        )
        yield at(written, word, message, "Give position 1 a field of its own.")


def condition_on_direction(
    written: Written, word: str, when: Mapping[str, SpecSequence], owner: Owner
) -> Iterator[Problem]:
    """The mistakes in a condition on the direction, if the key states one."""
    if DIRECTION not in when:
        return
    if not (owner.is_record and "width" in owner.words):
        message = "only headers and trailers are in files of several directions"
        yield at(written, word, message, "Remove the condition, or name a field.")
        return
    yield from position_problems(written, word, owner)
    yield from unknown_directions(when[DIRECTION])
