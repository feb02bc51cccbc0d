"""Applies amendments to a centre's entries, and lists what each of them changed."""  # Copied from generator/runtime/exams/amendments.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ..core.counting import CENTRES, counted_as
from ..core.errors import JcqError, what_check_shows
from ..core.files import File
from ..core.issues import Issue
from ..core.places import Place
from ..core.roles import fields_by_role, text_of
from ..core.several import file_given, files_given
from .candidates import Candidate, candidates
from .certainty import refuse_uncertain
from .entries import ITEMS, OptionEntry, entries_of
from .envelope import CENTRE_NUMBER
from .holding import refuse_others
from .sequences import (
    SENT_AFTER,
    SENT_FIRST,
    header_values,
    quoted,
    sequence_issues,
    sequence_number_of,
)

MORE_THAN_ADDED = "cross.more-than-added"
"""The rule of awarding bodies whose amendments may only add entries."""


def may_only_add(file: File) -> bool:
    """Whether an amendment may only add entries, by the version of the file and its header."""
    rule = file.format.rules.get(MORE_THAN_ADDED)
    return rule is not None and rule.holds_in(file.header)


class ChangeKind(StrEnum):
    """What an amendment does to a candidate."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Change:
    """The changes of one amendment for one candidate: entry codes, and fields.

    ``fields`` names the particulars that changed. It includes the field of the entries if these
    differ in more than their codes: in a flag, or in a code that occurs twice.
    """

    kind: ChangeKind
    centre_number: str
    candidate_number: str
    sequence_number: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def only_adds(self) -> bool:
        """Whether nothing that was sent before is changed or removed."""
        return self.kind is not ChangeKind.WITHDRAWN and not (self.removed or self.fields)


@dataclass(frozen=True, slots=True)
class AmendedEntries:
    """Entries after amendments, the changes of each amendment, and issues about the files."""

    candidates: list[Candidate]
    changes: list[Change] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    @property
    def entered(self) -> list[Candidate]:
        """The candidates that still have entries."""
        return [candidate for candidate in self.candidates if candidate.entries]


def apply_amendments(
    entries: File, amendments: File | Iterable[File], *, incomplete: bool = False
) -> AmendedEntries:
    """The entries of a centre after its amendments, applied in order of their numbers.

    An amendment has the full entries of every candidate whose entries have changed: they replace
    all earlier ones. Without codes, the candidate is withdrawn from everything. A file that is
    given twice is applied once. A gap in the sequence numbers, or a number that occurs twice, is
    reported as an issue. ``amendments`` may be a single file.

    Raises JcqError if a file holds something other than entries and amendments, belongs to another
    centre, awarding body or series, or is incomplete (missing entries would be taken for
    withdrawn). Raises it as well if a file cannot be read reliably: it has a line that does not
    belong in it, or whose text may have slipped, or two records that contradict each other about a
    candidate. ``incomplete`` accepts such files as they are.
    """
    entries, given = file_given(entries, "entries"), files_given(amendments, "amendments")
    if not incomplete:
        for file in (entries, *given):
            refuse_uncertain(file)
            refuse_several_centres(file)
    later = sorted(given, key=sequence_number_of)
    _refuse_other_files(entries, later)
    first, *amended = (candidates(file, incomplete=True) for file in (entries, *later))
    if not incomplete:
        for file, found in zip((entries, *later), (first, *amended), strict=True):
            _refuse_contradictions(file, found)
    current = {candidate.key: candidate for candidate in first}
    changes: list[Change] = []
    for file, found in zip(later, amended, strict=True):
        number = sequence_number_of(file)
        for candidate in found:
            change = change_between(current.get(candidate.key), candidate, number)
            current[candidate.key] = candidate
            if change is not None:
                changes.append(change)
    return AmendedEntries(list(current.values()), changes, list(sequence_issues(entries, later)))


def change_between(
    before: Candidate | None, after: Candidate, sequence_number: int = 0
) -> Change | None:
    """What has changed for a candidate; None if nothing has."""
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
    return Change(kind, *after.key, sequence_number, added, removed, fields)


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
    """The entries of a candidate for options that another has too, sorted."""
    codes = other.option_entry_codes
    return sorted(entry for entry in one.entries if entry.option_entry_code in codes)


def refuse_several_centres(file: File) -> None:
    """Raises JcqError if a file has several centres, or its headers give different ones."""
    shown = file.name or "the file"
    headers = [r for r in file if r.PLACE in (Place.FILE_HEADER, Place.CENTRE_HEADER)]
    blocks = sum(record.PLACE is Place.CENTRE_HEADER for record in headers)
    if blocks > 1:
        raise JcqError(
            f"{shown} has {counted_as(blocks, CENTRES)}: split it first (`jcq split`, or"
            " split_centres in Python)"
        )
    if len({text_of(record, CENTRE_NUMBER) for record in headers} - {None, ""}) > 1:
        raise JcqError(
            f"{shown}: file header and centre header are of different centres:"
            f" {what_check_shows(file.name)}"
        )


def _refuse_contradictions(file: File, found: list[Candidate]) -> None:
    """Raises JcqError if records of one candidate contradict each other: a record occurs twice, or
    two have an entry for the same option, or different particulars."""
    number_of = {id(record): number for number, record in enumerate(file, 1)}
    for candidate in found:
        if len(candidate.records) == 1:
            continue
        said: dict[str, int] = {}
        numbers = [number_of[id(record)] for record in candidate.records]
        for number, record in zip(numbers, candidate.records, strict=True):
            codes = {entry.option_entry_code for entry in entries_of(record)}
            first = next((said[code] for code in sorted(codes) if code in said), 0)
            if first or record.line in said:
                first = first or said[record.line]
                raise _contradiction(file, first, number, "enter one candidate twice")
            said |= dict.fromkeys((*codes, record.line), number)
        if not candidate.alike:
            why = "have one candidate number and different particulars"
            raise _contradiction(file, numbers[0], numbers[-1], why)


def _contradiction(file: File, first: int, second: int, why: str) -> JcqError:
    where = f"{file.name or 'the file'}: lines {first:,} and {second:,}"
    return JcqError(f"{where} {why}: {what_check_shows(file.name)}")


def _refuse_other_files(entries: File, amendments: list[File]) -> None:
    if any(record.ROLE == SENT_AFTER for record in entries):
        raise JcqError(f"{entries.name or 'the first file'} must be entries, not amendments")
    refuse_others(entries, "entries", SENT_FIRST)
    for file in amendments:
        shown = file.name or "a file"
        if any(r.ROLE != SENT_AFTER and not r.CONTINUES for r in file.records):
            raise JcqError(f"{shown} is not a file of amendments")
        refuse_others(file, "amendments", SENT_AFTER)
        refuse_elsewhere(file, entries)


def refuse_elsewhere(file: File, entries: File) -> None:
    """Raises JcqError if a file is of another centre, awarding body or series than the entries."""
    expected = header_values(entries)
    for role, text in header_values(file).items():
        if text != expected[role]:
            raise JcqError(
                f"{file.name or 'a file'} does not belong to these entries: its"
                f" {role.replace('.', ' ')} is {quoted(text)}, not {quoted(expected[role])}"
            )
