"""The invented world: its files, and their records one by one."""  # Copied from generator/runtime/testing/world.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from ..core.errors import BuildError
from ..core.files import File
from ..core.formats import Format, load
from ..core.issues import Severity
from ..core.messages.message import Message
from ..core.names import name_of
from ..core.places import Place
from ..core.records import Record
from ..core.roles import record_of_role, records_of_role, text_of
from ..core.several import number_given
from ..exams.basedata import Basedata
from ..exams.candidates import candidate_of
from ..exams.entries import CANDIDATE_NUMBER, ITEMS
from ..exams.envelope import CENTRE_NUMBER, Block, Envelope, broadcast_address
from ..exams.in_force import (
    full_year,
    series_as_written,
    series_of,
    version_wanted,
    year_as_written,
)
from ..exams.new_files import as_role, assembled, naming_headers
from ..exams.sequences import SENT_AFTER, SENT_FIRST
from .candidates import Enrolled, Particulars, Person, Timetable, person
from .component_results import Issued, Sat, made_up_message
from .courses import Graded, alternatives_among, courses_of, outcome_layout
from .filling import completed, completed_values
from .limits import refuse_late_births, refuse_too_many
from .made_up_basedata import VALUES, records_of
from .marking import forecast, outcome, values_of
from .writing import Planned, write_world

CHANGED, WITHDRAWN, LATE, ELSEWHERE = 0.04, 0.01, 0.02, 0.005
"""Shares of candidates whose entries change, who are withdrawn, who come late; and of results that
come back against another option of the syllabus."""

JUNE = "6G"
"""A series of June, as far as its characters are known; a version may have further ones."""

REGRADED = 3
"""How many results of a centre an update raises by a grade."""

HEADERS = 2
"""The number of records with which a file begins."""


