"""Checking: a file by itself, or many files with all that belongs to them."""

from __future__ import annotations

import functools
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from ..core.checking.checker import FileCheck
from ..core.checking.settings import Settings
from ..core.errors import JcqError
from ..core.files import File
from ..core.formats import Place, load, newest_version
from ..core.issues import Issue
from ..core.kinds.kind import is_number
from ..core.reading import Opened, Readable, opened, read
from ..core.records import Record, UnknownRecord
from ..core.roles import fields_by_role, text_of
from ..core.sources import Source, sources_at
from .basedata import Basedata, Season, season_of
from .entries import CANDIDATE_NUMBER, sequence_issues
from .envelope import CENTRE_NUMBER
from .new_files import SENT_AFTER, SENT_FIRST, sequence_number_of
from .rules.of_entries import second_entries
from .rules.of_files import FURTHER, OPTION_UNKNOWN, Known, Verdicts, entered_by
from .rules.of_sets import issues_of_set

HANDLE = (CENTRE_NUMBER, CANDIDATE_NUMBER)
"""By which an exams office finds a candidate."""

HEADERS = 3
"""How many records are looked at to tell what a file belongs to."""


def check(
    source: Readable | File,
    *,
    basedata: Basedata | None = None,
    version: str | None = None,
    name: str | None = None,
    disable: Collection[str] = (),
    only: Collection[str] = (),
    severity: Mapping[str, str] | None = None,
) -> list[Issue]:
    """What is wrong with a file, in the order of its lines; empty when nothing is.

    ``source``, ``version`` and ``name`` are those of `read`. With ``basedata``, as `read_basedata`
    gives it, a centre's file is held against that as well. ``disable`` names rules to leave out,
    ``only`` the rules to keep, ``severity`` other severities by rule.

    Raises FormatError where the input is no file of these formats, JcqError where a rule or a
    severity is not known, and OSError where the input cannot be read.
    """
    issues = iter_issues(
        source,
        basedata=basedata,
        version=version,
        name=name,
        disable=disable,
        only=only,
        severity=severity,
    )
    return in_order(issues)


def iter_issues(
    source: Readable | File,
    *,
    basedata: Basedata | None = None,
    version: str | None = None,
    name: str | None = None,
    disable: Collection[str] = (),
    only: Collection[str] = (),
    severity: Mapping[str, str] | None = None,
) -> Iterator[Issue]:
    """The issues of `check` as they are found, in one pass, in memory for one centre.

    What can be said only at the end of a centre's block or of the file comes then.
    """
    known = Known(basedata)
    if isinstance(source, File):
        shown = source.name if name is None else name
        lines = ((line.record.line, line.end) for line in source.lines)
        found = Opened(shown, source.format, source.byte_order_mark, lines)
        settings = Settings.of(found.format, disable=disable, only=only, severity=severity)
        yield from _issues(_file_check(found, settings, known))
        return
    with opened(source, version, name) as found:
        settings = Settings.of(found.format, disable=disable, only=only, severity=severity)
        yield from _issues(_file_check(found, settings, known))


def in_order(issues: Iterable[Issue]) -> list[Issue]:
    """Issues of one file in the order of its lines."""
    return sorted(issues, key=lambda issue: (issue.line_number, issue.start))


def _file_check(found: Opened, settings: Settings, known: Known) -> FileCheck:
    return FileCheck(found, settings, [partial(make, known=known) for make in FURTHER])


def _issues(check: FileCheck) -> Iterator[Issue]:
    """The issues of a file; where one is about a candidate, it says whom, unless that is masked."""
    for issue in check.run():
        record = check.format.records.get(issue.record)
        of_many = issue.rule == OPTION_UNKNOWN
        about = _candidate(record, issue) if record is not None and not of_many else ""
        yield replace(issue, about=f"candidate {about}") if about else issue


