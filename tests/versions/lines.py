"""Lines without issues, for every version: drawn from the fields, whatever they are."""

from __future__ import annotations

import datetime

import jcq_formats as jcq
from hypothesis import assume
from hypothesis import strategies as st
from jcq_formats.core.fields import Field
from jcq_formats.core.kinds.code import Code
from jcq_formats.core.kinds.date import Date
from jcq_formats.core.kinds.integer import Integer
from jcq_formats.core.kinds.literal import Literal
from jcq_formats.core.kinds.text import Text


def columns(field: Field) -> st.SearchStrategy[str]:
    """What a field can hold, padded: something, or what stands for nothing."""
    kind, width = field.kind, field.width
    if isinstance(kind, Literal):
        return st.just(kind.literal)
    nothing = [text.ljust(width) for text in field.none] + [" " * width] * field.blank
    filled = st.just(" " * width)
    if isinstance(kind, Code):
        filled = st.sampled_from(sorted(kind.codes)).map(lambda code: code.ljust(width))
    elif isinstance(kind, Integer):
        filled = st.integers(0, 10**width - 1).map(lambda number: str(number).zfill(width))
    elif isinstance(kind, Date):
        days = st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31))
        filled = days.map(lambda day: f"{day:%d%m%y}")
    elif isinstance(kind, Text):
        text = st.text(kind.characters.characters, min_size=1, max_size=width)
        filled = text.map(lambda t: (t.strip(" ") or "X").ljust(width))
    return st.one_of(st.sampled_from(nothing), filled) if nothing else filled


@st.composite
def lines(draw: st.DrawFn, record: type[jcq.Record]) -> str:
    """A line of the record that `check` has nothing to say of."""
    line = "".join(draw(columns(field)) for field in record.FIELDS.values())
    assume(record(line).issues() == [])
    return line
