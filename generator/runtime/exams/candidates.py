"""Candidates: their records and entries in a file, collected; and new candidates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..core.errors import BuildError, hint
from ..core.fields import Field
from ..core.files import File
from ..core.formats import load
from ..core.former_names import by_current_name, former_names
from ..core.kinds.date import Date
from ..core.kinds.group import Group
from ..core.masking import is_sound
from ..core.needs import needs
from ..core.parts import Part
from ..core.records import Record
from ..core.roles import build, record_of_role, text_or_blank, value_of
from ..core.several import records_given
from .certainty import certain_of_own, refuse_uncertain
from .entries import (
    CANDIDATE_NUMBER,
    FLAG,
    OPTION_CODE,
    CandidateKey,
    OptionEntry,
    entries_of,
    entry_group,
    has_key,
    key_of,
)
from .envelope import CENTRE_NUMBER
from .holding import refuse_others
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
    """One candidate in a file of entries: the records, and the entries of all of them together.

    Particulars are those of the first record; `alike` says whether the others repeat them.
    Properties raise FieldError if their text cannot be decoded.
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
        """SURNAME:FORENAMES, as in the file. Personal data."""
        return text_or_blank(self.records[0], "candidate.name")

    @property
    def sex(self) -> str:
        """The code for the candidate's sex."""
        return text_or_blank(self.records[0], "candidate.sex")

    @property
    def date_of_birth(self) -> datetime.date | None:
        """The date of birth; None if it is not given. Personal data."""
        born: datetime.date | None = value_of(self.records[0], "candidate.date_of_birth")
        return born

    @property
    def uci(self) -> str:
        """The unique candidate identifier; empty if there is none. Personal data."""
        return text_or_blank(self.records[0], "candidate.uci")

    @property
    def upn(self) -> str:
        """The unique pupil number; empty if there is none. Personal data."""
        return text_or_blank(self.records[0], "candidate.upn")

    @property
    def uln(self) -> str:
        """The unique learner number; empty if there is none. Personal data."""
        return text_or_blank(self.records[0], "candidate.uln")

    @property
    def option_entry_codes(self) -> tuple[str, ...]:
        """The codes of all options that the candidate is entered for, in file order."""
        return tuple(entry.option_entry_code for entry in self.entries)

    @property
    def alike(self) -> bool:
        """Whether the records repeat the same particulars, as they should."""
        if len(self.records) == 1:
            return True
        first = _particulars(self.records[0])
        return all(_particulars(record) == first for record in self.records[1:])

    def replace(self, **values: Any) -> Candidate:
        """A copy with these fields set in all of its records, by the names of this version.

        Entries are codes, `OptionEntry` or items of the group. They replace all existing ones, in
        as many records as they need. Raises BuildError if a value does not fit, or if entries are
        given and the records do not repeat the same particulars.
        """
        found = entry_group(type(self.records[0]))
        records: list[Any] = list(self.records)
        if found is None or found[0].name not in values:
            return _gathered(record.replace(**values) for record in records)
        if not self.alike:
            raise BuildError(
                f"candidate {self.candidate_number}: the records differ in particulars"
            )
        portions = _portions(*found, values[found[0].name])
        return _gathered(records[0].replace(**values | portion) for portion in portions)

    def __repr__(self) -> str:
        if not all(map(is_sound, self.records)):
            return "Candidate(...)"
        codes = " ".join(self.option_entry_codes)
        return f"Candidate({self.centre_number} {self.candidate_number}: {codes})"


