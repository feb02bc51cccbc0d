"""The source of the rows of a table: file and line, and the values of the headers above a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..core.errors import JcqError, hint
from ..core.formats import Format
from ..core.places import Place
from ..core.roles import text_of
from ..core.several import several
from .columns import PREFIX

FILE, LINE_NUMBER, VERSION, CENTRE = "file", "line_number", "version", "centre_number"
SEQUENCE_NUMBER = "sequence_number"
ROLES = {
    CENTRE: "centre.number",
    SEQUENCE_NUMBER: "file.sequence_number",
    "awarding_body": "file.awarding_body",
    "series": "file.series",
    "year": "file.year",
}
"""The values of headers, by the role of the field."""

OF_BLOCK = (CENTRE, SEQUENCE_NUMBER)
"""The values of a centre header, which apply to its block only."""

SAME_SERIES = ("awarding_body", "series", "year")
"""The values that options and results of the same series share."""

ORIGINS = (FILE, LINE_NUMBER, VERSION, *ROLES)
ENVELOPE = (Place.FILE_HEADER, Place.CENTRE_HEADER, Place.CENTRE_TRAILER, Place.FILE_TRAILER)


def chosen_origins(wanted: bool | str | Iterable[str]) -> tuple[str, ...]:
    """The requested source columns; a single name is accepted.

    Raises JcqError for an unknown one.
    """
    if isinstance(wanted, bool):
        return ORIGINS if wanted else ()
    given = several(wanted, (str,), "origin", "True, or names of columns, are needed")
    names = tuple(name.removeprefix(PREFIX) for name in given)
    for name in names:
        if name not in ORIGINS:
            raise JcqError(f"no origin {name!r}; {hint(name, ORIGINS)}")
    return names


def origin_name(name: str) -> str:
    """The name of a source column."""
    return PREFIX + name


def envelope_keys(form: Format) -> tuple[str, ...]:
    """The keys of the lines that give the source of those below them."""
    return tuple(key for key, record in form.records.items() if record.PLACE in ENVELOPE)


def origins_below(form: Format, line: str, origins: Mapping[str, str]) -> Mapping[str, str]:
    """The values for the lines below this header or trailer, by column name."""
    record = form.records[line[:2]](line)
    if record.PLACE is Place.FILE_HEADER:
        origins = {}
    elif record.PLACE is not Place.CENTRE_HEADER:
        return {name: value for name, value in origins.items() if name not in OF_BLOCK}
    now = {name: text_of(record, role) for name, role in ROLES.items()}
    return {**origins, **{name: value for name, value in now.items() if value}}
