"""Detects lines of a block with the layout of another version, or that cannot be read reliably."""  # Copied from generator/runtime/tables/misread_blocks.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable

from ..core.formats import Format
from ..core.other_versions import misread, misread_error
from ..core.records import Record
from ..exams.certainty import refuse_line
from ..exams.results import is_unread
from .blocks import BLANK, Block
from .extras import missing

try:
    import numpy as np
except ImportError as error:
    raise missing("arrow", error) from None


def refuse_misread_block(
    block: Block, form: Format, record: type[Record] | None, name: str, before: int
) -> None:
    """Raises FormatError for the first selected line with the layout of another version."""
    wanted = record.KEY if record is not None else ""
    own = {r.LENGTHS.get(k[0], r.END) for k, r in form.records.items() if wanted == r.KEY}
    if block.is_wide:
        found = np.array([len(block.text(int(number))) for number in block.numbers])
    else:
        found = (block.ends - block.starts)[block.numbers]
    for row in np.flatnonzero(~np.isin(found, sorted(own))):
        number = int(block.numbers[row])
        version = misread(block.text(number), form)
        if version:
            raise misread_error(name, before + number + 1, version, form)


LAST_PRINTABLE = ord("~")


def refuse_doubtful_lines(
    block: Block, form: Format, record: type[Record], rows: Iterable[int], name: str, before: int
) -> None:
    """Raises JcqError for the first selected line that cannot be read reliably, among these rows
    (of values that cannot be decoded) and those with other characters than printable ASCII."""
    matrix = block.matrix
    odd = set(rows)
    if not block.plain:
        others = (matrix < BLANK) | (matrix > LAST_PRINTABLE)
        odd |= {*np.flatnonzero(others.any(axis=1)).tolist()}
    for row in sorted(odd):
        line = record(block.line(row))
        if not is_unread(line):
            refuse_line(line, form, name, before + int(block.numbers[row]) + 1)
