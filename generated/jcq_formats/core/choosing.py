"""Selects the records of given classes."""  # Copied from generator/runtime/core/choosing.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from .errors import FormatError, JcqError
from .formats import Format
from .places import Place
from .records import Record, UnknownRecord

A = TypeVar("A", bound=Record)
B = TypeVar("B", bound=Record)
C = TypeVar("C", bound=Record)
D = TypeVar("D", bound=Record)


def chosen_keys(form: Format, classes: tuple[type[Record], ...]) -> Mapping[str, type[Record]]:
    """The classes of the version that are among ``classes``, by the first two characters of a line.

    Raises FormatError if none of them is a class of the version, so that nothing could match;
    JcqError for anything but classes of records; and TypeError for no classes.
    """
    if not classes:
        raise TypeError("name the classes of the records to give")
    for wanted in classes:
        if not isinstance(wanted, type) or not issubclass(wanted, Record):
            needed = f"classes of records are needed, one after the other{_example(form)}"
            shown = wanted.__qualname__ if isinstance(wanted, type) else type(wanted).__name__
            raise JcqError(f"{needed}, not {shown}")
    chosen = {key: record for key, record in form.records.items() if issubclass(record, classes)}
    if chosen or issubclass(UnknownRecord, classes):
        return chosen
    names = ", ".join(f"{wanted.__module__}.{wanted.__qualname__}" for wanted in classes)
    raise FormatError(
        f"the file is of version {form.version}, whose records have classes of their own;"
        f" none of these is one of them: {names}"
    )


def _example(form: Format) -> str:
    """The name of a class of data records of the version, for a message; empty if there is none."""
    data = (record for record in form.records.values() if record.PLACE is Place.DATA)
    example = next(data, None)
    return "" if example is None else f", such as jcq.v{form.version}.{example.__name__}"
