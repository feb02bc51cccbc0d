"""Checks one file, alone or against basedata."""  # Copied from generator/runtime/checking/one_file.py by `make generate`; edit that, not this.

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..core.files import File
from ..core.formats import DataType, Format
from ..core.issues import Issue
from ..core.kinds.kind import is_number
from ..core.messages.formats import MessageFormat
from ..core.reading import Opened, Readable, begun, name_of_source, opened, stream_of
from ..core.records import Record, UnknownRecord
from ..core.roles import fields_by_role
from ..core.several import name_given
from ..exams.basedata import Basedata, refuse_other_basedata
from ..exams.entries import CANDIDATE_NUMBER
from ..exams.envelope import CENTRE_NUMBER
from ..exams.exam_series import ExamSeries, exam_series_in
from .context import Context, context_of
from .engine import FileCheck
from .rules.options import OPTION_UNKNOWN
from .settings import Settings

if TYPE_CHECKING:
    from ..core.messages.message import Message
    from .messages.context import Beside

HEADERS = 3
"""The number of records that are read to determine what a file belongs to."""

LOOKED_AT = 1_000
"""The most lines read for that, including blank ones."""

CANDIDATE_ROLES = (CENTRE_NUMBER, CANDIDATE_NUMBER)
"""The numbers by which an exams office finds a candidate."""


def check(
    source: Readable | File | Message,
    *,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    version: str | None = None,
    name: str | None = None,
    disable: str | Collection[str] = (),
    only: str | Collection[str] = (),
    severity: Mapping[str, str] | None = None,
) -> list[Issue]:
    """The issues of a file, in order of its lines; empty if there are none.

    ``source``, ``version`` and ``name`` are those of `read`; ``source`` may also be an XML message.
    With ``basedata``, as `read_basedata` returns it, a centre's file is checked against the set of
    its series as well; if there is none, an issue says so. A message gives no series: it is checked
    against all sets of its awarding body. ``disable`` names rules to leave out, ``only`` the rules
    to apply; each may be a single rule. ``severity`` overrides severities by rule.

    Raises FormatError if the input is not a file of these formats, JcqError if a rule or a severity
    is not known, and OSError if the input cannot be read.
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
    source: Readable | File | Message,
    *,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    version: str | None = None,
    name: str | None = None,
    disable: str | Collection[str] = (),
    only: str | Collection[str] = (),
    severity: Mapping[str, str] | None = None,
) -> Iterator[Issue]:
    """Yields the issues of `check` as they are found, in one pass, in memory for one centre.

    Issues about a centre's block or the whole file come at its end.
    """
    if isinstance(source, File):
        shown = source.name if name is None else name_given(name)
        lines = ((line.record.line, line.end) for line in source.lines)
        found = Opened(shown, source.format, source.byte_order_mark, lines)
        yield from _issues_of(found, basedata, disable, only, severity)
        return
    from ..core.messages.message import Message

    message = source.format if isinstance(source, Message) else None
    if not isinstance(source, Message):
        message, source = begun(source)
    if message is not None:
        settings = Settings.of(disable=disable, only=only, severity=severity)
        yield from _issues_of_message(source, name, message, settings, basedata)
        return
    assert not isinstance(source, Message)
    with opened(source, version, name, refuse_slipped=False) as found:
        yield from _issues_of(found, basedata, disable, only, severity)


def _issues_of(
    found: Opened,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None,
    disable: str | Collection[str],
    only: str | Collection[str],
    severity: Mapping[str, str] | None,
) -> Iterator[Issue]:
    settings = Settings.of(found.format, disable=disable, only=only, severity=severity)
    records, whole = with_first_records(found)
    yield from issues_of(FileCheck(whole, settings, _context(found.format, records, basedata)))


def _issues_of_message(
    source: Readable | Message,
    name: str | None,
    form: MessageFormat,
    settings: Settings,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None,
) -> Iterator[Issue]:
    """The issues of a message, checked against basedata of its awarding body."""
    from ..core.messages.message import Message
    from .messages.beside import basedata_for, lacking_basedata
    from .messages.check import MessageCheck
    from .messages.context import Beside

    refuse_other_basedata(basedata)

    def beside(whole: Message) -> Beside:
        used = basedata_for(whole, basedata)
        return Beside(used, no_basedata=lacking_basedata(whole, basedata, used))

    if isinstance(source, Message):
        shown = source.name if name is None else name_given(name)
        yield from MessageCheck(source, shown, form, settings, beside).run()
        return
    shown = name_of_source(source) if name is None else name_given(name)
    with stream_of(source) as stream:
        yield from MessageCheck(stream, shown, form, settings, beside).run()


def with_first_records(found: Opened) -> tuple[list[Record], Opened]:
    """The first records of a file, which show what it belongs to, and the file with all lines still
    to be read. Blank lines are skipped."""
    lines: list[tuple[str, str]] = []
    records: list[Record] = []
    known = found.format.records
    for text, end in itertools.islice(found.lines, LOOKED_AT):
        lines.append((text, end))
        if text.strip(" "):
            # A header in small letters shows what the file belongs to as well.
            text = text if text[:2] in known else text.upper()
            records.append(known.get(text[:2], UnknownRecord)(text))
        if len(records) == HEADERS:
            break
    return records, replace(found, lines=itertools.chain(lines, found.lines))


def data_type_of(form: Format, records: Sequence[Record]) -> DataType | None:
    """The data type of a file with these first records, or None."""
    letters = (record.line[:1].upper() for record in records)
    return next((form.data_types[x] for x in letters if x in form.data_types), None)


def _context(
    form: Format,
    records: Sequence[Record],
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None,
) -> Context:
    """The context of a file with these first records."""
    refuse_other_basedata(basedata)
    data_type = data_type_of(form, records)
    if basedata is None or data_type is None or data_type.is_broadcast:
        return Context()
    series = exam_series_in(records)
    if isinstance(basedata, Basedata):
        own = basedata.exam_series
        if own is None or not any(series):
            return Context(basedata)
        basedata = {own: basedata}
    return context_of(series, basedata or {ExamSeries("", "", ""): Basedata()})


def in_order(issues: Iterable[Issue]) -> list[Issue]:
    """Issues of one file in order of its lines."""
    return sorted(issues, key=lambda issue: (issue.line_number, issue.start))


def issues_of(check: FileCheck) -> Iterator[Issue]:
    """The issues of a file, each with its candidate, unless that is masked."""
    for issue in check.run():
        record = check.format.records.get(issue.record)
        of_many = issue.rule == OPTION_UNKNOWN
        about = _numbers(record, issue) if record is not None and not of_many else ("", "")
        yield (
            replace(issue, centre_number=about[0], candidate_number=about[1])
            if any(about)
            else issue
        )


def _numbers(record: type[Record], issue: Issue) -> tuple[str, str]:
    """Centre and candidate number, by which an exams office finds a candidate; each is empty if
    there is none, or if the text may be something else."""
    fields = [fields_by_role(record).get(role) for role in CANDIDATE_ROLES]
    text = issue.masked_text()
    found = [text[f.start - 1 : f.end] if f is not None else "" for f in fields]
    centre, candidate = (number if is_number(number) else "" for number in found)
    return centre, candidate
