"""Compares the files of a basedata set."""  # Copied from generator/runtime/checking/rules/sets.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ...core.counting import counted_as
from ...core.errors import FieldError
from ...core.files import File
from ...core.issues import Fault, Issue
from ...core.listing import listed
from ...core.records import Record
from ...core.registry import implementations_about, rule
from ...exams.basedata import Basedata, patterns_by_field
from ..progress import NumberedRecord

SET = "set"


def issues_of_set(basedata: Basedata) -> Iterator[Issue]:
    """The issues of a set as a whole, by rule and file."""
    for check in implementations_about(SET):
        for file in basedata.files:
            yield from _issues(file, check(basedata, file))


def _issues(file: File, faults: Iterator[Fault]) -> Iterator[Issue]:
    rules = file.format.rules
    for fault in faults:
        if fault.rule in rules:
            record = file.lines[fault.line_number - 1].record
            yield record.issue(fault, file=file.name, line_number=fault.line_number, rules=rules)


@rule("set.reference", about=SET)
def reference(basedata: Basedata, file: File) -> Iterator[Fault]:
    """The records to which a record of the set refers must exist."""
    held = _held(basedata)
    for record in _numbered(file):
        for field in record.record.FIELDS.values():
            if not field.refers_to or field.wildcard or not held.keys() & set(field.refers_to):
                continue
            text = record.record.text(field.name).rstrip(" ")
            if text and not any(text in held.get(role, ()) for role in field.refers_to):
                what = listed((role.replace(".", " ") for role in field.refers_to), "or")
                unquoted = f"the basedata set has no such {what}"
                fault = record.fault(
                    "set.reference", f"the basedata set has no {what} {text!r}", field
                )
                yield fault._replace(unquoted=unquoted)


@rule("set.component-count", about=SET)
def component_count(basedata: Basedata, file: File) -> Iterator[Fault]:
    """Counts of records in the set must be right."""
    tallies: dict[tuple[str, str], Counter[str]] = {}
    keys = {record.line[:2] for other in basedata.files for record in other}
    for record in _numbered(file):
        for field in record.record.FIELDS.values():
            counts = field.counts
            if counts is None or counts.within != "set" or counts.what not in keys:
                continue
            role = record.record.FIELDS[counts.matching].role
            key = counts.what, counts.matching
            if key not in tallies:
                tallies[key] = _count(basedata, *key)
            found = tallies[key][record.record.text(counts.matching)]
            try:
                number = record.record.decode(field.name)
            except FieldError:
                continue
            if role and number is not None and number != found:
                counting = file.format.record_class(counts.what)
                title = f" ({counting.TITLE.lower()})" if counting is not None else ""
                there = f"the basedata set has {counted_as(found, counts.what)}{title} for it"
                message = f"the number is {number}, but {there}"
                unquoted = f"the number is different: {there}"
                fault = record.fault("set.component-count", message, field)
                yield fault._replace(unquoted=unquoted)


@rule("set.disallowed-unmatched", about=SET)
def disallowed_unmatched(basedata: Basedata, file: File) -> Iterator[Fault]:
    """The codes of a disallowed combination must match an option or a syllabus of the set."""
    if not basedata.options or not basedata.syllabuses:
        return
    codes = [*basedata.options, *basedata.syllabuses]
    for record in _numbered(file):
        for field, pattern in patterns_by_field(record.record):
            if field.wildcard and not any(map(pattern.matches, codes)):
                text = record.record.text(field.name).rstrip(" ")
                unquoted = "matches no option or syllabus of the basedata set"
                fault = record.fault("set.disallowed-unmatched", f"{text!r} {unquoted}", field)
                yield fault._replace(unquoted=unquoted)


def _numbered(file: File) -> Iterator[NumberedRecord]:
    for number, line in enumerate(file.lines, 1):
        yield NumberedRecord(line.record, number, line.record.PLACE)


def _held(basedata: Basedata) -> Mapping[str, Mapping[str, Record]]:
    """The records to which others refer, by the role of their code; none for a missing file."""
    found: dict[str, Mapping[str, Record]] = {
        "option.code": basedata.options,
        "syllabus.code": basedata.syllabuses,
        "component.code": basedata.components,
    }
    return {role: records for role, records in found.items() if records}


def _count(basedata: Basedata, key: str, name: str) -> Counter[str]:
    """The number of records with this key in the set, by the text of a field."""
    records = (record for file in basedata.files for record in file)
    return Counter(record.text(name) for record in records if record.line[:2] == key)
