"""Bytes to blocks of lines: the selected lines of a chunk as a matrix of bytes."""  # Copied from generator/runtime/tables/blocks.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from ..core.character_encodings import LATIN_1, decoded
from ..core.lines import without_mark
from .extras import missing

try:
    import numpy as np
    from numpy.typing import NDArray
except ImportError as error:
    raise missing("arrow", error) from None

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]

BLANK, LINE_FEED, CARRIAGE_RETURN = b" \n\r"
FIRST_PRINTABLE = BLANK


@dataclass(slots=True)
class Block:
    """Lines of a file. ``matrix`` has a row for each selected line, at least as wide as requested,
    with blanks if a line is shorter; ``numbers`` are their numbers within the block, from 0.

    ``encoding`` is that of the text; positions are bytes unless it `is_wide`.

    ``count`` is the number of all lines; ``beside`` has number and text of the other lines that
    were requested; ``plain``: all are ASCII without control characters.
    """

    data: bytes
    starts: Numbers
    ends: Numbers
    matrix: Bytes
    numbers: Numbers
    count: int
    plain: bool = False
    encoding: str = LATIN_1
    beside: list[tuple[int, str]] = field(default_factory=list)

    @property
    def is_wide(self) -> bool:
        """Whether it has UTF-8 letters of several bytes, so that a byte is not a position."""
        return self.encoding != LATIN_1 and not self.data.isascii()

    def line(self, row: int) -> str:
        """The whole line of a row, as `scan` reads it."""
        return self.text(int(self.numbers[row]))

    def text(self, number: int) -> str:
        """The text of the line with this number."""
        return decoded(self.data[self.starts[number] : self.ends[number]], self.encoding)


def blocks_of(
    chunks: Iterable[bytes],
    keys: Collection[str],
    width: int,
    beside: Collection[str] = (),
    encoding: str = LATIN_1,
) -> Iterator[Block]:
    """The lines that begin with one of the keys (two characters), block by block.

    CR LF, LF and CR end a line, also mixed. Takes linear time; a block is about as large as a
    chunk.
    """
    for data in _whole_lines(chunks):
        block, others = _uniform(data, keys, width, beside) or _any(data, keys, width, beside)
        block.encoding = encoding
        block.beside = [(int(number), block.text(int(number))) for number in others]
        yield block


def counted(chunks: Iterable[bytes]) -> Counter[str]:
    """The number of lines by their first two characters, without blank lines and marks."""
    found: Counter[str] = Counter()
    for data in _whole_lines(chunks):
        lines = np.frombuffer(data + b"  ", np.uint8)
        starts, ends = _lines(lines[: len(data)])
        starts = starts[ends > starts]
        pairs = lines[starts].astype(np.uint16) << 8 | lines[starts + 1]
        for pair, count in zip(*np.unique(pairs, return_counts=True), strict=True):
            found[chr(pair >> 8) + chr(pair & 255)] += int(count)
    return found


def _whole_lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks, cut after line ends; every line has an end, except end-of-file marks."""
    pending: list[bytes] = []
    for chunk in chunks:
        # A CR at the end of a chunk may be the first half of CR LF.
        cut = max(chunk.rfind(b"\n"), chunk.rfind(b"\r", 0, -1)) + 1
        if cut:
            yield b"".join((*pending, memoryview(chunk)[:cut]))
            pending = []
        pending.append(chunk[cut:])
    last = b"".join(pending)
    if last and not last.endswith(b"\r"):
        last = without_mark(last.decode("latin-1")).encode("latin-1")
        last += b"\n" if last else b""
    if last:
        yield last


def _uniform(
    data: bytes, keys: Collection[str], width: int, beside: Collection[str]
) -> tuple[Block, Numbers] | None:
    """The block, and the other requested lines, if all lines have the same length and line end, are
    as wide as requested, and have no control characters: then the bytes themselves are the
    matrix."""
    length = data.find(b"\n") + 1
    end = 2 if data[length - 2 : length] == b"\r\n" else 1
    count, left = divmod(len(data), length) if length else (0, 1)
    if left or length - end < width:
        return None
    matrix = np.frombuffer(data, np.uint8).reshape(count, length)
    if np.count_nonzero(matrix < FIRST_PRINTABLE) != count * end:
        return None
    if (matrix[:, -1] != LINE_FEED).any():
        return None
    if end == 2 and (matrix[:, -2] != CARRIAGE_RETURN).any():
        return None
    starts = np.arange(0, len(data), length)
    numbers, others = _sorted_by_key(matrix[:, 0], matrix[:, 1], keys, beside)
    if len(numbers) < count:
        matrix = matrix[numbers]
    ends = starts + (length - end)
    return Block(data, starts, ends, matrix, numbers, count, plain=data.isascii()), others


def _any(
    data: bytes, keys: Collection[str], width: int, beside: Collection[str]
) -> tuple[Block, Numbers]:
    """The block for lines of any length, and the other requested lines."""
    padded = np.frombuffer(data + b" " * max(width, 2), np.uint8)
    starts, ends = _lines(padded[: len(data)])
    numbers, others = _sorted_by_key(padded[starts], padded[starts + 1], keys, beside)
    matrix = np.lib.stride_tricks.sliding_window_view(padded, width)[starts[numbers]]
    lengths = (ends - starts)[numbers]
    short = np.flatnonzero(lengths < width)
    if len(short):
        behind = np.arange(width) >= lengths[short, np.newaxis]
        matrix[short] = np.where(behind, BLANK, matrix[short])
    return Block(data, starts, ends, matrix, numbers, len(starts)), others


def _lines(data: Bytes) -> tuple[Numbers, Numbers]:
    """The beginnings of lines, and the ends of their text."""
    feeds = np.flatnonzero(data == LINE_FEED)
    returns = np.flatnonzero(data == CARRIAGE_RETURN)
    if not len(returns):
        return np.concatenate(([0], feeds[:-1] + 1)), feeds
    follows = data[np.minimum(returns + 1, len(data) - 1)] == LINE_FEED
    alone = feeds[data[np.maximum(feeds - 1, 0)] != CARRIAGE_RETURN]
    ends = np.concatenate((returns, alone))
    behind = np.concatenate((returns + 1 + follows, alone + 1))
    order = np.argsort(ends, kind="stable")
    ends, behind = ends[order], behind[order]
    return np.concatenate(([0], behind[:-1])), ends


def _sorted_by_key(
    first: Bytes, second: Bytes, keys: Collection[str], beside: Collection[str]
) -> tuple[Numbers, Numbers]:
    """The numbers of the lines that begin with one of the keys, and of the other requested
    lines."""
    wanted = np.flatnonzero(_begins(first, second, keys))
    others = np.flatnonzero(_begins(first, second, beside)) if beside else wanted[:0]
    return wanted, others


def _begins(first: Bytes, second: Bytes, keys: Collection[str]) -> Mask:
    if len(keys) == 1:
        (key,) = keys
        found: Mask = (first == ord(key[0])) & (second == ord(key[1]))
    else:
        found = _of_pairs(tuple(keys))[first.astype(np.uint16) << 8 | second]
    return found


@functools.cache
def _of_pairs(keys: tuple[str, ...]) -> Mask:
    """For all pairs of characters, whether they are one of the keys."""
    found = np.zeros(1 << 16, np.bool_)
    found[[ord(key[0]) << 8 | ord(key[1]) for key in keys]] = True
    return found
