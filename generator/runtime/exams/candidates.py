"""Candidates: their records and entries in a file, gathered; and new ones."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..core.errors import BuildError
from ..core.formats import load
from ..core.kinds.date import Date
from ..core.kinds.group import Group
from ..core.needs import needs
from ..core.records import Record
from ..core.roles import build, record_of_role, text_or_blank, value_of
from .entries import (
    CANDIDATE_NUMBER,
    FLAG,
    ITEMS,
    OPTION_CODE,
    CandidateKey,
    OptionEntry,
    entries_of,
    entry_group,
    has_key,
    key_of,
)
from .envelope import CENTRE_NUMBER
from .in_force import version_wanted
from .sequences import SENT_AFTER, SENT_FIRST

needs(
    "particulars of candidates",
    (SENT_FIRST, SENT_AFTER),
    {
        "candidate.name": (),
        "candidate.sex": (),
        "candidate.date_of_birth": (Date,),
        "candidate.uci": (),
        "candidate.upn": (),
        "candidate.uln": (),
    },
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate of a file of entries: the records, and the entries of all of them together.

    Particulars are those of the first record; `alike` says whether the others repeat them. What is
    asked for raises FieldError where its columns cannot be decoded.
    """

    records: tuple[Record, ...]
    entries: tuple[OptionEntry, ...]

    @property
    def key(self) -> CandidateKey:
        """Centre number and candidate number, which identify the candidate."""
        return key_of(self.records[0])

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
    another. Where a version does not say whose a record is, each stands for itself.
    """
    gathered: dict[CandidateKey | int, list[Record]] = {}
    for record in records:
        if record.ROLE in (SENT_FIRST, SENT_AFTER):
            key = key_of(record) if has_key(record) else len(gathered)
            gathered.setdefault(key, []).append(record)
    return [
        Candidate(tuple(found), tuple(entry for record in found for entry in entries_of(record)))
        for found in gathered.values()
    ]


def _particulars(record: Record) -> str:
    """All columns but the data type and the entries."""
    found = entry_group(type(record))
    if found is None:
        return record.line[1:].rstrip(" ")
    group, _ = found
    before, after = record.line[1 : group.start - 1], record.line[group.end :]
    return before.ljust(group.start - 2) + after.rstrip(" ")


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
    form = load(version_wanted(version))
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
    found = entry_group(record)
    if found is None:
        if entries:
            raise BuildError("this version of the formats has no entries")
        yield []
        return
    _, kind = found
    items = [_item(kind, entry) for entry in entries]
    for start in range(0, len(items) or 1, kind.repeat):
        yield items[start : start + kind.repeat]


def _item(kind: Group, entry: OptionEntry) -> Any:
    """An item of the group out of an entry. Raises BuildError where it does not fit."""
    return build(kind.item, {OPTION_CODE: entry.option_entry_code, FLAG: entry.entry_flag})
