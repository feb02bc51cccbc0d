"""Entries: a candidate's, gathered over their records, and what amendments make of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from ..core.errors import JcqError
from ..core.fields import Field
from ..core.files import File
from ..core.formats import Place, load, newest_version
from ..core.issues import Issue
from ..core.kinds.group import Group
from ..core.records import Record
from ..core.roles import (
    build,
    by_role,
    fields_by_role,
    record_of_role,
    text_of,
    text_or_blank,
    value_of,
)
from .envelope import CENTRE_NUMBER, SEQUENCE_NUMBER
from .new_files import SENT_AFTER, SENT_FIRST, said_in_headers, sequence_number_of

CANDIDATE_NUMBER = "candidate.number"
ITEMS = "entry.items"
OPTION_CODE = "entry.option_code"
FLAG = "entry.flag"

GAP = "cross.sequence-gap"
REPEAT = "cross.sequence-repeat"

AMENDMENT_RULES = (GAP, REPEAT)
"""The ids of the rules that `apply_amendments` reports."""

Key = tuple[str, str]
"""Centre number and candidate number."""


class OptionEntry(NamedTuple):
    """An option that a candidate is entered for, and its flag, which is blank in all files seen."""

    option_entry_code: str
    entry_flag: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate of a file of entries: the records, and the entries of all of them together.

    Particulars are those of the first record; `alike` says whether the others repeat them. What is
    asked for raises FieldError where its columns cannot be decoded.
    """

    records: tuple[Record, ...]
    entries: tuple[OptionEntry, ...]

    @property
    def key(self) -> Key:
        """Centre number and candidate number, which identify the candidate."""
        return _key(self.records[0])

    @property
    def centre_number(self) -> str:
        """The number of the centre."""
        return text_or_blank(self.records[0], CENTRE_NUMBER)

    @property
    def candidate_number(self) -> str:
        """The number of the candidate within the centre."""
        return text_or_blank(self.records[0], CANDIDATE_NUMBER)

    @property
    def candidate_name(self) -> str:
        """SURNAME:FORENAMES, as it stands. Personal data."""
        return text_or_blank(self.records[0], "candidate.name")

    @property
    def sex(self) -> str:
        """The code for the candidate's sex."""
        return text_or_blank(self.records[0], "candidate.sex")

    @property
    def date_of_birth(self) -> datetime.date | None:
        """The date of birth; None where it is not known. Personal data."""
        born: datetime.date | None = value_of(self.records[0], "candidate.date_of_birth")
        return born

    @property
    def uci(self) -> str:
        """The unique candidate identifier, or nothing. Personal data."""
        return text_or_blank(self.records[0], "candidate.uci")

    @property
    def upn(self) -> str:
        """The unique pupil number, or nothing. Personal data."""
        return text_or_blank(self.records[0], "candidate.upn")

    @property
    def uln(self) -> str:
        """The unique learner number, or nothing. Personal data."""
        return text_or_blank(self.records[0], "candidate.uln")

    @property
    def option_entry_codes(self) -> tuple[str, ...]:
        """The codes of all options that the candidate is entered for, in the order of the file."""
        return tuple(entry.option_entry_code for entry in self.entries)

    @property
    def alike(self) -> bool:
        """Whether the records repeat the same particulars, as they should."""
        if len(self.records) == 1:
            return True
        first = _particulars(self.records[0])
        return all(_particulars(record) == first for record in self.records[1:])

    def __repr__(self) -> str:
        codes = " ".join(self.option_entry_codes)
        return f"Candidate({self.centre_number} {self.candidate_number}: {codes})"


def candidates(records: Iterable[Record]) -> list[Candidate]:
    """The candidates of these entry or amendment records, in the order of the file.

    ``records`` is a file as well; headers, trailers and unknown records are passed over. A
    candidate with more entries than one record takes has several, which need not follow one
    another.
    """
    gathered: dict[Key, list[Record]] = {}
    for record in records:
        if record.ROLE in (SENT_FIRST, SENT_AFTER):
            gathered.setdefault(_key(record), []).append(record)
    return [
        Candidate(tuple(found), tuple(entry for record in found for entry in _entries(record)))
        for found in gathered.values()
    ]


