"""A line out of values, in one step: the usual case of `build`."""  # Copied from generator/runtime/core/encoding.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from .kinds.literal import Literal

if TYPE_CHECKING:
    from .fields import Field
    from .layouts import Layout


Encoder: TypeAlias = Callable[[Sequence[Any]], str]

_ENCODERS: dict[type[Layout], Encoder] = {}


def encoder_of(layout: type[Layout]) -> Encoder:
    """A function from the values of all settable fields, in their order, to the line.

    Its answer is empty, or longer than the layout, where a value has to be looked at by itself.
    """
    found = _ENCODERS.get(layout)
    if found is None:
        found = _ENCODERS[layout] = _new_encoder(layout)
    return found


def _new_encoder(layout: type[Layout]) -> Encoder:
    fields = [field for field in layout.FIELDS.values() if field.kind.SETTABLE]
    names = [field.name for field in fields]
    texts = [index for index, field in enumerate(fields) if field.kind.IS_TEXT]
    encoders = [(i, e) for i, f in enumerate(fields) if (e := f.kind.encoder(f, names)) is not None]
    template = " " * (layout.START - 1) + "".join(map(_placeholder, layout.FIELDS.values()))
    # Two at least, so that a tuple comes back.
    texts_in = itemgetter(*texts, texts[0]) if texts else None

    def encode(values: Sequence[Any]) -> str:
        if texts_in is not None:
            try:
                joined = "\n".join(texts_in(values))
            except TypeError:
                return ""
            # A blank at the end of a value would be taken for padding.
            if " \n" in joined or joined.endswith(" "):
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
    """The literal, the blanks of a filler, or where a value goes, padded at its end."""
    if field.kind.SETTABLE:
        return f"%-{field.width}s"
    literal = field.kind.literal if isinstance(field.kind, Literal) else ""
    return literal.ljust(field.width).replace("%", "%%")
