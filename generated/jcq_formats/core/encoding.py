"""Encodes a line from values in one step: the common case of `build`."""  # Copied from generator/runtime/core/encoding.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, ClassVar, Protocol, TypeAlias

from .accepting import Acceptable, acceptor
from .fields import Field
from .kinds.literal import Literal

Encoder: TypeAlias = Callable[[Sequence[Any]], str]

_ENCODERS: dict[type[Encodable], Encoder] = {}


class Encodable(Acceptable, Protocol):
    """A class of records: its fields, and its length by data type."""

    END: ClassVar[int]
    LENGTHS: ClassVar[Mapping[str, int]]


def encoder_of(record: type[Encodable]) -> Encoder:
    """A function from the values of all settable fields, in order, to the line.

    It returns an empty text if the line would have a fault, or if a value needs the slow path.
    """
    found = _ENCODERS.get(record)
    if found is None:
        found = _ENCODERS[record] = _new_encoder(record)
    return found


def _new_encoder(record: type[Encodable]) -> Encoder:
    encode, end = _new_line_encoder(record), record.END
    sound = {letter: (size, acceptor(record, size)) for letter, size in record.LENGTHS.items()}

    def encode_sound(values: Sequence[Any]) -> str:
        line = encode(values)
        # A value that does not fit makes the line longer.
        if len(line) != end or (found := sound.get(line[0])) is None:
            return ""
        length, accepts = found
        padded = line if length == end else line.ljust(length)
        return padded if accepts(padded) else ""

    return encode_sound


def _new_line_encoder(record: type[Encodable]) -> Encoder:
    fields = [field for field in record.FIELDS.values() if field.kind.SETTABLE]
    names = [field.name for field in fields]
    texts = [index for index, field in enumerate(fields) if field.kind.IS_TEXT]
    encoders = [(i, e) for i, f in enumerate(fields) if (e := f.kind.encoder(f, names)) is not None]
    template = "".join(map(_placeholder, record.FIELDS.values()))
    # With two texts at least the result is a tuple, and each text is followed by a line end.
    texts_in = itemgetter(*texts, texts[0]) if texts else None

    def encode(values: Sequence[Any]) -> str:
        if texts_in is not None:
            try:
                joined = "\n".join(texts_in(values))
            except TypeError:
                return ""
            # A trailing blank of a value would be read as padding.
            if " \n" in joined:
                return ""
        columns = list(values)
        for index, encoder in encoders:
            encoded = encoder(columns[index], values)
            if not encoded:
                return ""
            columns[index] = encoded
        return template % tuple(columns)

    return encode


def _placeholder(field: Field) -> str:
    """The literal, the blanks of a filler, or a placeholder for a value, padded at its end."""
    if field.kind.SETTABLE:
        return f"%-{field.width}s"
    literal = field.kind.literal if isinstance(field.kind, Literal) else ""
    return literal.ljust(field.width).replace("%", "%%")