def candidates(records: Iterable[Record], *, incomplete: bool = False) -> list[Candidate]:
    """The candidates of these entry or amendment records, in file order.

    ``records`` may be a file; headers, trailers and unknown records are ignored. A candidate with
    more entries than fit in one record has several, which need not be adjacent. If a version does
    not identify the candidate of a record, each record counts as one candidate. Raises JcqError for
    a file of another data type.
    """
    given = records_given(records, "records")
    if isinstance(records, File):
        refuse_others(records, "entries or amendments", SENT_FIRST, SENT_AFTER)
        if not incomplete:
            refuse_uncertain(records)
    elif not incomplete:
        given = certain_of_own(given)
    gathered: dict[CandidateKey | int, list[Record]] = {}
    for record in given:
        if record.ROLE in (SENT_FIRST, SENT_AFTER):
            key = key_of(record) if has_key(record) else len(gathered)
            gathered.setdefault(key, []).append(record)
    return [_gathered(found) for found in gathered.values()]


def _gathered(records: Iterable[Record]) -> Candidate:
    found = tuple(records)
    return Candidate(found, tuple(entry for record in found for entry in entries_of(record)))


def _particulars(record: Record) -> str:
    """The text of all fields except data type and entries."""
    found = entry_group(type(record))
    if found is None:
        return record.line[1:].rstrip(" ")
    group, _ = found
    before, after = record.line[1 : group.start - 1], record.line[group.end :]
    return before.ljust(group.start - 2) + after.rstrip(" ")


def particulars_that_differ(first: Record, other: Record) -> list[str]:
    """What differs, apart from the entries, in two records of one candidate: names of fields, or
    words for the text after them. Empty if nothing does."""
    if _particulars(first) == _particulars(other):
        return []
    group = entry_group(type(first))
    names = [
        field.name
        for field in type(first).FIELDS.values()
        if field.start > 1 and (group is None or field is not group[0])
    ]
    return [n for n in names if first.text(n) != other.text(n)] or ["text after the last field"]


def candidate_of(version: str, values: Mapping[str, Any]) -> Candidate:
    """A candidate with records of a version: as many as the entries need, at least one.

    ``values`` are keyed by the field names of that version; entries are codes, `OptionEntry` or
    items of the group. Raises BuildError if a value does not fit, a required field is missing or a
    field is unknown, and JcqError if the version has no such record.
    """
    _, record = record_of_role(load(version), SENT_FIRST)
    found = entry_group(record)
    name = found[0].name if found is not None else ""
    values = by_current_name(values, former_names([record]))
    _refuse_others(version, record, values, name)
    particulars = {field: value for field, value in values.items() if field != name}
    portions = [dict[str, Any]()] if found is None else _portions(*found, values.get(name, ()))
    generated: Any = record
    return _gathered(generated.build(**particulars, **portion) for portion in portions)


def _refuse_others(
    version: str, record: type[Record], values: Mapping[str, Any], group: str
) -> None:
    """Raises BuildError for a field that is unknown, and for a missing required one."""
    fields = {name: f for name, f in record.FIELDS.items() if f.kind.SETTABLE}
    for name in values:
        if name not in fields:
            known = hint(name, fields)
            raise BuildError(f"version {version} of the formats has no {name} here; {known}")
    for name, field in fields.items():
        if name not in values and name != group and not field.optional:
            raise BuildError(f"version {version} of the formats needs a {name}")


def _portions(field: Field, kind: Group, entries: Any) -> Iterator[dict[str, Any]]:
    """The entries as values of the group, in portions that fit in one record; one empty portion if
    there are no entries. Raises BuildError if they are not a list, or one does not fit."""
    is_single = isinstance(entries, (str, bytes, OptionEntry, Part, Record))
    if is_single or not isinstance(entries, Iterable):
        raise BuildError(f'{field.name}: a list is needed, such as ["1MAH"], not a single entry')
    items = [_item(kind, entry) for entry in entries]
    for start in range(0, len(items) or 1, kind.repeat):
        yield {field.name: items[start : start + kind.repeat]}


def _item(kind: Group, entry: str | OptionEntry | Part) -> Part:
    """An item of the group for an entry. Raises BuildError if it does not fit."""
    if isinstance(entry, Part):
        return entry
    code, flag = entry if isinstance(entry, OptionEntry) else (entry, "")
    return build(kind.item, {OPTION_CODE: code, FLAG: flag})
