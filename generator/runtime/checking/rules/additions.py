"""Amendments that may only add entries, for awarding bodies that require this."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.files import File
from ...core.issues import Fault, Issue
from ...core.registry import rule
from ...core.roles import fields_by_role
from ...exams.amendments import (
    MORE_THAN_ADDED,
    Change,
    ChangeKind,
    apply_amendments,
    may_only_add,
)
from ...exams.entries import CANDIDATE_NUMBER, ITEMS, key_of
from ...exams.sequences import SENT_AFTER, sequence_number_of
from ..progress import NumberedRecord, fault_at
from .candidates import CANDIDATE, Entered

WITHDRAWAL = "file.withdrawal"


@rule(WITHDRAWAL, about=CANDIDATE)
def withdrawal(entered: Entered) -> Iterator[Fault]:
    """An amendment must not withdraw a candidate from everything, as a record without entries
    does."""
    if entered.record.ROLE == SENT_AFTER and not entered.candidate.entries:
        message = "this amendment withdraws the candidate; it may only add entries"
        yield fault_at(entered.record, CANDIDATE_NUMBER, WITHDRAWAL, message)


@rule(MORE_THAN_ADDED)
def more_than_added(files: Sequence[File]) -> Iterator[Issue]:
    """The changes by amendments to what was sent before: entries first, then amendments in
    sequence.

    Raises JcqError if the files cannot be applied.
    """
    entries, *amendments = files
    limited = [file for file in amendments if may_only_add(file)]
    changes = apply_amendments(entries, amendments).changes if limited else ()
    for file in limited:
        rules, number = file.format.rules, sequence_number_of(file)
        records = _first_records(file)
        for change in changes:
            found = records.get((change.centre_number, change.candidate_number))
            if change.sequence_number == number and found is not None:
                for fault in _faults(found, change):
                    yield found.record.issue(
                        fault, file=file.name, line_number=found.number, rules=rules
                    )


def _first_records(file: File) -> dict[tuple[str, str], NumberedRecord]:
    """The first record of each candidate."""
    found: dict[tuple[str, str], NumberedRecord] = {}
    for number, line in enumerate(file.lines, 1):
        if line.record.ROLE == SENT_AFTER:
            numbered = NumberedRecord(line.record, number, line.record.PLACE)
            found.setdefault(key_of(line.record), numbered)
    return found


def _faults(found: NumberedRecord, change: Change) -> Iterator[Fault]:
    """The changes beyond additions. None for a candidate who was not sent before, or is withdrawn,
    which the file alone shows."""
    record = found.record
    if change.kind is not ChangeKind.CHANGED:
        return
    if change.removed:
        unquoted = "this amendment removes entries; it may only add entries"
        message = f"this amendment removes {', '.join(change.removed)}; it may only add entries"
        fault = fault_at(record, ITEMS, MORE_THAN_ADDED, message)
        yield found.located(fault._replace(unquoted=unquoted))
    fields = {known.name: known for known in fields_by_role(type(record)).values()}
    for name in change.fields:
        message = "this amendment changes what was sent before; it may only add entries"
        yield found.fault(MORE_THAN_ADDED, message, fields[name])
