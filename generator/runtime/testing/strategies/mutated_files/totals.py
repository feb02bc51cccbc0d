"""Headers and trailers whose sums or checksums are wrong."""

from __future__ import annotations

from collections.abc import Iterator

from ..drawing import Draw
from ..drawn_files import DrawnFile
from ..spec import FieldSpec, Spec, SpecItem
from ..texts import overwritten, text_in
from ..totals import with_totals
from .mutation import FileMutation, Mutate, WrongFile, envelope, line_at


def mutations(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """Every sum and checksum with another digit; a checksum over a wrong sum is right."""
    for row, record in envelope(spec, letter):
        for field in record["fields"]:
            if "total" in field:
                where = f"{record['title']}, {field['name']}"
                yield FileMutation(where, "another total", _mistaken(spec, row, field))


def _mistaken(spec: Spec, row: SpecItem, field: FieldSpec) -> Mutate:
    rule = "file.checksum" if "checksum" in field["total"] else "file.sum"

    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        lines, number = list(file.lines), line_at(file, row)
        text = text_in(lines[number], field)
        at = len(text) - 1 - draw.number(0, min(2, len(text) - 1))
        digit = draw.one_of([digit for digit in "0123456789" if digit != text[at]])
        lines[number] = overwritten(lines[number], field["start"] - 1 + at, digit)
        summed = with_totals(spec, lines, {(number, field["name"])})
        return WrongFile(file.name, file.with_lines(summed).data, frozenset({rule}))

    return mutate
