"""Amendments: what they make of a centre's entries, and what each of them changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ..core.errors import JcqError
from ..core.files import File
from ..core.issues import Issue
from ..core.roles import fields_by_role, text_of
from .candidates import Candidate, candidates
from .completeness import refuse_incomplete
from .entries import ITEMS, OptionEntry
from .sequences import SENT_AFTER, header_values, sequence_issues, sequence_number_of


class ChangeKind(StrEnum):
    """What an amendment does to a candidate."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Change:
    """What one amendment changed for one candidate: codes of entries, and fields.

    ``fields`` names the particulars that are different, and the field of the entries where those
    differ in more than in which codes there are: a flag, or a code that stands twice.
    """

    kind: ChangeKind
    centre_number: str
    candidate_number: str
    sequence_number: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AmendedEntries:
    """Entries as they stand after amendments, what each of them changed, and what was odd."""

    candidates: list[Candidate]
    changes: list[Change] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    @property
    def entered(self) -> list[Candidate]:
        """The candidates that are not withdrawn from all."""
        return [candidate for candidate in self.candidates if candidate.entries]


def apply_amendments(
    entries: File, amendments: Iterable[File], *, incomplete: bool = False
) -> AmendedEntries:
    """The entries of a centre after its amendments, applied in the order of their numbers.

    An amendment has the full entries of every candidate whose entries have changed: they replace
    all that stood before. No codes withdraw the candidate from all. A file that is there twice
    changes nothing more. A gap in the sequence numbers, and a number that stands twice, are
    reported as issues.

    Raises JcqError where a file holds something else than entries and amendments, is of another
    centre, awarding body or series, or is not all there: what is missing would be taken for
    withdrawn. ``incomplete`` takes such files as they are.
    """
    amendments = list(amendments)
    if not incomplete:
        for file in (entries, *amendments):
            refuse_incomplete(file)
    later = sorted(amendments, key=sequence_number_of)
    _refuse_other_files(entries, later)
    current = {candidate.key: candidate for candidate in candidates(entries)}
    changes: list[Change] = []
    for file in later:
        number = sequence_number_of(file)
        for candidate in candidates(file):
            change = _change(current.get(candidate.key), candidate, number)
            current[candidate.key] = candidate
            if change is not None:
                changes.append(change)
    return AmendedEntries(list(current.values()), changes, list(sequence_issues(entries, later)))


def _change(before: Candidate | None, after: Candidate, number: int) -> Change | None:
    """What is different now; None where nothing is."""
    had = before.option_entry_codes if before is not None else ()
    has = after.option_entry_codes
    added = tuple(code for code in has if code not in had)
    removed = tuple(code for code in had if code not in has)
    fields = tuple(_fields_changed(before, after)) if before is not None else ()
    if before is not None and not (added or removed or fields):
        return None
    kind = ChangeKind.CHANGED
    if not has and (removed or before is None):
        kind = ChangeKind.WITHDRAWN
    elif before is None:
        kind = ChangeKind.NEW
    return Change(kind, *after.key, number, added, removed, fields)


def _fields_changed(before: Candidate, after: Candidate) -> Iterator[str]:
    old, new = before.records[0], after.records[0]
    for role, known in fields_by_role(type(new)).items():
        if role == ITEMS:
            changed = _kept(before, after) != _kept(after, before)
        else:
            changed = text_of(old, role) != text_of(new, role)
        if changed:
            yield known.name


def _kept(one: Candidate, other: Candidate) -> list[OptionEntry]:
    """The entries of a candidate in options that another has as well, in no order of their own."""
    codes = other.option_entry_codes
    return sorted(entry for entry in one.entries if entry.option_entry_code in codes)


def _refuse_other_files(entries: File, amendments: list[File]) -> None:
    if any(record.ROLE == SENT_AFTER for record in entries):
        raise JcqError("the first file must be entries, not amendments")
    expected = header_values(entries)
    for file in amendments:
        shown = file.name or "a file"
        if any(record.ROLE != SENT_AFTER for record in file.records):
            raise JcqError(f"{shown} is not a file of amendments")
        for role, text in header_values(file).items():
            if text != expected[role]:
                raise JcqError(
                    f"{shown} does not belong to these entries: its {role.replace('.', ' ')} is"
                    f" {text!r}, not {expected[role]!r}"
                )
