# Copied from generator/runtime/core/checking/checker.py by `make generate`; edit that, not this.
"""One pass over a file: the rules of single lines, then those that need more than one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import TypeGuard

from ..accepting import acceptor
from ..formats import DataType, Place
from ..issues import Issue
from ..lines import is_end_of_file_mark
from ..masking import columns_to_mask, has_slipped
from ..reading import Opened, version_in
from ..records import Record, UnknownRecord
from .agreement import Agreement, agree
from .counts import CountRules
from .naming import Naming
from .order import Order
from .physical import Physical
from .seen import FileRules, Finding, Progress, Seen
from .settings import Settings

FILE_RULES: tuple[type[FileRules], ...] = (Order, CountRules, Agreement, Naming)

RULES_OF_LINES = (
    "record.unknown",
    "record.lower-case",
    "record.nul",
    "file.formats-version",
    "file.not-established",
)

RULES_OF_FILES = frozenset(
    (*RULES_OF_LINES, *Physical.RULES, *(rule for rules in FILE_RULES for rule in rules.RULES))
)
"""The ids of all rules that are found here; the others are those of single records."""

FurtherRules = Callable[[Progress], FileRules]
"""Rules of whoever checks, made for one file."""


class FileCheck:
    """A check of one file: `run` gives its issues, one pass, constant memory.

    ``lines`` says how many lines were read so far.
    """

    def __init__(
        self, found: Opened, settings: Settings, further: Sequence[FurtherRules] = ()
    ) -> None:
        self.format = found.format
        self.settings = settings
        self.opened = found
        self.lines = 0
        self.is_impersonal = False
        self.progress = Progress(found.format, PureWindowsPath(PurePosixPath(found.name).name).name)
        self.physical = Physical(found.format.line_end)
        self.of_one_centre: list[Issue] = []
        self.rules: list[FileRules] = [make(self.progress) for make in FILE_RULES]
        self.rules += [make(self.progress) for make in further]
        self.acceptors = {
            key: acceptor(record, record.LENGTHS.get(key[0], record.END))
            for key, record in found.format.records.items()
            if record.PLACE is Place.DATA
        }

    def run(self) -> Iterator[Issue]:
        """The issues as they are found; what can be said only at the end of the file comes last."""
        wants, judged, rules = self.settings.wants, self.settings.judged, self.format.rules
        for finding in self._findings():
            if wants(finding.rule) and finding.rule in rules:
                yield judged(finding if isinstance(finding, Issue) else self._issue(finding))

    def _findings(self) -> Iterator[Finding | Issue]:
        line_end, acceptors, progress = self.format.line_end, self.acceptors, self.progress
        looks = self._looks()
        key, run = "", 0
        number = 0
        for number, (text, end) in enumerate(self.opened.lines, 1):
            first_two = text[:2]
            accepts = acceptors.get(first_two)
            if first_two != key:
                progress.count(key, run)
                key, run = first_two, 0
            if accepts is None:
                self.lines = number
                if not progress.records and first_two[:1] in self.format.open_data_types:
                    yield self._not_established(text, number)
                    self.lines += sum(1 for _ in self.opened.lines)
                    return
                yield from self._other(text, end, number)
                looks = self._looks()
                key = ""
                continue
            run += 1
            if end != line_end:
                self._odd_end(text, end, number)
            if not accepts(text):
                yield from self._faults(self.format.records[key](text), number)
            for rules, all_well in looks:
                if not all_well(text):
                    seen = Seen(self.format.records[key](text), number, Place.DATA)
                    yield from rules.see_data(seen)
        self.lines = number
        progress.count(key, run)
        yield from self.physical.finish(self.opened.byte_order_mark)
        if progress.centres <= 1:
            yield from self.of_one_centre
        for rules in self.rules:
            yield from rules.finish()

    def _looks(self) -> list[tuple[FileRules, Callable[[str], bool]]]:
        """The rules that look at the data that follows, each with its fast look."""
        looks = ((rules, rules.all_well()) for rules in self.rules)
        return [(rules, all_well) for rules, all_well in looks if all_well is not None]

    def _odd_end(self, text: str, end: str, number: int) -> None:
        record = self.format.records.get(text[:2], UnknownRecord)(text)
        seen = Seen(record, number, record.PLACE)
        if is_end_of_file_mark(text, end):
            self.physical.end_mark = seen
        else:
            self.physical.see_other_end(seen, end)

    def _other(self, text: str, end: str, number: int) -> Iterator[Finding | Issue]:
        """A header, a trailer, a line of no known record, or a line that holds nothing."""
        record = self.format.records.get(text[:2], UnknownRecord)(text)
        if end != self.format.line_end:
            self._odd_end(text, end, number)
        if not text.strip(" "):
            self.physical.see_blank(Seen(record, number, Place.UNKNOWN))
        elif not is_end_of_file_mark(text, end):
            yield from self._not_data(record, number)

    def _not_data(self, record: Record, number: int) -> Iterator[Finding | Issue]:
        seen = Seen(record, number, self._place(record))
        progress = self.progress
        if isinstance(record, UnknownRecord):
            yield self._unknown(seen)
        for found in self._faults(record, number):
            if _is_of_one_centre(found, record):
                self.of_one_centre.append(found)
            else:
                yield found
        if seen.place is Place.FILE_HEADER:
            yield from self._version(seen)
            is_first, progress.header = progress.header is None, seen
            data_type = self._data_type()
            is_impersonal = data_type is not None and not data_type.personal
            self.is_impersonal = is_impersonal and (is_first or self.is_impersonal)
        if seen.place is Place.CENTRE_HEADER:
            progress.begin_centre(seen)
        progress.count(record.line[:2], 1)
        if seen.place is Place.UNKNOWN:
            return
        if seen.place is not Place.DATA:
            for rules in self.rules:
                yield from rules.see(seen)
            return
        for rules, all_well in self._looks():
            if not all_well(record.line):
                yield from rules.see_data(seen)

    def _place(self, record: Record) -> Place:
        """The place of a record; in lower case, the place that it would have in capitals."""
        known = self.format.records.get(record.line[:2].upper())
        return known.PLACE if known is not None else Place.UNKNOWN

    def _faults(self, record: Record, number: int) -> Iterator[Finding | Issue]:
        if "\0" in record.line:
            start = record.line.index("\0") + 1
            seen = Seen(record, number, record.PLACE)
            yield Finding("record.nul", "a NUL byte", seen, start=start, end=start)
        elif not record.accepted:
            personal = self._personal(record)
            for fault in record.faults():
                issue = record.issue(fault, file=self.opened.name, line_number=number)
                yield replace(issue, personal=personal)

    def _unknown(self, seen: Seen) -> Finding:
        if seen.place is Place.UNKNOWN:
            letters = " ".join(sorted({key[0] for key in self.format.records}))
            digits = " ".join(sorted({key[1] for key in self.format.records}))
            message = f"no known record: a line begins with one of {letters}, then one of {digits}"
            return Finding("record.unknown", message, seen, start=1, end=2)
        message = "the data type is in lower case, so the line is not read as a record"
        return Finding("record.lower-case", message, seen, start=1, end=1)

    def _not_established(self, text: str, number: int) -> Finding:
        """All that is said of a file whose data type has no records in its version."""
        letter, version = text[:1], self.format.version
        message = (
            f"files of data type {letter} are not established in version {version}, so nothing"
            f" here was checked: {self.format.open_data_types[letter]}"
        )
        seen = Seen(UnknownRecord(text), number, Place.UNKNOWN)
        return Finding("file.not-established", message, seen, start=1, end=1)

    def _version(self, seen: Seen) -> Iterator[Finding]:
        unreadable = isinstance(seen.record, UnknownRecord)
        if self.progress.header is None and not unreadable and not version_in(seen.record):
            message = f"no version in the file header; version {self.format.version} was taken"
            yield Finding("file.formats-version", message, seen)

    def _issue(self, finding: Finding) -> Issue:
        rule = self.format.rules[finding.rule]
        if finding.seen is None:
            grades = (self._grade(), *finding.grade)
            severity, grade = rule.severity_on(*grades), rule.grade_on(*grades)
            return Issue(rule.id, severity, finding.message, file=self.opened.name, grade=grade)
        record, number, _ = finding.seen
        field = finding.field
        grade = record.grade or self._grade()
        message = finding.message
        start, end = finding.start, finding.end
        if field is not None:
            grade = field.grade or grade
            message = f"{field.name}: {message}"
            start, end = start or field.start, end or field.end
        return Issue(
            rule=rule.id,
            severity=rule.severity_on(grade, *finding.grade),
            message=message,
            file=self.opened.name,
            line_number=number,
            record=record.line[:2],
            field=field.name if field is not None else "",
            start=start,
            end=end,
            text=record.line,
            personal=self._personal(record),
            grade=rule.grade_on(grade, *finding.grade),
        )

    def _grade(self) -> str:
        """The grade of what is known of files of this data type."""
        data_type = self._data_type()
        return data_type.grade if data_type is not None else ""

    def _data_type(self) -> DataType | None:
        header = self.progress.header
        letter = header.record.line[:1].upper() if header is not None else ""
        return self.format.data_types.get(letter)

    def _personal(self, record: Record) -> tuple[tuple[int, int], ...]:
        """What to mask; only lines of candidates hold anything personal in a broadcast file."""
        if self.is_impersonal and not record.PERSONAL:
            return ()
        header = self.progress.centre_header
        if has_slipped(record) and header is not None and not agree(record, header.record):
            return ((3, len(record.line)),)
        return columns_to_mask(record)


def _is_of_one_centre(found: Finding | Issue, record: Record) -> TypeGuard[Issue]:
    """Whether it is wrong only where the file is of one centre: what its header and trailer carry
    as the address of several is not established."""
    if isinstance(found, Finding) or record.PLACE not in (Place.FILE_HEADER, Place.FILE_TRAILER):
        return False
    field = record.FIELDS.get(found.field.partition(".")[0])
    return field is not None and field.agrees == "centre"
