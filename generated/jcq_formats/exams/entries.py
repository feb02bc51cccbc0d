"""The entries in a record: candidate and options, by position."""  # Copied from generator/runtime/exams/entries.py by `make generate`; edit that, not this.

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
IDENTIFIERS = (UCI, "candidate.upn", "candidate.uln")
"""The identifiers by which awarding bodies distinguish candidates."""

needs(
    "candidates, their entries and amendments",
    ("entry", "amendment"),
    {CENTRE_NUMBER: (), CANDIDATE_NUMBER: (), ITEMS: (Group,), OPTION_CODE: (), FLAG: ()},
)

CandidateKey: TypeAlias = tuple[str, str]
"""Centre number and candidate number."""


class OptionEntry(NamedTuple):
    """An option that a candidate is entered for, and its flag, which is blank in all observed
    files."""

    option_entry_code: str
    entry_flag: str = ""


def entry_group(record: type[Record]) -> tuple[Field, Group] | None:
    """The field of the entries and its kind; None if the version has no such group."""
    field = fields_by_role(record).get(ITEMS)
    if field is None or not isinstance(field.kind, Group):
        return None
    return field, field.kind


class EntryColumns(NamedTuple):
    """The positions of key and entries in an entry record; from 0, ends exclusive.

    Slices are empty for fields that a version does not have.
    """

    centre: slice
    candidate: slice
    items: range
    holes: bool
    code: slice
    flag: slice

    @classmethod
    def of(cls, record: type[Record]) -> EntryColumns:
        """The positions for a class of records; cached."""
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
        """Whether the record identifies its candidate."""
        return bool(self.centre.stop and self.candidate.stop)


_BY_RECORD: dict[type[Record], EntryColumns] = {}


def _slice(known: Field | None) -> slice:
    return slice(known.start - 1, known.end) if known is not None else slice(0, 0)


def key_of(record: Record) -> CandidateKey:
    columns = EntryColumns.of(type(record))
    return record.line[columns.centre], record.line[columns.candidate]


def entries_of(record: Record) -> list[OptionEntry]:
    """The entries in order, including those after a hole if the version allows holes."""
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
    """The first and last position of an option's code in the last entry for it; None if there is
    none."""
    columns = EntryColumns.of(type(record))
    for start in reversed(columns.items):
        item = record.line[start : start + columns.items.step]
        if item[columns.code].rstrip(" ") == code:
            return start + columns.code.start + 1, start + columns.code.stop
    return None


def has_key(record: Record) -> bool:
    """Whether such records identify their candidate in this version."""
    return EntryColumns.of(type(record)).has_key


def has_entries(record: Record) -> bool:
    """Whether such records identify their candidate and contain entries in this version."""
    columns = EntryColumns.of(type(record))
    return columns.has_key and len(columns.items) > 0


def key_and_codes(record: Record) -> tuple[str, list[str]]:
    """Fast: centre and candidate number in one text, and the codes of the entries."""
    centre, candidate, items, _, code, _ = EntryColumns.of(type(record))
    line = record.line
    filled = line[items.start : items.stop].rstrip(" ")
    starts = range(0, len(filled), items.step)
    codes = [filled[start : start + items.step][code].rstrip(" ") for start in starts]
    if not all(codes):
        codes = [entry.option_entry_code for entry in entries_of(record)]
    return line[centre] + line[candidate], codes
