"""Checking many files, each by itself and with all that belongs to it."""

from __future__ import annotations

import functools
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from ..core.errors import JcqError
from ..core.files import File
from ..core.formats import load
from ..core.issues import Issue
from ..core.places import Place
from ..core.reading import Opened, opened
from ..core.records import Record, UnknownRecord
from ..core.roles import text_of
from ..core.sources import Source, sources_at
from ..exams.basedata import Basedata
from ..exams.basedata_sets import read_source, sets_by_series
from ..exams.entries import has_entries
from ..exams.envelope import CENTRE_NUMBER
from ..exams.exam_series import SERIES_ROLES, ExamSeries, exam_series_of
from ..exams.sequences import SENT_AFTER, SENT_FIRST, sequence_issues, sequence_number_of
from .context import Context, VerdictsByRole
from .engine import FileCheck
from .one_file import in_order, issues_of
from .rules.entered import entered_by
from .rules.sequences import second_entries
from .rules.sets import issues_of_set
from .settings import Settings

HEADERS = 3
"""How many records are read to tell what a file belongs to."""


def check_files(
    *paths: str | os.PathLike[str],
    basedata: Iterable[str | os.PathLike[str]] = (),
    version: str | None = None,
    disable: Collection[str] = (),
    only: Collection[str] = (),
    severity: Mapping[str, str] | None = None,
) -> Iterator[Issue]:
    """What is wrong with files, folders and zips, each by itself and with what belongs to it.

    ``basedata`` names further basedata, which is not checked itself; the other arguments are those
    of `check`. Raises what `check` raises, where the first file that cannot be read stands.
    """
    form = load(version) if version is not None else None
    checking = Checking(
        [source for path in paths for source in sources_at(os.fspath(path)).found],
        [source for path in basedata for source in sources_at(os.fspath(path)).found],
        Settings.of(form, disable=disable, only=only, severity=severity),
        version,
    )
    for checked in checking.files():
        if checked.error is not None:
            raise checked.error
        yield from in_order(checked.issues)


@dataclass(slots=True)
class Belonging:
    """What a file belongs to, by its headers."""

    source: Source
    series: ExamSeries
    centre_number: str
    role: str
    is_basedata: bool


@dataclass(slots=True)
class Checked:
    """One file's check: take its issues, then ask how many lines there were."""

    name: str
    issues: Iterator[Issue]
    check: FileCheck | None = None
    error: Exception | None = None

    @property
    def lines(self) -> int:
        """How many lines were read so far."""
        return self.check.lines if self.check is not None else 0