class World:
    """A basedata set, and each centre's entries, amendments, forecast grades and results.

    ``candidates`` are divided among the ``centres``, which are numbered from 99999 downwards, or
    from the highest number of the version. Files for which the version has no records are left out.
    Without ``basedata``, the set is invented as well; with the files of a real one, candidates are
    entered for those of its options whose grades are established. The files are written in the
    version in force for the year and the series (by default one of June), unless ``version`` is
    given. With ``together``, the results of several centres are in one file, as an awarding body
    may send them. With ``updates``, results come in three files: qualifications, units, and then
    the qualifications again, three of them a grade higher. Raises BuildError if there are too many
    candidates for a centre, too many centres, no options whose grades are established, or if the
    records cannot satisfy the rules for a series or year.
    """

    def __init__(
        self,
        *,
        candidates: int = 200,
        centres: int = 1,
        seed: int = 1,
        awarding_body: str = "98",
        series: str = "",
        year: str = "26",
        basedata: Iterable[File] = (),
        version: str | None = None,
        together: bool = False,
        updates: bool = False,
    ) -> None:
        if together and updates:
            raise BuildError("updates are made for files of one centre, not for all together")
        self.together, self.updates = together, updates
        self.form: Format = load(version_wanted(version, series or JUNE, year))
        self.particulars = Particulars.of(self.form)
        if self.particulars.centre_width == 0:
            candidates = centres = 0
        else:
            refuse_too_many(candidates, centres, self.particulars)
        self.seed = seed
        self.full_year = full_year(year)
        self.awarding_body = awarding_body
        self.series = series_as_written(self.form, series) if series else series_of(self.form, JUNE)
        self.year = year_as_written(self.form, year)
        refuse_late_births(self.form, self.full_year)
        self.sizes = [
            candidates // centres + (number < candidates % centres) for number in range(centres)
        ]
        self.given = list(basedata)
        self._again = functools.partial(
            World,
            candidates=candidates,
            centres=centres,
            seed=seed,
            awarding_body=awarding_body,
            series=series,
            year=year,
            basedata=self.given,
            version=version,
            together=together,
            updates=updates,
        )
        self.basedata = Basedata.of(r for file in self.given or self.basedata_files() for r in file)
        self.result = self._record("result")
        self.courses = courses_of(self.basedata, self.result)
        if not self.courses:
            raise BuildError("the basedata has no option whose grades are established")
        self.timetable = Timetable(self.courses, self.basedata)
        certifications = [option for course in self.courses for option in course.certifications]
        self.qualifications = frozenset(option.code for option in certifications)
        self.alternatives = alternatives_among(certifications)
        self._enrolled: tuple[int, Sequence[Enrolled]] = (-1, ())
        self._refuse_wrong_headers()

    def _refuse_wrong_headers(self) -> None:
        """Tries the first file of each type, before anything is written."""
        for planned in itertools.islice(self.files(), len(self.form.data_types)):
            for record in itertools.islice(planned.records, HEADERS):
                wrong = [i for i in record.issues() if i.severity is Severity.ERROR]
                if wrong:
                    raise BuildError(f"{planned.name}: {wrong[0].message}")

    @property
    def centre_numbers(self) -> list[str]:
        """The numbers of the centres."""
        return [self.particulars.centre_number(number) for number in range(len(self.sizes))]

    def basedata_files(self) -> list[File]:
        """The files of the invented basedata set; empty for a given set."""
        if self.given:
            return []
        known = [role for role in VALUES if self._record(role) is not None]
        return [assembled(self.form, self._broadcast(role)) for role in known]

    def __reduce__(self) -> tuple[Callable[[], World], tuple[()]]:
        """In another process, the same world is invented again."""
        return self._again, ()

    def files(self) -> Iterator[Planned]:
        """All files, one by one; the records of each must be consumed before the next."""
        yield from self.files_of_set()
        for centre in range(len(self.sizes)):
            yield from self.files_of(centre)
        yield from self.files_together()

    def files_of_set(self) -> Iterator[Planned]:
        """The files of the invented basedata set."""
        return (Planned(file.name, iter(file)) for file in self.basedata_files())

    def files_of(self, centre: int) -> Iterator[Planned]:
        """The files of a centre, by its place among the centres."""
        for make, sequence in (
            (self.entries, 1),
            (self.amendments, 2),
            (self.forecasts, 1),
            *self._results_files(),
        ):
            number = self.centre_numbers_at(centre)
            yield from self._planned([self._block(number, make(centre), sequence)])

    def files_together(self) -> Iterator[Planned]:
        """The file of the results of all centres, if they are together."""
        if self.together:
            centres = enumerate(self.centre_numbers)
            yield from self._planned([self._block(c, self.results(n), 1) for n, c in centres])

    def write(
        self,
        folder: str | Path,
        *,
        progress: Callable[[str], None] | None = None,
        component_results: bool = False,
        jobs: int = 1,
    ) -> dict[str, int]:
        """Writes all files into a folder and returns the number of lines of each; in memory for one
        centre.

        ``progress`` is called with the name of each file; ``component_results`` adds those of each
        centre, in XML. ``jobs`` is the number of processes that share the centres; the files are
        the same. Raises OSError, and JcqError if a process ends before its work is done.
        """
        return write_world(
            self, Path(folder), progress, component_results, number_given(jobs, "jobs")
        )

    def component_results(self, centre: int) -> Message | None:
        """The component results of a centre, in XML; None if candidates have none."""
        issued = Issued(
            self.awarding_body,
            self.centre_numbers_at(centre),
            datetime.datetime(self.full_year, 8, 13, 0, 1, tzinfo=datetime.UTC),
        )
        random = Random(f"{self.seed} components {issued.centre_number}")
        sat = (Sat(who, self._components(last)) for who, _, last in self.enrolled(centre))
        return made_up_message(issued, sat, self.basedata, random)

    def _components(self, options: list[Graded]) -> tuple[str, ...]:
        """The components of options, each once."""
        links = self.basedata.links
        return tuple(dict.fromkeys(c for option in options for c in links.get(option.code, ())))

    def entries(self, centre: int) -> Iterator[Record]:
        """The entry records of a centre, by its place among the centres."""
        if self._record(SENT_FIRST) is None:
            return
        for who, first, _ in self.enrolled(centre):
            if first is not None:
                yield from self._entered(who, first)

    def amendments(self, centre: int) -> Iterator[Record]:
        """The amendments of a centre: changed, withdrawn and late candidates."""
        if self._record(SENT_FIRST) is None or self._record(SENT_AFTER) is None:
            return
        for who, first, last in self.enrolled(centre):
            if first != last:
                for record in self._entered(who, last):
                    yield as_role(self.form, record, SENT_AFTER)

    def forecasts(self, centre: int) -> Iterator[Record]:
        """The forecast grades of a centre."""
        record = self._record("forecast")
        if record is None:
            return
        for who, _, last in self.enrolled(centre):
            random = self._random("forecast", who)
            for option in last:
                if option.forecasts:
                    grade = forecast(option, who.ability, random)
                    about = {"forecast.option_code": option.code, "forecast.first_grade": grade}
                    yield completed(record, {**who.values, **about}, who.serial)

    def results(self, centre: int) -> Iterator[Record]:
        """The results of a centre."""
        return self._results(centre, 0)

    def _results(self, centre: int, grades: int) -> Iterator[Record]:
        """The same, that many grades higher."""
        if self.result is None:
            return
        for who, _, last in self.enrolled(centre):
            random = self._random("result", who)
            for option in last:
                yield self._result(self.result, who, option, random, grades)

    def _results_files(self) -> list[tuple[Callable[[int], Iterator[Record]], int]]:
        """What makes the records of each results file of a centre, and its number."""
        if self.updates:
            return [(self.of_qualifications, 1), (self.of_units, 2), (self.updated, 3)]
        return [] if self.together else [(self.results, 1)]

    def of_qualifications(self, centre: int) -> Iterator[Record]:
        """The results of a centre but for units."""
        return (r for r in self.results(centre) if self._is_of_qualification(r))

    def of_units(self, centre: int) -> Iterator[Record]:
        """The results of a centre in units."""
        return (r for r in self.results(centre) if not self._is_of_qualification(r))

    def updated(self, centre: int) -> Iterator[Record]:
        """The results but for units, some of them a grade higher; of one candidate one at most."""
        left = REGRADED
        seen = ""
        raised = self._results(centre, 1)
        for record, higher in zip(self.results(centre), raised, strict=True):
            if not self._is_of_qualification(record):
                continue
            who = text_of(record, CANDIDATE_NUMBER) or ""
            is_regraded = left > 0 and who != seen and higher.line != record.line
            if is_regraded:
                left, seen = left - 1, who
            yield higher if is_regraded else record

    def _is_of_qualification(self, record: Record) -> bool:
        return (text_of(record, "result.option_entry_code") or "").strip() in self.qualifications

    def enrolled(self, centre: int) -> Sequence[Enrolled]:
        """The candidates of a centre with their first and last entries; the last centre asked for
        is remembered."""
        known, candidates = self._enrolled
        if known != centre:
            candidates = list(self._enrol(centre))
            self._enrolled = centre, candidates
        return candidates

    def _enrol(self, centre: int) -> Iterator[Enrolled]:
        size = self.sizes[centre]
        late = int(size * LATE + 0.5)
        at = self.centre_numbers_at(centre)
        for number in range(1, size + 1):
            who = person(self.seed, self.full_year, at, number, self.particulars)
            random = self._random("entry", who)
            last = self.timetable.chosen(random)
            if number > size - late:
                yield Enrolled(who, None, last)
                continue
            share = random.random()
            if share < WITHDRAWN:
                yield Enrolled(who, last, [])
            elif share < WITHDRAWN + CHANGED:
                yield Enrolled(who, last, self.timetable.chosen(random))
            else:
                yield Enrolled(who, last, last)

    def centre_numbers_at(self, centre: int) -> str:
        """The number of one centre."""
        return self.particulars.centre_number(centre)

    def _random(self, what: str, who: Person) -> Random:
        return Random(f"{self.seed} {what} {who.centre_number} {who.candidate_number}")

    def _entered(self, who: Person, options: list[Graded]) -> tuple[Record, ...]:
        _, record = record_of_role(self.form, SENT_FIRST)
        values = {**who.values, ITEMS: [option.code for option in options]}
        named = completed_values(record, values, who.serial)
        return candidate_of(self.form.version, named).records

    def _result(
        self, result: type[Record], who: Person, entered: Graded, random: Random, grades: int
    ) -> Record:
        option = entered
        others = self.alternatives.get(entered.code, ())
        if others and random.random() < ELSEWHERE:
            option = others[int(random.random() * len(others))]
        layout = outcome_layout(result, option.result_type)
        assert layout is not None
        steps = max(map(len, option.grades.values()), default=1)
        ability = who.ability + grades / steps
        about = {
            "result.option_entry_code": entered.code,
            "result.option_result_code": option.code,
            "result.type": option.result_type,
            "result.outcome": outcome(layout, values_of(option, ability, random)),
        }
        return completed(result, {**who.values, **about}, who.serial)

    def _record(self, role: str) -> type[Record] | None:
        """The record with this role; None if the version has none."""
        return next((record for _, record in records_of_role(self.form, role)), None)

    def _broadcast(self, role: str) -> Iterator[Record]:
        letter, _ = record_of_role(self.form, role)
        address = broadcast_address(self.series, self.year)
        records = records_of(self.form, role, self.full_year)
        produced = datetime.date(self.full_year, 1, 12)
        return self._envelope(letter, produced).around(self.form, [Block(address, records)])

    def _block(self, centre: str, records: Iterator[Record], sequence: int) -> tuple[str, Block]:
        """One centre's block after its data type; empty without records."""
        first = list(itertools.islice(records, 1))
        block = Block(
            {CENTRE_NUMBER: centre}, itertools.chain(first, records), sequence, "ZZ99 9ZZ"
        )
        return (first[0].line[:1] if first else ""), block

    def _planned(self, made: list[tuple[str, Block]]) -> Iterator[Planned]:
        """The file of these blocks; none if all are empty."""
        blocks = [block for letter, block in made if letter]
        if not blocks:
            return
        letter = next(letter for letter, _ in made if letter)
        produced = datetime.date(self.full_year, 2, 20)
        envelope = self._envelope(letter, produced)
        all_records = envelope.around(self.form, blocks)
        first: list[Record] = []
        for record in all_records:
            first.append(record)
            if record.PLACE is Place.CENTRE_HEADER:
                break
        name = name_of(self.form.file_names, naming_headers(first))
        yield Planned(name, itertools.chain(first, all_records))

    def _envelope(self, letter: str, produced: datetime.date) -> Envelope:
        return Envelope(
            data_type=letter,
            awarding_body=self.awarding_body,
            series=self.series,
            year=self.year,
            software_package="SAMPLE",
            software_version="001",
            date_produced=produced,
        )
