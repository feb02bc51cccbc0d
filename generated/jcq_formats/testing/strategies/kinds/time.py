"""A time of day, HHMM or HHMMSS."""  # Copied from generator/runtime/testing/strategies/kinds/time.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hypothesis import strategies as st

from ..spec import FieldSpec, Spec
from ..texts import FieldText, InvalidTexts, overwritten

NOTHING = None
SETTABLE = True

NO_DIGITS = ("A", " ", "²", ":")
NO_SUCH_TIMES = ("240000", "006000", "235960", "990000")


def valid(field: FieldSpec, spec: Spec) -> st.SearchStrategy[FieldText]:
    """Any minute or second of the day."""
    seconds = st.integers(0, 59) if field["width"] == 6 else st.just(0)
    times = st.builds(datetime.time, st.integers(0, 23), st.integers(0, 59), seconds)
    return times.map(lambda time: _written(field, time))


def boundaries(field: FieldSpec, spec: Spec) -> list[FieldText]:
    """A time in the morning, the first and the last of the day, noon."""
    last = datetime.time(23, 59, 59 if field["width"] == 6 else 0)
    times = (datetime.time(9, 30), datetime.time(0), last, datetime.time(12))
    return [_written(field, time) for time in times]


def invalid(field: FieldSpec, spec: Spec, text: str) -> Iterator[InvalidTexts]:
    """A character that is not a digit, and an hour, minute or second that does not exist."""
    last = len(text) - 1
    spoilt = tuple(overwritten(text, at, other) for at in (0, 2, last) for other in NO_DIGITS)
    yield InvalidTexts("a column that is no digit", spoilt, ("field.time",))
    cut = dict.fromkeys(time[: field["width"]] for time in NO_SUCH_TIMES)
    texts = tuple(time for time in cut if time != "2359")
    yield InvalidTexts("a time that does not exist", texts, ("field.time",))


def _written(field: FieldSpec, time: datetime.time) -> FieldText:
    text = f"{time.hour:02}{time.minute:02}{time.second:02}"
    return FieldText(text[: field["width"]], time)