def _candidate(record: type[Record], issue: Issue) -> str:
    """Centre and candidate number, by which an exams office finds a candidate; empty where there
    are none, or where the columns may hold something else."""
    fields = fields_by_role(record)
    if CANDIDATE_NUMBER not in fields:
        return ""
    text = issue.masked_text()
    found = [text[f.start - 1 : f.end] for f in map(fields.__getitem__, HANDLE)]
    return " ".join(found) if all(map(is_number, found)) else ""


def read_basedata(
    *paths: str | os.PathLike[str], version: str | None = None
) -> dict[Season, Basedata]:
    """The basedata sets in these files, folders and zips, by awarding body and series.

    Of two files of one data type the later issue counts. Raises FormatError and OSError where a
    file cannot be read.
    """
    sources = [source for path in paths for source in sources_at(os.fspath(path)).found]
    files = (_read(source, version) for source in sources)
    return _sets((season_of(file), file) for file in files)


def _sets(files: Iterable[tuple[Season, File]]) -> dict[Season, Basedata]:
    by_season: dict[Season, list[File]] = {}
    for season, file in files:
        if file.data_type is not None and file.data_type.direction == "broadcast":
            by_season.setdefault(season, []).append(file)
    return {season: Basedata.of_files(found) for season, found in by_season.items()}


def _read(source: Source, version: str | None) -> File:
    with source.open() as stream:
        return read(stream, version=version, name=source.name)


