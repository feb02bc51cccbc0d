"""Converts a file of one version to another, field by field, by role and name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .carrying import NO_FIT, NO_PLACE, NOT_SAID, UNKNOWN_LINE, Carrying
from .counting import counted_anew
from .errors import BuildError, JcqError
from .files import File, Line
from .formats import Format, load
from .issues import Fault, Issue, Severity
from .lines import is_end_of_file_mark
from .other_versions import refuse_misread
from .pairing import paired
from .records import Record
from .registry import rule
from .steps import Step, steps_between
from .structures import lacking
from .totals import with_totals, wrong_totals


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A converted file, and issues about what could not be carried over."""

    file: File
    issues: list[Issue]


@rule(NO_PLACE, NO_FIT, NOT_SAID, UNKNOWN_LINE)
def converted(file: File, to: str, *, drop: bool = False) -> Upgraded:
    """The file in version ``to``, whether or not it is complete.

    ``drop`` leaves out what cannot be carried, and lists it in ``issues``.

    Raises BuildError if something cannot be carried, unless ``drop``; FormatError or JcqError if
    the version is not known or has no such files; and FormatError if a record has the layout of
    another version than the file.
    """
    target = load(to)
    refuse_misread(file, file.format, file.name)
    steps = list(steps_between(file.format, target))
    for step in steps:
        _refuse_data_type(file, step.new)
    issues: list[Issue] = []
    kept: dict[int, Record] = {}
    for number, line in enumerate(file.lines, 1):
        record = _carried_through(line, number, steps, file.name, issues)
        if record is not None:
            kept[number] = record
    records = list(kept.values())
    if len(kept) < len(file.lines):
        records = counted_anew(records, target)
    issues += _lacking_issues(file, kept, target)
    summed = _summed(file, target, dict(zip(kept, records, strict=True)), issues)
    lines = [Line(r, file.lines[n - 1].end) for n, r in zip(kept, summed, strict=True)]
    if issues and not drop:
        more = f", and {len(issues) - 1:,} more" if len(issues) > 1 else ""
        raise BuildError(
            f"{issues[0]}{more}: not converted to version {to}; drop=True leaves it out"
        )
    return Upgraded(File(file.name, target, lines, file.byte_order_mark), issues)


def _refuse_data_type(file: File, form: Format) -> None:
    """Raises JcqError if the version has no records of the file's data type."""
    data_type = file.data_type
    if data_type is None:
        raise JcqError(f"{file.name or 'the file'}: the file header does not say its data type")
    known = form.data_types.get(data_type.code)
    if known is None or known.length is None:
        why = form.open_data_types.get(data_type.code, "")
        said = f"version {form.version} has no {data_type.title.lower()}"
        if why:
            said = (
                f"{data_type.title.lower()} cannot be converted to version {form.version}. {why}"
                " Keep the file as it is, or ask its sender for one in that version"
            )
        raise JcqError(f"{file.name or 'the file'}: {said}")


def _carried_through(
    line: Line, number: int, steps: Sequence[Step], name: str, issues: list[Issue]
) -> Record | None:
    """A line after every step, or None if it is left out; issues refer to the original line."""
    first = line.record
    record: Record | None = first
    text = first.line
    if not text.strip(" ") or is_end_of_file_mark(text):
        return record
    for step in steps:
        if record is None:
            break
        faults: list[Fault] = []
        record = Carrying(step, faults.append).record(record)
        for fault in faults:
            known = fault if step is steps[0] else fault._replace(start=0, end=0)
            issues.append(_issue(first, known, number, name, step.new))
    return record


def _lacking_issues(file: File, records: Mapping[int, Record], target: Format) -> Iterator[Issue]:
    """Issues for records that the new version requires and the old one does not, by the number of
    the line before which each is missing."""
    letter = file.data_type.code if file.data_type is not None else ""
    if target.rows_of(letter) == file.format.rows_of(letter):
        return
    rows = target.structure_of(letter)
    types = {number: record.line[1:2] for number, record in records.items()}
    for number, row in lacking(rows, types):
        missing = target.records[letter + row.record].TITLE.lower()
        message = f"version {target.version} needs a {missing} before this record"
        fault = Fault(NOT_SAID, message, 0, 0)
        yield _issue(file.lines[number - 1].record, fault, number, file.name, target)


def _summed(
    file: File, target: Format, records: Mapping[int, Record], issues: list[Issue]
) -> Iterator[Record]:
    """The records by line number, with totals recomputed; totals that were wrong stay so."""
    numbers = {number: at for at, number in enumerate(records)}
    but = set[tuple[int, str]]()
    for held in wrong_totals(file.format, [line.record for line in file.lines]):
        number = held.number + 1
        if number not in numbers:
            continue
        made = paired([held.field], type(records[number]).FIELDS.values())
        but |= {(numbers[number], name) for name in made}
        if not made:
            message = f"version {target.version} has no place for this total, which is wrong"
            fault = held.field.fault(NO_PLACE, message)
            issues.append(_issue(held.record, fault, number, file.name, target))
    return with_totals(target, records.values(), but)


def _issue(record: Record, fault: Fault, number: int, name: str, form: Format) -> Issue:
    """Something that is not carried, as an issue of the original line."""
    issue = record.issue(fault, file=name, line_number=number, rules=form.rules)
    return replace(issue, severity=Severity.ERROR)