@dataclass(slots=True)
class Checking:
    """The check of many files, sorted by exam series: basedata, entries, amendments, forecasts and
    results of a series are checked against each other.

    ``sources`` are checked, each once; ``beside`` is further basedata. ``basedata_used`` has the
    issue of the basedata of each series, as soon as a file was checked against it.
    """

    sources: list[Source]
    beside: list[Source] = field(default_factory=list)
    settings: Settings = field(default_factory=Settings)
    version: str | None = None
    unreadable: list[Exception] = field(default_factory=list)
    basedata_used: dict[ExamSeries, str] = field(default_factory=dict)
    _verdicts: dict[ExamSeries, VerdictsByRole] = field(default_factory=dict, repr=False)
    _sent: dict[tuple[ExamSeries, str], list[Source]] = field(default_factory=dict, repr=False)

    def files(self) -> Iterator[Checked]:
        """The checks of one file after the other, then those of all files together."""
        sources = list({source.name: source for source in self.sources}.values())
        belonging = {s.name: found for s in sources if (found := self._belonging(s))}
        for found in belonging.values():
            if found.role in (SENT_FIRST, SENT_AFTER):
                key = found.series, found.centre_number
                self._sent.setdefault(key, []).append(found.source)
        own = [b for b in belonging.values() if b.is_basedata]
        sets = self._basedata(own)
        for source in sources:
            context = self._context(belonging.get(source.name), sets)
            yield from self._checked(source, context)
        yield Checked("", self._judged(self._together({b.series for b in own}, sets)))

    def _belonging(self, source: Source) -> Belonging | None:
        """What a file belongs to; None where it cannot be read: its check will say why."""
        try:
            with source.open() as stream, opened(stream, self.version, source.name) as found:
                records = list(_first_records(found))
                form = found.format
        except (JcqError, OSError):
            return None
        values = {
            role: next((t for t in (text_of(r, role) for r in records) if t), "")
            for role in (*SERIES_ROLES, CENTRE_NUMBER)
        }
        letter = next((r.line[:1] for r in records if r.line[:1] in form.data_types), "")
        data_type = form.data_types.get(letter)
        role = next(
            (
                r.ROLE
                for key, r in form.records.items()
                if key[0] == letter and r.PLACE is Place.DATA
            ),
            "",
        )
        return Belonging(
            source,
            ExamSeries(*(values[role] for role in SERIES_ROLES)),
            values[CENTRE_NUMBER],
            role,
            data_type is not None and data_type.direction == "broadcast",
        )

    def _basedata(self, own: list[Belonging]) -> dict[ExamSeries, Basedata]:
        """The sets among the files and beside them."""
        among = [(b.series, self._file(b.source)) for b in own]
        beside = [self._file(source) for source in self.beside]
        found = among + [(exam_series_of(file), file) for file in beside if file is not None]
        return sets_by_series((series, file) for series, file in found if file is not None)

    def _file(self, source: Source) -> File | None:
        try:
            return read_source(source, self.version)
        except (JcqError, OSError) as error:
            if source in self.beside:
                self.unreadable.append(error)
            return None

    def _context(self, found: Belonging | None, sets: Mapping[ExamSeries, Basedata]) -> Context:
        """The basedata of a centre's file, by its series, and the entries of the centre."""
        if found is None or found.is_basedata:
            return Context()
        basedata = sets.get(found.series) or _of_unnamed_series(found.series, sets)
        if basedata is not None and not basedata.options:
            basedata = None
        missing = str(found.series) if sets and basedata is None else ""
        if basedata is not None:
            self.basedata_used[found.series] = basedata.issue
        entered_in = None
        if found.role not in (SENT_FIRST, SENT_AFTER):
            entered_in = functools.lru_cache(1)(partial(self._entered_in, found.series))
        return Context(basedata, entered_in, missing, self._verdicts.setdefault(found.series, {}))

    def _entered_in(self, series: ExamSeries, centre: str) -> frozenset[str] | None:
        """What a centre's candidates are entered for; None where its entries are not here."""
        try:
            files = self._in_sequence(series, centre)
        except (JcqError, OSError):
            return None
        if not any(_role_of(file) == SENT_FIRST for file in files):
            return None
        sent = (r for file in files for r in file if r.ROLE in (SENT_FIRST, SENT_AFTER))
        return frozenset(entered_by(files)) if all(map(has_entries, sent)) else None

    def _in_sequence(self, series: ExamSeries, centre: str) -> list[File]:
        """The entries of a centre, and then its amendments, by their sequence numbers.

        Raises JcqError where a file or its number cannot be read.
        """
        sent = self._sent.get((series, centre), ())
        files = [read_source(source, self.version) for source in sent]
        return sorted(files, key=lambda f: (_role_of(f) != SENT_FIRST, sequence_number_of(f)))

    def _checked(self, source: Source, context: Context) -> Iterator[Checked]:
        try:
            with (
                source.open() as stream,
                opened(stream, self.version, source.name, refuse_slipped=False) as found,
            ):
                check = FileCheck(found, self.settings, context)
                yield Checked(source.name, issues_of(check), check)
        except (JcqError, OSError) as error:
            self.unreadable.append(error)
            yield Checked(source.name, iter(()), error=error)

    def _together(
        self, own: Collection[ExamSeries], sets: Mapping[ExamSeries, Basedata]
    ) -> Iterator[Issue]:
        """The issues of basedata sets, and of a centre's entries and amendments together."""
        for series in sorted(own):
            if series in sets:
                yield from issues_of_set(sets[series])
        for series, centre in sorted(self._sent):
            if len(self._sent[series, centre]) == 1:
                continue
            try:
                files = self._in_sequence(series, centre)
                yield from sequence_issues(files[0], files[1:])
                if _role_of(files[0]) == SENT_FIRST:
                    yield from second_entries([f for f in files if _role_of(f) == SENT_FIRST])
            except (JcqError, OSError):
                # The files themselves say what is wrong with them.
                continue

    def _judged(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        return (self.settings.judged(issue) for issue in issues if self.settings.wants(issue.rule))


def _of_unnamed_series(series: ExamSeries, sets: Mapping[ExamSeries, Basedata]) -> Basedata | None:
    """The only set of the awarding body and year, for a file whose headers do not say the series:
    results with ?? have been seen, and what that means is not established."""
    fitting = [s for s in sets if (s.awarding_body, s.year) == (series.awarding_body, series.year)]
    return sets[fitting[0]] if len(fitting) == 1 and not series.series.isalnum() else None


def _role_of(file: File) -> str:
    """The role of the file's data records; empty where it has none."""
    return next((r.ROLE for r in file if r.ROLE in (SENT_FIRST, SENT_AFTER)), "")


def _first_records(found: Opened) -> Iterator[Record]:
    records = (
        found.format.records.get(text[:2], UnknownRecord)(text)
        for text, _ in found.lines
        if text.strip(" ")
    )
    for _, record in zip(range(HEADERS), records, strict=False):
        yield record
