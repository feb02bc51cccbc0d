"""Whether a file that is read in blocks of lines is complete."""  # Copied from generator/runtime/tables/block_completeness.py by `make generate`; edit that, not this.

from __future__ import annotations

from ..core.formats import Format
from ..core.places import Place
from ..exams.completeness import Completeness, ends_of, incomplete
from .blocks import Block
from .extras import missing

try:
    import numpy as np
except ImportError as error:
    raise missing("arrow", error) from None

NEVER_WHOLE = np.iinfo(np.int64).max
"""The least length of lines that are examined one by one."""


class BlockCompleteness:
    """Determines from the blocks of a file, added one after another, whether the file is
    complete."""

    def __init__(self, form: Format) -> None:
        self.completeness = Completeness(form)
        self.least = np.full(1 << 16, NEVER_WHOLE)
        for key, record in form.records.items():
            if record.PLACE is Place.DATA and not self.completeness.needs_every_line:
                self.least[ord(key[0]) << 8 | ord(key[1])] = max(ends_of(record))

    @property
    def has_header(self) -> bool:
        """Whether the lines so far have a file header, so that they are of a whole file."""
        return self.completeness.has_header

    def add(self, block: Block) -> None:
        """Adds the next block: data records that are long enough are counted, all other lines are
        examined."""
        if block.is_wide:
            self.completeness.add_texts([block.text(number) for number in range(block.count)])
            return
        lines = np.frombuffer(block.data + b"  ", np.uint8)
        pairs = lines[block.starts].astype(np.uint16) << 8 | lines[block.starts + 1]
        lengths = block.ends - block.starts
        self.completeness.add_width(int(lengths.max(initial=0)))
        begin = 0
        for at in (*np.flatnonzero(lengths < self.least[pairs]).tolist(), block.count):
            for pair, count in zip(*np.unique(pairs[begin:at], return_counts=True), strict=True):
                self.completeness.count(chr(pair >> 8) + chr(pair & 255), int(count))
            if at < block.count:
                self.completeness.add_text(block.text(at))
            begin = at + 1

    def refuse_incomplete(self, name: str) -> None:
        """Raises JcqError if the whole file, now added, began with a header and is incomplete."""
        lacking = self.completeness.lacking()
        if self.has_header and lacking:
            raise incomplete(name, lacking)
