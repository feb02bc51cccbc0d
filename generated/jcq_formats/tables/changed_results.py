"""Results with values from another program's CSV file, which has some of their columns."""  # Copied from generator/runtime/tables/changed_results.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ..core.errors import BuildError, FieldError
from ..core.files import File, Line
from ..core.kinds.digits import Digits
from ..core.places import Place
from ..core.printable import name_of_path
from ..core.records import Record
from ..core.roles import fields_by_role, text_or_blank
from ..exams.entries import CANDIDATE_NUMBER
from ..exams.envelope import CENTRE_NUMBER
from ..exams.merging import ResultKey, key_of_result
from ..exams.results import OPTION_CODES, RESULT
from .columns import Choice, Column, Span
from .csv_rows import csv_rows
from .shared_names import columns_by_name
from .unflattening import missing_values

SHOWN = 20
"""The most rows with mistakes that are listed."""


def results_from_csv(file: File, path: Path, headings: Mapping[str, str]) -> File:
    """The results of a file with the values in the rows of a CSV file.

    ``headings`` maps headings of the CSV file to names of columns; other headings that are not
    names of columns are ignored. Columns are named as in exports, or as in the long table of
    results, such as `grade`. The rows need the candidate number and the option, and the centre
    number if the file is of several. A blank cell changes nothing, and a result without a row is
    kept.

    Raises BuildError, with file and lines, if a row belongs to no result of the file, two rows
    belong to one, or a value does not fit, and OSError.
    """
    lines, shown = list(file.lines), name_of_path(path)
    places = {key_of_result(r): n for n, r in enumerate(file) if r.ROLE == RESULT}
    if not places:
        raise BuildError(f"{file.name or 'the file'} has no results that rows could change")
    record = type(lines[next(iter(places.values()))].record)
    by_name = columns_by_name(record)
    seen: dict[ResultKey, int] = {}
    candidate = fields_by_role(record)[CANDIDATE_NUMBER].name
    centres = {text_or_blank(r, CENTRE_NUMBER) for r in file if r.PLACE is Place.CENTRE_HEADER}
    centre = centres.pop() if len(centres) == 1 else ""
    faults: list[str] = []
    for number, row in csv_rows(path, list(by_name), [candidate], headings=headings):
        try:
            for name, why in missing_values(row).items():
                raise BuildError(f"{name}: {why}")
            key = _key(record, row, centre)
            _refuse_place(key, file, places, seen)
            seen[key] = number
            line = lines[places[key]]
            lines[places[key]] = Line(changed_record(line.record, row, by_name), line.end)
        except BuildError as error:
            faults.append(f"{shown}:{number}: {error}")
    if faults:
        raise BuildError(_several(faults))
    return replace(file, lines=lines)


def _refuse_place(
    key: ResultKey, file: File, places: Mapping[ResultKey, int], seen: Mapping[ResultKey, int]
) -> None:
    """Raises BuildError if the file has no such result, or an earlier row has changed it."""
    said = f"candidate {key.candidate_number} for {key.option_result_code}"
    if key not in places:
        raise BuildError(f"{file.name or 'the file'} has no result of {said}")
    if key in seen:
        raise BuildError(f"the result of {said} is in line {seen[key]} already")


def _several(faults: list[str]) -> str:
    """The first mistakes, and the number of the others."""
    more = len(faults) - SHOWN
    return "; ".join([*faults[:SHOWN], *([f"and {more:,} more"] if more > 0 else [])])


def _key(record: type[Record], row: Mapping[str, str], centre: str) -> ResultKey:
    """The key of a row's result; leading zeros that a spreadsheet removed are restored."""
    cells = {}
    for role in (CENTRE_NUMBER, CANDIDATE_NUMBER, *OPTION_CODES):
        field = fields_by_role(record).get(role)
        cell = row.get(field.name, "").strip(" ") if field is not None else ""
        is_number = field is not None and isinstance(field.kind, Digits) and cell
        cells[role] = cell.zfill(field.width) if field is not None and is_number else cell
    if not (cells[CENTRE_NUMBER] or centre):
        raise BuildError("the file is of several centres: give the centre number of each row")
    if not any(cells[role] for role in OPTION_CODES):
        fields = (fields_by_role(record).get(role) for role in OPTION_CODES)
        names = " or ".join(field.name for field in fields if field is not None)
        raise BuildError(f"give the option of each row, in the column {names}")
    return ResultKey(
        cells[CENTRE_NUMBER] or centre,
        cells[CANDIDATE_NUMBER],
        next((cells[role] for role in OPTION_CODES if cells[role]), ""),
    )


def changed_record(
    record: Record,
    row: Mapping[str, str],
    by_name: Mapping[str, list[Column]],
    *,
    blank: bool = False,
) -> Record:
    """The record with the values of a row, by the names of `columns_by_name`.

    Blank cells change nothing; with ``blank``, they make their fields blank. Fields that decide a
    layout are set first. Raises BuildError if a value does not fit.
    """
    keys = {fields_by_role(type(record))[r].name for r in (CENTRE_NUMBER, CANDIDATE_NUMBER)}
    line = record.line.ljust(record.length)
    names = sorted(row, key=lambda name: bool(by_name[name][0].readings[0].when))
    faults: list[str] = []
    for name in names:
        if name in keys or not (blank or row[name].strip(" ")):
            continue
        column = column_in(line, by_name[name])
        place = _place(line, column) if column is not None else None
        if place is None:
            faults.append(f"{name}: a result of this type cannot have it")
            continue
        try:
            line = _with_value(line, place, name, row[name].strip(" "))
        except BuildError as error:
            faults.append(str(error))
    if faults:
        raise BuildError("; ".join(faults))
    return record if line.rstrip(" ") == record.line.rstrip(" ") else type(record)(line)


def column_in(line: str, columns: Iterable[Column]) -> Column | None:
    """The first of these columns that the layout of a line has; None if it has none."""
    return next((column for column in columns if _place(line, column) is not None), None)


def _place(line: str, column: Column) -> Span | None:
    """The position of a column in a line; None if the layout of the line lacks it."""
    for reading in column.readings:
        if all(c.is_made_in(line) for c in reading.when if isinstance(c, Choice)):
            return reading.place
    return None


def _with_value(line: str, place: Span, name: str, cell: str) -> str:
    """The line with a value, unless it has that already."""
    field, text = place.field, line[place.start : place.end]
    if not cell and not field.optional:
        raise BuildError(f"{name}: it cannot be blank")
    try:
        if not cell:
            return line[: place.start] + field.encode(None) + line[place.end :]
        value = field.kind.from_text(cell)
        if _decoded(place, text) == value:
            return line
        return line[: place.start] + field.encode(value) + line[place.end :]
    except ValueError as error:
        raise BuildError(f"{name}: {error}") from None


def _decoded(place: Span, text: str) -> object:
    try:
        return place.field.decode(text)
    except (ValueError, FieldError):
        return text