def new_candidate(
    *,
    centre_number: str,
    candidate_number: str,
    candidate_name: str,
    sex: str,
    entries: Iterable[str | OptionEntry] = (),
    date_of_birth: datetime.date | None = None,
    uci: str = "",
    upn: str = "",
    uln: str = "",
    candidate_status: str = "C",
    previous_qualifier_flag: str = "",
    optional_centre_number: str = "",
    optional_candidate_number: str = "",
    documentation_group: str = "",
    version: str | None = None,
) -> Candidate:
    """A candidate with entry records: as many as the entries need, at least one.

    `candidate_name` makes the name out of a surname and forenames. Without entries, an amendment
    withdraws the candidate from all. Raises BuildError where a value does not fit.
    """
    form = load(version or newest_version())
    _, record = record_of_role(form, SENT_FIRST)
    particulars = {
        "candidate.status": candidate_status,
        CENTRE_NUMBER: centre_number,
        CANDIDATE_NUMBER: candidate_number,
        "candidate.name": candidate_name,
        "candidate.sex": sex,
        "candidate.date_of_birth": date_of_birth,
        "candidate.uci": uci,
        "candidate.upn": upn,
        "candidate.uln": uln,
        "candidate.previous_qualifier_flag": previous_qualifier_flag,
        "candidate.optional_centre_number": optional_centre_number,
        "candidate.optional_candidate_number": optional_candidate_number,
        "candidate.documentation_group": documentation_group,
    }
    wanted = [e if isinstance(e, OptionEntry) else OptionEntry(e) for e in entries]
    records = tuple(
        build(record, {**particulars, ITEMS: items}) for items in _items(record, wanted)
    )
    return Candidate(records, tuple(wanted))


def _items(record: type[Record], entries: list[OptionEntry]) -> Iterator[list[Any]]:
    """The entries in portions of what one record takes; one empty portion where there are none."""
    kind = _group(record).kind
    assert isinstance(kind, Group)
    items = [_item(kind, entry) for entry in entries]
    for start in range(0, len(items) or 1, kind.repeat):
        yield items[start : start + kind.repeat]


def _item(kind: Group, entry: OptionEntry) -> Any:
    """An item of the group out of an entry. Raises BuildError where it does not fit."""
    return build(kind.item, {OPTION_CODE: entry.option_entry_code, FLAG: entry.entry_flag})


def _group(record: type[Record]) -> Field:
    return fields_by_role(record)[ITEMS]


class _Columns(NamedTuple):
    """Where an entry record has its key and its entries; all from 0, ends exclusive."""

    centre: slice
    candidate: slice
    items: range
    code: slice
    flag: slice

    @classmethod
    def of(cls, record: type[Record]) -> _Columns:
        """The columns of a class of records; found once for each."""
        if record not in _COLUMNS:
            group = _group(record)
            assert isinstance(group.kind, Group)
            item = fields_by_role(group.kind.item)
            size = group.kind.item.END
            _COLUMNS[record] = cls(
                _slice(fields_by_role(record)[CENTRE_NUMBER]),
                _slice(fields_by_role(record)[CANDIDATE_NUMBER]),
                range(group.start - 1, group.end, size),
                _slice(item[OPTION_CODE]),
                _slice(item[FLAG]),
            )
        return _COLUMNS[record]


_COLUMNS: dict[type[Record], _Columns] = {}


def _slice(known: Field) -> slice:
    return slice(known.start - 1, known.end)


def _key(record: Record) -> Key:
    columns = _Columns.of(type(record))
    return record.line[columns.centre], record.line[columns.candidate]


