"""Trailers that count wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from ....core.character_encodings import UTF_8_BYTES
from ..drawing import Draw
from ..files import DrawnFile
from ..spec import TRAILERS, FieldSpec, Spec
from ..texts import overwritten, text_in
from .mutation import PLACES, FileMutation, Mutate, WrongFile, with_line

RULES = {
    ("records", "centre"): "file.centre-record-count",
    ("records", "file"): "file.record-count",
    ("centres", "file"): "file.centre-count",
}


def mutations(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """Every count with another number, and with no number."""
    for place in TRAILERS:
        (record,) = spec.records_of(letter, place)
        for field in record["fields"]:
            if "counts" in field:
                where = f"{record['title']}, {field['name']}"
                yield FileMutation(where, "another number", _miscounted(place, field))
                yield FileMutation(where, "no number", _uncounted(place, field))


def _miscounted(place: str, field: FieldSpec) -> Mutate:
    counts = field["counts"]
    rule = RULES[counts["what"], counts["in"]]

    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        line = file.lines[PLACES[place]]
        number = file.centres if counts["what"] == "centres" else int(text_in(line, field))
        number += draw.number(1, 9) if number < 2 or draw.is_filled(field) else -1
        text = f"{number:0{field['width']}}"
        return with_line(file, PLACES[place], overwritten(line, field["start"] - 1, text), rule)

    return mutate


def _uncounted(place: str, field: FieldSpec) -> Mutate:
    """A count that is no number contradicts nothing in the file."""

    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        at = field["start"] - 1 + draw.number(0, field["width"] - 1)
        line = overwritten(
            file.lines[PLACES[place]],
            at,
            draw.one_of(("A", " ", "²") if file.encoding != UTF_8_BYTES else ("A", " ")),
        )
        return with_line(file, PLACES[place], line, "field.integer")

    return mutate
