"""Duplicates in a file: results, forecasts, entries, records of candidates, centres."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...core.issues import Fault
from ...core.places import Place
from ...core.records import Record
from ...core.registry import rule
from ...core.roles import fields_by_role, text_or_blank
from ...exams.entries import CANDIDATE_NUMBER
from ...exams.envelope import CENTRE_NUMBER
from ...exams.forecasts import FORECAST_OPTION
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules, Suspects
from ..progress import NumberedRecord, Progress, fault_at
from .candidates import CANDIDATE, Entered
from .results import Results

OPTION_ROLES = (Results.CODES[-1], FORECAST_OPTION)
"""The options for which a candidate has one record in a file."""


@rule("file.option-repeat", "file.centre-repeat", about=ABOUT_FILES)
class Repeats(FileRules):
    """A candidate must not have two results, or two forecasts, for an option; nor a centre two
    blocks."""

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.options: set[str] = set()
        self.centres: dict[str, int] = {}

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.place not in (Place.HEADER, Place.TRAILER):
            self.options = set()
        if record.place is Place.FILE_HEADER:
            self.centres = {}
        if record.place is not Place.CENTRE_HEADER:
            return
        centre = text_or_blank(record.record, CENTRE_NUMBER)
        if centre and centre in self.centres:
            message = (
                "the file already has a block of records of this centre, from line"
                f" {self.centres[centre]:,} on"
            )
            yield record.located(
                fault_at(record.record, CENTRE_NUMBER, "file.centre-repeat", message)
            )
        self.centres.setdefault(centre, record.number)

    def fast_check(self, record: type[Record]) -> Suspects | None:
        columns = _columns_of(record)
        if columns is None:
            return None
        (a, b), (c, d) = columns
        options = self.options

        def repeated(lines: Sequence[str]) -> list[int]:
            found = []
            for number, line in enumerate(lines):
                option = line[a:b] + line[c:d]
                if option in options:
                    found.append(number)
                options.add(option)
            return found

        return repeated

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        role = next(role for role in OPTION_ROLES if role in fields_by_role(type(record.record)))
        if text_or_blank(record.record, role):
            message = "an earlier line has a record of this candidate for the same option"
            yield record.located(fault_at(record.record, role, "file.option-repeat", message))


def _columns_of(record: type[Record]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The positions of candidate and option in a record; None if it does not have both."""
    known = fields_by_role(record)
    candidate = known.get(CANDIDATE_NUMBER)
    option = next((known[role] for role in OPTION_ROLES if role in known), None)
    if candidate is None or option is None:
        return None
    return (candidate.start - 1, candidate.end), (option.start - 1, option.end)


@rule("file.entry-repeat", about=CANDIDATE)
def entry_repeat(entered: Entered) -> Iterator[Fault]:
    """A candidate must not be entered twice for an option, and no record may be repeated."""
    if not entered.candidate.alike:
        return
    seen: dict[str, int] = {}
    for numbered in entered.records:
        first = seen.setdefault(numbered.record.line, numbered.number)
        if first != numbered.number:
            message = f"line {numbered.number:,} has the same record of this candidate again"
            yield fault_at(entered.record, CANDIDATE_NUMBER, "file.entry-repeat", message)
            return
    for code, count in Counter(entered.candidate.option_entry_codes).items():
        if count > 1:
            unquoted = f"this candidate is entered {count} times for one option"
            message = f"this candidate is entered {count} times for {code}"
            fault = entered.fault_of_entry(code, "file.entry-repeat", message)
            yield fault._replace(unquoted=unquoted)
