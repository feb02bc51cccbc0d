"""Candidates who are born too late, whose names are odd, or whose records differ."""  # Copied from generator/runtime/testing/strategies/mutated_files/candidates.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..drawing import Draw
from ..drawn_files import DrawnFile, FileConstraints
from ..files import data_lines, data_record
from ..kinds.date import written, years
from ..shared_texts import BORN, CANDIDATE, NAME, YEAR, year_in
from ..spec import HEADERS, Spec
from ..texts import can_be_nothing, nothing, overwritten, text_in, texts_by_role
from .mutation import FileMutation, WrongFile, first_data, with_line


def mutations(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """What can be wrong with candidates, if the data records say when they were born."""
    record = data_record(spec, letter)
    by_role = {f["role"]: f for f in record["fields"] if "role" in f}
    if BORN not in by_role:
        return
    born = by_role[BORN]
    number, name = by_role.get(CANDIDATE, born), by_role.get(NAME, born)

    def later_than_the_series(draw: Draw, file: DrawnFile) -> WrongFile:
        (header,) = spec.records_of(letter, HEADERS[1])
        key = letter + header["key"][-1]
        line = next(line for line in file.lines if line.startswith(key))
        year = year_in(header, texts_by_role(header["fields"], line)[YEAR])
        day = written(born, datetime.date(year + 1, 1, 1)).text
        at = first_data(spec, file)
        line = overwritten(file.lines[at], born["start"] - 1, day)
        return with_line(file, at, line, "file.born-after-series")

    def different(draw: Draw, file: DrawnFile) -> WrongFile:
        first, second = data_lines(spec, letter, file.lines)[:2]
        one, other = file.lines[first], file.lines[second]
        other = overwritten(other, number["start"] - 1, text_in(one, number))
        days = [written(born, datetime.date(2000, 1, day)).text for day in (1, 2)]
        if can_be_nothing(born):
            days.insert(0, nothing(born).text)
        day = next(day for day in days if day != text_in(one, born))
        other = overwritten(other, born["start"] - 1, day)
        return with_line(file, second, other, "file.candidate-differs")

    def without_one_colon(draw: Draw, file: DrawnFile) -> WrongFile:
        text = draw.one_of(("BADGER", ":ZOE", "BADGER:ZOE:ANN")).ljust(name["width"])
        at = first_data(spec, file)
        line = overwritten(file.lines[at], name["start"] - 1, text)
        return with_line(file, at, line, "file.candidate-name")

    before_the_last = FileConstraints(records=1, year_before=years(born)[1])
    one_record = FileConstraints(records=1)
    two_records = FileConstraints(records=2)
    if NAME in by_role:
        yield FileMutation(name["name"], "not with one colon", without_one_colon, one_record)
    yield FileMutation(
        born["name"], "later than the series", later_than_the_series, before_the_last
    )
    if CANDIDATE in by_role:
        yield FileMutation("records of a candidate", "that differ", different, two_records)
