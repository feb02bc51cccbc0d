"""Invented candidates: who they are, what they take, how able they are, by number alone."""  # Copied from generator/runtime/testing/candidates.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from ..exams.basedata import Basedata
from ..identifiers import uci, uln, upn
from .courses import Course, Graded
from .people import FORENAMES, SURNAMES


@dataclass(frozen=True, slots=True)
class Person:
    """An invented candidate. ``ability`` is between 0 and 1."""

    centre_number: str
    candidate_number: str
    candidate_name: str
    sex: str
    date_of_birth: datetime.date
    uci: str
    upn: str
    uln: str
    ability: float


def person(seed: int, year: int, centre_number: str, number: int) -> Person:
    """The candidate of a centre with this number, always the same for the same seed."""
    random = Random(f"{seed} person {centre_number} {number}").random
    serial = int(centre_number) * 10_000 + number
    forenames = [pick(FORENAMES, random()) for _ in range(1 + int(2 * random()))]
    ability = (random() + random() + random()) / 3
    born = datetime.date(year - 17, 9, 1) + datetime.timedelta(int(365 * random()))
    return Person(
        centre_number=centre_number,
        candidate_number=f"{number:04}",
        candidate_name=f"{pick(SURNAMES, random())}:{' '.join(dict.fromkeys(forenames))}",
        sex="FM"[random() < 0.5],
        date_of_birth=born,
        uci=_uci(centre_number, year, number),
        upn=upn.made_up(serial) if random() < 0.8 else "",
        uln=uln.made_up(serial),
        ability=ability,
    )


def _uci(centre_number: str, year: int, number: int) -> str:
    """A UCI that the centre itself gave, two years before."""
    body = f"{centre_number}0{(year - 2) % 100:02}{number:04}"
    return body + uci.calc_check_digit(body)


def pick(values: Sequence[str], share: float) -> str:
    """The value at this share of the way through."""
    return values[int(share * len(values))]


class Timetable:
    """What candidates can take together."""

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
        """Adds so many courses to what is taken, or fewer where they exclude one another."""
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
