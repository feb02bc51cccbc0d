"""Checking many files, each by itself and with all that belongs to it."""

from __future__ import annotations

import functools
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from ..core.errors import FormatError, JcqError
from ..core.files import File
from ..core.formats import load
from ..core.issues import Issue
from ..core.places import Place
from ..core.reading import Opened, opened
from ..core.records import Record, UnknownRecord
from ..core.roles import text_of, text_or_blank
from ..core.sources import Source, sources_at
from ..exams.basedata import Basedata
from ..exams.basedata_sets import is_basedata, read_source, sets_by_series
from ..exams.entries import CANDIDATE_NUMBER, UCI, has_entries
from ..exams.envelope import CENTRE_NUMBER
from ..exams.exam_series import SERIES_ROLES, ExamSeries, exam_series_of
from ..exams.sequences import SENT_AFTER, SENT_FIRST, sequence_issues, sequence_number_of
from .context import Context, VerdictsByRole, context_of
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
    of `check`. Raises what `check` raises, where the first file that cannot be read stands, and
    FormatError where there is no basedata that can be used at one of its paths.
    """
    form = load(version) if version is not None else None
    beside = {os.fspath(path): _sources_at(path) for path in basedata}
    checking = Checking(
        [source for path in paths for source in _sources_at(path)],
        [source for sources in beside.values() for source in sources],
        Settings.of(form, disable=disable, only=only, severity=severity),
        version,
    )
    names = {path: [source.name for source in sources] for path, sources in beside.items()}
    for checked in checking.files():
        for error in unusable(names, checking.passed_over):
            raise error
        if checked.error is not None:
            raise checked.error
        yield from in_order(checked.issues)


def unusable(
    names: Mapping[str, Sequence[str]], passed_over: Mapping[str, Exception]
) -> Iterator[Exception]:
    """Why paths that were given as basedata have none: ``names`` are those of the files at each."""
    for path, found in names.items():
        if found and all(name in passed_over for name in found):
            if len(found) == 1:
                yield passed_over[found[0]]
            else:
                yield FormatError(f"{path}: none of the {len(found)} files here can be used")


def _sources_at(path: str | os.PathLike[str]) -> list[Source]:
    return sources_at(os.fspath(path), renamed=True).found


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
    issue of the basedata of each series, as soon as a file was checked against it; ``passed_over``
    says why a file of the further basedata is not used, as soon as the first file is checked.
    """

    sources: list[Source]
    beside: list[Source] = field(default_factory=list)
    settings: Settings = field(default_factory=Settings)
    version: str | None = None
    unreadable: list[Exception] = field(default_factory=list)
    passed_over: dict[str, Exception] = field(default_factory=dict)
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
        found = [(b.series, file) for b in own if (file := self._file(b.source)) is not None]
        for source in self.beside:
            try:
                file = read_source(source, self.version)
            except (JcqError, OSError) as error:
                self.passed_over[source.name] = error
                continue
            if is_basedata(file):
                found.append((exam_series_of(file), file))
            else:
                self.passed_over[source.name] = FormatError(f"{source.name}: {_not_basedata(file)}")
        return sets_by_series(found)

    def _file(self, source: Source) -> File | None:
        """The file of a source; None where it cannot be read: its check will say why."""
        try:
            return read_source(source, self.version)
        except (JcqError, OSError):
            return None

    def _context(self, found: Belonging | None, sets: Mapping[ExamSeries, Basedata]) -> Context:
        """The basedata of a centre's file, by its series, and the entries of the centre."""
        if found is None or found.is_basedata:
            return Context()
        entered_in = None
        if found.role not in (SENT_FIRST, SENT_AFTER):
            entered_in = functools.lru_cache(1)(partial(self._entered_in, found.series))
        context = context_of(found.series, sets, entered_in)
        if entered_in is not None:
            identified_in = functools.lru_cache(1)(partial(self._identified_in, found.series))
            context.identified_in = identified_in
        context.verdicts = self._verdicts.setdefault(found.series, {})
        if context.basedata is not None:
            self.basedata_used[found.series] = context.basedata.issue
        return context

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

    def _identified_in(self, series: ExamSeries, centre: str) -> dict[str, str]:
        """The unique candidate identifiers in a centre's entries, by candidate number."""
        try:
            files = self._in_sequence(series, centre)
        except (JcqError, OSError):
            return {}
        sent = (r for file in files for r in file if r.ROLE in (SENT_FIRST, SENT_AFTER))
        return {text_or_blank(r, CANDIDATE_NUMBER): text_or_blank(r, UCI) for r in sent}

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


def _not_basedata(file: File) -> str:
    """Why a file is not used as basedata."""
    if file.data_type is not None:
        return f"{file.data_type.title.lower()}, not basedata"
    if any(record.line[:2].upper() in file.format.records for record in file):
        return "in small letters, so its records cannot be read: get the file again"
    return "not basedata"


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
