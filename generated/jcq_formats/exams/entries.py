"""Entries in a record: the candidate whose they are, and the options, by their columns."""  # Copied from generator/runtime/exams/entries.py by `make generate`; edit that, not this.

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ..core.fields import Field
from ..core.kinds.group import Group
from ..core.needs import needs
from ..core.records import Record
from ..core.roles import fields_by_role
from .envelope import CENTRE_NUMBER

CANDIDATE_NUMBER = "candidate.number"
ITEMS = "entry.items"
OPTION_CODE = "entry.option_code"
FLAG = "entry.flag"
UCI = "candidate.uci"
IDENTIFIERS = (UCI, "candidate.uln")
"""The identifiers by which awarding bodies tell candidates apart."""

needs(
    "candidates, their entries and amendments",
    ("entry", "amendment"),
    {CENTRE_NUMBER: (), CANDIDATE_NUMBER: (), ITEMS: (Group,), OPTION_CODE: (), FLAG: ()},
)

CandidateKey: TypeAlias = tuple[str, str]
"""Centre number and candidate number."""


class OptionEntry(NamedTuple):
    """An option that a candidate is entered for, and its flag, which is blank in all files seen."""

    option_entry_code: str
    entry_flag: str = ""


def entry_group(record: type[Record]) -> tuple[Field, Group] | None:
    """The field of the entries and its kind; None where the version has no such group."""
    field = fields_by_role(record).get(ITEMS)
    if field is None or not isinstance(field.kind, Group):
        return None
    return field, field.kind


class EntryColumns(NamedTuple):
    """Where an entry record has its key and its entries; all from 0, ends exclusive.

    What a version does not have is empty.
    """

    centre: slice
    candidate: slice
    items: range
    holes: bool
    code: slice
    flag: slice

    @classmethod
    def of(cls, record: type[Record]) -> EntryColumns:
        """The columns of a class of records; found once for each."""
        if record not in _BY_RECORD:
            known = fields_by_role(record)
            found = entry_group(record)
            items, holes, item = range(0), False, dict[str, Field]()
            if found is not None:
                group, kind = found
                item = {**fields_by_role(kind.item)}
                if OPTION_CODE in item:
                    items = range(group.start - 1, group.end, kind.item.END)
                    holes = kind.has_holes
            _BY_RECORD[record] = cls(
                _slice(known.get(CENTRE_NUMBER)),
                _slice(known.get(CANDIDATE_NUMBER)),
                items,
                holes,
                _slice(item.get(OPTION_CODE)),
                _slice(item.get(FLAG)),
            )
        return _BY_RECORD[record]

    @property
    def has_key(self) -> bool:
        """Whether the record says whose it is."""
        return bool(self.centre.stop and self.candidate.stop)


_BY_RECORD: dict[type[Record], EntryColumns] = {}


def _slice(known: Field | None) -> slice:
    return slice(known.start - 1, known.end) if known is not None else slice(0, 0)


def key_of(record: Record) -> CandidateKey:
    columns = EntryColumns.of(type(record))
    return record.line[columns.centre], record.line[columns.candidate]


def entries_of(record: Record) -> list[OptionEntry]:
    """The entries in their order, those after a hole as well where the version allows holes."""
    _, _, items, holes, code, flag = EntryColumns.of(type(record))
    filled = record.line[items.start : items.stop].rstrip(" ")
    entries = []
    for start in range(0, len(filled), items.step):
        item = filled[start : start + items.step]
        if item.strip(" "):
            entries.append(OptionEntry(item[code].rstrip(" "), item[flag].rstrip(" ")))
        elif not holes:
            break
    return entries


def place_of_entry(record: Record, code: str) -> tuple[int, int] | None:
    """The first and the last position of the code of an option in a record of entries, of its last
    entry for it; None where it has none."""
    columns = EntryColumns.of(type(record))
    for start in reversed(columns.items):
        item = record.line[start : start + columns.items.step]
        if item[columns.code].rstrip(" ") == code:
            return start + columns.code.start + 1, start + columns.code.stop
    return None


def has_key(record: Record) -> bool:
    """Whether the version says in such records whose they are."""
    return EntryColumns.of(type(record)).has_key


def has_entries(record: Record) -> bool:
    """Whether the version says in such records whose they are, and for what they enter."""
    columns = EntryColumns.of(type(record))
    return columns.has_key and len(columns.items) > 0


def key_and_codes(record: Record) -> tuple[str, list[str]]:
    """Centre and candidate number in one text, and the codes of the entries, as fast as can be."""
    centre, candidate, items, _, code, _ = EntryColumns.of(type(record))
    line = record.line
    filled = line[items.start : items.stop].rstrip(" ")
    starts = range(0, len(filled), items.step)
    codes = [filled[start : start + items.step][code].rstrip(" ") for start in starts]
    if not all(codes):
        codes = [entry.option_entry_code for entry in entries_of(record)]
    return line[centre] + line[candidate], codes
