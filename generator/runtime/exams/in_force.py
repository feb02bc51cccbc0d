"""The version in which a file is written: the one in force for its exam series.

Each version states the first series to which it applies. A series begins with the code of a month,
and the code list has the months in the order of the year. Series of one month always have the same
version.
"""

from __future__ import annotations

import datetime

from ..core.errors import BuildError
from ..core.formats import Format, known_versions, load, newest_first, version_today
from ..core.kinds.date import Date
from ..core.kinds.kind import is_number
from ..core.kinds.text import Text
from ..core.roles import fields_by_role

SERIES = "file.series"
DATE_PRODUCED = "file.date_produced"


def version_in_force(series: str, year: str) -> str:
    """The version in which files of a series are written, such as ``6G`` and ``26``.

    The year has four digits, or two, which are resolved in the spec's window for the date of a
    file. An unknown month is accepted in a year in which no version begins. Raises BuildError if no
    version is known to be in force.
    """
    if not isinstance(series, str):
        raise BuildError(f"series: a text is needed, such as '6G', not {type(series).__name__}")
    wanted = full_year(year)
    for form in newest_first():
        first = form.applies_from
        if first is None or wanted < first.year:
            continue
        if wanted > first.year:
            return form.version
        months = months_of(form)
        month = next((code for code in months if series.startswith(code)), None)
        if month is None:
            raise BuildError(
                f"version {form.version} applies from a month of {wanted}, but the series"
                f" {series!r} does not begin with a month: give version="
            )
        if months.index(month) >= months.index(first.month):
            return form.version
    raise BuildError(
        f"no version is known to be in force for the series {series} of {wanted}: give version=;"
        f" known: {', '.join(known_versions())}"
    )


def version_wanted(version: str | None, series: str = "", year: str = "") -> str:
    """The requested version, else that of the series and year, else today's.

    Raises BuildError if only one of series and year is given, or no version is in force for them or
    today.
    """
    if version is not None:
        return version
    if series and year:
        return version_in_force(series, year)
    if series or year:
        raise BuildError("series and year go together: give both, or version=")
    return version_to_write()


def version_to_write(today: datetime.date | None = None) -> str:
    """The version in force today. Raises BuildError on a day before the first version, since a
    wrong clock is more likely than a file of that time."""
    day = today or datetime.date.today()
    version = version_today(day)
    if load(version).effective > day.isoformat():
        raise BuildError(
            f"no version is in force on {day}: correct this computer's clock, or give version="
        )
    return version


def full_year(year: str) -> int:
    """A year with four digits, or with two in the spec's window. Raises BuildError for any
    other."""
    if not isinstance(year, str):
        raise BuildError(f"year: two or four digits are needed as text, not {type(year).__name__}")
    if is_number(year) and len(year) == 4:
        return int(year)
    if is_number(year) and len(year) == 2:
        for form in newest_first():
            for record in form.records.values():
                field = fields_by_role(record).get(DATE_PRODUCED)
                if field is not None and isinstance(field.kind, Date):
                    return field.kind.year(int(year))
    raise BuildError(f"year: two or four digits are needed, not {year!r}")


def months_of(form: Format) -> list[str]:
    """The month codes with which series begin in a version, in the order of the year."""
    for record in form.records.values():
        field = fields_by_role(record).get(SERIES)
        if field is not None and isinstance(field.kind, Text):
            return list(field.kind.starts_with or ())
    return []
