"""A version of the formats: records, code lists, rules and file names; and all known versions."""

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
"""The direction of files that awarding bodies send to all centres."""


@dataclass(frozen=True, slots=True)
class DataType:
    """The contents of a file, identified by the first letter of its records. ``length`` is None if
    there are no records.

    ``is_sent``: centres send such files; otherwise they receive them.
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
        """Whether its files go to all centres, as basedata does."""
        return self.direction == BROADCAST

    @property
    def is_public(self) -> bool:
        """Whether its files are public; other files are about the candidates of a centre."""
        return self.is_broadcast and not self.personal


@dataclass(frozen=True, slots=True)
class NamePart:
    """A part of a file name: a literal, or a named part that must equal fields of these roles."""

    width: int
    literal: str = ""
    part: str = ""
    digits: bool = False
    no_digits: bool = False
    agrees_with: tuple[str, ...] = ()
    last: int = 0


@dataclass(frozen=True, slots=True)
class NameForm:
    """One pattern of file names."""

    name: str
    data_types: tuple[str, ...]
    parts: tuple[NamePart, ...]
    example: str
    grade: str


@dataclass(frozen=True, slots=True)
class Move:
    """A field whose value is in the field ``to`` of the version that is extended, if all of these
    other fields have one of these codes."""

    field_name: str
    to: str
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Division:
    """One field that is several fields in the version that is extended, or several that are one
    field there: joined by the text ``at``, or split by position if it is empty."""

    fields: tuple[str, ...]
    to: tuple[str, ...]
    at: str = ""


@dataclass(frozen=True, slots=True)
class FirstSeries:
    """The first exam series of a version: a year, and the code of the month with which names of
    series begin. Months are in the order of the code list."""

    year: int
    month: str


@dataclass(frozen=True, slots=True)
class Format:
    """One version of the formats. ``records`` is keyed by the first two characters of a line.

    ``extends`` is the version against which it is described. ``moves`` and ``divisions`` say which
    fields have another place there, or are split or merged, by record key. ``open_data_types``
    gives the reason for each data type without records. ``encoding`` is one of
    `character_encodings`. ``structures`` list the records of each kind of file; a data type has at
    most one. ``applies_from`` is the first series written in this version, if the spec gives it.
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
        """The known records of a file of this data type, in order; empty if it has no records."""
        return tuple(r for r in self.rows_of(data_type) if data_type + r.record in self.records)

    def rows_of(self, data_type: str) -> tuple[StructureRow, ...]:
        """All rows of the structure of its files, including those of unknown records."""
        for structure in self.structures:
            if data_type in structure.data_types:
                return tuple(structure.rows)
        return ()

    def requires(self, data_type: str, place: Place) -> bool:
        """Whether every file of this data type, or each part of it, must have such a record."""
        rows = self.structure_of(data_type)
        return any(row.place is place and row.occurs.is_required for row in rows)

    def record_class(self, key: str) -> type[Record] | None:
        """The class of a record by its key (``O5``, ``O1`` or ``1``), in upper or lower case.

        None if there is no such record. Raises JcqError if the key is not text.
        """
        if not isinstance(key, str):
            raise JcqError(f"key: a text is needed, such as 'O5', not {type(key).__name__}")
        wanted = key.upper()
        for first_two, record in self.records.items():
            if wanted in (first_two, record.KEY):
                return record
        return None


_MODULES: dict[str, str] = {}


def register(modules: Mapping[str, str]) -> None:
    """Registers versions: each with the name of the module that defines its ``FORMAT``."""
    _MODULES.update(modules)


def known_versions() -> tuple[str, ...]:
    """All versions that can be read, oldest first."""
    return tuple(sorted(_MODULES))


def newest_version() -> str:
    """The version with the highest number, which may not be in force yet."""
    return known_versions()[-1]


def version_today(today: datetime.date | None = None) -> str:
    """The newest version in force by its effective date, for files without a series or a version;
    the oldest one if none is in force."""
    day = (today or datetime.date.today()).isoformat()
    in_force = (form.version for form in newest_first() if form.effective <= day)
    return next(in_force, known_versions()[0])


def load(version: str) -> Format:
    """A version of the formats; its module is imported on first use.

    Raises FormatError if the version is not known.
    """
    if not isinstance(version, str):
        raise FormatError(f"version: a text is needed, such as '14', not {type(version).__name__}")
    return _loaded(version)


@functools.cache
def _loaded(version: str) -> Format:
    if version not in _MODULES:
        raise FormatError(
            f"version {version!r} of the formats is not known; known: {', '.join(known_versions())}"
        )
    found: Format = importlib.import_module(_MODULES[version]).FORMAT
    return found


def newest_first() -> Iterator[Format]:
    """All versions, newest first; each is imported only when it is reached."""
    return map(load, reversed(known_versions()))


def likeliest_first() -> Iterator[Format]:
    """All versions: the one in force today, then the others, newest first."""
    today = version_today()
    yield load(today)
    yield from (form for form in newest_first() if form.version != today)


def rule_of(rule_id: str) -> Rule:
    """The rule with this id: of the version in force today, or of the newest that has it, or of a
    message format.

    Raises JcqError if neither has it.
    """
    for rules in _catalogues():
        if rule_id in rules:
            return rules[rule_id]
    known = list(dict.fromkeys(known for rules in _catalogues() for known in rules))
    where = "`jcq check` names the rule of each issue, after its severity"
    raise JcqError(f"unknown rule {rule_id!r}; {hint(rule_id, known, where)}")


def _catalogues() -> Iterator[Mapping[str, Rule]]:
    """The rules of each version and of each message format; loaded when reached."""
    yield from (form.rules for form in likeliest_first())
    yield from (form.rules for form in message_formats())


@functools.cache
def personal_records() -> tuple[type[Record], ...]:
    """The records of all versions that contain personal data."""
    return tuple(r for form in newest_first() for r in form.records.values() if r.PERSONAL)


tell_personal_records(personal_records)
