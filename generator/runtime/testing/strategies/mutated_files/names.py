"""File names that contradict the headers, or match no known pattern."""

from __future__ import annotations

from collections.abc import Iterator

from ..drawing import Draw
from ..drawn_files import DrawnFile, FileConstraints
from ..spec import Spec, SpecItem
from ..texts import overwritten
from .mutation import FileMutation, Mutate, WrongFile

CHARACTERS = "23456789ABCDEFGHJKMNPQRTUVXYZ_"
DIGITS = CHARACTERS[:8]


def mutations(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """Every repeated part of the name with another character, and names that match no known
    pattern."""
    start = 0
    for part in spec.name_parts(letter):
        if "agrees_with" in part:
            mutate = _misnamed(spec, letter, part, start)
            constraints = FileConstraints(one_centre=True, address=True)
            yield FileMutation("name", f"another {part['part']}", mutate, constraints)
        start += part["width"]
    yield FileMutation(
        "name",
        "of no known form",
        lambda draw, file: WrongFile(
            draw.one_of(("ENTRIES.TXT", "9", f"{letter}.X01")),
            file.data,
            frozenset({"file.name-unknown"}),
        ),
    )
    if not spec.name_parts(letter):
        return
    yield FileMutation(
        "name",
        "with more around it",
        lambda draw, file: WrongFile(
            draw.one_of((f"{file.name}.BAK", f"Copy of {file.name}", f"{file.name} (1)")),
            file.data,
            frozenset({"file.renamed"}),
        ),
        FileConstraints(one_centre=True, address=True),
    )


def _misnamed(spec: Spec, letter: str, part: SpecItem, start: int) -> Mutate:
    form = spec.name_form(letter)
    same_form = form["data_types"] if form is not None else ()

    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        before = file.name[start]
        candidates = DIGITS if part.get("digits") else CHARACTERS
        if start == 0:
            candidates = "".join(same_form)
        other = draw.one_of([c for c in candidates if c.upper() != before.upper()])
        name = overwritten(file.name, start, other)
        return WrongFile(name, file.data, frozenset({"file.name"}))

    return mutate
