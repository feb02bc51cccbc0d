"""Entries and amendments: the records of a candidate together, and against basedata."""  # Copied from generator/runtime/checking/rules/candidates.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...core.errors import FieldError
from ...core.issues import INFERRED, Fault
from ...core.listing import listed
from ...core.masking import has_slipped
from ...core.places import Place
from ...core.records import Record
from ...core.registry import implementations_about, rule
from ...core.roles import by_role, value_of
from ...exams.basedata import Basedata
from ...exams.candidates import Candidate, candidates, particulars_that_differ
from ...exams.entries import CANDIDATE_NUMBER, ITEMS, entry_group, has_entries, place_of_entry
from ...exams.in_force import year_of
from ...exams.names import BETWEEN, NAME
from ...exams.sequences import SENT_AFTER, SENT_FIRST
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules, Suspects, check_every_line, may_have
from ..progress import NumberedRecord, Progress, fault_at
from .options import unknown_options

CANDIDATE = "candidate"
BORN = "candidate.date_of_birth"


class Entered(NamedTuple):
    """A candidate, the numbered records, the year of the series if it can be read, and the basedata
    of the series, if any. Faults are reported at the first record unless they are located."""

    candidate: Candidate
    records: Sequence[NumberedRecord]
    year: int | None
    basedata: Basedata | None

    @property
    def record(self) -> Record:
        """The candidate's first record."""
        return self.candidate.records[0]

    def fault_of_entry(self, code: str, rule: str, message: str, grade: str = "") -> Fault:
        """A fault at the candidate's last entry for an option."""
        for numbered in reversed(self.records):
            place, group = place_of_entry(numbered.record, code), entry_group(type(numbered.record))
            if place is not None and group is not None:
                return numbered.located(Fault(rule, message, *place, group[0].name, grade))
        return self.records[0].located(fault_at(self.record, ITEMS, rule, message, grade))


@rule("cross.option-unknown", "file.nothing-entered", about=ABOUT_FILES)
class Candidates(FileRules):
    """Applies the registered rules about candidates at the end of each centre's block."""

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.basedata = context.basedata
        self.unknown = unknown_options(context.basedata)
        self.gathered: list[NumberedRecord] = []
        self.rules = implementations_about(CANDIDATE)
        self.records = self.entries = 0

    def fast_check(self, record: type[Record]) -> Suspects | None:
        return check_every_line if record.ROLE in (SENT_FIRST, SENT_AFTER) else None

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        if not has_slipped(record.record):
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
        """A file of entries must have candidates, and the first of a series must enter them for
        options."""
        header = self.progress.header
        sends_entries = may_have(self.progress, SENT_FIRST, SENT_AFTER)
        if header is None or not self.progress.has_ended or not sends_entries:
            return
        known = self.progress.format.records
        data = {k for k, r in known.items() if r.PLACE is Place.DATA and not r.CONTINUES}
        records = sum(n for key, n in self.progress.keys.items() if key.upper() in data)
        if not records:
            yield header.located(
                Fault("file.nothing-entered", "there are no candidates in this file")
            )
        elif records == self.records and not self.entries and may_have(self.progress, SENT_FIRST):
            message = "no candidate in this file is entered for an option"
            yield header.located(Fault("file.nothing-entered", message))

    def _of_centre(self) -> Iterator[Fault]:
        numbered = {id(found.record): found for found in self.gathered}
        header = self.progress.centre_header
        year = year_of(header.record) if header is not None else None
        for candidate in candidates(found.record for found in self.gathered):
            records = [numbered[id(record)] for record in candidate.records]
            self.records += sum(map(has_entries, candidate.records))
            self.entries += len(candidate.entries)
            entered = Entered(candidate, records, year, self.basedata)
            for check in self.rules:
                for fault in check(entered):
                    yield fault if fault.line_number else records[0].located(fault)
            if self.basedata is not None and self.unknown is not None:
                for code in candidate.option_entry_codes:
                    if code not in self.basedata.options:
                        fault = entered.fault_of_entry(code, "", "")
                        self.unknown.add(code, entered.record, fault)
        if self.unknown is not None:
            self.unknown.end_centre()
        self.gathered = []


@rule("file.candidate-differs", about=CANDIDATE)
def candidate_differs(entered: Entered) -> Iterator[Fault]:
    """Further records of a candidate must repeat the particulars of the first."""
    first = entered.record
    for other in entered.records[1:]:
        names = particulars_that_differ(first, other.record)
        if names:
            message = (
                f"line {other.number:,} has another record of this candidate, with a different"
                f" {listed(names)}"
            )
            yield fault_at(first, CANDIDATE_NUMBER, "file.candidate-differs", message)
            return


@rule("file.candidate-name", about=CANDIDATE)
def candidate_name(entered: Entered) -> Iterator[Fault]:
    """A name must be a surname, one colon, and the forenames if there are any."""
    if by_role(entered.record, NAME) is None:
        return
    surname, *forenames = entered.candidate.candidate_name.split(BETWEEN)
    if len(forenames) != 1 or not surname:
        message = "must be SURNAME:FORENAMES, with one colon after the surname"
        yield fault_at(entered.record, NAME, "file.candidate-name", message)


@rule("file.code-small-letters", about=CANDIDATE)
def code_small_letters(entered: Entered) -> Iterator[Fault]:
    """The options entered for must have codes in capital letters. An option that is missing from
    the basedata is reported as such."""
    known = entered.basedata.options if entered.basedata is not None else {}
    for code in dict.fromkeys(entered.candidate.option_entry_codes):
        if code != code.upper() and (not known or code in known):
            unquoted = "a code has small letters: use capital letters"
            message = f"the code {code} has small letters: use {code.upper()}"
            fault = entered.fault_of_entry(code, "file.code-small-letters", message)
            yield fault._replace(unquoted=unquoted)


@rule("file.born-after-series", about=CANDIDATE)
def born_after_series(entered: Entered) -> Iterator[Fault]:
    """A date of birth must not be after the year of the series."""
    year = entered.year
    if year is None:
        return
    try:
        born: datetime.date | None = value_of(entered.record, BORN)
    except FieldError:
        return
    if born is not None and born.year > year:
        message = f"the date is later than the year of the series, {year}"
        yield fault_at(entered.record, BORN, "file.born-after-series", message)


@rule("cross.disallowed", about=CANDIDATE)
def disallowed(entered: Entered) -> Iterator[Fault]:
    """A candidate must not have two options that basedata disallows together."""
    if entered.basedata is None:
        return
    codes = entered.candidate.option_entry_codes
    for first, second, *found in entered.basedata.disallowed_pairs(codes):
        patterns = listed(map(str, found))
        doubt = any(pattern.doubtful for pattern in found)
        if doubt:
            patterns += "; what a blank before * means is not established"
        message = (
            f"the basedata does not allow {first} and {second} together (it disallows {patterns})"
        )
        grade = INFERRED if doubt else ""
        fault = entered.fault_of_entry(second, "cross.disallowed", message, grade)
        unquoted = (
            f"the basedata does not allow these two options together (it disallows {patterns})"
        )
        yield fault._replace(unquoted=unquoted)
