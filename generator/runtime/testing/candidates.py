"""Invented candidates: identity, courses and ability, all derived from their numbers."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, NamedTuple

from ..core.fields import Field, Identifier
from ..core.formats import Format
from ..core.kinds.code import Code
from ..core.places import Place
from ..core.roles import fields_by_role
from ..exams.basedata import Basedata
from ..exams.entries import CANDIDATE_NUMBER
from ..exams.envelope import CENTRE_NUMBER
from ..exams.people import FORENAMES, SURNAMES
from ..identifiers import uci
from .courses import Course, Graded

UCI = "candidate.uci"
SEX = "candidate.sex"
DATE_OF_BIRTH = "candidate.date_of_birth"
SOME = {"candidate.upn": 0.8}
"""Identifiers that only some candidates have, with the share of those who do."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """The particulars of candidates in the records of a version: the widths of numbers, the codes
    for sex, and the identifiers, by role."""

    centre_width: int
    number_width: int
    sexes: tuple[str, ...]
    identifiers: Mapping[str, Identifier]

    @classmethod
    def of(cls, form: Format) -> Particulars:
        """The particulars of a version; a field that no record has gets width 0, or is left out."""
        fields: dict[str, Field] = {}
        for record in form.records.values():
            if record.PLACE is Place.DATA:
                fields = {**fields_by_role(record), **fields}
        sex = fields[SEX].kind if SEX in fields else None
        return cls(
            centre_width=_width(fields, CENTRE_NUMBER),
            number_width=_width(fields, CANDIDATE_NUMBER),
            sexes=tuple(sex.codes) if isinstance(sex, Code) else (),
            identifiers={
                role: field.identifier
                for role, field in fields.items()
                if field.identifier is not None
            },
        )

    @property
    def most_centres(self) -> int:
        """The number of centres that can be numbered."""
        return int(10**self.centre_width) - 1

    @property
    def most_in_a_centre(self) -> int:
        """The number of candidates of a centre that can be numbered; late entries need some."""
        return 9 * int(10 ** (self.number_width - 1)) if self.number_width else 0

    def centre_number(self, number: int) -> str:
        """The number of a centre, from the highest downwards."""
        return f"{self.most_centres - number:0{self.centre_width}}"


def _width(fields: Mapping[str, Field], role: str) -> int:
    return fields[role].width if role in fields else 0


@dataclass(frozen=True, slots=True)
class Person:
    """An invented candidate: the values in records, by role, and a unique number. ``ability`` is
    between 0 and 1."""

    serial: int
    values: Mapping[str, Any]
    ability: float

    @property
    def centre_number(self) -> str:
        """The number of the centre."""
        number: str = self.values[CENTRE_NUMBER]
        return number

    @property
    def candidate_number(self) -> str:
        """The number within the centre."""
        number: str = self.values[CANDIDATE_NUMBER]
        return number


def person(
    seed: int, year: int, centre_number: str, number: int, particulars: Particulars
) -> Person:
    """The candidate of a centre with this number; always the same for the same seed."""
    random = Random(f"{seed} person {centre_number} {number}").random
    serial = int(centre_number) * 10_000 + number
    forenames = [pick(FORENAMES, random()) for _ in range(1 + int(2 * random()))]
    ability = (random() + random() + random()) / 3
    born = datetime.date(year - 17, 9, 1) + datetime.timedelta(int(365 * random()))
    values: dict[str, Any] = {
        CENTRE_NUMBER: centre_number,
        CANDIDATE_NUMBER: f"{number:0{particulars.number_width}}",
        "candidate.name": f"{pick(SURNAMES, random())}:{' '.join(dict.fromkeys(forenames))}",
        DATE_OF_BIRTH: born,
    }
    sex = random()
    if particulars.sexes:
        values[SEX] = particulars.sexes[-1 - int(sex * len(particulars.sexes))]
    for role, identifier in particulars.identifiers.items():
        if role == UCI and identifier is uci:
            values[role] = _uci(centre_number, year, number)
        elif role not in SOME or random() < SOME[role]:
            values[role] = identifier.made_up(serial)
    return Person(serial, values, ability)


def last_birth(year: int) -> datetime.date:
    """The latest date of birth of candidates of a year."""
    return datetime.date(year - 16, 8, 31)


def _uci(centre_number: str, year: int, number: int) -> str:
    """A UCI issued by the centre itself, two years before."""
    body = f"{centre_number[-5:]:0>5}0{(year - 2) % 100:02}{number % 10_000:04}"
    return body + uci.calc_check_digit(body)


def pick(values: Sequence[str], share: float) -> str:
    """The value at this share of the sequence."""
    return values[int(share * len(values))]


class Enrolled(NamedTuple):
    """A candidate, the options entered for at first, and those after amendments."""

    who: Person
    first: list[Graded] | None
    last: list[Graded]


class Timetable:
    """The courses that candidates can take together."""

    def __init__(self, courses: tuple[Course, ...], basedata: Basedata) -> None:
        self.linear = [course for course in courses if not course.units] or list(courses)
        self.modular = [course for course in courses if course.units] or list(courses)
        self.are_disallowed = functools.lru_cache(100_000)(basedata.are_disallowed)

    def chosen(self, random: Random) -> list[Graded]:
        """The options of one candidate, none of which excludes another."""
        taken: list[Graded] = []
        if random.random() < 0.2:
            self._take(self.modular, 2 + int(2 * random.random()), taken, random)
            if random.random() < 0.2:
                self._take(self.linear, 5, taken, random)
        else:
            self._take(self.linear, 4 + int(5 * random.random()), taken, random)
        return taken

    def _take(
        self, courses: list[Course], wanted: int, taken: list[Graded], random: Random
    ) -> None:
        """Adds up to ``wanted`` courses that do not exclude one another."""
        for _ in range(3 * wanted):
            course = courses[int(random.random() * len(courses))]
            options = list(_of_course(course, random.random()))
            known = {option.code for option in taken}
            if any(option.code in known for option in options) or self._clash(options, taken):
                continue
            taken += options
            wanted -= 1
            if not wanted:
                return

    def _clash(self, options: list[Graded], taken: list[Graded]) -> bool:
        codes = [option.code for option in options]
        return any(
            self.are_disallowed(code, other)
            for i, code in enumerate(codes)
            for other in (*codes[i + 1 :], *(option.code for option in taken))
        )


def _of_course(course: Course, share: float) -> Iterator[Graded]:
    yield course.certifications[int(share * len(course.certifications))]
    yield from course.units
