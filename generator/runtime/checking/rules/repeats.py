"""What a file has twice: results, forecasts, entries, records of candidates, centres."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from ...core.issues import Fault
from ...core.places import Place
from ...core.records import Record
from ...core.registry import rule
from ...core.roles import fields_by_role, text_or_blank
from ...exams.entries import CANDIDATE_NUMBER
from ...exams.envelope import CENTRE_NUMBER
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules, may_have_any
from ..progress import NumberedRecord, Progress, fault_at
from .candidates import CANDIDATE, Entered, fault_of_entry
from .forecasts import OPTION_CODE as FORECAST_OPTION
from .results import Results

OPTION_ROLES = (Results.CODES[-1], FORECAST_OPTION)
"""The options that a candidate has one record for in a file."""


@rule("file.option-repeat", "file.centre-repeat", about=ABOUT_FILES)
class Repeats(FileRules):
    """A candidate has one result, and one forecast, for an option; a centre has one block."""

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.options: dict[str, set[str]] = {}
        self.centres: set[str] = set()
        self.columns = {
            key: columns
            for key, record in progress.format.records.items()
            if (columns := _columns_of(record)) is not None
        }

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        self.options = {}
        if record.place is Place.FILE_HEADER:
            self.centres = set()
        if record.place is not Place.CENTRE_HEADER:
            return
        centre = text_or_blank(record.record, CENTRE_NUMBER)
        if centre and centre in self.centres:
            message = "this centre has a block already"
            yield record.located(
                fault_at(record.record, CENTRE_NUMBER, "file.centre-repeat", message)
            )
        self.centres.add(centre)

    def fast_check(self) -> Callable[[str], bool] | None:
        if not may_have_any(self.progress, self.columns):
            return None
        columns, by_candidate = self.columns, self.options
        candidate, options = "", set[str]()

        def is_new(line: str) -> bool:
            nonlocal candidate, options
            found = columns.get(line[:2])
            if found is None:
                return True
            if line[found[0]] != candidate:
                candidate = line[found[0]]
                options = by_candidate.setdefault(candidate, set())
            option = line[found[1]]
            if option in options:
                return False
            options.add(option)
            return True

        return is_new

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        role = next(role for role in OPTION_ROLES if role in fields_by_role(type(record.record)))
        message = "this candidate has a record for this option already"
        yield record.located(fault_at(record.record, role, "file.option-repeat", message))


def _columns_of(record: type[Record]) -> tuple[slice, slice] | None:
    """Where a record has its candidate and its option; None where it has not both."""
    known = fields_by_role(record)
    candidate = known.get(CANDIDATE_NUMBER)
    option = next((known[role] for role in OPTION_ROLES if role in known), None)
    if candidate is None or option is None or record.PLACE is not Place.DATA:
        return None
    return slice(candidate.start - 1, candidate.end), slice(option.start - 1, option.end)


@rule("file.entry-repeat", about=CANDIDATE)
def entry_repeat(entered: Entered) -> Iterator[Fault]:
    """A candidate is entered once for an option, and no record of a candidate comes twice."""
    if not entered.candidate.alike:
        return
    lines = Counter(record.line for record in entered.candidate.records)
    if max(lines.values()) > 1:
        message = "the same record of this candidate comes twice"
        yield fault_at(entered.record, CANDIDATE_NUMBER, "file.entry-repeat", message)
        return
    for code, count in Counter(entered.candidate.option_entry_codes).items():
        if count > 1:
            fault = fault_of_entry(entered.record, code)
            message = f"this candidate is entered {count} times for {code}"
            yield fault._replace(rule="file.entry-repeat", message=message)
