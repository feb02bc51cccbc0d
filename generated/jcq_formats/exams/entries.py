"""Entries in a record: the candidate whose they are, and the options, by their columns."""  # Copied from generator/runtime/exams/entries.py by `make generate`; edit that, not this.

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ..core.fields import Field
from ..core.kinds.group import Group
from ..core.records import Record
from ..core.roles import fields_by_role
from .envelope import CENTRE_NUMBER

CANDIDATE_NUMBER = "candidate.number"
ITEMS = "entry.items"
OPTION_CODE = "entry.option_code"
FLAG = "entry.flag"

CandidateKey: TypeAlias = tuple[str, str]
"""Centre number and candidate number."""


class OptionEntry(NamedTuple):
    """An option that a candidate is entered for, and its flag, which is blank in all files seen."""

    option_entry_code: str
    entry_flag: str = ""


def entry_group(record: type[Record]) -> Field:
    return fields_by_role(record)[ITEMS]


class EntryColumns(NamedTuple):
    """Where an entry record has its key and its entries; all from 0, ends exclusive."""

    centre: slice
    candidate: slice
    items: range
    code: slice
    flag: slice

    @classmethod
    def of(cls, record: type[Record]) -> EntryColumns:
        """The columns of a class of records; found once for each."""
        if record not in _BY_RECORD:
            group = entry_group(record)
            assert isinstance(group.kind, Group)
            item = fields_by_role(group.kind.item)
            size = group.kind.item.END
            _BY_RECORD[record] = cls(
                _slice(fields_by_role(record)[CENTRE_NUMBER]),
                _slice(fields_by_role(record)[CANDIDATE_NUMBER]),
                range(group.start - 1, group.end, size),
                _slice(item[OPTION_CODE]),
                _slice(item[FLAG]),
            )
        return _BY_RECORD[record]


_BY_RECORD: dict[type[Record], EntryColumns] = {}


def _slice(known: Field) -> slice:
    return slice(known.start - 1, known.end)


def key_of(record: Record) -> CandidateKey:
    columns = EntryColumns.of(type(record))
    return record.line[columns.centre], record.line[columns.candidate]


def entries_of(record: Record) -> list[OptionEntry]:
    """The entries up to the first blank one."""
    _, _, items, code, flag = EntryColumns.of(type(record))
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
    centre, candidate, items, code, _ = EntryColumns.of(type(record))
    line = record.line
    filled = line[items.start : items.stop].rstrip(" ")
    starts = range(0, len(filled), items.step)
    codes = [filled[start : start + items.step][code].rstrip(" ") for start in starts]
    if not all(codes):
        codes = [entry.option_entry_code for entry in entries_of(record)]
    return line[centre] + line[candidate], codes
