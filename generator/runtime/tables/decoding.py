"""Decodes a block of lines to an Arrow array for each column: whole columns at once."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..core.issues import Fault
from ..core.kinds.date import Date
from ..core.kinds.integer import Integer
from ..core.kinds.kind import Kind
from ..core.records import Record
from ..core.values import ColumnType
from .blocks import BLANK, Block, Bytes, Mask
from .columns import Choice, Column, Condition, Item, Reading, Span
from .extras import missing
from .rows import faults_at

try:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc
except ImportError as error:
    raise missing("arrow", error) from None

if TYPE_CHECKING:
    from numpy.typing import NDArray

ZERO, NINE = b"09"
WIDEST_INTEGERS = ((2, pa.int8()), (4, pa.int16()), (9, pa.int32()))
"""The number of digits that fit in an integer type in any case."""


def arrow_type(column: Column, as_text: bool) -> Any:
    """The Arrow type of a column's values."""
    if as_text or column.type is ColumnType.TEXT:
        return pa.string()
    if column.type is ColumnType.CODE:
        return pa.dictionary(pa.int32(), pa.string())
    if column.type is ColumnType.DECIMAL:
        return pa.decimal128(column.precision, column.scale)
    if column.type is ColumnType.DATE:
        return pa.date32()
    if column.type is ColumnType.TRUTH:
        return pa.bool_()
    if column.type is ColumnType.TIME:
        return pa.time32("s")
    return next((kind for digits, kind in WIDEST_INTEGERS if column.width <= digits), pa.int64())


