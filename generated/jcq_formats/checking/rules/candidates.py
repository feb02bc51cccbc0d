"""Entries and amendments: the records of a candidate together, and against basedata."""  # Copied from generator/runtime/checking/rules/candidates.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ...core.errors import FieldError
from ...core.issues import INFERRED, Fault
from ...core.kinds.kind import is_number
from ...core.masking import has_slipped
from ...core.places import Place
from ...core.records import Record
from ...core.registry import implementations_about, rule
from ...core.roles import by_role, text_or_blank, value_of
from ...exams.basedata import Basedata
from ...exams.candidates import Candidate, candidates
from ...exams.entries import CANDIDATE_NUMBER, ITEMS, entry_group, has_entries, place_of_entry
from ...exams.names import BETWEEN, NAME
from ...exams.sequences import SENT_AFTER, SENT_FIRST
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules, check_every_line, may_have
from ..progress import NumberedRecord, Progress, fault_at
from .options import unknown_options

CANDIDATE = "candidate"
BORN = "candidate.date_of_birth"


class Entered(NamedTuple):
    """A candidate, the first of the records, at which faults are reported, the year of the series,
    and the basedata of the series, where there is some."""

    candidate: Candidate
    record: Record
    year: str
    basedata: Basedata | None


@rule("cross.option-unknown", "file.nothing-entered", about=ABOUT_FILES)
class Candidates(FileRules):
    """Applies the rules that are registered about candidates, at the end of each centre's block."""

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.basedata = context.basedata
        self.unknown = unknown_options(context.basedata)
        self.gathered: list[NumberedRecord] = []
        self.rules = implementations_about(CANDIDATE)
        self.records = self.entries = 0

    def fast_check(self) -> Callable[[str], bool] | None:
        return check_every_line if may_have(self.progress, SENT_FIRST, SENT_AFTER) else None

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.record.ROLE in (SENT_FIRST, SENT_AFTER) and not has_slipped(record.record):
            self.gathered.append(record)
        return iter(())

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.place in (Place.CENTRE_TRAILER, Place.CENTRE_HEADER):
            yield from self._of_centre()

    def finish(self) -> Iterator[Fault]:
        yield from self._of_centre()
        yield from self._nothing_entered()
        if self.unknown is not None:
            yield from self.unknown.faults(self.progress)

    def _nothing_entered(self) -> Iterator[Fault]:
        """A file of entries has candidates, and the first of a series enters them for options."""
        header = self.progress.header
        if header is None or not may_have(self.progress, SENT_FIRST, SENT_AFTER):
            return
        known = self.progress.format.records
        keys = self.progress.keys.items()
        records = sum(n for key, n in keys if key in known and known[key].PLACE is Place.DATA)
        if not records:
            yield header.located(
                Fault("file.nothing-entered", "there are no candidates in this file")
            )
        elif records == self.records and not self.entries and may_have(self.progress, SENT_FIRST):
            message = "no candidate in this file is entered for an option"
            yield header.located(Fault("file.nothing-entered", message))

    def _of_centre(self) -> Iterator[Fault]:
        first = {id(numbered.record): numbered for numbered in self.gathered}
        header = self.progress.centre_header
        year = text_or_blank(header.record, "file.year") if header is not None else ""
        for candidate in candidates(numbered.record for numbered in self.gathered):
            numbered = first[id(candidate.records[0])]
            self.records += sum(map(has_entries, candidate.records))
            self.entries += len(candidate.entries)
            entered = Entered(candidate, numbered.record, year, self.basedata)
            for check in self.rules:
                yield from map(numbered.located, check(entered))
            if self.basedata is not None and self.unknown is not None:
                for code, _ in candidate.entries:
                    if code not in self.basedata.options:
                        holding = first[id(record_with(candidate, code))]
                        self.unknown.add(code, holding, fault_of_entry(holding.record, code))
        if self.unknown is not None:
            self.unknown.end_centre()
        self.gathered = []


@rule("file.candidate-differs", about=CANDIDATE)
def candidate_differs(entered: Entered) -> Iterator[Fault]:
    """Further records of a candidate repeat the particulars of the first."""
    if not entered.candidate.alike:
        message = "the records of this candidate differ in more than entries"
        yield fault_at(entered.record, CANDIDATE_NUMBER, "file.candidate-differs", message)


@rule("file.candidate-name", about=CANDIDATE)
def candidate_name(entered: Entered) -> Iterator[Fault]:
    """A name is a surname, one colon, and forenames if there are any."""
    if by_role(entered.record, NAME) is None:
        return
    surname, *forenames = entered.candidate.candidate_name.split(BETWEEN)
    if len(forenames) != 1 or not surname:
        message = "not SURNAME:FORENAMES, with one colon behind the surname"
        yield fault_at(entered.record, NAME, "file.candidate-name", message)


@rule("file.born-after-series", about=CANDIDATE)
def born_after_series(entered: Entered) -> Iterator[Fault]:
    """Nobody is born after the year of the series."""
    year = entered.year
    try:
        born: datetime.date | None = value_of(entered.record, BORN)
    except FieldError:
        return
    if born is not None and len(year) == 2 and is_number(year) and born.year > 2000 + int(year):
        message = f"later than the series, which is of 20{year}"
        yield fault_at(entered.record, BORN, "file.born-after-series", message)


@rule("cross.disallowed", about=CANDIDATE)
def disallowed(entered: Entered) -> Iterator[Fault]:
    """No candidate holds two options that basedata disallows together."""
    if entered.basedata is None:
        return
    codes = entered.candidate.option_entry_codes
    for first, second, *found in entered.basedata.disallowed_pairs(codes):
        listed = " and ".join(map(str, found))
        doubt = any(pattern.doubtful for pattern in found)
        if doubt:
            listed += ", with a blank before *, whose meaning is not established"
        message = f"{first} and {second} cannot be held together (disallowed: {listed})"
        grade = INFERRED if doubt else ""
        fault = fault_of_entry(entered.record, second)
        yield fault._replace(rule="cross.disallowed", message=message, grade=grade)


def record_with(candidate: Candidate, code: str) -> Record:
    """The record of a candidate that has an entry for an option; the first where none has."""
    having = (record for record in candidate.records if place_of_entry(record, code) is not None)
    return next(having, candidate.records[0])


def fault_of_entry(record: Record, code: str) -> Fault:
    """A fault, still without rule and message, in the columns of the entry for an option."""
    found, group = place_of_entry(record, code), entry_group(type(record))
    if found is None or group is None:
        return fault_at(record, ITEMS, "", "")
    return Fault("", "", *found, group[0].name)
