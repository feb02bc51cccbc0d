"""A basedata set: options, syllabuses, links and components of one series, looked up by code."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.fields import Field
from ..core.files import File
from ..core.kinds.code import Code
from ..core.kinds.kind import is_number
from ..core.needs import needs
from ..core.other_versions import refuse_misread
from ..core.records import Record
from ..core.roles import by_role, text_of
from ..core.several import files_given, records_given, refusal, text_given
from .completeness import lacking_in
from .envelope import date_produced_of
from .exam_series import ExamSeries, exam_series_of

if TYPE_CHECKING:
    from ..by_role import Component, Option, Syllabus

HEADER = "centre_header"
OPTION_CODE = "option.code"
SYLLABUS_OF_OPTION = "option.syllabus_code"
DISALLOWED_CODES = ("disallowed.first_code", "disallowed.second_code", "disallowed.third_code")
LINK_CODES = ("link.option_code", "link.component_code")

needs("options by their codes", ("option",), {OPTION_CODE: ()})
needs("disallowed combinations by syllabus", ("option",), {SYLLABUS_OF_OPTION: ()})
needs("syllabuses by their codes", ("syllabus",), {"syllabus.code": ()})
needs("components by their codes", ("component",), {"component.code": ()})
needs("the components of an option", ("link",), dict.fromkeys(LINK_CODES, ()))
needs("disallowed combinations", ("disallowed",), dict.fromkeys(DISALLOWED_CODES, ()))


def refuse_other_basedata(basedata: object) -> None:
    """Raises JcqError for anything that is neither basedata nor None, such as a path."""
    sets = basedata.values() if isinstance(basedata, Mapping) else [basedata]
    for one in sets if basedata is not None else ():
        if not isinstance(one, Basedata):
            needed = "read it first, and give what jcq.read_basedata(path) gives"
            raise refusal("basedata", needed, one)


class Pattern(NamedTuple):
    """A code in a disallowed combination: an option, a syllabus, or all codes with this beginning.

    In some files a blank precedes the wildcard. Its meaning is not established; the prefix is
    matched without it (grade D).
    """

    text: str
    prefix: bool
    doubtful: bool = False

    def __str__(self) -> str:
        return f"{self.text}*" if self.prefix else self.text

    def matches(self, code: str) -> bool:
        """Whether it matches the code of an option or syllabus."""
        return code.startswith(self.text) if self.prefix else code == self.text


CODE = "the code of an option is needed"

MOST_REMEMBERED = 50_000
"""The most options whose combinations are cached; no set has so many."""


@dataclass(slots=True)
class Basedata:
    """The records of a set by code; ``combinations`` are the disallowed combinations."""

    options: dict[str, Option] = field(default_factory=dict)
    syllabuses: dict[str, Syllabus] = field(default_factory=dict)
    components: dict[str, Component] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    combinations: list[tuple[Pattern, ...]] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    _meaning: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    _incomplete: list[str] | None = None

    def __repr__(self) -> str:
        return f"Basedata({self.issue})"

    @property
    def issue(self) -> str:
        """The issue of the options: the file's name, or its number."""
        for file in self.files:
            if any(record.ROLE == "option" for record in file.records):
                name = PurePath(file.name).name or "options"
                numbers = (text_of(r, "file.sequence_number") for r in file if r.ROLE == HEADER)
                number = next(numbers, "")
                return f"{name}, issue {number}" if number is not None else name
        return "no options"

    @property
    def date_produced(self) -> datetime.date | None:
        """The production date of the newest file; None if no date can be decoded."""
        newest = max(map(_date_produced, self.files), default=datetime.date.min)
        return newest if newest > datetime.date.min else None

    @property
    def incomplete(self) -> list[str]:
        """The incomplete files, and what each lacks; empty if all are complete."""
        if self._incomplete is None:
            lacks = ((PurePath(f.name).name, _lacking(f)) for f in self.files)
            self._incomplete = [f"{name} ({'; '.join(found)})" for name, found in lacks if found]
        return self._incomplete

    @property
    def exam_series(self) -> ExamSeries | None:
        """The series in the headers of its files; None if there is none."""
        return exam_series_of(self.files[0]) if self.files else None

    @classmethod
    def of_files(cls, files: File | Iterable[File]) -> Basedata:
        """The set made up of these files. Of two files of one data type the later issue counts; of
        the same issue given twice, the file that is complete."""
        latest: dict[str, File] = {}
        for file in files_given(files, "files"):
            refuse_misread(file, file.format, file.name)
            letter = file.data_type.code if file.data_type is not None else ""
            if letter not in latest or _is_later(file, latest[letter]):
                latest[letter] = file
        found = cls()
        found.files = [*latest.values()]
        for file in found.files:
            for record in file.records:
                found.add(record)
        return found

    @classmethod
    def of(cls, records: Iterable[Record]) -> Basedata:
        """The set made up of these records, of any data types; other records are ignored."""
        found = cls()
        for record in records_given(records, "records"):
            found.add(record)
        return found

    def add(self, record: Record) -> None:
        """Adds a record to the set; one without a code, in a version that has none, is ignored.
        Raises JcqError if it is not a record."""
        if not isinstance(record, Record):
            raise refusal("record", "a record is needed", record)
        self._meaning.clear()
        found: Any = record
        match record.ROLE:
            case "option":
                _put(self.options, text_of(record, OPTION_CODE), found)
            case "syllabus":
                _put(self.syllabuses, text_of(record, "syllabus.code"), found)
            case "component":
                _put(self.components, text_of(record, "component.code"), found)
            case "link":
                option, component = (text_of(record, role) for role in LINK_CODES)
                if option is not None and component is not None:
                    self.links.setdefault(option, []).append(component)
            case "disallowed":
                self.combinations.append(disallowed_patterns(record))

    def are_disallowed(self, first: str, second: str) -> bool:
        """Whether one candidate may not be entered for these two different options."""
        return bool(self.disallowed_pairs((first, second)))

    def disallowed_pairs(self, codes: Iterable[str]) -> list[tuple[str, str, Pattern, Pattern]]:
        """The disallowed pairs among these options, with the codes that disallow them.

        An option never excludes itself.
        """
        meant: dict[int, list[tuple[str, int]]] = {}
        if isinstance(codes, (str, bytes)):
            raise refusal("codes", 'a list of options is needed, such as ["1MAH", "1MAF"]', codes)
        for code in dict.fromkeys(text_given(code, "codes", CODE) for code in codes):
            for index, place in self._combinations_of(code):
                meant.setdefault(index, []).append((code, place))
        found: dict[tuple[str, str], tuple[str, str, Pattern, Pattern]] = {}
        for index, places in meant.items():
            patterns = self.combinations[index]
            for at, (first, one) in enumerate(places):
                for second, other in places[at + 1 :]:
                    if first != second and one != other:
                        pair = (first, second, patterns[one], patterns[other])
                        found.setdefault((first, second), pair)
        return list(found.values())

    def _combinations_of(self, code: str) -> list[tuple[int, int]]:
        """The combinations that match an option, with the position of the matching code in each;
        cached."""
        if len(self._meaning) >= MOST_REMEMBERED:
            self._meaning.clear()
        if code not in self._meaning:
            names = self.names_of(code)
            self._meaning[code] = [
                (index, place)
                for index, patterns in enumerate(self.combinations)
                for place, pattern in enumerate(patterns)
                if any(map(pattern.matches, names))
            ]
        return self._meaning[code]

    def names_of(self, option: str) -> tuple[str, ...]:
        """The codes by which a combination can match an option: its own, and that of its
        syllabus."""
        record = self.options.get(text_given(option, "option", CODE))
        syllabus = text_of(record, SYLLABUS_OF_OPTION) if record is not None else None
        return (option, syllabus) if syllabus else (option,)


