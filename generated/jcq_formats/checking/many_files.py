"""Checks many files, each alone and together with related files."""  # Copied from generator/runtime/checking/many_files.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..core.errors import FormatError, JcqError
from ..core.files import File
from ..core.formats import load
from ..core.issues import Issue
from ..core.masking import is_sound
from ..core.messages.formats import MessageFormat
from ..core.messages.message import Message
from ..core.other_versions import read_with_own_layout
from ..core.places import Place
from ..core.printable import counted
from ..core.reading import opened
from ..core.records import Record
from ..core.roles import text_of, text_or_blank
from ..core.several import SEPARATE, paths_given
from ..core.sources import Source, sources_at
from ..exams.basedata import Basedata
from ..exams.basedata_sets import is_basedata, sets_by_series
from ..exams.entries import CANDIDATE_NUMBER, IDENTIFIERS, has_entries
from ..exams.envelope import CENTRE_NUMBER
from ..exams.exam_series import ExamSeries, exam_series_in, exam_series_of
from ..exams.results import RESULT
from ..exams.sequences import SENT_AFTER, SENT_FIRST, sequence_issues, sequence_number_of
from .context import Context, Sent, VerdictsByRole, context_of
from .engine import FileCheck
from .messages.beside import (
    SentResults,
    basedata_for,
    lacking_basedata,
    message_id_of,
    results_for,
)
from .messages.check import MessageCheck
from .messages.context import Beside
from .one_file import data_type_of, in_order, issues_of, with_first_records
from .rules.additions import more_than_added
from .rules.entered import entered_by
from .rules.sequences import second_entries
from .rules.sets import issues_of_set
from .settings import Settings

REASONS_SHOWN = 3
"""The most files of unusable basedata whose reasons are given."""


def check_files(
    *paths: str | os.PathLike[str],
    basedata: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
    version: str | None = None,
    disable: str | Collection[str] = (),
    only: str | Collection[str] = (),
    severity: Mapping[str, str] | None = None,
) -> Iterator[Issue]:
    """Yields the issues of files, folders and zips, each alone and together with related files.

    ``basedata`` is one or several paths of further basedata, which is not checked itself. The other
    arguments are those of `check`. Raises what `check` raises, when it reaches a file that cannot
    be read, and FormatError if one of the basedata paths has no usable basedata.
    """
    form = load(version) if version is not None else None
    checking = Checking(
        [
            source
            for path in paths_given(paths, "paths", SEPARATE)
            for source in _sources_at(path, messages=True)
        ],
        {path: _sources_at(path) for path in paths_given(basedata, "basedata")},
        Settings.of(form, disable=disable, only=only, severity=severity),
        version,
    )
    for checked in checking.files():
        for error in checking.unusable:
            raise error
        if checked.error is not None:
            raise checked.error
        yield from in_order(checked.issues)


def _sources_at(path: str, *, messages: bool = False) -> list[Source]:
    return sources_at(path, renamed=True, messages=messages).found


@dataclass(slots=True)
class Belonging:
    """What a file belongs to, by its headers."""

    source: Source
    series: ExamSeries
    centre_number: str
    addressee: str
    role: str
    is_basedata: bool


@dataclass(slots=True)
class Checked:
    """The check of one file: take its issues, then ask for the number of lines."""

    name: str
    issues: Iterator[Issue]
    check: FileCheck | MessageCheck | None = None
    error: Exception | None = None

    @property
    def lines(self) -> int:
        """The number of lines read so far."""
        return self.check.lines if self.check is not None else 0


