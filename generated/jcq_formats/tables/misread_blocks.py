"""Detects blocks of lines with the layout of another version than the one used."""  # Copied from generator/runtime/tables/misread_blocks.py by `make generate`; edit that, not this.

from __future__ import annotations

from ..core.formats import Format
from ..core.other_versions import misread, misread_error
from ..core.records import Record
from .blocks import Block
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