@dataclass(slots=True)
class Decoder:
    """Decodes the columns of a block. ``undecodable`` collects the places that cannot be decoded,
    with their rows."""

    block: Block
    as_text: bool = False
    undecodable: list[tuple[Reading, NDArray[np.int64]]] = field(default_factory=list)
    _masks: dict[Condition, Mask] = field(default_factory=dict)

    def array(self, column: Column) -> Any:
        """The values of a column: null if there is none, or it cannot be decoded."""
        if self.as_text or column.type is ColumnType.TEXT:
            return self._texts(column)
        if column.type is ColumnType.CODE:
            return self._codes(column)
        kind = arrow_type(column, False)
        if not all(_is_quick(reading.place.field.kind) for reading in column.readings):
            return pa.array(self._values(column), kind)
        values, nulls = self._numbers(column)
        if column.type is ColumnType.DATE:
            return pa.array(values.astype(np.int32), pa.int32(), mask=nulls).cast(kind)
        return pa.array(values.astype(kind.to_pandas_dtype()), kind, mask=nulls)

    def faults(self, record: type[Record]) -> Iterator[tuple[int, Fault]]:
        """The faults of all values that could not be decoded, row by row."""
        places: dict[int, list[Span]] = {}
        for reading, rows in self.undecodable:
            for row in rows.tolist():
                places.setdefault(row, []).append(reading.place)
        for row in sorted(places):
            for fault in faults_at(record(self.block.line(row)), places[row]):
                yield row, fault

    def _texts(self, column: Column) -> Any:
        """Texts without trailing blanks."""
        texts, there = self._columns(column)
        size = len(texts)
        single = texts.view(np.uint8).reshape(size, texts.itemsize)
        if not self.block.plain and (single > 127).any():
            return pc.utf8_rtrim(_utf_8(single, there), characters=" ")
        offsets = np.arange(0, texts.nbytes + 1, texts.itemsize, dtype=np.int32)
        buffers = [_validity(there), pa.py_buffer(offsets), pa.py_buffer(texts)]
        padded = pa.Array.from_buffers(pa.string(), size, buffers)
        if self.block.plain:
            # Blanks are the only white space here, and this is faster.
            return pc.ascii_rtrim_whitespace(padded)
        return pc.utf8_rtrim(padded, characters=" ")

    def _codes(self, column: Column) -> Any:
        """Codes as a dictionary: blank first, then those of the spec, then unknown ones."""
        texts, there = self._columns(column)
        mask = None if there is None else ~there
        found = _distinct(texts)
        known = {code: index for index, code in enumerate(dict.fromkeys(("", *column.codes)))}
        distinct = found.dictionary.buffers()[1].to_pybytes()
        width = texts.itemsize
        place = np.zeros(len(found.dictionary) or 1, np.int32)
        for index in range(len(found.dictionary)):
            code = distinct[index * width : (index + 1) * width].decode("latin-1").rstrip(" ")
            place[index] = known.setdefault(code, len(known))
        indices = pa.array(place.take(found.indices.to_numpy()), pa.int32(), mask=mask)
        return pa.DictionaryArray.from_arrays(indices, pa.array(list(known), pa.string()))

    def _values(self, column: Column) -> NDArray[np.object_]:
        """The values as their kinds decode them; each distinct text is decoded once."""
        values = np.full(len(self.block.matrix), None, np.object_)
        for reading in column.readings:
            there = self._applies(reading)
            rows = np.arange(len(values)) if there is None else np.flatnonzero(there)
            found = _distinct(self._contiguous(reading.place)[rows])
            texts = found.dictionary.buffers()[1].to_pybytes() if len(rows) else b""
            width = reading.place.field.width
            known = np.full(len(found.dictionary), None, np.object_)
            wrong = np.zeros(len(known), np.bool_)
            for index in range(len(known)):
                text = texts[index * width : (index + 1) * width].decode("latin-1")
                try:
                    known[index] = reading.place.field.decode(text)
                except ValueError:
                    wrong[index] = True
            indices = found.indices.to_numpy()
            values[rows] = known[indices]
            if wrong.any():
                self.undecodable.append((reading, rows[wrong[indices]]))
        return values

    def _numbers(self, column: Column) -> tuple[NDArray[np.int64], Mask]:
        """Integers, or dates as days since 1970, and which of them are null."""
        values = np.zeros(len(self.block.matrix), np.int64)
        nulls = np.ones(len(values), np.bool_)
        for reading in column.readings:
            there = self._applies(reading)
            digits = np.ascontiguousarray(self._slice(reading.place).T)
            read = self._days if column.type is ColumnType.DATE else self._integers
            found, wrong = read(digits, reading.place)
            nothing = _is_nothing(digits, reading.place)
            wrong &= ~nothing
            if there is not None:
                wrong &= there
                nothing |= ~there
            if wrong.any():
                self.undecodable.append((reading, np.flatnonzero(wrong)))
            good = ~(nothing | wrong)
            np.copyto(values, found, where=good)
            nulls &= ~good
        return values, nulls

    def _integers(self, digits: Bytes, place: Span) -> tuple[NDArray[np.int64], Mask]:
        """The numbers with these digits (one row of the array for each), and which are invalid."""
        values = np.zeros(digits.shape[1], np.int64 if len(digits) > 9 else np.int32)
        for row in digits:
            values = values * 10 + (row & 15)
        return values.astype(np.int64), _not_digits(digits)

    def _days(self, digits: Bytes, place: Span) -> tuple[NDArray[np.int64], Mask]:
        """The days since 1970 of these dates (DDMMYY, one row for each digit), and which are
        invalid."""
        kind = place.field.kind
        assert isinstance(kind, Date)
        wrong = _not_digits(digits)
        tens, ones = digits[::2] & 15, digits[1::2] & 15
        day, month, year = np.where(wrong, 0, tens.astype(np.intp) * 10 + ones)
        first = _months(kind)[year, np.minimum(month, 12)]
        following = _months(kind)[year, np.minimum(month, 12) + 1]
        wrong |= (month < 1) | (month > 12) | (day < 1) | (first + day > following)
        return first + day - 1, wrong

    def _columns(self, column: Column) -> tuple[NDArray[np.void], Mask | None]:
        """The bytes of a column, and the rows that have it; None for all."""
        first, *others = column.readings
        there = self._applies(first)
        if not others and first.place.field.width == column.width:
            return self._contiguous(first.place), there
        size = len(self.block.matrix)
        texts = np.full((size, column.width), BLANK, np.uint8)
        found = np.zeros(size, np.bool_)
        for reading in column.readings:
            applies = self._applies(reading)
            rows = slice(None) if applies is None else applies
            texts[rows, : reading.place.field.width] = self._slice(reading.place)[rows]
            found[rows] = True
        return texts.view(f"V{column.width}").reshape(size), found

    def _contiguous(self, place: Span) -> NDArray[np.void]:
        """The text of a place, row after row: one move for each row."""
        matrix = self.block.matrix
        rows, width = matrix.shape[0], place.field.width
        if not rows:
            return np.empty(0, f"V{width}")
        return np.ndarray(rows, f"V{width}", matrix, place.start, matrix.strides[:1]).copy()

    def _slice(self, place: Span) -> Bytes:
        return self.block.matrix[:, place.start : place.end]

    def _applies(self, reading: Reading) -> Mask | None:
        """The rows to which a reading applies; None for all."""
        there: Mask | None = None
        for condition in reading.when:
            holds = self._holds(condition)
            there = holds if there is None else there & holds
        return there

    def _holds(self, condition: Condition) -> Mask:
        if condition not in self._masks:
            if isinstance(condition, Item):
                columns = self.block.matrix[:, condition.start : condition.end]
                self._masks[condition] = (columns != BLANK).any(axis=1)
            else:
                self._masks[condition] = self._is_chosen(condition)
        return self._masks[condition]

    def _is_chosen(self, choice: Choice) -> Mask:
        chooser = self._slice(choice.chooser).T
        found = np.zeros(len(self.block.matrix), np.bool_)
        for code in choice.codes:
            found |= _equal(chooser, code.ljust(len(chooser)))
        if choice.others:
            found = ~found
        return found & ~_is_nothing(self._slice(choice.place).T, choice.place)