def _entries(record: Record) -> list[OptionEntry]:
    """The entries up to the first blank one."""
    _, _, items, code, flag = _Columns.of(type(record))
    filled = record.line[items.start : items.stop].rstrip(" ")
    entries = []
    for start in range(0, len(filled), items.step):
        item = filled[start : start + items.step]
        if not item.strip(" "):
            break
        entries.append(OptionEntry(item[code].rstrip(" "), item[flag].rstrip(" ")))
    return entries


def key_and_codes(record: Record) -> tuple[str, list[str]]:
    """Centre and candidate number in one text, and the codes of the entries, as fast as can be."""
    centre, candidate, items, code, _ = _Columns.of(type(record))
    line = record.line
    filled = line[items.start : items.stop].rstrip(" ")
    starts = range(0, len(filled), items.step)
    codes = [filled[start : start + items.step][code].rstrip(" ") for start in starts]
    if not all(codes):
        codes = [entry.option_entry_code for entry in _entries(record)]
    return line[centre] + line[candidate], codes


def _particulars(record: Record) -> str:
    """All columns but the data type and the entries."""
    group = _group(type(record))
    before, behind = record.line[1 : group.start - 1], record.line[group.end :]
    return before.ljust(group.start - 2) + behind.rstrip(" ")


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


def apply_amendments(entries: File, amendments: Iterable[File]) -> AmendedEntries:
    """The entries of a centre after its amendments, applied in the order of their numbers.

    An amendment has the full entries of every candidate whose entries have changed: they replace
    all that stood before. No codes withdraw the candidate from all. A file that is there twice
    changes nothing more. A gap in the sequence numbers, and a number that stands twice, are
    reported as issues.

    Raises JcqError where a file holds something else than entries and amendments, or is of another
    centre, awarding body or series.
    """
    later = sorted(amendments, key=sequence_number_of)
    _refuse_other_files(entries, later)
    standing = {candidate.key: candidate for candidate in candidates(entries)}
    changes: list[Change] = []
    for file in later:
        number = sequence_number_of(file)
        for candidate in candidates(file):
            change = _change(standing.get(candidate.key), candidate, number)
            standing[candidate.key] = candidate
            if change is not None:
                changes.append(change)
    return AmendedEntries(list(standing.values()), changes, list(sequence_issues(entries, later)))


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
        raise JcqError("the first file must hold entries, not amendments")
    expected = said_in_headers(entries)
    for file in amendments:
        shown = file.name or "a file"
        if any(record.ROLE != SENT_AFTER for record in file.records):
            raise JcqError(f"{shown} holds something else than amendments")
        for role, text in said_in_headers(file).items():
            if text != expected[role]:
                raise JcqError(
                    f"{shown} does not belong to these entries: its {role.replace('.', ' ')} is"
                    f" {text!r}, not {expected[role]!r}"
                )


def sequence_issues(entries: File, amendments: Iterable[File]) -> Iterator[Issue]:
    """Gaps and repeats in the numbers of a centre's files, the entries among them.

    Raises BuildError where a file has no number that can be read.
    """
    first, *later = sorted((entries, *amendments), key=sequence_number_of)
    previous = sequence_number_of(first)
    for file in later:
        number = sequence_number_of(file)
        if number == previous:
            yield from issues_of_sequence(file, REPEAT, f"the number {number} stands twice")
        elif number > previous + 1:
            missing = (
                f"{previous + 1}" if number == previous + 2 else f"{previous + 1}-{number - 1}"
            )
            yield from issues_of_sequence(file, GAP, f"the files numbered {missing} are not here")
        previous = number


def issues_of_sequence(file: File, rule: str, message: str) -> Iterator[Issue]:
    """The issue at the sequence number of the file's first centre header; none in a version that
    has no such rule."""
    rules = file.format.rules
    if rule not in rules:
        return
    for number, line in enumerate(file.lines, 1):
        found = by_role(line.record, SEQUENCE_NUMBER)
        if line.record.PLACE is Place.CENTRE_HEADER and found is not None:
            fault = found[0].fault(rule, message)
            yield line.record.issue(fault, file=file.name, line_number=number, rules=rules)
            return
    raise JcqError(f"{file.name or 'a file'} has no centre header")
