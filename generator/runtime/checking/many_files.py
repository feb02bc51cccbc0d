"""Checks many files, each alone and together with related files."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..core.errors import FormatError, JcqError
from ..core.files import File
from ..core.formats import load
from ..core.issues import Issue
from ..core.masking import is_sound
from ..core.other_versions import read_with_own_layout
from ..core.places import Place
from ..core.printable import counted
from ..core.reading import opened
from ..core.records import Record
from ..core.roles import text_of, text_or_blank
from ..core.several import SEPARATE, number_given, paths_given
from ..core.sharing import unwatched
from ..core.sources import Source, sources_at
from ..exams.basedata import Basedata
from ..exams.basedata_sets import is_basedata, sets_by_series
from ..exams.envelope import CENTRE_NUMBER
from ..exams.exam_series import ExamSeries, exam_series_in, exam_series_of
from ..exams.sequences import SENT_AFTER, SENT_FIRST
from .jobs import all_checked
from .one_file import data_type_of, in_order, with_first_records
from .related import Belonging, Checked, Related
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
    jobs: int = 1,
) -> Iterator[Issue]:
    """Yields the issues of files, folders and zips, each alone and together with related files.

    ``basedata`` is one or several paths of further basedata, which is not checked itself. ``jobs``
    is the number of processes that share the work; the order of the issues does not depend on it.
    The other arguments are those of `check`. Raises what `check` raises, when it reaches a file
    that cannot be read, FormatError if one of the basedata paths has no usable basedata, and
    JcqError if a process ends before its work is done.
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
        number_given(jobs, "jobs"),
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
class Checking:
    """The check of many files, sorted by exam series: basedata, entries, amendments, forecasts and
    results of a series are checked against each other.

    ``sources`` are checked, each once, by as many processes as ``jobs``; ``watched`` gives the
    source to read in this process. ``beside`` is further basedata, by its path as given.
    ``basedata_used`` has the issue of the basedata of each series, once a file was checked against
    it. After the first file, ``unusable`` gives the reason why a path has no basedata, and
    ``passed_over`` why other files there are not used.
    """

    sources: list[Source]
    beside: Mapping[str, Sequence[Source]] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    version: str | None = None
    jobs: int = 1
    watched: Callable[[Source], Source] = unwatched
    unusable: list[Exception] = field(default_factory=list)
    passed_over: list[Exception] = field(default_factory=list)
    basedata_used: dict[ExamSeries, str] = field(default_factory=dict)

    def files(self) -> Iterator[Checked]:
        """The checks of one file after the other, then those of all files together."""
        yield from all_checked(self.related(), self.distinct(), self.jobs, self.watched)

    def distinct(self) -> list[Source]:
        """The files that are checked, each once."""
        return list({source.name: source for source in self.sources}.values())

    def related(self) -> Related:
        """What the files belong to, by their beginnings, with the basedata."""
        belonging = {s.name: found for s in self.distinct() if (found := self._belonging(s))}
        sent: dict[tuple[ExamSeries, str], list[Source]] = {}
        for found in belonging.values():
            if found.role in (SENT_FIRST, SENT_AFTER):
                sent.setdefault((found.series, found.centre_number), []).append(found.source)
        sets = self._basedata([b for b in belonging.values() if b.is_basedata])
        return Related(self.settings, self.version, belonging, sent, sets, self.basedata_used)

    def _belonging(self, source: Source) -> Belonging | None:
        """What a file belongs to; None where it cannot be read: its check will say why."""
        try:
            with (
                self.watched(source).open() as stream,
                opened(stream, self.version, source.name) as found,
            ):
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