def check_files(
    *paths: str | os.PathLike[str],
    basedata: Iterable[str | os.PathLike[str]] = (),
    version: str | None = None,
    disable: Collection[str] = (),
    only: Collection[str] = (),
    severity: Mapping[str, str] | None = None,
) -> Iterator[Issue]:
    """What is wrong with files, folders and zips, each by itself and with what belongs to it.

    ``basedata`` names further files that are only looked things up in; the other arguments are
    those of `check`. Raises what `check` raises, where the first file that cannot be read stands.
    """
    form = load(version or newest_version())
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
    season: Season
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
    """The check of many files with all that belongs together: sorted out by awarding body, series
    and year; basedata among them or beside them; entries, amendments, forecasts, results.

    ``sources`` are checked, each once; ``beside`` is basedata that is looked things up in.
    ``basedata_used`` says, as soon as files have been held against it, which issue that was.
    """

    sources: list[Source]
    beside: list[Source] = field(default_factory=list)
    settings: Settings = field(default_factory=Settings)
    version: str | None = None
    unreadable: list[Exception] = field(default_factory=list)
    basedata_used: dict[Season, str] = field(default_factory=dict)
    _verdicts: dict[Season, dict[str, Verdicts]] = field(default_factory=dict, repr=False)
    _sent: dict[tuple[Season, str], list[Source]] = field(default_factory=dict, repr=False)

    def files(self) -> Iterator[Checked]:
        """The checks, one file after the other, then what the files say together."""
        sources = list({source.name: source for source in self.sources}.values())
        belonging = {s.name: found for s in sources if (found := self._belonging(s))}
        for found in belonging.values():
            if found.role in (SENT_FIRST, SENT_AFTER):
                key = found.season, found.centre_number
                self._sent.setdefault(key, []).append(found.source)
        own = [b for b in belonging.values() if b.is_basedata]
        sets = self._basedata(own)
        for source in sources:
            known = self._known(belonging.get(source.name), sets)
            yield from self._checked(source, known)
        yield Checked("", self._judged(self._together({b.season for b in own}, sets)))

    def _belonging(self, source: Source) -> Belonging | None:
        """What a file belongs to; None where it cannot be read: its check will say why."""
        try:
            with source.open() as stream, opened(stream, self.version, source.name) as found:
                records = list(_first_records(found))
                form = found.format
        except (JcqError, OSError):
            return None
        said = {
            role: next((t for t in (text_of(r, role) for r in records) if t), "")
            for role in (*SEASON, CENTRE_NUMBER)
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
            Season(*(said[role] for role in SEASON)),
            said[CENTRE_NUMBER],
            role,
            data_type is not None and data_type.direction == "broadcast",
        )

    def _basedata(self, own: list[Belonging]) -> dict[Season, Basedata]:
        """The sets among the files and beside them."""
        among = [(b.season, self._file(b.source)) for b in own]
        beside = [self._file(source) for source in self.beside]
        found = among + [(season_of(file), file) for file in beside if file is not None]
        return _sets((season, file) for season, file in found if file is not None)

    def _file(self, source: Source) -> File | None:
        try:
            return _read(source, self.version)
        except (JcqError, OSError) as error:
            if source in self.beside:
                self.unreadable.append(error)
            return None

    def _known(self, found: Belonging | None, sets: Mapping[Season, Basedata]) -> Known:
        """What a centre's file is held against: basedata of its season, and its own entries."""
        if found is None or found.is_basedata:
            return Known()
        basedata = sets.get(found.season) or _of_unsaid_series(found.season, sets)
        if basedata is not None and not basedata.options:
            basedata = None
        missing = str(found.season) if sets and basedata is None else ""
        if basedata is not None:
            self.basedata_used[found.season] = basedata.issue
        entered_in = None
        if found.role not in (SENT_FIRST, SENT_AFTER):
            entered_in = functools.lru_cache(1)(partial(self._entered_in, found.season))
        return Known(basedata, entered_in, missing, self._verdicts.setdefault(found.season, {}))

    def _entered_in(self, season: Season, centre: str) -> frozenset[str] | None:
        """What a centre's candidates are entered for; None where its entries are not here."""
        try:
            files = self._in_sequence(season, centre)
        except (JcqError, OSError):
            return None
        if not any(_role_of(file) == SENT_FIRST for file in files):
            return None
        return frozenset(entered_by(files))

    def _in_sequence(self, season: Season, centre: str) -> list[File]:
        """The entries of a centre, and then its amendments, by their sequence numbers.

        Raises JcqError where a file or its number cannot be read.
        """
        files = [_read(source, self.version) for source in self._sent.get((season, centre), ())]
        return sorted(files, key=lambda f: (_role_of(f) != SENT_FIRST, sequence_number_of(f)))

    def _checked(self, source: Source, known: Known) -> Iterator[Checked]:
        try:
            with source.open() as stream, opened(stream, self.version, source.name) as found:
                check = _file_check(found, self.settings, known)
                yield Checked(source.name, _issues(check), check)
        except (JcqError, OSError) as error:
            self.unreadable.append(error)
            yield Checked(source.name, iter(()), error=error)

    def _together(
        self, own: Collection[Season], sets: Mapping[Season, Basedata]
    ) -> Iterator[Issue]:
        """What sets of basedata, and a centre's entries and amendments, say together."""
        for season in sorted(own):
            if season in sets:
                yield from issues_of_set(sets[season])
        for season, centre in sorted(self._sent):
            if len(self._sent[season, centre]) == 1:
                continue
            try:
                files = self._in_sequence(season, centre)
                yield from sequence_issues(files[0], files[1:])
                if _role_of(files[0]) == SENT_FIRST:
                    yield from second_entries([f for f in files if _role_of(f) == SENT_FIRST])
            except (JcqError, OSError):
                # The files themselves say what is wrong with them.
                continue

    def _judged(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        return (self.settings.judged(issue) for issue in issues if self.settings.wants(issue.rule))


SEASON = ("file.awarding_body", "file.series", "file.year")


def _of_unsaid_series(season: Season, sets: Mapping[Season, Basedata]) -> Basedata | None:
    """The only set of the awarding body and year, for a file whose headers do not say the series:
    results with ?? have been seen, and what that means is not established."""
    fitting = [s for s in sets if (s.awarding_body, s.year) == (season.awarding_body, season.year)]
    return sets[fitting[0]] if len(fitting) == 1 and not season.series.isalnum() else None


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
