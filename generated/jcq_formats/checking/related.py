"""The check of one of many files, alone and together with those that it is related to."""  # Copied from generator/runtime/checking/related.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol

from ..core.errors import JcqError
from ..core.files import File
from ..core.issues import Issue
from ..core.messages.formats import MessageFormat
from ..core.other_versions import read_with_own_layout
from ..core.reading import opened
from ..core.roles import text_or_blank
from ..core.sources import Source
from ..exams.basedata import Basedata
from ..exams.certainty import refusal_of
from ..exams.entries import CANDIDATE_NUMBER, IDENTIFIERS, has_entries
from ..exams.exam_series import ExamSeries
from ..exams.results import RESULT
from ..exams.sequences import SENT_AFTER, SENT_FIRST, sequence_issues, sequence_number_of
from .context import Context, Sent, VerdictsByRole, context_of
from .engine import FileCheck
from .one_file import issues_of
from .rules.additions import more_than_added
from .rules.entered import entered_by
from .rules.sequences import second_entries
from .rules.sets import issues_of_set
from .settings import Settings

if TYPE_CHECKING:
    from ..core.messages.message import Message
    from .messages.context import Beside


@dataclass(slots=True)
class Belonging:
    """What a file belongs to, by its headers."""

    source: Source
    series: ExamSeries
    centre_number: str
    addressee: str
    role: str
    is_basedata: bool


class Counted(Protocol):
    """A check: the number of lines read so far, and whether the file belongs to a centre."""

    @property
    def lines(self) -> int:
        """The number of lines read so far."""

    @property
    def is_of_centre(self) -> bool:
        """Whether such files belong to centres, and can be checked against basedata."""


@dataclass(slots=True)
class Checked:
    """The check of one file: take its issues, then ask for the number of lines."""

    name: str
    issues: Iterator[Issue]
    check: Counted | None = None
    error: Exception | None = None

    @property
    def lines(self) -> int:
        """The number of lines read so far."""
        return self.check.lines if self.check is not None else 0


@dataclass(slots=True)
class Related:
    """What many files belong to, so that each of them can be checked with those related to it.

    ``basedata_used`` has the issue of the basedata of each series, once a file was checked against
    it.
    """

    settings: Settings
    version: str | None
    belonging: Mapping[str, Belonging]
    sent: Mapping[tuple[ExamSeries, str], Sequence[Source]]
    sets: Mapping[ExamSeries, Basedata]
    basedata_used: dict[ExamSeries, str] = field(default_factory=dict)
    _verdicts: dict[ExamSeries, VerdictsByRole] = field(default_factory=dict, repr=False)
    _messages: dict[str, str] = field(default_factory=dict, repr=False)

    def checked(self, source: Source) -> Iterator[Checked]:
        """The check of one of the files; it can be used while the file is open, until the next."""
        found = self.belonging.get(source.name)
        form = source.message_format() if found is None else None
        if form is not None:
            yield from self._checked_message(source, form)
        else:
            yield from self._checked(source, self._context(found))

    def _context(self, found: Belonging | None) -> Context:
        """The basedata for a centre's file, by its series, and the entries of the centre."""
        if found is None or found.is_basedata:
            return Context()
        context = context_of(found.series, self.sets)
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
        unusable = tuple(file.name for file in files if refusal_of(file) is not None)
        if unusable:
            return Sent(None, {}, unusable)
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
        sent = self.sent.get((series, centre), ())
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
            yield Checked(source.name, iter(()), error=error)

    def _beside(self, whole: Message) -> Beside:
        """What a message is checked against."""
        from .messages.beside import SentResults, basedata_for, lacking_basedata, results_for
        from .messages.context import Beside

        basedata = basedata_for(whole, self.sets)
        for series, known in self.sets.items():
            if any(known is one for one in basedata):
                self.basedata_used[series] = known.issue
        results = (
            SentResults(found.series, found.addressee, found.source)
            for found in self.belonging.values()
            if found.role == RESULT
        )
        return Beside(
            basedata,
            tuple(results_for(whole, results, self.version)),
            lacking_basedata(whole, self.sets, basedata),
            self._same_message(whole),
        )

    def _same_message(self, whole: Message) -> str:
        """The file with the same message among those checked before; empty if there is none."""
        from .messages.beside import message_id_of

        found = message_id_of(whole)
        first = self._messages.setdefault(found, whole.name) if found else whole.name
        return "" if first == whole.name else first

    def _checked_message(self, source: Source, form: MessageFormat) -> Iterator[Checked]:
        from .messages.check import MessageCheck

        try:
            with source.open() as stream:
                check = MessageCheck(stream, source.name, form, self.settings, self._beside)
                issues = list(check.run())
        except (JcqError, OSError) as error:
            yield Checked(source.name, iter(()), error=error)
            return
        yield Checked(source.name, iter(issues), check)

    def of_sets(self) -> Iterator[Issue]:
        """The issues of the basedata sets among the files, each as a whole."""
        own = {found.series for found in self.belonging.values() if found.is_basedata}
        for series in sorted(own):
            if series in self.sets:
                yield from self._judged(issues_of_set(self.sets[series]))

    def of_sent(self, series: ExamSeries, centre: str) -> Iterator[Issue]:
        """The issues of a centre's entries and amendments for a series together."""
        try:
            files = self._in_sequence(series, centre)
            yield from self._judged(sequence_issues(files[0], files[1:]))
            if _role_of(files[0]) == SENT_FIRST:
                firsts = [f for f in files if _role_of(f) == SENT_FIRST]
                yield from self._judged(second_entries(firsts))
                if len(firsts) == 1:
                    yield from self._judged(more_than_added(files))
        except (JcqError, OSError):
            # The faults of each file were reported by its own check.
            return

    def _judged(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        return (self.settings.judged(issue) for issue in issues if self.settings.wants(issue.rule))


def _role_of(file: File) -> str:
    """The role of the file's data records; empty if there are none."""
    return next((r.ROLE for r in file if r.ROLE in (SENT_FIRST, SENT_AFTER)), "")
