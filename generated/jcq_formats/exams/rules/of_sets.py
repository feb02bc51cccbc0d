# Copied from generator/runtime/exams/rules/of_sets.py by `make generate`; edit that, not this.
"""The files of a basedata set against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...core.errors import FieldError
from ...core.fields import Field
from ...core.files import File
from ...core.issues import Issue
from ...core.records import Record
from ...core.roles import fields_by_role
from ..basedata import Basedata, disallowed_patterns
from .registry import id_of, rule

Located = tuple[File, int, Record, Field, str]
"""A file, the line number, the record and field, and what to say."""


def issues_of_set(basedata: Basedata) -> Iterator[Issue]:
    """What is wrong with a set as such, file by file."""
    for function in RULES_OF_SETS:
        for file, number, record, field, message in function(basedata):
            fault = field.fault(id_of(function), message)
            rules = file.format.rules
            if fault.rule in rules:
                yield record.issue(fault, file=file.name, line_number=number, rules=rules)


@rule("set.reference")
def reference(basedata: Basedata) -> Iterator[Located]:
    """What a record of the set refers to is there."""
    held = _held(basedata)
    for file, number, record in _records(basedata):
        for field in record.FIELDS.values():
            if not field.refers_to or field.wildcard or not held.keys() & set(field.refers_to):
                continue
            text = record.text(field.name).rstrip(" ")
            if text and not any(text in held.get(role, ()) for role in field.refers_to):
                where = " or ".join(field.refers_to)
                yield file, number, record, field, f"{text!r} is not in the set as {where}"


@rule("set.component-count")
def component_count(basedata: Basedata) -> Iterator[Located]:
    """A number that counts records of the set counts them right."""
    counted: dict[tuple[str, str], Counter[str]] = {}
    keys = {record.line[:2] for _, _, record in _records(basedata)}
    for file, number, record in _records(basedata):
        for field in record.FIELDS.values():
            counts = field.counts
            if counts is None or counts.within != "set" or counts.what not in keys:
                continue
            role = record.FIELDS[counts.matching].role
            by_value = counted.setdefault(
                (counts.what, counts.matching), _count(basedata, counts.what, counts.matching)
            )
            value = record.text(counts.matching)
            try:
                said = record.decode(field.name)
            except FieldError:
                continue
            if role and said is not None and said != by_value[value]:
                message = (
                    f"{said} {counts.what} are counted here, but the set has {by_value[value]}"
                )
                yield file, number, record, field, message


@rule("set.disallowed-unmatched")
def disallowed_unmatched(basedata: Basedata) -> Iterator[Located]:
    """The codes of a disallowed combination mean an option or a syllabus of the set."""
    if not basedata.options or not basedata.syllabuses:
        return
    known = [*basedata.options, *basedata.syllabuses]
    for file, number, record in _records(basedata):
        fields = [f for f in fields_by_role(type(record)).values() if f.wildcard]
        filled = [field for field in fields if record.text(field.name).strip(" ")]
        patterns = disallowed_patterns(record) if fields else ()
        for field, pattern in zip(filled, patterns, strict=True):
            if not any(map(pattern.matches, known)):
                text = record.text(field.name).rstrip(" ")
                message = f"{text!r} matches no option and no syllabus of the set"
                yield file, number, record, field, message


RULES_OF_SETS = (reference, component_count, disallowed_unmatched)


def _records(basedata: Basedata) -> Iterator[tuple[File, int, Record]]:
    for file in basedata.files:
        for number, line in enumerate(file.lines, 1):
            yield file, number, line.record


def _held(basedata: Basedata) -> dict[str, dict[str, Record]]:
    """What can be referred to, by the role of its code; what the set has no file of is left out."""
    found = {
        "option.code": basedata.options,
        "syllabus.code": basedata.syllabuses,
        "component.code": basedata.components,
    }
    return {role: records for role, records in found.items() if records}


def _count(basedata: Basedata, key: str, name: str) -> Counter[str]:
    """How many records of this key the set has, by the text of a field."""
    return Counter(r.text(name) for _, _, r in _records(basedata) if r.line[:2] == key)
