"""Three-way merges of results: the awarding body's changes and the centre's changes."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from ..core.errors import JcqError
from ..core.files import File, Line
from ..core.places import Place
from ..core.records import Record
from ..core.roles import replaced, text_or_blank, value_of
from ..core.several import file_given
from .amendments import refuse_several_centres
from .basedata import Basedata, refuse_other_basedata
from .certainty import refuse_uncertain
from .diff.differences import Difference
from .diff.record_rows import RecordRows, Row
from .embargo import is_restricted_now, restriction
from .entries import CANDIDATE_NUMBER
from .envelope import CENTRE_NUMBER
from .exam_series import ExamSeries, exam_series_of
from .holding import refuse_others
from .results import OPTION_CODES, RESULT, is_unread
from .sequences import header_values, quoted

COUNTS = {
    Place.CENTRE_TRAILER: "centre.record_count",
    Place.FILE_TRAILER: "file.record_count",
}
"""The roles of counts in trailers that depend on the number of results."""


class Side(StrEnum):
    """Whose result counts if both sides changed it."""

    THEIRS = "theirs"
    OURS = "ours"


class ResultKey(NamedTuple):
    """The key of a result in a file: centre, candidate and option."""

    centre_number: str
    candidate_number: str
    option_result_code: str

    def __str__(self) -> str:
        return " ".join(self)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A result that both sides changed differently; None for a result that is missing.

    ``by_them`` and ``by_us`` are the differences from the last result. ``decision`` says whose
    result counts; None if nobody has decided.
    """

    key: ResultKey
    base: Record | None
    theirs: Record | None
    ours: Record | None
    by_them: Difference
    by_us: Difference
    decision: Side | None = None

    def values(self, *, show_personal_data: bool = False) -> dict[str, dict[str, str]]:
        """The values of base, theirs and ours in each field that a side changed, for printing: by
        field, then by side; stars for personal data, unless requested."""
        found: dict[str, dict[str, str]] = {}
        for side, difference in ((Side.THEIRS, self.by_them), (Side.OURS, self.by_us)):
            for change in difference.changes:
                old, new = difference.shown(change, show_personal_data=show_personal_data)
                found.setdefault(change.field, dict.fromkeys(("base", *Side), old))[side] = new
        return found


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome of a merge; each difference is between an old and a new result.

    ``file`` is the awarding body's file with the centre's changes, and None until all conflicts are
    decided. ``theirs`` are the awarding body's changes since the last file, ``ours`` the centre's
    changes. ``overwritten`` is what loading the awarding body's file as it is would do to the
    centre's changes: from ours to theirs. ``conflicts`` are decided or not.
    """

    file: File | None
    theirs: list[Difference]
    ours: list[Difference]
    overwritten: list[Difference]
    conflicts: list[Conflict]

    @property
    def undecided(self) -> list[Conflict]:
        """The conflicts that nobody has decided."""
        return [conflict for conflict in self.conflicts if conflict.decision is None]


def merge(
    base: File,
    theirs: File,
    ours: File,
    *,
    prefer: Side | str | None = None,
    decisions: Mapping[ResultKey, Side | str] | None = None,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    incomplete: bool = False,
    embargo_until: datetime.datetime | None = None,
) -> Merged:
    """The results of ``theirs`` with the centre's changes in ``ours`` since ``base``.

    ``base`` is the file that was loaded last, ``theirs`` the awarding body's new one, ``ours`` the
    results in the centre's system. A result that only one side changed, added or removed is taken
    from that side; if both made the same change, there is no conflict. ``decisions`` says by result
    whose version counts in a conflict, ``prefer`` for all others; without a decision there is no
    file. The file equals ``theirs`` byte for byte, except for the results of ours and the counts in
    trailers. ``basedata``, as from `read_basedata`, says whether a grade went up or down, if the
    order of its gradeset is established.

    The files may be of several centres, if all are of the same ones. Before the local time
    ``embargo_until``, they are refused; this prevents accidents and is not a security measure.

    Raises JcqError for that reason; if a file does not contain results, is incomplete or cannot be
    read reliably, has two results of one candidate for one option, or has other centres, or another
    awarding body, series or version than the others; and for a decision about something that is not
    in conflict. ``incomplete`` accepts files that are incomplete or cannot be read reliably as they
    are.
    """
    files = {"base": base, "theirs": theirs, "ours": ours}
    refuse_other_basedata(basedata)
    for what, file in files.items():
        _refuse(file_given(file, what), incomplete=incomplete)
    if embargo_until is not None and is_restricted_now(embargo_until):
        raise restriction(theirs.name, embargo_until)
    for file in (theirs, ours):
        _refuse_to_merge(base, file)
    last, now, own = (_results_of(file) for file in files.values())
    wanted = {key: _side(side) for key, side in (decisions or {}).items()}
    otherwise = None if prefer is None else _side(prefer)
    merging = _Merging(last, now, own, wanted, otherwise, _rows_of(base, basedata))
    chosen = merging.chosen()
    in_conflict = {conflict.key for conflict in merging.found.conflicts}
    for key in wanted:
        if key not in in_conflict:
            raise JcqError(f"decisions: {key} is not a conflict")
    if merging.found.undecided:
        return merging.found
    return replace(merging.found, file=_written(theirs, now, chosen))


@dataclass(slots=True)
class _Merging:
    """The results of the three files by key, and the findings so far."""

    base: Mapping[ResultKey, Record]
    theirs: Mapping[ResultKey, Record]
    ours: Mapping[ResultKey, Record]
    decisions: Mapping[ResultKey, Side]
    otherwise: Side | None
    rows: RecordRows
    found: Merged = field(default_factory=lambda: Merged(None, [], [], [], []))

    def chosen(self) -> dict[ResultKey, Record | None]:
        """The result that counts for each key; None for one that is removed."""
        keys = sorted({*self.theirs, *self.ours, *self.base})
        return {key: self._chosen(key) for key in keys}

    def _chosen(self, key: ResultKey) -> Record | None:
        base, theirs, ours = (side.get(key) for side in (self.base, self.theirs, self.ours))
        by_them, by_us = self._between(base, theirs), self._between(base, ours)
        self.found.theirs.extend(by_them)
        self.found.ours.extend(by_us)
        if not by_us:
            return theirs
        lost = self._between(ours, theirs)
        self.found.overwritten.extend(lost)
        if not by_them or not lost:
            return ours if lost else theirs
        decision = self.decisions.get(key, self.otherwise)
        conflict = Conflict(key, base, theirs, ours, by_them[0], by_us[0], decision)
        self.found.conflicts.append(conflict)
        return ours if decision is Side.OURS else theirs

    def _between(self, old: Record | None, new: Record | None) -> list[Difference]:
        """The differences between two results."""
        sides = [[_row(record)] if record is not None else [] for record in (old, new)]
        return list(self.rows.differences(*sides)) if any(sides) else []


def _rows_of(file: File, basedata: Basedata | Mapping[ExamSeries, Basedata] | None) -> RecordRows:
    data_type, found = file.data_type, basedata
    if isinstance(found, Mapping):
        found = found.get(exam_series_of(file))
    options = found.options if found is not None else {}
    return RecordRows(options, {}, data_type.code if data_type is not None else "")


def _row(record: Record) -> Row:
    return Row("", record.line, type(record))


def _refuse(file: File, *, incomplete: bool) -> None:
    refuse_others(file, "results", RESULT)
    if not incomplete:
        refuse_uncertain(file, is_unread)
    if len(_centres(file)) == 1:
        refuse_several_centres(file)


def _refuse_to_merge(base: File, file: File) -> None:
    if file.format is not base.format:
        raise JcqError(
            f"{file.name or 'a file'} is of version {file.format.version}, but the last file of"
            f" version {base.format.version}: upgrade one of them first"
        )
    values, expected = header_values(file), header_values(base)
    centres, of_base = sorted(_centres(file)), sorted(_centres(base))
    if max(len(centres), len(of_base)) > 1 and centres != of_base:
        raise JcqError(
            f"{file.name or 'a file'} cannot be merged: its centres are not those of the last file"
        )
    for role, text in expected.items():
        if values[role] != text and not (role == CENTRE_NUMBER and len(of_base) > 1):
            what = role.rpartition(".")[2].replace("_", " ")
            raise JcqError(
                f"{file.name or 'a file'} cannot be merged: its {what} is {quoted(values[role])},"
                f" that of the last file {quoted(text)}"
            )


def _centres(file: File) -> list[str]:
    """The centre of each block."""
    headers = (record for record in file if record.PLACE is Place.CENTRE_HEADER)
    return [text_or_blank(header, CENTRE_NUMBER) for header in headers]


def _results_of(file: File) -> dict[ResultKey, Record]:
    """The results by key. Raises JcqError if two have the same key."""
    found: dict[ResultKey, Record] = {}
    for number, record in enumerate(file, 1):
        if record.ROLE != RESULT:
            continue
        key = key_of_result(record)
        if key in found:
            raise JcqError(
                f"{file.name or 'a file'}:{number}: candidate {key.candidate_number} has a result"
                f" for {key.option_result_code} already, so it is not clear which one counts"
            )
        found[key] = record
    return found


def key_of_result(record: Record) -> ResultKey:
    """The key of a result. The option is that of the result, or else that of the entry."""
    codes = (text_or_blank(record, role) for role in OPTION_CODES)
    return ResultKey(
        text_or_blank(record, CENTRE_NUMBER),
        text_or_blank(record, CANDIDATE_NUMBER),
        next(filter(None, codes), ""),
    )


def _side(given: Side | str) -> Side:
    try:
        return Side(given)
    except ValueError:
        raise JcqError("use theirs or ours to decide a conflict") from None


def _written(
    theirs: File, now: Mapping[ResultKey, Record], chosen: Mapping[ResultKey, Record | None]
) -> File:
    """The lines of theirs with the chosen results and new counts in trailers. A result that is not
    in theirs follows the others of its candidate, or else all others of its centre."""
    key_of = {id(record): key for key, record in now.items()}
    last = {key[:2]: key for key in key_of.values()}
    added: dict[tuple[str, str], list[Record]] = {}
    for new, record in chosen.items():
        if record is not None and new not in now:
            added.setdefault(new[:2], []).append(record)
    lines: list[Line] = []
    more, centre = Counter[Place](), ""
    for line in theirs.lines:
        key, place, before = key_of.get(id(line.record)), line.record.PLACE, len(lines)
        if place is Place.CENTRE_HEADER:
            more[Place.CENTRE_TRAILER], centre = 0, text_or_blank(line.record, CENTRE_NUMBER)
        if place is Place.CENTRE_TRAILER:
            rest = [whose for whose in added if whose[0] == centre]
            lines += [Line(record, line.end) for whose in rest for record in added.pop(whose)]
        record = line.record if key is None else chosen[key]
        if record is not None:
            if record is not line.record:
                record = type(record)(record.line.ljust(len(line.record.line)))
            lines.append(Line(record, line.end))
        if key is not None and last[key[:2]] is key:
            lines += [Line(record, line.end) for record in added.pop(key[:2], [])]
        for trailer in COUNTS:
            more[trailer] += len(lines) - before - 1
        if more[place]:
            lines[-1] = _counted(lines[-1], more[place])
    if added:
        raise JcqError(f"the new file has no block for centre {min(added)[0]!r}")
    return replace(theirs, lines=lines)


def _counted(line: Line, more: int) -> Line:
    role = COUNTS.get(line.record.PLACE)
    if role is None:
        return line
    return Line(replaced(line.record, {role: value_of(line.record, role) + more}), line.end)