@dataclass(slots=True)
class Checking:
    """The check of many files, sorted by exam series: basedata, entries, amendments, forecasts and
    results of a series are checked against each other.

    ``sources`` are checked, each once; ``beside`` is further basedata, by its path as given.
    ``basedata_used`` has the issue of the basedata of each series, once a file was checked against
    it. After the first file, ``unusable`` gives the reason why a path has no basedata, and
    ``passed_over`` why other files there are not used.
    """

    sources: list[Source]
    beside: Mapping[str, Sequence[Source]] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    version: str | None = None
    unreadable: list[Exception] = field(default_factory=list)
    unusable: list[Exception] = field(default_factory=list)
    passed_over: list[Exception] = field(default_factory=list)
    basedata_used: dict[ExamSeries, str] = field(default_factory=dict)
    _verdicts: dict[ExamSeries, VerdictsByRole] = field(default_factory=dict, repr=False)
    _sent: dict[tuple[ExamSeries, str], list[Source]] = field(default_factory=dict, repr=False)
    _messages: dict[str, str] = field(default_factory=dict, repr=False)

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
        results = [
            SentResults(b.series, b.addressee, b.source)
            for b in belonging.values()
            if b.role == RESULT
        ]
        for source in sources:
            form = source.message_format() if source.name not in belonging else None
            if form is not None:
                beside = partial(self._beside, sets, results)
                yield from self._checked_message(source, form, beside)
                continue
            context = self._context(belonging.get(source.name), sets)
            yield from self._checked(source, context)
        yield Checked("", self._judged(self._together({b.series for b in own}, sets)))

    def _belonging(self, source: Source) -> Belonging | None:
        """What a file belongs to; None where it cannot be read: its check will say why."""
        try:
            with source.open() as stream, opened(stream, self.version, source.name) as found:
                records, _ = with_first_records(found)
                form = found.format
        except (JcqError, OSError):
            return None
        data_type = data_type_of(form, records)
        letter = data_type.code if data_type is not None else ""
        data = (r for k, r in form.records.items() if k[0] == letter and r.PLACE is Place.DATA)
        return Belonging(
            source,
            exam_series_in(records),
            next(filter(None, (text_of(r, CENTRE_NUMBER) for r in records)), ""),
            _addressee(records),
            next((record.ROLE for record in data), ""),
            data_type is not None and data_type.is_broadcast,
        )

    def _basedata(self, own: list[Belonging]) -> dict[ExamSeries, Basedata]:
        """The sets among the files and the further basedata."""
        found = [(b.series, file) for b in own if (file := self._file(b.source)) is not None]
        for path, sources in self.beside.items():
            used, unread, others = self._used(sources)
            errors = unread + others
            found += [(exam_series_of(file), file) for file in used]
            if used and unread and not Path(path).is_dir():
                # A zip is one thing: where a part of it is damaged, all of it is.
                self.unusable += unread
                self.passed_over += others
            elif used or not errors:
                self.passed_over += errors
            elif len(errors) == 1:
                self.unusable += errors
            else:
                more = len(errors) - REASONS_SHOWN
                why = [str(error) for error in errors[:REASONS_SHOWN]]
                why += [f"and {counted(more, 'more file')}"] if more > 0 else []
                message = f"{path}: none of the {len(errors)} files here can be used as basedata"
                self.unusable.append(FormatError(f"{message}: {'; '.join(why)}"))
        return sets_by_series(found)

    def _used(
        self, sources: Iterable[Source]
    ) -> tuple[list[File], list[Exception], list[Exception]]:
        """The basedata among sources, why others cannot be read, and why the rest is not used."""
        used: list[File] = []
        unread: list[Exception] = []
        others: list[Exception] = []
        for source in sources:
            try:
                file = read_with_own_layout(source, self.version)
            except (JcqError, OSError) as error:
                unread.append(error)
                continue
            why = _not_basedata(file)
            if why:
                others.append(FormatError(f"{source.name}: {why}"))
            else:
                used.append(file)
        return used, unread, others

    def _file(self, source: Source) -> File | None:
        """The file of a source; None if it cannot be read: its own check reports why."""
        try:
            return read_with_own_layout(source, self.version)
        except (JcqError, OSError):
            return None

    def _context(self, found: Belonging | None, sets: Mapping[ExamSeries, Basedata]) -> Context:
        """The basedata for a centre's file, by its series, and the entries of the centre."""
        if found is None or found.is_basedata:
            return Context()
        context = context_of(found.series, sets)
        context.verdicts = self._verdicts.setdefault(found.series, {})
        if found.role not in (SENT_FIRST, SENT_AFTER):
            context.sent_by = functools.lru_cache(1)(partial(self._sent_by, found.series))
        if context.basedata is not None:
            self.basedata_used[found.series] = context.basedata.issue
        return context

    def _sent_by(self, series: ExamSeries, centre: str) -> Sent | None:
        """What a centre has sent for a series; None if it cannot be read."""
        try:
            files = self._in_sequence(series, centre)
        except (JcqError, OSError):
            return None
        sent = [r for file in files for r in file if r.ROLE in (SENT_FIRST, SENT_AFTER)]
        has_first = any(_role_of(file) == SENT_FIRST for file in files)
        is_known = has_first and all(map(has_entries, sent))
        identifiers = {
            role: {text_or_blank(r, CANDIDATE_NUMBER): text_or_blank(r, role) for r in sent}
            for role in IDENTIFIERS
        }
        return Sent(frozenset(entered_by(files)) if is_known else None, identifiers)

    def _in_sequence(self, series: ExamSeries, centre: str) -> list[File]:
        """The entries of a centre, then its amendments, by sequence number.

        Raises JcqError if a file or its number cannot be read.
        """
        sent = self._sent.get((series, centre), ())
        files = [read_with_own_layout(source, self.version) for source in sent]
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

    def _beside(
        self,
        sets: Mapping[ExamSeries, Basedata],
        results: Iterable[SentResults],
        whole: Message,
    ) -> Beside:
        """What a message is checked against."""
        basedata = basedata_for(whole, sets)
        for series, known in sets.items():
            if any(known is one for one in basedata):
                self.basedata_used[series] = known.issue
        return Beside(
            basedata,
            tuple(results_for(whole, results, self.version)),
            lacking_basedata(whole, sets, basedata),
            self._same_message(whole),
        )

    def _same_message(self, whole: Message) -> str:
        """The file with the same message among those checked before; empty if there is none."""
        found = message_id_of(whole)
        first = self._messages.setdefault(found, whole.name) if found else whole.name
        return "" if first == whole.name else first

    def _checked_message(
        self, source: Source, form: MessageFormat, beside: Callable[[Message], Beside]
    ) -> Iterator[Checked]:
        try:
            with source.open() as stream:
                check = MessageCheck(stream, source.name, form, self.settings, beside)
                issues = list(check.run())
        except (JcqError, OSError) as error:
            self.unreadable.append(error)
            yield Checked(source.name, iter(()), error=error)
            return
        yield Checked(source.name, iter(issues), check)

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
                    firsts = [f for f in files if _role_of(f) == SENT_FIRST]
                    yield from second_entries(firsts)
                    if len(firsts) == 1:
                        yield from more_than_added(files)
            except (JcqError, OSError):
                # The faults of each file were reported by its own check.
                continue

    def _judged(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        return (self.settings.judged(issue) for issue in issues if self.settings.wants(issue.rule))


def _not_basedata(file: File) -> str:
    """Why a file is not used as basedata; empty if it is."""
    if is_basedata(file):
        if all(exam_series_of(file)):
            return "" if file.records else "it has no records: get the file again"
        return "no header says its awarding body, series and year: get the file again"
    if file.data_type is not None:
        return f"{file.data_type.title.lower()}, not basedata"
    if any(record.line[:2].upper() in file.format.records for record in file):
        return "in small letters, so its records cannot be read: get the file again"
    return "not basedata"


def _addressee(records: Iterable[Record]) -> str:
    """The centre to which a file header is addressed; empty if that is not certain."""
    headers = (r for r in records if r.PLACE is Place.FILE_HEADER and is_sound(r))
    return next((text_or_blank(r, CENTRE_NUMBER) for r in headers), "")


def _role_of(file: File) -> str:
    """The role of the file's data records; empty if there are none."""
    return next((r.ROLE for r in file if r.ROLE in (SENT_FIRST, SENT_AFTER)), "")
