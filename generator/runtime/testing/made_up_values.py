"""An invented value of a single field, out of its spec."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..core.errors import BuildError
from ..core.fields import Field
from ..core.kinds.code import Code
from ..core.kinds.text import Text

WORDS = ("MADE UP", "A", "01" * 20)
"""What texts can hold, and all other columns of digits; 0101... is a date as well."""


WRITTEN = ("1", "2000-01-01", "09:00", "true")
"""Values as in CSV, for kinds whose texts have a form of their own."""


def made_up(field: Field, number: int) -> Any:
    """An invented value that is valid for the field; the same number always gives the same one.

    Raises BuildError for a field with nested fields, and if no valid value can be found.
    """
    if not any(True for _ in field.kind.nested(field)):
        valid = re.compile(field.kind.pattern(field.width))
        for text in _texts(field, number):
            columns = text[: field.width].rstrip(" ").ljust(field.width)
            is_nothing = field.is_nothing(columns) or columns.rstrip(" ") in field.forbidden
            if valid.fullmatch(columns) and not is_nothing:
                return field.decode(columns)
        for text in (str(number), *WRITTEN):
            try:
                columns = field.encode(field.kind.from_text(text))
            except ValueError:
                continue
            if valid.fullmatch(columns):
                return field.decode(columns)
    raise BuildError(f"no value can be made up for {field.name}")


def _texts(field: Field, number: int) -> Iterator[str]:
    """Possible texts of the field, the likeliest first."""
    if field.identifier is not None:
        yield field.identifier.made_up(number)
    if isinstance(field.kind, Code):
        codes = list(field.kind.codes)
        yield from codes[number % len(codes) :] + codes
    if isinstance(field.kind, Text):
        yield from field.kind.starts_with or ()
        yield from () if field.key else WORDS
    yield str(number)[-field.width :].zfill(field.width)
    yield from WORDS
