"""The version in which a file is written: the one in force for its exam series.

Each version states the first series to which it applies. A series begins with the code of a month,
and the code list has the months in the order of the year. Series of one month always have the same
version.
"""  # Copied from generator/runtime/exams/in_force.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..core.errors import GIVE_VERSION, BuildError
from ..core.fields import Field
from ..core.formats import (
    Format,
    known_versions,
    likeliest_first,
    load,
    newest_first,
    version_today,
)
from ..core.kinds.digits import Digits
from ..core.kinds.kind import is_number
from ..core.kinds.text import Text
from ..core.records import Record
from ..core.roles import by_role, fields_by_role
from ..core.years import SHORT, WHOLE

SERIES = "file.series"
YEAR = "file.year"


def version_in_force(series: str, year: str) -> str:
    """The version in which files of a series are written, such as ``6G`` and ``26``.

    The year has four digits, or two, which are resolved in the spec's window for the year in
    headers. An unknown month is accepted in a year in which no version begins. Raises BuildError if
    no version is known to be in force.
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
                f" {series!r} does not begin with a month: {GIVE_VERSION}"
            )
        if months.index(month) >= months.index(first.month):
            return form.version
    raise BuildError(
        f"no version is known to be in force for the series {series} of {wanted}:"
        f" {GIVE_VERSION}; known: {', '.join(known_versions())}"
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
        raise BuildError(f"series and year go together: give both, or {GIVE_VERSION}")
    return version_to_write()


def version_to_write(today: datetime.date | None = None) -> str:
    """The version in force today. Raises BuildError on a day before the first version, since a
    wrong clock is more likely than a file of that time."""
    day = today or datetime.date.today()
    version = version_today(day)
    if load(version).effective > day.isoformat():
        raise BuildError(
            f"no version is in force on {day}: correct this computer's clock, or {GIVE_VERSION}"
        )
    return version


def full_year(year: str) -> int:
    """A year with four digits, or with two in the window of the version in force today, or else of
    the newest that has one.

    Raises BuildError for any other.
    """
    if not isinstance(year, str):
        raise BuildError(f"year: two or four digits are needed as text, not {type(year).__name__}")
    if is_number(year) and len(year) == WHOLE:
        return int(year)
    if is_number(year) and len(year) == SHORT:
        for form in likeliest_first():
            for field in _in_headers(form, YEAR):
                if isinstance(field.kind, Digits) and field.kind.window is not None:
                    return field.kind.year(year)
    raise BuildError(f"year: two or four digits are needed, not {year!r}")


def series_as_written(form: Format, series: str) -> str:
    """A series that headers and file names of a version can hold.

    Raises BuildError where it has fewer or more characters than they need.
    """
    for field in _in_headers(form, SERIES):
        if isinstance(series, str) and len(series.strip(" ")) != field.width:
            raise BuildError(
                f"series: {field.width} characters are needed in version {form.version}"
            )
    return series


def series_of(form: Format, begins: str) -> str:
    """A series that begins so, as wide as headers of the version have it: its last character is
    written again where there is room for more."""
    width = next((field.width for field in _in_headers(form, SERIES)), len(begins))
    return begins[:width].ljust(width, begins[-1])


def year_as_written(form: Format, year: str) -> str:
    """A year of two or four digits as headers of a version have it: whole, or its last two digits.

    Raises BuildError where it is no such year, or one that the version cannot write.
    """
    wanted = full_year(year)
    for field in _in_headers(form, YEAR):
        if isinstance(field.kind, Digits):
            try:
                whole = field.kind.taken_over(f"{wanted:0{WHOLE}}", Digits(), field.width)
                return field.encode(whole)
            except ValueError as error:
                raise BuildError(f"year: {error} (version {form.version})") from None
    return year


def year_of(record: Record) -> int | None:
    """The year of the series that a header says; None where it says none that can be read."""
    found = by_role(record, YEAR)
    if found is None:
        return None
    field, owner = found
    text = owner.text(field.name)
    return field.kind.year(text) if isinstance(field.kind, Digits) and is_number(text) else None


def months_of(form: Format) -> list[str]:
    """The month codes with which series begin in a version, in the order of the year."""
    for field in _in_headers(form, SERIES):
        if isinstance(field.kind, Text):
            return list(field.kind.starts_with or ())
    return []


def _in_headers(form: Format, role: str) -> Iterator[Field]:
    """The fields of this role, of each record that has one."""
    found = (fields_by_role(record).get(role) for record in form.records.values())
    yield from (field for field in found if field is not None)
