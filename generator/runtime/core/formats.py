"""A version of the formats: its records, code lists, rules and names; and which there are."""

from __future__ import annotations

import datetime
import functools
import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .character_encodings import LATIN_1
from .codes import CodeList
from .displaced import tell_personal_records
from .errors import FormatError, JcqError, hint
from .issues import Rule
from .messages.formats import message_formats
from .places import Place
from .records import Record
from .structures import FileStructure, StructureRow

BROADCAST = "broadcast"
"""The direction of files that awarding bodies send to everybody."""


@dataclass(frozen=True, slots=True)
class DataType:
    """What a file holds: the first letter of its records. ``length`` is None without records.

    ``is_sent`` says that centres send such files; others they receive.
    """

    code: str
    name: str
    title: str
    meaning: str
    direction: str
    form: str
    length: int | None
    grade: str
    personal: bool
    is_sent: bool = False

    @property
    def is_broadcast(self) -> bool:
        """Whether its files go to all centres: they are basedata."""
        return self.direction == BROADCAST

    @property
    def is_public(self) -> bool:
        """Whether its files are for everybody: those of a centre are about its candidates."""
        return self.is_broadcast and not self.personal


@dataclass(frozen=True, slots=True)
class NamePart:
    """Columns of a file name: a literal, or a named part that agrees with fields of these roles."""

    width: int
    literal: str = ""
    part: str = ""
    digits: bool = False
    no_digits: bool = False
    agrees_with: tuple[str, ...] = ()
    last: int = 0


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way in which files are named."""

    name: str
    data_types: tuple[str, ...]
    parts: tuple[NamePart, ...]
    example: str
    grade: str


@dataclass(frozen=True, slots=True)
class Move:
    """A field whose value stands in the field ``to`` of the version that is extended, while all of
    these other fields hold one of these codes."""

    field_name: str
    to: str
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Division:
    """One field whose value is in several of the version that is extended, or several whose values
    are in one there: joined by the text ``at``, or by position where there is none."""

    fields: tuple[str, ...]
    to: tuple[str, ...]
    at: str = ""


@dataclass(frozen=True, slots=True)
class FirstSeries:
    """The first exam series of a version: a year, and the code of a month, by which the names of
    series begin; the order of the code list is that of the year."""

    year: int
    month: str


@dataclass(frozen=True, slots=True)
class Format:
    """One version of the formats. ``records`` is keyed by the first two characters of a line.

    ``extends`` is the version that it is described against, ``moves`` what stands elsewhere there
    and ``divisions`` what is split or merged, by the key of the record. ``open_data_types`` says of
    data types without records here why. ``encoding`` is one of `character_encodings`.
    ``structures`` say which records files have; each data type has one at most.
    ``applies_from`` is the first series that is written in this version, where the spec says so.
    """

    version: str
    title: str
    effective: str
    line_end: str
    data_types: Mapping[str, DataType]
    records: Mapping[str, type[Record]]
    code_lists: Mapping[str, CodeList]
    rules: Mapping[str, Rule]
    file_names: tuple[NameForm, ...]
    applies_from: FirstSeries | None = None
    extends: str = ""
    moves: Mapping[str, tuple[Move, ...]] = field(default_factory=dict)
    open_data_types: Mapping[str, str] = field(default_factory=dict)
    encoding: str = LATIN_1
    structures: tuple[FileStructure, ...] = ()
    divisions: Mapping[str, tuple[Division, ...]] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Format({self.version!r})"

    def structure_of(self, data_type: str) -> tuple[StructureRow, ...]:
        """The records that a file of this data type has, as far as they are known, in their order;
        none where it has no records."""
        return tuple(r for r in self.rows_of(data_type) if data_type + r.record in self.records)

    def rows_of(self, data_type: str) -> tuple[StructureRow, ...]:
        """All rows of the structure of its files, those of unknown records as well."""
        for structure in self.structures:
            if data_type in structure.data_types:
                return tuple(structure.rows)
        return ()

    def requires(self, data_type: str, place: Place) -> bool:
        """Whether every file of this data type, or each part of it, has such a record."""
        rows = self.structure_of(data_type)
        return any(row.place is place and row.occurs.is_required for row in rows)

    def record_class(self, key: str) -> type[Record] | None:
        """The class of a record by its key (``O5``, ``O1`` or ``1``); upper or lower case."""
        wanted = key.upper()
        for first_two, record in self.records.items():
            if wanted in (first_two, record.KEY):
                return record
        return None


_MODULES: dict[str, str] = {}


def register(modules: Mapping[str, str]) -> None:
    """Makes versions known: version to the name of the module that holds its ``FORMAT``."""
    _MODULES.update(modules)


def known_versions() -> tuple[str, ...]:
    """Every version that can be read, oldest first."""
    return tuple(sorted(_MODULES))


def newest_version() -> str:
    """The version with the highest number, which need not be in force yet."""
    return known_versions()[-1]


def version_today(today: datetime.date | None = None) -> str:
    """The newest version that is in force by its effective date, for what belongs to no series and
    says no version; the oldest before any is."""
    day = (today or datetime.date.today()).isoformat()
    in_force = (form.version for form in newest_first() if form.effective <= day)
    return next(in_force, known_versions()[0])


@functools.cache
def load(version: str) -> Format:
    """A version of the formats; its module is imported when first asked for.

    Raises FormatError where the version is not known.
    """
    if not isinstance(version, str):
        raise FormatError(f"version: a text is needed, such as '14', not {type(version).__name__}")
    if version not in _MODULES:
        raise FormatError(
            f"version {version!r} of the formats is not known; known: {', '.join(known_versions())}"
        )
    found: Format = importlib.import_module(_MODULES[version]).FORMAT
    return found


def newest_first() -> Iterator[Format]:
    """Every version, the newest first; each is imported only when it is its turn."""
    return map(load, reversed(known_versions()))


def rule_of(rule_id: str) -> Rule:
    """The rule with this id, as the newest version that has it says it, or a message.

    Raises JcqError where neither a version nor a message has it.
    """
    for rules in _catalogues():
        if rule_id in rules:
            return rules[rule_id]
    known = list(dict.fromkeys(known for rules in _catalogues() for known in rules))
    raise JcqError(f"unknown rule {rule_id!r}; {hint(rule_id, known)}")


def _catalogues() -> Iterator[Mapping[str, Rule]]:
    """The rules of each version, the newest first, and of each message; loaded in their turn."""
    yield from (form.rules for form in newest_first())
    yield from (form.rules for form in message_formats())


@functools.cache
def personal_records() -> tuple[type[Record], ...]:
    """The records of every version that hold personal data."""
    return tuple(r for form in newest_first() for r in form.records.values() if r.PERSONAL)


tell_personal_records(personal_records)