def _is_quick(kind: Kind) -> bool:
    """Whether whole columns are decoded by arithmetic, because real files have many such fields;
    for others each distinct text is decoded once."""
    if isinstance(kind, Integer):
        return kind.plain
    return isinstance(kind, Date) and kind.window is not None


def _equal(columns: Bytes, text: str) -> Mask:
    """The rows whose text (one row of the array for each position) equals this one."""
    same = np.ones(columns.shape[1], np.bool_)
    for column, byte in zip(columns, text.encode("latin-1"), strict=True):
        same &= column == byte
    return same


def _is_nothing(columns: Bytes, place: Span) -> Mask:
    """The rows whose text means null."""
    nothing = _equal(columns, " " * len(columns))
    for text in place.field.none:
        nothing = nothing | _equal(columns, text)
    return nothing


def _not_digits(columns: Bytes) -> Mask:
    """The rows with any character other than a digit 0-9."""
    return np.asarray((columns - ZERO > NINE - ZERO).any(axis=0))


@functools.cache
def _months(kind: Date) -> NDArray[np.int64]:
    """The first day, since 1970, of each month (1 to 12; 13 is the next January) of the years that
    the digits 00 to 99 mean."""
    years = np.array([kind.year(digits) for digits in range(100)])[:, np.newaxis]
    months = (years - 1970) * 12 + np.arange(14) - 1
    days: NDArray[np.int64] = months.astype("M8[M]").astype("M8[D]").astype(np.int64)
    return days


def _distinct(texts: NDArray[np.void]) -> Any:
    """The texts as a dictionary; as numbers if possible, which is faster."""
    if texts.itemsize in (1, 2, 4, 8):
        return pa.array(texts.view(f"u{texts.itemsize}")).dictionary_encode()
    kind = pa.binary(texts.itemsize)
    plain = pa.Array.from_buffers(kind, len(texts), [None, pa.py_buffer(texts)])
    return plain.dictionary_encode()


def _validity(there: Mask | None) -> Any:
    return None if there is None else pa.py_buffer(np.packbits(there, bitorder="little"))


def _utf_8(texts: Bytes, there: Mask | None) -> Any:
    """The rows as UTF-8: a Latin-1 byte above 127 becomes two bytes."""
    flat = texts.ravel()
    high = flat > 127
    places = np.arange(len(flat)) + np.cumsum(high) - high
    offsets = np.append(places, len(flat) + np.count_nonzero(high))[:: texts.shape[1]]
    encoded = np.empty(offsets[-1], np.uint8)
    encoded[places] = np.where(high, 0xC0 | flat >> 6, flat)
    encoded[places[high] + 1] = 0x80 | flat[high] & 0x3F
    buffers = [_validity(there), pa.py_buffer(offsets.astype(np.int32)), pa.py_buffer(encoded)]
    return pa.Array.from_buffers(pa.string(), len(texts), buffers)
