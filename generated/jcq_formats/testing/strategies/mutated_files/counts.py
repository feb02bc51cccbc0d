"""Trailers with wrong counts."""  # Copied from generator/runtime/testing/strategies/mutated_files/counts.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ....core.character_encodings import UTF_8_BYTES
from ..drawing import Draw
from ..drawn_files import DrawnFile
from ..spec import FieldSpec, Spec, SpecItem
from ..texts import overwritten, text_in
from .mutation import FileMutation, Mutate, WrongFile, envelope, line_at, with_line

RULES = {
    ("records", "centre"): "file.centre-record-count",
    ("records", "file"): "file.record-count",
    ("centres", "file"): "file.centre-count",
}


def mutations(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """Every count with another number, and with text that is not a number."""
    for row, record in envelope(spec, letter):
        for field in record["fields"]:
            if "counts" in field:
                where = f"{record['title']}, {field['name']}"
                yield FileMutation(where, "another number", _miscounted(spec, row, field))
                yield FileMutation(where, "no number", _uncounted(spec, row, field))


def _miscounted(spec: Spec, row: SpecItem, field: FieldSpec) -> Mutate:
    counts = field["counts"]
    what = counts["what"] if counts["what"] == "centres" else "records"
    rule = RULES[what, counts["in"]]

    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        at = line_at(file, row)
        line = file.lines[at]
        number = file.centres if counts["what"] == "centres" else int(text_in(line, field))
        number += draw.number(1, 9) if number < 2 or draw.is_filled(field) else -1
        text = f"{number:0{field['width']}}"
        return with_line(file, at, overwritten(line, field["start"] - 1, text), rule)

    return mutate


def _uncounted(spec: Spec, row: SpecItem, field: FieldSpec) -> Mutate:
    """A count that is not a number contradicts nothing in the file."""

    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        place = line_at(file, row)
        at = field["start"] - 1 + draw.number(0, field["width"] - 1)
        line = overwritten(
            file.lines[place],
            at,
            draw.one_of(("A", " ", "²") if file.encoding != UTF_8_BYTES else ("A", " ")),
        )
        return with_line(file, place, line, "field.integer")

    return mutate
