"""Compares two sides in two passes, so that equal records are never kept in memory.

The first pass keeps two numbers for each key in which the sides differ: a hash of the key, and the
sum of the hashes of its lines. The second pass keeps the lines of these keys, in portions.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from ...core.errors import FormatError
from ...core.lines import texts_of
from ...core.places import Place
from ...core.reading import opened_bytes
from ...core.records import Record, UnknownRecord
from ..basedata import Basedata, refuse_other_basedata
from ..certainty import Certainty
from ..component_results import Learners
from ..embargo import refuse_restricted
from ..exam_series import ExamSeries
from ..given_files import Given, looked_at, sources_given
from ..results import is_unread
from ..usable_files import refusals_of
from .bytewise import ByteDifference, first_difference
from .differences import Difference, DifferenceKind, DiffSummary, FieldChange
from .message_rows import MessageRows, message_rows
from .record_rows import RecordRows, Row, key_reader
from .sides import Pair, paired

AT_ONCE = 100_000
"""The number of differing keys in a portion; both sides are read again for each portion."""

Rows = Callable[[bool], Iterable[Row]]
"""Starts a pass over rows; its argument says whether it is the first pass."""


class Comparing(Protocol):
    """Compares the old and new rows of one key."""

    def differences(self, old: list[Row], new: list[Row]) -> Iterator[Difference]:
        """All differences between them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Files to compare. ``basedata`` gives the order of grades, and titles of options."""

    pairs: list[Pair]
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None
    incomplete: bool = False
    titles: dict[str, str] = field(default_factory=dict)
    """The titles of options by code."""

    def differences(self) -> Iterator[Difference]:
        """All differences, kind by kind, in the order of the keys; very many are sorted in
        portions.

        Raises JcqError, FormatError or OSError, before the first difference of a kind, if a file
        cannot be read, or not reliably.
        """
        for pair in self.pairs:
            yield from _series_difference(pair)
            if pair.example.message_format is not None:
                yield from self._of_messages(pair)
            else:
                yield from self._of_records(pair)

    def _of_records(self, pair: Pair) -> Iterator[Difference]:
        found = self._basedata_of(pair.example.kind.series)
        options: Mapping[str, Any] = found.options if found is not None else {}
        how = RecordRows(options, self.titles, pair.example.kind.holds)
        checks = not self.incomplete

        def rows(files: list[Given], is_first: bool) -> Iterator[Row]:
            return _superseding([_record_rows(g, check=checks and is_first) for g in files])

        yield from _differences(how, partial(rows, pair.old), partial(rows, pair.new))

    def _of_messages(self, pair: Pair) -> Iterator[Difference]:
        learners = Learners(), Learners()

        def rows(files: list[Given], known: Learners, is_first: bool) -> Iterator[Row]:
            return _superseding([message_rows(given, known) for given in files])

        sides = zip((pair.old, pair.new), learners, strict=True)
        old, new = (partial(rows, files, known) for files, known in sides)
        yield from _differences(MessageRows(learners), old, new)

    def _basedata_of(self, series: ExamSeries) -> Basedata | None:
        if isinstance(self.basedata, Mapping):
            return self.basedata.get(series)
        return self.basedata

    def byte_differences(self) -> Iterator[ByteDifference]:
        """The place where each file first differs from its counterpart.

        Raises OSError.
        """
        for pair in self.pairs:
            for one, other in itertools.zip_longest(reversed(pair.old), reversed(pair.new)):
                if one is None or other is None:
                    yield ByteDifference(one.name if one else "", other.name if other else "")
                    continue
                found = first_difference(one.source, other.source)
                if found is not None:
                    yield found


@dataclass(frozen=True, slots=True)
class Differences:
    """The result of `diff`: false if there are no differences.

    ``byte_differences`` is filled only on request. ``superseded`` names earlier issues of basedata,
    which were not compared.
    """

    found: list[Difference]
    summary: DiffSummary
    byte_differences: list[ByteDifference]
    superseded: list[str]

    def __bool__(self) -> bool:
        return bool(self.found or self.byte_differences)

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def comparison(
    old: Iterable[tuple[Any, str | None]],
    new: Iterable[tuple[Any, str | None]],
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    *,
    incomplete: bool = False,
) -> Comparison:
    """Prepares the comparison of two sides; each file comes with the version to read it by.

    Raises FormatError or OSError if a file cannot be read, or is of an unknown kind, unless
    ``incomplete``; and JcqError if no two files are of the same kind.
    """
    refuse_other_basedata(basedata)
    sides = [[looked_at(source, version) for source, version in side] for side in (old, new)]
    for given in (*sides[0], *sides[1]):
        if not given.kind.holds and not incomplete:
            for refusal in refusals_of(given.version, [given.source]):
                raise FormatError(str(refusal)) from None
    return Comparison(paired(*sides), basedata, incomplete)


def diff(
    old: Any,
    new: Any,
    *,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    version: str | None = None,
    incomplete: bool = False,
    exactly: bool = False,
    embargo_until: datetime.datetime | None = None,
) -> Differences:
    """Compares two files, folders or zips of one kind, by key and not by line.

    ``old`` and ``new`` are paths, bytes, binary streams, or what `read` and `read_message` return.
    Results are compared by centre, candidate and result code, entries and amendments by candidate,
    forecasts by candidate and option, basedata and component results by their keys. Order, padding,
    headers, trailers and line ends are ignored; with ``exactly`` the bytes are compared as well. In
    a folder, files of one data type, awarding body and series belong together: the latest file with
    a key counts, and of basedata the latest issue. ``basedata``, as from `read_basedata`, says
    whether a grade went up or down, if the order of its gradeset is established. Before the local
    time ``embargo_until``, files of results are refused; this prevents accidents and is not a
    security measure.

    Raises JcqError for such files, if no two files are of the same kind, or if a file is incomplete
    or cannot be read reliably, unless ``incomplete`` accepts it as it is; FormatError and OSError
    as `read` does.
    """
    sides = [
        [(source, version or its_own) for source, its_own in sources_given(given, what)]
        for given, what in ((old, "old"), (new, "new"))
    ]
    refuse_restricted([*sides[0], *sides[1]], embargo_until)
    compared = comparison(sides[0], sides[1], basedata, incomplete=incomplete)
    found = list(compared.differences())
    summary = DiffSummary(compared.titles)
    for difference in found:
        summary.add(difference)
    superseded = [name for pair in compared.pairs for name in pair.superseded]
    exact = list(compared.byte_differences()) if exactly else []
    return Differences(found, summary, exact, superseded)


def _series_difference(pair: Pair) -> Iterator[Difference]:
    """Reports that two files are compared although their awarding bodies or series differ."""
    if not pair.old or not pair.new or pair.old[0].kind.series == pair.new[0].kind.series:
        return
    before, after = pair.old[0].kind.series._asdict(), pair.new[0].kind.series._asdict()
    changes = tuple(
        FieldChange(name, before[name], after[name])
        for name in before
        if before[name] != after[name]
    )
    yield Difference(DifferenceKind.CHANGED, "", "Exam series", {}, changes)


def _differences(how: Comparing, old: Rows, new: Rows) -> Iterator[Difference]:
    """The differences between old and new rows."""
    left: dict[int, int] = {}
    for sign, rows in ((1, old), (-1, new)):
        for key, text, _ in rows(True):
            number = hash(key)
            total = left.get(number, 0) + sign * hash(text.rstrip(" "))
            if total:
                left[number] = total
            else:
                left.pop(number, None)
    remaining = list(left)
    left.clear()
    for start in range(0, len(remaining), AT_ONCE):
        wanted = frozenset(remaining[start : start + AT_ONCE])
        before, after = (_gathered(rows, wanted) for rows in (old, new))
        uncertain = []
        for key in sorted({**before, **after}):
            for difference in how.differences(before.get(key, []), after.get(key, [])):
                if difference.certain:
                    yield difference
                else:
                    uncertain.append(difference)
        # They come last: a place among the others would reveal their contents.
        yield from uncertain


def _gathered(rows: Rows, wanted: frozenset[int]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows(False):
        if hash(row.key) in wanted:
            found.setdefault(row.key, []).append(row)
    return found


def _superseding(files: list[Iterator[Row]]) -> Iterator[Row]:
    """The rows of files, the latest first. A row of an earlier file with the same key is
    dropped."""
    seen = set[int]()
    for place, rows in enumerate(files, 1):
        if len(files) == 1:
            yield from rows
            return
        here = set[int]()
        for row in rows:
            number = hash(row.key)
            if number not in seen:
                if place < len(files):
                    here.add(number)
                yield row
        seen |= here


def _record_rows(given: Given, *, check: bool) -> Iterator[Row]:
    """The data records of a file, and lines of no known record. With ``check``, raises JcqError at
    the end of a file that is incomplete or cannot be read reliably."""
    with (
        given.source.open() as stream,
        opened_bytes(stream, given.version, given.name) as found,
    ):
        certainty = Certainty(found.format, is_unread) if check else None
        records = found.format.records
        keys: dict[type[Record], Callable[[str], str]] = {}
        for lines in texts_of(found.chunks, found.format.encoding):
            for line in lines:
                record = records.get(line[:2], UnknownRecord)
                if certainty is not None:
                    certainty.add(record(line))
                if record.PLACE is Place.DATA:
                    if record not in keys:
                        keys[record] = key_reader(record)
                    yield Row(keys[record](line), line, record)
                elif record.PLACE is Place.UNKNOWN and line.strip(" \x1a\0"):
                    yield Row(line, line, record)
        refusal = certainty.refusal(given.name) if certainty is not None else None
        if refusal is not None:
            raise refusal
