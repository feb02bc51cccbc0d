"""The files of a season: which of them count, which are duplicates, and which are missing."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby, pairwise
from pathlib import PurePath
from typing import NamedTuple

from ..core.errors import BuildError, JcqError
from ..core.files import File
from ..core.lines import CHUNK
from ..core.listing import listed
from ..core.masking import is_sound
from ..core.messages.formats import MessageFormat
from ..core.messages.reading import scanned
from ..core.places import Place
from ..core.printable import counted
from ..core.roles import text_or_blank
from ..core.several import SEPARATE, paths_given
from ..core.sources import Source, sources_at
from .basedata_sets import is_basedata
from .certainty import refusal_of
from .component_results import OUTCOME, Learners
from .envelope import CENTRE_NUMBER, date_produced_of
from .exam_series import ExamSeries, exam_series_of
from .merging import ResultKey, key_of_result
from .results import RESULT, is_unread
from .sequences import SENT_AFTER, SENT_FIRST, sequence_number_of

SENT = (SENT_FIRST, SENT_AFTER)


class NoteKind(StrEnum):
    """The kinds of notes on files in a season's folder."""

    TWICE = "came twice"
    SAME_NUMBER = "same number"
    SUPERSEDED = "superseded"
    GAP = "gap"
    NO_ENTRIES = "no entries"
    NO_BASEDATA = "no basedata"
    NO_RESULTS = "no results"
    DAMAGED = "damaged"


class Note(NamedTuple):
    """A note on a file, or on all files of a series, in words."""

    kind: NoteKind
    file: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}: {self.text}" if self.file else self.text


@dataclass(frozen=True, slots=True)
class SeasonFile:
    """A file of a season: its contents, and its place among the others.

    ``holds`` is the code of the data type, or the name of a message; ``number`` is the sequence
    number, 0 if there is none; ``produced`` is None if the file does not give a date. ``records``
    counts data records, or the outcomes of a message. ``fault`` says why the file is refused: it is
    incomplete, or cannot be read reliably; empty if it is not.
    """

    name: str
    holds: str
    title: str
    series: ExamSeries
    centres: tuple[str, ...]
    number: int
    produced: datetime.date | None
    records: int
    roles: frozenset[str] = field(repr=False)
    is_broadcast: bool = field(repr=False)
    digest: bytes = field(repr=False)
    fault: str = field(default="", repr=False)
    results: frozenset[ResultKey] = field(default=frozenset(), repr=False)

    @property
    def place(self) -> tuple[object, ...]:
        """The common properties of files that share one sequence."""
        sent = bool(self.roles & set(SENT))
        return self.series, self.centres, SENT if sent else self.holds


@dataclass(frozen=True, slots=True)
class Season:
    """The files of a season, sorted by awarding body, series, kind, number and date; notes on them;
    and why others could not be read. ``notes`` names the files that do not count."""

    files: list[SeasonFile]
    notes: list[Note]
    unreadable: list[Exception]

    @property
    def current(self) -> list[SeasonFile]:
        """The files that count: neither superseded, nor duplicates, nor damaged."""
        not_counting = (NoteKind.TWICE, NoteKind.SUPERSEDED, NoteKind.DAMAGED)
        gone = {n.file for n in self.notes if n.kind in not_counting}
        return [file for file in self.files if file.name not in gone]


def season(*paths: str | os.PathLike[str], version: str | None = None) -> Season:
    """The contents of these folders, zips and files, and how the files belong together.

    A later issue of basedata supersedes an earlier one of the same kind. A later results file
    supersedes an earlier one only if it contains each of its results: awarding bodies send two
    results files for some qualifications. Raises FormatError if a path has no exam files, and
    OSError if it cannot be read.
    """
    found: list[Source] = []
    for path in paths_given(paths, "paths", SEPARATE):
        found += sources_at(path, renamed=True, messages=True).found
    return season_of(found, version)


def season_of(sources: Iterable[Source], version: str | None = None) -> Season:
    """The same for sources."""
    files: list[SeasonFile] = []
    unreadable: list[Exception] = []
    for source in sources:
        try:
            message = source.message_format()
            looked = _file(source, version) if message is None else _message(source, message)
            files.append(looked)
        except (JcqError, OSError) as error:
            unreadable.append(error)
    files.sort(key=_order)
    return Season(files, list(_notes(files)), unreadable)


def _order(file: SeasonFile) -> tuple[object, ...]:
    """By awarding body, series and number; of two equal files, the one with the shorter name comes
    first, since copies have longer names."""
    produced = str(file.produced or "")
    about = file.series, file.holds, file.centres, file.number
    return *about, produced, len(PurePath(file.name).name), file.name


