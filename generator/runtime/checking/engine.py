"""The engine: one pass over a file. Each line is checked alone, then by the rules about several
lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath, PureWindowsPath

from ..core.headers import field_of_version, version_in
from ..core.issues import Fault, Issue
from ..core.lines import is_end_of_file_mark
from ..core.masking import columns_to_hide, every_column
from ..core.places import Place
from ..core.reading import Opened
from ..core.records import Record, UnknownRecord, encoding_faults
from ..core.registry import rule
from ..core.slips import can_be_moved_back
from ..exams.completeness import is_cut_off
from ..exams.envelope import date_produced_of
from .ahead import Accepting, Acceptors, Ahead
from .causes import LONG, SHORT, Causes, unknown_line
from .context import Context
from .envelope import is_as_expected, is_of_one_centre, is_short_header, of_several_centres
from .file_rules import FileRules, Suspects
from .line_ends import LineEnds
from .progress import NumberedRecord, Progress
from .settings import Settings
from .subjects import file_rules
from .whole_file import HEADER_SLIPPED, of_whole_file


@rule("record.unknown", "file.formats-version")
class FileCheck:
    """Checks one file: `run` yields its issues, in one pass and in memory for one centre.

    ``lines`` counts the lines read so far.
    """

    def __init__(self, found: Opened, settings: Settings, context: Context) -> None:
        self.format = found.format
        self.settings = settings
        self.ahead = Ahead(found.lines, found.format.line_end)
        self.opened = replace(found, lines=iter(self.ahead))
        self.lines = 0
        self.progress = Progress(
            format=found.format, name=PureWindowsPath(PurePosixPath(found.name).name).name
        )
        self.line_ends = LineEnds(found.format.line_end)
        self.causes = Causes(found.format)
        self.records_before_mark = 0
        self.records_at_joined = -1
        self.held: list[tuple[NumberedRecord, str]] = []
        self.is_wrapped = False
        self.of_one_centre: list[Issue] = []
        self.rules = [rules(self.progress, context) for rules in file_rules()]
        self.checks: dict[str, list[tuple[FileRules, Suspects]]] = {}
        self.acceptors = Acceptors(found.format)

    def run(self) -> Iterator[Issue]:
        """The issues as they are found; those of the whole file come last."""
        wants, judged, rules = self.settings.wants, self.settings.judged, self.format.rules
        for found in self._found():
            if wants(found.rule) and found.rule in rules and self.progress.has(rules[found.rule]):
                issue = found if isinstance(found, Issue) else self._issue(found)
                received = rules[found.rule].received
                if received is not None and not self._is_sent():
                    issue = replace(issue, severity=received)
                yield judged(issue)

    def _is_sent(self) -> bool:
        """Whether centres send such files."""
        data_type = self.progress.data_type
        return data_type is not None and data_type.is_sent

    def _found(self) -> Iterator[Fault | Issue]:
        line_end, progress = self.format.line_end, self.progress
        number, key, run = 0, "", 0
        accepting: Accepting | None = None
        for text, end in self.opened.lines:
            number += 1
            if self.held:
                if self._goes_on(text, end, number):
                    continue
                yield from self._release()
            if text[:2] != key:
                progress.count(key, run)
                key, run = text[:2], 0
                accepting = self.acceptors.of(key)
                is_foreign = self._is_foreign(text)
            if accepting is None:
                self.lines = number
                whole = None if progress.records else of_whole_file(self.opened, text, number)
                if whole is not None:
                    yield whole.fault
                    self.lines += whole.looked_at + sum(1 for _ in self.opened.lines)
                    return
                yield from self._other(text, end, number)
                self.checks.clear()
                key = ""
                continue
            run += 1
            if end != line_end:
                self._odd_end(text, end, number)
            is_spoilt = is_foreign
            accepts, accepted = accepting
            is_right = is_foreign or accepts(text)
            if not is_right and not accepts(text := self.causes.as_meant(text, number)):
                numbered = NumberedRecord(self.format.records[key](text), number, Place.DATA)
                is_short = len(text) < numbered.record.length
                if self.causes.explain(numbered):
                    is_spoilt = True
                elif is_short and end:
                    self.held = [(numbered, end)]
                    continue
                elif is_short:
                    is_spoilt = True
                    yield from self._cut_off(numbered)
                else:
                    yield from self._of_line(numbered)
            if is_spoilt:
                numbered = NumberedRecord(self.format.records[key](text), number, Place.DATA)
                yield from self._on_data(numbered, is_spoilt=True)
                if len(self.causes.records) > 1:
                    progress.count(key, run)
                    key, accepting = "", None
                    self._joined(number, self.causes.records[1:])
                continue
            yield from self._on_lines(key, (text,), number)
            while texts := self.ahead.take(key, accepted):
                yield from self._on_lines(key, texts, number + 1)
                number += len(texts)
                run += len(texts)
        yield from self._release()
        self.lines = number
        progress.count(key, run)
        yield from self._mark_within()
        for numbered in self.causes.other_headers():
            yield from self._at_fault(numbered)
        lines = number - self.line_ends.blank_lines - (self.line_ends.end_mark is not None)
        if self.causes.are_wrapped:
            self.line_ends.first_blank = None
        yield from self.causes.finish(number, lines)
        progress.has_ended |= progress.needs_no_trailer and not progress.cut_off
        is_joined = progress.records == self.records_at_joined
        if is_joined and lines == 1:
            return
        if is_joined or not progress.has_ended:
            # These faults follow from a file that is cut off, or lacks line ends at its end.
            self.line_ends.unended = None
        progress.has_ended |= is_joined
        yield from self.line_ends.finish(self.opened.byte_order_mark)
        if progress.centres > 1:
            yield from of_several_centres(self.of_one_centre, self.format.rules)
        else:
            yield from self.of_one_centre
        for rules in self.rules:
            yield from rules.finish()

    def _cut_off(self, numbered: NumberedRecord) -> Iterator[Fault | Issue]:
        """The faults in a last line that is cut off, in its complete fields only."""
        self.progress.cut_off = numbered.number
        there = len(numbered.record.line)
        faults = (fault for fault in numbered.record.faults() if fault.end <= there)
        yield from self._issues(numbered, faults)

    def _goes_on(self, text: str, end: str, number: int) -> bool:
        """Whether the line may continue the one before, which is held back with its line end: it is
        not a record, and not too long."""
        record = self.held[0][0].record
        line = "".join(numbered.record.line for numbered, _ in self.held) + text
        is_other = text[:2] in self.format.records or is_end_of_file_mark(text)
        is_blank = not text.strip(" ") and len(line) != record.length
        if is_other or is_blank or len(line) > record.length:
            return False
        self.held.append((NumberedRecord(UnknownRecord(text), number, Place.UNKNOWN), end))
        if not self.is_wrapped and type(record)(line.ljust(record.length)).accepted:
            self.is_wrapped = True
            self.causes.add_wrapped(self.held[0][0])
        return True

    def _release(self) -> Iterator[Fault | Issue]:
        """Checks the lines that were held back."""
        held, self.held = self.held, []
        if self.is_wrapped:
            self.is_wrapped = False
            return
        for numbered, _ in held[:1]:
            yield from self._of_line(numbered)
            yield from self._on_data(numbered)
        for numbered, end in held[1:]:
            yield from self._other(numbered.record.line, end, numbered.number)

    def _on_data(self, numbered: NumberedRecord, *, is_spoilt: bool = False) -> Iterator[Fault]:
        """The faults that rules about several lines find at a data record."""
        line = numbered.record.line
        for rules, suspects in self._checks(line[:2].upper()):
            if (not is_spoilt or rules.ON_SPOILT_LINES) and suspects((line,)):
                yield from rules.on_data(numbered)

    def _on_lines(self, key: str, texts: Sequence[str], first: int) -> Iterator[Fault]:
        """The same for successive lines of one record, the first of which has this number."""
        checks = self._checks(key)
        found = [(n, c) for c, (_, suspects) in enumerate(checks) for n in suspects(texts)]
        for n, c in sorted(found):
            record = self.format.records[key](texts[n])
            yield from checks[c][0].on_data(NumberedRecord(record, first + n, Place.DATA))

    def _checks(self, key: str) -> list[tuple[FileRules, Suspects]]:
        """The rules that check such data lines until the next header or trailer, each with its fast
        path."""
        if key not in self.checks:
            record = self.format.records[key]
            checks = ((rules, rules.fast_check(record)) for rules in self.rules)
            self.checks[key] = [(r, suspects) for r, suspects in checks if suspects is not None]
        return self.checks[key]

    def _odd_end(self, text: str, end: str, number: int) -> None:
        record = self.format.records.get(text[:2], UnknownRecord)(text)
        numbered = NumberedRecord(record, number, record.PLACE)
        if not is_end_of_file_mark(text):
            self.line_ends.add_other_end(numbered, end)

    def _other(self, text: str, end: str, number: int) -> Iterator[Fault | Issue]:
        """Checks a header, a trailer, a line of no known record, or a blank line."""
        text = self.causes.as_meant(text, number)
        record = self.format.records.get(text[:2], UnknownRecord)(text)
        if end != self.format.line_end:
            self._odd_end(text, end, number)
        if not text.strip(" "):
            self.line_ends.add_blank(NumberedRecord(record, number, Place.UNKNOWN))
        elif is_end_of_file_mark(text):
            yield from self._mark_within()
            self.line_ends.end_mark = NumberedRecord(record, number, Place.UNKNOWN)
            self.records_before_mark = self.progress.records
        else:
            yield from self._not_data(record, end, number)

    def _mark_within(self) -> Iterator[Fault]:
        """An end-of-file mark that is followed by records is checked like any other line."""
        mark = self.line_ends.end_mark
        if mark is not None and self.progress.records > self.records_before_mark:
            yield unknown_line(mark, self.format)
            self.line_ends.end_mark = None

    def _not_data(self, record: Record, end: str, number: int) -> Iterator[Fault | Issue]:
        numbered = NumberedRecord(record, number, self._place(record))
        progress = self.progress
        if not end and (is_cut_off(record) or is_short_header(record)):
            yield from self._cut_off(numbered)
            progress.count(record.line[:2], 1)
            for rules in self.rules:
                if rules.ON_SPOILT_LINES:
                    yield from rules.on_record(numbered)
            return
        is_foreign = numbered.place is not Place.FILE_HEADER and self._is_foreign(record.line)
        if not record.accepted and not is_foreign:
            fits = partial(is_as_expected, progress)
            explained = self.causes.explained(numbered, progress.letter, fits)
            if explained is None:
                yield from self._at_fault(numbered)
            else:
                numbered = explained
                record = numbered.record
                progress.is_uncounted |= "\0" in record.line[:2]
                if len(self.causes.records) > 1:
                    self._joined(number, self.causes.records)
                    return
        yield from self._passes(numbered)

    def _joined(self, number: int, texts: Iterable[str]) -> None:
        """Skips the records of one line, so that no faults are reported that follow from it."""
        self.progress.is_uncounted = True
        self.checks.clear()
        for text in texts:
            record = UnknownRecord(text)
            for _ in self._passes(NumberedRecord(record, number, self._place(record))):
                continue
        self.records_at_joined = self.progress.records

    def _passes(self, numbered: NumberedRecord) -> Iterator[Fault | Issue]:
        """The faults that rules about several lines find at a header or trailer, or at a line whose
        fields are unreliable."""
        record, progress = numbered.record, self.progress
        is_header = numbered.place is Place.FILE_HEADER
        if is_header:
            yield from self._version(numbered)
            progress.header = numbered
            if progress.has_ended:
                progress.begin_file()
        if numbered.place is Place.CENTRE_HEADER:
            progress.centre_header = numbered
            progress.begin_centre()
        if numbered.place is Place.CENTRE_TRAILER:
            progress.date_produced = date_produced_of(record) or progress.date_produced
        progress.count(record.line[:2], 1)
        if numbered.place is Place.UNKNOWN:
            return
        if numbered.place is Place.DATA:
            yield from self._on_data(numbered, is_spoilt=True)
            return
        for rules in self.rules:
            yield from rules.on_record(numbered)
        if numbered.place in (Place.FILE_HEADER, Place.FILE_TRAILER):
            progress.has_ended = not is_header

    def _at_fault(self, numbered: NumberedRecord) -> Iterator[Fault | Issue]:
        """The faults of a header, a trailer or an unknown line taken alone."""
        record = numbered.record
        if isinstance(record, UnknownRecord):
            yield unknown_line(numbered, self.format)
            for fault in encoding_faults(record.line):
                yield numbered.fault(fault.rule, fault.message, start=fault.start, end=fault.end)
        for found in self._of_line(numbered):
            if self._is_version(found, record):
                continue
            if is_of_one_centre(found, record):
                self.of_one_centre.append(found)
            else:
                yield found

    def _is_version(self, found: Issue, record: Record) -> bool:
        """Whether it follows from a file header without a version, which is reported."""
        is_first = record.PLACE is Place.FILE_HEADER and self.progress.header is None
        version = field_of_version(type(record)) if is_first else None
        return version is not None and found.field == version.name and not version_in(record)

    def _place(self, record: Record) -> Place:
        """The place of a record; in lower case, the place of the same record in capitals."""
        known = self.format.records.get(record.line[:2].upper())
        return known.PLACE if known is not None else Place.UNKNOWN

    def _of_line(self, numbered: NumberedRecord) -> Iterator[Issue]:
        """The faults of a line taken alone."""
        faults = list(numbered.record.faults())
        if [fault.rule for fault in faults] == [LONG]:
            self.causes.add_long(numbered)
            return
        others = [fault for fault in faults if fault.rule != SHORT]
        is_data = numbered.place is Place.DATA
        # A data line with spaces left, and another fault, may have lost other characters.
        is_of_its_own = is_data and bool(others) and numbered.record.line.endswith(" ")
        if len(others) < len(faults) and not is_of_its_own:
            self.causes.add_short(numbered)
            faults = others
        yield from self._issues(numbered, faults)

    def _issues(self, numbered: NumberedRecord, faults: Iterable[Fault]) -> Iterator[Issue]:
        """The faults of a line taken alone, as issues of this file."""
        record, file, rules = numbered.record, self.opened.name, self.format.rules
        hidden = columns_to_hide(record, self.progress.letter)
        for fault in faults:
            yield record.issue(
                fault, file=file, line_number=numbered.number, rules=rules, hidden=hidden
            )

    def _version(self, header: NumberedRecord) -> Iterator[Fault]:
        unreadable = isinstance(header.record, UnknownRecord)
        if self.progress.header is None and not unreadable and not version_in(header.record):
            message = (
                "the version of the formats is missing in the file header: the file was read as"
                f" version {self.format.version}"
            )
            yield header.fault("file.formats-version", message)

    def _issue(self, fault: Fault) -> Issue:
        """The fault as an issue of this file."""
        rules, file, number = self.format.rules, self.opened.name, fault.line_number
        if not number:
            found, grade = rules[fault.rule], fault.grade or self._grade()
            severity, grade = found.severity_on(grade), found.grade_on(grade)
            return Issue(found.id, severity, fault.message, file=file, grade=grade, advice=found.do)
        record = self.format.records.get(fault.text[:2], UnknownRecord)(fault.text)
        graded = fault._replace(grade=fault.grade or record.grade or self._grade())
        is_header = fault.rule == HEADER_SLIPPED and can_be_moved_back(record)
        hidden = () if is_header else columns_to_hide(record, self.progress.letter)
        if number in self.causes.rests:
            hidden = every_column(record)
        return record.issue(graded, file=file, line_number=number, rules=rules, hidden=hidden)

    @property
    def is_of_centre(self) -> bool:
        """Whether such files belong to centres, and can be checked against basedata."""
        data_type = self.progress.data_type
        return data_type is not None and not data_type.is_broadcast

    def _is_foreign(self, line: str) -> bool:
        """Whether a line has another data type than the file header, which is reported."""
        key, letter = line[:2].upper(), self.progress.letter
        return bool(letter) and key in self.format.records and key[:1] != letter

    def _grade(self) -> str:
        """The evidence grade for files of the data type in the file header."""
        data_type = self.format.data_types.get(self.progress.letter)
        return data_type.grade if data_type is not None else ""