def disallowed_patterns(record: Record) -> tuple[Pattern, ...]:
    """The patterns in a disallowed combination, without blank ones."""
    return tuple(pattern for _, pattern in patterns_by_field(record))


def patterns_by_field(record: Record) -> Iterator[tuple[Field, Pattern]]:
    """The same, each with the field of its code."""
    for role in DISALLOWED_CODES:
        found = by_role(record, role)
        text = found[1].text(found[0].name).rstrip(" ") if found is not None else ""
        if found is not None and text:
            yield found[0], _pattern(text, found[0].wildcard)


def _put(records: dict[str, Any], code: str | None, record: Record) -> None:
    if code is not None:
        records[code] = record


def _pattern(text: str, wildcard: str) -> Pattern:
    if wildcard and text.endswith(wildcard):
        before = text.removesuffix(wildcard)
        return Pattern(before.rstrip(" "), True, before.endswith(" "))
    return Pattern(text, False)


def established_grades(option: Record, gradeset_role: str) -> tuple[str, ...]:
    """The grades of the option's gradeset, highest first; empty if they are not established.

    Which grades a gradeset contains is of grade D.
    """
    found = by_role(option, gradeset_role)
    if found is None or not isinstance(found[0].kind, Code):
        return ()
    gradeset = found[1].text(found[0].name).rstrip(" ")
    return found[0].kind.list_of(found[1], gradeset).stands_for.get(gradeset, ())


def _is_later(file: File, other: File) -> bool:
    """Whether a file is a later issue than another; for the same issue, whether it is complete or
    the other is incomplete too."""
    issue, known = _issue_of(file), _issue_of(other)
    if issue != known:
        return issue > known
    return not _lacking(file) or bool(_lacking(other))


def _lacking(file: File) -> list[str]:
    """What a file lacks, each in a few words; empty if it is complete."""
    return lacking_in([[record.line for record in file]], file.format)


def _issue_of(file: File) -> tuple[int, datetime.date]:
    """The number of an issue, and its production date."""
    numbers = (text_of(record, "file.sequence_number") for record in file)
    return next((int(n) for n in numbers if n and is_number(n)), 0), _date_produced(file)


def _date_produced(file: File) -> datetime.date:
    """The production date of a file, by its last trailer; the earliest date if it gives none."""
    made = (date_produced_of(line.record) for line in reversed(file.lines))
    return next(filter(None, made), datetime.date.min)