def _file(source: Source, version: str | None) -> SeasonFile:
    file = source.read(version)
    data_type, refusal = file.data_type, refusal_of(replace(file, name=""), is_unread)
    trailer = next((r for r in file if r.PLACE is Place.CENTRE_TRAILER), None)
    headers = [r for r in file if r.PLACE is Place.CENTRE_HEADER and is_sound(r)]
    centres = dict.fromkeys(filter(None, (text_or_blank(r, CENTRE_NUMBER) for r in headers)))
    return SeasonFile(
        name=source.name,
        holds=data_type.code if data_type is not None else "",
        title=data_type.title if data_type is not None else "Unknown data type",
        series=exam_series_of(file),
        centres=tuple(centres),
        number=_number(file),
        produced=date_produced_of(trailer) if trailer is not None else None,
        records=len(file.records),
        roles=frozenset(record.ROLE for record in file.records),
        is_broadcast=is_basedata(file),
        digest=hashlib.sha256(file.to_bytes()).digest(),
        fault=str(refusal) if refusal is not None else "",
        results=frozenset(key_of_result(r) for r in file.records if r.ROLE == RESULT),
    )


def _number(file: File) -> int:
    try:
        return sequence_number_of(file)
    except BuildError:
        return 0


def _message(source: Source, form: MessageFormat) -> SeasonFile:
    learners, outcomes, digest = Learners(), 0, hashlib.sha256()
    with source.open() as stream:
        for view in scanned(stream, source.name):
            learners.add(view)
            outcomes += sum(inner.ROLE == OUTCOME for inner in view.nested())
    with source.open() as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return SeasonFile(
        name=source.name,
        holds=form.name,
        title=form.title,
        series=ExamSeries(learners.awarding_body, "", ""),
        centres=(learners.centre_number,),
        number=0,
        produced=None,
        records=outcomes,
        roles=frozenset((OUTCOME,)),
        is_broadcast=False,
        digest=digest.digest(),
    )


def _notes(files: list[SeasonFile]) -> Iterator[Note]:
    """The notes, file by file."""
    first: dict[bytes, SeasonFile] = {}
    for file in files:
        other = first.setdefault(file.digest, file)
        if other is not file:
            message = f"the same as {other.name}: do not load it again"
            yield Note(NoteKind.TWICE, file.name, message)
        elif file.fault:
            yield Note(NoteKind.DAMAGED, file.name, file.fault)
    by_place: dict[tuple[object, ...], list[SeasonFile]] = {}
    for file in first.values():
        by_place.setdefault(file.place, []).append(file)
    for others in by_place.values():
        others.sort(key=lambda file: file.number)
        yield from _among(others)
    unchecked = Counter(f.series for f in first.values() if f.series.series and not f.is_broadcast)
    for series in unchecked.keys() - {file.series for file in files if file.is_broadcast}:
        files_of = counted(unchecked[series], "file")
        message = (
            f"no basedata of {series}, so the options and grades of {files_of} were not checked"
        )
        yield Note(NoteKind.NO_BASEDATA, "", message)
    with_results = {(f.series.awarding_body, f.centres) for f in files if RESULT in f.roles}
    for file in first.values():
        if OUTCOME in file.roles and (file.series.awarding_body, file.centres) not in with_results:
            message = "component results, but no results file of the centre and awarding body"
            yield Note(NoteKind.NO_RESULTS, file.name, message)


def _among(files: list[SeasonFile]) -> Iterator[Note]:
    """The notes on the files of one sequence, in order."""
    is_sent = bool(files[0].roles & set(SENT))
    if is_sent and SENT_FIRST not in files[0].roles:
        message = "amendments, but not the file of entries that they change"
        yield Note(NoteKind.NO_ENTRIES, files[0].name, message)
    for before, after in pairwise(files):
        if after.number > before.number + 1 > 1 and not after.is_broadcast:
            yield Note(NoteKind.GAP, after.name, _gap(before, after))
    for number, same in groupby(files, key=lambda file: file.number):
        of_number = list(same)
        if number and len(of_number) > 1:
            others = listed(file.name for file in of_number[:-1])
            have = "has" if len(of_number) == 2 else "have"
            message = f"{others} {have} number {number} as well, but not the same contents"
            yield Note(NoteKind.SAME_NUMBER, of_number[-1].name, message)
    for place, file in enumerate(files):
        later = [o for o in files[place + 1 :] if o.number > file.number and not o.fault]
        covered = file.is_broadcast or (RESULT in file.roles and file.results)
        by = next((o for o in later if file.is_broadcast or file.results <= o.results), None)
        if covered and by is not None:
            message = f"replaced by {by.name}, which is a later issue"
            yield Note(NoteKind.SUPERSEDED, file.name, message)


def _gap(before: SeasonFile, after: SeasonFile) -> str:
    first, last = before.number + 1, after.number - 1
    missing = f"number {first} is" if first == last else f"numbers {first} to {last} are"
    return f"{missing} missing between {before.name} and this file"
