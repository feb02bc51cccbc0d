"""Results under another exam series: only the headers and the name change."""  # Copied from generator/runtime/exams/retargeting.py by `make generate`; edit that, not this.

from __future__ import annotations

from ..core.errors import BuildError, JcqError
from ..core.files import File, Line
from ..core.masking import is_sound
from ..core.names import name_of, name_within
from ..core.places import Place
from ..core.records import Record
from ..core.roles import by_role
from ..core.several import file_given
from ..core.spliced import spliced
from .exam_series import SERIES_ROLES
from .holding import refuse_others
from .in_force import series_as_written, year_as_written
from .new_files import naming_headers

RESULT = "result"
_, SERIES, YEAR = SERIES_ROLES
ADDRESSES = {"address.series": SERIES, "address.year": YEAR}
"""The fields of the address of a file for several centres, and those of the header they repeat."""


def retarget(file: File, *, series: str, year: str) -> File:
    """The results file under another exam series, for a school's system that loads results by
    series.

    Series and year change in all headers and trailers that have them, and in the name; every other
    byte stays. The file then says something that its awarding body did not say: do this only where
    the awarding body describes it. ``series`` and ``year`` are as for `new_file`. Raises JcqError
    for a file of other data, or with a header that cannot be read, and BuildError if series or year
    do not fit.
    """
    file = file_given(file, "file")
    refuse_others(file, "results", RESULT)
    form = file.format
    texts = {SERIES: series_as_written(form, series), YEAR: year_as_written(form, year)}
    lines, headers = [], 0
    for number, line in enumerate(file.lines, 1):
        record = line.record
        if record.PLACE is not Place.DATA and record.PLACE is not Place.UNKNOWN:
            if not is_sound(record):
                what = f"{file.name or 'the file'}: line {number:,} cannot be read reliably"
                raise JcqError(f"{what}, so its series cannot be changed")
            headers += record.PLACE is Place.FILE_HEADER
            record = _with_series(record, texts)
        lines.append(Line(record, line.end))
    if not headers:
        raise JcqError(f"{file.name or 'the file'}: there is no file header")
    made = File(file.name, form, lines, file.byte_order_mark)
    if name_within(file.name, form.file_names):
        made.name = name_of(form.file_names, naming_headers(made))
    return made


def _with_series(record: Record, texts: dict[str, str]) -> Record:
    """The record with these texts for series and year, where it has them."""
    for role in (*texts, *ADDRESSES):
        found = by_role(record, role)
        if found is None:
            continue
        field, text = found[0], texts[ADDRESSES.get(role, role)]
        if len(text) != field.width:
            raise BuildError(f"{field.name}: {text!r} does not fit in {field.width} characters")
        if record.line[field.start - 1 : field.end].strip(" "):
            record = spliced(record, field.start, text)
    return record
