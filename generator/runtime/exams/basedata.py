"""A basedata set: options, syllabuses, links and components of one series, looked up by code."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
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
from ..core.several import files_given, records_given, refusal
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


class Pattern(NamedTuple):
    """A code of a disallowed combination: an option, a syllabus, or all that begin so.

    In some files a blank stands before the wildcard; what it means is not established, and the
    prefix is matched without it (grade D).
    """

    text: str
    prefix: bool
    doubtful: bool = False

    def __str__(self) -> str:
        return f"{self.text}*" if self.prefix else self.text

    def matches(self, code: str) -> bool:
        """Whether the code of an option or syllabus is meant."""
        return code.startswith(self.text) if self.prefix else code == self.text


MOST_REMEMBERED = 50_000
"""How many options are remembered with the combinations that mean them; no set has as many."""


@dataclass(slots=True)
class Basedata:
    """The records of a set by their codes; ``combinations`` holds what may not be held together."""

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
        """Which issue of the options this is: the file's name, or its number."""
        for file in self.files:
            if any(record.ROLE == "option" for record in file.records):
                name = PurePath(file.name).name or "options"
                numbers = (text_of(r, "file.sequence_number") for r in file if r.ROLE == HEADER)
                number = next(numbers, "")
                return f"{name}, issue {number}" if number is not None else name
        return "no options"

    @property
    def date_produced(self) -> datetime.date | None:
        """When the newest of its files was made; None where none can be read."""
        newest = max(map(_date_produced, self.files), default=datetime.date.min)
        return newest if newest > datetime.date.min else None

    @property
    def incomplete(self) -> list[str]:
        """Which of its files are not all there, and what each lacks; empty where all are."""
        if self._incomplete is None:
            lacks = ((PurePath(f.name).name, _lacking(f)) for f in self.files)
            self._incomplete = [f"{name}: {'; '.join(found)}" for name, found in lacks if found]
        return self._incomplete

    @property
    def exam_series(self) -> ExamSeries | None:
        """The series in the headers of its files; None where it has none."""
        return exam_series_of(self.files[0]) if self.files else None

    @classmethod
    def of_files(cls, files: File | Iterable[File]) -> Basedata:
        """The set that these files make. Of two files of one data type the later issue counts; of
        one issue that came twice, the file that is complete. Raises FormatError where a record has
        the layout of another version than its file."""
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
        """The set that these records make, of whatever data types; others are passed over."""
        found = cls()
        for record in records_given(records, "records"):
            found.add(record)
        return found

    def add(self, record: Record) -> None:
        """One more record of the set; one without a code, in a version that has none, is passed
        over."""
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
        """Whether one candidate may not hold these two different options."""
        return bool(self.disallowed_pairs((first, second)))

    def disallowed_pairs(self, codes: Iterable[str]) -> list[tuple[str, str, Pattern, Pattern]]:
        """Of these options, the pairs that cannot be held together, with the codes that say so.

        An option never excludes itself.
        """
        meant: dict[int, list[tuple[str, int]]] = {}
        if isinstance(codes, (str, bytes)):
            raise refusal("codes", 'a list of options is needed, such as ["1MAH", "1MAF"]', codes)
        for code in dict.fromkeys(codes):
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
        """The combinations that mean an option, and as which of their codes; found once."""
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
        """The codes by which a combination can mean an option: its own, and its syllabus'."""
        record = self.options.get(option)
        syllabus = text_of(record, SYLLABUS_OF_OPTION) if record is not None else None
        return (option, syllabus) if syllabus else (option,)


def disallowed_patterns(record: Record) -> tuple[Pattern, ...]:
    """What the codes of a disallowed combination stand for; blank ones for nothing."""
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
    """The grades, highest first, that the option's gradeset stands for; none where it is not known.

    Which grades a gradeset stands for is of grade D.
    """
    found = by_role(option, gradeset_role)
    if found is None or not isinstance(found[0].kind, Code):
        return ()
    gradeset = found[1].text(found[0].name).rstrip(" ")
    return found[0].kind.list_of(found[1], gradeset).stands_for.get(gradeset, ())


def _is_later(file: File, other: File) -> bool:
    """Whether a file is a later issue than another; of one issue that came twice, whether it is
    complete or the other is not either."""
    issue, known = _issue_of(file), _issue_of(other)
    if issue != known:
        return issue > known
    return not _lacking(file) or bool(_lacking(other))


def _lacking(file: File) -> list[str]:
    """What a file lacks, each in a few words; empty where it is all there."""
    return lacking_in([[record.line for record in file]], file.format)


def _issue_of(file: File) -> tuple[int, datetime.date]:
    """The number of an issue, and when it was made."""
    numbers = (text_of(record, "file.sequence_number") for record in file)
    return next((int(n) for n in numbers if n and is_number(n)), 0), _date_produced(file)


def _date_produced(file: File) -> datetime.date:
    """When a file was made, by its last trailer; the earliest of dates where it does not say."""
    made = (date_produced_of(line.record) for line in reversed(file.lines))
    return next(filter(None, made), datetime.date.min)
