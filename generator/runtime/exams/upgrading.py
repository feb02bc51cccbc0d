"""Converts a file that can be read reliably to another version of the formats."""

from __future__ import annotations

from ..core.files import File
from ..core.places import Place
from ..core.several import file_given
from ..core.upgrading import Upgraded, converted
from .certainty import refuse_uncertain


def upgrade(file: File, to: str, *, drop: bool = False, incomplete: bool = False) -> Upgraded:
    """Converts the file to version ``to``, newer or older, under the same name.

    Values are carried by the roles and names of their fields, and moved as the spec says. Text with
    the same layout in both versions keeps its bytes. With ``drop``, a value or record that cannot
    be carried is left out, and a line of no known record is kept as it is; ``issues`` lists these,
    and the headers or trailers that the new version requires and the file lacks.

    Raises BuildError if something cannot be carried, unless ``drop``; FormatError or JcqError if
    the version is not known or has no such files; FormatError if a record has the layout of
    another version than the file; and JcqError if a file with a header or trailer is incomplete, or
    cannot be read reliably, unless ``incomplete`` accepts it as it is.
    """
    given = file_given(file, "file")
    made = converted(given, to, drop=True)
    is_whole = any(record.PLACE not in (Place.DATA, Place.UNKNOWN) for record in given)
    if is_whole and not incomplete:
        refuse_uncertain(given)
    return made if drop or not made.issues else converted(given, to)
