"""One pass over a file: the rules of single lines, then those that need more than one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath, PureWindowsPath

from ..errors import JcqError, hint
from ..files import File
from ..formats import Format, Place
from ..issues import Issue
from ..lines import is_end_of_file_mark
from ..reading import Opened, Readable, opened, version_in
from ..records import Record, UnknownRecord
from .agreement import Agreement
from .counts import CountRules
from .naming import Naming
from .order import Order
from .physical import Physical
from .seen import FileRules, Finding, Progress, Seen

FILE_RULES: tuple[type[FileRules], ...] = (Order, CountRules, Agreement, Naming)

RULES_OF_LINES = ("record.unknown", "record.lower-case", "record.nul", "file.formats-version")

RULES_OF_FILES = frozenset(
    (*RULES_OF_LINES, *Physical.RULES, *(rule for rules in FILE_RULES for rule in rules.RULES))
)
"""The ids of all rules that are found here; the others are those of single records."""


def check(
    source: Readable | File,
    *,
    version: str | None = None,
    name: str | None = None,
    disable: Collection[str] = (),
) -> list[Issue]:
    """What is wrong with a file, in the order of its lines; empty when nothing is.

    ``source``, ``version`` and ``name`` are those of `read`; ``disable`` names rules to leave out.
    Raises FormatError where the input is no file of these formats, JcqError where a rule is not
    known, and OSError where the input cannot be read.
    """
    issues = iter_issues(source, version=version, name=name, disable=disable)
    return sorted(issues, key=lambda issue: (issue.line_number, issue.start))


def iter_issues(
    source: Readable | File,
    *,
    version: str | None = None,
    name: str | None = None,
    disable: Collection[str] = (),
) -> Iterator[Issue]:
    """The issues of `check` as they are found, in one pass and constant memory.

    What can be said only at the end of the file comes last.
    """
    if isinstance(source, File):
        shown = source.name if name is None else name
        lines = ((line.record.line, line.end) for line in source.lines)
        found = Opened(shown, source.format, source.byte_order_mark, lines)
        yield from _Check(found, disable).run()
        return
    with opened(source, version, name) as found:
        yield from _Check(found, disable).run()


class _Check:
    def __init__(self, found: Opened, disable: Collection[str]) -> None:
        self.format = found.format
        self.disable = known_rules(disable, found.format)
        self.opened = found
        self.progress = Progress(found.format, PureWindowsPath(PurePosixPath(found.name).name).name)
        self.physical = Physical(found.format.line_end)
        self.rules = [rules(self.progress) for rules in FILE_RULES]

    def run(self) -> Iterator[Issue]:
        for finding in self._findings():
            if isinstance(finding, Issue):
                yield finding
            elif finding.rule not in self.disable:
                yield self._issue(finding)

    def _findings(self) -> Iterator[Finding | Issue]:
        line_end = self.format.line_end
        records = self.format.records
        for number, (text, end) in enumerate(self.opened.lines, 1):
            record = records.get(text[:2], UnknownRecord)(text)
            if end != line_end:
                self._odd_end(Seen(record, number, record.PLACE), end)
            if record.PLACE is Place.DATA:
                yield from self._data(record, number)
            elif not text.strip(" "):
                self.physical.see_blank(Seen(record, number, Place.UNKNOWN))
            elif not is_end_of_file_mark(text, end):
                yield from self._other(record, number)
        yield from self.physical.finish(self.opened.byte_order_mark)
        for rules in self.rules:
            yield from rules.finish()

    def _odd_end(self, seen: Seen, end: str) -> None:
        if is_end_of_file_mark(seen.record.line, end):
            self.physical.end_mark = seen
        else:
            self.physical.see_other_end(seen, end)

    def _data(self, record: Record, number: int) -> Iterator[Finding | Issue]:
        if not record.accepted:
            yield from self._faults(record, number)
        seen = Seen(record, number, Place.DATA)
        self._count(record)
        for rules in self.rules:
            yield from rules.see_data(seen)

    def _other(self, record: Record, number: int) -> Iterator[Finding | Issue]:
        """A header, a trailer, or a line of no known record."""
        seen = Seen(record, number, self._place(record))
        if isinstance(record, UnknownRecord):
            yield self._unknown(seen)
        yield from self._faults(record, number)
        if seen.place is Place.FILE_HEADER:
            yield from self._version(seen)
            self.progress.header = seen
        if seen.place is Place.CENTRE_HEADER:
            self.progress.centre_header = seen
            self.progress.centres += 1
            self.progress.records_of_centre = 0
            self.progress.keys_of_centre = {}
        self._count(record)
        if seen.place is Place.UNKNOWN:
            return
        for rules in self.rules:
            see = rules.see_data if seen.place is Place.DATA else rules.see
            yield from see(seen)

    def _count(self, record: Record) -> None:
        progress = self.progress
        progress.records += 1
        progress.records_of_centre += 1
        key = record.line[:2]
        progress.keys[key] = progress.keys.get(key, 0) + 1
        progress.keys_of_centre[key] = progress.keys_of_centre.get(key, 0) + 1

    def _place(self, record: Record) -> Place:
        """The place of a record; in lower case, the place that it would have in capitals."""
        known = self.format.records.get(record.line[:2].upper())
        return known.PLACE if known is not None else Place.UNKNOWN

    def _faults(self, record: Record, number: int) -> Iterator[Finding | Issue]:
        if "\0" in record.line:
            start = record.line.index("\0") + 1
            seen = Seen(record, number, record.PLACE)
            yield Finding("record.nul", "a NUL byte", seen, start=start, end=start)
            return
        if record.accepted:
            return
        for fault in record.faults():
            if fault.rule not in self.disable:
                yield record.issue(fault, file=self.opened.name, line_number=number)

    def _unknown(self, seen: Seen) -> Finding:
        if seen.place is Place.UNKNOWN:
            letters = " ".join(sorted({key[0] for key in self.format.records}))
            digits = " ".join(sorted({key[1] for key in self.format.records}))
            message = f"no known record: a line begins with one of {letters}, then one of {digits}"
            return Finding("record.unknown", message, seen, start=1, end=2)
        message = "the data type is in lower case, so the line is not read as a record"
        return Finding("record.lower-case", message, seen, start=1, end=1)

    def _version(self, seen: Seen) -> Iterator[Finding]:
        unreadable = isinstance(seen.record, UnknownRecord)
        if self.progress.header is None and not unreadable and not version_in(seen.record):
            message = f"no version in the file header; version {self.format.version} was taken"
            yield Finding("file.formats-version", message, seen)

    def _issue(self, finding: Finding) -> Issue:
        rule = self.format.rules[finding.rule]
        if finding.seen is None:
            severity = rule.severity_on()
            return Issue(rule.id, severity, finding.message, file=self.opened.name)
        record, number, _ = finding.seen
        field = finding.field
        grade = record.grade
        message = finding.message
        start, end = finding.start, finding.end
        if field is not None:
            grade = field.grade or grade
            message = f"{field.name}: {message}"
            start, end = field.start, field.end
        return Issue(
            rule=rule.id,
            severity=rule.severity_on(grade),
            message=message,
            file=self.opened.name,
            line_number=number,
            record=record.line[:2],
            field=field.name if field is not None else "",
            start=start,
            end=end,
            text=record.line,
            personal=self._personal(record),
        )

    def _personal(self, record: Record) -> tuple[tuple[int, int], ...]:
        """What to mask; lines of no known record hold nothing personal in a broadcast file."""
        header = self.progress.header
        if isinstance(record, UnknownRecord) and header is not None:
            data_type = self.format.data_types.get(header.record.line[:1].upper())
            if data_type is not None and not data_type.personal:
                return ()
        return record.personal_columns()


def known_rules(ids: Collection[str], form: Format) -> frozenset[str]:
    """The ids of rules, each of them known. Raises JcqError where one is not."""
    for rule in ids:
        if rule not in form.rules:
            raise JcqError(f"there is no rule {rule!r}; {hint(rule, form.rules)}")
    return frozenset(ids)
